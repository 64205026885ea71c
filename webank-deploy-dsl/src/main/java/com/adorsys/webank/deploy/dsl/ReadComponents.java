package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.dsl.internal.ReadNames;
import com.adorsys.webank.deploy.dsl.internal.ReadPart;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes components of what the charts' values say, with what only values can say. Its parameters are internal: it is for the package
 * {@code values}, whose {@code ChartValues} reads values.
 */
public final class ReadComponents {
    private ReadComponents() {}

    /** The component of a chart other than the umbrella. */
    public static Component component(Chart chart, ReadPart part) {
        return switch (chart) {
            case WEBANK_OBS -> onlineBanking(part);
            case WEBANK_PRS -> pendingRegistration(part);
            default -> userApp(part);
        };
    }

    private static OnlineBanking onlineBanking(ReadPart part) {
        return ImmutableOnlineBanking.generatedBuilder()
                .image(part.image())
                .database(part.database())
                .pullPolicy(part.pullPolicy())
                .addAllImagePullSecrets(part.imagePullSecrets())
                .scaling(part.scaling())
                .strategy(part.strategy())
                .resources(part.resources())
                .port(part.targetPort())
                .probes(part.probes())
                .addAllVolumes(part.volumes())
                .addAllVolumeMounts(part.volumeMounts())
                .service(part.service())
                .serviceAccount(part.serviceAccount())
                .ingress(part.ingress())
                .putAllLabels(part.labels())
                .putAllAnnotations(part.annotations())
                .nameOverride(part.nameOverride())
                .fullnameOverride(part.fullnameOverride())
                .namespaceOverride(part.namespaceOverride())
                .addAllEnv(part.env())
                .secrets(part.secrets())
                .addAllEnvFrom(part.envFrom())
                .chartOnly(ofBackend(part))
                .build();
    }

    private static PendingRegistration pendingRegistration(ReadPart part) {
        return ImmutablePendingRegistration.generatedBuilder()
                .image(part.image())
                .database(part.database())
                .pullPolicy(part.pullPolicy())
                .addAllImagePullSecrets(part.imagePullSecrets())
                .scaling(part.scaling())
                .strategy(part.strategy())
                .resources(part.resources())
                .port(part.targetPort())
                .probes(part.probes())
                .addAllVolumes(part.volumes())
                .addAllVolumeMounts(part.volumeMounts())
                .service(part.service())
                .serviceAccount(part.serviceAccount())
                .ingress(part.ingress())
                .putAllLabels(part.labels())
                .putAllAnnotations(part.annotations())
                .nameOverride(part.nameOverride())
                .fullnameOverride(part.fullnameOverride())
                .namespaceOverride(part.namespaceOverride())
                .addAllEnv(part.env())
                .secrets(part.secrets())
                .addAllEnvFrom(part.envFrom())
                .chartOnly(ofBackend(part))
                .build();
    }

    private static UserApp userApp(ReadPart part) {
        // Its container listens on this port, whatever the values say.
        int port = Traits.USER_APP.port();
        return ImmutableUserApp.builder()
                .image(part.image())
                .pullPolicy(part.pullPolicy())
                .addAllImagePullSecrets(part.imagePullSecrets())
                .scaling(part.scaling())
                .strategy(part.strategy())
                .resources(part.resources())
                .port(port)
                .probes(part.probes())
                .addAllVolumes(part.volumes())
                .addAllVolumeMounts(part.volumeMounts())
                .service(part.service())
                .serviceAccount(part.serviceAccount())
                .ingress(part.ingress())
                .putAllLabels(part.labels())
                .putAllAnnotations(part.annotations())
                .nameOverride(part.nameOverride())
                .fullnameOverride(part.fullnameOverride())
                .namespaceOverride(part.namespaceOverride())
                .putAllPublicEnv(part.publicEnv())
                .chartOnly(chartOnly(part, null, part.targetPort() == port ? null : (Integer) part.targetPort()))
                .build();
    }

    /** A Webank of online banking, pending registration and the user app, with what the umbrella's own values say. */
    public static Webank webank(List<Component> parts, ReadNames own) {
        Map<String, String> labels = own.labels();
        Map<String, String> annotations = own.annotations();
        return ImmutableWebank.builder()
                .onlineBanking((OnlineBanking) parts.get(0))
                .userApp((UserApp) parts.get(2))
                .pendingRegistration((PendingRegistration) parts.get(1))
                .putAllLabels(labels)
                .putAllAnnotations(annotations)
                .nameOverride(own.nameOverride())
                .fullnameOverride(own.fullnameOverride())
                .namespaceOverride(own.namespaceOverride())
                .ingress(own.ingress())
                .chartOnly(ChartOnly.fromValues(labels, annotations))
                .build();
    }

    private static ChartOnly ofBackend(ReadPart part) {
        Optional<MapTree> data = part.databaseSecret();
        return chartOnly(
                part,
                data.isEmpty()
                        ? null
                        : new ChartOnly.LiteralPassword(part.database().password(), data.get()),
                null);
    }

    private static ChartOnly chartOnly(
            ReadPart part, ChartOnly.@Nullable LiteralPassword password, @Nullable Integer servicePort) {
        return new ChartOnly(
                true,
                part.labels(),
                part.annotations(),
                part.writtenReplicas().isEmpty()
                        ? null
                        : (Integer) part.writtenReplicas().getAsInt(),
                password,
                part.rawEnv().orElse(null),
                part.rawEnvFrom().orElse(null),
                servicePort,
                part.unwritten());
    }
}
