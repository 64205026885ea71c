package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run on a release that is as desired reads, and not more than it must. */
class UnchangedIT {
    private static final int RECORDS = 2;

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "unchanged");

    private List<ProxyRequest> requests(ManifestSet set, ProxyUse use) {
        site.deployer().apply(set);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            use.with(site.deployer("shop", proxy.client()));
            return proxy.requests();
        }
    }

    private interface ProxyUse {
        void with(Deployer deployer);
    }

    @Test
    void it_needs_two_requests_and_one_for_each_kind() {
        ManifestSet set = Sample.many(40);

        List<ProxyRequest> requests = requests(set, deployer -> {
            ChangeSet changes = deployer.apply(set);
            assertThat(changes.isEmpty()).isTrue();
            assertThat(changes.requests()).isEqualTo(RECORDS + 4);
        });

        assertThat(requests)
                .hasSize(RECORDS + 4)
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void what_was_read_early_is_read_again_by_no_run_but_the_second() {
        ManifestSet set = Sample.many(8);
        site.deployer().apply(set);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            EksClient client = EksClient.of(proxy.client());
            Release release = site.release("shop");
            client.warmUp(release);
            Deployer deployer = client.deployer(release).withOptions(Site.OPTIONS);

            assertThat(deployer.apply(set).requests()).isEqualTo(4);
            assertThat(proxy.requests()).hasSize(RECORDS + 4);
            assertThat(inventoryReads(proxy)).isEqualTo(1);

            deployer.status();
            assertThat(inventoryReads(proxy)).isEqualTo(2);
        }
    }

    private static long inventoryReads(FaultProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.path().endsWith("/configmaps/webank-deploy.shop"))
                .count();
    }

    @Test
    void it_needs_one_more_for_each_namespace() {
        String other = cluster.namespace("unchanged-other");
        ManifestSet set = Sample.many(8).plus(site.set("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: there, namespace: %s}, data: {a: b}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: there, namespace: %s}, spec: {ports: [{port: 80}]}}
                """.formatted(other, other)));

        List<ProxyRequest> requests = requests(
                set, deployer -> assertThat(deployer.apply(set).isEmpty()).isTrue());

        assertThat(requests)
                .hasSize(RECORDS + 6)
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void it_needs_one_more_for_each_further_page() {
        ManifestSet set = ManifestSet.empty();
        for (int i = 0; i < 501; i++) {
            set = set.with(Sample.configMap("config-" + i, "1"));
        }
        ManifestSet many = set;

        List<ProxyRequest> requests = requests(
                many, deployer -> assertThat(deployer.apply(many).isEmpty()).isTrue());

        assertThat(requests)
                .hasSize(RECORDS + 2)
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void a_plan_needs_no_more() {
        ManifestSet set = Sample.many(8);

        List<ProxyRequest> requests = requests(
                set, deployer -> assertThat(deployer.plan(set).isEmpty()).isTrue());

        assertThat(requests).hasSize(RECORDS + 4);
    }

    @Test
    void going_back_to_where_it_is_writes_nothing() {
        ManifestSet set = Sample.many(8);

        List<ProxyRequest> requests = requests(
                set, deployer -> assertThat(deployer.rollback(1).isEmpty()).isTrue());

        assertThat(requests).isNotEmpty().noneMatch(ProxyRequest::isWrite).noneMatch(ProxyRequest::isDryRun);
    }

    @Test
    void what_stays_though_it_was_dropped_costs_nothing_nor_does_a_take_over_that_is_done() {
        ManifestSet set = Sample.many(8);
        String old = "{apiVersion: v1, kind: ConfigMap, metadata: {name: config-0}, data: {old: x}}";
        site.deployer().apply(site.set(old));
        site.kubectlWith(old, "apply", "--server-side", "--field-manager=flux", "--filename=-");

        List<ProxyRequest> requests = requests(set, deployer -> {
            assertThat(Site.of(deployer.plan(set), "ConfigMap", "config-0").retainedFields())
                    .hasSize(1);
            ChangeSet changes = deployer.withOptions(Site.OPTIONS.withTakenOver(TakeOver.manager("other")))
                    .apply(set);
            assertThat(changes.isEmpty()).isTrue();
        });

        // The key of the digests is read once.
        assertThat(requests)
                .hasSize(2 * (RECORDS + 4) - 1)
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void what_others_add_costs_nothing() {
        ManifestSet set = Sample.many(8);
        site.deployer().apply(set);
        site.kubectl("annotate", "deployment", "deployment-0", "example.com/note=1");
        site.kubectl("label", "configmap", "config-0", "example.com/team=a");
        site.kubectl("set", "resources", "deployment/deployment-1", "--limits=memory=1Gi");

        List<ProxyRequest> requests = requests(
                set, deployer -> assertThat(deployer.apply(set).isEmpty()).isTrue());

        assertThat(requests).hasSize(RECORDS + 4);
    }

    @Test
    void a_later_run_of_a_connection_asks_for_all_at_once() {
        ManifestSet set = Sample.many(8);
        CountDownLatch lists = new CountDownLatch(4);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer deployer = site.deployer("shop", proxy.client());
            deployer.apply(set);
            proxy.reset();
            proxy.when(request -> request.query().contains("labelSelector")).call(request -> lists.countDown());
            proxy.when(UnchangedIT::isInventory).call(request -> await(lists));

            ChangeSet changes = deployer.apply(set);

            assertThat(changes.isEmpty()).isTrue();
            assertThat(changes.requests()).isEqualTo(5);
            assertThat(lists.getCount()).isZero();
        }
    }

    @Test
    void what_another_connection_applies_meanwhile_is_seen() {
        ManifestSet set = Sample.many(8);
        ManifestSet other = set.with(Sample.configMap("config-0", "2"));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer deployer = site.deployer("shop", proxy.client());
            deployer.apply(set);
            proxy.reset();
            // The versions of the objects are asked for by then.
            proxy.when(UnchangedIT::isInventory)
                    .times(1)
                    .call(request -> site.deployer().apply(other));

            assertThat(deployer.apply(set).isEmpty()).isFalse();
            assertThat(site.deployer().plan(set).isEmpty()).isTrue();
        }
    }

    private static boolean isInventory(ProxyRequest request) {
        return request.path().endsWith("/configmaps/webank-deploy.shop");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
