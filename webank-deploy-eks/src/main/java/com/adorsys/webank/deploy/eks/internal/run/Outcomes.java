package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet.Applied;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.manifest.KindOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run has done so far. Thread-safe. */
final class Outcomes {
    /** The end of what is said of a run that others go on with. */
    static final String GOES_ON = " The next run goes on.";

    private final Map<ResourceId, Outcome> byId = new TreeMap<>(KindOrder::compare);
    private final Set<ResourceId> unknown = new TreeSet<>(KindOrder::compare);
    private final List<String> warnings = new ArrayList<>();
    /** What the server warns of. */
    private final Map<String, Set<ResourceId>> served = new TreeMap<>();

    private int planned;
    private boolean begun;

    /** How many objects the run has to write or delete. */
    synchronized void plan(int count) {
        planned = count;
    }

    synchronized void add(ResourceId id, Outcome outcome) {
        byId.put(id, outcome);
    }

    /** Takes note of a failure: if it leaves open whether an object was written, that is told. */
    synchronized void fail(ResourceId id, DeployException failure) {
        if (failure.getCause() instanceof ApiException lost && lost.outcomeUnknown()) {
            unknown.add(id);
        }
    }

    /** Something was begun that the failure itself tells. */
    synchronized void begun() {
        begun = true;
    }

    synchronized void warn(ResourceId id, List<String> texts) {
        for (String text : texts) {
            served.computeIfAbsent(OneLine.of(text), first -> new TreeSet<>(KindOrder::compare))
                    .add(id);
        }
    }

    synchronized void warn(String text) {
        warnings.add(text);
    }

    synchronized void warn(Problem problem) {
        warnings.add(problem.withoutSeverity());
    }

    synchronized List<Applied> all() {
        List<Applied> all = new ArrayList<>();
        byId.forEach((id, outcome) -> all.add(new Applied(id, outcome)));
        return List.copyOf(all);
    }

    synchronized List<String> warnings() {
        SharedTexts<String> shared = new SharedTexts<>();
        served.forEach((text, ids) -> ids.forEach(id -> shared.add(text, id)));
        List<String> all = new ArrayList<>(warnings);
        shared.all().forEach((text, ids) -> all.add(ids.get(0) + ": " + text + shared.others(text)));
        return all.stream().sorted().distinct().toList();
    }

    /** What is done, and what is not, as the end of a message about a run that did not get to its end. */
    synchronized String text() {
        List<String> written = new ArrayList<>();
        byId.forEach((id, outcome) -> {
            if (outcome != Outcome.UNCHANGED && outcome != Outcome.KEPT) {
                written.add("`" + id + "` " + PlanTexts.name(outcome));
            }
        });
        List<String> open = new ArrayList<>();
        unknown.forEach(id -> open.add("`" + id + "`"));
        String lost = open.isEmpty() ? "" : " It is not known whether these were written: " + some(open) + ".";
        int left = Math.max(0, planned - written.size() - open.size());
        if (written.isEmpty()) {
            boolean isFirst = !begun && open.isEmpty();
            return (isFirst ? "No object was written." : "No other object was written.") + lost;
        }
        return "Done: " + some(written) + "." + lost
                + (left == 0
                        ? " All objects are written, but the run has not ended."
                        : " Not done: " + left + " of " + planned + " objects.");
    }

    private static String some(List<String> texts) {
        int shown = Math.min(10, texts.size());
        String more = texts.size() > shown ? " and " + (texts.size() - shown) + " more" : "";
        return String.join(", ", texts.subList(0, shown)) + more;
    }

    /**
     * The same exception, with what was done at its end.
     *
     * @param end the last words, such as {@link #GOES_ON}
     */
    DeployException in(DeployException e, String end) {
        // Of interruptions only that of a wait has a cause, and says what was under way.
        boolean plain = e instanceof DeployException.Interrupted && e.getCause() == null;
        String what = plain ? "The run was interrupted." : String.valueOf(e.getMessage());
        return withMessage(e, what + " " + text() + end);
    }

    /** An exception of the same type with another message; an interruption has the first one as its cause. */
    static DeployException withMessage(DeployException e, String message) {
        if (e instanceof DeployException.Conflict) {
            return new DeployException.Conflict(message);
        }
        if (e instanceof DeployException.Refused) {
            return new DeployException.Refused(message, e);
        }
        if (e instanceof DeployException.Unavailable) {
            return new DeployException.Unavailable(message, e);
        }
        if (e instanceof DeployException.TimedOut) {
            return new DeployException.TimedOut(message);
        }
        if (e instanceof DeployException.Interrupted) {
            DeployException interrupted = new DeployException.Interrupted(message);
            interrupted.initCause(e);
            return interrupted;
        }
        return e;
    }
}
