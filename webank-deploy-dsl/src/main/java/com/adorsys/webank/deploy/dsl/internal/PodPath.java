package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.Arrays;
import java.util.List;

/** Paths in the pod templates of workloads. */
public final class PodPath {
    /** The kind that was asked for last; nearly always it is the next one too. */
    private static volatile Known last = Known.of("apps/v1", "Deployment");

    private PodPath() {}

    /** The path of a place in the pods of a workload; that of a Deployment for a kind that nobody describes. */
    public static String[] of(MapTree workload, String... place) {
        String apiVersion = Trees.text(workload.get("apiVersion"));
        String kind = Trees.text(workload.get("kind"));
        Known known = last;
        if (!known.kind.equals(kind) || !known.apiVersion.equals(apiVersion)) {
            known = Known.of(apiVersion, kind);
            last = known;
        }
        String[] path = Arrays.copyOf(known.path, known.path.length + place.length);
        System.arraycopy(place, 0, path, known.path.length, place.length);
        return path;
    }

    private static final class Known {
        private final String apiVersion;
        private final String kind;
        private final String[] path;

        private Known(String apiVersion, String kind, String[] path) {
            this.apiVersion = apiVersion;
            this.kind = kind;
            this.path = path;
        }

        static Known of(String apiVersion, String kind) {
            List<String> path = PodTemplates.likelyPath(apiVersion, kind);
            return new Known(apiVersion, kind, path.toArray(new String[0]));
        }
    }
}
