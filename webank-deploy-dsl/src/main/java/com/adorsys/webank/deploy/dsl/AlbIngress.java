package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Host;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * An Ingress that the AWS Load Balancer Controller serves with an Application Load Balancer. Immutable.
 *
 * <p>The load balancer sends to pods ({@code target-type: ip}), listens on ports 80 and 443, and redirects HTTP to HTTPS.
 * See the controller's <a
 * href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/">annotations</a>.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class AlbIngress implements Ingress, WithAlbIngress, PlusLabels<AlbIngress> {
    /** The controller's annotations begin with this. */
    static final String PREFIX = "alb.ingress.kubernetes.io/";

    static final String EXTERNAL_DNS = "external-dns.alpha.kubernetes.io/hostname";

    /** Who can reach the load balancer. */
    public enum Scheme {
        /** Everybody. */
        INTERNET_FACING("internet-facing"),
        /** Who is in the VPC. */
        INTERNAL("internal");

        private final String text;

        Scheme(String text) {
            this.text = text;
        }

        /** The controller's word. */
        public String text() {
            return text;
        }
    }

    /** What happens to a request by plain HTTP. */
    public enum Http {
        /** It is sent to HTTPS. */
        REDIRECTED,
        /** It is served. */
        SERVED
    }

    AlbIngress() {}

    /** A builder: {@code host}, {@code certificate}, then what is optional. */
    public static ImmutableAlbIngress.HostBuildStage builder() {
        return ImmutableAlbIngress.builder();
    }

    @Override
    public abstract Host host();

    /** The ARN of the certificate in AWS Certificate Manager. */
    public abstract String certificate();

    /** Who can reach the load balancer; everybody unless said. */
    @Value.Default
    public Scheme scheme() {
        return Scheme.INTERNET_FACING;
    }

    /** What happens to a request by plain HTTP; it is redirected unless said. */
    @Value.Default
    public Http http() {
        return Http.REDIRECTED;
    }

    /** The load balancer's name, at most 32 letters, digits and hyphens; the controller makes one unless said. */
    public abstract Optional<String> loadBalancerName();

    /** AWS tags, of which keys and values hold neither comma nor equals sign. */
    public abstract Map<String, String> tags();

    /** The load balancer's health check; as the controller has it unless said. */
    public abstract Optional<AlbHealthCheck> healthCheck();

    /** The host name for which ExternalDNS makes a record. */
    public abstract Optional<Host> externalDns();

    @Override
    public abstract Map<String, String> labels();

    @Override
    public abstract AlbIngress withHost(Host host);

    @Override
    public abstract AlbIngress withLabels(Map<String, ? extends String> entries);

    /**
     * A copy with one more AWS tag.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    public final AlbIngress plusTags(String key, String value) {
        return plusTags(Map.of(key, value));
    }

    /**
     * A copy with more AWS tags.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    public final AlbIngress plusTags(Map<String, String> added) {
        return withTags(Additions.to("tags", tags(), added));
    }

    @Override
    public final Optional<String> ingressClass() {
        return Optional.of("alb");
    }

    @Override
    public final Map<String, String> allAnnotations() {
        Map<String, String> all = new TreeMap<>();
        all.put(PREFIX + "certificate-arn", certificate());
        all.put(PREFIX + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]");
        all.put(PREFIX + "scheme", scheme().text());
        all.put(PREFIX + "target-type", "ip");
        if (http() == Http.REDIRECTED) {
            all.put(PREFIX + "ssl-redirect", "443");
        }
        loadBalancerName().ifPresent(name -> all.put(PREFIX + "load-balancer-name", name));
        if (!tags().isEmpty()) {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(tags())
                    .forEach((key, value) -> text.append(text.length() == 0 ? "" : ",")
                            .append(key)
                            .append('=')
                            .append(value));
            all.put(PREFIX + "tags", text.toString());
        }
        healthCheck().ifPresent(check -> check.putAnnotations(all));
        externalDns().ifPresent(host -> all.put(EXTERNAL_DNS, host.text()));
        return all;
    }

    @Value.Check
    void check() {
        ModelChecks checks = new ModelChecks("ingress");
        checks.ingressHost(host());
        checks.labels("labels", labels());
        if (!isCertificateArn(certificate())) {
            checks.error(
                    "ARN_INVALID",
                    "certificate",
                    "`" + certificate() + "` is no ARN of a certificate",
                    "Write arn:aws:acm:REGION:ACCOUNT:certificate/ID");
        }
        loadBalancerName().ifPresent(name -> {
            if (!isLoadBalancerName(name)) {
                checks.error(
                        "NAME_INVALID",
                        "loadBalancerName",
                        "`" + name + "` is no name of a load balancer",
                        "Use at most 32 letters, digits and hyphens, no hyphen first or last, and do not begin with internal-");
            }
        });
        tags().forEach((key, value) -> {
            if (key.isEmpty() || key.indexOf(',') >= 0 || key.indexOf('=') >= 0 || value.indexOf(',') >= 0) {
                checks.error(
                        "TAG_INVALID",
                        "tags",
                        "the tag `" + key + "` cannot be written in an annotation",
                        "Leave commas out of keys and values, and equals signs out of keys");
            }
        });
        checks.throwIfAny();
    }

    private static boolean isCertificateArn(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 6
                && parts[0].equals("arn")
                && parts[1].startsWith("aws")
                && (parts[2].equals("acm") || parts[2].equals("iam"))
                && (parts[5].startsWith("certificate/") || parts[5].startsWith("server-certificate/"))
                && text.indexOf(' ') < 0
                && text.indexOf(',') < 0;
    }

    private static boolean isLoadBalancerName(String name) {
        if (name.isEmpty()
                || name.length() > 32
                || name.startsWith("-")
                || name.endsWith("-")
                || name.startsWith("internal-")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
