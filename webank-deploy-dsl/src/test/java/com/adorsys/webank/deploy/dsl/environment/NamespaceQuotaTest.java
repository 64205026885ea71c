package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Quotas and limit ranges of a namespace, compared with the pods of its environment. */
class NamespaceQuotaTest {
    private static final Webank WEBANK = Samples.smallest();
    private static final Environment DEV = Environment.builder()
            .name("dev")
            .webank(WEBANK)
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .build();

    /** Both pods request 200m and 512Mi, and one more of each while they roll out. */
    private final Webank two = WEBANK.withOnlineBanking(
                    obs -> obs.withResources(Resources.request("200m", "512Mi").withMemoryLimit("512Mi")))
            .withUserApp(
                    app -> app.withResources(Resources.request("200m", "512Mi").withMemoryLimit("1Gi")));

    private Environment with(Resources quota) {
        return DEV.withWebank(two)
                .withNamespace(NamespaceSettings.builder()
                        .quota(NamespaceQuota.of(quota))
                        .build());
    }

    @Test
    void are_manifests_of_the_environment() {
        Environment dev = DEV.withWebank(two)
                .withNamespace(NamespaceSettings.builder()
                        .quota(NamespaceQuota.of(Resources.request("4", "8Gi")
                                        .withLimit("memory", "16Gi")
                                        .withRequest("ephemeral-storage", "10Gi"))
                                .withPods(20))
                        .limits(NamespaceLimits.of(
                                        Resources.request("100m", "128Mi").withMemoryLimit("512Mi"))
                                .withMax("memory", "2Gi"))
                        .build());

        assertThat(problems(dev)).isEmpty();
        assertThat(dev.tree().text("environments/dev/webank/resourcequota-webank.yaml"))
                .endsWith("""
                        kind: ResourceQuota
                        metadata:
                          name: webank
                          namespace: webank
                          labels:
                            app.kubernetes.io/instance: webank
                            app.kubernetes.io/managed-by: webank-deploy
                            app.kubernetes.io/name: webank
                            app.kubernetes.io/part-of: webank
                        spec:
                          hard:
                            requests.cpu: "4"
                            requests.memory: 8Gi
                            requests.ephemeral-storage: 10Gi
                            limits.memory: 16Gi
                            pods: "20"
                        """);
        assertThat(dev.tree().text("environments/dev/webank/limitrange-webank.yaml"))
                .endsWith("""
                        spec:
                          limits:
                          - type: Container
                            defaultRequest:
                              cpu: 100m
                              memory: 128Mi
                            default:
                              memory: 512Mi
                            max:
                              memory: 2Gi
                        """);
    }

    @Test
    void fit_the_pods_and_one_more_of_each_deployment() {
        assertThat(problems(with(Resources.request("800m", "2Gi").withLimit("memory", "3Gi"))))
                .isEmpty();
        assertThat(problems(with(Resources.request("799m", "2Gi").withLimit("memory", "2Gi"))))
                .containsExactly(
                        tooSmall("requests.cpu", "799m", "800m"), tooSmall("limits.memory", "2048Mi", "3072Mi"));
    }

    @Test
    void fit_the_maximum_of_an_autoscaler_and_no_more_pod_where_all_are_recreated() {
        Environment dev = with(Resources.none().withRequest("cpu", "1"));
        Webank scaled = two.withUserApp(app -> app.withReplicas(1).withStrategy(DeploymentStrategy.recreate()))
                .withOnlineBanking(obs -> obs.withScaling(Autoscaling.builder()
                        .maxReplicas(4)
                        .targetCpuPercent(70)
                        .metricsServer(Autoscaling.MetricsServer.INSTALLED)
                        .build()));

        assertThat(problems(dev.withWebank(scaled))).containsExactly(tooSmall("requests.cpu", "1", "1200m"));
    }

    @Test
    void count_pods() {
        NamespaceSettings three = NamespaceSettings.builder()
                .quota(NamespaceQuota.of(Resources.none()).withPods(3))
                .build();

        assertThat(problems(DEV.withNamespace(three))).containsExactly(tooSmall("pods", "3", "4"));
    }

