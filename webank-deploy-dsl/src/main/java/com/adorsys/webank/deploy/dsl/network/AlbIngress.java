package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.ArrayList;
import java.util.List;
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
public abstract non-sealed class AlbIngress implements Ingress, WithAlbIngress, PlusIngress<AlbIngress> {
    /** The controller's annotations begin with this. */
    public static final String PREFIX = "alb.ingress.kubernetes.io/";

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

    /** Whether AWS refuses to delete the load balancer. */
    public enum DeletionProtection {
        /** It refuses. */
        ENABLED,
        /** It does not. */
        DISABLED
    }

    AlbIngress() {}

    /**
     * A builder: {@code host}, {@code certificate}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableAlbIngress.HostBuildStage builder() {
        return ImmutableAlbIngress.builder();
    }

    @Override
    public abstract Host host();

    /** The ARN of the certificate in AWS Certificate Manager. */
    public abstract String certificate();

    /** Who can reach the load balancer. Default: everybody. */
    @Value.Default
    public Scheme scheme() {
        return Scheme.INTERNET_FACING;
    }

    /** What happens to a request by plain HTTP. Default: it is redirected to HTTPS. */
    @Value.Default
    public Http http() {
        return Http.REDIRECTED;
    }

    /** The load balancer's name, at most 32 letters, digits and hyphens. Default: the controller makes one. */
    public abstract Optional<String> loadBalancerName();

    /** AWS tags, of which keys and values hold neither comma nor equals sign. */
    public abstract Map<String, String> tags();

    /** The load balancer's health check. Default: as the controller has it. */
    public abstract Optional<AlbHealthCheck> healthCheck();

    /** The host name for which ExternalDNS makes a record. */
    public abstract Optional<Host> externalDns();

    /** Further certificates by their ARNs, for {@link #additionalHosts} and {@link #rules}: the load balancer takes the one of the host. */
    public abstract List<String> additionalCertificates();

    /**
     * The TLS policy by its name, such as {@code ELBSecurityPolicy-TLS13-1-2-2021-06}. Default: {@code
     * ELBSecurityPolicy-2016-08}, as the load balancer has it.
     */
    public abstract Optional<String> sslPolicy();

    /** The ARN of the web ACL of AWS WAF that filters requests. */
    public abstract Optional<String> webAcl();

    /** Where the load balancer writes its access logs. Default: nowhere. */
    public abstract Optional<AlbAccessLogs> accessLogs();

    /** Whether AWS refuses to delete the load balancer. Default: it does not refuse. */
    public abstract Optional<DeletionProtection> deletionProtection();

    /** The address ranges from which requests are let in, such as {@code 10.0.0.0/8}. Default: all. */
    public abstract List<String> inboundCidrs();

    /** The Ingresses with which it shares a load balancer. Default: it has one of its own. */
    public abstract Optional<AlbGroup> group();

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

    /** A copy with further certificates. */
    public final AlbIngress plusAdditionalCertificates(String... arns) {
        return withAdditionalCertificates(Additions.to(additionalCertificates(), arns));
    }

    /** A copy with further address ranges from which requests are let in. */
    public final AlbIngress plusInboundCidrs(String... cidrs) {
        return withInboundCidrs(Additions.to(inboundCidrs(), cidrs));
    }

    @Override
    public final Optional<String> ingressClass() {
        return Optional.of("alb");
    }

    @Override
    public final Map<String, String> allAnnotations() {
        Map<String, String> all = new TreeMap<>();
        all.put(
                PREFIX + "certificate-arn",
                additionalCertificates().isEmpty()
                        ? certificate()
                        : certificate() + "," + String.join(",", additionalCertificates()));
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
        sslPolicy().ifPresent(policy -> all.put(PREFIX + "ssl-policy", policy));
        webAcl().ifPresent(arn -> all.put(PREFIX + "wafv2-acl-arn", arn));
        if (!inboundCidrs().isEmpty()) {
            all.put(PREFIX + "inbound-cidrs", String.join(",", inboundCidrs()));
        }
        group().ifPresent(shared -> shared.putAnnotations(all));
        List<String> attributes = new ArrayList<>();
        accessLogs().ifPresent(logs -> logs.addAttributes(attributes));
        deletionProtection()
                .ifPresent(protection ->
                        attributes.add("deletion_protection.enabled=" + (protection == DeletionProtection.ENABLED)));
        if (!attributes.isEmpty()) {
            all.put(PREFIX + "load-balancer-attributes", String.join(",", attributes));
        }
        externalDns().ifPresent(host -> all.put(EXTERNAL_DNS, host.text()));
        return all;
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("ingress");
        IngressChecks.check(this, checks);
        certificate(checks, "certificate", certificate());
        for (String arn : additionalCertificates()) {
            certificate(checks, "additionalCertificates", arn);
        }
        sslPolicy().ifPresent(policy -> {
            if (!policy.startsWith("ELBSecurityPolicy-") || !isWord(policy)) {
                checks.error(
                        ProblemCodes.NAME_INVALID,
                        "sslPolicy",
                        Problem.quote(policy) + " is not a valid name of a TLS policy",
                        "Write one that begins with ELBSecurityPolicy-");
            }
        });
        webAcl().ifPresent(arn -> {
            if (!isArn(arn, "wafv2") || !arn.contains(":regional/webacl/")) {
                checks.error(
                        ProblemCodes.ARN_INVALID,
                        "webAcl",
                        Problem.quote(arn) + " is not a valid ARN of a web ACL",
                        "Write arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID");
            }
        });
        for (String cidr : inboundCidrs()) {
            if (!isCidr(cidr)) {
                checks.error(
                        ProblemCodes.CIDR_INVALID,
                        "inboundCidrs",
                        Problem.quote(cidr) + " is not a valid range of addresses",
                        "Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`");
            }
        }
        loadBalancerName().ifPresent(name -> {
            if (!isLoadBalancerName(name)) {
                checks.error(
                        ProblemCodes.NAME_INVALID,
                        "loadBalancerName",
                        "`" + name + "` is not a valid name of a load balancer",
                        "Use at most 32 letters, digits and hyphens, no hyphen first or last, and do not begin with internal-");
            }
        });
        tags().forEach((key, value) -> {
            if (key.isEmpty() || key.indexOf(',') >= 0 || key.indexOf('=') >= 0 || value.indexOf(',') >= 0) {
                checks.error(
                        ProblemCodes.TAG_INVALID,
                        "tags",
                        "the tag `" + key + "` cannot be written in an annotation",
                        "Leave commas out of keys and values, and equals signs out of keys");
            }
        });
        checks.throwIfAny();
    }

    private static void certificate(ValueChecks checks, String field, String arn) {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        boolean good = (isArn(arn, "acm") || isArn(arn, "iam"))
                && (resource.startsWith("certificate/") || resource.startsWith("server-certificate/"));
        if (!good) {
            checks.error(
                    ProblemCodes.ARN_INVALID,
                    field,
                    "`" + arn + "` is not a valid ARN of a certificate",
                    "Write arn:aws:acm:REGION:ACCOUNT:certificate/ID");
        }
    }

    private static boolean isArn(String text, String service) {
        String[] parts = text.split(":", -1);
        return parts.length == 6
                && parts[0].equals("arn")
                && parts[1].startsWith("aws")
                && parts[2].equals(service)
                && text.indexOf(' ') < 0
                && text.indexOf(',') < 0;
    }

    private static boolean isCidr(String text) {
        int slash = text.lastIndexOf('/');
        String length = text.substring(slash + 1);
        if (slash < 1
                || length.isEmpty()
                || length.length() > 3
                || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String address = text.substring(0, slash);
        return Names.address(address).isEmpty() && Integer.parseInt(length) <= (address.indexOf(':') < 0 ? 32 : 128);
    }

    private static boolean isWord(String text) {
        return text.chars()
                .allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-');
    }

    private static boolean isLoadBalancerName(String name) {
        if (name.isEmpty()
                || name.length() > 32
                || name.startsWith("-")
                || name.endsWith("-")
                || name.startsWith("internal-")) {
            return false;
        }
        return isWord(name);
    }
}
