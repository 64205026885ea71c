package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet.Applied;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.manifest.KindOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run has done so far. Thread-safe. */
final class Outcomes {
    private final Map<ResourceId, Outcome> byId = new TreeMap<>(KindOrder::compare);
    private final List<String> warnings = new ArrayList<>();
    private int planned;

    /** How many objects the run has to write or delete. */
    synchronized void plan(int count) {
        planned = count;
    }

    synchronized void add(ResourceId id, Outcome outcome) {
        byId.put(id, outcome);
    }

    synchronized void warn(ResourceId id, List<String> texts) {
        for (String text : texts) {
            warnings.add(id + ": " + ServerTexts.shown(text));
        }
    }

    /** Notes what a plan warns of. */
    synchronized void warn(Problem problem) {
        warnings.add(problem.toString());
    }

    synchronized List<Applied> all() {
        List<Applied> all = new ArrayList<>();
        byId.forEach((id, outcome) -> all.add(new Applied(id, outcome)));
        return List.copyOf(all);
    }

    synchronized List<String> warnings() {
        return warnings.stream().sorted().distinct().toList();
    }

    /** What is done, and what is not, as the end of a message about a run that did not get to its end. */
    synchronized String text() {
        List<String> written = new ArrayList<>();
        byId.forEach((id, outcome) -> {
            if (outcome != Outcome.UNCHANGED && outcome != Outcome.KEPT) {
                written.add("`" + id + "` " + PlanTexts.name(outcome));
            }
        });
        int left = Math.max(0, planned - written.size());
        if (written.isEmpty()) {
            return "No object was written.";
        }
        int shown = Math.min(10, written.size());
        String more = written.size() > shown ? " and " + (written.size() - shown) + " more" : "";
        return "Done: " + String.join(", ", written.subList(0, shown)) + more + ". Not done: "
                + (left == 0 ? "nothing to write, but the run has not ended" : left + " of " + planned + " objects")
                + ".";
    }

    /** The same exception, with what was done at its end. */
    DeployException in(DeployException e) {
        String message = e.getMessage() + " " + text() + " The next run goes on.";
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
            return new DeployException.Interrupted(message);
        }
        return e;
    }
}
