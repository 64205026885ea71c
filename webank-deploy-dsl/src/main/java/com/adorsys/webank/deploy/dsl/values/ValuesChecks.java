package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks values that have the right shape: reports what Kubernetes would reject and what could never work. */
final class ValuesChecks {
    private static final String NO_CREDENTIALS =
            "remove the credentials before the `@`, and name a Secret that contains them in `pullSecrets`";

    private final Release release;

    ValuesChecks(Release release) {
        this.release = release;
    }

    void umbrella(Section umbrella, List<Section> parts) {
        names(umbrella);
        if (umbrella.values.get("ingress") instanceof MapTree) {
            host(umbrella);
            rows(umbrella, ChartTables.of(umbrella.chart).at("ingress"));
        }
        if (umbrella.values.get("db") instanceof ScalarTree scalar && scalar.isNull()) {
            umbrella.error(
                    ProblemCodes.WRONG_TYPE,
                    umbrella.path("db"),
                    "`db` is null; a map is expected",
                    "write `enabled: false` below `db` to disable the chart's PostgreSQL");
        }
        Map<String, Section> byName = new HashMap<>();
        for (Section part : parts) {
            part(part);
            String name = fullname(part);
            Section other = byName.putIfAbsent(namespace(part) + "/" + name, part);
            if (other != null) {
                part.error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        namePath(part),
                        "the parts `" + other.base + "` and `" + part.base + "` have the same name, "
                                + Problem.quote(name),
                        "give one of them another `fullnameOverride`");
            }
        }
    }

    void part(Section part) {
        for (ChartValue row : ChartTables.of(part.chart).rows.values()) {
            rows(part, row);
        }
        names(part);
        labels(part);
        image(part);
        strategy(part);
        autoscaling(part);
        service(part);
        probes(part);
        volumes(part);
        if (part.chart != Chart.WEBANK_USERAPP) {
            database(part);
        }
        if (part.isTrue("ingress", "enabled")) {
            host(part);
        } else if (part.userSets("ingress", "host")) {
            checkHost(part, part.text("ingress", "host"));
        }
    }

    // Names.

    private String fullname(Section section) {
        String part = section.text("nameOverride");
        return ChartNames.fullname(
                release.name(), part.isEmpty() ? section.chartName() : part, section.text("fullnameOverride"));
    }

    private String namespace(Section section) {
        String override = section.text("namespaceOverride");
        return override.isEmpty() ? release.namespace() : ChartNames.name(override, null);
    }

    /** The path of the value that sets a section's full name. */
    private static String namePath(Section section) {
        return section.userSets("fullnameOverride")
                ? section.path("fullnameOverride")
                : section.userSets("nameOverride") ? section.path("nameOverride") : section.base;
    }

    private void names(Section section) {
        String part = section.text("nameOverride");
        if (!part.isEmpty()) {
            Optional<String> complaint = Names.label(ChartNames.name(section.chartName(), part));
            if (complaint.isPresent()) {
                section.error(
                        ProblemCodes.NAME_INVALID,
                        section.path("nameOverride"),
                        "`nameOverride` is " + Problem.quote(part) + ", which is not a valid name",
                        complaint.get());
                return;
            }
        }
        String name = fullname(section);
        Optional<String> complaint = section.chart == Chart.WEBANK ? Names.subdomain(name) : Names.label(name);
        if (complaint.isPresent()) {
            section.error(
                    ProblemCodes.NAME_INVALID,
                    namePath(section),
                    "the full name " + Problem.quote(name) + " of " + described(section) + " is not a valid name of "
                            + (section.chart == Chart.WEBANK ? "an Ingress" : "a Service"),
                    complaint.get());
        }
        String namespace = section.text("namespaceOverride");
        if (!namespace.isEmpty()) {
            checked(section, section.path("namespaceOverride"), namespace, Names.label(namespace(section)));
        }
    }

    private static String described(Section section) {
        return section.isAlone() ? "the chart `" + section.chart.chartName() + "`" : "the part `" + section.base + "`";
    }

    private static void checked(Section section, String path, String text, Optional<String> complaint) {
        if (complaint.isPresent()) {
            section.error(
                    ProblemCodes.NAME_INVALID, path, "`" + last(path) + "` is " + Problem.quote(text), complaint.get());
        }
    }

    // Labels.

    private void labels(Section part) {
        selector(part, part.map("commonLabels"), part.path("commonLabels"), "its labels are added to the selector");
        if (part.userSets("service", "additionalLabels")) {
            selector(
                    part,
                    part.map("service", "additionalLabels"),
                    part.path("service", "additionalLabels"),
                    "its labels replace those of the Service's selector");
        }
        MapTree annotations = part.map("commonAnnotations");
        selector(part, annotations, part.path("commonAnnotations"), "the chart also writes it as labels of the pods");
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            if (!(annotations.valueAt(i) instanceof ScalarTree scalar) || TemplateEvaluation.hasExpression(scalar)) {
                continue;
            }
            Optional<String> complaint = Names.labelKey(key);
            if (complaint.isEmpty() && scalar.isString()) {
                complaint = Names.labelValue(scalar.text());
            }
            if (complaint.isPresent()) {
                part.error(
                        ProblemCodes.ANNOTATION_AS_LABEL,
                        TreePath.child(part.path("commonAnnotations"), key),
                        "the chart also writes `commonAnnotations` as labels of the pods, and " + Problem.quote(key)
                                + " is not a valid label: " + complaint.get(),
                        "write it in `annotations` of `service` or `ingress`, or change it to a valid label");
            }
        }
    }

    private void selector(Section part, MapTree labels, String path, String why) {
        override(
                part,
                labels,
                path,
                StandardLabels.NAME,
                ChartNames.name(part.chartName(), part.text("nameOverride")),
                why);
        override(part, labels, path, StandardLabels.INSTANCE, release.name(), why);
    }

    private static void override(Section part, MapTree labels, String path, String key, String value, String why) {
        if (labels.get(key) instanceof ScalarTree scalar
                && !scalar.isNull()
                && !scalar.text().equals(value)) {
            part.error(
                    ProblemCodes.SELECTOR_OVERRIDE,
                    TreePath.child(path, key),
                    "`" + key + "` is overridden in `" + last(path) + "`; " + why
                            + ", so the selector would no longer match the pods",
                    "remove it, or write `nameOverride`");
        }
    }

    // The image.

    private static void image(Section part) {
        if (!(part.values.get("image") instanceof MapTree)) {
            return;
        }
        String registry = part.text("image", "registry");
        if (!registry.isEmpty() && !isImage(registry, "x", "x", "")) {
            part.error(
                    ProblemCodes.IMAGE_INVALID,
                    part.userSets("image", "registry") ? part.path("image", "registry") : "global.imageRegistry",
                    "the registry is " + Problem.quote(registry),
                    UrlCredentials.areIn(registry)
                            ? NO_CREDENTIALS
                            : "a registry is a host name with an optional port, as in `ghcr.io` or `localhost:5000`");
        }
        String path = part.text("image", "repository");
        if (!path.isEmpty() && !isImage("x.io", path, "x", "")) {
            boolean tagged = path.indexOf(':') > path.lastIndexOf('/') || path.indexOf('@') >= 0;
            part.error(
                    ProblemCodes.IMAGE_INVALID,
                    part.path("image", "repository"),
                    "`repository` is " + Problem.quote(path),
                    UrlCredentials.areIn(path)
                            ? NO_CREDENTIALS
                            : tagged
                                    ? "write only the path, and the rest in `tag` or `digest`"
                                    : "a repository has parts of a-z and 0-9 between `/`, joined by ., _, __ or"
                                            + " hyphens, as in `owner/name`");
        }
        pin(part);
    }

    private static void pin(Section part) {
        Tree tag = part.value("image", "tag");
        Tree digest = part.value("image", "digest");
        if (tag == null && digest == null) {
            part.error(
                    ProblemCodes.MISSING_KEY,
                    part.path("image", "tag"),
                    "the image has neither a tag nor a digest",
                    "write `tag` or `digest`, or remove both to get the chart's default tag");
        }
        String tagText = Section.text(tag);
        if (!tagText.isEmpty() && !isImage("", "x", tagText, "")) {
            part.error(
                    ProblemCodes.IMAGE_INVALID,
                    part.path("image", "tag"),
                    "`tag` is " + Problem.quote(tagText),
                    "a tag has 1 to 128 characters of A-Z, a-z, 0-9, _, . and -, and does not start with . or -");
        }
        String digestText = Section.text(digest);
        if (!digestText.isEmpty() && !isImage("", "x", "x", digestText)) {
            part.error(
                    ProblemCodes.IMAGE_INVALID,
                    part.path("image", "digest"),
                    "`digest` is " + Problem.quote(digestText),
                    "a digest is `sha256:` and 64 digits of 0-9 and a-f; copy the whole of it from the registry");
        }
    }

    private static boolean isImage(String registry, String repository, String tag, String digest) {
        try {
            Image image = Image.of(registry, repository, tag);
            return digest.isEmpty() || image.withDigest(digest).digest().isPresent();
        } catch (DeployException.InvalidInput invalid) {
            return false;
        }
    }

    // Strategy and scaling.

    private static void strategy(Section part) {
        if (isZero(part.value("strategy", "rollingUpdate", "maxUnavailable"))
                && isZero(part.value("strategy", "rollingUpdate", "maxSurge"))) {
            part.error(
                    ProblemCodes.STRATEGY_CONFLICT,
                    part.path("strategy", "rollingUpdate"),
                    "`maxUnavailable` and `maxSurge` are both 0, so no pod could ever be replaced",
                    "raise one of them");
        }
    }

    private static boolean isZero(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar
                && (scalar.text().equals("0") || scalar.text().equals("0%"));
    }

    private static void autoscaling(Section part) {
        if (!part.isTrue("autoscaling", "enabled")) {
            return;
        }
        long min = part.number("autoscaling", "minReplicas");
        long max = part.number("autoscaling", "maxReplicas");
        if (min == 0) {
            part.error(
                    ProblemCodes.AUTOSCALING_INVALID,
                    part.path("autoscaling", "minReplicas"),
                    "`minReplicas` is 0, which is not possible when scaling on CPU or memory",
                    "write at least 1, or disable autoscaling and write `replicaCount: 0`");
        }
        if (part.value("autoscaling", "maxReplicas") == null) {
            missing(part, "autoscaling requires an upper bound", "autoscaling", "maxReplicas");
        } else if (max == 0) {
            part.error(
                    ProblemCodes.AUTOSCALING_INVALID,
                    part.path("autoscaling", "maxReplicas"),
                    "`maxReplicas` is 0",
                    "write at least 1");
        } else if (min > max && max > 0) {
            part.error(
                    ProblemCodes.AUTOSCALING_INVALID,
                    part.path(
                            "autoscaling", part.userSets("autoscaling", "minReplicas") ? "minReplicas" : "maxReplicas"),
                    "`minReplicas` is " + min + " and `maxReplicas` is " + max,
                    "write a `maxReplicas` that is at least `minReplicas`");
        }
        if (part.value("autoscaling", "targetCPUUtilizationPercentage") == null
                && part.value("autoscaling", "targetMemoryUtilizationPercentage") == null) {
            part.error(
                    ProblemCodes.AUTOSCALING_INVALID,
                    part.path("autoscaling"),
                    "autoscaling is enabled without a target",
                    "write `targetCPUUtilizationPercentage` or `targetMemoryUtilizationPercentage`, or write `enabled:"
                            + " false`");
        }
    }

    // The Service and the Ingress.

    private static void service(Section part) {
        String type = part.text("service", "type");
        if (!type.isEmpty() && !type.equals("LoadBalancer")) {
            for (String key : new String[] {"loadBalancerIP", "allocateLoadBalancerNodePorts"}) {
                if (part.value("service", key) != null) {
                    part.error(
                            ProblemCodes.SERVICE_CONFLICT,
                            part.path("service", key),
                            "`" + key + "` is set on a Service of the type " + Problem.quote(type),
                            "remove it, or write the type `LoadBalancer`");
                }
            }
        }
        String address = part.text("service", "clusterIP");
        if (address.equals("None") && !type.isEmpty() && !type.equals("ClusterIP")) {
            part.error(
                    ProblemCodes.SERVICE_CONFLICT,
                    part.path("service", "clusterIP"),
                    "`clusterIP` is `None` on a Service of the type " + Problem.quote(type),
                    "remove it, or write the type `ClusterIP`");
        } else if (!address.isEmpty()
                && !address.equals("None")
                && Names.address(address).isPresent()) {
            part.error(
                    ProblemCodes.ADDRESS_INVALID,
                    part.path("service", "clusterIP"),
                    "`clusterIP` is " + Problem.quote(address),
                    "write an IPv4 or IPv6 address, or `None` for a headless Service");
        }
        String balancer = part.text("service", "loadBalancerIP");
        if (!balancer.isEmpty() && Names.address(balancer).isPresent()) {
            part.error(
                    ProblemCodes.ADDRESS_INVALID,
                    part.path("service", "loadBalancerIP"),
                    "`loadBalancerIP` is " + Problem.quote(balancer),
                    "write an IPv4 or IPv6 address, as in `203.0.113.10`");
        }
    }

    private static void host(Section section) {
        Tree host = section.value("ingress", "host");
        if (host == null || isEmpty(host)) {
            // The chart writes a rule for every host, but also writes the missing host below `tls`.
            if (section.isTrue("ingress", "tls")) {
                missing(section, "`tls: true` requires it", "ingress", "host");
            }
        } else {
            checkHost(section, Section.text(host));
        }
    }

    private static void checkHost(Section section, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            if (Host.of(text).isAddress()) {
                section.error(
                        ProblemCodes.HOST_INVALID,
                        section.path("ingress", "host"),
                        "`host` is the address " + Problem.quote(text) + ", which an Ingress cannot use",
                        "write a DNS name");
            }
        } catch (DeployException.InvalidInput invalid) {
            Problem problem = invalid.problems().get(0);
            section.error(ProblemCodes.HOST_INVALID, section.path("ingress", "host"), problem.what(), problem.remedy());
        }
    }

    // The pods.

    private static void probes(Section part) {
        Tree threshold = part.value("livenessProbe", "successThreshold");
        if (Section.number(threshold) > 1) {
            part.error(
                    ProblemCodes.OUT_OF_RANGE,
                    part.path("livenessProbe", "successThreshold"),
                    "`successThreshold` of a liveness probe is " + Section.number(threshold) + "; only 1 is possible",
                    "remove it");
        }
    }

    private static void volumes(Section part) {
        Set<String> names = new HashSet<>();
        ListTree volumes = part.list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            String name = item(volumes.get(i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                part.error(
                        ProblemCodes.DUPLICATE,
                        TreePath.child(part.path("volumes"), i) + ".name",
                        "there are two volumes " + Problem.quote(name),
                        "give one of them another name");
            }
        }
        Set<String> paths = new HashSet<>();
        ListTree mounts = part.list("volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            String name = item(mounts.get(i), "name");
            String place = item(mounts.get(i), "mountPath");
            if (!name.isEmpty() && !names.contains(name)) {
                Optional<String> meant = Names.nearest(name, names);
                part.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        TreePath.child(part.path("volumeMounts"), i) + ".name",
                        "there is no volume " + Problem.quote(name),
                        meant.isPresent() ? "did you mean " + Problem.quote(meant.get()) + "?" : "add it to `volumes`");
            }
            if (!place.isEmpty() && !paths.add(place)) {
                part.error(
                        ProblemCodes.DUPLICATE_MOUNT,
                        TreePath.child(part.path("volumeMounts"), i) + ".mountPath",
                        "two volumes are mounted at " + Problem.quote(place),
                        "mount one of them elsewhere");
            }
        }
    }

    private static String item(Tree item, String key) {
        return item instanceof MapTree map ? Section.text(map.get(key)) : "";
    }

    // The database.

    private static void database(Section part) {
        if (!(part.values.get("database") instanceof MapTree)) {
            return;
        }
        identifier(part, "name");
        identifier(part, "user");
        String host = part.text("database", "host");
        if (!host.isEmpty()) {
            databaseHost(part, host);
        }
        String key = part.text("database", "secretKey");
        if (part.value("database", "secretName") != null) {
            return;
        }
        if (part.value("database", "password") == null) {
            part.error(
                    ProblemCodes.MISSING_KEY,
                    part.path("database", "password"),
                    "`password` is null, so the chart would use the text `null` as the password",
                    "write `secretName`, the name of the Secret that holds the password");
        }
        if (!key.isEmpty() && !key.equals("password") && !key.equals("username")) {
            part.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    part.path("database", "secretKey"),
                    "`secretKey` is " + Problem.quote(key)
                            + ", but the Secret that the chart creates only has the keys `username` and `password`",
                    "write `secretName` too, the name of the Secret with this key");
        }
    }

    /** Checks that JDBC URLs and PostgreSQL accept a value unquoted. */
    private static void identifier(Section part, String key) {
        String text = part.text("database", key);
        boolean good = text.length() <= 128;
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }
        if (!good) {
            part.error(
                    ProblemCodes.NAME_INVALID,
                    part.path("database", key),
                    mayHoldSecret(text)
                            ? "`" + key + "` has more than a " + key
                            : "`" + key + "` is " + Problem.quote(text),
                    "a database's name and user have at most 128 characters of A-Z, a-z, 0-9, _, - and .");
        }
    }

    private static void databaseHost(Section part, String host) {
        try {
            if (Host.of(host).isWildcard()) {
                part.error(
                        ProblemCodes.HOST_INVALID,
                        part.path("database", "host"),
                        "`host` is " + Problem.quote(host) + ", which is not a single host",
                        "write the host name of the database");
            }
        } catch (DeployException.InvalidInput invalid) {
            Problem problem = invalid.problems().get(0);
            part.error(
                    ProblemCodes.HOST_INVALID,
                    part.path("database", "host"),
                    mayHoldSecret(host) ? "`host` contains more than a host" : problem.what(),
                    mayHoldSecret(host) ? "write only the host's name, as in `db.example.com`" : problem.remedy());
        }
    }

    /** Whether a text may be part of an address that contains a password. */
    private static boolean mayHoldSecret(String text) {
        return text.indexOf('@') >= 0 || text.indexOf('=') >= 0;
    }

    // Required values.

    /** Reports missing values that the chart needs, and texts that are not of the form of their rows. */
    private static void rows(Section section, ChartValue row) {
        if (row.type != ValueType.MAP || !(section.values.get(row.key) instanceof MapTree)) {
            required(section, row, row.key);
            return;
        }
        for (ChartValue inner : row.rows.values()) {
            required(section, inner, row.key, inner.key);
            String text = section.text(row.key, inner.key);
            if (!text.isEmpty()) {
                checked(section, section.path(row.key, inner.key), text, inner.complaint(text));
            }
        }
    }

    private static void required(Section section, ChartValue row, String... keys) {
        Tree value = section.value(keys);
        if (!row.required.isEmpty() && (value == null || isEmpty(value))) {
            missing(section, row.required, keys);
        }
    }

    private static void missing(Section section, String why, String... keys) {
        Tree fallback = Trees.value(ChartTables.defaults(section.chart), keys);
        String remedy = fallback instanceof ScalarTree scalar
                        && !scalar.isNull()
                        && !scalar.text().isEmpty()
                        && !TemplateEvaluation.hasExpression(scalar)
                ? "write it, or remove the key to get the chart's default `" + scalar.text() + "`"
                : "write it, or remove the key to get the chart's default";
        section.error(
                ProblemCodes.MISSING_KEY,
                section.path(keys),
                "`" + keys[keys.length - 1] + "` is " + state(section, keys) + ", and " + why,
                remedy);
    }

    private static String state(Section section, String... keys) {
        return section.value(keys) == null ? "null" : "empty";
    }

    private static boolean isEmpty(Tree tree) {
        return tree instanceof ScalarTree scalar
                && scalar.isString()
                && scalar.text().isEmpty();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
