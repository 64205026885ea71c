package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The values of the chart of a whole Webank, which has the charts of its components as parts, and renders what belongs to none of
 * them.
 */
final class WebankDialect implements Dialect {
    static final String NAME = "webank";

    private static final String FUNCTIONS = """
            {{- define "webank.fullname" -}}
            {{- $name := default $.Chart.Name $.Values.nameOverride -}}
            {{- if $.Values.fullnameOverride -}}
            {{- $.Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
            {{- else if contains $name $.Release.Name -}}
            {{- $.Release.Name | trunc 63 | trimSuffix "-" -}}
            {{- else -}}
            {{- printf "%s-%s" $.Release.Name $name | trunc 63 | trimSuffix "-" -}}
            {{- end -}}
            {{- end -}}

            {{- define "webank.tags" -}}
            {{- $tags := list -}}
            {{- range $key, $value := $.Values.ingress.tags }}{{- $tags = append $tags (printf "%s=%s" $key $value) }}{{- end -}}
            {{- join "," $tags -}}
            {{- end -}}

            {{- define "webank.name" -}}
            {{- default $.Chart.Name $.Values.nameOverride | trunc 63 | trimSuffix "-" -}}
            {{- end -}}

            """;

    /** The name of a part's objects, by the function of the part's chart; empty if the part is not there. */
    private static final String PART_FUNCTIONS = """
            {{- define "webank.fullname.PART" -}}
            {{- if (index $.Values "PART").enabled -}}
            {{- include "CHART.fullname" (dict "Chart" (dict "Name" "PART") "Release" $.Release "Values" (index $.Values "PART")) -}}
            {{- end -}}
            {{- end -}}

            {{- define "webank.name.PART" -}}
            {{- if (index $.Values "PART").enabled -}}
            {{- include "CHART.name" (dict "Chart" (dict "Name" "PART") "Release" $.Release "Values" (index $.Values "PART")) -}}
            {{- end -}}
            {{- end -}}

            """;

    private static final String HOST =
            "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\\.[a-z]{2,63}$";
    private static final String CERTIFICATE = "^arn:aws[-a-z]*:acm:[-a-z0-9]*:[0-9]*:certificate/[-a-zA-Z0-9]+$";
    private static final String BALANCER = "^[a-zA-Z0-9]([-a-zA-Z0-9]{0,30}[a-zA-Z0-9])?$";

    /** The names of values that could be those of a microservice. */
    private static final Set<String> RESERVED = Set.of("global", "ingress", "enabled");

    private final Webank exported;
    private final Rendered rendered;
    private final Map<String, PartDialect> parts = new LinkedHashMap<>();
    private final DialectBuilder rows;
    /** The names of the parts that are there. */
    private final List<Term> names = new ArrayList<>();
    /** Their names in the labels by which pods are selected, and those of databases. */
    private final List<Term> labels = new ArrayList<>();

