package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretNames;
import com.adorsys.webank.deploy.core.SecretRule;
import com.adorsys.webank.deploy.core.SecretTexts;
import com.adorsys.webank.deploy.core.SecretValues;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.internal.DatabaseVariables;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warnings about valid values that may not do what their author expects. */
final class ValuesWarnings {
    private ValuesWarnings() {}

    static void umbrella(Section umbrella, List<Section> parts) {
        for (String key : new String[] {"commonLabels", "commonAnnotations"}) {
            if (!umbrella.map(key).isEmpty()) {
                umbrella.warning(
                        ProblemCodes.IGNORED_KEY,
                        umbrella.path(key),
                        "`" + key + "` of the umbrella only affects its Ingress",
                        "write it below `obs`, `prs` and `userapp` too");
            }
        }
        host(umbrella);
        for (Section part : parts) {
            if (part.userSets("fullnameOverride") || part.userSets("nameOverride")) {
                fault(
                        part,
                        part.path(part.userSets("fullnameOverride") ? "fullnameOverride" : "nameOverride"),
                        "the chart's Ingress sends requests to a Service of the part's usual name, which there is not; here it"
                                + " sends them to the Service that there is");
            }
            if (umbrella.userSetsNull(part.base)) {
                umbrella.warning(
                        ProblemCodes.NULL_SECTION,
                        part.base,
                        "`" + part.base
                                + "` is null, which does not disable the part: it is rendered with the defaults of its"
                                + " own chart, including an Ingress",
                        "write `{}` to get the umbrella's defaults");
            }
            part(part);
            if (umbrella.values.get("ingress") instanceof MapTree
                    && !umbrella.text("namespaceOverride").equals(part.text("namespaceOverride"))) {
                part.warning(
                        ProblemCodes.INGRESS_NAMESPACE,
                        part.userSets("namespaceOverride") ? part.path("namespaceOverride") : "namespaceOverride",
                        "the umbrella's Ingress and the Service of `" + part.base
                                + "` are in different namespaces, so the Ingress does not reach it",
                        "give both the same namespace");
            }
        }
        postgres(umbrella);
    }

    static void part(Section part) {
        for (ChartValue row : ChartTables.of(part.chart).rows.values()) {
            if (row.isIgnoredIfSet() && part.userSets(row.key)) {
                part.warning(ProblemCodes.IGNORED_KEY, part.path(row.key), row.ignored, row.instead);
            }
        }
        if (part.isTrue("serviceAccount", "create")) {
            part.warning(
                    ProblemCodes.IGNORED_KEY,
                    part.path("serviceAccount", "create"),
                    "the chart creates a ServiceAccount that no pod uses",
                    "remove it, or use the hardened posture, where pods use their own ServiceAccount");
        }
        faults(part);
        sections(part);
        image(part);
        environment(part);
        if (part.chart == Chart.WEBANK_USERAPP) {
            publicSecrets(part);
        }
        ports(part);
        if (part.isTrue("ingress", "enabled")
                && (part.text("service", "type").equals("NodePort")
                        || part.text("service", "type").equals("LoadBalancer"))) {
            part.warning(
                    ProblemCodes.INGRESS_LEFT_OUT,
                    part.userSets("service", "type") ? part.path("service", "type") : part.path("ingress"),
                    "the chart does not render the Ingress, since the Service's type is "
                            + Problem.quote(part.text("service", "type")),
                    "write `enabled: false` below `ingress`, or the type `ClusterIP`");
        }
        if (part.isTrue("autoscaling", "enabled")) {
            part.warning(
                    ProblemCodes.AUTOSCALING_WITHOUT_REQUESTS,
                    part.path("autoscaling", "enabled"),
                    "autoscaling needs requests, but the chart sets none; the chart also sets"
                            + " `replicas`, which undoes the scaling at every roll-out",
                    "use the hardened posture, which sets requests and does not set `replicas`");
        }
        Tree password = part.value("database", "password");
        if (part.userSets("database", "password")
                && part.value("database", "secretName") == null
                && password instanceof ScalarTree) {
            part.warning(
                    ProblemCodes.SECRET_IN_VALUES,
                    part.path("database", "password"),
                    "the database's password is in the values, and in the Secret rendered from them",
                    "write `secretName`, the name of an existing Secret");
        }
    }

