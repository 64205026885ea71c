package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.PlannedChange.ManagedField;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.FieldPath;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fields that an object sets and others manage, with what would become of their values. Immutable.
 *
 * <p>The server compares the words of what is applied: a {@code fieldRef} without its default {@code apiVersion}, or a {@code
 * readOnly: false} that it does not keep, conflicts with whoever wrote the same before. So a conflict is one only if the field
 * would have another value afterwards.
 *
 * @param after the object after an apply by force; null if nobody knows
 */
record FieldConflicts(
        List<FieldOwner> conflicts,
        LiveObject live,
        @Nullable MapTree after) {
    static FieldConflicts of(List<FieldOwner> conflicts, LiveObject live) {
        return new FieldConflicts(List.copyOf(conflicts), live, null);
    }

    int size() {
        return conflicts.size();
    }

    boolean isEmpty() {
        return conflicts.isEmpty();
    }

    FieldConflicts without(Predicate<FieldOwner> some) {
        return new FieldConflicts(conflicts.stream().filter(some.negate()).toList(), live, after);
    }

    /** The same with the object as it would be after an apply by force. */
    FieldConflicts after(MapTree forced) {
        return new FieldConflicts(conflicts, live, forced);
    }

    /** Those whose field would have another value, or whose value is not known. */
    FieldConflicts differing() {
        return without(conflict -> {
            FieldPath path = FieldPath.find(live.tree(), conflict.path()).orElse(null);
            return path != null && after != null && Objects.equals(path.in(live.tree()), path.in(after));
        });
    }

    /** A desired object with the values of the fields as they are now. */
    MapTree inTheirWords(MapTree desired) {
        MapTree same = desired;
        for (FieldOwner conflict : conflicts) {
            FieldPath path = FieldPath.find(live.tree(), conflict.path()).orElseThrow();
            same = path.with(same, path.in(live.tree()));
        }
        return same;
    }

    /** The plan of an object that cannot be applied because of them. */
    PlannedObject report(DesiredObject desired, PlannedObject plan) {
        List<Problem> problems = new ArrayList<>();
        List<ManagedField> managers = new ArrayList<>();
        Set<Difference> all = new LinkedHashSet<>();
        for (FieldOwner conflict : conflicts) {
            List<Difference> values = values(conflict);
            all.addAll(values);
            managers.add(new ManagedField(conflict.path(), conflict.manager(), true));
            Optional<String> pointer = FieldPath.find(live.tree(), conflict.path())
                    .flatMap(path -> path.pointer(desired.manifest().tree()));
            String what = source(conflict) + Problems.changed(values);
            problems.add(Problems.fieldConflict(desired, conflict, what, pointer));
        }
        // All that an apply by force would change, and not only what is in conflict.
        return plan.withAction(Action.CONFLICT)
                .withDifferences(after == null ? all : List.copyOf(live.differences(new LiveObject(after).content())))
                .withChangeClass(ChangeClass.NONE)
                .withOtherManagers(managers)
                .problems(problems)
                .note("others manage fields that it sets");
    }

    /** The source for which a manager writes, by the marks of the object; empty if none is known. */
    private String source(FieldOwner conflict) {
        return ToolMark.of(live).stream()
                .filter(mark -> mark.source().managers().contains(conflict.manager()))
                .map(mark -> " for " + mark)
                .findFirst()
                .orElse("");
    }

    private List<Difference> values(FieldOwner conflict) {
        FieldPath path = FieldPath.find(live.tree(), conflict.path()).orElse(null);
        if (path == null || after == null) {
            return List.of();
        }
        LiveObject changed = new LiveObject(path.with(live.tree(), path.in(after)));
        return live.differences(changed.content());
    }
}
