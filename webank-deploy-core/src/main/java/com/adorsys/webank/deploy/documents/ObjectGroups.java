package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.check.Links;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    /** So many objects are kept as they are: to share their parts takes longer than it is worth. */
    private static final int FEW = 5_000;

    /** Those that look at an object alone. */
    private final Checks ofObject;
    /** The others. */
    private final Checks ofSet;

    private final boolean keepsAll;
    private final boolean isComplete;
    private final DocumentChecks documents;
    private final DocumentReport.Builder report;
    private final SharedTrees shared = new SharedTrees();
    private final Group root = new Group();
    private int count;
    /** The group of the folder of the last object: most objects are in the same one as the object before. */
    private Group last = root;

    private DocumentFolder lastFolder = DocumentFolder.NONE;

    /**
     * No objects.
     *
     * @param documents the checks
     * @param report where problems go
     */
    ObjectGroups(DocumentChecks documents, DocumentReport.Builder report) {
        Checks checks = documents.checks();
        this.ofObject = checks.reaching(Check.Reach.OBJECT);
        this.ofSet = checks.without(Check.Reach.OBJECT);
        this.keepsAll = !checks.reaching(Check.Reach.SET).names().isEmpty();
        this.documents = documents;
        this.isComplete = documents.isComplete();
        this.report = report;
    }

    /** An object whose own checks are done. Immutable. */
    static final class Prepared {
        private final CheckedObject object;
        private final List<Problem> problems;
        private final KeptObject kept;

        private Prepared(CheckedObject object, List<Problem> problems, KeptObject kept) {
            this.object = object;
            this.problems = problems;
            this.kept = kept;
        }

        CheckedObject object() {
            return object;
        }
    }

    /**
     * Checks an object as far as it can be alone, if it is of a kind of Kubernetes; of another one a definition may follow. Any thread
     * may do this.
     */
    Prepared prepare(CheckedObject object) {
        Manifest manifest = object.manifest();
        boolean isKubernetes = Schemas.isKubernetesGroup(manifest.id().group());
        List<Problem> problems = new ArrayList<>();
        if (isKubernetes) {
            for (Problem problem : ofObject.check(ManifestSet.of(manifest))) {
                problems.add(problem.at(object.place(problem.location())));
            }
        }
        boolean isReduced = isKubernetes && !keepsAll && !manifest.kind().equals("CustomResourceDefinition");
        return new Prepared(object, problems, KeptObject.of(object, isReduced ? Links.of(manifest) : manifest));
    }

    /** Adds an object, and reports the problems that it has alone. */
    void add(Prepared prepared) {
        CheckedObject object = prepared.object;
        for (Problem problem : prepared.problems) {
            report.add(problem, object.manifest(), object.document().file());
        }
        Manifest kept = prepared.kept.manifest();
        boolean isOfMany = count++ >= FEW;
        keep(isOfMany ? prepared.kept.with(kept.withContent(shared.share(kept.tree()))) : prepared.kept);
    }

    private void keep(KeptObject object) {
        DocumentFolder folder = object.file().folder();
        if (folder != lastFolder) {
            last = group(folder.path());
            lastFolder = folder;
        }
        last.own.add(object);
    }

    private Group group(@Nullable Path folder) {
        Group group = root;
        if (folder != null) {
            for (Path name : folder.toAbsolutePath().normalize()) {
                Group below = group.folders.get(name.toString());
                if (below == null) {
                    below = new Group();
                    group.folders.put(name.toString(), below);
                }
                group = below;
            }
        }
        return group;
    }

    /** Checks all objects that were added. */
    void check() {
        shared.clear();
        List<KeptObject> all = new ArrayList<>();
        root.addAllTo(all);
        Map<ResourceId, List<Manifest>> definitions = definitionsById(all);
        check(root, certain(definitions).with(documents.definitions()).withAlternatives(alternatives(definitions)));
    }

    /**
     * Checks the objects of a group.
     *
     * @param around the definitions that are not in the group
     */
    private void check(Group group, Definitions around) {
        List<KeptObject> all = new ArrayList<>();
        group.addAllTo(all);
        if (isDistinct(all)) {
            checkTogether(all, around, Severity.WARNING);
            return;
        }
        // Those of the nearest folder describe an object, since folders may have a kind in different versions.
        Definitions known = definitions(group).with(around);
        checkAlternatives(group.own, known);
        for (Group below : group.folders.values()) {
            check(below, known);
        }
    }

    /**
     * The definitions in a folder and in the folders directly below, of which one is often only for them; without those that differ, since
     * nobody knows which of them the cluster has.
     */
    private static Definitions definitions(Group group) {
        List<KeptObject> objects = new ArrayList<>(group.own);
        for (Group folder : group.folders.values()) {
            objects.addAll(folder.own);
        }
        return certain(definitionsById(objects));
    }

    /** The definitions of the kinds of which there is only one. */
    private static Definitions certain(Map<ResourceId, List<Manifest>> definitions) {
        List<Manifest> certain = new ArrayList<>(definitions.size());
        for (List<Manifest> different : definitions.values()) {
            if (different.size() == 1) {
                certain.add(different.get(0));
            }
        }
        return certain.isEmpty() ? Definitions.none() : Definitions.in(ManifestSet.of(certain));
    }

    /** All definitions of the kinds of which there are different ones. */
    private static List<Definitions> alternatives(Map<ResourceId, List<Manifest>> definitions) {
        List<List<Manifest>> alternatives = new ArrayList<>();
        for (List<Manifest> different : definitions.values()) {
            for (int i = 0; different.size() > 1 && i < different.size(); i++) {
                if (i == alternatives.size()) {
                    alternatives.add(new ArrayList<>());
                }
                alternatives.get(i).add(different.get(i));
            }
        }
        List<Definitions> sets = new ArrayList<>(alternatives.size());
        for (List<Manifest> alternative : alternatives) {
            sets.add(Definitions.in(ManifestSet.of(alternative)));
        }
        return sets;
    }

    /** The definitions among some objects; of the same name those with different versions. */
    private static Map<ResourceId, List<Manifest>> definitionsById(List<KeptObject> objects) {
        Map<ResourceId, List<Manifest>> definitions = new LinkedHashMap<>();
        for (KeptObject object : objects) {
            Manifest manifest = object.manifest();
            if (manifest.kind().equals("CustomResourceDefinition")) {
                List<Manifest> same = definitions.get(manifest.id());
                if (same == null) {
                    same = new ArrayList<>(1);
                    definitions.put(manifest.id(), same);
                }
                if (!hasVersionsOf(manifest, same)) {
                    same.add(manifest);
                }
            }
        }
        return definitions;
    }

    private static boolean hasVersionsOf(Manifest definition, List<Manifest> others) {
        for (Manifest other : others) {
            if (versions(other).equals(versions(definition))) {
                return true;
            }
        }
        return false;
    }

    private static ListTree versions(Manifest definition) {
        return Trees.list(definition.tree(), "spec", "versions");
    }

    private static boolean isDistinct(List<KeptObject> objects) {
        Set<ResourceId> ids = new HashSet<>();
        for (KeptObject object : objects) {
            if (!ids.add(object.manifest().id())) {
                return false;
            }
        }
        return true;
    }

    /** Checks the first of each object together, then the second ones, and so on. What those refer to may be among the first. */
    private void checkAlternatives(List<KeptObject> objects, Definitions around) {
        Map<ResourceId, List<KeptObject>> byId = new HashMap<>();
        List<List<KeptObject>> rounds = new ArrayList<>();
        for (KeptObject object : objects) {
            List<KeptObject> same = byId.computeIfAbsent(object.manifest().id(), id -> new ArrayList<>(1));
            if (same.size() == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(same.size()).add(object);
            same.add(object);
            if (same.size() > 1) {
                report.add(duplicate(object, same.get(0)));
            }
        }
        for (int i = 0; i < rounds.size(); i++) {
            checkTogether(rounds.get(i), around, i == 0 ? Severity.WARNING : Severity.ERROR);
        }
    }

    /** An error if all objects are applied together. Files may be alternatives, and of two in one file kubectl keeps the later one. */
    private Problem duplicate(KeptObject object, KeptObject first) {
        String what = "`" + object.manifest() + "` is also in `" + first.place().position() + "`";
        String remedy = "Leave one of them out, or give it another name or namespace";
        return isComplete
                ? Problem.error(ProblemCodes.OBJECT_DUPLICATE, object.place(), what, remedy)
                : Problem.warning(ProblemCodes.OBJECT_DUPLICATE, object.place(), what, remedy);
    }

    /**
     * Checks objects with different ids.
     *
     * @param around the definitions that are not among the objects
     * @param least the least severity that is reported
     */
    private void checkTogether(List<KeptObject> objects, Definitions around, Severity least) {
        if (objects.isEmpty()) {
            return;
        }
        List<Manifest> manifests = new ArrayList<>(objects.size());
        for (KeptObject object : objects) {
            manifests.add(object.manifest());
        }
        ManifestSet set = ManifestSet.of(manifests);
        // Of the others the definitions are known only now.
        List<Manifest> others = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (!Schemas.isKubernetesGroup(manifest.id().group())
                    || manifest.kind().equals("CustomResourceDefinition")) {
                others.add(manifest);
            }
        }
        Check structure = Checks.structure(documents.targets(), around);
        List<Problem> ofOthers = ofObject.replacing(structure).check(ManifestSet.of(others));
        List<Problem> ofAll = ofSet.check(set);
        if (!ofOthers.isEmpty() || !ofAll.isEmpty()) {
            Map<ResourceId, KeptObject> byId = new HashMap<>();
            for (KeptObject object : objects) {
                byId.put(object.manifest().id(), object);
            }
            for (Problem problem : ofOthers) {
                KeptObject object = objectOf(problem, byId);
                if (object == null
                        || !Schemas.isKubernetesGroup(object.manifest().id().group())) {
                    add(problem, object);
                }
            }
            for (Problem problem : ofAll) {
                if (problem.isError() || least == Severity.WARNING) {
                    add(problem, objectOf(problem, byId));
                }
            }
        }
        report.undescribed(Checks.undescribed(set, around));
    }

    private static @Nullable KeptObject objectOf(Problem problem, Map<ResourceId, KeptObject> byId) {
        return byId.get(problem.location().object().orElse(null));
    }

    private void add(Problem problem, @Nullable KeptObject object) {
        if (object == null) {
            report.add(problem);
        } else {
            report.add(problem.at(object.place(problem.location().inside())), object.manifest(), object.file());
        }
    }

    /** The objects of a folder's own files, and the folders in it, by name. */
    private static final class Group {
        private final List<KeptObject> own = new ArrayList<>();
        private final Map<String, Group> folders = new TreeMap<>();

        private void addAllTo(List<KeptObject> all) {
            all.addAll(own);
            for (Group folder : folders.values()) {
                folder.addAllTo(all);
            }
        }
    }
}
