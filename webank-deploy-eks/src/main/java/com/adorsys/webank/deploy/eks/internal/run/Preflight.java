package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is checked before the first write, besides the dry run of each object: every right that the run needs, whatever
 * objects refer to outside of the set, and pods that would be refused although their Deployment is not.
 */
final class Preflight {
    private final RunContext context;
    private final DesiredSet set;
    private final Permissions permissions;
    private final PodDryRun pods;

    Preflight(RunContext context, DesiredSet set) {
        this.context = context;
        this.set = set;
        this.permissions = new Permissions(context);
        this.pods = new PodDryRun(context, set);
    }

    /** What has to be known whatever the dry runs of these objects find, so that it can be requested at the same time. */
    List<Runnable> readings(List<DesiredObject> open) {
        List<Runnable> readings = new ArrayList<>();
        readings.add(context.records()::actor);
        readings.addAll(permissions.reviews(open));
        readings.addAll(pods.readings(open));
        return readings;
    }

    /**
     * What is wrong; all of it, in one report.
     *
     * @param refused what the dry runs have found; missing rights that are reported for a whole kind are not reported again
     */
    List<Problem> problems(List<PlannedObject> objects, List<Problem> refused) {
        List<PlannedObject> changes =
                objects.stream().filter(PlannedObject::isChange).toList();
        permissions.toApply();
        changes.forEach(permissions::change);
        objects.stream().filter(Preflight::isDenied).forEach(permissions::change);
        List<Problem> problems = new ArrayList<>(permissions.missing());
        Set<Problem> told = new HashSet<>();
        objects.stream()
                .filter(object -> isDenied(object) && permissions.isLacking(object))
                .forEach(object -> told.addAll(object.problems()));
        refused.stream().filter(problem -> !told.contains(problem)).forEach(problems::add);
        problems.addAll(new OutsideReferences(context, set).missing(changes));
        problems.addAll(pods.refused(objects));
        return problems;
    }

    private static boolean isDenied(PlannedObject object) {
        return !object.problems().isEmpty()
                && object.problems().stream()
                        .allMatch(problem -> problem.code().equals(ProblemCodes.PERMISSION_MISSING));
    }

    /** Every right that lacks to apply a set of which not even the records may be read. */
    static List<Problem> missingToApply(RunContext context, DesiredSet set) {
        Permissions permissions = new Permissions(context).toApply();
        set.objects().forEach(permissions::unseen);
        return permissions.missing();
    }

    /** Every right that lacks to delete members. */
    static List<Problem> missingToDelete(RunContext context, List<PlannedObject> deletions) {
        Permissions permissions = new Permissions(context).toDelete();
        deletions.forEach(permissions::change);
        return permissions.missing();
    }
}