    /** What the chart renders wrongly although it is clear what is meant, so that this library renders something else. */
    private static void faults(Section part) {
        if (part.number("replicaCount") == 0 && part.userSets("replicaCount")) {
            fault(part, part.path("replicaCount"), "the chart ignores 0, and runs 1 pod; no pod is rendered here");
        }
        if (part.text("strategy", "type").equals("Recreate")
                && Trees.value(part.userValues, "strategy", "rollingUpdate") == null) {
            fault(
                    part,
                    part.path("strategy", "type"),
                    "the chart keeps the settings of a rolling update, which Kubernetes refuses for `Recreate`; they are left"
                            + " out here");
        }
        for (String probe : new String[] {"livenessProbe", "readinessProbe"}) {
            boolean isOther =
                    part.userSets(probe, "tcpSocket") || part.userSets(probe, "exec") || part.userSets(probe, "grpc");
            if (isOther && !part.userSets(probe, "httpGet") && !part.userSetsNull(probe, "httpGet")) {
                fault(
                        part,
                        part.path(probe),
                        "the chart keeps its `httpGet`, and Kubernetes refuses two handlers; it is left out here");
            }
        }
        if (Trees.isFalse(part.values, "service", "allocateLoadBalancerNodePorts")
                && part.text("service", "type").equals("LoadBalancer")) {
            fault(
                    part,
                    part.path("service", "allocateLoadBalancerNodePorts"),
                    "the chart ignores `false`, so that the Service gets node ports; it has none here");
        }
        if (part.isTrue("ingress", "enabled")) {
            host(part);
        }
    }

    private static void host(Section section) {
        if (section.text("ingress", "host").startsWith("*")) {
            fault(
                    section,
                    section.path("ingress", "host"),
                    "the chart writes the host without quotes, which is an alias in YAML, so that Helm fails; it is quoted here");
        }
    }

    private static void fault(Section section, String path, String what) {
        section.warning(
                ProblemCodes.CHART_FAULT,
                path,
                what,
                "nothing has to be changed, unless Helm still renders these values");
    }

    /** Sections for which a null makes the chart fail, although its meaning is clear. */
    private static void sections(Section part) {
        for (String key : new String[] {"ingress", "autoscaling"}) {
            if (part.userSetsNull(key)) {
                part.warning(
                        ProblemCodes.NULL_SECTION,
                        part.path(key),
                        "the chart fails on a null `" + key + "`; it is treated as disabled",
                        "write `enabled: false` below `" + key + "`");
            }
        }
        if (part.userSetsNull("serviceAccount")) {
            part.warning(
                    ProblemCodes.NULL_SECTION,
                    part.path("serviceAccount"),
                    "the chart fails on a null `serviceAccount`; it is treated as disabled",
                    "write `create: false` below `serviceAccount`");
        }
    }

    private static void image(Section part) {
        if (part.text("image", "tag").equals("latest") && part.value("image", "digest") == null) {
            part.warning(
                    ProblemCodes.IMAGE_TAG_LATEST,
                    part.path("image", "tag"),
                    "the image's tag is `latest`, which can change at any time and cannot be rolled back",
                    "write the tag of a build, or a digest");
        }
        String repository = part.text("image", "repository");
        int slash = repository.indexOf('/');
        if (slash > 0
                && !UrlCredentials.areIn(repository)
                && part.value("image", "registry") != null
                && (repository.indexOf('.') >= 0 && repository.indexOf('.') < slash
                        || repository.indexOf(':') >= 0 && repository.indexOf(':') < slash)) {
            part.warning(
                    ProblemCodes.IMAGE_REGISTRY_TWICE,
                    part.path("image", "repository"),
                    "`repository` begins with a registry, " + Problem.quote(repository.substring(0, slash))
                            + ", beside `registry`",
                    "write it in `registry`");
        }
    }

