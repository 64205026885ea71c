package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.List;
import java.util.Optional;

/**
 * What applying a set would do, as the cluster itself says. Immutable; holds no value of a Secret that it would show.
 *
 * <p>A plan is for one moment: {@link Deployer#apply(Plan)} does what it says or refuses.
 */
public interface Plan {
    /** The release. */
    Release release();

    /** Every object of the desired set and of the release, in the order of a set. */
    List<PlannedChange> changes();

    /** What happens to one object. */
    default Optional<PlannedChange> of(ResourceId id) {
        return changes().stream().filter(change -> change.id().equals(id)).findFirst();
    }

    /** What keeps the plan from being applied; all of it. Warnings among them do not. */
    List<Problem> problems();

    /** Whether nothing would be written: the cluster is as desired. */
    boolean isEmpty();

    /** Whether it can be applied: no problem is an error. */
    default boolean isApplicable() {
        return problems().stream().noneMatch(Problem::isError);
    }

    /** What {@link Deployer#apply(Plan)} would throw for the problems; empty if the plan can be applied. */
    Optional<DeployException> refusal();

    /** The worst that happens to an object. */
    ChangeClass changeClass();

    /**
     * The plan for people: a line an object that changes, its differences below it, then the problems and a sum. Of a text of several
     * lines, such as a file in a ConfigMap, at most 20 removed and added lines are shown.
     */
    String text();

    /** As {@link #text}, with all removed and added lines. */
    String fullText();

    /** The plan for programs: one JSON object. */
    String json();
}
