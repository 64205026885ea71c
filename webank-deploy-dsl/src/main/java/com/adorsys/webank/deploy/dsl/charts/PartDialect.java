package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Backend;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.internal.steps.TestHook;
import com.adorsys.webank.deploy.dsl.network.ClusterIpService;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The values of the chart of one component. */
final class PartDialect implements Dialect {
    static final String TEST_IMAGE = "global.tests.image";

    private static final int MOST_PODS = 1000;
    private static final String HOST = "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$";
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private static final String DIGEST = "sha256:[0-9a-f]{64}";
    private static final String REPOSITORY = "[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*";
    private static final String HOST_PART = "[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?";
    private static final String REGISTRY = HOST_PART + "(\\." + HOST_PART + ")*(:[0-9]+)?";
    private static final String REFERENCE =
            "^(" + REGISTRY + "/)?" + REPOSITORY + "(:" + TAG + "(@" + DIGEST + ")?|@" + DIGEST + ")$";
    private static final String IDENTIFIER = "^[A-Za-z_][A-Za-z0-9_-]*$";
    private static final String LABEL_VALUE = "^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$";

    /** The names and the image, by the rules of {@link ChartNames}. */
    private static final String FUNCTIONS = """
            {{- define "CHART.name" -}}
            {{- default $.Chart.Name $.Values.nameOverride | trunc 63 | trimSuffix "-" -}}
            {{- end -}}

            {{- define "CHART.fullname" -}}
            {{- $name := default $.Chart.Name $.Values.nameOverride -}}
            {{- if $.Values.fullnameOverride -}}
            {{- $.Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
            {{- else if and OWN_CHART (contains $name $.Release.Name) -}}
            {{- $.Release.Name | trunc 63 | trimSuffix "-" -}}
            {{- else -}}
            {{- printf "%s-%s" $.Release.Name $name | trunc 63 | trimSuffix "-" -}}
            {{- end -}}
            {{- end -}}

            {{- define "CHART.namespace" -}}
            {{- default $.Release.Namespace $.Values.namespaceOverride -}}
            {{- end -}}

            {{- define "CHART.image" -}}
            {{- with $.Values.image.registry -}}{{- . -}}/{{- end -}}
            {{- $.Values.image.repository -}}
            {{- if $.Values.image.digest -}}@{{- $.Values.image.digest -}}
            {{- else -}}:{{- $.Values.image.tag -}}{{- end -}}
            {{- end -}}
            """;

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String GROUP = "(0|[1-9a-f][0-9a-f]{0,3})";
    /** Ranges of IPv4; of IPv6 those of which all bits of the written groups belong to the prefix. */
    private static final String IPV4 = "^(" + OCTET + "\\.){3}" + OCTET + "/(3[0-2]|[12][0-9]|[89])$";

    private static final String CIDR = IPV4
            + ipv6(1, "1[6-9]|[2-9][0-9]")
            + ipv6(2, "3[2-9]|[4-9][0-9]")
            + ipv6(3, "4[89]|[5-9][0-9]")
            + ipv6(4, "6[4-9]|[7-9][0-9]");

    private final Component exported;
    private final Rendered rendered;
    private final NetworkIsolation network;
    private final boolean hasAccount;
    private final MapTree resources;
    private final PartModel model;
    private final DialectBuilder rows;

    /**
     * The values of a component's chart.
     *
     * @param exported the component, whose settings are the defaults
     * @param rendered how it is rendered
     * @param network the network's settings of the release, whose ranges are the defaults
     * @param isBehindLoadBalancer whether a load balancer sends requests to it
     */
    PartDialect(Component exported, Rendered rendered, NetworkIsolation network, boolean isBehindLoadBalancer) {
        this.exported = exported;
        this.rendered = rendered;
        this.network = network;
        ManifestSet objects = exported.render(Release.of("release", "namespace"), rendered.posture());
        this.hasAccount = !objects.all("ServiceAccount").isEmpty();
        this.resources = resources(objects);
        this.model = new PartModel(exported, hasAccount);
        this.rows = new DialectBuilder(model.values(resources, isBehindLoadBalancer, network));
        names();
        image();
        scaling();
        container();
        service();
        pods();
        global();
        tests();
        disjoint();
        examples();
    }