    // Variables.

    private static void environment(Section part) {
        ListTree env = part.list("env");
        Set<String> names = new HashSet<>();
        boolean isSetByUser = part.userSets("env");
        for (int i = 0; isSetByUser && i < env.size(); i++) {
            if (!(env.get(i) instanceof MapTree variable)) {
                continue;
            }
            String name = Section.text(variable.get("name"));
            if (name.isEmpty()) {
                continue;
            }
            String path = TreePath.child(part.path("env"), i);
            if (part.chart != Chart.WEBANK_USERAPP && DatabaseVariables.has(name)) {
                part.warning(
                        ProblemCodes.DUPLICATE_VARIABLE,
                        path + ".name",
                        Problem.quote(name) + " is also set by `database`; the last one wins",
                        "remove it, and set it below `database`");
            } else if (!names.add(name)) {
                part.warning(
                        ProblemCodes.DUPLICATE_VARIABLE,
                        path + ".name",
                        Problem.quote(name) + " is set twice; the last one wins",
                        "remove one of them");
            }
            value(part, name, variable.get("value"), path);
        }
    }

    private static void value(Section part, String name, @Nullable Tree value, String path) {
        if (!(value instanceof ScalarTree scalar) || !scalar.isString()) {
            return;
        }
        String text = scalar.text();
        if (isPlaceholder(text)) {
            part.warning(
                    ProblemCodes.PLACEHOLDER,
                    path + ".value",
                    "nothing replaces the `${...}` of " + Problem.quote(name) + "; the application gets it unchanged",
                    "write the value, or take it from a Secret or ConfigMap");
        } else if (SecretNames.isLikely(name) && SecretValues.canBeSecret(text)) {
            secretValue(part, path, "the value of " + Problem.quote(name) + " looks like a secret");
        } else {
            SecretRule rule = SecretTexts.find(text);
            if (rule != null) {
                secretValue(part, path, "the value of " + Problem.quote(name) + " is " + rule);
            }
        }
    }

    /**
     * Secrets in plain sight anywhere in the user's values, unless one is reported at the place already. What is wrong with a
     * URL otherwise, such as a registry with a password, is reported once too.
     *
     * @param found the problems so far, to which these are added
     */
    static void secrets(Section whole, List<Problem> found) {
        for (PlainSecret secret : SecretData.inPlainSight(whole.userValues)) {
            if (!isReported(secret, found)) {
                whole.warning(ProblemCodes.SECRET_IN_VALUES, secret.path(), secret.what(), PlainSecret.REMEDY);
            }
        }
    }

    private static boolean isReported(PlainSecret secret, List<Problem> found) {
        for (Problem problem : found) {
            if (problem.location().path().equals(secret.path())
                    && (problem.code().equals(ProblemCodes.SECRET_IN_VALUES)
                            || secret.rule() == SecretRule.URL_PASSWORD)) {
                return true;
            }
        }
        return false;
    }

    private static void secretValue(Section part, String path, String what) {
        part.warning(
                ProblemCodes.SECRET_IN_VALUES,
                path + ".value",
                what + ", and is in the values",
                part.chart == Chart.WEBANK_USERAPP
                        ? "remove it from the user app, whose variables every visitor can read"
                        : "take it from a Secret, with `valueFrom.secretKeyRef` or `envFrom`");
    }

    /** The user app's variables are written to scripts that every visitor downloads; both postures keep them. */
    private static void publicSecrets(Section part) {
        ListTree env = part.list("env");
        for (int i = 0; part.userSets("env") && i < env.size(); i++) {
            if (env.get(i) instanceof MapTree variable
                    && variable.at("valueFrom", "secretKeyRef").isPresent()) {
                publicSecret(part, TreePath.child(part.path("env"), i) + ".valueFrom");
            }
        }
        ListTree envFrom = part.list("envFrom");
        for (int i = 0; part.userSets("envFrom") && i < envFrom.size(); i++) {
            if (envFrom.get(i) instanceof MapTree source && source.has("secretRef")) {
                publicSecret(part, TreePath.child(part.path("envFrom"), i));
            }
        }
    }

