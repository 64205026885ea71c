package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did. */
record RunChanges(Release release, List<Applied> objects, int revision, List<String> warnings, long requests)
        implements ChangeSet {
    @Override
    public boolean isEmpty() {
        return objects.stream()
                .allMatch(object -> object.outcome() == Outcome.UNCHANGED || object.outcome() == Outcome.KEPT);
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Applied object : objects) {
            counts.merge(object.outcome(), 1, Integer::sum);
            if (object.outcome() != Outcome.UNCHANGED) {
                text.append(object.id())
                        .append(' ')
                        .append(PlanTexts.name(object.outcome()))
                        .append(object.outcome() == Outcome.KEPT ? "; " + removal(object.id()) + " removes it" : "")
                        .append('\n');
            }
        }
        for (String warning : warnings) {
            text.append("warning: ").append(warning).append('\n');
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) -> parts.add(count + " " + PlanTexts.name(outcome)));
        String at = revision == 0 ? "" : " at revision " + revision;
        return text.append(release)
                .append(at)
                .append(": ")
                .append(parts.isEmpty() ? "nothing there" : String.join(", ", parts))
                .append(".\n")
                .toString();
    }

    /** The command with which a person removes an object. */
    private static String removal(ResourceId id) {
        String type = id.kind().toLowerCase(Locale.ROOT) + (id.group().isEmpty() ? "" : "." + id.group());
        String namespace = id.namespace().isEmpty() ? "" : " --namespace " + id.namespace();
        return "`kubectl delete " + type + " " + id.name() + namespace + "`";
    }

    @Override
    public String json() {
        List<Tree> all = new ArrayList<>();
        for (Applied object : objects) {
            all.add(ReportTrees.of(object.id())
                    .put("outcome", object.outcome().name())
                    .build());
        }
        return Json.write(MapTree.builder()
                .put("release", release.name())
                .put("namespace", release.namespace())
                .put("empty", isEmpty())
                .put("revision", revision)
                .put("requests", requests)
                .put("objects", ListTree.of(all))
                .put("warnings", ListTree.ofStrings(warnings))
                .build());
    }

    @Override
    public String toString() {
        return "changes of " + release + ", " + objects.size() + " objects";
    }
}
