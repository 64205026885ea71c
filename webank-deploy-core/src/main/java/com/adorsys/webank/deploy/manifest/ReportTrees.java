package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;

/** Parts of reports as trees, to be written as JSON: objects, differences and problems. */
public final class ReportTrees {
    private ReportTrees() {}

    /** {@code apiVersion}, {@code kind}, {@code namespace} if there is one, and {@code name}. */
    public static MapTree.Builder of(ResourceId id) {
        MapTree.Builder parts =
                MapTree.builder().put("apiVersion", id.apiVersion()).put("kind", id.kind());
        if (!id.namespace().isEmpty()) {
            parts.put("namespace", id.namespace());
        }
        return parts.put("name", id.name());
    }

    /**
     * A list of {@code path}, {@code before} and {@code after} if there is such a value, {@code changeClass} and {@code
     * secret}.
     */
    public static ListTree ofDifferences(List<Difference> differences) {
        List<Tree> trees = new ArrayList<>();
        for (Difference difference : differences) {
            MapTree.Builder entry = MapTree.builder().put("path", UrlCredentials.masked(difference.path()));
            difference.before().ifPresent(value -> entry.put("before", value));
            difference.after().ifPresent(value -> entry.put("after", value));
            trees.add(entry.put("changeClass", difference.changeClass().name())
                    .put("secret", difference.isSecret())
                    .build());
        }
        return ListTree.of(trees);
    }

    /** A list of {@code severity}, {@code code}, {@code where}, {@code what} and {@code remedy}. */
    public static ListTree ofProblems(List<Problem> problems) {
        List<Tree> trees = new ArrayList<>();
        for (Problem problem : problems) {
            trees.add(MapTree.builder()
                    .put("severity", problem.severity().text())
                    .put("code", problem.code())
                    .put("where", problem.location().toString())
                    .put("what", problem.what())
                    .put("remedy", problem.remedy())
                    .build());
        }
        return ListTree.of(trees);
    }
}