    private static void publicSecret(Section part, String path) {
        part.warning(
                ProblemCodes.PUBLIC_SECRET,
                path,
                "the user app uses a Secret, but writes its `VITE_` variables to scripts that every visitor can read",
                "write public values in `env`, and remove secret values from the user app");
    }

    private static boolean isPlaceholder(String text) {
        int start = text.indexOf("${");
        return start >= 0 && text.indexOf('}', start) > start + 2;
    }

    // Ports.

    private static void ports(Section part) {
        long target = part.number("service", "targetPort");
        if (part.chart == Chart.WEBANK_USERAPP) {
            if (target > 0 && target != 80) {
                part.warning(
                        ProblemCodes.CONTAINER_PORT_FIXED,
                        part.path("service", "targetPort"),
                        "`targetPort` is " + target + ", but the image only listens on 80",
                        "remove it");
            }
            target = 80;
        }
        probe(part, "livenessProbe", target);
        probe(part, "readinessProbe", target);
    }

    private static void probe(Section part, String probe, long target) {
        for (String handler : new String[] {"httpGet", "tcpSocket"}) {
            Tree port = part.value(probe, handler, "port");
            long number = Section.number(port);
            boolean isSetByUser = part.userSets(probe, handler, "port");
            if (number > 0 && target > 0 && number != target) {
                part.warning(
                        ProblemCodes.PROBE_PORT,
                        isSetByUser ? part.path(probe, handler, "port") : part.path("service", "targetPort"),
                        "`" + probe + "` uses the port " + number + ", but the container listens on " + target,
                        isSetByUser
                                ? "write the port " + target
                                : "write `" + handler + ".port: " + target + "` below `" + probe + "` too");
            } else if (!Section.text(port).isEmpty()
                    && (part.chart == Chart.WEBANK_USERAPP
                            || !Section.text(port).equals("http"))) {
                part.warning(
                        ProblemCodes.PROBE_PORT,
                        part.path(probe, handler, "port"),
                        "the container has no port named " + Problem.quote(Section.text(port)),
                        part.chart == Chart.WEBANK_USERAPP ? "write the port 80" : "write `http`, or the number");
            }
        }
    }

    // The chart's own PostgreSQL.

    private static void postgres(Section umbrella) {
        ChartValue table = ChartTables.of(umbrella.chart);
        unread(umbrella, table.at("db"), "db");
        unread(umbrella, table.at("db").at("primary"), "db", "primary");
        unread(umbrella, table.at("global").at("postgresql"), "global", "postgresql");
        if (umbrella.isTrue("db", "enabled")) {
            umbrella.warning(
                    ProblemCodes.DATABASE_LEFT_OUT,
                    umbrella.userSets("db", "enabled") ? umbrella.path("db", "enabled") : umbrella.path("db"),
                    "the objects of the chart's PostgreSQL are not rendered",
                    "keep the running ones (otherwise they are pruned with their data), move to a database of the"
                            + " typed model, or write `enabled: false` below `db`");
        }
    }

    private static void unread(Section umbrella, ChartValue table, String... keys) {
        MapTree map = umbrella.map(keys);
        List<String> read = table.keys();
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            if (!read.contains(key)) {
                Optional<String> meant = key.length() > 80 ? Optional.empty() : Names.nearest(key, read);
                umbrella.warning(
                        ProblemCodes.IGNORED_KEY,
                        TreePath.child(umbrella.path(keys), key),
                        Problem.quote(key) + " of the chart's PostgreSQL is not read",
                        meant.isPresent()
                                ? "did you mean `" + meant.get() + "`? If not, remove it"
                                : "remove it, or set it where the database is created");
            }
        }
    }
}
