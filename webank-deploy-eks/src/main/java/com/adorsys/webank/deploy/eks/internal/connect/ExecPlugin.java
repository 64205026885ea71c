package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.io.File;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that prints a token, as a kubeconfig names one under {@code exec}.
 *
 * <p>It runs without a shell and without standard input, and what it writes to standard error is kept apart from the
 * token. See <a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">client-go
 * credential plugins</a>.
 *
 * @param name as a sentence begins with it
 */
record ExecPlugin(String name, String version, String installHint, ChildProcess process, Clock clock)
        implements TokenSource {
    private static final List<String> VERSIONS =
            List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final List<String> TOLD =
            List.of("server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority-data", "proxy-url");

    /** The plug-in of a kubeconfig's {@code exec}; what is wrong with it is noted. */
    static ExecPlugin of(KubeconfigPart exec, KubeconfigPart cluster, Clock clock, List<Problem> problems) {
        String name = exec.required("command", problems);
        String version = exec.required("apiVersion", problems);
        if (!version.isEmpty() && !VERSIONS.contains(version)) {
            problems.add(exec.wrong(
                    "apiVersion",
                    Problem.quote(version) + " is not a supported version of ExecCredential",
                    "Write `" + String.join("` or `", VERSIONS) + "`"));
        }
        if (exec.text("interactiveMode", problems).equals("Always")) {
            problems.add(exec.wrong(
                    "interactiveMode",
                    "the plug-in needs somebody at a terminal",
                    "Use a plug-in that does not, or a context with a token"));
        }
        // As in kubectl, a path is relative to the kubeconfig, and a mere name is looked up in PATH.
        boolean path = name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0;
        List<String> command = new ArrayList<>();
        command.add(path ? exec.file("command", problems) : name);
        command.addAll(exec.texts("args", problems));
        Map<String, String> variables = new LinkedHashMap<>();
        for (KubeconfigPart variable : exec.entries("env")) {
            variables.put(variable.required("name", problems), variable.text("value", problems));
        }
        variables.put("KUBERNETES_EXEC_INFO", info(version, exec.flag("provideClusterInfo", problems), cluster));
        String called = "The exec plug-in " + Problem.quote(name) + " of the kubeconfig";
        return new ExecPlugin(
                called,
                version,
                installHint(exec.text("installHint", problems).strip()),
                new ChildProcess(called, command, variables, LONGEST),
                clock);
    }

    /** A remedy: what the kubeconfig says, without its full stop. */
    private static String installHint(String text) {
        String hint = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return hint.isEmpty() ? "Install it, or write its path into the kubeconfig" : hint.replaceAll("\\s+", " ");
    }

    private static String info(String version, boolean withCluster, KubeconfigPart cluster) {
        MapTree.Builder spec = MapTree.builder();
        if (withCluster) {
            MapTree.Builder about = MapTree.builder();
            for (String key : TOLD) {
                Tree value = cluster.tree().get(key);
                if (value != null) {
                    about.put(key, value);
                }
            }
            spec.put("cluster", about.build());
        }
        spec.put("interactive", false);
        return Json.write(MapTree.builder()
                .put("apiVersion", version)
                .put("kind", "ExecCredential")
                .put("spec", spec.build())
                .build());
    }

    @Override
    public BearerToken make() {
        ChildProcess.Result result = process.run(installHint);
        if (result.code() != 0) {
            String words = result.lastWords();
            throw refused(
                    "ended with " + result.code() + (words.isEmpty() ? "" : ", saying " + Problem.quote(words)),
                    "Run it by hand, and see what it lacks");
        }
        MapTree credential;
        try {
            credential = Json.readMap(result.output());
        } catch (Json.Malformed e) {
            throw refused("printed no ExecCredential: " + e.getMessage(), "Let it print nothing else");
        }
        String printed = credential.string("apiVersion").orElse("");
        if (!printed.equals(version)) {
            throw refused(
                    "printed an ExecCredential of the version " + Problem.quote(printed) + ", not "
                            + Problem.quote(version),
                    "Write the version that it prints into the kubeconfig");
        }
        MapTree status = Trees.map(credential, "status");
        String token = status.string("token").orElse("");
        if (token.isEmpty()) {
            throw refused(
                    status.has("clientCertificateData") ? "gives a client certificate, no token" : "gave no token",
                    "Use a plug-in that gives tokens");
        }
        String expiry = status.string("expirationTimestamp").orElse("");
        if (expiry.isEmpty()) {
            return BearerToken.lasting(token);
        }
        try {
            Instant now = clock.instant();
            return BearerToken.of(token, now, OffsetDateTime.parse(expiry).toInstant());
        } catch (DateTimeException e) {
            throw refused(
                    "gave the expiration " + Problem.quote(expiry) + ", which is no time",
                    "Let it give one as in `2026-01-31T09:30:00Z`");
        }
    }

    private DeployException refused(String fact, String remedy) {
        return new DeployException.Refused(name + " " + fact + ". " + remedy + ".");
    }
}
