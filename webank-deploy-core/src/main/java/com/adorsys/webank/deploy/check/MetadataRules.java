package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ValueRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The rules of the metadata of any object.
 *
 * @see <a href="https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/validation/objectmeta.go">objectmeta.go</a>
 */
final class MetadataRules {
    private static final int MOST_BYTES = 256 << 10;
    private static final List<String> OWNER = List.of("apiVersion", "kind", "name", "uid");
    private static final UniqueItems OWNERS = UniqueItems.by(List.of("uid"), Map.of());
    private static final UniqueItems NAMES = UniqueItems.ofSet();
    private static final List<String> FINALIZERS = List.of("kubernetes", "orphan", "foregroundDeletion");

    private MetadataRules() {}

    static void check(Manifest manifest, Report report) {
        MapTree metadata = Trees.map(manifest.tree(), "metadata");
        long bytes = bytes(Trees.map(metadata, "annotations"));
        if (bytes > MOST_BYTES) {
            reportAnnotations(bytes, "metadata.annotations", report);
        }
        checkOwners(Trees.list(metadata, "ownerReferences"), report);
        checkUnique(metadata, "ownerReferences", OWNERS, report);
        checkUnique(metadata, "finalizers", NAMES, report);
        ListTree finalizers = Trees.list(metadata, "finalizers");
        for (int i = 0; i < finalizers.size(); i++) {
            String name = Trees.text(finalizers.get(i));
            if (!name.isEmpty() && name.indexOf('/') < 0 && !FINALIZERS.contains(name)) {
                report.error(
                        ProblemCodes.NAME_INVALID,
                        "metadata.finalizers[" + i + "]",
                        Problem.quote(name) + " is not the name of a finalizer",
                        "write a domain before it, as in `example.com/" + name + "`");
            }
        }
    }

    private static void checkUnique(MapTree metadata, String key, UniqueItems rule, Report report) {
        ValueRule.Breach breach = rule.breach(Trees.list(metadata, key));
        if (breach != null) {
            report.error(breach.code(), "metadata." + key, "`" + key + "` " + breach.fact(), breach.remedy());
        }
    }

    /** Reports what only the API server writes, of an object of any kind. */
    static void checkManagedFields(Manifest manifest, Report report) {
        if (Trees.isSet(Trees.map(manifest.tree(), "metadata"), "managedFields")) {
            report.error(
                    ProblemCodes.UNKNOWN_KEY,
                    "metadata.managedFields",
                    "`managedFields` is what the API server knows of an object, which it refuses to apply with them",
                    "remove it");
        }
    }

    private static void checkOwners(ListTree owners, Report report) {
        for (int i = 0; i < owners.size(); i++) {
            MapTree owner = Trees.map(owners, i);
            for (String key : OWNER) {
                if (Trees.text(owner, key).isEmpty()) {
                    report.error(
                            ProblemCodes.MISSING_KEY,
                            "metadata.ownerReferences[" + i + "]." + key,
                            "`" + key + "` is missing in a reference to an owner",
                            "remove the reference, which only the cluster can know, or write it");
                }
            }
        }
    }

    /** Reports annotations of pods that are too large together. */
    static void checkAnnotations(Pods pods, Report report) {
        long bytes = bytes(pods.annotations());
        if (bytes > MOST_BYTES) {
            reportAnnotations(bytes, pods.annotationsPath(), report);
        }
    }

    private static void reportAnnotations(long bytes, String path, Report report) {
        report.error(
                ProblemCodes.OBJECT_TOO_LARGE,
                path,
                "the annotations have " + bytes + " bytes, more than " + MOST_BYTES,
                "remove some of them, or move their texts to a ConfigMap");
    }

    /** The size of annotations; 0 if they are certainly small. */
    private static long bytes(MapTree annotations) {
        long characters = 0;
        for (int i = 0; i < annotations.size(); i++) {
            characters += annotations.keyAt(i).length()
                    + Trees.text(annotations.valueAt(i)).length();
        }
        // A character has at most three bytes.
        if (characters <= MOST_BYTES / 3) {
            return 0;
        }
        long bytes = 0;
        for (int i = 0; i < annotations.size(); i++) {
            bytes += annotations.keyAt(i).length()
                    + Trees.text(annotations.valueAt(i)).getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }
}
