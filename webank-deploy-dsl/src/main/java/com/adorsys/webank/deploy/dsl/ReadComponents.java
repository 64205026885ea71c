package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;

/**
 * Builders of components that are read from the charts' values, with what only values can say. They take an internal type, so they are
 * for the package {@code values}, whose {@code ChartValues} reads values.
 */
public final class ReadComponents {
    private ReadComponents() {}

    /** A builder of online banking. */
    public static ImmutableOnlineBanking.BuildFinal onlineBanking(Image image, Database database, ChartExtras extras) {
        return ImmutableOnlineBanking.generatedBuilder()
                .image(image)
                .database(database)
                .chartOnly(new ChartOnly(true, extras, database.password()));
    }

    /** A builder of pending registration. */
    public static ImmutablePendingRegistration.BuildFinal pendingRegistration(
            Image image, Database database, ChartExtras extras) {
        return ImmutablePendingRegistration.generatedBuilder()
                .image(image)
                .database(database)
                .chartOnly(new ChartOnly(true, extras, database.password()));
    }

    /** A builder of the user app. */
    public static ImmutableUserApp.BuildFinal userApp(Image image, ChartExtras extras) {
        return ImmutableUserApp.builder().image(image).chartOnly(new ChartOnly(true, extras, null));
    }

    /** A builder of a Webank. */
    public static ImmutableWebank.BuildFinal webank(OnlineBanking obs, UserApp userApp, ChartExtras extras) {
        return ImmutableWebank.builder()
                .onlineBanking(obs)
                .userApp(userApp)
                .chartOnly(new ChartOnly(true, extras, null));
    }
}
