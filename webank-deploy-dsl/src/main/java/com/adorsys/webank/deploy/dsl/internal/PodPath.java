package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.Arrays;
import java.util.List;

/** Paths in the pod templates of workloads. */
public final class PodPath {
    private PodPath() {}

    /** The path of a place in the pods of a workload; that of a Deployment for a kind that nobody describes. */
    public static String[] of(MapTree workload, String... place) {
        List<String> pod =
                PodTemplates.likelyPath(Trees.text(workload.get("apiVersion")), Trees.text(workload.get("kind")));
        String[] path = Arrays.copyOf(pod.toArray(new String[0]), pod.size() + place.length);
        System.arraycopy(place, 0, path, pod.size(), place.length);
        return path;
    }
}
