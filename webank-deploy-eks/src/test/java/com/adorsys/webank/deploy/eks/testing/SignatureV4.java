package com.adorsys.webank.deploy.eks.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4, from its rules: what a request's signature must be. Uses nothing of the AWS SDK, which it checks.
 *
 * @param method GET or POST
 * @param path as it was sent
 * @param query as it was sent, without the question mark
 * @param header a header's value by its name in lower case
 * @param body the payload
 */
record SignatureV4(String method, String path, String query, Function<String, String> header, String body) {
    /** The signature in a query; the query may hold it already. */
    String ofQuery(String secretKey) {
        Map<String, String> parameters = parameters(query);
        String[] credential = parameters.get("X-Amz-Credential").split("/", 2);
        parameters.remove("X-Amz-Signature");
        return signature(
                secretKey,
                parameters.get("X-Amz-Date"),
                credential[1],
                parameters.get("X-Amz-SignedHeaders"),
                parameters,
                body);
    }

    /** The signature in the header {@code Authorization}. */
    String ofHeader(String secretKey) {
        Map<String, String> authorization = authorization(header.apply("authorization"));
        String[] credential = authorization.get("Credential").split("/", 2);
        return signature(
                secretKey,
                header.apply("x-amz-date"),
                credential[1],
                authorization.get("SignedHeaders"),
                parameters(query),
                body);
    }

    /** The parts of the header {@code Authorization}. */
    static Map<String, String> authorization(String text) {
        if (!text.startsWith("AWS4-HMAC-SHA256 ")) {
            throw new IllegalArgumentException(text);
        }
        Map<String, String> parts = new TreeMap<>();
        for (String part : text.substring("AWS4-HMAC-SHA256 ".length()).split(", ")) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parts;
    }

    /** Decoded parameters; none may come twice. */
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            String name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
            if (parameters.put(name, value) != null) {
                throw new IllegalArgumentException(name + " comes twice");
            }
        }
        return parameters;
    }

    private String signature(
            String secretKey,
            String time,
            String scope,
            String signedHeaders,
            Map<String, String> parameters,
            String payload) {
        List<String> canonical = new ArrayList<>();
        canonical.add(method);
        canonical.add(Arrays.stream(path.split("/", -1))
                .map(segment -> encoded(segment))
                .collect(Collectors.joining("/")));
        canonical.add(parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&")));
        for (String name : signedHeaders.split(";")) {
            canonical.add(name + ":" + header.apply(name).strip().replaceAll(" +", " "));
        }
        canonical.add("");
        canonical.add(signedHeaders);
        canonical.add(hex(sha256(payload.getBytes(StandardCharsets.UTF_8))));
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                time,
                scope,
                hex(sha256(String.join("\n", canonical).getBytes(StandardCharsets.UTF_8))));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign));
    }

    /** Percent-encoding of everything but what RFC 3986 leaves unreserved. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
