package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import java.util.Optional;

/** The rules between the fields of roles and of their bindings. */
final class RoleRules implements FieldRules {
    private static final List<String> OF_RESOURCES = List.of("apiGroups", "resources", "resourceNames");

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        switch (manifest.kind()) {
            case "Role", "ClusterRole" -> {
                ListTree rules = Trees.list(manifest.tree(), "rules");
                for (int i = 0; i < rules.size(); i++) {
                    checkRule(Trees.map(rules, i), "rules[" + i + "]", manifest.kind(), report);
                }
            }
            case "RoleBinding", "ClusterRoleBinding" -> checkBinding(manifest, report);
            default -> {}
        }
    }

    private static void checkRule(MapTree rule, String path, String kind, Report report) {
        if (Trees.list(rule, "nonResourceURLs").isEmpty()) {
            required(rule, "apiGroups", path, "the core group is `\"\"`", report);
            required(rule, "resources", path, "name them in the plural, as in `pods`", report);
            return;
        }
        if (kind.equals("Role")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    path + ".nonResourceURLs",
                    "`nonResourceURLs` cannot be set in a Role: it applies to a namespace only",
                    "remove it, or write a ClusterRole");
        }
        for (String key : OF_RESOURCES) {
            if (!Trees.list(rule, key).isEmpty()) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        path + "." + key,
                        "`nonResourceURLs` and `" + key + "` exclude each other",
                        "write two rules");
            }
        }
    }

    private static void required(MapTree rule, String key, String path, String hint, Report report) {
        // A value of another type is reported by the check of the structure.
        boolean isMissing = !rule.has(key) || Trees.isNull(rule.get(key));
        if (isMissing || rule.get(key) instanceof ListTree list && list.isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY, path + "." + key, "the rule has no `" + key + "`", "write them; " + hint);
        }
    }

    private static void checkBinding(Manifest binding, Report report) {
        boolean isOfCluster = binding.kind().equals("ClusterRoleBinding");
        if (isOfCluster && Trees.text(binding.tree(), "roleRef", "kind").equals("Role")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    "roleRef.kind",
                    "`kind` is `Role`, which a ClusterRoleBinding cannot bind",
                    "name a ClusterRole, or write a RoleBinding");
        }
        ListTree subjects = Trees.list(binding.tree(), "subjects");
        for (int i = 0; i < subjects.size(); i++) {
            MapTree subject = Trees.map(subjects, i);
            if (Trees.text(subject, "kind").equals("ServiceAccount")) {
                checkAccount(subject, isOfCluster, "subjects[" + i + "]", report);
            }
        }
    }

    private static void checkAccount(MapTree subject, boolean isOfCluster, String path, Report report) {
        String name = Trees.text(subject, "name");
        Optional<String> complaint = Names.subdomain(name);
        if (!name.isEmpty() && complaint.isPresent()) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    path + ".name",
                    Problem.quote(name) + " is not a name of a ServiceAccount",
                    complaint.get());
        }
        if (isOfCluster && Trees.text(subject, "namespace").isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path + ".namespace",
                    "the ServiceAccount " + Problem.quote(name) + " has no namespace",
                    "write the namespace that it is in");
        }
    }
}
