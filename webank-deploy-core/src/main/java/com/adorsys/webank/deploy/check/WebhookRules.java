package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;

/** The rules of the webhooks of admission. */
final class WebhookRules implements FieldRules {
    private static final int LONGEST_TIMEOUT = 30;

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        if (!manifest.kind().endsWith("WebhookConfiguration")) {
            return;
        }
        ListTree webhooks = Trees.list(manifest.tree(), "webhooks");
        for (int i = 0; i < webhooks.size(); i++) {
            check(Trees.map(webhooks, i), "webhooks[" + i + "]", report);
        }
    }

    private static void check(MapTree webhook, String path, Report report) {
        String name = Trees.text(webhook, "name");
        if (!name.isEmpty() && name.indexOf('.') == name.lastIndexOf('.')) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    path + ".name",
                    Problem.quote(name) + " has fewer than three parts",
                    "write a name below a domain, as in `pods.policy.example.com`");
        }
        checkClient(Trees.map(webhook, "clientConfig"), path + ".clientConfig", report);
        String effects = Trees.text(webhook, "sideEffects");
        if (!effects.isEmpty() && !effects.equals("None") && !effects.equals("NoneOnDryRun")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path + ".sideEffects",
                    "`sideEffects` is " + Problem.quote(effects),
                    "write `None` or `NoneOnDryRun`");
        }
        if (webhook.get("admissionReviewVersions") instanceof ListTree versions) {
            checkVersions(versions, path + ".admissionReviewVersions", report);
        }
        long timeout = Trees.number(webhook, 1, "timeoutSeconds");
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + ".timeoutSeconds",
                    "`timeoutSeconds` is `" + timeout + "`",
                    "write a number from `1` to `" + LONGEST_TIMEOUT + "`");
        }
        ListTree rules = Trees.list(webhook, "rules");
        for (int i = 0; i < rules.size(); i++) {
            checkRule(Trees.map(rules, i), path + ".rules[" + i + "]", report);
        }
    }

    private static void checkClient(MapTree client, String path, Report report) {
        String url = Trees.text(client, "url");
        if (Trees.isSet(client, "url") == Trees.isSet(client, "service")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    path,
                    "exactly one of `url` and `service` must be set",
                    Trees.isSet(client, "url") ? "keep one of them" : "write the `service` that answers");
        } else if (!url.isEmpty() && !url.startsWith("https://")) {
            report.error(
                    ProblemCodes.URL_INVALID,
                    path + ".url",
                    "`url` does not start with `https://`",
                    "write `https://HOST/PATH`");
        }
    }

    private static void checkVersions(ListTree versions, String path, Report report) {
        boolean isKnown = false;
        for (int i = 0; i < versions.size(); i++) {
            String version = Trees.text(versions.get(i));
            isKnown |= version.equals("v1") || version.equals("v1beta1");
            if (isAbove(versions, i, version)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        path + "[" + i + "]",
                        Problem.quote(version) + " is there twice",
                        "keep one of them");
            } else if (!DefinitionRules.isName(version)) {
                report.error(
                        ProblemCodes.NAME_INVALID,
                        path + "[" + i + "]",
                        Problem.quote(version) + " is not the name of a version",
                        "write `v1`");
            }
        }
        if (!isKnown) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path,
                    "`admissionReviewVersions` has no version that the API server knows",
                    "add `v1`");
        }
    }

    private static boolean isAbove(ListTree texts, int index, String text) {
        for (int i = 0; i < index; i++) {
            if (Trees.text(texts.get(i)).equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static void checkRule(MapTree rule, String path, Report report) {
        for (String key : new String[] {"operations", "apiGroups", "apiVersions", "resources"}) {
            ListTree values = Trees.list(rule, key);
            if (values.isEmpty()) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        path + "." + key,
                        "`" + key + "` is missing or empty",
                        "write what the rule is for, or `\"*\"` for all");
            } else if (values.size() > 1 && isAllAndMore(values, key.equals("resources"))) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        path + "." + key,
                        "`*` in `" + key + "` stands for all, and others are written too",
                        "keep one of them");
            }
        }
    }

    /** Whether a list has all and others; of resources those without a subresource. */
    private static boolean isAllAndMore(ListTree values, boolean areResources) {
        boolean hasAll = false;
        boolean hasMore = false;
        for (int i = 0; i < values.size(); i++) {
            String value = Trees.text(values.get(i));
            hasAll |= value.equals("*");
            hasMore |= !value.equals("*") && (!areResources || value.indexOf('/') < 0);
        }
        return hasAll && hasMore;
    }
}