    @Test
    void are_set_by_every_container_that_a_quota_counts() {
        String refused = "error QUOTA_RESOURCE_MISSING environment.dev.Deployment/webank/webank-%s"
                + ".spec.template.spec.containers[0].resources: the container `%s` does not set `limits.cpu`, which the"
                + " ResourceQuota `webank` counts, so Kubernetes refuses its pods. Set it, or let a LimitRange of the"
                + " namespace give it a default.";
        Environment dev = with(Resources.none().withLimit("cpu", "8"));

        assertThat(problems(dev))
                .containsExactly(
                        refused.formatted("obs", "online-banking-service"),
                        refused.formatted("userapp", "userapp-frontend"));
        assertThat(problems(dev.withNamespace(dev.namespace()
                        .withLimits(NamespaceLimits.of(Resources.none().withLimit("cpu", "1"))))))
                .isEmpty();
    }

    @Test
    void are_not_higher_than_the_maximum_of_one_container() {
        Environment dev = DEV.withWebank(two)
                .withNamespace(NamespaceSettings.builder()
                        .limits(NamespaceLimits.of(Resources.none().withLimit("cpu", "100m"))
                                .withMax("memory", "768Mi"))
                        .build());

        assertThat(problems(dev))
                .containsExactly(
                        misfit(
                                "obs",
                                "online-banking-service",
                                "request of cpu, `200m`, is higher than the limit of cpu, `100m`"),
                        misfit(
                                "userapp",
                                "userapp-frontend",
                                "limit of memory, `1024Mi`, is higher than the maximum of memory, `768Mi`"),
                        misfit(
                                "userapp",
                                "userapp-frontend",
                                "request of cpu, `200m`, is higher than the limit of cpu, `100m`"));
    }

    @Test
    void count_init_containers_and_sidecars_as_kubernetes_does() {
        ManifestSet job = set("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate, namespace: webank}
                spec:
                  parallelism: 2
                  template:
                    spec:
                      restartPolicy: Never
                      initContainers:
                      - {name: proxy, image: 'a:1', restartPolicy: Always, resources: {requests: {cpu: 100m}}}
                      - {name: prepare, image: 'a:1', resources: {limits: {cpu: 1}}}
                      containers:
                      - {name: main, image: 'a:1', resources: {requests: {cpu: 300m}}}
                """);

        assertThat(problems(with(Resources.none().withRequest("cpu", "2")).withExtraManifests(job)))
                .containsExactly(tooSmall("requests.cpu", "2", "3"));
    }

    @Test
    void are_valid() {
        assertInvalid(
                () -> NamespaceQuota.of(Resources.none().withRequest("nvidia.com/gpu", "1")),
                "error UNKNOWN_VALUE quota: the resource `nvidia.com/gpu` is not one of cpu, memory,"
                        + " ephemeral-storage. Leave it out, or write the object as an extra manifest.");
        assertInvalid(
                () -> NamespaceQuota.of(Resources.none().withRequest("cpu", "-1")),
                "error OUT_OF_RANGE quota: the amount `-1` of cpu is below 0. Give 0 or more.");
        assertInvalid(
                () -> NamespaceQuota.of(Resources.none()).withPods(0),
                "error OUT_OF_RANGE quota.pods: `0` is less than 1. Give the number of pods that may run at one time.");
        assertInvalid(
                () -> NamespaceLimits.of(Resources.request("1", "1Gi")).withMax("cpu", "500m"),
                "error OUT_OF_RANGE limits.max: the maximum `500m` of cpu is lower than the default `1`. Raise the"
                        + " maximum or lower the default.");
    }

    private static String tooSmall(String resource, String allowed, String needed) {
        String place = resource.equals("pods") ? "spec.hard.pods" : "spec.hard[\"" + resource + "\"]";
        return "error QUOTA_TOO_SMALL environment.dev.ResourceQuota/webank/webank." + place + ": the quota allows `"
                + allowed + "`, and the pods of the namespace need `" + needed
                + "`: all replicas, the maximum of each"
                + " autoscaler, and one more pod of each Deployment that rolls out. Raise it to `" + needed
                + "` or more, or lower the requests, limits or replicas.";
    }

    private static String misfit(String component, String container, String why) {
        return "error LIMIT_RANGE_EXCEEDED environment.dev.Deployment/webank/webank-" + component
                + ".spec.template.spec.containers[0].resources: the container `" + container
                + "` does not fit the LimitRange, so Kubernetes refuses its pods: its " + why
                + ". Lower it, or raise that of the LimitRange.";
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
    }

    private static ManifestSet set(String yaml) {
        return ManifestSet.of(Manifest.of((MapTree) YamlReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree()));
    }

    /** The problems besides those of pod security. */
    private static List<String> problems(Environment environment) {
        return environment.checkReport().problems().stream()
                .filter(problem -> !problem.code().equals("POD_SECURITY"))
                .map(Problem::toString)
                .toList();
    }
}
