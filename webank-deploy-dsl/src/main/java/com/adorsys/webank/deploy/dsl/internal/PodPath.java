package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.Arrays;
import java.util.List;

/** Paths in the pod templates of workloads. The arrays are shared; they must not be changed. */
public final class PodPath {
    /** The paths that were asked for last; nearly always they are the next ones too. */
    private static volatile PodPath last = new PodPath(PodTemplates.likelyPath("apps/v1", "Deployment"));

    private final List<String> template;
    private final String[] spec;
    private final String[] metadata;
    private final String[] labels;

    private PodPath(List<String> template) {
        this.template = template;
        this.spec = below(template, "spec");
        this.metadata = below(template, "metadata");
        this.labels = below(template, "metadata", "labels");
    }

    /** The path of the pods of a workload; that of a Deployment for a kind that nobody describes. */
    public static String[] spec(MapTree workload) {
        return of(workload).spec;
    }

    /** The path of the metadata of a workload's pods. */
    public static String[] metadata(MapTree workload) {
        return of(workload).metadata;
    }

    /** The path of the labels of a workload's pods. */
    public static String[] labels(MapTree workload) {
        return of(workload).labels;
    }

    private static PodPath of(MapTree workload) {
        List<String> template =
                PodTemplates.likelyPath(Trees.text(workload.get("apiVersion")), Trees.text(workload.get("kind")));
        PodPath known = last;
        if (!known.template.equals(template)) {
            known = new PodPath(template);
            last = known;
        }
        return known;
    }

    private static String[] below(List<String> template, String... place) {
        String[] path = Arrays.copyOf(template.toArray(new String[0]), template.size() + place.length);
        System.arraycopy(place, 0, path, template.size(), place.length);
        return path;
    }
}