    private static String ipv6(int groups, String twoDigits) {
        return "|^(" + GROUP + ":){" + (groups - 1) + "}[1-9a-f][0-9a-f]{0,3}::/(" + twoDigits
                + "|1[01][0-9]|12[0-8])$";
    }

    /** The requests and limits that the posture renders for the component as it is; empty if it renders none. */
    private MapTree resources(ManifestSet objects) {
        for (Manifest deployment : objects.all("Deployment")) {
            for (Tree container : Trees.list(deployment.tree(), "spec", "template", "spec", "containers")) {
                if (Trees.text(Trees.map(container), "name").equals(exported.containerName())) {
                    return Trees.map(Trees.map(container), "resources");
                }
            }
        }
        return MapTree.of();
    }

    // Rows.

    private void names() {
        rows.partOfNames(
                "nameOverride",
                Shape.string(Grammar.LABEL),
                number -> "other-" + number,
                "Replaces the chart's name in the objects' names and labels.");
        rows.partOfNames(
                "fullnameOverride",
                Shape.string(Grammar.LABEL),
                number -> "full-" + number,
                "The objects' name. Default: the release's name and the chart's name.");
        rows.partOfNames(
                "namespaceOverride",
                Shape.string(Grammar.LABEL),
                number -> "space-" + number,
                "The objects' namespace. Default: the release's.");
        rows.term("$.Release.Name", point -> point.release().name());
        rows.term(include("name"), this::name);
        rows.term(include("fullname"), this::fullname);
        rows.term(include("namespace"), PartDialect::namespace);
        rows.term("(printf \"%s.test\" (trunc 58 " + include("name") + "))", point -> TestHook.label(name(point)));
        rows.term("$.Chart.Name", Point::chartName);
        rows.entries("commonLabels", Shape.labels(), "common", "Labels of every object.");
        rows.entries(
                "commonAnnotations", Shape.annotations(), "note", "Annotations of every object, its pods included.");
        for (String path : List.of("commonLabels", "commonAnnotations", "podLabels", "service.additionalLabels")) {
            rows.reserve(path, StandardLabels.all());
        }
        rows.condition("$.Chart.IsRoot", Point::isRoot);
        rows.feature(
                (point, number) -> new Point(point.values(), point.release(), "chart" + number, true),
                (point, number) -> new Point(point.values(), point.release(), "part" + number, false));
    }

    private String include(String function) {
        return "(include \"" + exported.chartName() + "." + function + "\" $)";
    }

    String name(Point point) {
        return ChartNames.name(point.chartName(), point.text("nameOverride"));
    }

    String fullname(Point point) {
        String override = point.text("fullnameOverride");
        String own = point.text("nameOverride");
        String name = own.isEmpty() ? point.chartName() : own;
        return isOwnChart() || !override.isEmpty()
                ? ChartNames.fullname(point.release().name(), name, override)
                : ChartNames.joined(point.release().name(), name);
    }

    /** Whether names follow the rule of the old charts, which no microservice had. */
    private boolean isOwnChart() {
        return !exported.partName().equals(exported.chartName());
    }

    private static String namespace(Point point) {
        String override = point.text("namespaceOverride");
        return override.isEmpty() ? point.release().namespace() : override;
    }

