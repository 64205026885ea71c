package com.adorsys.webank.deploy.eks.internal.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that lets everything through, by tunnels or in the clear, and notes where to. */
final class FakeProxy implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> targets = new CopyOnWriteArrayList<>();

    private FakeProxy(ServerSocket server) {
        this.server = server;
    }

    static FakeProxy start() throws IOException {
        FakeProxy proxy = new FakeProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        proxy.executor.execute(proxy::accept);
        return proxy;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** {@code CONNECT 127.0.0.1:443}, {@code GET http://127.0.0.1:80/clusters/webank-dev}, in the order in which they came. */
    List<String> targets() {
        return targets;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                executor.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            String[] words = head.substring(0, head.indexOf("\r\n")).split(" ");
            targets.add(words[0] + " " + words[1]);
            boolean tunnel = words[0].equals("CONNECT");
            URI target = URI.create(tunnel ? "https://" + words[1] : words[1]);
            try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
                if (tunnel) {
                    client.getOutputStream()
                            .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    String rest = head.substring(head.indexOf("\r\n"));
                    String request = words[0] + " " + target.getRawPath() + " HTTP/1.1\r\nConnection: close" + rest;
                    upstream.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                }
                executor.execute(() -> pump(client, upstream));
                pump(upstream, client);
            }
        } catch (IOException e) {
            // Either side has gone, which ends the way between them.
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client has gone");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // The same.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        executor.shutdownNow();
    }
}
