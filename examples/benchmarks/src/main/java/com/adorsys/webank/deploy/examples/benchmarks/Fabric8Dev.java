package com.adorsys.webank.deploy.examples.benchmarks;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same seven objects as fabric8's builders make them. */
final class Fabric8Dev {
    private record Part(
            String name,
            String image,
            String container,
            String version,
            int port,
            boolean namedPort,
            String probe,
            int delay,
            String route,
            String secret) {}

    private static final Part USER_APP = new Part(
            "userapp",
            "ghcr.io/adorsys-gis/webank-userapp:0d3fab925c4b647ff10cee76ea62522e7961e88d",
            "userapp-frontend",
            "1.0.1",
            80,
            false,
            "/",
            5,
            "/",
            "");
    private static final Part OBS = new Part(
            "obs",
            "ghcr.io/adorsys-gis/webank-online-banking:bd93440d5977debae17cf9552913d91fe44a907d",
            "online-banking-service",
            "1.2.0",
            8081,
            true,
            "/swagger-ui.html",
            10,
            "/api",
            "webank-obs-secret");
    private static final Part PRS = new Part(
            "prs",
            "ghcr.io/adorsys-gis/webank-prs:cf473e31804906edaf95e1ca3cced343a63b221c",
            "online-banking-service",
            "1.0.0",
            8080,
            true,
            "/swagger-ui.html",
            10,
            "/api/prs",
            "webank-prs-secret");
    private static final List<Part> PARTS = List.of(USER_APP, OBS, PRS);

    private Fabric8Dev() {}

    /** The objects, made anew. */
    static List<HasMetadata> objects() {
        List<HasMetadata> objects = new ArrayList<>();
        List<HTTPIngressPath> paths = new ArrayList<>();
        for (Part part : PARTS) {
            objects.add(service(part));
            objects.add(deployment(part));
            paths.add(path(part));
        }
        objects.add(ingress(paths));
        return objects;
    }

    /** The objects as fabric8 writes them. */
    static String yaml() {
        StringBuilder text = new StringBuilder(8192);
        for (HasMetadata object : objects()) {
            text.append(Serialization.asYaml(object));
        }
        return text.toString();
    }

    private static Map<String, String> selector(String name) {
        Map<String, String> selector = new TreeMap<>();
        selector.put("app.kubernetes.io/instance", "webank");
        selector.put("app.kubernetes.io/name", name);
        return selector;
    }

    private static Map<String, String> labels(String name, String version, String app) {
        Map<String, String> labels = selector(name);
        labels.put("app.kubernetes.io/managed-by", "Helm");
        labels.put("app.kubernetes.io/version", app);
        labels.put("helm.sh/chart", name + "-" + version);
        return labels;
    }

    private static Service service(Part part) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("webank-" + part.name())
                .withNamespace("webank")
                .withLabels(labels(part.name(), part.version(), "1.0.0"))
                .endMetadata()
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(selector(part.name()))
                .addNewPort()
                .withName("http")
                .withPort(part.port())
                .withTargetPort(new IntOrString(part.port()))
                .endPort()
                .endSpec()
                .build();
    }

    private static Deployment deployment(Part part) {
        Map<String, String> labels = labels(part.name(), part.version(), "1.0.0");
        DeploymentBuilder builder = new DeploymentBuilder()
                .withNewMetadata()
                .withName("webank-" + part.name())
                .withNamespace("webank")
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString("25%"))
                .withMaxUnavailable(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withNewSelector()
                .withMatchLabels(selector(part.name()))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(part.container())
                .withImage(part.image())
                .withImagePullPolicy("Always")
                .withEnv(env(part))
                .addNewPort()
                .withContainerPort(part.port())
                .withName(part.namedPort() ? "http" : null)
                .withProtocol(part.namedPort() ? null : "TCP")
                .endPort()
                .withLivenessProbe(probe(part))
                .withReadinessProbe(probe(part))
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec();
        if (!part.secret().isEmpty()) {
            builder.editSpec()
                    .editTemplate()
                    .editSpec()
                    .editFirstContainer()
                    .addNewEnvFrom()
                    .withNewSecretRef(part.secret(), null)
                    .endEnvFrom()
                    .endContainer()
                    .endSpec()
                    .endTemplate()
                    .endSpec();
        }
        return builder.build();
    }

    private static List<EnvVar> env(Part part) {
        List<EnvVar> env = new ArrayList<>();
        if (part.secret().isEmpty()) {
            env.add(variable("VITE_WEBANK_OBS_URL", "/api"));
            env.add(variable("VITE_WEBANK_PRS_URL", "/api/prs"));
            return env;
        }
        env.add(variable("SPRING_DATASOURCE_URL", "jdbc:postgresql://db.dev.webank.example.com:5432/webank_dev_env"));
        env.add(variable("SPRING_DATASOURCE_USERNAME", "webank"));
        env.add(new EnvVarBuilder()
                .withName("SPRING_DATASOURCE_PASSWORD")
                .withNewValueFrom()
                .withNewSecretKeyRef("password", "rds-secret", null)
                .endValueFrom()
                .build());
        env.add(variable("SPRING_PROFILES_ACTIVE", "postgres"));
        return env;
    }

    private static EnvVar variable(String name, String value) {
        return new EnvVarBuilder().withName(name).withValue(value).build();
    }

    private static Probe probe(Part part) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath(part.probe())
                .withPort(new IntOrString(part.port()))
                .endHttpGet()
                .withInitialDelaySeconds(part.delay())
                .withPeriodSeconds(5)
                .build();
    }

    private static HTTPIngressPath path(Part part) {
        return new HTTPIngressPathBuilder()
                .withPath(part.route())
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName("webank-" + part.name())
                .withNewPort()
                .withNumber(part.port())
                .endPort()
                .endService()
                .endBackend()
                .build();
    }

    private static Ingress ingress(List<HTTPIngressPath> paths) {
        Map<String, String> annotations = new TreeMap<>();
        String alb = "alb.ingress.kubernetes.io/";
        annotations.put(
                alb + "certificate-arn",
                "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000");
        annotations.put(alb + "healthcheck-interval-seconds", "15");
        annotations.put(alb + "healthcheck-timeout-seconds", "5");
        annotations.put(alb + "healthy-threshold-count", "2");
        annotations.put(alb + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]");
        annotations.put(alb + "load-balancer-name", "webank-dev");
        annotations.put(alb + "scheme", "internet-facing");
        annotations.put(alb + "ssl-redirect", "443");
        annotations.put(alb + "tags", "Environment=dev,Owner=webank");
        annotations.put(alb + "target-type", "ip");
        annotations.put(alb + "unhealthy-threshold-count", "2");
        annotations.put("external-dns.alpha.kubernetes.io/hostname", "dev.webank.example.com");
        return new IngressBuilder()
                .withNewMetadata()
                .withName("webank")
                .withNamespace("webank")
                .withLabels(labels("webank", "1.2.0-rc.2", "1.16.0"))
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("alb")
                .addNewRule()
                .withHost("dev.webank.example.com")
                .withNewHttp()
                .withPaths(paths)
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }
}
