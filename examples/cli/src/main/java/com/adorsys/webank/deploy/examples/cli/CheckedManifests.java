package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Manifests by folder, checked in the largest groups without duplicate objects.
 *
 * <p>So a Service and the Deployment that it selects may be anywhere below a folder, and folders of environments that
 * contain the same objects for different clusters are checked apart.
 */
final class CheckedManifests {
    private final Findings findings;
    private final Definitions definitions;
    private final Checks checks;
    private final Folder root = new Folder();

    CheckedManifests(Findings findings, Targets targets, Definitions definitions) {
        this.findings = findings;
        this.definitions = definitions;
        this.checks = Checks.all(targets, definitions);
    }

    /** Adds a manifest of a file. */
    void add(Manifest manifest, Locations locations, File file) {
        Folder folder = root;
        Path parent = file.getAbsoluteFile().toPath().normalize().getParent();
        for (Path name : parent == null ? List.<Path>of() : parent) {
            folder = folder.folders.computeIfAbsent(name.toString(), key -> new Folder());
        }
        folder.own.add(new Entry(manifest, locations));
    }

    /** Checks all manifests that were added. */
    void check() {
        check(root);
    }

    private void check(Folder folder) {
        List<Entry> all = folder.all();
        if (isDistinct(all)) {
            checkTogether(all);
        } else {
            checkTogether(withoutDuplicates(folder.own));
            for (Folder below : folder.folders.values()) {
                check(below);
            }
        }
    }

    private static boolean isDistinct(List<Entry> entries) {
        Set<ResourceId> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.manifest.id())) {
                return false;
            }
        }
        return true;
    }

    private List<Entry> withoutDuplicates(List<Entry> entries) {
        Map<ResourceId, Entry> byId = new HashMap<>();
        List<Entry> distinct = new ArrayList<>();
        for (Entry entry : entries) {
            Entry first = byId.putIfAbsent(entry.manifest.id(), entry);
            if (first == null) {
                distinct.add(entry);
            } else {
                findings.add(Problem.error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        entry.place(),
                        "`" + entry.manifest + "` is also in `" + first.place().position() + "`",
                        "Leave one of them out, or give it another name or namespace"));
            }
        }
        return distinct;
    }

    private void checkTogether(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Manifest> manifests = new ArrayList<>();
        Locations.Builder locations = Locations.builder("");
        for (Entry entry : entries) {
            manifests.add(entry.manifest);
            locations.putAll(entry.manifest.path(""), entry.locations);
        }
        ManifestSet set = ManifestSet.of(manifests).withLocations(locations.build());
        findings.addAll(checks.check(set));
        findings.undescribed(Checks.undescribed(set, definitions));
    }

    /** A manifest and the locations of its parts. */
    private static final class Entry {
        private final Manifest manifest;
        private final Locations locations;

        private Entry(Manifest manifest, Locations locations) {
            this.manifest = manifest;
            this.locations = locations;
        }

        private Location place() {
            return locations.of("");
        }
    }

    /** The manifests of a folder's own files, and the folders in it, by name. */
    private static final class Folder {
        private final List<Entry> own = new ArrayList<>();
        private final Map<String, Folder> folders = new TreeMap<>();

        private List<Entry> all() {
            List<Entry> all = new ArrayList<>(own);
            for (Folder folder : folders.values()) {
                all.addAll(folder.all());
            }
            return all;
        }
    }
}
