package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked before the first write, beyond the rehearsal of each object: every right that the run needs, whatever
 * objects refer to outside of the set, and pods that would be refused although their Deployment is not.
 */
final class Preflight {
    private Preflight() {}

    /** What is wrong; all of it, in one report. */
    static List<Problem> problems(RunContext context, DesiredSet set, List<PlannedObject> objects) {
        List<PlannedObject> changes =
                objects.stream().filter(PlannedObject::isChange).toList();
        List<Problem> problems = new ArrayList<>(new Permissions(context).missing(changes));
        problems.addAll(new OutsideReferences(context, set).missing(changes));
        problems.addAll(new PodRehearsal(context, set).refused(changes));
        return problems;
    }
}
