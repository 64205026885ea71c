package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume in a container's file system; made by {@link Volume#mountedAt}. Immutable. */
public final class VolumeMount {
    private final @Nullable Volume volume;
    private final MapTree tree;

    private VolumeMount(@Nullable Volume volume, MapTree tree) {
        this.volume = volume;
        this.tree = tree;
    }

    static VolumeMount of(Volume volume, MapTree tree) {
        return new VolumeMount(volume, tree);
    }

    static VolumeMount ofChart(MapTree tree) {
        return new VolumeMount(null, tree);
    }

    /** The same mount, which the container cannot write to. */
    public VolumeMount readOnly() {
        return new VolumeMount(volume, tree.toBuilder().put("readOnly", true).build());
    }

    /** The same mount, of one file or folder inside the volume. */
    public VolumeMount withSubPath(String subPath) {
        return new VolumeMount(volume, tree.with("subPath", subPath));
    }

    /** The path in the container. */
    public String path() {
        return tree.string("mountPath").orElse("");
    }

    Optional<Volume> volume() {
        return Optional.ofNullable(volume);
    }

    MapTree tree() {
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
        return tree.string("name").orElse("") + " at " + path();
    }
}
