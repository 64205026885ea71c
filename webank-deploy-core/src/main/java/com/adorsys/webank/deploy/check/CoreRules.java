package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.math.BigDecimal;

/** The rules between the fields of the kinds that have no API group. */
final class CoreRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        switch (manifest.kind()) {
            case "ConfigMap" -> DataRules.checkConfigMap(manifest, report);
            case "LimitRange" -> LimitRangeRules.check(spec, report);
            case "ReplicationController" -> checkController(manifest, spec, report);
            case "Secret" -> DataRules.checkSecret(manifest, report);
            case "Service" -> ServiceRules.check(spec, report);
            case "PersistentVolumeClaim" -> checkClaim(spec, "spec", report);
            default -> {}
        }
    }

    private static void checkController(Manifest manifest, MapTree spec, Report report) {
        if (!Trees.isSet(spec, "template")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "spec.template",
                    "`template` is missing",
                    "write the template of the pods");
            return;
        }
        AppsRules.checkPods(manifest, report);
        MapTree selector = Trees.map(spec, "selector");
        MapTree labels = Trees.map(spec, "template", "metadata", "labels");
        // Without a selector the labels are taken.
        if (selector.isEmpty() && labels.isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "spec.selector",
                    "there is neither a selector nor a label of the template",
                    "write labels, as in `labels: {app: web}`");
        }
        for (int i = 0; i < selector.size(); i++) {
            String key = selector.keyAt(i);
            if (!labels.has(key) || !Trees.text(labels, key).equals(Trees.text(selector, key))) {
                report.error(
                        ProblemCodes.SELECTOR_MISMATCH,
                        TreePath.child("spec.selector", key),
                        "the selector has " + Problem.quote(key)
                                + " with a value that the labels of the template do not have",
                        "write the same value in both");
            }
        }
    }

    /** Reports what is wrong with a claim, be it an object or a template. */
    static void checkClaim(MapTree spec, String path, Report report) {
        ListTree modes = Trees.list(spec, "accessModes");
        for (int i = 0; modes.size() > 1 && i < modes.size(); i++) {
            if (Trees.text(modes.get(i)).equals("ReadWriteOncePod") && hasOther(modes)) {
                report.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        path + ".accessModes[" + i + "]",
                        "`ReadWriteOncePod` cannot be combined with another access mode",
                        "keep one of them");
                break;
            }
        }
        MapTree requests = Trees.map(spec, "resources", "requests");
        BigDecimal size = CountedResource.quantity(requests.get("storage"));
        if (Trees.isSet(spec, "resources", "requests") && !Trees.isSet(requests, "storage")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path + ".resources.requests.storage",
                    "`storage` is missing in `requests`",
                    "write the size of the volume, as in `storage: 8Gi`");
        } else if (size != null && size.signum() == 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + ".resources.requests.storage",
                    "`storage` is `0`",
                    "write the size of the volume, as in `storage: 8Gi`");
        }
    }

    private static boolean hasOther(ListTree modes) {
        for (int i = 0; i < modes.size(); i++) {
            if (!Trees.text(modes.get(i)).equals("ReadWriteOncePod")) {
                return true;
            }
        }
        return false;
    }
}
