package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the proxy does to requests. */
@Timeout(60)
class FaultProxyIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("proxy");
    private final FaultProxy proxy = FaultProxy.start(cluster, "user");
    private final KubernetesClient client = proxy.client();

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void requests_are_counted_and_recorded() {
        create("one");
        assertThat(names()).isEqualTo("one");

        String path = "/api/v1/namespaces/" + namespace + "/configmaps";
        assertThat(proxy.requests())
                .extracting(ProxyRequest::toString)
                .containsExactly("1 POST " + path + " -> 201", "2 GET " + path + " -> 200");
        assertThat(proxy.requests().get(0).contentType()).isEqualTo("application/json");
        assertThat(proxy.requests().get(0).isWrite()).isTrue();
        assertThat(proxy.requests().get(1).answerBytes()).isPositive();
    }

    @Test
    void a_request_that_is_cut_before_never_reaches_the_server() {
        proxy.when(1).cutBefore();

        assertThatThrownBy(() -> create("one")).isInstanceOf(KubernetesClientException.class);

        assertThat(names()).isEmpty();
        assertThat(proxy.requests().get(0).code()).isZero();
    }

    @Test
    void a_request_that_is_cut_after_is_done_and_its_answer_lost() {
        proxy.when(1).cutAfter();

        assertThatThrownBy(() -> create("one")).isInstanceOf(KubernetesClientException.class);

        assertThat(names()).isEqualTo("one");
    }

    @Test
    void an_answer_is_cut_in_its_middle() {
        proxy.when(1).cutHalfWay();

        assertThatThrownBy(() -> create("one")).isInstanceOf(KubernetesClientException.class);

        assertThat(names()).isEqualTo("one");
    }

    @Test
    void a_request_is_held_until_it_is_released() throws Exception {
        ProxyRule.Hold hold = proxy.when(ProxyRequest::isWrite).hold();
        CompletableFuture<ConfigMap> created = CompletableFuture.supplyAsync(() -> create("one"));

        hold.await();
        assertThat(names()).isEmpty();
        hold.release();

        assertThat(created.get(10, TimeUnit.SECONDS).getMetadata().getName()).isEqualTo("one");
        assertThat(names()).isEqualTo("one");
    }

    @Test
    void an_answer_is_held_until_it_is_released() throws Exception {
        ProxyRule.Hold hold = proxy.when(ProxyRequest::isWrite).holdAnswer();
        CompletableFuture<ConfigMap> created = CompletableFuture.supplyAsync(() -> create("one"));

        hold.await();
        assertThat(names()).isEqualTo("one");
        assertThat(created).isNotDone();
        hold.release();

        assertThat(created.get(10, TimeUnit.SECONDS).getMetadata().getName()).isEqualTo("one");
    }

    @Test
    void an_action_runs_before_and_after_a_request() {
        List<String> seen = new CopyOnWriteArrayList<>();
        proxy.when(1)
                .call(request -> seen.add("before:" + names(cluster.client())))
                .callAfter(request -> seen.add("after:" + names(cluster.client())));

        create("one");

        assertThat(seen).containsExactly("before:", "after:one");
    }

    @Test
    void a_request_is_answered_in_the_place_of_the_server_so_many_times() {
        proxy.when(ProxyRequest::isWrite).times(2).answer(429, Duration.ofSeconds(3));

        assertThatThrownBy(() -> create("one"))
                .satisfies(e -> assertThat(code(e)).isEqualTo(429));
        assertThatThrownBy(() -> create("one"))
                .satisfies(e -> assertThat(code(e)).isEqualTo(429));
        create("one");

        assertThat(proxy.requests()).extracting(ProxyRequest::code).containsExactly(429, 429, 201);
    }

    @Test
    void a_server_that_goes_down_says_so() {
        proxy.when(1).answer(503, Duration.ofSeconds(1));

        assertThatThrownBy(() -> create("one")).hasMessageContaining("apiserver is shutting down");
    }

    @Test
    void a_request_is_delayed() {
        proxy.when(1).delay(Duration.ofMillis(300));

        long start = System.nanoTime();
        create("one");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void events_of_a_watch_come_when_they_happen() throws Exception {
        BlockingQueue<String> events = new ArrayBlockingQueue<>(10);
        try (Watch watch = client.configMaps().inNamespace(namespace).watch(watcher(events))) {
            assertThat(watch).isNotNull();
            create("one");
            assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDED one");
            create("two");
            assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDED two");
        }
    }

    @Test
    void a_watch_ends_after_its_time() throws Exception {
        proxy.when(ProxyRequest::isWatch).endWatchAfter(Duration.ofMillis(200));

        String said = raw("/api/v1/namespaces/" + namespace + "/configmaps?watch=true");

        assertThat(said).isEmpty();
    }

    @Test
    void a_watch_is_told_that_its_version_is_too_old() throws Exception {
        proxy.when(ProxyRequest::isWatch).expireWatch();

        assertThat(raw("/api/v1/namespaces/" + namespace + "/configmaps?watch=true&resourceVersion=1"))
                .startsWith("{\"type\":\"ERROR\"")
                .contains("\"code\":410");
    }

    @Test
    void kubectl_goes_through_the_proxy() {
        TestCluster.Ran ran = cluster.run(
                "kubectl",
                "--kubeconfig",
                proxy.kubeconfig().toString(),
                "auth",
                "whoami",
                "--output=jsonpath={.status.userInfo.username}");

        assertThat(ran).isEqualTo(new TestCluster.Ran(0, "user", ""));
        assertThat(proxy.count()).isPositive();
    }

    @Test
    void a_watch_that_its_client_closes_is_over() throws Exception {
        BlockingQueue<String> events = new ArrayBlockingQueue<>(10);
        Watch watch = client.configMaps().inNamespace(namespace).watch(watcher(events));
        create("one");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDED one");
        assertThat(proxy.openWatches()).isEqualTo(1);

        watch.close();

        for (int i = 0; i < 200 && proxy.openWatches() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(proxy.openWatches()).isZero();
    }

    private ConfigMap create(String name) {
        return client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private String names() {
        return names(client);
    }

    private String names(KubernetesClient reader) {
        return String.join(
                " ",
                reader.configMaps().inNamespace(namespace).list().getItems().stream()
                        .map(item -> item.getMetadata().getName())
                        .toList());
    }

    private String raw(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(proxy.url() + path))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int code(Throwable e) {
        return ((KubernetesClientException) e).getCode();
    }

    private static Watcher<ConfigMap> watcher(BlockingQueue<String> events) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap object) {
                if (action != Action.BOOKMARK) {
                    events.add(action + " " + object.getMetadata().getName());
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                events.add("closed");
            }
        };
    }
}
