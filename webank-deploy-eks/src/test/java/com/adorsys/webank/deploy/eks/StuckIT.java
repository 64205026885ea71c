package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects and namespaces that do not go: a run says what holds them, and the next one goes on. */
@Timeout(60)
class StuckIT {
    private static final DeployOptions SHORT = Site.OPTIONS.withTimeout(Duration.ofSeconds(3));
    private static final String HELD = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: held, finalizers: [example.com/hold, example.com/more]}
            """;
    private static final String OTHER = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: other}
            """;

    private final Site site = Site.in(TestCluster.shared(), "stuck");

    private void free(String kind, String name) {
        site.kubectl("patch", kind, name, "--type=merge", "--patch={\"metadata\":{\"finalizers\":null}}");
    }

    private void fails(Runnable run, Class<? extends DeployException> type, String message) {
        assertThatThrownBy(run::run)
                .isInstanceOf(type)
                .extracting(e -> String.valueOf(e.getMessage()).replace(site.namespace(), "NS"))
                .isEqualTo(message.strip());
    }

    @Test
    void a_pruned_object_that_a_finalizer_holds_is_named_with_it() {
        ManifestSet after = site.set(OTHER);
        site.deployer().apply(site.set(HELD + OTHER));

        fails(() -> site.deployer().withOptions(SHORT).apply(after), DeployException.TimedOut.class, """
                Deleted, and not gone yet: `ConfigMap/NS/held` (terminating: being deleted, held by `example.com/hold`, \
                `example.com/more`). If they do not go, check that the controllers of their finalizers run. No other \
                object was written. The next run goes on.
                """);
        fails(() -> site.deployer().withOptions(SHORT).apply(after), DeployException.TimedOut.class, """
                Deleted, and not gone yet: `ConfigMap/NS/held` (terminating: being deleted, held by `example.com/hold`, \
                `example.com/more`). If they do not go, check that the controllers of their finalizers run. No other \
                object was written. The next run goes on.
                """);
        assertThat(site.deployer().status().phase()).isEqualTo(ReleaseStatus.Phase.TIMED_OUT);

        free("configmap", "held");
        site.deployer().apply(after);
        assertThat(site.deployer().status().phase()).isEqualTo(ReleaseStatus.Phase.APPLIED);
        assertThat(site.deployer().apply(after).isEmpty()).isTrue();
    }

    @Test
    void a_desired_object_that_is_being_deleted_is_not_applied_to() {
        ManifestSet set = site.set(HELD + OTHER);
        site.deployer().apply(set);
        site.kubectl("delete", "configmap", "held", "--wait=false");

        fails(() -> site.deployer().apply(set), DeployException.Conflict.class, """
                Nothing was written.
                error OBJECT_TERMINATING ConfigMap/NS/held: the live object is being deleted, held by `example.com/hold`, \
                `example.com/more`. Wait until it is gone; if it does not go, check that the controllers of its \
                finalizers run.
                """);

        free("configmap", "held");
        site.deployer().apply(set);
        assertThat(site.has("configmap", "held")).isTrue();
        assertThat(site.deployer().apply(set).isEmpty()).isTrue();
    }

    @Test
    void a_replaced_object_that_a_finalizer_holds_is_named_with_it() {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {name: held, finalizers: [example.com/hold]}
                immutable: true
                stringData: {key: "%s"}
                """;
        site.deployer().apply(site.set(secret.formatted("1")));
        ManifestSet after = site.set(secret.formatted("2"));
        DeployOptions replacing = SHORT.withReplaced(ObjectRef.parse("Secret/" + site.namespace() + "/held"));

        fails(() -> site.deployer().withOptions(replacing).apply(after), DeployException.TimedOut.class, """
                `Secret/NS/held` was deleted to be made anew, and is not gone yet (terminating: being deleted, held by \
                `example.com/hold`). If they do not go, check that the controllers of their finalizers run. No object was \
                written. The next run goes on.
                """);

        free("secret", "held");
        site.deployer().withOptions(replacing).apply(after);
        assertThat(site.live("secret", "held", "data", "key")).contains("\"Mg==\"");
        assertThat(site.deployer().apply(after).isEmpty()).isTrue();
    }

    @Test
    void a_namespace_that_is_being_deleted_takes_nothing_and_that_is_said_before_the_first_write() {
        ManifestSet set = site.set(OTHER);
        site.deployer().apply(set);
        site.kubectl("delete", "namespace", site.namespace(), "--wait=false");
        String before = versions();

        fails(
                () -> site.deployer().apply(site.set(OTHER + OTHER.replace("other", "new"))),
                DeployException.Refused.class,
                """
                Nothing was written.
                error NAMESPACE_TERMINATING ConfigMap/NS/new: the namespace `NS` is being deleted. Wait until it is gone; \
                if it does not go, look at its conditions.
                """);
        assertThat(versions()).isEqualTo(before);
    }

    private String versions() {
        return site.kubectl(
                "get", "configmaps,secrets,leases", "--output=jsonpath={.items[*].metadata.resourceVersion}");
    }

    @Test
    void a_first_run_in_a_namespace_that_is_being_deleted_is_refused() {
        site.kubectl("delete", "namespace", site.namespace(), "--wait=false");

        fails(() -> site.deployer().apply(site.set(OTHER)), DeployException.Refused.class, """
                Nothing was written.
                error NAMESPACE_TERMINATING ConfigMap/NS/other: the namespace `NS` is being deleted. Wait until it is gone; \
                if it does not go, look at its conditions.
                """);
        fails(
                () -> site.deployer()
                        .withOptions(Site.OPTIONS.withOwnNamespace(DeployOptions.OwnNamespace.CREATE))
                        .apply(site.set(OTHER)),
                DeployException.Refused.class,
                """
                Nothing was written.
                error NAMESPACE_TERMINATING ConfigMap/NS/other: the namespace `NS` is being deleted. Wait until it is gone; \
                if it does not go, look at its conditions.
                """);
    }

    @Test
    void a_namespace_of_the_set_that_is_being_deleted_is_refused() {
        site.kubectl("create", "namespace", site.namespace() + "-more");
        site.kubectl("delete", "namespace", site.namespace() + "-more", "--wait=false");

        fails(() -> site.deployer().apply(site.set("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: NS-more}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: config, namespace: NS-more}
                """)), DeployException.Refused.class, """
                Nothing was written.
                error OBJECT_TERMINATING Namespace/NS-more: the live object is being deleted. Wait until it is gone; if it \
                does not go, check that the controllers of its finalizers run.
                error NAMESPACE_TERMINATING ConfigMap/NS-more/config: the namespace `NS-more` is being deleted. Wait until \
                it is gone; if it does not go, look at its conditions.
                """);
    }

    @Test
    void a_wait_outlives_watches_that_break_and_versions_that_expire() {
        TestCluster cluster = TestCluster.sharedWithControllers();
        Site there = Site.in(cluster, "watches");
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request -> request.isWatch()).times(1).endWatchAfter(Duration.ofMillis(300));
            proxy.when(request -> request.isWatch()).times(2).expireWatch();
            proxy.when(request -> request.isWatch()).times(3).cutBefore();

            there.deployer("shop", proxy.client()).withOptions(Site.WAITING).apply(there.set("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web}
                    spec:
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web, test.webank/pod: slow}}
                        spec: {containers: [{name: app, image: image:1}]}
                    """));

            assertThat(proxy.requests())
                    .filteredOn(request -> request.isWatch())
                    .hasSizeGreaterThan(3);
        }
        assertThat(there.live("deployment", "web", "status", "availableReplicas"))
                .contains("1");
    }
}
