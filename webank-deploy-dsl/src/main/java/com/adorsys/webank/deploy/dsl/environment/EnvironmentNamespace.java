package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.SyncOption;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.environment.NamespaceSettings.Owner;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.internal.steps.NamespaceStep;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The namespace of an environment as Argo CD or a manifest makes it, and the objects that limit its pods. */
final class EnvironmentNamespace {
    /** What keeps Argo CD, and this library, from deleting an object. */
    static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";

    static final List<String> KEPT = List.of(SyncOption.NEVER_PRUNE.text(), SyncOption.NEVER_DELETE.text());

    private final Environment environment;
    private final NamespaceSettings settings;

    EnvironmentNamespace(Environment environment) {
        this.environment = environment;
        this.settings = environment.namespace();
    }

    /** The labels of the posture and of the settings, sorted. */
    Map<String, String> labels() {
        return merged(ofPosture(), settings.labels());
    }

    private Map<String, String> ofPosture() {
        String version = environment.kubernetes().isPresent()
                ? "v" + environment.kubernetes().get().number()
                : "latest";
        return NamespaceStep.labels(environment.posture(), environment.webank(), version);
    }

    /** How Argo CD syncs: with the labels of the namespace if it makes that, and without creating it otherwise. */
    SyncPolicy syncPolicy() {
        SyncPolicy policy = environment.syncPolicy();
        if (settings.owner() != Owner.ARGO_CD) {
            return policy.withOptions(policy.options().without(SyncOption.CREATE_NAMESPACE));
        }
        return policy.withNamespaceLabels(merged(policy.namespaceLabels(), labels()))
                .withNamespaceAnnotations(merged(policy.namespaceAnnotations(), settings.annotations()));
    }

    /** The Namespace if it is a manifest, the ResourceQuota and the LimitRange. */
    ManifestSet manifests() {
        List<Manifest> manifests = new ArrayList<>(3);
        String namespace = environment.destination().namespace();
        if (settings.owner() == Owner.GIT) {
            MapTree annotations =
                    MapTree.ofStrings(merged(settings.annotations(), Map.of(SYNC_OPTIONS, String.join(",", KEPT))));
            MapTree metadata = MapTree.of("name", namespace)
                    .with("labels", MapTree.ofStrings(merged(standardLabels(), labels())))
                    .with("annotations", annotations);
            manifests.add(manifest("Namespace", metadata, MapTree.of()));
        }
        MapTree metadata = MapTree.of("name", environment.releaseName())
                .with("namespace", namespace)
                .with("labels", MapTree.ofStrings(standardLabels()));
        if (settings.quota().isPresent()) {
            MapTree hard = settings.quota().get().tree();
            manifests.add(manifest("ResourceQuota", metadata, MapTree.of("hard", hard)));
        }
        if (settings.limits().isPresent()) {
            ListTree limits = ListTree.of(settings.limits().get().tree());
            manifests.add(manifest("LimitRange", metadata, MapTree.of("limits", limits)));
        }
        return ManifestSet.of(manifests);
    }

    private Map<String, String> standardLabels() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(StandardLabels.INSTANCE, environment.releaseName());
        labels.put(StandardLabels.MANAGED_BY, "webank-deploy");
        labels.put(StandardLabels.NAME, "webank");
        labels.put(StandardLabels.PART_OF, "webank");
        return labels;
    }

    private static Manifest manifest(String kind, MapTree metadata, MapTree spec) {
        return Manifest.of(MapTree.builder(4)
                .put("apiVersion", "v1")
                .put("kind", kind)
                .put("metadata", metadata)
                .putUnlessEmpty("spec", spec)
                .build());
    }

    /** Reports each label and annotation that two settings set, and those that nobody would write. */
    void check(ValueChecks checks) {
        agree(
                "namespace.labels",
                settings.labels(),
                "the posture, by a step that can be switched off,",
                ofPosture(),
                checks);
        SyncPolicy policy = environment.syncPolicy();
        if (settings.owner() == Owner.ARGO_CD) {
            agree(
                    "syncPolicy.namespaceLabels",
                    policy.namespaceLabels(),
                    "`namespace` or the posture",
                    labels(),
                    checks);
            agree(
                    "syncPolicy.namespaceAnnotations",
                    policy.namespaceAnnotations(),
                    "`namespace`",
                    settings.annotations(),
                    checks);
            if (!policy.options().has(SyncOption.CREATE_NAMESPACE)
                    && !(labels().isEmpty() && settings.annotations().isEmpty())) {
                checks.error(
                        ProblemCodes.NAMESPACE_NOT_CREATED,
                        "syncPolicy.options",
                        "Argo CD does not make the namespace, so it does not set its labels and annotations either",
                        "Add `SyncOption.CREATE_NAMESPACE`, or say who makes the namespace: `namespace` with `Owner.GIT` or"
                                + " `Owner.OTHERS`");
            }
            return;
        }
        if (settings.owner() == Owner.GIT) {
            agree("namespace.labels", settings.labels(), "the library", standardLabels(), checks);
            agree(
                    "namespace.annotations",
                    settings.annotations(),
                    "the library, so that nobody deletes the namespace,",
                    Map.of(SYNC_OPTIONS, String.join(",", KEPT)),
                    checks);
        }
        if (!policy.namespaceLabels().isEmpty()
                || !policy.namespaceAnnotations().isEmpty()) {
            checks.error(
                    ProblemCodes.SETTING_CONFLICT,
                    "syncPolicy",
                    "it has labels or annotations of the namespace, which `namespace` does not let Argo CD make",
                    "Move them to `namespace`, or let `Owner.ARGO_CD` make the namespace");
        }
    }

    private static void agree(
            String field, Map<String, String> these, String other, Map<String, String> those, ValueChecks checks) {
        for (Map.Entry<String, String> entry : these.entrySet()) {
            String set = those.get(entry.getKey());
            if (set != null && !set.equals(entry.getValue())) {
                checks.error(
                        ProblemCodes.SETTING_CONFLICT,
                        field,
                        Problem.quote(entry.getKey()) + " is set to another value by " + other + " too",
                        "Keep one of them");
            }
        }
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }
}
