package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DriftedField;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a release stands. */
record RunStatus(Release release, Phase phase, Optional<Revision> revision, List<ObjectStatus> objects)
        implements ReleaseStatus {
    @Override
    public boolean isHealthy() {
        return phase == Phase.APPLIED
                && objects.stream()
                        .allMatch(object -> object.drift() == Drift.NONE
                                && object.retainedFields().isEmpty()
                                && object.readiness().isCurrent());
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder().append(release).append(": ").append(headline());
        String counts = counts();
        if (!counts.isEmpty()) {
            text.append(" (").append(counts).append(')');
        }
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
            object.driftedFields()
                    .forEach(field -> text.append("    ").append(field).append('\n'));
            object.retainedFields()
                    .forEach(field -> text.append("    ").append(field).append('\n'));
        }
        String adding = objects.stream()
                .flatMap(object -> object.driftedFields().stream())
                .filter(field -> field.change() == DriftedField.Change.ADDED)
                .map(DriftedField::manager)
                .distinct()
                .sorted()
                .map(manager -> "`--take-over " + manager + "`")
                .collect(Collectors.joining(", "));
        return text.append(
                        adding.isEmpty()
                                ? ""
                                : "What others have added stays when the release is applied again; " + adding
                                        + " removes it.\n")
                .toString();
    }

    private String headline() {
        if (phase != Phase.APPLIED) {
            return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        boolean drifted = objects.stream()
                .anyMatch(object -> object.drift() != Drift.NONE && object.drift() != Drift.UNKNOWN
                        || !object.retainedFields().isEmpty());
        return isHealthy() ? "ready" : drifted ? "drifted" : "not ready";
    }

    /** How many objects are not as they should be, and in which way. */
    private String counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Drift drift : Drift.values()) {
            objects.stream()
                    .filter(object -> drift != Drift.NONE && object.drift() == drift)
                    .forEach(object -> counts.merge(word(drift), 1, Integer::sum));
        }
        objects.stream()
                .filter(object -> !object.retainedFields().isEmpty())
                .forEach(object -> counts.merge("with fields that stay", 1, Integer::sum));
        for (Readiness.State state : Readiness.State.values()) {
            objects.stream()
                    .filter(object -> object.readiness().state() == state && object.drift() != Drift.MISSING)
                    .filter(object -> !object.readiness().isCurrent())
                    .forEach(object -> counts.merge(state.text(), 1, Integer::sum));
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(count + " " + what));
        return String.join(", ", parts);
    }

    private static String word(Drift drift) {
        return switch (drift) {
            case NONE -> "as applied";
            case CHANGED -> "changed";
            case EXTENDED -> "added to";
            case MISSING -> "missing";
            case REMADE -> "created anew by others";
            case UNKNOWN -> "not fully applied";
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
                    .put("driftedFields", drifted(object.driftedFields()))
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

    private static ListTree drifted(List<DriftedField> fields) {
        return ListTree.of(fields.stream()
                .map(field -> MapTree.builder()
                        .put("field", field.field())
                        .put("manager", field.manager())
                        .put("change", field.change().name())
                        .build())
                .toList());
    }

    @Override
    public String toString() {
        return "status of " + release + ", " + phase;
    }
}
