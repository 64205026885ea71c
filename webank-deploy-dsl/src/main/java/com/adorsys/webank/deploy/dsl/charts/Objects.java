package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The objects of a rendering, by names that do not depend on the values: those of the templates. */
final class Objects {
    private Objects() {}

    /**
     * The objects of a rendering.
     *
     * @param owner the name of the objects that belong to the chart itself; their kind is enough of a name
     */
    static Map<String, MapTree> of(ManifestSet manifests, String release, String owner) {
        Map<String, MapTree> objects = new LinkedHashMap<>();
        for (Manifest manifest : manifests.manifests()) {
            objects.put(name(manifest, release, owner), manifest.tree());
        }
        return objects;
    }

    private static String name(Manifest manifest, String release, String owner) {
        String kind = manifest.kind().toLowerCase(Locale.ROOT);
        String name = manifest.name();
        if (name.equals(owner)) {
            return kind;
        }
        boolean isOfRelease = name.startsWith(release) && name.length() > release.length();
        return kind + "-" + (isOfRelease ? name.substring(release.length() + 1) : name);
    }

    /**
     * Checks that two renderings are equal.
     *
     * @param chart the chart's name
     * @param code the code of the problems
     * @param what the end of the sentence about a difference
     * @throws DeployException.InvalidInput with each object that differs
     */
    static void checkEqual(
            String chart, Map<String, MapTree> expected, Map<String, MapTree> actual, String code, String what) {
        List<Problem> problems = new ArrayList<>();
        Map<String, MapTree> all = new LinkedHashMap<>(actual);
        all.putAll(expected);
        for (String name : all.keySet()) {
            MapTree object = expected.get(name);
            MapTree other = actual.get(name);
            if (!Unordered.equal(object, other)) {
                String path = Unordered.firstDifference(object, other);
                problems.add(
                        Problem.error(
                                code,
                                Location.of(name + (path.isEmpty() ? "" : "." + path)),
                                "the chart `" + chart + "` cannot render it: " + what,
                                "Leave out the setting or the step that renders it, or render the manifests instead of a chart"));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
    }

    /** Checks that a chart with its default values renders what it was exported from. */
    static void checkDefaults(String chart, Map<String, MapTree> expected, Map<String, MapTree> actual) {
        checkEqual(chart, expected, actual, ProblemCodes.CHART_CANNOT_SAY, "its values cannot say what it depends on");
    }
}
