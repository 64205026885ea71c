package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume in a container's file system; made by {@link PodVolume#mountedAt}. Immutable. */
public final class VolumeMount {
    private final @Nullable PodVolume volume;
    private final MapTree tree;

    private VolumeMount(@Nullable PodVolume volume, MapTree tree) {
        this.volume = volume;
        this.tree = tree;
    }

    static VolumeMount of(PodVolume volume, MapTree tree) {
        return new VolumeMount(volume, tree);
    }

    /**
     * An item of a container's {@code volumeMounts} as in the Kubernetes API, for a volume of {@link
     * PodSettings#volumes}.
     */
    public static VolumeMount of(MapTree tree) {
        return new VolumeMount(null, tree);
    }

    /** A copy that is read-only. */
    public VolumeMount readOnly() {
        return new VolumeMount(volume, tree.toBuilder().put("readOnly", true).build());
    }

    /** A copy for one file or folder inside the volume. */
    public VolumeMount withSubPath(String subPath) {
        return new VolumeMount(volume, tree.with("subPath", subPath));
    }

    /** The name of the volume. */
    public String name() {
        return tree.string("name").orElse("");
    }

    /** The path in the container. */
    public String path() {
        return tree.string("mountPath").orElse("");
    }

    /** The volume that the mount adds to the pod. */
    public Optional<PodVolume> volume() {
        return Optional.ofNullable(volume);
    }

    /** The mount in a container. */
    public MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VolumeMount that && Objects.equals(volume, that.volume) && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return name() + " at " + path();
    }
}