    /** The values of the chart of a Webank. */
    WebankDialect(Webank exported, Rendered rendered) {
        this.exported = exported;
        this.rendered = rendered;
        boolean hasLoadBalancer = exported.ingress().orElse(null) instanceof AlbIngress;
        for (Component component : exported.components()) {
            if (RESERVED.contains(component.partName())) {
                throw cannotSay("microservices." + component.partName(), "has the name of a value");
            }
            parts.put(component.partName(), new PartDialect(component, rendered, exported.network(), hasLoadBalancer));
        }
        MapTree.Builder initial = MapTree.builder();
        exported.nameOverride().ifPresent(name -> initial.put("nameOverride", name));
        exported.fullnameOverride().ifPresent(name -> initial.put("fullnameOverride", name));
        putStrings(initial, "commonLabels", exported.labels());
        putStrings(initial, "commonAnnotations", exported.annotations());
        if (exported.ingress().orElse(null) instanceof AlbIngress alb) {
            MapTree.Builder ingress =
                    MapTree.builder().put("host", alb.host().text()).put("certificateArn", alb.certificate());
            alb.loadBalancerName().ifPresent(name -> ingress.put("loadBalancerName", name));
            putStrings(ingress, "tags", alb.tags());
            initial.put("ingress", ingress.build());
        } else if (exported.ingress().isPresent()) {
            throw cannotSay("ingress", "is not an `AlbIngress`");
        }
        for (String part : parts.keySet()) {
            initial.put(part, MapTree.builder().put("enabled", true).build());
        }
        initial.put("global", PartModel.global(hasLoadBalancer, exported.network()));
        this.rows = new DialectBuilder(initial.build());
        names();
        if (hasLoadBalancer) {
            ingress((AlbIngress) exported.ingress().get());
        }
        global(hasLoadBalancer);
        parts.forEach(this::part);
        rows.example("nameOverride", ScalarTree.of("bank"));
        rows.example("fullnameOverride", ScalarTree.of("bank-ingress"));
        rows.example("commonLabels", MapTree.of("team", "payments"));
        rows.example("commonAnnotations", MapTree.of("example.com/owner", "payments"));
        reserve();
        rows.rule(ChartRule.distinctTerms(
                "fullnameOverride",
                "two components have the name `%s`",
                "Give one of them another `fullnameOverride`",
                names));
        rows.rule(ChartRule.distinctTerms(
                "nameOverride",
                "two components have the name `%s` in their labels, and the Service of each would select the pods of both",
                "Give one of them another `nameOverride`",
                labels));
    }

    /**
     * A Webank with an Ingress that the values can say: one of a load balancer keeps its settings, and of any other one only the host is
     * kept.
     */
    Webank nearest(Webank webank) {
        Ingress given = webank.ingress().orElse(null);
        if (given instanceof AlbIngress alb) {
            return webank.withIngress(alb.externalDns().isPresent() ? alb.withExternalDns(alb.host()) : alb);
        }
        if (given == null || !(exported.ingress().orElse(null) instanceof AlbIngress own)) {
            return webank.withIngress(Optional.empty());
        }
        AlbIngress changed = own.withHost(given.host());
        return webank.withIngress(own.externalDns().isPresent() ? changed.withExternalDns(given.host()) : changed);
    }

    /** What would contradict the settings of the load balancer, and what would make one component another's. */
    private void reserve() {
        for (Component component : exported.components()) {
            if (component.usedDatabase().orElse(null) instanceof InClusterDatabase database) {
                String alias = database.alias();
                labels.add(
                        new Term(Term.Form.TEXT, "", "\"" + alias + "\"", Term.ITSELF, point -> ScalarTree.of(alias)));
                break;
            }
        }
        if (exported.ingress().orElse(null) instanceof AlbIngress alb) {
            Set<String> ofBalancer = new TreeSet<>(alb.allAnnotations().keySet());
            ofBalancer.removeIf(key -> !key.startsWith(AlbIngress.PREFIX));
            for (String setting : List.of("load-balancer-name", "ssl-redirect", "tags")) {
                ofBalancer.add(AlbIngress.PREFIX + setting);
            }
            for (String part : parts.keySet()) {
                rows.reserve(part + ".commonAnnotations", ofBalancer);
                rows.reserve(part + ".service.annotations", ofBalancer);
            }
        }
    }

    private static void putStrings(MapTree.Builder values, String key, Map<String, String> strings) {
        if (!strings.isEmpty()) {
            values.put(key, MapTree.ofStrings(strings));
        }
    }

    Rendered rendered() {
        return rendered;
    }

    /** The values of all parts together, complete. */
    MapTree values() {
        MapTree values = rows.initial();
        for (Map.Entry<String, PartDialect> part : parts.entrySet()) {
            MapTree own = part.getValue().initial().values().without("global");
            values = values.with(part.getKey(), own.with("enabled", ScalarTree.of(true)));
        }
        return values;
    }