    private void image() {
        rows.partOfNames(
                "image.registry",
                Shape.matching("^$|^" + REGISTRY + "$"),
                number -> "registry-" + number + ".example.com",
                "The host of the image's registry, with its port if it has one. Default: that of the nodes.");
        rows.text(
                "image.repository",
                Shape.matching("^" + REPOSITORY + "$"),
                number -> "team-" + number + "/image",
                "The image's path in the registry.");
        Condition tag = rows.chosenText(
                "image.tag",
                Shape.matching("^$|^" + TAG + "$"),
                "v1",
                "The image's tag. Not used if there is a digest.");
        Condition digest = rows.chosenText(
                "image.digest",
                Shape.matching("^$|^" + DIGEST + "$"),
                "sha256:" + "0".repeat(64),
                "The image's digest, which pins it.");
        rows.condition(
                "(and (not $.Values.image.digest) (regexMatch \"" + LABEL_VALUE
                        + "\" (default \"\" $.Values.image.tag)))",
                point -> point.text("image.digest").isEmpty()
                        && point.text("image.tag").matches(LABEL_VALUE));
        rows.feature(
                (point, number) ->
                        point.with("image.tag", ScalarTree.of("1.0." + number)).without("image.digest"),
                (point, number) ->
                        point.with("image.tag", ScalarTree.of("_" + number)).without("image.digest"),
                (point, number) -> point.with("image.digest", ScalarTree.of(digest(number)))
                        .with("image.tag", ScalarTree.of("2.0." + number)),
                (point, number) -> point.with("image.digest", ScalarTree.of(digest(number)))
                        .without("image.tag"));
        rows.term("$.Values.image.tag", point -> point.text("image.tag"));
        rows.term(include("image"), point -> {
            String text = point.text("image.digest");
            String registry = point.text("image.registry");
            return (registry.isEmpty() ? "" : registry + "/")
                    + point.text("image.repository")
                    + (text.isEmpty() ? ":" + point.text("image.tag") : "@" + text);
        });
        rows.rule(ChartRule.never(
                ProblemCodes.IMAGE_INVALID,
                "image",
                "the image has neither a tag nor a digest",
                "Set `image.tag` or `image.digest`",
                new Condition(
                        "(not (or " + tag.expression() + " " + digest.expression() + "))",
                        point -> !tag.holds(point) && !digest.holds(point))));
        rows.items(
                "image.pullSecrets",
                Shape.string(Grammar.SUBDOMAIN),
                "{\"name\": {{ toJson . }} }",
                name -> MapTree.of("name", name),
                number -> ScalarTree.of("pull-" + number),
                "The names of Secrets with the registry's credentials.");
        rows.rule(ChartRule.distinctNames("image.pullSecrets"));
    }

    private static String digest(int number) {
        return "sha256:" + String.format(Locale.ROOT, "%064x", 1000 + number);
    }

    private void scaling() {
        rows.number("replicaCount", 0, MOST_PODS, "The number of pods, if the autoscaler is not enabled.");
        rows.flag("autoscaling.enabled", "Whether a HorizontalPodAutoscaler chooses the number of pods.");
        rows.number("autoscaling.minReplicas", 1, MOST_PODS, "The minimum number of pods.");
        rows.number("autoscaling.maxReplicas", 1, MOST_PODS, "The maximum number of pods.");
        rows.optionalNumber(
                "autoscaling.targetCPUUtilizationPercentage",
                1,
                1000,
                "The target CPU utilization, in percent of the request.");
        rows.optionalNumber(
                "autoscaling.targetMemoryUtilizationPercentage",
                1,
                1000,
                "The target memory utilization, in percent of the request.");
        above("minReplicas");
        above("maxReplicas");
        rows.feature(
                scaled(true, 2, 200, 1, 1),
                scaled(true, 1, 200, 1, 1),
                scaled(true, 1, 0, 1, 1),
                scaled(true, 2, 200, 1, 0),
                scaled(true, 2, 200, 0, 1),
                scaled(false, 2, 0, 1, 1),
                scaled(false, 1, 0, 0, 0));
        Condition crossed = new Condition(
                "(gt (int $.Values.autoscaling.minReplicas) (int $.Values.autoscaling.maxReplicas))",
                point -> point.number("autoscaling.minReplicas") > point.number("autoscaling.maxReplicas"));
        rows.rule(ChartRule.never(
                ProblemCodes.OUT_OF_RANGE,
                "autoscaling.maxReplicas",
                "it is less than minReplicas",
                "Raise maxReplicas or lower minReplicas",
                new Condition(
                        "(and $.Values.autoscaling.enabled " + crossed.expression() + ")",
                        point -> point.isTrue("autoscaling.enabled") && crossed.holds(point))));
        rows.rule(ChartRule.never(
                ProblemCodes.MISSING_KEY,
                "autoscaling",
                "the autoscaler has neither a CPU target nor a memory target",
                "Set targetCPUUtilizationPercentage or targetMemoryUtilizationPercentage",
                new Condition(
                        "(and $.Values.autoscaling.enabled (not (or $.Values.autoscaling.targetCPUUtilizationPercentage"
                                + " $.Values.autoscaling.targetMemoryUtilizationPercentage)))",
                        point -> point.isTrue("autoscaling.enabled")
                                && point.number("autoscaling.targetCPUUtilizationPercentage") == 0
                                && point.number("autoscaling.targetMemoryUtilizationPercentage") == 0)));
    }

