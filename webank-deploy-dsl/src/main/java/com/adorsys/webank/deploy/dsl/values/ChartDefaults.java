package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/**
 * The charts' default values, as data.
 *
 * <p>They are built in Java, since parsing a file would take a command-line process longer than all of its rendering.
 * Nulls of the charts are kept, since {@link HelmMerge} distinguishes keys that a chart has from unknown ones.
 */
final class ChartDefaults {
    static final String COMMON_LABELS = "{{ $.Values.commonLabels | toYaml }}";
    static final String COMMON_ANNOTATIONS = "{{ $.Values.commonAnnotations | toYaml }}";
    static final String DATABASE_NAME = "{{ template \"common.names.fullname\" . }}-db";

    private static final String HOST = "{{ include \"common.names.fullname\" $ }}.webank.local";

    // Not synchronized: two threads that create one of these at the same time create equal values.
    private static @Nullable MapTree onlineBanking;
    private static @Nullable MapTree registration;
    private static @Nullable MapTree userApp;
    private static @Nullable MapTree umbrella;

    private ChartDefaults() {}

    /** The defaults of a chart; for the umbrella without those of its parts. */
    static MapTree of(Chart chart) {
        return switch (chart) {
            case WEBANK -> umbrella();
            case WEBANK_OBS -> onlineBanking();
            case WEBANK_PRS -> registration();
            case WEBANK_USERAPP -> userApp();
        };
    }

    /** The default at a path of keys in a chart's own defaults; null where there is none. */
    static @Nullable Tree at(Chart chart, String... path) {
        return Trees.value(of(chart), path);
    }

    private static MapTree onlineBanking() {
        MapTree known = onlineBanking;
        if (known == null) {
            known = part(
                    8081,
                    probe("/swagger-ui.html", 8081, 10),
                    ListTree.of(
                            placeholder("SERVER_PRIVATE_KEY_JSON"),
                            placeholder("SERVER_PUBLIC_KEY_JSON"),
                            placeholder("JWT_ISSUER"),
                            placeholder("JWT_EXPIRATION_TIME_MS")),
                    image(
                            "adorsys-gis/webank-online-banking",
                            "bd93440d5977debae17cf9552913d91fe44a907d",
                            "IfNotPresent"),
                    database());
            onlineBanking = known;
        }
        return known;
    }

    private static MapTree registration() {
        MapTree known = registration;
        if (known == null) {
            known = part(
                    8080,
                    probe("/swagger-ui.html", 8080, 10),
                    ListTree.of(
                            placeholder("TWILIO_ACCOUNT_SID"),
                            placeholder("TWILIO_AUTH_TOKEN"),
                            placeholder("TWILIO_PHONE_NUMBER"),
                            placeholder("OTP_SALT"),
                            placeholder("SERVER_PRIVATE_KEY_JSON"),
                            placeholder("SERVER_PUBLIC_KEY_JSON"),
                            placeholder("JWT_ISSUER"),
                            placeholder("JWT_EXPIRATION_TIME_MS"),
                            // A mistake in the chart: these two names are placeholders too.
                            variable("${EMAIL}", "${EMAIL}"),
                            variable("${PASSWORD}", "${PASSWORD}")),
                    image("adorsys-gis/webank-prs", "cf473e31804906edaf95e1ca3cced343a63b221c", "Always"),
                    database());
            registration = known;
        }
        return known;
    }

    private static MapTree userApp() {
        MapTree known = userApp;
        if (known == null) {
            known = part(
                    80,
                    probe("/", 80, 5),
                    // A mistake in the chart: WEABNK.
                    ListTree.of(variable("VITE_WEABNK_PRS_URL", "/"), variable("VITE_WEBANK_OBS_URL", "/")),
                    image("adorsys-gis/webank-userapp", "0d3fab925c4b647ff10cee76ea62522e7961e88d", "IfNotPresent"),
                    null);
            userApp = known;
        }
        return known;
    }

    private static MapTree umbrella() {
        MapTree known = umbrella;
        if (known == null) {
            MapTree ingressOff = MapTree.of("ingress", MapTree.of("enabled", ScalarTree.of(false)));
            known = names().put("obs", ingressOff)
                    .put("prs", ingressOff)
                    .put("userapp", ingressOff.with("env", ScalarTree.ofNull()))
                    .put(
                            "global",
                            MapTree.of(
                                    "postgresql",
                                    MapTree.of(
                                            "auth",
                                            MapTree.builder(4)
                                                    .put("postgresPassword", "never-show-me-hide-me-only")
                                                    .put("username", "change-and-hide-me")
                                                    .put("password", "change-and-hide-me-more")
                                                    .put("database", "webank-db")
                                                    .build())))
                    .put(
                            "ingress",
                            MapTree.builder(5)
                                    .put("additionalLabels", COMMON_LABELS)
                                    .put("className", "")
                                    .put("annotations", COMMON_ANNOTATIONS)
                                    .put("host", HOST)
                                    .put("tls", false)
                                    .build())
                    .build();
            umbrella = known;
        }
        return known;
    }

