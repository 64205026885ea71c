package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of an AppProject: its roles and their policies, its sync windows, and what may be there only once.
 *
 * <p>They are those of {@code ValidateProject} and {@code validatePolicy} of Argo CD.
 */
final class ProjectRules {
    private static final List<String> UNIQUE =
            List.of("sourceRepos", "destinations", "sourceNamespaces", "syncWindows", "destinationServiceAccounts");
    private static final List<String> RESOURCES =
            List.of("applications", "applicationsets", "logs", "exec", "clusters", "repositories");

    private final ArgoCdCheck check;
    private final String project;

    private ProjectRules(ArgoCdCheck check, String project) {
        this.check = check;
        this.project = project;
    }

    static void check(String project, MapTree spec, ArgoCdCheck check) {
        ProjectRules rules = new ProjectRules(check, project);
        for (String key : UNIQUE) {
            rules.unique(Trees.list(spec, key), TreePath.child("spec", key));
        }
        rules.roles(Trees.list(spec, "roles"));
        rules.windows(Trees.list(spec, "syncWindows"));
        rules.accounts(Trees.list(spec, "destinationServiceAccounts"));
    }

    private void unique(ListTree items, String path) {
        for (int i = 1; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (items.get(i).equals(items.get(j))) {
                    check.error(
                            ProblemCodes.DUPLICATE,
                            TreePath.child(path, i),
                            "this item is there twice",
                            "remove one of them");
                    break;
                }
            }
        }
    }

    private void roles(ListTree roles) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            MapTree role = Trees.map(roles, i);
            String path = TreePath.child("spec.roles", i);
            String name = Trees.text(role, "name");
            if (!name.isEmpty() && !names.add(name)) {
                check.error(
                        ProblemCodes.DUPLICATE,
                        TreePath.child(path, "name"),
                        "there are two roles named " + Problem.quote(name),
                        "remove one of them");
            }
            ListTree policies = Trees.list(role, "policies");
            for (int j = 0; j < policies.size(); j++) {
                if (policies.get(j) instanceof ScalarTree policy && policy.isString() && !name.isEmpty()) {
                    policy(
                            policy.text(),
                            "proj:" + project + ":" + name,
                            TreePath.child(TreePath.child(path, "policies"), j));
                }
            }
        }
    }

    private void policy(String policy, String subject, String path) {
        String[] parts = policy.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        if (parts.length != 6 || !parts[0].equals("p")) {
            invalid(
                    path,
                    Problem.quote(policy) + " is not a policy",
                    "write `p, " + subject + ", applications, sync, PROJECT/APPLICATION, allow`");
        } else if (!parts[1].equals(subject)) {
            invalid(
                    path,
                    "the policy is for " + Problem.quote(parts[1]) + ", but belongs to another role",
                    "write `" + subject + "`");
        } else if (!RESOURCES.contains(parts[2])) {
            invalid(
                    path,
                    "the policy is about " + Problem.quote(parts[2]) + ", which a project cannot allow",
                    "write one of `" + String.join("`, `", RESOURCES) + "`");
        } else if (!parts[4].startsWith(project + "/")) {
            invalid(
                    path,
                    "the policy is about " + Problem.quote(parts[4]) + ", which is not in the project",
                    "write `" + project + "/*`, or an Application's name after the `/`");
        } else if (!parts[5].equals("allow") && !parts[5].equals("deny")) {
            invalid(path, "the policy ends with " + Problem.quote(parts[5]), "write `allow` or `deny`");
        }
    }

    private void invalid(String path, String what, String remedy) {
        check.error(ProblemCodes.TEXT_INVALID, path, what, remedy);
    }

    private void windows(ListTree windows) {
        for (int i = 0; i < windows.size(); i++) {
            MapTree window = Trees.map(windows, i);
            String path = TreePath.child("spec.syncWindows", i);
            if (!window.isEmpty()
                    && Trees.list(window, "applications").isEmpty()
                    && Trees.list(window, "namespaces").isEmpty()
                    && Trees.list(window, "clusters").isEmpty()) {
                check.error(
                        ProblemCodes.MISSING_KEY,
                        path,
                        "the window applies to no Application, namespace or cluster",
                        "write one of `applications`, `namespaces` and `clusters`, as in `applications: [\"*\"]`");
            }
            String zone = Trees.text(window, "timeZone");
            if (!zone.isEmpty()
                    && !ZoneId.getAvailableZoneIds().contains(zone)
                    && !ZoneId.SHORT_IDS.containsKey(zone)) {
                check.warning(
                        ProblemCodes.UNKNOWN_VALUE,
                        TreePath.child(path, "timeZone"),
                        Problem.quote(zone) + " is not a time zone, and Argo CD uses UTC instead",
                        "write a name of the time zone database, as in `Europe/Berlin`");
            }
        }
    }

    private void accounts(ListTree accounts) {
        for (int i = 0; i < accounts.size(); i++) {
            MapTree account = Trees.map(accounts, i);
            String path = TreePath.child("spec.destinationServiceAccounts", i);
            String name = Trees.text(account, "defaultServiceAccount");
            if (account.has("defaultServiceAccount")
                    && (name.isBlank() || name.chars().anyMatch(c -> "!*[]{}\\/".indexOf(c) >= 0))) {
                invalid(
                        TreePath.child(path, "defaultServiceAccount"),
                        name.isBlank()
                                ? "the ServiceAccount is empty"
                                : Problem.quote(name) + " is not a ServiceAccount",
                        "write its name, or `NAMESPACE:NAME`");
            }
            for (String key : List.of("server", "namespace")) {
                if (Trees.text(account, key).indexOf('!') >= 0) {
                    invalid(
                            TreePath.child(path, key),
                            Problem.quote(Trees.text(account, key)) + " excludes, which is not possible here",
                            "write what it is for, without `!`");
                }
            }
        }
    }
}
