package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/** Collects the problems of one object, with their locations. */
final class Report {
    private final Manifest manifest;
    private final ManifestSet manifests;
    private final List<Problem> problems;

    Report(Manifest manifest, ManifestSet manifests, List<Problem> problems) {
        this.manifest = manifest;
        this.manifests = manifests;
        this.problems = problems;
    }

    /** A report for another object of the set. */
    Report of(Manifest other) {
        return new Report(other, manifests, problems);
    }

    /** A report of the same object with a list of its own. */
    Report into(List<Problem> other) {
        return new Report(manifest, manifests, other);
    }

    Locations locations() {
        return manifests.locations(manifest);
    }

    List<Problem> problems() {
        return problems;
    }

    void error(String code, String path, String what, String remedy) {
        problems.add(Problem.error(code, location(path), what, remedy));
    }

    void warning(String code, String path, String what, String remedy) {
        problems.add(Problem.warning(code, location(path), what, remedy));
    }

    void add(Severity severity, String code, String path, String what, String remedy) {
        if (severity == Severity.ERROR) {
            error(code, path, what, remedy);
        } else {
            warning(code, path, what, remedy);
        }
    }

    void onlyForLoadBalancer(MapTree spec, String key) {
        if (Trees.isSet(spec, key)) {
            error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec." + key,
                    "`" + key + "` can be set only in a Service of type `LoadBalancer`",
                    "remove it, or write `type: LoadBalancer`");
        }
    }

    private Location location(String path) {
        return manifests.place(manifest, path);
    }
}
