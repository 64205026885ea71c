package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An audit as a tree, to be written as JSON. */
final class AuditJson {
    private AuditJson() {}

    static MapTree of(Audit audit) {
        AuditedRange range = audit.range();
        return MapTree.builder()
                .put("repository", range.repository())
                .put("branch", range.branch())
                .put("newest", range.newest())
                .put("since", range.since())
                .put("containsSince", range.containsSince())
                .put("commits", list(audit.commits(), AuditJson::commit))
                .put("problems", list(audit.problems(), AuditJson::problem))
                .build();
    }

    private static MapTree commit(AuditedCommit commit) {
        return MapTree.builder()
                .put("id", commit.id())
                .put("author", person(commit.author()))
                .put("committer", person(commit.committer()))
                .put("message", commit.message())
                .put("signature", signature(commit.signature()))
                .put("merged", list(commit.merged(), AuditJson::merged))
                .putAll(DiffJson.of(commit.diff()).build())
                .put("otherFiles", ListTree.ofStrings(commit.otherFiles()))
                .build();
    }

    private static MapTree person(CommitPerson person) {
        return MapTree.builder()
                .put("name", person.name())
                .put("email", person.email())
                .put("time", person.timeText())
                .build();
    }

    private static MapTree signature(CommitSignature signature) {
        return MapTree.builder()
                .put("status", signature.status().name())
                .put("format", signature.format())
                .put("key", signature.key())
                .put("principals", ListTree.ofStrings(signature.principals()))
                .put("text", signature.text())
                .build();
    }

    private static MapTree merged(MergedCommit merged) {
        return MapTree.builder()
                .put("id", merged.id())
                .put("author", person(merged.author()))
                .put("subject", merged.subject())
                .build();
    }

    private static MapTree problem(AuditedProblem audited) {
        MapTree.Builder tree = MapTree.builder().put("environment", audited.environment());
        audited.began().ifPresent(id -> tree.put("began", id));
        audited.ceased().ifPresent(id -> tree.put("ceased", id));
        return tree.putAll((MapTree)
                        ReportTrees.ofProblems(List.of(audited.problem())).get(0))
                .build();
    }

    private static <T> ListTree list(List<T> values, Function<T, Tree> tree) {
        List<Tree> trees = new ArrayList<>(values.size());
        values.forEach(value -> trees.add(tree.apply(value)));
        return ListTree.of(trees);
    }
}
