package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules between the fields of pods, whatever creates them. */
final class PodFieldRules {
    private static final int MOST_NAMESERVERS = 3;

    private PodFieldRules() {}

    static void check(Pods pods, Report report) {
        MapTree spec = pods.spec();
        ResourceRules.check(Trees.map(spec, "resources"), pods, report);
        if (pods.isTemplate()) {
            MetadataRules.checkAnnotations(pods, report);
        }
        boolean isForWindows = hasWindowsOptions(spec);
        for (Pods.Container container : pods.containers()) {
            checkContainer(container, report);
            isForWindows |= hasWindowsOptions(container.tree());
        }
        if (isForWindows) {
            HostProcessRules.check(pods, report);
        }
        if (!pods.annotations().isEmpty()) {
            AppArmorRules.check(pods, report);
        }
        if (spec.has("ephemeralContainers")) {
            checkEphemeral(pods, report);
        }
        checkNameservers(pods, report);
        checkSpreading(pods, report);
        checkSharing(pods, report);
        checkTolerations(pods, report);
        checkNodeAffinity(pods, report);
        PodContextRules.check(pods, report);
        DownwardRules.check(pods, report);
    }

    /** The API server adds them to a running pod only, by a subresource. */
    private static void checkEphemeral(Pods pods, Report report) {
        if (!Trees.list(pods.spec(), "ephemeralContainers").isEmpty()) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    pods.path("ephemeralContainers"),
                    "`ephemeralContainers` cannot be set when a pod is created",
                    "remove it, and use `kubectl debug` once the pod runs");
        }
    }

    private static boolean hasWindowsOptions(MapTree tree) {
        return tree.get("securityContext") instanceof MapTree context && context.has("windowsOptions");
    }

    private static void checkContainer(Pods.Container container, Report report) {
        MapTree tree = container.tree();
        ResourceRules.check(Trees.map(tree, "resources"), container, report);
        checkPrivileges(container, report);
        checkProbes(container, report);
        if (container.isInit() && !Trees.text(tree, "restartPolicy").equals("Always")) {
            notInInitContainer(container, "lifecycle", report);
            for (String probe : Pods.PROBES) {
                notInInitContainer(container, probe, report);
            }
        }
        MapTree lifecycle = Trees.map(tree, "lifecycle");
        checkSleep(container, lifecycle, "postStart", report);
        checkSleep(container, lifecycle, "preStop", report);
        if (Trees.isTrue(container.pods().spec(), "hostNetwork") && container.isMain()) {
            checkHostPorts(container, report);
        }
    }

    private static void notInInitContainer(Pods.Container container, String key, Report report) {
        if (Trees.isSet(container.tree(), key)) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    container.path(key),
                    "`" + key + "` cannot be set in an init container without `restartPolicy: Always`",
                    "remove it, or write `restartPolicy: Always`");
        }
    }

    private static void checkPrivileges(Pods.Container container, Report report) {
        MapTree context = Trees.map(container.tree(), "securityContext");
        if (context.isEmpty()) {
            return;
        }
        if (Trees.text(context, "procMount").equals("Unmasked")
                && !Trees.isFalse(container.pods().spec(), "hostUsers")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    container.path("securityContext.procMount"),
                    "`procMount: Unmasked` cannot be set without `hostUsers: false`",
                    "remove it, or write `hostUsers: false` for the pod");
        }
        if (!Trees.isFalse(context, "allowPrivilegeEscalation")) {
            return;
        }
        if (Trees.isTrue(context, "privileged")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    container.path("securityContext.privileged"),
                    "`privileged: true` cannot be set with `allowPrivilegeEscalation: false`",
                    "remove one of them");
        }
        ListTree added = Trees.list(context, "capabilities", "add");
        for (int i = 0; i < added.size(); i++) {
            if (Trees.text(added.get(i)).equals("CAP_SYS_ADMIN")) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        container.path("securityContext.capabilities.add[" + i + "]"),
                        "`CAP_SYS_ADMIN` cannot be added with `allowPrivilegeEscalation: false`",
                        "remove one of them");
            }
        }
    }

    private static void checkProbes(Pods.Container container, Report report) {
        for (String name : Pods.PROBES) {
            MapTree probe = Trees.map(container.tree(), name);
            boolean isReadiness = name.equals("readinessProbe");
            // 0 is the default, 1.
            if (!isReadiness && Trees.number(probe, 1, "successThreshold") > 1) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        container.path(name + ".successThreshold"),
                        "`successThreshold` of a `" + name + "` is not `1`",
                        "remove it");
            }
            if (isReadiness && Trees.isSet(probe, "terminationGracePeriodSeconds")) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        container.path(name + ".terminationGracePeriodSeconds"),
                        "`terminationGracePeriodSeconds` cannot be set in a `readinessProbe`",
                        "remove it");
            }
        }
    }

    private static void checkSleep(Pods.Container container, MapTree lifecycle, String hook, Report report) {
        long seconds = Trees.number(lifecycle, 0, hook, "sleep", "seconds");
        if (seconds <= 0) {
            return;
        }
        long grace = Trees.number(
                container.pods().spec(),
                Long.parseLong(Schemas.serverDefault("core/v1.PodSpec", "terminationGracePeriodSeconds")
                        .orElseThrow()),
                "terminationGracePeriodSeconds");
        if (seconds > grace && grace >= 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    container.path("lifecycle." + hook + ".sleep.seconds"),
                    "`seconds` is `" + seconds + "`, more than `terminationGracePeriodSeconds` of the pod, which is `"
                            + grace + "`",
                    "write at most `" + grace + "`, or raise `terminationGracePeriodSeconds`");
        }
    }

    private static void checkHostPorts(Pods.Container container, Report report) {
        ListTree ports = Trees.list(container.tree(), "ports");
        for (int i = 0; i < ports.size(); i++) {
            long port = Trees.number(Trees.map(ports, i), 0, "containerPort");
            long hostPort = Trees.number(Trees.map(ports, i), 0, "hostPort");
            if (hostPort != 0 && hostPort != port) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        container.path("ports[" + i + "].hostPort"),
                        "`hostPort` is `" + hostPort + "`, which is not `containerPort`, although the pod has"
                                + " `hostNetwork: true`",
                        "remove it, or write `" + port + "`");
            }
        }
    }

    private static void checkNameservers(Pods pods, Report report) {
        MapTree config = Trees.map(pods.spec(), "dnsConfig");
        int nameservers = Trees.list(config, "nameservers").size();
        if (nameservers > MOST_NAMESERVERS) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    pods.path("dnsConfig.nameservers"),
                    "there are " + nameservers + " nameservers; a pod can have " + MOST_NAMESERVERS,
                    "remove some of them");
        }
        if (nameservers == 0
                && Trees.isSet(pods.spec(), "dnsConfig")
                && Trees.text(pods.spec(), "dnsPolicy").equals("None")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    pods.path("dnsConfig.nameservers"),
                    "there is no nameserver, although `dnsPolicy` is `None`",
                    "write at least one, as in `- 10.0.0.10`");
        }
    }

    private static void checkSpreading(Pods pods, Report report) {
        ListTree constraints = Trees.list(pods.spec(), "topologySpreadConstraints");
        if (constraints.size() < 2) {
            return;
        }
        Set<String> seen = new SmallSet();
        for (int i = 0; i < constraints.size(); i++) {
            String key = Trees.text(Trees.map(constraints, i), "topologyKey");
            String otherwise = Trees.text(Trees.map(constraints, i), "whenUnsatisfiable");
            if (!key.isEmpty() && !seen.add(otherwise + " " + key)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        pods.path("topologySpreadConstraints[" + i + "].topologyKey"),
                        "two constraints with `whenUnsatisfiable: " + otherwise + "` are for " + Problem.quote(key),
                        "keep one of them");
            }
        }
    }

    private static void checkSharing(Pods pods, Report report) {
        if (Trees.isTrue(pods.spec(), "shareProcessNamespace") && Trees.isTrue(pods.spec(), "hostPID")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    pods.path("shareProcessNamespace"),
                    "`shareProcessNamespace` and `hostPID` exclude each other",
                    "keep one of them");
        }
    }

    private static void checkTolerations(Pods pods, Report report) {
        ListTree tolerations = Trees.list(pods.spec(), "tolerations");
        for (int i = 0; i < tolerations.size(); i++) {
            MapTree toleration = Trees.map(tolerations, i);
            String path = pods.path("tolerations[" + i + "].value");
            switch (Trees.text(toleration, "operator")) {
                case "", "Equal" -> checkLabelValue(toleration.get("value"), path, report);
                case "Lt", "Gt" -> checkWholeNumber(toleration.get("value"), path, report);
                default -> {}
            }
        }
    }

    private static void checkLabelValue(@Nullable Tree value, String path, Report report) {
        String text = Trees.text(value);
        Optional<String> complaint = Names.labelValue(text);
        if (complaint.isPresent()) {
            report.error(
                    ProblemCodes.LABEL_INVALID,
                    path,
                    Problem.quote(text) + " is not a value of a label",
                    complaint.get());
        }
    }

    private static void checkWholeNumber(@Nullable Tree value, String path, Report report) {
        String text = Trees.text(value);
        boolean isNumber = !text.isEmpty() && !text.startsWith("+") && text.length() <= 20;
        try {
            isNumber = isNumber && Long.toString(Long.parseLong(text)).equals(text);
        } catch (NumberFormatException noNumber) {
            isNumber = false;
        }
        if (!isNumber && (value == null || value instanceof ScalarTree)) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path,
                    "`value` is not a whole number, although `operator` compares numbers",
                    "write a number in quotes, as in `value: \"5\"`");
        }
    }

    private static void checkNodeAffinity(Pods pods, Report report) {
        MapTree affinity = Trees.map(pods.spec(), "affinity", "nodeAffinity");
        String required = "requiredDuringSchedulingIgnoredDuringExecution";
        ListTree terms = Trees.list(affinity, required, "nodeSelectorTerms");
        for (int i = 0; i < terms.size(); i++) {
            String path = "affinity.nodeAffinity." + required + ".nodeSelectorTerms[" + i + "]";
            checkTerm(pods, Trees.map(terms, i), path, report);
            checkLabelValues(pods, Trees.map(terms, i), path, report);
        }
        String preferred = "preferredDuringSchedulingIgnoredDuringExecution";
        ListTree weighted = Trees.list(affinity, preferred);
        for (int i = 0; i < weighted.size(); i++) {
            String path = "affinity.nodeAffinity." + preferred + "[" + i + "].preference";
            checkTerm(pods, Trees.map(Trees.map(weighted, i), "preference"), path, report);
        }
    }

    private static void checkTerm(Pods pods, MapTree term, String path, Report report) {
        ListTree expressions = Trees.list(term, "matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            MapTree expression = Trees.map(expressions, i);
            String operator = Trees.text(expression, "operator");
            if (operator.equals("Lt") || operator.equals("Gt")) {
                checkSingle(pods, expression, path + ".matchExpressions[" + i + "].values", report);
            }
        }
        ListTree fields = Trees.list(term, "matchFields");
        for (int i = 0; i < fields.size(); i++) {
            MapTree field = Trees.map(fields, i);
            String place = path + ".matchFields[" + i + "]";
            checkSingle(pods, field, place + ".values", report);
            String key = Trees.text(field, "key");
            if (!key.equals("metadata.name")) {
                report.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        pods.path(place + ".key"),
                        Problem.quote(key) + " is not a field by which nodes can be selected",
                        "write `metadata.name`");
            }
        }
    }

    private static void checkSingle(Pods pods, MapTree requirement, String path, Report report) {
        int values = Trees.list(requirement, "values").size();
        if (values > 1) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    pods.path(path),
                    "there are " + values + " values; only one is possible here",
                    "keep one of them");
        }
    }

    private static void checkLabelValues(Pods pods, MapTree term, String path, Report report) {
        ListTree expressions = Trees.list(term, "matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            ListTree values = Trees.list(Trees.map(expressions, i), "values");
            for (int j = 0; j < values.size(); j++) {
                checkLabelValue(
                        values.get(j), pods.path(path + ".matchExpressions[" + i + "].values[" + j + "]"), report);
            }
        }
    }
}
