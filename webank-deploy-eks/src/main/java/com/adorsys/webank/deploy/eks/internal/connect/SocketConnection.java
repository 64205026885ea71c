package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One connection to a server by HTTP/1.1 over TLS, for one request at a time. Not thread-safe, but that any thread may close
 * it.
 */
final class SocketConnection implements AutoCloseable {
    /** More than any API server sends; what is longer is no answer of one. */
    private static final int LONGEST_HEAD = 256 * 1024;

    private final SSLSocket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private int headLeft;
    private boolean answering;
    private boolean reused;
    private long idleSinceNanos;

    /**
     * An answer.
     *
     * @param headers by their names in any case, in the order in which they came
     * @param isLast whether the connection ends with it
     */
    record Answer(int status, Map<String, List<String>> headers, ByteBuffer body, boolean isLast) {}

    private SocketConnection(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = socket.getInputStream();
    }

    /**
     * Connects, and makes sure that the server is the one that is meant.
     *
     * @param patience until when the connection must be there
     */
    static SocketConnection open(SSLContext tls, String host, int port, Duration patience) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(host, port), millis(patience));
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(millis(patience));
            socket.startHandshake();
            return new SocketConnection(socket);
        } catch (SocketTimeoutException e) {
            plain.close();
            throw because(new HttpConnectTimeoutException("no connection in " + patience.toMillis() + " ms"), e);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /**
     * Sends a request without a body, and reads the answer.
     *
     * @param head the request line and the headers, with the empty line
     * @param patience how long the answer may take to begin, and as long again each part of it
     */
    Answer exchange(String head, Duration patience) throws IOException {
        answering = false;
        position = 0;
        limit = 0;
        try {
            socket.setSoTimeout(millis(patience));
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return answer();
        } catch (SocketTimeoutException e) {
            throw because(new HttpTimeoutException("no answer in " + patience.toMillis() + " ms"), e);
        }
    }

    private Answer answer() throws IOException {
        headLeft = LONGEST_HEAD;
        int status = status(line());
        Map<String, List<String>> headers = headers();
        while (status >= 100 && status < 200) {
            status = status(line());
            headers = headers();
        }
        boolean isLast = first(headers, "Connection").toLowerCase(Locale.ROOT).contains("close");
        if (status == 204 || status == 304) {
            return new Answer(status, headers, ByteBuffer.allocate(0), isLast);
        }
        if (first(headers, "Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return new Answer(status, headers, ByteBuffer.wrap(chunks()), isLast);
        }
        String length = first(headers, "Content-Length");
        if (length.isEmpty()) {
            return new Answer(status, headers, ByteBuffer.wrap(rest()), true);
        }
        byte[] body = new byte[number(length, 10)];
        read(body, 0, body.length);
        return new Answer(status, headers, ByteBuffer.wrap(body), isLast);
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new IOException("the answer is not of HTTP/1.1");
        }
        return number(line.substring(9, 12), 10);
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("a header of the answer has no name");
            }
            headers.computeIfAbsent(line.substring(0, colon), any -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.get(name);
        return values == null ? "" : values.get(0);
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[buffer.length];
        int size = 0;
        while (true) {
            headLeft = LONGEST_HEAD;
            String line = line();
            int end = line.indexOf(';');
            int chunk = number(end < 0 ? line : line.substring(0, end), 16);
            if (chunk == 0) {
                headers();
                return Arrays.copyOf(body, size);
            }
            if (body.length - size < chunk) {
                body = Arrays.copyOf(body, Math.max(body.length * 2, Math.addExact(size, chunk)));
            }
            read(body, size, chunk);
            size += chunk;
            if (!line().isEmpty()) {
                throw new IOException("a part of the answer is longer than it says");
            }
        }
    }

    /** What comes until the server ends the connection. */
    private byte[] rest() throws IOException {
        byte[] buffered = Arrays.copyOfRange(buffer, position, limit);
        byte[] more = in.readAllBytes();
        byte[] all = Arrays.copyOf(buffered, buffered.length + more.length);
        System.arraycopy(more, 0, all, buffered.length, more.length);
        return all;
    }

    private void read(byte[] target, int from, int length) throws IOException {
        int buffered = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, from, buffered);
        position += buffered;
        int read = in.readNBytes(target, from + buffered, length - buffered);
        if (read < length - buffered) {
            throw new EOFException("the connection ended within the answer");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            if (position == limit) {
                position = 0;
                limit = Math.max(0, in.read(buffer));
                if (limit == 0) {
                    throw new EOFException("the connection ended without an answer");
                }
                answering = true;
            }
            byte next = buffer[position++];
            if (--headLeft < 0) {
                throw new IOException("the head of the answer is too long");
            }
            if (next == '\n') {
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            line.append((char) (next & 0xff));
        }
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseInt(text.strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw because(new IOException("a number in the answer is not readable"), e);
        }
        throw new IOException("a number in the answer is negative");
    }

    private static int millis(Duration patience) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, patience.toMillis()));
    }

    private static <E extends IOException> E because(E failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    /** Whether the server has ended the connection while nobody used it, so that it has not read the last request. */
    boolean hasEndedUnused() {
        return reused && !answering;
    }

    /** Notes that nobody uses it from now on. */
    void rest(long nowNanos) {
        reused = true;
        idleSinceNanos = nowNanos;
    }

    /** Since when nobody has used it. */
    long idleSinceNanos() {
        return idleSinceNanos;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody waits for anything of it.
        }
    }
}