    private static MapTree part(int port, MapTree probe, ListTree env, MapTree image, @Nullable MapTree database) {
        MapTree.Builder part = names().put("replicaCount", 1)
                .put(
                        "strategy",
                        MapTree.builder(2)
                                .put("type", "RollingUpdate")
                                .put(
                                        "rollingUpdate",
                                        MapTree.builder(2)
                                                .put("maxSurge", "25%")
                                                .put("maxUnavailable", "25%")
                                                .build())
                                .build())
                .put(
                        "autoscaling",
                        MapTree.builder(5)
                                .put("enabled", false)
                                .put("minReplicas", 1)
                                .put("maxReplicas", 3)
                                .put("targetCPUUtilizationPercentage", 50)
                                .put("targetMemoryUtilizationPercentage", 50)
                                .build())
                .put(
                        "resources",
                        MapTree.builder(2)
                                .put("requests", amounts("200m", "512Mi"))
                                .put("limits", amounts("400m", "1Gi"))
                                .build())
                .put("volumes", ListTree.of())
                .put("volumeMounts", ListTree.of())
                .put("env", env)
                .put("envFrom", ListTree.of())
                .put("image", image)
                .put("livenessProbe", probe)
                .put("readinessProbe", probe)
                .put(
                        "service",
                        MapTree.builder(8)
                                .put("additionalLabels", COMMON_LABELS)
                                .put("type", "ClusterIP")
                                .put("port", port)
                                .put("targetPort", port)
                                .put("annotations", COMMON_ANNOTATIONS)
                                .put("loadBalancerIP", ScalarTree.ofNull())
                                .put("allocateLoadBalancerNodePorts", ScalarTree.ofNull())
                                .put("clusterIP", ScalarTree.ofNull())
                                .build())
                .put(
                        "serviceAccount",
                        MapTree.builder(2)
                                .put("create", false)
                                .put("automount", true)
                                .build())
                .put(
                        "ingress",
                        MapTree.builder(6)
                                .put("additionalLabels", COMMON_LABELS)
                                .put("enabled", true)
                                .put("className", "")
                                .put("annotations", COMMON_ANNOTATIONS)
                                .put("host", HOST)
                                .put("tls", false)
                                .build());
        if (database != null) {
            part.put("database", database);
        }
        return part.build();
    }

    private static MapTree.Builder names() {
        return MapTree.builder(24)
                .put("kubeVersion", ScalarTree.ofNull())
                .put("nameOverride", ScalarTree.ofNull())
                .put("fullnameOverride", ScalarTree.ofNull())
                .put("commonLabels", ScalarTree.ofNull())
                .put("commonAnnotations", ScalarTree.ofNull());
    }

    private static MapTree probe(String path, int port, int delay) {
        return MapTree.builder(3)
                .put(
                        "httpGet",
                        MapTree.builder(2).put("path", path).put("port", port).build())
                .put("initialDelaySeconds", delay)
                .put("periodSeconds", 5)
                .build();
    }

    private static MapTree image(String repository, String tag, String pullPolicy) {
        return MapTree.builder(6)
                .put("registry", "ghcr.io")
                .put("repository", repository)
                .put("tag", tag)
                .put("digest", "")
                .put("pullPolicy", pullPolicy)
                .put("pullSecrets", ListTree.of())
                .build();
    }

    private static MapTree database() {
        return MapTree.builder(7)
                .put("name", DATABASE_NAME)
                .put("host", "webank-db")
                .put("port", 5432)
                .put("user", "webank-user")
                .put("password", "webank-password")
                .put("secretName", ScalarTree.ofNull())
                .put("secretKey", "password")
                .build();
    }

    private static MapTree amounts(String cpu, String memory) {
        return MapTree.builder(2).put("cpu", cpu).put("memory", memory).build();
    }

    private static MapTree placeholder(String name) {
        return variable(name, "${" + name + "}");
    }

    private static MapTree variable(String name, String value) {
        return MapTree.builder(2).put("name", name).put("value", value).build();
    }
}
