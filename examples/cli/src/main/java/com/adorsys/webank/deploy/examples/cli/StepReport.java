package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.PostureStage;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ReportTrees;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a live release stands on the way to the posture of its environment, as text and as JSON. */
final class StepReport {
    private final Environment environment;
    private final Plan plan;
    private final List<PostureStage> stages;
    private final List<List<StepState>> states = new ArrayList<>();

    /**
     * A report.
     *
     * @param plan of the manifests of the whole environment
     */
    StepReport(Environment environment, Plan plan) {
        this.environment = environment;
        this.plan = plan;
        this.stages = environment.stages();
        for (PostureStage stage : stages) {
            states.add(StepState.of(stage.effects(), plan));
        }
    }

    List<PostureStage> stages() {
        return stages;
    }

    /** The stage that the release is in: that of the last step that is live for the most part, or else the first. */
    int current() {
        int current = 0;
        for (int i = 0; i < states.size(); i++) {
            for (StepState state : states.get(i)) {
                current = state.isTaken() ? i : current;
            }
        }
        return current;
    }

    /** The first stage from the current one on that has something to do; the number of stages if there is none. */
    private int next() {
        for (int i = current(); i < states.size(); i++) {
            for (StepState state : states.get(i)) {
                if (state.isOpen()) {
                    return i;
                }
            }
        }
        return states.size();
    }

    /** Prints a report; returns the exit code: that of the plan without the gaps of Services, which the stages avoid. */
    static int show(Environment environment, Plan plan, Arguments arguments, Console console) {
        StepReport report = new StepReport(environment, plan);
        console.print(ClusterCommand.isJson(arguments) ? report.json() : report.text());
        @Nullable DeployException refusal = plan.refusal().orElse(null);
        for (Problem problem : report.problems()) {
            if (problem.isError() && refusal != null) {
                return ClusterCommand.refused(plan, refusal, console);
            }
        }
        return Cli.DONE;
    }

    /** The problems of the plan besides gaps of Services, which the stages avoid. */
    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : plan.problems()) {
            if (!problem.code().equals(ProblemCodes.SERVICE_GAP)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    /** A line for each step, the problems of the plan, and what comes next. */
    private String text() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"step", "effect", "objects", "state"});
        for (List<StepState> stage : states) {
            for (StepState state : stage) {
                rows.add(new String[] {state.name(), effect(state), objects(state), state.text()});
            }
        }
        int[] widths = new int[3];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(row[3]).append('\n');
        }
        text.append('\n');
        for (Problem problem : problems()) {
            text.append(problem).append('\n');
        }
        return text.append(nextText()).toString();
    }

    private String nextText() {
        int next = next();
        if (next == stages.size()) {
            return plan.isEmpty()
                    ? "Nothing is to do: the release has every step.\n"
                    : "The release has every step. What else differs is shown by\n  webank-deploy plan --environment "
                            + environment.name() + "\n";
        }
        StringBuilder text = new StringBuilder("Next: ").append(stages.get(next));
        for (int i = next + 1; i < stages.size(); i++) {
            text.append(i == next + 1 ? "; then, each after the roll-outs before it: " : ", ")
                    .append(stages.get(i));
        }
        return text.append(".\n  ").append(command()).append('\n').toString();
    }

    private String command() {
        return "webank-deploy apply --environment " + environment.name() + " " + StepArguments.STEPS;
    }

    private static String effect(StepState state) {
        return state.effect()
                .diff()
                .changeClass()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** {@code +3 ServiceAccount, ~3 Deployment}. */
    private static String objects(StepState state) {
        List<String> parts = new ArrayList<>();
        add(parts, "+", state.objects(ManifestDiff.Action.CREATED));
        add(parts, "~", state.objects(ManifestDiff.Action.CHANGED));
        add(parts, "-", state.objects(ManifestDiff.Action.DELETED));
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String sign, List<ResourceId> objects) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (ResourceId id : objects) {
            kinds.merge(id.kind(), 1, Integer::sum);
        }
        kinds.forEach((kind, count) -> parts.add(sign + count + " " + kind));
    }

    /** One JSON object. */
    private String json() {
        List<Tree> all = new ArrayList<>();
        for (List<StepState> stage : states) {
            List<Tree> steps = new ArrayList<>();
            for (StepState state : stage) {
                steps.add(json(state));
            }
            all.add(MapTree.of("steps", ListTree.of(steps)));
        }
        Release release = environment.release();
        int next = next();
        MapTree.Builder report = MapTree.builder()
                .put("release", release.name())
                .put("namespace", release.namespace())
                .put("environment", environment.name())
                .put("stages", ListTree.of(all))
                .put("problems", ReportTrees.ofProblems(problems()));
        if (next < stages.size()) {
            report.put("next", stages.get(next).lastStep()).put("command", command());
        }
        return JsonWriter.write(report.build()) + "\n";
    }

    private static MapTree json(StepState state) {
        return MapTree.builder()
                .put("name", state.name())
                .put("reason", state.effect().step().reason())
                .put("changeClass", state.effect().diff().changeClass().name())
                .put("created", ids(state, ManifestDiff.Action.CREATED))
                .put("changed", ids(state, ManifestDiff.Action.CHANGED))
                .put("deleted", ids(state, ManifestDiff.Action.DELETED))
                .put("live", state.live())
                .put("toDo", state.toDo())
                .build();
    }

    private static ListTree ids(StepState state, ManifestDiff.Action action) {
        List<Tree> ids = new ArrayList<>();
        for (ResourceId id : state.objects(action)) {
            ids.add(ReportTrees.of(id).build());
        }
        return ListTree.of(ids);
    }
}
