package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks that label selectors match pods or Services of the set.
 *
 * <p>A selector that matches nothing in the set is a warning, since its targets may be in another set. There is no warning
 * if the set has no pods or Services at all in the namespace of a NetworkPolicy, or in the namespaces of a monitor.
 */
final class SelectorReferences {
    /** Labels that a controller adds to the pods that it creates from a template. */
    private static final Set<String> ADDED = Set.of(
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index",
            "batch.kubernetes.io/controller-uid",
            "controller-uid",
            "job-name",
            "controller-revision-hash",
            "pod-template-generation",
            "pod-template-hash",
            "rollouts-pod-template-hash");

    private SelectorReferences() {}

    /** The pods that a selector matches in the namespace of an object, in the order of the set. */
    static List<Pods> pods(Manifest from, MapTree selector, SetIndex index) {
        return pods(selector, Namespaces.of(from), index);
    }

    private static List<Pods> pods(MapTree selector, Namespaces namespaces, SetIndex index) {
        return index.pods().find(withoutAdded(selector), namespaces);
    }

    /** Reports a selector that matches no pods in the namespace of an object. */
    static void reportNoPods(Manifest from, String path, SetIndex index, Reporter reporter) {
        reportNoPods(Namespaces.of(from), path, index, reporter);
    }

    private static void reportNoPods(Namespaces namespaces, String path, SetIndex index, Reporter reporter) {
        List<Manifest> workloads = new ArrayList<>();
        for (Pods pods : index.pods().first(Remedies.MOST_LISTED, namespaces)) {
            workloads.add(pods.manifest());
        }
        reporter.report(
                ProblemCodes.DANGLING_REFERENCE,
                path,
                "the selector matches the pods of no workload in the set",
                "write labels of the pods that are meant"
                        + listed(workloads, "; there are those of ", "; the set has no workload in this namespace"));
    }

    /** How a problem is reported: as an error or a warning. */
    interface Reporter {
        void report(String code, String path, String what, String remedy);
    }

    static void checkDisruptionBudget(Manifest budget, SetIndex index, Report report) {
        // Without a selector no pods are selected, by an empty one all pods of the namespace.
        if (!Trees.isSet(budget.tree(), "spec", "selector")
                || pods(budget, Trees.map(budget.tree(), "spec", "selector"), index)
                        .isEmpty()) {
            reportNoPods(budget, "spec.selector", index, report::warning);
        }
    }

    static void checkNetworkPolicy(Manifest policy, SetIndex index, Report report) {
        MapTree selector = Trees.map(policy.tree(), "spec", "podSelector");
        boolean selects = LabelSelector.isEmpty(selector)
                || !pods(policy, selector, index).isEmpty();
        if (!selects && hasPods(Namespaces.of(policy), index)) {
            reportNoPods(policy, "spec.podSelector", index, report::warning);
        }
    }

    static void checkPodMonitor(Manifest monitor, SetIndex index, Report report) {
        MapTree selector = Trees.map(monitor.tree(), "spec", "selector");
        Namespaces namespaces = monitored(monitor);
        boolean elsewhere = namesNamespaces(monitor) && !hasPods(namespaces, index);
        if (!elsewhere && pods(selector, namespaces, index).isEmpty()) {
            reportNoPods(namespaces, "spec.selector", index, report::warning);
        }
    }

    static void checkServiceMonitor(Manifest monitor, SetIndex index, Report report) {
        MapTree selector = Trees.map(monitor.tree(), "spec", "selector");
        Namespaces namespaces = monitored(monitor);
        List<Manifest> some = index.services().first(Remedies.MOST_LISTED, namespaces);
        boolean elsewhere = namesNamespaces(monitor) && some.isEmpty();
        if (!elsewhere && index.services().find(selector, namespaces).isEmpty()) {
            report.warning(
                    ProblemCodes.DANGLING_REFERENCE,
                    "spec.selector",
                    "the selector matches no Service in the set",
                    "write labels of the Services that are meant"
                            + listed(some, "; there are ", "; the set has no Service in its namespaces"));
        }
    }

    private static boolean hasPods(Namespaces namespaces, SetIndex index) {
        return !index.pods().first(1, namespaces).isEmpty();
    }

    private static String listed(List<Manifest> manifests, String lead, String ifNone) {
        if (manifests.isEmpty()) {
            return ifNone;
        }
        List<String> ids = new ArrayList<>();
        for (Manifest manifest : manifests) {
            ids.add(manifest.toString());
        }
        return lead + "`" + String.join("`, `", ids) + "`";
    }

    // Namespaces.

    /** The namespaces of a monitor: all, those that it names, or its own. */
    private static Namespaces monitored(Manifest monitor) {
        if (Trees.isTrue(monitor.tree(), "spec", "namespaceSelector", "any")) {
            return Namespaces.all();
        }
        ListTree names = names(monitor);
        return names.isEmpty() ? Namespaces.of(monitor) : Namespaces.of(names);
    }

    private static boolean namesNamespaces(Manifest monitor) {
        return !names(monitor).isEmpty();
    }

    private static ListTree names(Manifest monitor) {
        return Trees.list(monitor.tree(), "spec", "namespaceSelector", "matchNames");
    }

    // Labels that are in no template.

    private static boolean namesAdded(MapTree selector) {
        MapTree labels = Trees.map(selector, "matchLabels");
        for (int i = 0; i < labels.size(); i++) {
            if (ADDED.contains(labels.keyAt(i))) {
                return true;
            }
        }
        ListTree expressions = Trees.list(selector, "matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            if (ADDED.contains(Trees.text(Trees.map(expressions, i), "key"))) {
                return true;
            }
        }
        return false;
    }

    /** A selector without its conditions on labels that a controller adds, since these are not in the template. */
    private static MapTree withoutAdded(MapTree selector) {
        if (!namesAdded(selector)) {
            return selector;
        }
        MapTree labels = Trees.map(selector, "matchLabels");
        for (String key : ADDED) {
            labels = labels.without(key);
        }
        List<Tree> expressions = new ArrayList<>();
        for (Tree expression : Trees.list(selector, "matchExpressions")) {
            if (!ADDED.contains(Trees.text(Trees.map(expression), "key"))) {
                expressions.add(expression);
            }
        }
        return MapTree.of("matchLabels", labels).with("matchExpressions", ListTree.of(expressions));
    }
}
