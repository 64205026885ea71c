package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.UrlCredentials;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A connection as a kubeconfig describes it. */
public final class KubeconfigConnection {
    private final KubeconfigContext context;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    private KubeconfigConnection(KubeconfigContext context, Map<String, String> environment) {
        this.context = context;
        this.environment = environment;
    }

    /**
     * Reads the files and makes a client; nothing is sent yet.
     *
     * @param files the first to say something wins
     * @param chosen the context; empty for the current one
     * @throws DeployException.InvalidInput if a file or the context is missing, or cannot be used
     */
    public static Connection open(List<Path> files, String chosen) {
        return new KubeconfigConnection(KubeconfigFiles.read(files).context(chosen), System.getenv()).open();
    }

    private Connection open() {
        Config config = Config.empty();
        readCluster(config);
        @Nullable TokenSource tokens = readUser(config);
        readImpersonation(config);
        // Keys are read only where everything else is right: what is missing has been said by then.
        DeployException.InvalidInput.throwIfErrors(problems);
        @Nullable SSLContext tls = readTrust(config);
        DeployException.InvalidInput.throwIfErrors(problems);
        String name = "The cluster " + Problem.quote(context.clusterName()) + " of the kubeconfig";
        ConnectFailures failures = new ConnectFailures(name, ConnectFailures.host(config), advice());
        ClusterIdentity identity = ClusterIdentity.ofContext(context.name(), config.getMasterUrl());
        Connection.Settings settings = new Connection.Settings(config, tls, tokens, Clock.systemUTC());
        return Connection.open(settings, identity, failures, () -> {});
    }

    private Advice advice() {
        return new FixedAdvice(
                "Check `server` in the kubeconfig, and that this machine may reach it: a private endpoint answers only"
                        + " within its network",
                "Write the certificate authority of this cluster into the kubeconfig, as `certificate-authority-data`",
                context.userName().isEmpty()
                        ? "The context " + Problem.quote(context.name()) + " names no user: add one"
                        : "Renew the credentials of the user " + Problem.quote(context.userName())
                                + " in the kubeconfig, or let the cluster know them");
    }

    private void readCluster(Config config) {
        KubeconfigPart cluster = context.cluster();
        String server = cluster.required("server", problems);
        if (!server.isEmpty() && !isUrl(server)) {
            problems.add(
                    cluster.wrong("server", "`server` is not a URL", "Write it as in `https://host.example.com:6443`"));
            return;
        }
        if (UrlCredentials.areIn(server)) {
            problems.add(cluster.wrong(
                    "server",
                    "`server` has a user or a password, which are not used",
                    "Write the plain URL, and the credentials in the user's `username` and `password`"));
        }
        config.setMasterUrl(server);
        String serverName = cluster.text("tls-server-name", problems);
        if (!serverName.isEmpty()
                && !server.isEmpty()
                && !serverName.equals(URI.create(server).getHost())) {
            problems.add(cluster.wrong(
                    "tls-server-name",
                    "`tls-server-name` is another than the host of `server`, which the JDK's HTTP client does not support",
                    "Call the server by the name in its certificate"));
        }
        if (cluster.flag("insecure-skip-tls-verify", problems)) {
            config.setTrustCerts(true);
            config.setDisableHostnameVerification(true);
        }
        String proxy = cluster.text("proxy-url", problems);
        if (!proxy.isEmpty()) {
            WebProxy.problem(proxy, cluster.at("proxy-url")).ifPresent(problems::add);
        } else if (!server.isEmpty()) {
            proxy = WebProxy.of(URI.create(server), environment).orElse("");
            if (!proxy.isEmpty()) {
                WebProxy.problem(proxy, com.adorsys.webank.deploy.core.Location.of("HTTPS_PROXY"))
                        .ifPresent(problems::add);
            }
        }
        if (!proxy.isEmpty()) {
            config.setHttpProxy(proxy);
            config.setHttpsProxy(proxy);
        }
    }

