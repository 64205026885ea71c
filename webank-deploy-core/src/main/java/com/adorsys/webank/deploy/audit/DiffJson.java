package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/** A difference as a tree, to be written as JSON. */
final class DiffJson {
    private DiffJson() {}

    static MapTree.Builder of(ConfigurationDiff diff) {
        List<Tree> environments = new ArrayList<>();
        for (EnvironmentDiff environment : diff.environments()) {
            environments.add(MapTree.builder()
                    .put("name", environment.name())
                    .put("changeClass", environment.objects().changeClass().name())
                    .put("changes", changes(environment.objects()))
                    .put("began", ReportTrees.ofProblems(environment.began()))
                    .put("ceased", ReportTrees.ofProblems(environment.ceased()))
                    .build());
        }
        return MapTree.builder()
                .put("changeClass", diff.changeClass().name())
                .put("environments", ListTree.of(environments))
                .put("problems", ReportTrees.ofProblems(diff.problems()))
                .put("resolvedProblems", ReportTrees.ofProblems(diff.resolvedProblems()));
    }

    private static ListTree changes(ManifestDiff objects) {
        List<Tree> changes = new ArrayList<>();
        for (ManifestDiff.Change change : objects.changes()) {
            changes.add(ReportTrees.of(change.id())
                    .put("action", change.action().name())
                    .put("changeClass", change.changeClass().name())
                    .put("differences", ReportTrees.ofDifferences(change.differences()))
                    .build());
        }
        return ListTree.of(changes);
    }
}
