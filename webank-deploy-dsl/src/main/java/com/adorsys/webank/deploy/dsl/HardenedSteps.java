package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.dsl.internal.TreeEdits;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of the hardened posture, each the little that it does. */
final class HardenedSteps {
    /** A step that looks at one part of a release at a time. */
    abstract static non-sealed class Step extends PostureStep {
        Step(String name, Phase phase, ChangeClass effect, String reason, String reference) {
            super(name, phase, effect, reason, reference);
        }

        @Override
        final void apply(ReleaseDraft draft) {
            for (DraftPart part : draft.parts()) {
                apply(part);
            }
        }

        abstract void apply(DraftPart part);
    }

    private static final String DOCS = "https://kubernetes.io/docs/";
    private static final String[] POD = {"spec", "template", "spec"};
    private static final String[] POD_LABELS = {"spec", "template", "metadata", "labels"};
    private static final String[] LABELS = {"metadata", "labels"};

    private static final MapTree REQUESTS =
            MapTree.builder(2).put("cpu", "200m").put("memory", "512Mi").build();

    private HardenedSteps() {}

    static List<PostureStep> all() {
        return List.of(
                new ServiceAccountStep(),
                new ResourcesStep(),
                new ProbesStep(),
                new AutoscalingStep(),
                new AnnotationsStep(),
                new LabelsStep());
    }

    private static final class ServiceAccountStep extends Step {
        ServiceAccountStep() {
            super(
                    "service-account",
                    Phase.POD,
                    ChangeClass.ROLL_OUT,
                    "each component has an identity of its own, and no token for an API that it does not call",
                    DOCS + "tasks/configure-pod-container/configure-service-account/");
        }

        @Override
        void apply(DraftPart part) {
            MapTree deployment = part.get("Deployment");
            Optional<Component> component = part.component();
            if (deployment == null || component.isEmpty()) {
                return;
            }
            Optional<ServiceAccountSettings> settings = component.get().serviceAccount();
            boolean token = settings.isPresent()
                    && settings.get().token().orElse(ServiceAccountSettings.Token.NOT_MOUNTED)
                            == ServiceAccountSettings.Token.MOUNTED;
            MapTree metadata = deployment.map("metadata").orElse(MapTree.of());
            MapTree annotations = ReleaseDraft.merged(
                    metadata.map("annotations").orElse(MapTree.of()),
                    settings.isPresent() ? settings.get().annotations() : Map.of());
            MapTree.Builder account = MapTree.builder(4)
                    .put("apiVersion", "v1")
                    .put("kind", "ServiceAccount")
                    .put("metadata", annotations.isEmpty() ? metadata : metadata.with("annotations", annotations))
                    .put("automountServiceAccountToken", token);
            part.put("ServiceAccount", account.build());
            String name = metadata.string("name").orElse("");
            part.edit(
                    "Deployment",
                    tree -> TreeEdits.at(
                            tree,
                            pod -> pod.with("serviceAccountName", name)
                                    .with("automountServiceAccountToken", ScalarTree.of(token)),
                            POD));
        }
    }

    private static final class ResourcesStep extends Step {
        ResourcesStep() {
            super(
                    "resources",
                    Phase.POD,
                    ChangeClass.ROLL_OUT,
                    "the scheduler places pods, and an autoscaler counts load, by what containers request",
                    DOCS + "concepts/configuration/manage-resources-containers/");
        }

        @Override
        void apply(DraftPart part) {
            MapTree said = part.component()
                    .flatMap(Component::resources)
                    .map(Resources::tree)
                    .orElse(MapTree.of());
            part.edit(
                    "Deployment",
                    tree -> TreeEdits.containers(tree, container -> {
                        MapTree resources = container.map("resources").orElse(said);
                        return container.with(
                                "resources",
                                resources.has("requests") ? resources : resources.with("requests", REQUESTS));
                    }));
        }
    }

    private static final class ProbesStep extends Step {
        ProbesStep() {
            super(
                    "probes",
                    Phase.POD,
                    ChangeClass.ROLL_OUT,
                    "a slow start is waited for, and a pod that is busy is spared traffic before it is killed",
                    DOCS + "concepts/configuration/liveness-readiness-startup-probes/");
        }

        @Override
        void apply(DraftPart part) {
            part.edit("Deployment", tree -> TreeEdits.containers(tree, ProbesStep::distinct));
        }

