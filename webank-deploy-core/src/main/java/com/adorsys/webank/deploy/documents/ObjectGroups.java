package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects by folder, checked in the largest groups without duplicates.
 *
 * <p>So a Service and the Deployment that it selects may be anywhere below a folder, and folders of environments that
 * contain the same objects for different clusters are checked apart.
 */
final class ObjectGroups {
    private final Checks checks;
    private final Definitions definitions;
    private final DocumentReport.Builder report;
    private final Group root = new Group();

    ObjectGroups(Checks checks, Definitions definitions, DocumentReport.Builder report) {
        this.checks = checks;
        this.definitions = definitions;
        this.report = report;
    }

    /** Adds an object of a file. */
    void add(CheckedObject object) {
        Group group = root;
        Path file = object.document().file().path();
        Path folder = file == null ? null : file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            for (Path name : folder) {
                group = group.folders.computeIfAbsent(name.toString(), key -> new Group());
            }
        }
        group.own.add(object);
    }

    /** Checks all objects that were added. */
    void check() {
        check(root);
    }

    private void check(Group group) {
        List<CheckedObject> all = group.all();
        if (isDistinct(all)) {
            checkTogether(all);
        } else {
            checkTogether(withoutDuplicates(group.own));
            for (Group below : group.folders.values()) {
                check(below);
            }
        }
    }

    private static boolean isDistinct(List<CheckedObject> objects) {
        Set<ResourceId> ids = new HashSet<>();
        for (CheckedObject object : objects) {
            if (!ids.add(object.manifest().id())) {
                return false;
            }
        }
        return true;
    }

    private List<CheckedObject> withoutDuplicates(List<CheckedObject> objects) {
        Map<ResourceId, CheckedObject> byId = new HashMap<>();
        List<CheckedObject> distinct = new ArrayList<>();
        for (CheckedObject object : objects) {
            CheckedObject first = byId.putIfAbsent(object.manifest().id(), object);
            if (first == null) {
                distinct.add(object);
            } else {
                report.add(Problem.error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        object.place(),
                        "`" + object.manifest() + "` is also in `"
                                + first.place().position() + "`",
                        "Leave one of them out, or give it another name or namespace"));
            }
        }
        return distinct;
    }

    private void checkTogether(List<CheckedObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        Map<String, CheckedObject> byId = new HashMap<>();
        List<Manifest> manifests = new ArrayList<>(objects.size());
        for (CheckedObject object : objects) {
            manifests.add(object.manifest());
            byId.put(object.manifest().toString(), object);
        }
        ManifestSet set = ManifestSet.of(manifests);
        for (Problem problem : checks.check(set)) {
            String path = problem.location().path();
            CheckedObject object = objectAt(path, byId);
            if (object == null) {
                report.add(problem);
            } else {
                report.add(problem.at(object.place(path)), object);
            }
        }
        report.undescribed(Checks.undescribed(set, definitions));
    }

    /** The object that contains a path: the one with the longest id, since names may contain dots. */
    private static @Nullable CheckedObject objectAt(String path, Map<String, CheckedObject> byId) {
        String id = path;
        while (!byId.containsKey(id)) {
            int cut = Math.max(id.lastIndexOf('.'), id.lastIndexOf('['));
            if (cut < 0) {
                return null;
            }
            id = id.substring(0, cut);
        }
        return byId.get(id);
    }

    /** The objects of a folder's own files, and the folders in it, by name. */
    private static final class Group {
        private final List<CheckedObject> own = new ArrayList<>();
        private final Map<String, Group> folders = new TreeMap<>();

        private List<CheckedObject> all() {
            List<CheckedObject> all = new ArrayList<>(own);
            for (Group folder : folders.values()) {
                all.addAll(folder.all());
            }
            return all;
        }
    }
}
