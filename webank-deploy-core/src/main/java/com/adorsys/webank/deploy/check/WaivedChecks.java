package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run of checks whose problems may be waived. */
final class WaivedChecks {
    private final ManifestSet manifests;
    private final List<Waiver> waivers;
    /** The codes that were found, by the object. */
    private final Map<ResourceId, Set<String>> codes = new HashMap<>();

    private WaivedChecks(ManifestSet manifests, List<Waiver> waivers) {
        this.manifests = manifests;
        this.waivers = waivers;
    }

    static CheckReport run(Checks checks, ManifestSet manifests, List<Waiver> waivers) {
        return waivers.isEmpty()
                ? new CheckReport(manifests, checks.check(manifests), Map.of())
                : new WaivedChecks(manifests, waivers).run(checks);
    }

    private CheckReport run(Checks checks) {
        List<Problem> problems = new ArrayList<>();
        List<List<Problem>> byWaiver = new ArrayList<>();
        waivers.forEach(waiver -> byWaiver.add(new ArrayList<>()));
        for (Problem problem : checks.check(manifests)) {
            int waiver = waiverOf(problem);
            (waiver < 0 ? problems : byWaiver.get(waiver)).add(problem);
        }
        Map<Waiver, List<Problem>> waived = new LinkedHashMap<>();
        for (int i = 0; i < waivers.size(); i++) {
            if (byWaiver.get(i).isEmpty()) {
                problems.add(unused(waivers.get(i), i));
            } else {
                waived.put(waivers.get(i), List.copyOf(byWaiver.get(i)));
            }
        }
        return new CheckReport(manifests, problems, waived);
    }

    /** The position of the first waiver that matches; -1 if none does. */
    private int waiverOf(Problem problem) {
        Manifest object = problem.location().object().flatMap(manifests::find).orElse(null);
        if (object == null) {
            return -1;
        }
        codes.computeIfAbsent(object.id(), first -> new TreeSet<>()).add(problem.code());
        for (int i = 0; i < waivers.size(); i++) {
            if (waivers.get(i).code().equals(problem.code())
                    && waivers.get(i).object().test(object)) {
                return i;
            }
        }
        return -1;
    }

    private Problem unused(Waiver waiver, int position) {
        List<Manifest> found = waiver.object().find(manifests);
        Set<String> there = new TreeSet<>();
        found.forEach(object -> there.addAll(codes.getOrDefault(object.id(), Set.of())));
        String why;
        String remedy;
        if (found.isEmpty()) {
            why = "there is no such object";
            remedy = waiver.object().remedy(manifests);
        } else if (there.contains(waiver.code())) {
            why = "an earlier waiver waives the same problems";
            remedy = "remove it";
        } else {
            why = "the checks find no such problem at this object";
            Optional<String> near = Names.nearest(waiver.code(), there);
            remedy = near.isPresent() ? "did you mean `" + near.get() + "`? If so, write it" : "remove it";
        }
        return Problem.warning(
                ProblemCodes.WAIVER_UNUSED,
                Location.of(TreePath.child("waivers", position)),
                "the waiver of `" + waiver.code() + "` for "
                        + Problem.quote(waiver.object().toString()) + " waives nothing: " + why,
                remedy);
    }
}
