package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks the server about objects of which it could not be asked before their namespaces and definitions were written.
 *
 * <p>An API server serves a new kind, and validates by a changed schema, a moment after it says that the definition is
 * established; one of several API servers later than the others. What it says meanwhile is not final: it is asked again.
 */
final class Verification {
    /** How long a kind or namespace that was written may be unknown to the server. */
    private static final Duration UNKNOWN = Duration.ofSeconds(30);
    /** How long the server may take to publish a changed schema. */
    private static final Duration UNPUBLISHED = Duration.ofSeconds(10);
    /** How long a refusal may still come from what was there before. */
    private static final Duration REFUSED = Duration.ofSeconds(3);

    private final RunContext context;
    private final Inspector inspector;
    private final List<PlannedObject> planned;
    private final PublishedSchemas schemas;

    /**
     * A verification, to be made before anything is written.
     *
     * @param planned what is still to be written after the namespaces and definitions
     */
    Verification(RunContext context, Inspector inspector, List<PlannedObject> planned) {
        this.context = context;
        this.inspector = inspector;
        this.planned = planned;
        Set<String> changing = new TreeSet<>();
        for (PlannedObject object : planned) {
            if (object.unverified() == Unverified.SCHEMA) {
                changing.add(object.id().apiVersion());
            }
        }
        this.schemas = PublishedSchemas.read(context.api(), changing);
    }

    /** The plans of all objects, with what the server says of them now. */
    List<PlannedObject> run() {
        Deadline end = Deadline.in(patience());
        schemas.awaitChange(Deadline.in(UNPUBLISHED).or(end));
        Deadline refusals = Deadline.in(REFUSED).or(end);
        List<PlannedObject> plans = new ArrayList<>(planned);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).isUnverified()) {
                open.add(i);
            }
        }
        Patience patience = Patience.until(end);
        do {
            List<PlannedObject> asked = context.workers().map(open, i -> inspect(planned.get(i)));
            List<Integer> still = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                int at = open.get(i);
                plans.set(at, asked.get(i));
                boolean refused = mayBeOutdated(planned.get(at), asked.get(i)) && !refusals.isOver();
                if (refused || stillUnknown(asked.get(i)).isPresent()) {
                    still.add(at);
                }
            }
            open = still;
        } while (!open.isEmpty() && patience.pause());
        for (int at : open) {
            stillUnknown(plans.get(at)).ifPresent(problem -> plans.set(at, refused(planned.get(at), problem)));
        }
        return plans;
    }

    /** Not longer than an object may take to become ready, and so that the run has time left to say what is wrong. */
    private Duration patience() {
        Duration left = context.api().deadline().left().minusSeconds(2);
        Duration most = context.options().objectTimeout().orElse(UNKNOWN);
        Duration longest = most.compareTo(UNKNOWN) < 0 ? most : UNKNOWN;
        return left.isNegative() ? Duration.ZERO : left.compareTo(longest) < 0 ? left : longest;
    }

    private PlannedObject inspect(PlannedObject object) {
        DesiredObject desired = Optional.ofNullable(object.desired()).orElseThrow();
        return inspector.inspect(desired.withServedKind(), object.member());
    }

    /** Whether a refusal may come from the schema, or from rights in a namespace, as they were before. */
    private static boolean mayBeOutdated(PlannedObject planned, PlannedObject asked) {
        Set<String> codes = planned.unverified() == Unverified.SCHEMA
                ? Set.of(ProblemCodes.OBJECT_INVALID, ProblemCodes.FIELD_IMMUTABLE)
                : Set.of(ProblemCodes.PERMISSION_MISSING, ProblemCodes.QUOTA_EXCEEDED, ProblemCodes.REFERENCE_MISSING);
        return asked.problems().stream().anyMatch(problem -> codes.contains(problem.code()));
    }

    /** The problem that the server does not know yet what was written; empty if it does. */
    private static Optional<Problem> stillUnknown(PlannedObject asked) {
        DesiredObject desired = Optional.ofNullable(asked.desired()).orElseThrow();
        if (asked.unverified() == Unverified.KIND) {
            return Optional.of(KindProblems.unserved(desired));
        }
        return asked.unverified() == Unverified.NAMESPACE
                ? Optional.of(KindProblems.unservedNamespace(desired))
                : Optional.empty();
    }

    private static PlannedObject refused(PlannedObject planned, Problem problem) {
        return PlannedObject.of(planned.id(), PlannedObject.Action.REFUSED)
                .withDesired(planned.desired())
                .withMember(planned.member())
                .problem(problem);
    }
}