    /** The condition that more than one pod runs, by one of the two limits of the autoscaler. */
    private void above(String limit) {
        rows.condition(
                "(gt (int (ternary $.Values.autoscaling." + limit
                        + " $.Values.replicaCount $.Values.autoscaling.enabled)) 1)",
                point -> point.number(point.isTrue("autoscaling.enabled") ? "autoscaling." + limit : "replicaCount")
                        > 1);
    }

    /**
     * A scale.
     *
     * @param least the class of the minimum: 1, or 2 for a larger one
     * @param more what the maximum has more than the minimum
     * @param cpu 0 for no such target
     * @param memory 0 for no such target
     */
    private static Feature.Variant scaled(boolean isAutomatic, int least, int more, int cpu, int memory) {
        return (point, number) -> {
            int minimum = least == 1 ? 1 : 300 + number;
            Point changed = point.with("autoscaling.enabled", ScalarTree.of(isAutomatic))
                    .with("replicaCount", ScalarTree.of(least == 1 ? 1 : 600 + number))
                    .with("autoscaling.minReplicas", ScalarTree.of(minimum))
                    .with("autoscaling.maxReplicas", ScalarTree.of(more == 0 ? minimum : minimum + more + 2 * number));
            String cpuPath = "autoscaling.targetCPUUtilizationPercentage";
            String memoryPath = "autoscaling.targetMemoryUtilizationPercentage";
            changed = cpu == 0 ? changed.without(cpuPath) : changed.with(cpuPath, ScalarTree.of(700 + number));
            return memory == 0 ? changed.without(memoryPath) : changed.with(memoryPath, ScalarTree.of(800 + number));
        };
    }

    private void container() {
        if (resources.isEmpty()) {
            rows.optionalTree(
                    "resources",
                    Shapes.resourceRequirements(),
                    PartDialect::sampleResources,
                    "The container's requests and limits.");
        } else {
            rows.tree(
                    "resources",
                    resourcesShape(),
                    PartDialect::sampleResources,
                    "The container's requests and limits. All requests are set, and a limit of storage and of CPU or memory.");
        }
        if (exported instanceof Backend backend) {
            backend.secrets()
                    .ifPresent(secrets -> rows.text(
                            "secretName",
                            Shape.string(Grammar.SUBDOMAIN),
                            number -> "secret-" + number,
                            "The Secret of which every key becomes an environment variable."));
            if (backend.usedDatabase().orElse(null) instanceof ExternalDatabase) {
                database();
            }
            rows.items(
                    "env",
                    Shapes.envVars().item(),
                    PartDialect::sampleVariable,
                    "Environment variables, as in the Kubernetes API.");
            rows.items(
                    "envFrom",
                    Shapes.envFromSources().item(),
                    number -> MapTree.of("configMapRef", MapTree.of("name", "settings-" + number)),
                    "Secrets and ConfigMaps of which every key becomes an environment variable, as in the Kubernetes API.");
        } else {
            rows.items(
                    "env",
                    Shape.object()
                            .required("name", Shape.string(Grammar.ENVIRONMENT_NAME))
                            .required("value", DialectBuilder.TEXT)
                            .build(),
                    PartDialect::sampleVariable,
                    "Environment variables that every visitor can read, as in the Kubernetes API.");
        }
        rows.rule(ChartRule.distinctNames("env"));
    }

