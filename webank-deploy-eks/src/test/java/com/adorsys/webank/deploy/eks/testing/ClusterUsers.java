package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The users of a cluster, each with a static token; the server reads their file at its start only. */
final class ClusterUsers {
    /** In {@code system:masters}: RBAC and the limits on concurrent requests do not hold for it. */
    static final String ADMIN = "admin";

    /** May do everything by a ClusterRoleBinding, and is otherwise a user as any other. */
    static final String USER = "user";

    private static final int GUESTS = 200;

    private final Map<String, String> tokens = new LinkedHashMap<>();

    ClusterUsers() {
        SecureRandom random = new SecureRandom();
        add(ADMIN, random);
        add(USER, random);
        for (int guest = 1; guest <= GUESTS; guest++) {
            add(guest(guest), random);
        }
    }

    /** The name of a user that has no rights until a test gives it some. */
    static String guest(int number) {
        if (number > GUESTS) {
            throw new IllegalStateException("The cluster has " + GUESTS + " guests, and all are taken");
        }
        return String.format(Locale.ROOT, "guest-%d", number);
    }

    String token(String user) {
        String token = tokens.get(user);
        if (token == null) {
            throw new IllegalArgumentException(
                    "`" + user + "` is no user of the cluster. Use `admin`, `user`, or a name from newUser.");
        }
        return token;
    }

    void writeTokens(Path file) {
        String lines = tokens.entrySet().stream()
                .map(entry -> String.join(
                        ",",
                        entry.getValue(),
                        entry.getKey(),
                        "uid-" + entry.getKey(),
                        "\"" + (entry.getKey().equals(ADMIN) ? "system:masters" : "guests") + "\""))
                .collect(Collectors.joining("\n", "", "\n"));
        write(file, lines);
    }

    /** Writes a kubeconfig of a user. */
    void writeKubeconfig(Path file, String user, String server, String certificateAuthority) {
        String authority = Base64.getEncoder().encodeToString(certificateAuthority.getBytes(UTF_8));
        writeConfig(
                file, user, "{server: '" + server + "', certificate-authority-data: " + authority + "}", token(user));
    }

    /** Writes a kubeconfig without credentials. */
    static void writeKubeconfig(Path file, String server) {
        writeConfig(file, "nobody", "{server: '" + server + "'}", "");
    }

    private static void writeConfig(Path file, String user, String cluster, String token) {
        write(file, """
                apiVersion: v1
                kind: Config
                clusters:
                - name: test
                  cluster: %s
                contexts:
                - name: test
                  context: {cluster: test, user: %s}
                current-context: test
                users:
                - name: %s
                  user: %s
                """.formatted(cluster, user, user, token.isEmpty() ? "{}" : "{token: " + token + "}"));
    }

    private void add(String user, SecureRandom random) {
        byte[] token = new byte[16];
        random.nextBytes(token);
        tokens.put(user, HexFormat.of().formatHex(token));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
