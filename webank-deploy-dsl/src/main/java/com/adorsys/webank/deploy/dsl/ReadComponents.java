package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;

/**
 * Builders of components that are read from the charts' values, with what only values can say. They take an internal type, so they are
 * for the packages {@code values}, whose {@code ChartValues} reads values, and {@code migration}, which writes Java for them.
 */
public final class ReadComponents {
    private ReadComponents() {}

    /** What only values say of a component. */
    public static ChartExtras extras(Component component) {
        return component.chartOnly().extras();
    }

    /** A component as a builder makes it, without what only values say. */
    public static Component built(Component component) {
        return with(component, ChartOnly.NONE);
    }

    /** A component with what only values say of another one. */
    public static Component withExtrasOf(Component component, Component read) {
        return with(component, read.chartOnly());
    }

    private static Component with(Component component, ChartOnly chartOnly) {
        if (component instanceof OnlineBanking obs) {
            return obs.withChartOnly(chartOnly);
        }
        if (component instanceof PendingRegistration prs) {
            return prs.withChartOnly(chartOnly);
        }
        return component instanceof UserApp app ? app.withChartOnly(chartOnly) : component;
    }

    /** A Webank as a builder makes it, without what only values say of its Ingress. */
    public static Webank built(Webank webank) {
        return webank.withChartOnly(ChartOnly.NONE);
    }

    /** A Webank with what only values say of the Ingress of another one. */
    public static Webank withExtrasOf(Webank webank, Webank read) {
        return webank.withChartOnly(read.chartOnly());
    }

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
