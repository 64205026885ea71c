package com.adorsys.webank.deploy.eks.internal.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallerClientTest {
    private final CallerClient client = new CallerClient(HttpClient::newHttpClient, () -> true, null, new OpenCalls());
    private final CountDownLatch answering = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = "answer".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        answering.countDown();
        server.stop(0);
    }

    @Test
    void a_request_thread_has_the_answer_when_it_has_asked() throws Exception {
        answering.countDown();
        CompletableFuture<HttpResponse<String>> answer = byRequestThread();
        assertThat(answer).isDone();
        assertThat(answer.get().body()).isEqualTo("answer");
    }

    @Test
    void another_thread_need_not_wait() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = send();
        assertThat(answer).isNotDone();
        answering.countDown();
        assertThat(answer.get().body()).isEqualTo("answer");
    }

    @Test
    void a_failure_comes_by_the_answer_too() throws Exception {
        server.stop(0);
        CompletableFuture<HttpResponse<String>> answer = byRequestThread();
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    private CompletableFuture<HttpResponse<String>> byRequestThread() throws Exception {
        FutureTask<CompletableFuture<HttpResponse<String>>> task = new FutureTask<>(() -> send());
        new RequestThread(task, "request").start();
        return task.get();
    }

    private CompletableFuture<HttpResponse<String>> send() {
        URI uri = URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/");
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