    @Override
    public Map<String, PartDialect> parts() {
        return parts;
    }

    // Rows.

    private void names() {
        rows.partOfNames(
                "nameOverride",
                Shape.string(Grammar.LABEL),
                number -> "other-" + number,
                "Replaces the chart's name in the name and the labels of the Ingress.");
        rows.partOfNames(
                "fullnameOverride",
                Shape.string(Grammar.LABEL),
                number -> "full-" + number,
                "The name of the Ingress. Default: the release's name and the chart's name.");
        rows.term("$.Release.Name", point -> point.release().name());
        rows.term("$.Release.Namespace", point -> point.release().namespace());
        rows.term("(include \"webank.fullname\" $)", WebankDialect::fullname);
        rows.term("(include \"webank.name\" $)", point -> ChartNames.name(NAME, point.text("nameOverride")));
        rows.entries("commonLabels", Shape.labels(), "common", "Labels of the Ingress.");
        rows.entries("commonAnnotations", Shape.annotations(), "note", "Annotations of the Ingress.");
        rows.reserve("commonLabels", StandardLabels.all());
        rows.reserve("commonAnnotations", Set.of("kubernetes.io/ingress.class", AlbIngress.PREFIX + "ssl-redirect"));
    }

    private static String ownName(Point point) {
        String own = point.text("nameOverride");
        return own.isEmpty() ? NAME : own;
    }

    private void ingress(AlbIngress alb) {
        rows.text(
                "ingress.host",
                Shape.matching(HOST),
                number -> "host-" + number + ".example.com",
                "The host whose requests are routed to the components.");
        rows.text(
                "ingress.certificateArn",
                Shape.matching(CERTIFICATE),
                number -> "arn:aws:acm:eu-central-1:111122223333:certificate/0000000" + number,
                "The ARN of the host's certificate in AWS Certificate Manager.");
        rows.optionalText(
                "ingress.loadBalancerName",
                Shape.matching(BALANCER),
                number -> "balancer-" + number,
                "The name of the load balancer. Default: generated by the AWS Load Balancer Controller.");
        rows.chosenMap(
                "ingress.tags",
                Shape.mapOf(Grammar.QUALIFIED_NAME, Shape.matching("^[^,\"\\\\\u0000-\u001f\u007f-\u009f]*$")),
                MapTree.of("Owner", "webank"),
                "Tags of the load balancer in AWS.");
        rows.feature(
                (point, number) -> point.with("ingress.tags", MapTree.of("Owner", "owner-" + number)),
                (point, number) -> point.without("ingress.tags"));
        rows.term("(include \"webank.tags\" $)", WebankDialect::tags);
        rows.rule(ChartRule.never(
                ProblemCodes.NAME_INVALID,
                "ingress.loadBalancerName",
                "the name of a load balancer does not start with internal-",
                "Choose another name",
                new Condition(
                        "(hasPrefix \"internal-\" (default \"\" $.Values.ingress.loadBalancerName))",
                        point -> point.text("ingress.loadBalancerName").startsWith("internal-"))));
        if (alb.externalDns().isPresent() && !alb.externalDns().get().equals(alb.host())) {
            throw cannotSay("ingress.externalDns", "is not the host of the Ingress");
        }
    }