        /** Where liveness and readiness ask the same, a startup probe waits 150 s, and liveness has more patience. */
        private static MapTree distinct(MapTree container) {
            Optional<MapTree> liveness = container.map("livenessProbe");
            if (liveness.isEmpty() || !liveness.equals(container.map("readinessProbe"))) {
                return container;
            }
            MapTree asked = liveness.get();
            MapTree.Builder handlerOnly = MapTree.builder(3);
            asked.forEach((key, value) -> {
                if (!(value instanceof ScalarTree)) {
                    handlerOnly.put(key, value);
                }
            });
            MapTree handler = handlerOnly.build();
            MapTree.Builder changed = MapTree.builder(container.size() + 1);
            container.forEach((key, value) -> {
                if (key.equals("livenessProbe")) {
                    if (!container.has("startupProbe")) {
                        changed.put("startupProbe", with(handler, 5, 30));
                    }
                    changed.put(key, with(handler, 10, 6));
                } else if (key.equals("readinessProbe")) {
                    changed.put(key, asked.without("initialDelaySeconds"));
                } else {
                    changed.put(key, value);
                }
            });
            return changed.build();
        }

        private static MapTree with(MapTree handler, int periodSeconds, int failures) {
            return handler.toBuilder()
                    .put("periodSeconds", periodSeconds)
                    .put("timeoutSeconds", 5)
                    .put("failureThreshold", failures)
                    .build();
        }
    }

    private static final class AutoscalingStep extends Step {
        AutoscalingStep() {
            super(
                    "autoscaling",
                    Phase.WORKLOAD,
                    ChangeClass.CONFIGURATION,
                    "a fixed number of pods beside an autoscaler undoes at every apply what the autoscaler did",
                    DOCS + "concepts/workloads/autoscaling/horizontal-pod-autoscale/");
        }

        @Override
        void apply(DraftPart part) {
            if (part.has("HorizontalPodAutoscaler")) {
                part.edit("Deployment", tree -> TreeEdits.at(tree, spec -> spec.without("replicas"), "spec"));
            }
        }
    }

    private static final class AnnotationsStep extends Step {
        AnnotationsStep() {
            super(
                    "annotations",
                    Phase.RELEASE,
                    ChangeClass.ROLL_OUT,
                    "annotations are no labels: the charts write them as both, and most texts are no label values",
                    DOCS + "concepts/overview/working-with-objects/annotations/");
        }

        @Override
        void apply(DraftPart part) {
            part.component()
                    .ifPresent(component -> part.edit(
                            "Deployment",
                            tree -> TreeEdits.at(
                                    tree,
                                    labels -> {
                                        MapTree kept = labels;
                                        for (String key :
                                                component.annotations().keySet()) {
                                            kept = component.labels().containsKey(key) ? kept : kept.without(key);
                                        }
                                        return kept;
                                    },
                                    POD_LABELS)));
        }
    }

    private static final class LabelsStep extends Step {
        LabelsStep() {
            super(
                    "labels",
                    Phase.RELEASE,
                    ChangeClass.ROLL_OUT,
                    "labels tell what runs and what manages it: this library, not a chart of some version",
                    DOCS + "concepts/overview/working-with-objects/common-labels/");
        }

        @Override
        void apply(DraftPart part) {
            String version = version(part);
            Map<String, String> common =
                    part.component().isPresent() ? part.component().get().labels() : Map.of();
            for (String kind : List.copyOf(kinds(part))) {
                part.edit(kind, tree -> {
                    MapTree labelled = TreeEdits.at(tree, labels -> own(labels, version, Map.of()), LABELS);
                    return TreeEdits.at(labelled, labels -> own(labels, version, common), POD_LABELS);
                });
            }
        }

        private static List<String> kinds(DraftPart part) {
            List<String> kinds = new java.util.ArrayList<>();
            part.kinds().forEach(kinds::add);
            return kinds;
        }

        private static MapTree own(MapTree labels, String version, Map<String, String> common) {
            MapTree.Builder own = MapTree.builder(labels.size() + 2);
            for (int i = 0; i < labels.size(); i++) {
                String key = labels.keyAt(i);
                Tree value = labels.valueAt(i);
                switch (key) {
                    case "helm.sh/chart", "app.kubernetes.io/version" -> {}
                    case "app.kubernetes.io/managed-by" -> own.put(key, "webank-deploy");
                    case "app.kubernetes.io/name" -> {
                        own.put(key, value);
                        own.put("app.kubernetes.io/part-of", "webank");
                        if (!version.isEmpty()) {
                            own.put("app.kubernetes.io/version", version);
                        }
                    }
                    default -> own.put(key, value);
                }
            }
            return ReleaseDraft.merged(own.build(), common);
        }

        private static String version(DraftPart part) {
            if (part.component().isEmpty()) {
                return "";
            }
            Image image = part.component().get().image();
            String tag = image.digest().isPresent() ? "" : image.tag().orElse("");
            return Names.labelValue(tag).isEmpty() ? tag : "";
        }
    }
}
