package com.adorsys.webank.deploy.eks.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose name is not found in DNS. */
@Timeout(60)
class UnknownHostTest {
    private static Config config(String url) {
        return new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    }

    @Test
    void a_name_that_was_never_found_is_reported_at_once() {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(config("https://kubernetes.invalid"))
                .build()) {
            ApiServer api = TestServer.of(client);

            assertThatThrownBy(() -> api.get("/version"))
                    .isInstanceOf(ApiException.class)
                    .hasRootCauseInstanceOf(UnresolvedAddressException.class);
            assertThat(api.requests()).isEqualTo(1);
        }
    }

    @Test
    void a_name_that_was_found_before_is_looked_up_again() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "{\"major\": \"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        AtomicInteger failing = new AtomicInteger();
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(config("http://127.0.0.1:" + server.getAddress().getPort()))
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("DNS", new Interceptor() {
                    @Override
                    public void before(BasicBuilder request, HttpRequest original, RequestTags tags) {
                        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            request.uri(URI.create("http://kubernetes.invalid/version"));
                        }
                    }
                }))
                .build()) {
            ApiServer api = TestServer.of(client);
            api.get("/version");

            failing.set(3);
            assertThat(api.get("/version").body().string("major")).contains("1");
            assertThat(api.requests()).isEqualTo(5);
        } finally {
            server.stop(0);
        }
    }
}
