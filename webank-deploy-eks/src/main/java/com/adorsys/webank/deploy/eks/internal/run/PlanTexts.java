package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan as text and as JSON. */
final class PlanTexts {
    /** How many removed and added lines of a text are shown. */
    static final int MOST_LINES = 20;

    private PlanTexts() {}

    /**
     * A plan as text.
     *
     * @param lines how many removed and added lines of one text are shown
     */
    static String text(RunPlan plan, int lines) {
        StringBuilder text = new StringBuilder();
        Map<List<String>, ResourceId> metadata = new HashMap<>();
        SharedTexts<String> shared = shared(plan);
        for (PlannedObject object : plan.objects()) {
            boolean said = object.warnings().stream().anyMatch(warning -> shared.isFirst(warning, object.id()))
                    || !object.retainedFields().isEmpty()
                    || !object.ignoredDifferences().isEmpty();
            if (object.action() != Action.UNCHANGED || said) {
                writeHead(object, shared, text);
                writeDifferences(object, lines, metadata, text);
                writeManagers(object, text);
                for (String warning : object.warnings()) {
                    if (shared.isFirst(warning, object.id())) {
                        text.append("    warning: ")
                                .append(OneLine.of(warning))
                                .append(shared.others(warning))
                                .append('\n');
                    }
                }
            }
        }
        for (String task : plan.tasks()) {
            text.append("! ").append(task).append('\n');
        }
        for (Problem problem : plan.problems()) {
            text.append(problem).append('\n');
        }
        return text.append(sum(plan)).append('\n').toString();
    }

    /** The warnings of the server, and why objects are not verified: what many objects may have alike. */
    private static SharedTexts<String> shared(RunPlan plan) {
        SharedTexts<String> shared = new SharedTexts<>();
        for (PlannedObject object : plan.objects()) {
            object.warnings().forEach(warning -> shared.add(warning, object.id()));
            Unverified why = object.unverified();
            if (why != null) {
                shared.add(why.text(), object.id());
            }
        }
        return shared;
    }

    private static void writeHead(PlannedObject change, SharedTexts<String> shared, StringBuilder text) {
        text.append(sign(change.action()))
                .append(' ')
                .append(change.id())
                .append("  ")
                .append(name(change.action()));
        if (change.changeClass() != ChangeClass.NONE && change.action() != Action.CREATE) {
            text.append(" (").append(name(change.changeClass())).append(')');
        }
        if (change.isUnverified()) {
            text.append(", not verified yet");
        }
        text.append('\n');
        Unverified why = change.unverified();
        for (String note : change.notes()) {
            if (why == null || !note.equals(why.text())) {
                text.append("    ").append(note).append('\n');
            } else if (shared.isFirst(note, change.id())) {
                text.append("    ").append(note).append(shared.others(note)).append('\n');
            }
        }
    }

