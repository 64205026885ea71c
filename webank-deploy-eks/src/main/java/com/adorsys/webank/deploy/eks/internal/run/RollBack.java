package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import java.util.Optional;

/**
 * Returns a release to its last good revision after a run that failed.
 *
 * @param failed the inventory as the failed run wrote it before its first object
 */
record RollBack(Inventory failed) {
    /** The last revision whose run succeeded; empty if there is none, or if it is the one that failed now. */
    Optional<Long> target() {
        return failed.succeeded().stream()
                .findFirst()
                .filter(revision -> revision != failed.attempt().revision());
    }

    /** Does it. Returns a sentence that says so, or why it was not done. */
    String run(RunContext context, long revision) {
        Inventory now = context.records().inventory();
        if (!now.attempt().id().equals(failed.attempt().id())) {
            return "It was not rolled back: another run has continued since.";
        }
        context.listener()
                .on(new ProgressEvent.Warning(
                        "the run has failed; the release is rolled back to revision " + revision));
        ChangeSet changes = new ApplyRun(context, context.records().manifests(revision), null).run();
        return "The release was rolled back to revision " + revision + ", as revision " + changes.revision() + ".";
    }
}