    /** The tags as an annotation has them. */
    private static String tags(Point point) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(PartModel.strings(point.map("ingress.tags")))
                .forEach((key, value) -> text.append(text.length() == 0 ? "" : ",")
                        .append(key)
                        .append('=')
                        .append(value));
        return text.toString();
    }

    private static DeployException.InvalidInput cannotSay(String setting, String what) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.CHART_CANNOT_SAY,
                Location.of(setting),
                "`" + setting + "` " + what + ", which the values of the chart cannot say",
                "Change it, or render the manifests instead of a chart"));
    }

    private void global(boolean hasLoadBalancer) {
        Condition balanced = rows.flag(
                "global.loadBalancer",
                "Whether an AWS Application Load Balancer sends requests to the components: `" + hasLoadBalancer
                        + "`, since the Ingress of this chart is one of it.");
        rows.rule(ChartRule.never(
                ProblemCodes.SETTING_CONFLICT,
                "global.loadBalancer",
                hasLoadBalancer
                        ? "the Ingress of this chart is one of a load balancer"
                        : "this chart has no Ingress of a load balancer",
                "Set it to " + hasLoadBalancer,
                hasLoadBalancer
                        ? new Condition("(not " + balanced.expression() + ")", point -> !balanced.holds(point))
                        : balanced));
        for (Row row : parts.values().iterator().next().rows()) {
            if (row.path().startsWith("global.network.") || row.path().equals(PartDialect.TEST_IMAGE)) {
                rows.shared(row);
            }
        }
    }

    private void part(String name, PartDialect part) {
        rows.section(name, "Values of the chart `" + part.chartName() + "`.");
        rows.term("(include \"webank.fullname." + name + "\" $)", point -> part.fullname(section(point, name)));
        rows.term("(include \"webank.name." + name + "\" $)", point -> part.name(section(point, name)));
        rows.portOf(name + ".service.port");
        Condition enabled =
                rows.condition(Point.expression(name + ".enabled"), point -> point.isTrue(name + ".enabled"));
        if (name.equals("prs")
                || exported.microservices().stream().anyMatch(one -> one.name().equals(name))) {
            rows.feature(
                    (point, number) -> point.with(name + ".enabled", ScalarTree.of(true)),
                    (point, number) -> point.with(name + ".enabled", ScalarTree.of(false)));
            rows.rule(ChartRule.never(
                    ProblemCodes.MISSING_KEY,
                    name + ".enabled",
                    "it is not said whether there is `" + name + "`",
                    "Set it to true or false",
                    new Condition(
                            "(not (hasKey " + Point.expression(name) + " \"enabled\"))",
                            point -> !point.map(name).has("enabled"))));
        } else {
            rows.rule(ChartRule.never(
                    ProblemCodes.MISSING_KEY,
                    name + ".enabled",
                    "a Webank is not complete without `" + name + "`",
                    "Set it to true",
                    new Condition("(not " + enabled.expression() + ")", point -> !enabled.holds(point))));
        }
        rows.rule(ChartRule.never(
                ProblemCodes.SETTING_CONFLICT,
                name + ".namespaceOverride",
                "an Ingress does not route to another namespace",
                "Remove it, and install the release in that namespace",
                new Condition(
                        Point.expression(name + ".namespaceOverride"),
                        point -> !point.text(name + ".namespaceOverride").isEmpty())));
        names.add(of("fullname", name, part::fullname));
        labels.add(of("name", name, part::name));
        rows.feature(
                (point, number) -> names(point, name, number, true),
                (point, number) -> names(point, name, number, false));
    }

    /** A name of a part; empty if it is not there. */
    private Term of(String function, String part, Function<Point, String> value) {
        return new Term(
                Term.Form.TEXT,
                "",
                "(include \"webank." + function + "." + part + "\" $)",
                Term.ITSELF,
                point -> ScalarTree.of(isEnabled(point, part) ? value.apply(section(point, part)) : ""));
    }

    private Point names(Point point, String part, int number, boolean isNamed) {
        int port = 20_000 + 10 * new ArrayList<>(parts.keySet()).indexOf(part) + number;
        Point changed = point.with(part + ".service.port", ScalarTree.of(port));
        return isNamed
                ? changed.with(part + ".fullnameOverride", ScalarTree.of(part + "-full-" + number))
                : changed.with(part + ".nameOverride", ScalarTree.of(part + "-name-" + number));
    }

    @Override
    public Point section(Point point, String part) {
        MapTree own = point.map(part);
        if (!own.has(ChartShapes.GLOBAL) || own.get(ChartShapes.GLOBAL) instanceof MapTree) {
            MapTree global = globalOfPart(Trees.map(own, ChartShapes.GLOBAL), point.map(ChartShapes.GLOBAL));
            own = own.with(ChartShapes.GLOBAL, global);
        }
        MapTree values = HelmValues.merged(dialect(part).initial().values(), own);
        return new Point(values, point.release(), part, false);
    }

    /**
     * What Helm makes of the section that all charts share, in a part: what the part says of its own, under what the umbrella says. A map
     * and anything else are not merged; there the part's own stays, and its schema refuses it.
     */
    private static MapTree globalOfPart(MapTree own, MapTree umbrella) {
        MapTree.Builder global = own.toBuilder();
        umbrella.forEach((key, value) -> {
            Tree said = own.get(key);
            if (said instanceof MapTree map && value instanceof MapTree section) {
                global.put(key, under(section, map));
            } else if (said == null || !(said instanceof MapTree || value instanceof MapTree)) {
                global.put(key, value);
            }
        });
        return global.build();
    }

    /**
     * The first map, with the keys of the other one that it does not have, in all maps within. Nulls stay, unlike those of {@link
     * HelmValues#merged}: Helm keeps them here until the part's own defaults remove them.
     */
    private static MapTree under(MapTree map, MapTree other) {
        MapTree.Builder both = map.toBuilder();
        other.forEach((key, value) -> {
            if (!map.has(key)) {
                both.put(key, value);
            } else if (map.get(key) instanceof MapTree inner && value instanceof MapTree otherInner) {
                both.put(key, under(inner, otherInner));
            }
        });
        return both.build();
    }

    // The dialect.

    @Override
    public String chartName() {
        return NAME;
    }

    @Override
    public String description() {
        return "Webank, the online-banking application: its components, and the Ingress that routes to them.";
    }

    @Override
    public String notes() {
        return exported.ingress().isEmpty()
                ? "Webank is installed as {{ $.Release.Name }}.\n"
                : "Webank answers at https://{{ $.Values.ingress.host }} as soon as its pods are ready:\n\n"
                        + "    kubectl --namespace {{ $.Release.Namespace }} get deployments --selector"
                        + " app.kubernetes.io/instance={{ $.Release.Name }}\n";
    }

    @Override
    public String introduction() {
        StringBuilder parts = new StringBuilder();
        this.parts.forEach((name, part) -> parts.append("- `")
                .append(name)
                .append("`: the chart `")
                .append(part.chartName())
                .append("`, whose values are those below `")
                .append(name)
                .append("`.\n"));
        return "It consists of these charts:\n\n" + parts + "\n    helm install webank ./webank --values values.yaml\n";
    }

    @Override
    public DialectBuilder table() {
        return rows;
    }

    @Override
    public String functions() {
        StringBuilder functions = new StringBuilder(FUNCTIONS);
        parts.forEach((name, part) -> functions.append(
                PART_FUNCTIONS.replace("CHART", part.chartName()).replace("PART", name)));
        return functions.toString();
    }

    @Override
    public String refused(Point point, String modelPath) {
        for (Map.Entry<String, PartDialect> part : parts.entrySet()) {
            String below = part.getValue().refused(section(point, part.getKey()), modelPath);
            if (!below.isEmpty()) {
                return Location.join(part.getKey(), below);
            }
        }
        return "";
    }

    /** The Webank with values, which are valid. */
    Webank webank(Point point) {
        Webank webank = exported.withNameOverride(optional(point.text("nameOverride")))
                .withFullnameOverride(optional(point.text("fullnameOverride")))
                .withLabels(PartModel.strings(point.map("commonLabels")))
                .withAnnotations(PartModel.strings(point.map("commonAnnotations")))
                .withOnlineBanking((OnlineBanking) component(point, "obs"))
                .withUserApp((UserApp) component(point, "userapp"))
                .withNetwork(network(point));
        if (exported.ingress().orElse(null) instanceof AlbIngress alb) {
            Host host = Host.of(point.text("ingress.host"));
            AlbIngress changed = alb.withHost(host)
                    .withCertificate(point.text("ingress.certificateArn"))
                    .withTags(PartModel.strings(point.map("ingress.tags")))
                    .withLoadBalancerName(optional(point.text("ingress.loadBalancerName")));
            webank = webank.withIngress(alb.externalDns().isPresent() ? changed.withExternalDns(host) : changed);
        }
        if (exported.pendingRegistration().isPresent()) {
            webank = point.isTrue("prs.enabled")
                    ? webank.withPendingRegistration((PendingRegistration) component(point, "prs"))
                    : webank.withPendingRegistration(Optional.empty());
        }
        List<Microservice> services = new ArrayList<>();
        for (Microservice service : exported.microservices()) {
            if (point.isTrue(service.name() + ".enabled")) {
                services.add((Microservice) component(point, service.name()));
            }
        }
        return webank.withMicroservices(services);
    }

    private Component component(Point point, String part) {
        Point section = section(point, part);
        return dialect(part).component(section);
    }

    private PartDialect dialect(String part) {
        PartDialect dialect = parts.get(part);
        if (dialect == null) {
            throw new IllegalArgumentException("no part " + part);
        }
        return dialect;
    }

    /** The network's settings of the parts that are there. */
    private NetworkIsolation network(Point point) {
        NetworkIsolation network = PartModel.withRanges(exported.network(), point);
        return network.withOutbound(network.outbound().stream()
                        .filter(access -> isEnabled(point, access.component()))
                        .toList())
                .withCalls(network.calls().stream()
                        .filter(call -> isEnabled(point, call.from()) && isEnabled(point, call.to()))
                        .toList());
    }

    private static boolean isEnabled(Point point, String part) {
        return point.isTrue(part + ".enabled");
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public ManifestSet render(Point point) {
        return rendered(webank(point), point);
    }

    private ManifestSet rendered(Webank webank, Point point) {
        return rendered.patched(webank.render(point.release(), rendered.posture()));
    }

    /** The objects that no part renders. */
    @Override
    public Map<String, MapTree> objects(Point point) {
        ManifestSet all = render(point);
        Map<ResourceId, MapTree> ofParts = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (isEnabled(point, name)) {
                part.objects(section(point, name))
                        .values()
                        .forEach(object -> ofParts.put(Manifest.of(object).id(), object));
            }
        });
        Map<String, MapTree> expected = new LinkedHashMap<>();
        Map<String, MapTree> actual = new LinkedHashMap<>();
        ManifestSet own = all;
        for (Map.Entry<ResourceId, MapTree> object : ofParts.entrySet()) {
            String name = object.getKey().toString();
            actual.put(name, object.getValue());
            all.find(object.getKey()).ifPresent(manifest -> expected.put(name, manifest.tree()));
            own = own.without(object.getKey());
        }
        Objects.checkEqual(
                NAME,
                expected,
                actual,
                ProblemCodes.CHART_NOT_UNIFORM,
                "it depends on other components, and the chart of a component knows none");
        return Objects.of(own, point.release().name(), fullname(point));
    }

    private static String fullname(Point point) {
        return ChartNames.fullname(point.release().name(), ownName(point), point.text("fullnameOverride"));
    }

    @Override
    public void checkDefaults() {
        checkSame(exported, initial());
    }

    /** Checks that values render what a Webank renders itself. */
    void checkSame(Webank webank, Point point) {
        String release = point.release().name();
        Objects.checkDefaults(
                NAME,
                Objects.of(rendered(webank, point), release, fullname(point)),
                Objects.of(render(point), release, fullname(point)));
    }
}
