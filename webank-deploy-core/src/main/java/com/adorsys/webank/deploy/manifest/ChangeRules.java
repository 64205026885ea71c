package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.schema.Immutability;
import com.adorsys.webank.deploy.schema.PodTemplates;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Determines the effect of a change of a field, by kind: {@link Immutability} says what cannot be changed.
 *
 * <p>Annotations and labels that controllers read their settings from, such as those of the AWS load balancer
 * controller, are configuration.
 */
final class ChangeRules {
    private ChangeRules() {}

    /**
     * The class of a change at a place.
     *
     * @param manifest the object before the change
     * @param path the map keys of the path, without list items
     */
    static ChangeClass of(Manifest manifest, List<String> path, @Nullable Tree before, @Nullable Tree after) {
        String top = path.get(0);
        if (top.equals("metadata")) {
            return ofMetadata(path, before, after);
        }
        if (top.equals("status")) {
            return ChangeClass.METADATA;
        }
        ResourceId id = manifest.id();
        boolean refused = switch (Immutability.of(id.group(), id.kind(), path)) {
            case CHANGEABLE -> false;
            case IMMUTABLE -> true;
            case IMMUTABLE_IF_FROZEN -> Trees.isTrue(manifest.tree(), "immutable");
            case GROWING -> !grows(before, after);
        };
        if (refused) {
            return ChangeClass.REPLACEMENT;
        }
        return replacesPods(manifest, path) ? ChangeClass.ROLL_OUT : ChangeClass.CONFIGURATION;
    }

    /** The class of an object's deletion. */
    static ChangeClass ofDeletion(Manifest manifest) {
        return deletesData(manifest) ? ChangeClass.DATA_LOSS : ChangeClass.DELETION;
    }

    /** The class of deleting an object and creating it again. */
    static ChangeClass ofReplacement(Manifest manifest) {
        return deletesData(manifest) ? ChangeClass.DATA_LOSS : ChangeClass.REPLACEMENT;
    }

    private static ChangeClass ofMetadata(List<String> path, @Nullable Tree before, @Nullable Tree after) {
        boolean labels = path.size() > 1 && path.get(1).equals("labels");
        boolean annotations = path.size() > 1 && path.get(1).equals("annotations");
        if (!labels && !annotations) {
            return ChangeClass.CONFIGURATION;
        }
        boolean isSetting = path.size() > 2
                ? isSetting(path.get(2))
                : hasSetting(Trees.map(before)) || hasSetting(Trees.map(after));
        return isSetting ? ChangeClass.CONFIGURATION : ChangeClass.METADATA;
    }

    /** Whether all labels or annotations, which come or go at once, contain such a one. */
    private static boolean hasSetting(MapTree all) {
        for (int i = 0; i < all.size(); i++) {
            if (isSetting(all.keyAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a controller acts on a label or annotation. */
    static boolean isSetting(String key) {
        int slash = key.indexOf('/');
        String domain = slash < 0 ? "" : key.substring(0, slash);
        return domain.endsWith("ingress.kubernetes.io")
                || domain.endsWith("service.beta.kubernetes.io")
                || domain.endsWith("external-dns.alpha.kubernetes.io")
                || domain.equals("elbv2.k8s.aws")
                || domain.equals("pod-security.kubernetes.io")
                || domain.equals("eks.amazonaws.com")
                || key.equals("kubernetes.io/ingress.class");
    }

    private static boolean replacesPods(Manifest manifest, List<String> path) {
        return switch (manifest.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet" -> {
                List<String> pods = PodTemplates.path(manifest.apiVersion(), manifest.kind())
                        .orElse(List.of());
                yield !pods.isEmpty()
                        && path.size() >= pods.size()
                        && path.subList(0, pods.size()).equals(pods);
            }
            // The images of a pod can be changed in place; its containers restart.
            case "Pod" ->
                manifest.id().group().isEmpty() && path.get(path.size() - 1).equals("image");
            default -> false;
        };
    }

    private static boolean grows(@Nullable Tree before, @Nullable Tree after) {
        if (!(before instanceof ScalarTree old)
                || !(after instanceof ScalarTree changed)
                || old.isNull()
                || changed.isNull()) {
            return false;
        }
        try {
            return ResourceQuantity.parse(changed.text()).compareTo(ResourceQuantity.parse(old.text())) >= 0;
        } catch (DeployException.InvalidInput e) {
            return false;
        }
    }

    private static boolean deletesData(Manifest manifest) {
        return Schemas.holdsData(manifest.id().group(), manifest.kind()) || deletesClaims(manifest);
    }

    /**
     * Whether this is a StatefulSet with which the claims of its pods are deleted. By default they stay.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention">
     *     PersistentVolumeClaim retention</a>
     */
    private static boolean deletesClaims(Manifest manifest) {
        return manifest.kind().equals("StatefulSet")
                && manifest.id().group().equals("apps")
                && !Trees.list(manifest.tree(), "spec", "volumeClaimTemplates").isEmpty()
                && Trees.text(manifest.tree(), "spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted")
                        .equals("Delete");
    }
}
