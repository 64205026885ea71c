package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.secret.SecretProviderClass;
import org.jspecify.annotations.Nullable;

/** A volume of a pod. Immutable. {@link #mountedAt} mounts it in a container. */
public final class PodVolume extends TreeValue {
    private PodVolume(MapTree tree, @Nullable SecretRef secret) {
        super(tree, secret);
    }

    /** An empty folder that lives as long as the pod. */
    public static PodVolume emptyDir(String name) {
        return of(name, MapTree.of("emptyDir", MapTree.of()));
    }

    /** An empty folder that lives as long as the pod, with a size limit such as {@code 64Mi}. */
    public static PodVolume emptyDir(String name, String sizeLimit) {
        return of(
                name,
                MapTree.of(
                        "emptyDir",
                        MapTree.of(
                                "sizeLimit", ResourceQuantity.parse(sizeLimit).text())));
    }

    /** The keys of a ConfigMap as files. */
    public static PodVolume configMap(String name, String configMap) {
        return of(name, MapTree.of("configMap", MapTree.of("name", objectName("volumes", configMap, "ConfigMap"))));
    }

    /** The keys of a Secret as files. */
    public static PodVolume secret(String name, SecretRef secret) {
        return new PodVolume(
                of(name, MapTree.of("secret", MapTree.of("secretName", secret.name())))
                        .tree(),
                secret);
    }

    /** The files that the Secrets Store CSI driver reads from a secret store. */
    public static PodVolume secretProviderClass(String name, SecretProviderClass source) {
        return of(
                name,
                MapTree.of(
                        "csi",
                        MapTree.builder(3)
                                .put("driver", Names.SECRETS_STORE_DRIVER)
                                .put("readOnly", ScalarTree.of(true))
                                .put("volumeAttributes", MapTree.of("secretProviderClass", source.name()))
                                .build()));
    }

    /** The storage of a PersistentVolumeClaim. */
    public static PodVolume persistentVolumeClaim(String name, String claim) {
        return of(
                name,
                MapTree.of(
                        "persistentVolumeClaim",
                        MapTree.of("claimName", objectName("volumes", claim, "PersistentVolumeClaim"))));
    }

    /**
     * Any other kind of volume.
     *
     * @param name a DNS label
     * @param source one key, the volume's type, with its settings, as in a pod's {@code volumes}
     * @throws DeployException.InvalidInput if the name is not a DNS label or the source does not have exactly one key
     */
    public static PodVolume of(String name, MapTree source) {
        Names.label(name).ifPresent(rule -> {
            throw invalid(Problem.quote(name) + " is not a valid name of a volume: " + rule, "Choose another name");
        });
        if (source.size() != 1) {
            throw invalid("the volume `" + name + "` has " + source.size() + " sources", "Give exactly one");
        }
        if (source.has("name")) {
            throw invalid(
                    "the volume `" + name + "` has `name` as its source", "Give a type of volume, such as `emptyDir`");
        }
        MapTree.Builder tree = MapTree.builder(2).put("name", name);
        return new PodVolume(tree.putAll(source).build(), null);
    }

    /** An item of a pod's {@code volumes} as in the Kubernetes API. */
    public static PodVolume of(MapTree tree) {
        return new PodVolume(tree, null);
    }

    /** The name by which a mount refers to it. */
    public String name() {
        return tree().string("name").orElse("");
    }

    /**
     * Mounts this volume in a container's file system.
     *
     * @param path an absolute path
     */
    public VolumeMount mountedAt(String path) {
        if (!path.startsWith("/")) {
            throw invalid(
                    "the mount path " + Problem.quote(path) + " does not start with /",
                    "Write " + Problem.quote("/" + path));
        }
        return VolumeMount.of(
                this,
                MapTree.builder(2).put("name", name()).put("mountPath", path).build());
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return invalid(ProblemCodes.VOLUME_INVALID, "volumes", what, remedy);
    }

    @Override
    public String toString() {
        return name();
    }
}
