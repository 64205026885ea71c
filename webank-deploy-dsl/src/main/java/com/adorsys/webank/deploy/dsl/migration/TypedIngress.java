package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The typed Ingress of a load balancer that has the annotations of an Ingress of the class {@code alb}. */
final class TypedIngress {
    private static final String PREFIX = AlbIngress.PREFIX;
    private static final String LISTEN_PORTS = PREFIX + "listen-ports";
    private static final String TAGS = PREFIX + "tags";

    private final ClassIngress ingress;
    private final Map<String, String> annotations;

    private TypedIngress(ClassIngress ingress) {
        this.ingress = ingress;
        this.annotations = ingress.annotations();
    }

    /** The typed Ingress, if it says all that the annotations say, and nothing else; otherwise the Ingress itself. */
    static Ingress of(Ingress given) {
        Ingress nearest = nearest(given);
        return nearest.allAnnotations().equals(given.allAnnotations())
                        || comparable(nearest.allAnnotations()).equals(comparable(given.allAnnotations()))
                ? nearest
                : given;
    }

    /** The typed Ingress that says most of what the annotations say; the Ingress itself if it is not one of a load balancer. */
    static Ingress nearest(Ingress given) {
        if (!(given instanceof ClassIngress ingress)
                || !ingress.ingressClass().equals(Optional.of("alb"))
                || !ingress.tls().isEmpty()) {
            return given;
        }
        try {
            return new TypedIngress(ingress).typed();
        } catch (DeployException.InvalidInput | NumberFormatException notTyped) {
            return given;
        }
    }

    private AlbIngress typed() {
        AlbHealthCheck check = AlbHealthCheck.builder()
                .path(text("healthcheck-path"))
                .successCodes(text("success-codes"))
                .interval(seconds("healthcheck-interval-seconds"))
                .timeout(seconds("healthcheck-timeout-seconds"))
                .healthyThreshold(number("healthy-threshold-count"))
                .unhealthyThreshold(number("unhealthy-threshold-count"))
                .build();
        boolean isChecked = !check.equals(AlbHealthCheck.builder().build());
        return AlbIngress.builder()
                .host(ingress.host())
                .certificate(text("certificate-arn").orElse(""))
                .scheme(
                        text("scheme").equals(Optional.of(AlbIngress.Scheme.INTERNAL.text()))
                                ? AlbIngress.Scheme.INTERNAL
                                : AlbIngress.Scheme.INTERNET_FACING)
                .http(text("ssl-redirect").isPresent() ? AlbIngress.Http.REDIRECTED : AlbIngress.Http.SERVED)
                .loadBalancerName(text("load-balancer-name"))
                .putAllTags(tags())
                .healthCheck(isChecked ? Optional.of(check) : Optional.empty())
                .externalDns(Optional.ofNullable(annotations.get("external-dns.alpha.kubernetes.io/hostname"))
                        .map(Host::of))
                .sslPolicy(text("ssl-policy"))
                .webAcl(text("wafv2-acl-arn"))
                .putAllLabels(ingress.labels())
                .build();
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(annotations.get(PREFIX + name));
    }

    private OptionalInt number(String name) {
        Optional<String> text = text(name);
        return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
    }

    private Optional<Duration> seconds(String name) {
        return text(name).map(text -> Duration.ofSeconds(Integer.parseInt(text)));
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : text("tags").orElse("").split(",")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(tag.substring(0, equals), tag.substring(equals + 1));
            }
        }
        return tags;
    }

    /** Whether a difference is one of the text of an annotation, and not of its meaning. */
    static boolean isSame(Difference difference) {
        for (String key : List.of(LISTEN_PORTS, TAGS)) {
            if (difference.path().equals(TreePath.child("metadata.annotations", key))) {
                return comparable(annotation(key, difference.before().orElse(null)))
                        .equals(comparable(annotation(key, difference.after().orElse(null))));
            }
        }
        return false;
    }

    private static Map<String, String> annotation(String key, @Nullable Tree value) {
        return value == null ? Map.of() : Map.of(key, Trees.text(value));
    }

    /** Annotations in one form: the ports are JSON, whose spaces mean nothing, and the order of tags means nothing either. */
    private static Map<String, Object> comparable(Map<String, String> annotations) {
        Map<String, Object> comparable = new TreeMap<>(annotations);
        String ports = annotations.get(LISTEN_PORTS);
        if (ports != null) {
            byte[] json = ports.getBytes(StandardCharsets.UTF_8);
            comparable.put(LISTEN_PORTS, YamlReader.read(LISTEN_PORTS, json).tree());
        }
        String tags = annotations.get(TAGS);
        if (tags != null) {
            comparable.put(TAGS, new TreeSet<>(List.of(tags.split(","))));
        }
        return comparable;
    }
}
