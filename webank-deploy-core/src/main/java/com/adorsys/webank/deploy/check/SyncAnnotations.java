package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * What the annotations of an object of any kind tell Argo CD: its sync wave, whether it is a hook, and its sync options.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Sync Phases and Waves</a>
 */
final class SyncAnnotations {
    private static final String PREFIX = "argocd.argoproj.io/";
    private static final String HOOK = PREFIX + "hook";
    private static final String PRE_DELETE = "PreDelete";
    private static final List<String> HOOKS =
            List.of("PreSync", "Sync", "PostSync", "SyncFail", PRE_DELETE, "PostDelete", "Skip");
    private static final List<String> POLICIES = List.of("HookSucceeded", "HookFailed", "BeforeHookCreation");

    private SyncAnnotations() {}

    /** Whether some of the annotations are for Argo CD. */
    static boolean areIn(MapTree annotations) {
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.keyAt(i).startsWith(PREFIX)) {
                return true;
            }
        }
        return false;
    }

    static void check(MapTree annotations, ArgoCdCheck check) {
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            Tree value = annotations.valueAt(i);
            if (key.startsWith(PREFIX) && value instanceof ScalarTree scalar && scalar.isString()) {
                String path = TreePath.child("metadata.annotations", key);
                String text = scalar.text();
                switch (key.substring(PREFIX.length())) {
                    case "sync-wave" -> wave(text, path, check);
                    case "hook" -> hook(text, path, check);
                    case "hook-delete-policy" -> policies(text, path, annotations, check);
                    case "sync-options" -> {
                        for (String option : items(text)) {
                            check.checkOption(option, ArgoCdCheck.OBJECT_OPTIONS, path);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, ",");
        while (tokens.hasMoreTokens()) {
            items.add(tokens.nextToken().strip());
        }
        return items;
    }

    private static void wave(String text, String path, ArgoCdCheck check) {
        if (!isInteger(text)) {
            check.error(
                    ProblemCodes.TEXT_INVALID,
                    path,
                    "the sync wave " + Problem.quote(text) + " is not a whole number",
                    "write a whole number in quotes, as in `\"1\"`");
        }
    }

    private static boolean isInteger(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from && text.length() < 11;
    }

    private static void hook(String text, String path, ArgoCdCheck check) {
        for (String hook : items(text)) {
            if (!HOOKS.contains(hook)) {
                check.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        path,
                        Problem.quote(hook) + " is not a hook of Argo CD, which never applies the object then",
                        Names.remedy(hook, HOOKS));
            } else if (hook.equals(PRE_DELETE)) {
                check.versioned(
                        VersionRange.since(ProductVersion.argoCd("3.3")), path, "`" + hook + "` is a hook of Argo CD");
            }
        }
    }

    private static void policies(String text, String path, MapTree annotations, ArgoCdCheck check) {
        for (String policy : items(text)) {
            if (!POLICIES.contains(policy)) {
                check.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        path,
                        Problem.quote(policy) + " is not a delete policy of Argo CD, which ignores it",
                        Names.remedy(policy, POLICIES));
            }
        }
        if (!annotations.has(HOOK) && !annotations.has("helm.sh/hook")) {
            check.warning(
                    ProblemCodes.IGNORED_KEY,
                    path,
                    "the delete policy is ignored, because the object is not a hook",
                    "add the annotation `" + HOOK + "`, or remove this one");
        }
    }
}
