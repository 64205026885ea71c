package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.ObjectsByPath;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of checks whose problems may be waived. */
final class WaivedChecks {
    private final ManifestSet manifests;
    private final List<Waiver> waivers;
    private final ObjectsByPath<Manifest> objects = new ObjectsByPath<>();
    /** The codes that were found, by the id of the object. */
    private final Map<String, Set<String>> codes = new HashMap<>();

    private WaivedChecks(ManifestSet manifests, List<Waiver> waivers) {
        this.manifests = manifests;
        this.waivers = waivers;
        for (Manifest manifest : manifests) {
            objects.put(manifest, manifest);
        }
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
        // If no files are known, the path of every location starts with the id of its object.
        for (Problem problem : checks.check(manifests.withLocations(Locations.none()))) {
            String path = problem.location().path();
            int waiver = waiverOf(problem.code(), objects.at(path));
            (waiver < 0 ? problems : byWaiver.get(waiver))
                    .add(problem.at(manifests.locations().of(path)));
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
    private int waiverOf(String code, @Nullable Manifest object) {
        if (object == null) {
            return -1;
        }
        codes.computeIfAbsent(object.path(""), first -> new TreeSet<>()).add(code);
        for (int i = 0; i < waivers.size(); i++) {
            if (waivers.get(i).code().equals(code) && waivers.get(i).object().test(object)) {
                return i;
            }
        }
        return -1;
    }

    private Problem unused(Waiver waiver, int position) {
        List<Manifest> found = waiver.object().find(manifests);
        Set<String> there = new TreeSet<>();
        found.forEach(object -> there.addAll(codes.getOrDefault(object.path(""), Set.of())));
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
