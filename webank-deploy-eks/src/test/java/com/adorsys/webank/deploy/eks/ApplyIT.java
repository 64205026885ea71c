package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyIT {
    private final TestCluster cluster = TestCluster.shared();
    private EksClient client;
    private String namespace;
    private Deployer deployer;

    @BeforeEach
    void connect() {
        namespace = cluster.namespace("apply");
        client = EksClient.of(cluster.client());
        deployer = client.deployer(Release.of("shop", namespace));
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static final Manifest CONFIG = Sample.configMap("config", "1");
    private static final Manifest SECRET = Sample.secret("secret", "geheim");
    private static final Manifest SERVICE = Sample.service("web");
    private static final Manifest DEPLOYMENT = Sample.deployment("web", 2, "image:1");
    private static final ManifestSet FIRST = ManifestSet.of(CONFIG, SECRET, SERVICE, DEPLOYMENT);

    @Test
    void what_is_new_is_made_what_differs_is_changed_and_what_is_gone_is_deleted() {
        ChangeSet made = deployer.apply(FIRST);

        assertThat(outcomes(made))
                .containsExactly(
                        "Secret/secret CREATED",
                        "ConfigMap/config CREATED",
                        "Service/web CREATED",
                        "Deployment/web CREATED");
        assertThat(deployer.plan(FIRST).isEmpty()).isTrue();
        assertThat(deployer.apply(FIRST).isEmpty()).isTrue();

        ChangeSet changed = deployer.apply(ManifestSet.of(SECRET, SERVICE, Sample.deployment("web", 3, "image:2")));

        assertThat(outcomes(changed))
                .containsExactly(
                        "Secret/secret UNCHANGED",
                        "ConfigMap/config DELETED",
                        "Service/web UNCHANGED",
                        "Deployment/web UPDATED");
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(namespace)
                        .withName("config")
                        .get())
                .isNull();
    }

    @Test
    void a_plan_says_what_would_change_and_changes_nothing() {
        deployer.apply(FIRST);

        Plan plan = deployer.plan(ManifestSet.of(
                CONFIG,
                Sample.secret("secret", "anders"),
                Sample.deployment("web", 3, "image:2"),
                Sample.service("api")));

        assertThat(plan.text().replace(namespace, "NS")).isEqualTo("""
                        ~ Secret/NS/secret  update (configuration)
                            data.password: (secret) -> (secret)
                        + Service/NS/api  create
                        - Service/NS/web  delete (deletion)
                        ~ Deployment/NS/web  update (roll-out)
                            spec.replicas: 2 -> 3
                            spec.template.spec.containers[name=app].image: "image:1" -> "image:2"
                        NS/shop: 1 to create, 2 to update, 1 to delete, 1 unchanged; at worst deletion.
                        """);
        assertThat(plan.json()).doesNotContain("geheim").doesNotContain("anders");
        assertThat(deployer.plan(FIRST).isEmpty()).isTrue();
    }

    @Test
    void a_change_by_another_is_seen_and_set_right() {
        deployer.apply(FIRST);
        cluster.client().configMaps().inNamespace(namespace).withName("config").edit(map -> {
            map.getData().put("key", "2");
            return map;
        });

        Plan plan = deployer.plan(FIRST);

        assertThat(plan.of(deployerId(plan, "config")).orElseThrow().action()).isEqualTo(Action.CONFLICT);
        assertThatThrownBy(() -> deployer.apply(FIRST))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("`.data.key` is managed by `fabric8-kubernetes-client`");
        deployer.withOptions(DeployOptions.builder()
                        .addForcedManagers("fabric8-kubernetes-client")
                        .build())
                .apply(FIRST);
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(namespace)
                        .withName("config")
                        .get()
                        .getData())
                .containsEntry("key", "1");
    }

    private static com.adorsys.webank.deploy.core.ResourceId deployerId(Plan plan, String name) {
        return plan.changes().stream()
                .map(PlannedChange::id)
                .filter(id -> id.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> outcomes(ChangeSet changes) {
        return changes.objects().stream()
                .map(object -> object.id().kind() + "/" + object.id().name() + " " + object.outcome())
                .toList();
    }

    static boolean isDone(ChangeSet changes) {
        return changes.objects().stream().noneMatch(object -> object.outcome() == Outcome.KEPT);
    }
}