    private static MapTree sampleVariable(int number) {
        return MapTree.of("name", "VARIABLE_" + number).with("value", "value-" + number);
    }

    /** Complete, so that the posture adds nothing: whoever limits one of CPU and memory leaves the other out deliberately. */
    private static Shape resourcesShape() {
        Shape requests = Shape.object()
                .required("cpu", Shape.quantity())
                .required("memory", Shape.quantity())
                .required("ephemeral-storage", Shape.quantity())
                .build();
        Shape limits = Shape.object()
                .field("cpu", Shape.quantity())
                .field("memory", Shape.quantity())
                .required("ephemeral-storage", Shape.quantity())
                .atLeastOneOf("cpu", "memory")
                .build();
        return Shape.object()
                .required("requests", requests)
                .required("limits", limits)
                .build();
    }

    private static MapTree sampleResources(int number) {
        return MapTree.of("requests", amounts(100 + number)).with("limits", amounts(300 + number));
    }

    private static MapTree amounts(int count) {
        return MapTree.of("cpu", count + "m").with("memory", count + "Mi").with("ephemeral-storage", count + "Mi");
    }

    private void database() {
        rows.text(
                "database.host",
                Shape.matching(HOST),
                number -> "db-" + number + ".example.com",
                "The host of the PostgreSQL server.");
        rows.number("database.port", 1, 65535, "The server's port.");
        rows.feature((point, number) -> point.with("database.port", ScalarTree.of(15432 + number)));
        rows.text(
                "database.name", Shape.matching(IDENTIFIER), number -> "webank_" + number, "The name of the database.");
        rows.text("database.user", Shape.matching(IDENTIFIER), number -> "user_" + number, "The user that connects.");
        rows.text(
                "database.secretName",
                Shape.string(Grammar.SUBDOMAIN),
                number -> "db-secret-" + number,
                "The Secret with the user's password.");
        rows.text(
                "database.secretKey",
                Shape.string(Grammar.DATA_KEY),
                number -> "password-" + number,
                "The key of the password in the Secret.");
    }

    private void service() {
        rows.number("service.port", 1, 65535, "The port of the Service.");
        rows.feature((point, number) -> point.with("service.port", ScalarTree.of(18081 + number)));
        if (exported.service() instanceof ClusterIpService) {
            rows.entries("service.additionalLabels", Shape.labels(), "service-label", "Labels of the Service.");
            rows.entries("service.annotations", Shape.annotations(), "service-note", "Annotations of the Service.");
        }
        if (hasAccount) {
            rows.entries(
                    "serviceAccount.annotations",
                    Shape.annotations(),
                    "account-note",
                    "Annotations of the ServiceAccount, such as the one of IAM roles for service accounts.");
        }
    }

    private void pods() {
        rows.entries("podLabels", Shape.labels(), "pod-label", "Labels of the pods only.");
        rows.entries("podAnnotations", Shape.annotations(), "pod-note", "Annotations of the pods only.");
        rows.entries("nodeSelector", Shape.labels(), "node", "Labels that a node must have.");
        rows.items(
                "tolerations",
                Shapes.of(Schemas.type("core/v1.Toleration")),
                number -> MapTree.of("key", "taint-" + number).with("operator", "Exists"),
                "Taints of nodes that the pods tolerate, as in the Kubernetes API.");
        rows.optionalTree(
                "affinity",
                Shapes.of(Schemas.type("core/v1.Affinity")),
                PartDialect::sampleAffinity,
                "The nodes on which, and the other pods near which, the pods are scheduled, as in the Kubernetes API. Default:"
                        + " each pod on another node, if possible.");
        rows.optionalText(
                "priorityClassName",
                Shape.string(Grammar.SUBDOMAIN),
                number -> "priority-" + number,
                "The name of a PriorityClass.");
    }

