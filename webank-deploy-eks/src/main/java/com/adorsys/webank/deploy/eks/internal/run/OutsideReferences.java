package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what objects refer to and the set does not bring: classes of Ingresses, of storage, of priority; accounts. */
record OutsideReferences(RunContext context, DesiredSet set) {
    private record Referred(String kind, String name, String path, String effect) {}

    /** A problem for each referred object that is not there, at the first object that refers to it. */
    List<Problem> missing(List<PlannedObject> changes) {
        Map<Referred, DesiredObject> referred = new LinkedHashMap<>();
        for (PlannedObject change : changes) {
            DesiredObject desired = change.desired();
            if (desired != null) {
                for (Referred reference : references(desired)) {
                    if (!set.hasNamed(
                            reference.kind(), reference.name(), desired.id().namespace())) {
                        referred.putIfAbsent(reference, desired);
                    }
                }
            }
        }
        List<Map.Entry<Referred, DesiredObject>> all = List.copyOf(referred.entrySet());
        List<Problem> problems = new ArrayList<>();
        context.workers().map(all, entry -> problem(entry.getKey(), entry.getValue())).stream()
                .flatMap(Optional::stream)
                .forEach(problems::add);
        return problems;
    }

    private Optional<Problem> problem(Referred reference, DesiredObject from) {
        // Who may not look must trust that it is there.
        boolean there = ApiReader.ifAllowed(
                true, () -> context.api().find(reference.path()).isPresent());
        if (there) {
            return Optional.empty();
        }
        return Optional.of(Problems.problem(
                ProblemCodes.REFERENCE_MISSING,
                from,
                "it refers to " + reference.kind() + " `" + reference.name() + "`, which does not exist: "
                        + reference.effect(),
                "create it, put it into the set, or refer to another one"));
    }

    private static List<Referred> references(DesiredObject desired) {
        List<Referred> found = new ArrayList<>();
        MapTree tree = desired.manifest().tree();
        MapTree spec = Trees.map(tree, "spec");
        String namespace = desired.id().namespace();
        switch (desired.id().kind()) {
            case "Ingress" -> ingressClass(spec, found);
            case "PersistentVolumeClaim" -> storageClass(spec, found);
            case "StatefulSet" -> {
                for (Tree claim : Trees.list(spec, "volumeClaimTemplates")) {
                    if (claim instanceof MapTree map) {
                        storageClass(Trees.map(map, "spec"), found);
                    }
                }
            }
            default -> {}
        }
        String effect = desired.id().kind().equals("Pod") ? "it would be refused" : "its pods would be refused";
        Pods.spec(desired.manifest()).ifPresent(pod -> pod(pod, namespace, effect, found));
        return found;
    }

    private static void ingressClass(MapTree spec, List<Referred> found) {
        spec.string("ingressClassName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> found.add(new Referred(
                        "IngressClass",
                        name,
                        "/apis/networking.k8s.io/v1/ingressclasses/" + name,
                        "no controller would act on it")));
    }

    private static void storageClass(MapTree spec, List<Referred> found) {
        spec.string("storageClassName")
                // Without a class a volume that was made by hand is taken.
                .filter(name -> !name.isEmpty() && spec.string("volumeName").isEmpty())
                .ifPresent(name -> found.add(new Referred(
                        "StorageClass",
                        name,
                        "/apis/storage.k8s.io/v1/storageclasses/" + name,
                        "no volume would be made for it")));
    }

    private static void pod(MapTree pod, String namespace, String effect, List<Referred> found) {
        pod.string("priorityClassName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> found.add(new Referred(
                        "PriorityClass", name, "/apis/scheduling.k8s.io/v1/priorityclasses/" + name, effect)));
        pod.string("serviceAccountName")
                .filter(name -> !name.isEmpty() && !name.equals("default"))
                .ifPresent(name -> found.add(new Referred(
                        "ServiceAccount",
                        name,
                        "/api/v1/namespaces/" + namespace + "/serviceaccounts/" + name,
                        effect)));
    }
}
