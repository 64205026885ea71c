package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.function.UnaryOperator;

/** Changes the containers of pods. */
public final class PodContainers {
    private PodContainers() {}

    /** A pod with every container changed, including init containers; the pod itself if none is. */
    public static MapTree edit(MapTree pod, UnaryOperator<MapTree> edit) {
        return edit(edit(pod, "initContainers", edit), "containers", edit);
    }

    private static MapTree edit(MapTree pod, String key, UnaryOperator<MapTree> edit) {
        if (!(pod.get(key) instanceof ListTree containers)) {
            return pod;
        }
        Tree[] edited = new Tree[containers.size()];
        boolean changes = false;
        for (int i = 0; i < edited.length; i++) {
            Tree container = containers.get(i);
            edited[i] = container instanceof MapTree map ? edit.apply(map) : container;
            changes |= edited[i] != container;
        }
        return changes ? pod.with(key, ListTree.of(edited)) : pod;
    }
}
