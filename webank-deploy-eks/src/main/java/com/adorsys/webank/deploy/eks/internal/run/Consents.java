package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ObjectRef;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The managers whose fields the options let the release take, and whether they hold any in live objects. Thread-safe. */
final class Consents {

    private final Release release;
    private final DeployOptions options;
    private final Set<String> holding = ConcurrentHashMap.newKeySet();
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private final Set<String> helmReleases = ConcurrentHashMap.newKeySet();
    private final Map<TakeOver, Set<ToolMark>> marks = new ConcurrentHashMap<>();

    Consents(Release release, DeployOptions options) {
        this.release = release;
        this.options = options;
    }

    DeployOptions options() {
        return options;
    }

    void see(LiveObject live) {
        if (options.takenOver().isEmpty() && options.forcedManagers().isEmpty()) {
            return;
        }
        holding.addAll(live.managers());
        writing.addAll(live.writers());
        HelmMark helm = HelmMark.of(live);
        options.takenOver().stream()
                .filter(takeOver -> helm.is(takeOver, release))
                .forEach(takeOver -> helmReleases.add(takeOver.helmRelease()));
        for (TakeOver takeOver : options.takenOver()) {
            Set<ToolMark> shown = sourcesOf(takeOver, live);
            if (!shown.isEmpty()) {
                marks.computeIfAbsent(takeOver, first -> ConcurrentHashMap.newKeySet())
                        .addAll(shown);
            }
        }
    }

    /** What live objects of the set say of sources that would undo a take-over. */
    Set<ToolMark> marks(TakeOver takeOver) {
        return marks.getOrDefault(takeOver, Set.of());
    }

    /** What an object says of the sources that write it as the manager that is taken over, or that are taken over by name. */
    private Set<ToolMark> sourcesOf(TakeOver takeOver, LiveObject live) {
        return takeOver.tool() == TakeOver.Tool.MANAGER
                ? ToolMark.of(live).stream()
                        .filter(mark -> mark.managers(live).contains(takeOver.manager()))
                        .collect(Collectors.toSet())
                : marksOf(takeOver, live);
    }

    private Set<ToolMark> marksOf(TakeOver takeOver, LiveObject live) {
        boolean ofHelm = HelmMark.of(live).is(takeOver, release);
        return ToolMark.of(live).stream()
                .filter(mark -> mark.source() == ToolSource.HELM_RELEASE ? ofHelm : mark.is(takeOver))
                .collect(Collectors.toSet());
    }

    /** The labels and annotations of sources that are taken over. */
    FieldSet removed(LiveObject live) {
        FieldSet removed = FieldSet.of();
        for (TakeOver takeOver : options.takenOver()) {
            for (ToolMark mark : marksOf(takeOver, live)) {
                removed = removed.union(mark.fields());
            }
        }
        return removed;
    }

    /** Takes note of a live object of the set. Returns whether a manager hands over fields in it. */
    boolean isOpen(LiveObject live) {
        see(live);
        return !handingOver(live).isEmpty() || !removed(live).isEmpty();
    }

    /** The managers that hold fields in an object and hand them over. */
    Set<String> handingOver(LiveObject live) {
        Set<String> from = new TreeSet<>();
        HelmMark helm = HelmMark.of(live);
        for (TakeOver takeOver : options.takenOver()) {
            if (takeOver.isHelm()) {
                from.addAll(helm.is(takeOver, release) ? helm.managers(live) : Set.of());
            } else if (!isOfAnotherSource(takeOver, live)) {
                from.addAll(managers(takeOver));
                marksOf(takeOver, live).forEach(mark -> from.addAll(mark.managers(live)));
            }
        }
        if (!from.isEmpty()) {
            from.retainAll(live.managers());
        }
        return from;
    }

    /** Whether an object says that another Application or Kustomization deploys it than the one that is taken over. */
    private static boolean isOfAnotherSource(TakeOver takeOver, LiveObject live) {
        List<ToolMark> shown = ToolMark.of(live).stream()
                .filter(mark -> mark.source().tool() == takeOver.tool())
                .toList();
        return !shown.isEmpty() && shown.stream().noneMatch(mark -> mark.is(takeOver));
    }

    /** The names of a tool's managers. Not for Helm, whose name depends on the program that it runs in. */
    private static Set<String> managers(TakeOver takeOver) {
        return switch (takeOver.tool()) {
            case KUBECTL -> HandOver.KUBECTL;
            case ARGO_CD -> HandOver.ARGO_CD;
            case FLUX -> HandOver.FLUX;
            case HELM -> HandOver.HELM;
            case MANAGER -> Set.of(takeOver.manager());
        };
    }

    /** Whether managers of a tool hold fields of live objects. */
    boolean holds(TakeOver takeOver) {
        return !Collections.disjoint(managers(takeOver), holding);
    }

    /** Whether one of the objects belongs to a Helm release. */
    boolean hasSeen(TakeOver helm) {
        return helmReleases.contains(helm.helmRelease());
    }

    /**
     * Warnings about options whose manager holds nothing, and those that name an object that is not there; {@link HelmTakeOver}
     * and {@link ToolTakeOver} have the others.
     *
     * @param objects every object of the set and of the release
     */
    List<Problem> unused(List<PlannedObject> objects) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(naming("--adopt", options.adopted(), objects));
        problems.addAll(naming("--replace", options.replaced(), objects));
        problems.addAll(naming("--delete-data", options.dataDeleted(), objects));
        problems.addAll(naming("--allow-gap", options.gapsAllowed(), objects));
        for (TakeOver takeOver : options.takenOver()) {
            boolean unused = !holds(takeOver);
            if (unused && takeOver.tool() == TakeOver.Tool.KUBECTL) {
                problems.add(withoutEffect("--take-over kubectl", "kubectl", "leave it out"));
            } else if (unused && takeOver.tool() == TakeOver.Tool.MANAGER) {
                problems.add(withoutEffect("--take-over", takeOver.manager(), holding));
            }
        }
        for (String manager : new TreeSet<>(options.forcedManagers())) {
            if (!writing.contains(manager)) {
                problems.add(withoutEffect("--force-conflicts", manager, writing));
            }
        }
        return problems;
    }

    /** Warnings about the objects that an option names and that are neither in the set nor the release's. */
    private List<Problem> naming(String option, Set<ObjectRef> named, List<PlannedObject> objects) {
        List<Problem> problems = new ArrayList<>();
        for (ObjectRef ref : named) {
            if (objects.stream().noneMatch(object -> ref.matches(object.id()))) {
                Set<String> known = new TreeSet<>();
                objects.forEach(object -> known.add(object.id().toString()));
                problems.add(warning(
                        option + " " + ref,
                        "neither the set nor the release has this object",
                        meant(ref.toString(), known)));
            }
        }
        return problems;
    }

    private Problem withoutEffect(String option, String manager, Set<String> others) {
        return withoutEffect(option + " " + manager, Problem.quote(manager), meant(manager, others));
    }

    private static String meant(String text, Set<String> others) {
        Optional<String> meant = text.length() > 80 ? Optional.empty() : Names.nearest(text, others);
        return meant.map(near -> "did you mean " + Problem.quote(near) + "? If not, leave it out")
                .orElse("leave it out");
    }

    private Problem withoutEffect(String option, String who, String remedy) {
        return warning(option, who + " manages no field of any object in the set", remedy);
    }

    private Problem warning(String option, String why, String remedy) {
        return Problems.warning(
                release, ProblemCodes.OPTION_WITHOUT_EFFECT, Problem.quote(option) + " has no effect: " + why, remedy);
    }
}
