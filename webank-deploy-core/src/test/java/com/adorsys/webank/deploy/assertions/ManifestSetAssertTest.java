package com.adorsys.webank.deploy.assertions;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Sets;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManifestSetAssertTest {
    private static final ManifestSet GOOD = Sets.of(Sets.GOOD);
    private static final ManifestSet SECRET = Sets.of("""
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: web}
            data: {password: aHVudGVyMg==}
            """);
    private static final String POD = "spec.template.spec";

    private static void fails(ThrowingCallable assertion, String text) {
        Throwable failure = catchThrowable(assertion);

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage(text);
    }

    private static ManifestAssert shop() {
        return assertThat(GOOD).deployment("shop");
    }

    @Test
    void one_import_serves_all_of_assertj() {
        assertThat("text").startsWith("te");
        assertThat(GOOD.manifests()).hasSize(4);
    }

    @Nested
    class Objects {
        @Test
        void are_found_by_kind_and_name() {
            assertThat(GOOD).hasSize(4).contains("Service", "shop").doesNotContain("Service", "db");
            assertThat(GOOD).service("shop").and().ingress("shop").and().horizontalPodAutoscaler("shop");
            assertThat(GOOD).object(ResourceId.of("apps/v1", "Deployment", "web", "shop"));
            assertThat(SECRET).secret("db").and().object("Secret", "db");
            assertThat(GOOD.manifests().get(0)).isNotNull();
        }

        @Test
        void that_are_missing_are_reported_with_the_nearest() {
            fails(
                    () -> assertThat(GOOD).deployment("shp"),
                    "There is no Deployment `shp`; did you mean `shop`? objects of this kind: `shop`");
            fails(
                    () -> assertThat(GOOD).configMap("settings"),
                    "There is no ConfigMap `settings`; the set has `Service/web/shop`, `Deployment/web/shop`,"
                            + " `HorizontalPodAutoscaler/web/shop`, `Ingress/web/shop`");
            fails(
                    () -> assertThat(ManifestSet.empty()).statefulSet("db"),
                    "There is no StatefulSet `db`; the set is empty");
            fails(
                    () -> assertThat(SECRET).object(ResourceId.of("v1", "Secret", "", "db")),
                    "There is no `Secret/db`; the set has `Secret/web/db`");
            fails(
                    () -> assertThat(SECRET).doesNotContain("Secret", "db"),
                    "There is `Secret/web/db`, which should not be there");
            fails(() -> assertThat(SECRET).hasSize(2), "There are 1 objects, not 2; they are `Secret/web/db`");
        }

        @Test
        void keep_the_description() {
            fails(
                    () -> assertThat(GOOD).as("dev").deployment("shop").hasReplicas(2),
                    "[dev] Deployment/web/shop has no `spec.replicas`, so it runs one pod, or as many as an autoscaler sets; expected `2`");
        }

        @Test
        void have_labels_and_annotations() {
            shop().hasLabel("team", "blue");

            fails(
                    () -> shop().hasLabel("team", "red"),
                    "Deployment/web/shop has `blue` as `team` in `metadata.labels`, not `red`");
            fails(
                    () -> shop().hasLabel("taem", "blue"),
                    "Deployment/web/shop has no `taem` in `metadata.labels`; did you mean `team`? there are `team`");
            fails(
                    () -> shop().hasAnnotation("a", "b"),
                    "Deployment/web/shop has no `a` in `metadata.annotations`; there is nothing");
        }
    }

    @Nested
    class Workloads {
        @Test
        void have_replicas() {
            ManifestSet three = Sets.goodBut(
                    "spec:\n  selector:\n    matchLabels", "spec:\n  replicas: 3\n  selector:\n    matchLabels");
            assertThat(three).deployment("shop").hasReplicas(3);
            shop().hasNoFixedReplicas();

            fails(
                    () -> assertThat(three).deployment("shop").hasReplicas(1),
                    "Deployment/web/shop has `3` as `spec.replicas`, not `1`");
            fails(
                    () -> assertThat(three).deployment("shop").hasNoFixedReplicas(),
                    "Deployment/web/shop has `3` as `spec.replicas`, which should not be set");
        }

        @Test
        void run_as_non_root() {
            shop().runsAsNonRoot().container("app").runsAsNonRoot();

            fails(
                    () -> assertThat(Sets.goodBut("runAsNonRoot: true", "fsGroup: 1"))
                            .deployment("shop")
                            .runsAsNonRoot(),
                    "Deployment/web/shop may run as root: `" + POD
                            + ".containers[0].securityContext.runAsNonRoot` is not set and `" + POD
                            + ".securityContext.runAsNonRoot` is not set");
            fails(
                    () -> assertThat(Sets.goodBut(
                                    "runAsNonRoot: true",
                                    "{runAsNonRoot: true, runAsUser: 0}"
                                            .replace("{", "")
                                            .replace("}", "")
                                            .replace(", ", "\n        ")))
                            .deployment("shop")
                            .runsAsNonRoot(),
                    "Deployment/web/shop runs as root: `" + POD + ".securityContext.runAsUser` is `0`");
            fails(() -> assertThat(GOOD).service("shop").runsAsNonRoot(), "Service/web/shop has no containers");
        }

        @Test
        void have_images() {
            shop().hasImage("ghcr.io/acme/shop:1.0").hasImage(Image.parse("ghcr.io/acme/shop:1.0"));
            shop().container("wait").hasImage("ghcr.io/acme/wait:1");

            fails(
                    () -> shop().hasImage("ghcr.io/acme/shop:2.0"),
                    "Deployment/web/shop has no container with the image `ghcr.io/acme/shop:2.0`; the images are `ghcr.io/acme/shop:1.0`");
            fails(
                    () -> shop().container("ap"),
                    "Deployment/web/shop has no container `ap`; did you mean `app`? there are `app`, `wait`");
        }

        @Test
        void have_variables() {
            shop().hasEnv("MODE").hasEnv("MODE", "fast").doesNotHaveEnv("MODUS");
            shop().hasEnvFromSecret("DB_PASSWORD", SecretKeyRef.of("db", "password"));
            shop().hasEnvFromSecret("shop-settings");

            fails(
                    () -> shop().hasEnv("MODE", "slow"),
                    "Deployment/web/shop has `fast` in `" + POD
                            + ".containers[0].env[0].value`, the value of `MODE`, not `slow`");
            fails(
                    () -> shop().hasEnv("MOD"),
                    "Deployment/web/shop has no variable `MOD`; did you mean `MODE`? it has `MODE`, `DB_PASSWORD`");
            fails(
                    () -> shop().hasEnv("DB_PASSWORD", "x"),
                    "Deployment/web/shop takes the variable `DB_PASSWORD` from `" + POD
                            + ".containers[0].env[1].valueFrom`; expected a value");
            fails(
                    () -> shop().doesNotHaveEnv("MODE"),
                    "Deployment/web/shop has the variable `MODE` in `" + POD + ".containers[0].env[0]`");
            fails(
                    () -> shop().hasEnvFromSecret("MODE", "db", "password"),
                    "Deployment/web/shop does not take the variable `MODE` from a Secret: `" + POD
                            + ".containers[0].env[0]` has a value");
            fails(
                    () -> shop().hasEnvFromSecret("DB_PASSWORD", "db", "user"),
                    "Deployment/web/shop takes the variable `DB_PASSWORD` from the key `password` of the Secret `db`, not from `user` of `db`: `"
                            + POD + ".containers[0].env[1].valueFrom.secretKeyRef`");
            fails(
                    () -> shop().hasEnvFromSecret("shop-setings"),
                    "Deployment/web/shop takes no variables from a Secret `shop-setings` by `envFrom`; did you mean `shop-settings`? it takes those of `shop-settings`");
        }

        @Test
        void do_not_show_the_values_of_variables_that_sound_secret() {
            ManifestSet literal = Sets.goodBut("{name: MODE, value: fast}", "{name: API_TOKEN, value: hunter2}");

            fails(
                    () -> assertThat(literal).deployment("shop").hasEnv("API_TOKEN", "hunter3"),
                    "Deployment/web/shop has another value in `" + POD
                            + ".containers[0].env[0].value`, the value of `API_TOKEN`");
        }

        @Test
        void mount_volumes() {
            shop().mounts("scratch").mounts("/tmp");

            fails(
                    () -> shop().mounts("/temp"),
                    "Deployment/web/shop does not mount `/temp`; did you mean `/tmp`? it mounts `/tmp`");
            fails(
                    () -> shop().container("wait").mounts("scratch"),
                    "Deployment/web/shop does not mount `scratch`; it mounts nothing");
        }

        @Test
        void expose_ports() {
            shop().exposes(8080).and().service("shop").exposes(80);

            fails(() -> shop().exposes(80), "Deployment/web/shop has no port `80`; its ports are `8080`");
            fails(
                    () -> assertThat(GOOD).service("shop").exposes(8080),
                    "Service/web/shop has no port `8080`; its ports are `80`");
        }
    }

    @Test
    void ingresses_route_to_services() {
        assertThat(GOOD).ingress("shop").routes("/", "shop").routes("shop.example.com", "/", "shop");

        fails(() -> assertThat(GOOD).ingress("shop").routes("shop.example.com", "/api", "shop"), """
                Ingress/web/shop has no route `shop.example.com/api -> shop`; its routes are
                  shop.example.com/ -> shop  (spec.rules[0].http.paths[0])""");
        fails(
                () -> assertThat(GOOD).service("shop").routes("/", "shop"),
                "Service/web/shop has no route `/ -> shop`; it has no routes");
    }

    @Nested
    class SecretsAndReferences {
        @Test
        void secrets_that_must_be_in_the_cluster_are_required() {
            assertThat(GOOD)
                    .requiresSecret("db")
                    .requiresSecret("db", "password")
                    .requiresSecret(SecretKeyRef.of("db", "password"))
                    .requiresSecret("shop-settings");
            shop().requiresSecret("db").requiresSecret("db", "password");

            fails(
                    () -> assertThat(GOOD).requiresSecret("bd"),
                    "Nothing refers to a Secret `bd` outside the set; did you mean `db`? the set requires `db`, `shop-settings`");
            fails(
                    () -> assertThat(GOOD).requiresSecret("db", "pasword"),
                    "Nothing refers to the key `pasword` of the Secret `db`; did you mean `password`? it refers to `password`");
            fails(
                    () -> assertThat(GOOD).requiresSecret("shop-settings", "a"),
                    "Nothing refers to the key `a` of the Secret `shop-settings`; it is referred to as a whole");
            fails(
                    () -> assertThat(GOOD).ingress("shop").requiresSecret("db"),
                    "Ingress/web/shop: Nothing refers to a Secret `db` outside the set; no Secret is required");
            fails(
                    () -> assertThat(GOOD.plus(SECRET)).requiresSecret("db"),
                    "The Secret `db` is in the set, so the cluster need not have it: `Deployment/web/shop` has it at `"
                            + POD + ".containers[0].env[1].valueFrom.secretKeyRef`");
        }

        @Test
        void config_maps_that_must_be_in_the_cluster_are_required() {
            ManifestSet set = Sets.goodBut(
                    "- secretRef: {name: shop-settings}",
                    "- configMapRef: {name: settings}\n        - configMapRef: {name: db}");

            assertThat(set).requiresConfigMap("settings");
            assertThat(set).deployment("shop").requiresConfigMap("db");
            fails(
                    () -> assertThat(set).requiresConfigMap("settngs"),
                    "Nothing refers to a ConfigMap `settngs` outside the set; did you mean `settings`? the set requires `db`, `settings`");
            fails(
                    () -> assertThat(set).requiresConfigMap("settings", "a"),
                    "Nothing refers to the key `a` of the ConfigMap `settings`; it is referred to as a whole");
            fails(
                    () -> assertThat(set).deployment("shop").requiresConfigMap("db", "password"),
                    "Deployment/web/shop: Nothing refers to the key `password` of the ConfigMap `db`; it is referred to as a whole");
            fails(
                    () -> assertThat(GOOD).requiresConfigMap("db"),
                    "Nothing refers to a ConfigMap `db` outside the set; no ConfigMap is required");
        }

        @Test
        void secret_data_is_reported_but_not_shown() {
            assertThat(GOOD).hasNoSecretData();

            fails(() -> assertThat(SECRET).hasNoSecretData(), """
                    There are secret values in the manifests:
                      Secret/web/db.data.password""");
        }

        @Test
        void dangling_references_are_reported() {
            assertThat(GOOD).hasNoDanglingReferences().hasNoErrors().hasNoErrors(Checks.of(Checks.podSecurity()));

            fails(
                    () -> assertThat(Sets.goodBut("selector: {app: shop}", "selector: {app: shoop}"))
                            .hasNoDanglingReferences(),
                    """
                    There are dangling references:
                      Service/web/shop.spec.selector: the selector matches the pods of no workload in the set. Write labels of the pods that are meant; there are those of `Deployment/web/shop`""");
            fails(() -> assertThat(Sets.goodBut("port: 80,", "port: 0,")).hasNoErrors(), """
                    There are errors in the manifests:
                      error OUT_OF_RANGE Service/web/shop.spec.ports[0].port: `port` is `0`; a whole number from 1 to 65535 is expected. Write a number within the range.
                      error DANGLING_REFERENCE Ingress/web/shop.spec.rules[0].http.paths[0].backend.service.port: `Service/web/shop` has no port `80`. Add it to the Service; there are the ports `0`.""");
        }
    }

    @Nested
    class Differences {
        private final ManifestSet newer = Sets.goodBut("shop:1.0", "shop:1.1");

        @Test
        void are_reported_by_class() {
            assertThat(newer).differsFrom(GOOD).by(ChangeClass.ROLL_OUT).byAtMost(ChangeClass.ROLL_OUT);
            assertThat(newer).differsFrom(GOOD, ChangeClass.ROLL_OUT);
            assertThat(GOOD).differsFrom(GOOD, ChangeClass.NONE).isEqualTo(Sets.of(Sets.GOOD));

            String change = """

                      ~ Deployment/web/shop (ROLL_OUT)
                          spec.template.spec.containers[name=app].image: "ghcr.io/acme/shop:1.0" -> "ghcr.io/acme/shop:1.1"\
                    """;
            fails(
                    () -> assertThat(newer).differsFrom(GOOD, ChangeClass.NONE),
                    "The worst change is ROLL_OUT, not NONE:" + change);
            fails(
                    () -> assertThat(newer).differsFrom(GOOD).byAtMost(ChangeClass.CONFIGURATION),
                    "The worst change is ROLL_OUT, worse than CONFIGURATION:" + change);
            fails(
                    () -> assertThat(newer).isEqualTo(GOOD),
                    "The manifests differ from the expected ones; changes from expected to actual:" + change);
            fails(() -> assertThat(GOOD).differsFrom(GOOD), "The manifests do not differ from the others");
            fails(
                    () -> assertThat(GOOD).differsFrom(GOOD, ChangeClass.METADATA),
                    "The worst change is NONE, not METADATA: the manifests are equal");
        }

        @Test
        void of_secrets_are_not_shown() {
            ManifestSet other = SECRET.map(
                    secret -> Manifest.of(secret.tree().with("data", MapTree.of("password", "aHVudGVyMw=="))));

            assertThat(catchThrowable(() -> assertThat(other).isEqualTo(SECRET)))
                    .hasMessageContaining("data.password: (secret) -> (secret)")
                    .hasMessageNotContaining("aHVudGVy");
        }
    }
}
