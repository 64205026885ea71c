package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The manifests of files and folders as one set with the locations of its parts. They are read as {@code check} reads them,
 * and all problems of reading are reported at once; the cluster validates the content.
 */
final class ManifestFiles implements FileWalk.Visitor {
    private final Findings findings = new Findings();
    private final List<Manifest> manifests = new ArrayList<>();
    private final Map<ResourceId, Location> places = new HashMap<>();
    private final Map<ResourceId, Locations> locations = new HashMap<>();

    private ManifestFiles() {}

    /**
     * Reads paths; warnings go to the console.
     *
     * @throws DeployException.InvalidInput if one cannot be read, or contains anything but manifests
     */
    static ManifestSet read(Console console, List<String> paths) {
        ManifestFiles files = new ManifestFiles();
        FileWalk walk = new FileWalk(console, files.findings, ProblemCodes.NO_MANIFESTS, files);
        paths.forEach(walk::visit);
        List<Problem> problems = files.findings.sorted();
        DeployException.InvalidInput.throwIfErrors(problems);
        console.report(problems);
        return ManifestSet.of(files.manifests).withLocations(files.locations);
    }

    @Override
    public void file(String path, List<YamlDocument> documents) {
        documents.forEach(this::add);
    }

    private void add(YamlDocument document) {
        if (isKustomization(document)) {
            findings.add(Problem.error(
                    ProblemCodes.NOT_A_MANIFEST,
                    document.locations().of(""),
                    "this is a Kustomization, and not a manifest",
                    "Pass what `kubectl kustomize` makes of its folder to `--manifests -`"));
            return;
        }
        if (!(document.tree() instanceof MapTree map) || !map.has("apiVersion") && !map.has("kind")) {
            findings.add(Problem.error(
                    ProblemCodes.NOT_A_MANIFEST,
                    document.locations().of(""),
                    "this document has neither `apiVersion` nor `kind`",
                    "Name files with manifests; `webank-deploy render` renders them from a chart's values"));
            return;
        }
        try {
            add(Manifest.of(map, document.locations()), document.locations());
        } catch (DeployException.InvalidInput e) {
            findings.addAll(e.problems());
        }
    }

    private static boolean isKustomization(YamlDocument document) {
        if (!(document.tree() instanceof MapTree map)) {
            return false;
        }
        String version = map.string("apiVersion").orElse("");
        return version.isEmpty() && !map.has("kind")
                ? document.file().endsWith("kustomization.yaml")
                        || document.file().endsWith("kustomization.yml")
                : version.startsWith("kustomize.config.k8s.io/");
    }

    private void add(Manifest manifest, Locations where) {
        Location place = where.of("");
        Location first = places.putIfAbsent(manifest.id(), place);
        if (first != null) {
            findings.add(Problem.error(
                    ProblemCodes.OBJECT_DUPLICATE,
                    place,
                    "`" + manifest + "` is also in `" + first.position() + "`",
                    "Leave one of them out, or give it another name or namespace"));
            return;
        }
        manifests.add(manifest);
        locations.put(manifest.id(), where);
    }
}