    /**
     * Writes the differences of an object.
     *
     * @param metadata the differences in the metadata of adopted objects that are written already, and of which object; the same
     *     ones are not written again
     */
    private static void writeDifferences(
            PlannedObject object, int lines, Map<List<String>, ResourceId> metadata, StringBuilder text) {
        List<String> head = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Difference difference : object.differences()) {
            List<String> of = difference.path().startsWith("metadata.") ? head : rest;
            List<String> shown = difference.lines(lines);
            for (int i = 0; i < shown.size(); i++) {
                of.add((i == 0 ? "    " : "      ") + shown.get(i));
            }
            if (shown.size() == 1 && object.defaulted().contains(difference.path())) {
                of.set(of.size() - 1, of.get(of.size() - 1) + ", the default");
            }
        }
        ResourceId same = object.action() == Action.ADOPT && !head.isEmpty()
                ? metadata.putIfAbsent(List.copyOf(head), object.id())
                : null;
        if (same != null) {
            head = List.of("    metadata: the same changes as in " + same);
        }
        for (List<String> part : List.of(head, rest)) {
            part.forEach(line -> text.append(line).append('\n'));
        }
        for (Difference ignored : object.ignoredDifferences()) {
            text.append("    ignored: ").append(ignored).append('\n');
        }
    }

    private static void writeManagers(PlannedObject change, StringBuilder text) {
        for (PlannedChange.ManagedField other : change.otherManagers()) {
            text.append("    ")
                    .append(other.field())
                    .append(other.isConflicting() ? " is held by " : " is managed also by ")
                    .append(other.manager())
                    .append('\n');
        }
        for (RetainedField field : change.retainedFields()) {
            text.append("    ").append(field).append('\n');
        }
    }

    private static String sign(Action action) {
        return switch (action) {
            case CREATE -> "+";
            case UPDATE, ADOPT -> "~";
            case REPLACE -> "±";
            case DELETE -> "-";
            case KEEP, UNCHANGED -> "=";
            case CONFLICT, REFUSED -> "x";
        };
    }

    /** How many objects each thing happens to, and the worst of it. */
    static String sum(Plan plan) {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        for (PlannedChange change : plan.changes()) {
            counts.merge(change.action(), 1, Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Action, Integer> count : counts.entrySet()) {
            String before = switch (count.getKey()) {
                case UNCHANGED, REFUSED -> "";
                case CONFLICT -> "in ";
                case CREATE, UPDATE, REPLACE, ADOPT, DELETE, KEEP -> "to ";
            };
            parts.add(count.getValue() + " " + before + name(count.getKey()));
        }
        String worst = plan.changeClass() == ChangeClass.NONE
                ? ""
                : "; " + plan.changeClass().summary();
        return plan.release() + ": " + String.join(", ", parts) + worst + ".";
    }

    static String json(RunPlan plan) {
        List<Tree> changes = new ArrayList<>();
        for (PlannedChange change : plan.changes()) {
            changes.add(json(change));
        }
        return Json.write(MapTree.builder()
                .put("release", plan.release().name())
                .put("namespace", plan.release().namespace())
                .put("empty", plan.isEmpty())
                .put("applicable", plan.isApplicable())
                .put("changeClass", plan.changeClass().name())
                .put("changes", ListTree.of(changes))
                .put("tasks", ListTree.ofStrings(plan.tasks()))
                .put("problems", ReportTrees.ofProblems(plan.problems()))
                .build());
    }

    private static MapTree json(PlannedChange change) {
        List<Tree> managers = new ArrayList<>();
        for (PlannedChange.ManagedField other : change.otherManagers()) {
            managers.add(MapTree.builder()
                    .put("field", other.field())
                    .put("manager", other.manager())
                    .put("conflicting", other.isConflicting())
                    .build());
        }
        return ReportTrees.of(change.id())
                .put("action", change.action().name())
                .put("changeClass", change.changeClass().name())
                .put("unverified", change.isUnverified())
                .put("differences", ReportTrees.ofDifferences(change.differences()))
                .put("otherManagers", ListTree.of(managers))
                .put("retainedFields", json(change.retainedFields()))
                .put("ignoredDifferences", ReportTrees.ofDifferences(change.ignoredDifferences()))
                .put("warnings", ListTree.ofStrings(change.warnings()))
                .put("notes", ListTree.ofStrings(change.notes()))
                .build();
    }

    static ListTree json(List<RetainedField> fields) {
        return ListTree.of(fields.stream()
                .map(field -> MapTree.builder()
                        .put("field", field.field())
                        .put("manager", field.manager())
                        .build())
                .toList());
    }

    static MapTree json(Revision revision) {
        return MapTree.builder()
                .put("number", revision.number())
                .put("time", revision.time().toString())
                .put("actor", revision.actor())
                .put("sourceCommit", revision.sourceCommit())
                .put("digest", revision.digest())
                .put("objects", revision.objects())
                .put("outcome", revision.outcome().name())
                .put("current", revision.isCurrent())
                .put("complete", revision.isComplete())
                .build();
    }

    /** {@code ROLL_OUT} as {@code roll-out}. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
