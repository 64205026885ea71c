package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.SwitchStep.State;
import java.util.List;
import java.util.Locale;

/**
 * How far an Application is on its way from a chart to a directory, and whether the rest of the way is safe. Immutable.
 *
 * @param application the Application
 * @param tracking how Argo CD knows which objects are the Application's, as part of a sentence
 * @param charts the charts that run, by the labels of their objects, sorted by name
 * @param changes what a sync with the directory does to each object that exists or comes: by dry runs on the server, with
 *     Argo CD's marks on the object as they are now
 * @param pruned the objects of the Application that the directory does not have: a sync with pruning deletes them
 * @param steps the steps, in order
 */
public record SwitchReport(
        ResourceId application,
        String tracking,
        List<LiveChart> charts,
        List<PlannedChange> changes,
        List<ResourceId> pruned,
        List<SwitchStep> steps) {
    /** Copies the lists. */
    public SwitchReport {
        charts = List.copyOf(charts);
        changes = List.copyOf(changes);
        pruned = List.copyOf(pruned);
        steps = List.copyOf(steps);
    }

    /** Whether no check fails. */
    public boolean isSafe() {
        return steps.stream().noneMatch(step -> step.state() == State.FAILED);
    }

    /** The steps as numbered lines with their states, the details below each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(application)
                .append(": Argo CD tracks its objects ")
                .append(tracking)
                .append('\n');
        int number = 1;
        for (SwitchStep step : steps) {
            text.append(String.format(Locale.ROOT, "%2d. %-6s  %s\n", number++, step.state(), step.title()));
            step.details()
                    .forEach(line -> text.append("            ").append(line).append('\n'));
        }
        long failed =
                steps.stream().filter(step -> step.state() == State.FAILED).count();
        return text.append(isSafe() ? "No check fails." : failed + " of " + steps.size() + " steps failed.")
                .append('\n')
                .toString();
    }
}