    private static MapTree sampleAffinity(int number) {
        MapTree expression = MapTree.of("key", "zone-" + number).with("operator", "Exists");
        return MapTree.of(
                "nodeAffinity",
                MapTree.of(
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        MapTree.of(
                                "nodeSelectorTerms",
                                ListTree.of(MapTree.of("matchExpressions", ListTree.of(expression))))));
    }

    private void global() {
        if (exported.route().isPresent()) {
            rows.flag(
                    "global.loadBalancer",
                    "Whether an AWS Application Load Balancer, whose Ingress another chart has, sends requests to the pods.");
            rows.feature(
                    (point, number) -> point.with("global.loadBalancer", ScalarTree.of(true)),
                    (point, number) -> point.with("global.loadBalancer", ScalarTree.of(false)));
        }
        String block = "{\"ipBlock\": {\"cidr\": {{ toJson . }} } }";
        ranges(
                "loadBalancerSubnets",
                CIDR,
                block,
                PartDialect::block,
                1,
                "The subnets of the load balancer, from which connections are accepted.");
        ranges(
                "databaseSubnets",
                CIDR,
                block,
                PartDialect::block,
                2,
                "The subnets of the database, to which connections are allowed.");
        ranges(
                "ownNetworks",
                IPV4,
                Term.ITSELF,
                range -> range,
                3,
                "The networks of your own that have public addresses, such as that of the VPC. They are no part of the internet"
                        + " that components may connect to.");
    }

    private void tests() {
        rows.text(
                TEST_IMAGE,
                Shape.matching(REFERENCE),
                number -> "registry.example.com/curl:" + number,
                "The image of the pods of `helm test`, which has `curl`.");
    }

    private static Tree block(Tree range) {
        return NetworkPeer.block(Trees.text(range), List.of());
    }

    private void ranges(
            String key, String pattern, String template, Function<Tree, Tree> rendered, int net, String description) {
        rows.sharedItems(
                "global.network." + key,
                Shape.matching(pattern),
                template,
                rendered,
                number -> ScalarTree.of("100." + net + "." + number + ".0/24"),
                description);
        rows.rule(ChartRule.distinctNames("global.network." + key));
        rows.rule(ChartRule.firstAddresses("global.network." + key));
    }

    /** The model reports two values of one label or annotation. */
    private void disjoint() {
        rows.disjoint("commonLabels", "podLabels");
        rows.disjoint("commonAnnotations", "podAnnotations");
        if (exported.service() instanceof ClusterIpService) {
            rows.disjoint("commonLabels", "service.additionalLabels");
            rows.disjoint("commonAnnotations", "service.annotations");
        }
        if (hasAccount) {
            rows.disjoint("commonAnnotations", "serviceAccount.annotations");
        }
    }

    private void examples() {
        rows.example("nameOverride", ScalarTree.of("bank"));
        rows.example("fullnameOverride", ScalarTree.of("bank-api"));
        rows.example("namespaceOverride", ScalarTree.of("bank"));
        rows.example("commonLabels", MapTree.of("team", "payments"));
        rows.example("commonAnnotations", MapTree.of("example.com/owner", "payments"));
        rows.example("image.pullSecrets", ListTree.ofStrings(List.of("registry")));
        rows.example("autoscaling.targetMemoryUtilizationPercentage", ScalarTree.of(80));
        rows.example("env", ListTree.of(MapTree.of("name", "LOGGING_LEVEL_ROOT").with("value", "INFO")));
        rows.example("envFrom", ListTree.of(MapTree.of("configMapRef", MapTree.of("name", "settings"))));
        rows.example("service.additionalLabels", MapTree.of("team", "payments"));
        rows.example("service.annotations", MapTree.of("example.com/owner", "payments"));
        rows.example(
                "serviceAccount.annotations",
                MapTree.of("eks.amazonaws.com/role-arn", "arn:aws:iam::111122223333:role/webank"));
        rows.example("podLabels", MapTree.of("mesh", "enabled"));
        rows.example("podAnnotations", MapTree.of("example.com/scrape", "true"));
        rows.example("nodeSelector", MapTree.of("kubernetes.io/arch", "arm64"));
        rows.example(
                "tolerations",
                ListTree.of(
                        MapTree.of("key", "dedicated").with("operator", "Equal").with("value", "bank")));
        rows.example("priorityClassName", ScalarTree.of("bank-critical"));
    }