    /** Sets what is fixed, and returns where tokens come from if they change. */
    private @Nullable TokenSource readUser(Config config) {
        KubeconfigPart user = context.user();
        String certificate = user.decoded("client-certificate-data", problems);
        String key = user.decoded("client-key-data", problems);
        if (!certificate.isEmpty()) {
            config.setClientCertData(user.text("client-certificate-data", problems));
        } else {
            setIfGiven(readable(user, "client-certificate"), config::setClientCertFile);
        }
        if (!key.isEmpty()) {
            config.setClientKeyData(user.text("client-key-data", problems));
        } else {
            setIfGiven(readable(user, "client-key"), config::setClientKeyFile);
        }
        if (user.tree().has("auth-provider")) {
            problems.add(user.wrong(
                    "auth-provider",
                    "`auth-provider` was removed from Kubernetes in 1.26",
                    "Use the provider's `exec` plug-in"));
        }
        String name = user.text("username", problems);
        String password = user.text("password", problems);
        String token = user.text("token", problems);
        String tokenFile = user.file("tokenFile", problems);
        if (!tokenFile.isEmpty()) {
            return new TokenFile(Path.of(tokenFile), Clock.systemUTC());
        }
        if (!token.isEmpty()) {
            return () -> BearerToken.lasting(token);
        }
        if (user.tree().has("exec")) {
            return ExecPlugin.of(user.child("exec"), context.cluster(), Clock.systemUTC(), problems);
        }
        if (!name.isEmpty()) {
            config.setUsername(name);
            config.setPassword(password);
        }
        return null;
    }

    private void readImpersonation(Config config) {
        KubeconfigPart user = context.user();
        setIfGiven(user.text("as", problems), config::setImpersonateUsername);
        List<String> groups = user.texts("as-groups", problems);
        if (!groups.isEmpty()) {
            config.setImpersonateGroups(groups.toArray(new String[0]));
        }
        KubeconfigPart extra = user.child("as-user-extra");
        Map<String, List<String>> extras = new LinkedHashMap<>();
        extra.tree().keys().forEach(key -> extras.put(key, extra.texts(key, problems)));
        if (!extras.isEmpty()) {
            config.setImpersonateExtras(extras);
        }
        if (user.tree().has("as-uid")) {
            problems.add(user.wrong(
                    "as-uid",
                    "a user's UID cannot be impersonated here",
                    "Leave `as-uid` out, or use another context"));
        }
    }

    private @Nullable SSLContext readTrust(Config config) {
        KubeconfigPart cluster = context.cluster();
        String pem = cluster.decoded("certificate-authority-data", problems);
        String key = pem.isEmpty() ? "certificate-authority" : "certificate-authority-data";
        if (pem.isEmpty()) {
            String file = cluster.file("certificate-authority", problems);
            if (!file.isEmpty()) {
                pem = read(Path.of(file), cluster, key);
            }
        }
        KeyManager @Nullable [] keys = null;
        try {
            config.setClientKeyAlgo(Config.getKeyAlgorithm(config.getClientKeyFile(), config.getClientKeyData()));
            keys = SSLUtils.keyManagers(config);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            problems.add(context.user()
                    .wrong(
                            "",
                            "the client's certificate and key cannot be used: "
                                    + e.getClass().getSimpleName(),
                            "Give both, in PEM, of one key pair"));
        }
        if (pem.isEmpty() || config.isTrustCerts()) {
            return null;
        }
        try {
            return Trust.only(pem, keys);
        } catch (GeneralSecurityException e) {
            problems.add(cluster.wrong(key, "`" + key + "` holds no certificate", "Give certificates in PEM"));
            return null;
        }
    }

    private String read(Path file, KubeconfigPart part, String key) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            problems.add(unreadable(file, part, key));
            return "";
        }
    }

    /** The file that a key names; empty if it names none, or one that cannot be read. */
    private String readable(KubeconfigPart part, String key) {
        String file = part.file(key, problems);
        if (file.isEmpty() || Files.isReadable(Path.of(file))) {
            return file;
        }
        problems.add(unreadable(Path.of(file), part, key));
        return "";
    }

    private static Problem unreadable(Path file, KubeconfigPart part, String key) {
        return part.wrong(key, "the file " + Problem.quote(file.toString()) + " cannot be read", "Check the path");
    }

    private static void setIfGiven(String text, java.util.function.Consumer<String> setter) {
        if (!text.isEmpty()) {
            setter.accept(text);
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
