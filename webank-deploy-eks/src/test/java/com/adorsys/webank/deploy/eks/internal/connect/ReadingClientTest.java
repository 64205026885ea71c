package com.adorsys.webank.deploy.eks.internal.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;
import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import com.adorsys.webank.deploy.eks.internal.aws.TestCertificate;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server by TLS whose certificate is for 127.0.0.1. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingClientTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private HttpsServer server;
    private ReadingClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.forLoopback(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.createContext("/", this::answer);
        server.setExecutor(executor);
        server.start();
        String pem = new String(Base64.getDecoder().decode(certificate.authority()), US_ASCII);
        client = new ReadingClient(Trust.only(pem, null), Duration.ofSeconds(30));
    }

    @AfterAll
    void stop() {
        end.countDown();
        server.stop(0);
        executor.shutdownNow();
    }

    @AfterEach
    void restoreVerifier() {
        HttpsURLConnection.setDefaultHostnameVerifier(STRICT);
    }

    private static final javax.net.ssl.HostnameVerifier STRICT = HttpsURLConnection.getDefaultHostnameVerifier();

    private void answer(HttpExchange exchange) throws IOException {
        ports.add(exchange.getRemoteAddress().getPort());
        String path = exchange.getRequestURI().toString();
        int status = Integer.parseInt(path.substring(1, 4));
        if (path.endsWith("?late")) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        List<String> token = exchange.getRequestHeaders().get("Authorization");
        byte[] body = (path + " " + (token == null ? "" : token.get(0))).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Location", "/200");
        exchange.getResponseHeaders().set("Warning", "299 - \"old\"");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpRequest request(String host, String path) {
        URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + path);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer token")
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private HttpResponse<String> read(String path) throws Exception {
        return client.send(request("127.0.0.1", path), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_answer_has_status_headers_and_body_also_if_it_refuses() throws Exception {
        for (int status : new int[] {200, 401, 403, 404, 409, 429, 500, 503}) {
            HttpResponse<String> answer = read("/" + status + "?limit=5");

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("/" + status + "?limit=5 Bearer token");
            assertThat(answer.headers().allValues("warning")).containsExactly("299 - \"old\"");
        }
    }

    @Test
    void a_connection_is_used_again() throws Exception {
        read("/200");
        ports.clear();
        for (int i = 0; i < 10; i++) {
            read("/200");
        }
        assertThat(ports).hasSizeLessThan(10);
    }

    @Test
    void there_are_as_many_places_as_connections_that_stay_open() throws Exception {
        ReadingClient full = new ReadingClient(SSLContext.getDefault(), Duration.ofSeconds(30));
        HttpRequest impatient = HttpRequest.newBuilder(
                        request("127.0.0.1", "/200").uri())
                .timeout(Duration.ofMillis(50))
                .build();
        for (int i = 0; i < 5; i++) {
            assertThat(full.enter()).isTrue();
        }
        assertThat(full.enter()).isFalse();
        assertThat(full.enterLater(impatient)).isFalse();
        full.leave();
        assertThat(full.enterLater(impatient)).isTrue();
    }

    @Test
    void without_a_place_another_client_reads_that_is_there_already() throws Exception {
        ReadingClient full = new ReadingClient(SSLContext.getDefault(), Duration.ofSeconds(30));
        while (full.enter()) {
            // Until there is no place.
        }
        AtomicInteger asked = new AtomicInteger();
        CallerClient caller = new CallerClient(
                () -> {
                    asked.incrementAndGet();
                    return HttpClient.newHttpClient();
                },
                () -> true,
                full,
                new OpenCalls());
        HttpRequest request = request("127.0.0.1", "/200");
        FutureTask<CompletableFuture<HttpResponse<String>>> task =
                new FutureTask<>(() -> caller.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        new RequestThread(task, "request").start();

        // The JDK's client does not trust the server here.
        assertThat(task.get()).isCompletedExceptionally();
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_is_elsewhere_is_left_to_another_client() throws Exception {
        assertThat(read("/302")).isNull();
    }

    @Test
    void only_reading_by_https_is_taken() {
        HttpRequest get = request("127.0.0.1", "/200");
        assertThat(ReadingClient.takes(get)).isTrue();
        assertThat(ReadingClient.takes(
                        HttpRequest.newBuilder(get.uri()).DELETE().build()))
                .isFalse();
        assertThat(ReadingClient.takes(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).build()))
                .isFalse();
    }

    @Test
    void an_answer_that_is_late_is_a_timeout() {
        HttpRequest request = HttpRequest.newBuilder(
                        request("127.0.0.1", "/200?late").uri())
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no answer in 300 ms");
    }

    @Test
    void a_server_of_another_name_is_refused_even_if_the_host_accepts_any_name() {
        HttpsURLConnection.setDefaultHostnameVerifier((name, session) -> true);
        ports.clear();
        assertThatThrownBy(() -> client.send(request("localhost", "/200"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class)
                .satisfies(failure -> assertThat(NetworkFault.of(failure)).isEqualTo(NetworkFault.OTHER_NAME));
        assertThat(ports).as("requests that were sent").isEmpty();
    }

    @Test
    void a_server_whose_authority_is_not_trusted_is_refused(@TempDir Path folder) throws Exception {
        String other = new String(
                Base64.getDecoder().decode(TestCertificate.forLoopback(folder).authority()), US_ASCII);
        ReadingClient stranger = new ReadingClient(Trust.only(other, null), Duration.ofSeconds(30));
        assertThatThrownBy(() -> stranger.send(request("127.0.0.1", "/200"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }
}
