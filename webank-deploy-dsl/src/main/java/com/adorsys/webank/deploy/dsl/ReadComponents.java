package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The builder of the component of a chart, which is not the umbrella. */
    public static ComponentBuilder builder(Chart chart) {
        return switch (chart) {
            case WEBANK_OBS -> (ComponentBuilder) ImmutableOnlineBanking.generatedBuilder();
            case WEBANK_PRS -> (ComponentBuilder) ImmutablePendingRegistration.generatedBuilder();
            case WEBANK_USERAPP -> (ComponentBuilder) ImmutableUserApp.builder();
            case WEBANK -> throw new IllegalArgumentException("the umbrella is not a component");
        };
    }

    /** The builder of a Webank. */
    public static WebankBuilder builder() {
        return (WebankBuilder) ImmutableWebank.builder();
    }

    /**
     * A component with what only values say.
     *
     * @param password the reference to the password of its database; null without a database
     */
    public static Component build(ComponentBuilder builder, ChartExtras extras, @Nullable SecretKeyRef password) {
        return builder.chartOnly(new ChartOnly(true, extras, password)).build();
    }

    /** A Webank with what only values say. */
    public static Webank build(WebankBuilder builder, ChartExtras extras) {
        return builder.chartOnly(new ChartOnly(true, extras, null)).build();
    }

    // The builders are generated. These are the methods that they share, so that a setting is read for all of them at
    // once.

    /** What the builders of a Webank and of its components have in common. */
    public interface ReleaseBuilder {
        ReleaseBuilder putAllLabels(Map<String, ? extends String> labels);

        ReleaseBuilder putAllAnnotations(Map<String, ? extends String> annotations);

        ReleaseBuilder nameOverride(Optional<String> name);

        ReleaseBuilder fullnameOverride(Optional<String> name);

        ReleaseBuilder namespaceOverride(Optional<String> namespace);

        ReleaseBuilder ingress(Ingress ingress);
    }

    /** The builder of a Webank. */
    public interface WebankBuilder extends ReleaseBuilder {
        WebankBuilder onlineBanking(OnlineBanking component);

        WebankBuilder userApp(UserApp component);

        WebankBuilder pendingRegistration(PendingRegistration component);

        WebankBuilder chartOnly(ChartOnly chartOnly);

        Webank build();
    }

    /** What the builders of components have in common. */
    public interface ComponentBuilder extends ReleaseBuilder {
        ComponentBuilder image(Image image);

        ComponentBuilder pullPolicy(PullPolicy policy);

        ComponentBuilder addImagePullSecrets(SecretRef secret);

        ComponentBuilder scaling(Scaling scaling);

        ComponentBuilder strategy(DeploymentStrategy strategy);

        ComponentBuilder resources(Resources resources);

        ComponentBuilder port(int port);

        ComponentBuilder probes(Probes probes);

        ComponentBuilder addVolumes(PodVolume volume);

        ComponentBuilder addVolumeMounts(VolumeMount mount);

        ComponentBuilder service(ServiceSettings service);

        ComponentBuilder serviceAccount(ServiceAccountSettings account);

        ComponentBuilder chartOnly(ChartOnly chartOnly);

        Component build();
    }

    /** The builder of a component with a database. */
    public interface BackendBuilder extends ComponentBuilder {
        BackendBuilder database(Database database);

        BackendBuilder secrets(SecretRef secrets);

        BackendBuilder addEnv(EnvVar variable);

        BackendBuilder addEnvFrom(EnvFrom source);
    }

    /** The builder of the user app. */
    public interface UserAppBuilder extends ComponentBuilder {
        UserAppBuilder putAllPublicEnv(Map<String, ? extends String> variables);
    }
}
