package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One client's connection to a proxy: requests one after the other, until either side closes it. */
final class ProxyConnection {
    /** What belongs to one connection, or is set anew. */
    private static final Set<String> OWN =
            Set.of(":status", "connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

    private final FaultProxy proxy;
    private final Upstream upstream;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ProxyConnection(FaultProxy proxy, Upstream upstream, Socket socket) throws IOException {
        this.proxy = proxy;
        this.upstream = upstream;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Ends a connection with a reset, as a machine does that is gone. */
    static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    void serve() throws IOException {
        ReceivedRequest received = ReceivedRequest.read(in, this::sayContinue);
        while (received != null && serve(received)) {
            received = ReceivedRequest.read(in, this::sayContinue);
        }
    }

    /** Serves a request; says whether the connection can take another. */
    private boolean serve(ReceivedRequest received) throws IOException {
        if (received.header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent()) {
            // Refused as by a server without WebSockets: the client then asks for a stream, and that is counted.
            writeHead(503, Map.of("Content-Length", "0", "Connection", "close"));
            out.flush();
            return false;
        }
        FaultProxy.Recorded recorded = proxy.begin(received);
        ProxyRequest request = recorded.request();
        List<ProxyRule> rules = proxy.rulesFor(request);
        rules.forEach(rule -> rule.before(request));
        if (asks(rules, ProxyRule.Cut.BEFORE)) {
            cut(socket);
            return false;
        }
        ProxyRule.CannedAnswer canned = first(rules, ProxyRule::answer);
        if (canned != null) {
            answer(recorded, canned);
            return true;
        }
        try {
            HttpResponse<InputStream> response = upstream.send(received);
            return request.isStream() && response.statusCode() == 200
                    ? stream(recorded, response, rules)
                    : pass(recorded, response, rules);
        } catch (IOException e) {
            // The server is gone, or the client.
            cut(socket);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean pass(FaultProxy.Recorded recorded, HttpResponse<InputStream> response, List<ProxyRule> rules)
            throws IOException {
        byte[] body;
        try (InputStream stream = response.body()) {
            body = stream.readAllBytes();
        }
        rules.forEach(rule -> rule.after(recorded.request()));
        if (asks(rules, ProxyRule.Cut.AFTER)) {
            cut(socket);
            return false;
        }
        boolean bodiless = recorded.request().method().equals("HEAD")
                || response.statusCode() == 204
                || response.statusCode() == 304;
        Map<String, String> headers = headers(response);
        if (!bodiless) {
            headers.put("Content-Length", Integer.toString(body.length));
        }
        writeHead(response.statusCode(), headers);
        if (asks(rules, ProxyRule.Cut.HALF_WAY)) {
            out.write(body, 0, body.length / 2);
            out.flush();
            cut(socket);
            return false;
        }
        // Known before the client can ask about it.
        recorded.answered(response.statusCode(), body.length);
        out.write(body);
        out.flush();
        return true;
    }

    /** Passes on what comes, when it comes. The connection ends with it. */
    private boolean stream(FaultProxy.Recorded recorded, HttpResponse<InputStream> response, List<ProxyRule> rules)
            throws IOException {
        rules.forEach(rule -> rule.after(recorded.request()));
        if (asks(rules, ProxyRule.Cut.AFTER)) {
            response.body().close();
            cut(socket);
            return false;
        }
        Map<String, String> headers = headers(response);
        headers.put("Connection", "close");
        Duration end = first(rules, ProxyRule::streamEnd);
        recorded.answered(response.statusCode(), 0);
        proxy.streamBegan();
        try (InputStream stream = response.body()) {
            closeWithClient(stream);
            if (end != null) {
                closeAfter(stream, end);
            }
            writeHead(response.statusCode(), headers);
            out.flush();
            long bytes = 0;
            byte[] buffer = new byte[16 * 1024];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes += read;
                recorded.answered(response.statusCode(), bytes);
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            if (end == null) {
                cut(socket);
            }
        } finally {
            proxy.streamEnded();
        }
        return false;
    }

    private void answer(FaultProxy.Recorded recorded, ProxyRule.CannedAnswer canned) throws IOException {
        byte[] body = canned.body().getBytes(UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", canned.contentType());
        headers.put("Content-Length", Integer.toString(body.length));
        Optional.ofNullable(canned.retryAfter())
                .ifPresent(time -> headers.put("Retry-After", Long.toString(time.toSeconds())));
        recorded.answered(canned.code(), body.length);
        writeHead(canned.code(), headers);
        out.write(body);
        out.flush();
    }

    private void writeHead(int code, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(code).append(" Answer\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    private void sayContinue() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        out.flush();
    }

    /** A client that waits for events sends nothing more, so whatever is read is the end. */
    private void closeWithClient(InputStream stream) {
        proxy.run(() -> {
            try {
                int unused = in.read();
            } catch (IOException e) {
                // That is the end as well.
            }
            close(stream);
        });
    }

    private static void closeAfter(InputStream stream, Duration time) {
        var unused = CompletableFuture.runAsync(
                () -> close(stream), CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                // Warnings come several at once, and hold commas.
                headers.put(name, String.join("\r\n" + name + ": ", values));
            }
        });
        return headers;
    }

    private static boolean asks(List<ProxyRule> rules, ProxyRule.Cut cut) {
        return rules.stream().anyMatch(rule -> rule.cut() == cut);
    }

    private static <T> @Nullable T first(List<ProxyRule> rules, Function<ProxyRule, @Nullable T> part) {
        return rules.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
