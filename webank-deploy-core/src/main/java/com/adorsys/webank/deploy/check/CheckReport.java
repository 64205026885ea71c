package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The problems that {@link Checks} found in a set of manifests, waived or not. Immutable. */
public final class CheckReport {
    private final ManifestSet manifests;
    private final List<Problem> problems;
    private final Map<Waiver, List<Problem>> waived;

    CheckReport(ManifestSet manifests, List<Problem> problems, Map<Waiver, List<Problem>> waived) {
        this.manifests = manifests;
        this.problems = Collections.unmodifiableList(problems);
        this.waived = Collections.unmodifiableMap(waived);
    }

    /** The set that was checked. */
    public ManifestSet manifests() {
        return manifests;
    }

    /**
     * The problems that are not waived, errors and warnings: check by check, and for each in the order of the set; then a
     * warning for each waiver that waives nothing.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Those of the {@link #problems} that are errors. */
    public List<Problem> errors() {
        return select(true);
    }

    /** Those of the {@link #problems} that are warnings. */
    public List<Problem> warnings() {
        return select(false);
    }

    /** The problems that each waiver waives, in the order of the waivers; without waivers that waive nothing. */
    public Map<Waiver, List<Problem>> waived() {
        return waived;
    }

    /**
     * The objects of which {@link Checks#structure()} checks only the metadata: nobody describes their kind, neither this
     * library nor a definition in the set.
     */
    public List<Manifest> undescribed() {
        return Checks.undescribed(manifests, Definitions.none());
    }

    /**
     * Throws if there are errors; returns if there are only warnings.
     *
     * @throws DeployException.InvalidInput with every error, and without the warnings
     */
    public void throwIfErrors() {
        DeployException.InvalidInput.throwIfErrors(errors());
    }

    /** A copy with other locations, for a set that is a part of a larger model. */
    public CheckReport withPlaces(UnaryOperator<Location> place) {
        Map<Waiver, List<Problem>> moved = new LinkedHashMap<>();
        waived.forEach((waiver, all) -> moved.put(waiver, moved(all, place)));
        return new CheckReport(manifests, moved(problems, place), moved);
    }

    /** A copy with further problems, before those of the checks. */
    public CheckReport plusProblems(List<Problem> further) {
        List<Problem> all = new ArrayList<>(further);
        all.addAll(problems);
        return new CheckReport(manifests, all, waived);
    }

    private static List<Problem> moved(List<Problem> problems, UnaryOperator<Location> place) {
        List<Problem> moved = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            moved.add(problem.at(place.apply(problem.location())));
        }
        return Collections.unmodifiableList(moved);
    }

    private List<Problem> select(boolean errors) {
        List<Problem> selected = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.isError() == errors) {
                selected.add(problem);
            }
        }
        return Collections.unmodifiableList(selected);
    }

    /** The number of problems, and of waivers that waived something. */
    @Override
    public String toString() {
        return errors().size() + " errors, " + warnings().size() + " warnings, " + waived.size() + " waivers";
    }
}
