package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of HTTP/1.1 as it was read from a connection. */
record ReceivedRequest(String method, String target, List<Map.Entry<String, String>> headers, Body body) {

    /** The bytes of a body. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Body(byte[] bytes) {}

    /** Reads the next request; null if the client has closed the connection instead. */
    static @Nullable ReceivedRequest read(InputStream in, OnContinue onContinue) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            throw new IOException("Not a line that begins a request: " + line);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String header = expected(in); !header.isEmpty(); header = expected(in)) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                throw new IOException("Not a header: " + header);
            }
            headers.add(Map.entry(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip()));
        }
        ReceivedRequest head = new ReceivedRequest(parts[0], parts[1], headers, new Body(new byte[0]));
        if (head.header("expect").isPresent()) {
            onContinue.goOn();
        }
        return new ReceivedRequest(parts[0], parts[1], headers, new Body(head.readBody(in)));
    }

    /** Told when the client waits to be asked for the body. */
    interface OnContinue {
        void goOn() throws IOException;
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private byte[] readBody(InputStream in) throws IOException {
        if (header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks(in);
        }
        int length = Integer.parseInt(header("content-length").orElse("0"));
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection ended in the middle of a body");
        }
        return bytes;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(expected(in).split(";", 2)[0].strip(), 16);
            bytes.write(in.readNBytes(length));
            if (length == 0) {
                while (!expected(in).isEmpty()) {
                    // Trailers say nothing that is needed here.
                }
                return bytes.toByteArray();
            }
            expected(in);
        }
    }

    private static String expected(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException("The connection ended in the middle of a request");
        }
        return line;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
