package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules of the metadata of any object.
 *
 * @see <a href="https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/validation/objectmeta.go">objectmeta.go</a>
 */
final class MetadataRules {
    private static final int MOST_BYTES = 256 << 10;
    private static final List<String> OWNER = List.of("apiVersion", "kind", "name", "uid");
    private static final List<String> FINALIZERS = List.of("kubernetes", "orphan", "foregroundDeletion");

    private MetadataRules() {}

    static void check(Manifest manifest, Report report) {
        MapTree metadata = Trees.map(manifest.tree(), "metadata");
        checkAnnotations(Trees.map(metadata, "annotations"), "metadata.annotations", report);
        checkOwners(Trees.list(metadata, "ownerReferences"), report);
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

    /** Reports annotations that are too large together, of an object or of its pods. */
    static void checkAnnotations(MapTree annotations, String path, Report report) {
        long bytes = 0;
        for (String key : annotations.keys()) {
            bytes += key.length() + Trees.text(annotations, key).getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            report.error(
                    ProblemCodes.OBJECT_TOO_LARGE,
                    path,
                    "the annotations have " + bytes + " bytes, more than " + MOST_BYTES,
                    "remove some of them, or move their texts to a ConfigMap");
        }
    }
}
