package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** See {@link Checks#references()}. */
final class ReferenceCheck implements Check {
    static final String NAME = "references";

    /** For a set that is complete. */
    static final ReferenceCheck COMPLETE = new ReferenceCheck(Severity.ERROR, Inside.CHECKED);

    /** For a part of what is in a cluster. */
    static final ReferenceCheck PART = new ReferenceCheck(Severity.WARNING, Inside.CHECKED);

    /** Whether what {@link PodReferences} look at is checked too. */
    private enum Inside {
        CHECKED,
        LEFT_OUT
    }

    private final Severity missing;
    private final Inside inside;

    private ReferenceCheck(Severity missing, Inside inside) {
        this.missing = missing;
        this.inside = inside;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> parts() {
        return inside == Inside.LEFT_OUT
                ? List.of(this)
                : List.of(PodReferences.INSTANCE, new ReferenceCheck(missing, Inside.LEFT_OUT));
    }

    @Override
    public Reach reach() {
        return Reach.LINKS;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        SetIndex index = SetIndex.of(manifests, missing);
        ApplicationReferences applications = new ApplicationReferences();
        for (Manifest manifest : manifests) {
            Report report = new Report(manifest, manifests, into);
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                if (inside == Inside.CHECKED) {
                    PodReferences.check(pods, report);
                }
                checkKeys(pods, index, report);
                continue;
            }
            switch (manifest.id().group() + "/" + manifest.kind()) {
                case "/Service" -> ServiceReferences.checkService(manifest, index, report);
                case "networking.k8s.io/Ingress" -> ServiceReferences.checkIngress(manifest, index, report);
                case "networking.k8s.io/NetworkPolicy" ->
                    SelectorReferences.checkNetworkPolicy(manifest, index, report);
                case "policy/PodDisruptionBudget" -> SelectorReferences.checkDisruptionBudget(manifest, index, report);
                case "monitoring.coreos.com/ServiceMonitor" ->
                    SelectorReferences.checkServiceMonitor(manifest, index, report);
                case "monitoring.coreos.com/PodMonitor" -> SelectorReferences.checkPodMonitor(manifest, index, report);
                case "argoproj.io/Application" -> applications.check(manifest, index, report);
                case "argoproj.io/ApplicationSet" -> ApplicationReferences.checkTemplate(manifest, index, report);
                case "autoscaling/HorizontalPodAutoscaler" -> AutoscalerReferences.check(manifest, index, report);
                default -> {}
            }
        }
    }

    /** A key that a reference names must be in the Secret or ConfigMap, if that is in the set. */
    private static void checkKeys(Pods pods, SetIndex index, Report report) {
        Manifest manifest = pods.manifest();
        List<Reference> references = References.of(pods, index);
        for (Reference reference : references) {
            Optional<String> key = reference.key();
            if (reference.isExternal() || reference.isOptional() || key.isEmpty()) {
                continue;
            }
            MapTree target = Objects.requireNonNull(index.find(manifest, "", reference.kind(), reference.name()))
                    .tree();
            Set<String> keys = new HashSet<>(Trees.map(target, "data").keys());
            keys.addAll(Trees.map(target, reference.kind().equals("Secret") ? "stringData" : "binaryData")
                    .keys());
            if (!keys.contains(key.get())) {
                report.add(
                        index.missing(),
                        ProblemCodes.DANGLING_REFERENCE,
                        reference.path(),
                        "the " + reference.kind() + " " + Problem.quote(reference.name()) + " has no key "
                                + Problem.quote(key.get()),
                        Remedies.meant(key.get(), keys, "keys", "add it"));
            }
        }
    }
}
