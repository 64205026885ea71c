package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxy of a web address, and which can be used. */
public final class WebProxy {
    /** Names the ways of authentication that the JDK does not use with a proxy's tunnel; `Basic` by default. */
    private static final String DISABLED = "jdk.http.auth.tunneling.disabledSchemes";

    private WebProxy() {}

    /**
     * The proxy that the environment names for a URL: {@code HTTPS_PROXY} or {@code HTTP_PROXY}, also in lower case,
     * unless {@code NO_PROXY} lists the host, or a domain that it is in. Local addresses have none.
     */
    public static Optional<String> of(URI url, Map<String, String> environment) {
        String name = "https".equalsIgnoreCase(url.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        String proxy = variable(environment, name);
        String host = url.getHost();
        if (proxy.isBlank() || host == null || isLocal(host) || isListed(host, variable(environment, "NO_PROXY"))) {
            return Optional.empty();
        }
        return Optional.of(proxy.contains("://") ? proxy.strip() : "http://" + proxy.strip());
    }

    /** What keeps a proxy from being used; the text of it may hold a password, so it is not shown. */
    public static Optional<Problem> problem(String proxy, Location location) {
        @Nullable URI uri = parse(proxy);
        if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
            return Optional.of(Problem.error(
                    ProblemCodes.PROXY_INVALID,
                    location,
                    "the proxy is not a URL",
                    "Write it as in `http://proxy.example.com:3128`"));
        }
        if (!uri.getScheme().equalsIgnoreCase("http")) {
            return Optional.of(Problem.error(
                    ProblemCodes.PROXY_UNSUPPORTED,
                    location,
                    "a proxy with the scheme " + Problem.quote(uri.getScheme()) + " is not supported",
                    "Use an HTTP proxy, `http://HOST:PORT`"));
        }
        if (uri.getPort() < 0) {
            return Optional.of(Problem.error(
                    ProblemCodes.PROXY_INVALID,
                    location,
                    "the proxy has no port",
                    "Write it as in `http://proxy.example.com:3128`"));
        }
        if (uri.getUserInfo() != null && isPasswordWithheld()) {
            return Optional.of(Problem.error(
                    ProblemCodes.PROXY_PASSWORD_UNUSED,
                    location,
                    "the URL of the proxy has a password, which the JDK does not send by default",
                    "Start the JVM with `-D" + DISABLED + "=`"));
        }
        return Optional.empty();
    }

    private static boolean isPasswordWithheld() {
        String disabled = System.getProperty(DISABLED, "Basic");
        return disabled.toLowerCase(Locale.ROOT).contains("basic");
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String variable(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static boolean isListed(String host, String list) {
        for (String each : list.split(",")) {
            String entry = each.strip().toLowerCase(Locale.ROOT);
            if (entry.startsWith("*.")) {
                entry = entry.substring(1);
            }
            boolean within = !entry.isEmpty() && host.endsWith(entry.startsWith(".") ? entry : "." + entry);
            if (entry.equals("*") || entry.equals(host) || within) {
                return true;
            }
        }
        return false;
    }
}
