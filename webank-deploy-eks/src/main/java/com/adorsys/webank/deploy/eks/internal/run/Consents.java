package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The managers whose fields the options let the release take, and whether they hold any in live objects. Thread-safe. */
final class Consents {

    private final Release release;
    private final DeployOptions options;
    private final Set<String> holding = ConcurrentHashMap.newKeySet();
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private final Set<String> helmReleases = ConcurrentHashMap.newKeySet();

    Consents(Release release, DeployOptions options) {
        this.release = release;
        this.options = options;
    }

    DeployOptions options() {
        return options;
    }

    /** Takes note of a live object of the set. */
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
    }

    /** Takes note of a live object of the set. Returns whether a manager hands over fields in it. */
    boolean isOpen(LiveObject live) {
        see(live);
        return !handingOver(live).isEmpty();
    }

    /** The managers that hold fields in an object and hand them over. */
    Set<String> handingOver(LiveObject live) {
        Set<String> from = new TreeSet<>();
        HelmMark helm = HelmMark.of(live);
        for (TakeOver takeOver : options.takenOver()) {
            if (!takeOver.isHelm()) {
                from.addAll(managers(takeOver));
            } else if (helm.is(takeOver, release)) {
                from.addAll(helm.managers(live));
            }
        }
        if (!from.isEmpty()) {
            from.retainAll(live.managers());
        }
        return from;
    }

    /** The names of a tool's managers. Not for Helm, whose name depends on the program that it runs in. */
    private static Set<String> managers(TakeOver takeOver) {
        return takeOver.manager().isEmpty() ? HandOver.KUBECTL : Set.of(takeOver.manager());
    }

    /** Whether one of the objects belongs to a Helm release. */
    boolean hasSeen(TakeOver helm) {
        return helmReleases.contains(helm.helmRelease());
    }

    /** Warnings about options whose manager holds nothing; for Helm releases {@link HelmTakeOver} has them. */
    List<Problem> unused() {
        List<Problem> problems = new ArrayList<>();
        for (TakeOver takeOver : options.takenOver()) {
            if (!takeOver.isHelm() && Collections.disjoint(managers(takeOver), holding)) {
                problems.add(
                        takeOver.manager().isEmpty()
                                ? withoutEffect("--take-over kubectl", "kubectl", "leave it out")
                                : withoutEffect("--take-over", takeOver.manager(), holding));
            }
        }
        for (String manager : new TreeSet<>(options.forcedManagers())) {
            if (!writing.contains(manager)) {
                problems.add(withoutEffect("--force-conflicts", manager, writing));
            }
        }
        return problems;
    }

    private Problem withoutEffect(String option, String manager, Set<String> others) {
        Optional<String> meant = manager.length() > 80 ? Optional.empty() : Names.nearest(manager, others);
        return withoutEffect(
                option + " " + manager,
                Problem.quote(manager),
                meant.map(near -> "did you mean " + Problem.quote(near) + "? If not, leave it out")
                        .orElse("leave it out"));
    }

    private Problem withoutEffect(String option, String who, String remedy) {
        return Problem.warning(
                ProblemCodes.OPTION_WITHOUT_EFFECT,
                Location.of(release.toString()),
                Problem.quote(option) + " has no effect: " + who + " manages no field of any object in the set",
                remedy);
    }
}
