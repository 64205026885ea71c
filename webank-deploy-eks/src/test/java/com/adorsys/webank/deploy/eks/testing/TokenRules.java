package com.adorsys.webank.deploy.eks.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster demands of a token, and the Security Token Service of the request in it; written from those rules, to
 * check the signer.
 *
 * @param cluster the cluster's name
 * @param hosts the hosts of the token service in the cluster's partition
 * @param secrets the secret key of an access key; null for one that is not known
 * @param sessions the session token of an access key; null for none
 */
public record TokenRules(
        String cluster,
        Set<String> hosts,
        Function<String, @Nullable String> secrets,
        Function<String, @Nullable String> sessions) {
    private static final Set<String> PARAMETERS = Set.of(
            "action",
            "version",
            "x-amz-algorithm",
            "x-amz-credential",
            "x-amz-date",
            "x-amz-expires",
            "x-amz-security-token",
            "x-amz-signature",
            "x-amz-signedheaders");

    /**
     * The access key whose token it is.
     *
     * @throws Broken if it breaks a rule
     */
    public String check(String token, Instant now) {
        demand(token.length() <= 4096, "at most 4096 bytes");
        demand(token.startsWith("k8s-aws-v1."), "the prefix");
        demand(token.indexOf('=') < 0, "no padding");
        String url = new String(
                Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())), StandardCharsets.UTF_8);
        URI uri = URI.create(url);
        demand("https".equals(uri.getScheme()), "https");
        demand(
                uri.getPort() < 0 && hosts.contains(uri.getHost()),
                "a host of the partition, not " + uri.getAuthority());
        demand("/".equals(uri.getRawPath()), "the path /");
        demand(uri.getFragment() == null, "no fragment");

        Map<String, String> parameters = SignatureV4.parameters(uri.getRawQuery());
        Map<String, String> lower = new TreeMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            demand(PARAMETERS.contains(name), "no parameter " + name);
            demand(lower.put(name, parameter.getValue()) == null, "no parameter twice: " + name);
        }
        demand("GetCallerIdentity".equals(lower.get("action")), "the action");
        demand("2011-06-15".equals(lower.get("version")), "the version");
        demand("AWS4-HMAC-SHA256".equals(lower.get("x-amz-algorithm")), "the algorithm");
        int expires = Integer.parseInt(lower.get("x-amz-expires"));
        demand(expires >= 0 && expires <= 900, "an expiry from 0 to 900");
        Instant date = LocalDateTime.parse(lower.get("x-amz-date"), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
        demand(!now.isAfter(date.plus(Duration.ofMinutes(15))), "a date at most 15 minutes ago");
        demand(!date.isAfter(now.plus(Duration.ofMinutes(5))), "a date that is not to come");
        Set<String> signed =
                new HashSet<>(Set.of(lower.get("x-amz-signedheaders").split(";")));
        demand(signed.contains("x-k8s-aws-id"), "the cluster's header is signed");

        String[] credential = lower.get("x-amz-credential").split("/");
        String secret = secrets.apply(credential[0]);
        demand(secret != null, "a known access key");
        demand(credential[1].equals(lower.get("x-amz-date").substring(0, 8)), "the day of the date");
        demand(credential[3].equals("sts") && credential[4].equals("aws4_request"), "the service sts");
        String session = sessions.apply(credential[0]);
        demand(
                session == null
                        ? !lower.containsKey("x-amz-security-token")
                        : session.equals(lower.get("x-amz-security-token")),
                "the session's token");
        // What the cluster sends: the signed header has its own name, not the one that the client meant.
        Map<String, String> headers = Map.of("host", uri.getHost(), "x-k8s-aws-id", cluster);
        String expected = new SignatureV4("GET", "/", uri.getRawQuery(), headers::get, "").ofQuery(secret);
        demand(expected.equals(lower.get("x-amz-signature")), "the signature");
        return credential[0];
    }

    private static void demand(boolean condition, String what) {
        if (!condition) {
            throw new Broken(what);
        }
    }

    /** A rule that a token breaks. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String rule) {
            super("A token must have " + rule);
        }
    }
}