    // The dialect.

    @Override
    public String chartName() {
        return exported.chartName();
    }

    @Override
    public String description() {
        return "The component `" + exported.partName() + "` of Webank.";
    }

    @Override
    public String notes() {
        return "The Service is " + include("fullname").replace("(", "{{ ").replace(")", " }}") + " in the namespace "
                + include("namespace").replace("(", "{{ ").replace(")", " }}")
                + ", on port {{ $.Values.service.port }}.\n";
    }

    @Override
    public String introduction() {
        return "It is a part of the chart `webank`, and can be installed by itself. Its NetworkPolicies refuse all connections but"
                + " those that the values say: set `global.network`.\n\n    helm install webank ./" + chartName()
                + "\n";
    }

    @Override
    public DialectBuilder table() {
        return rows;
    }

    @Override
    public String functions() {
        return FUNCTIONS.replace("OWN_CHART", String.valueOf(isOwnChart())).replace("CHART", chartName());
    }

    @Override
    public String refused(Point point, String modelPath) {
        // What only the model refuses is a secret in a public variable.
        List<String> names = PartModel.names(point, "env");
        for (int i = 0; exported instanceof UserApp && i < names.size(); i++) {
            if (modelPath.equals("userApp.publicEnv." + names.get(i))) {
                return TreePath.child("env", i);
            }
        }
        return "";
    }

    /** The component with values, which are valid. */
    Component component(Point point) {
        return model.component(point);
    }

    @Override
    public ManifestSet render(Point point) {
        return rendered(model.component(point), point);
    }

    private ManifestSet rendered(Component component, Point point) {
        return rendered.patched(component
                .rendering(point.release(), rendered.posture(), model.surroundings(point, network))
                .manifests());
    }

    @Override
    public Map<String, MapTree> objects(Point point) {
        return objects(point, render(point));
    }

    private Map<String, MapTree> objects(Point point, ManifestSet manifests) {
        Map<String, MapTree> objects = Objects.of(manifests, point.release().name(), fullname(point));
        if (!point.isRoot()) {
            // The umbrella renders what belongs to the release, and the databases that parts share.
            objects.keySet().removeIf(name -> name.contains("-"));
        }
        return objects;
    }

    @Override
    public Map<String, MapTree> hooks(Point point) {
        Component component = model.component(point);
        return hooks(point, component, rendered(component, point));
    }

    private Map<String, MapTree> hooks(Point point, Component component, ManifestSet manifests) {
        List<MapTree> own = new ArrayList<>();
        for (Manifest manifest : manifests.manifests()) {
            if (manifest.name().equals(fullname(point))) {
                own.add(manifest.tree());
            }
        }
        Map<String, MapTree> hooks = new LinkedHashMap<>();
        for (MapTree hook : TestHook.of(component, own, point.text(TEST_IMAGE))) {
            hooks.put("tests/" + Trees.text(hook.get("kind")).toLowerCase(Locale.ROOT), hook);
        }
        return hooks;
    }

    @Override
    public Map<String, MapTree> templates(Point point) {
        Component component = model.component(point);
        ManifestSet manifests = rendered(component, point);
        Map<String, MapTree> templates = objects(point, manifests);
        templates.putAll(hooks(point, component, manifests));
        return templates;
    }

    @Override
    public void checkDefaults() {
        Point point = initial();
        Objects.checkDefaults(
                chartName(),
                Objects.of(rendered(exported, point), point.release().name(), fullname(point)),
                objects(point));
    }
}
