package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a release stands. */
record RunStatus(Release release, Phase phase, Optional<Revision> revision, List<ObjectStatus> objects)
        implements ReleaseStatus {
    @Override
    public boolean isHealthy() {
        return phase == Phase.READY
                && objects.stream()
                        .allMatch(object -> object.drift() == Drift.NONE
                                && object.retainedFields().isEmpty()
                                && object.readiness().isCurrent());
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder().append(release).append(": ").append(PlanTexts.name(phase));
        revision.ifPresent(now -> text.append(", revision ")
                .append(now.number())
                .append(" of ")
                .append(now.time().truncatedTo(ChronoUnit.SECONDS))
                .append(now.actor().isEmpty() ? "" : " by " + now.actor()));
        text.append('\n');
        for (ObjectStatus object : objects) {
            text.append(object.id()).append("  ").append(object.readiness());
            if (object.drift() != Drift.NONE) {
                text.append(" [").append(word(object.drift())).append(']');
            }
            text.append('\n');
            object.retainedFields()
                    .forEach(field -> text.append("    ").append(field).append('\n'));
        }
        return text.toString();
    }

    private static String word(Drift drift) {
        return switch (drift) {
            case NONE -> "as applied";
            case CHANGED -> "changed by somebody";
            case MISSING -> "missing";
            case REMADE -> "made anew by somebody";
            case UNKNOWN -> "not applied to its end";
        };
    }

    @Override
    public String json() {
        List<Tree> all = new ArrayList<>();
        for (ObjectStatus object : objects) {
            all.add(ReportTrees.of(object.id())
                    .put("readiness", object.readiness().state().name())
                    .put("message", object.readiness().message())
                    .put("drift", object.drift().name())
                    .put("retainedFields", PlanTexts.json(object.retainedFields()))
                    .build());
        }
        MapTree.Builder json = MapTree.builder()
                .put("release", release.name())
                .put("namespace", release.namespace())
                .put("phase", phase.name())
                .put("healthy", isHealthy());
        revision.ifPresent(now -> json.put("revision", PlanTexts.json(now)));
        return Json.write(json.put("objects", ListTree.of(all)).build());
    }

    /** The release and its phase. */
    @Override
    public String toString() {
        return "status of " + release + ", " + phase;
    }
}
