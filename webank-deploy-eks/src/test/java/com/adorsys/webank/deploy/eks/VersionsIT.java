package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;

/** Objects that a release writes in one version of the API, and then in another. */
class VersionsIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "versions");
    private final Deployer deployer = site.deployer();

    private static final String SCALER_V1 = """
            apiVersion: autoscaling/v1
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              maxReplicas: 3
              minReplicas: 2
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              targetCPUUtilizationPercentage: 80
            """;
    private static final String SCALER_V2 = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              maxReplicas: 4
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              metrics:
              - type: Resource
                resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
            """;

    @Test
    void an_object_goes_to_another_version_and_back_without_being_deleted() {
        ManifestSet old = site.set(SCALER_V1);
        ManifestSet changed = site.set(SCALER_V2);
        deployer.apply(old);
        String uid = site.live("hpa", "web", "metadata", "uid").orElseThrow();

        assertThat(Site.actions(deployer.plan(changed))).containsExactly("HorizontalPodAutoscaler/web UPDATE");
        assertThat(Site.outcomes(deployer.apply(changed))).containsExactly("HorizontalPodAutoscaler/web UPDATED");

        assertThat(site.live("hpa", "web", "metadata", "uid")).contains(uid);
        assertThat(site.kubectl(
                        "get",
                        "hpa.v2.autoscaling",
                        "web",
                        "--output=jsonpath={.spec.minReplicas} {.spec.maxReplicas} {.spec.metrics[*].resource.name}"))
                .isEqualTo("1 4 cpu");
        assertThat(deployer.apply(changed).isEmpty()).isTrue();
        assertThat(deployer.status().objects())
                .isNotEmpty()
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.NONE);

        deployer.rollback(1);
        assertThat(site.live("hpa", "web", "metadata", "uid")).contains(uid);
        assertThat(site.kubectl(
                        "get",
                        "hpa.v2.autoscaling",
                        "web",
                        "--output=jsonpath={.spec.minReplicas} {.spec.maxReplicas} {.spec.metrics[*].resource.name}"))
                .isEqualTo("2 3 cpu");
        assertThat(deployer.apply(old).isEmpty()).isTrue();
        deployer.delete();
        assertThat(site.has("hpa", "web")).isFalse();
    }

    private static String definition(String versions) {
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.NS.example.com}
                spec:
                  group: NS.example.com
                  scope: Namespaced
                  names: {plural: things, kind: Thing, listKind: ThingList}
                  versions: [VERSIONS]
                ---
                """.replace("VERSIONS", versions);
    }

    private static String version(String name, boolean stored) {
        return "{name: " + name + ", served: true, storage: " + stored
                + ", schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}";
    }

    private static String thing(String version) {
        return "{apiVersion: NS.example.com/" + version + ", kind: Thing, metadata: {name: it}, spec: {size: 1}}\n";
    }

    @Test
    void a_new_version_of_a_kind_comes_with_objects_in_it() {
        ManifestSet old = site.set(definition(version("v1", true)) + thing("v1"));
        ManifestSet changed = site.set(definition(version("v1", false) + ", " + version("v2", true)) + thing("v2"));
        deployer.apply(old);
        String uid = site.live("things." + site.namespace() + ".example.com", "it", "metadata", "uid")
                .orElseThrow();

        Plan plan = deployer.plan(changed);
        assertThat(plan.problems()).isEmpty();
        deployer.apply(plan);

        assertThat(site.live("things." + site.namespace() + ".example.com", "it", "metadata", "uid"))
                .contains(uid);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            assertThat(site.deployer("shop", proxy.client()).apply(changed).isEmpty())
                    .isTrue();
            assertThat(proxy.requests()).hasSize(4);
        }
        assertThat(deployer.status().isHealthy()).isTrue();

        site.kubectl("patch", "things." + site.namespace() + ".example.com", "it", "--type=merge", "--patch", """
                {"spec": {"size": 2}}""");
        assertThat(deployer.status().objects())
                .anyMatch(
                        object -> object.id().kind().equals("Thing") && object.drift() == ReleaseStatus.Drift.CHANGED);
        assertThat(Site.of(deployer.plan(changed), "Thing", "it").action()).isEqualTo(PlannedChange.Action.CONFLICT);
    }
}
