package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of the hardened posture. */
final class HardenedSteps {
    /** A step of this library. */
    abstract static class Step extends PostureStep {
        private final String reference;

        Step(String name, Phase phase, ChangeClass effect, String reason, String reference) {
            super(name, phase, effect, reason);
            this.reference = reference;
        }

        @Override
        public final String reference() {
            return reference;
        }
    }

    /** A step that changes containers. */
    abstract static class ContainerStep extends Step {
        ContainerStep(String name, String reason, String reference) {
            super(name, Phase.POD, ChangeClass.ROLL_OUT, reason, reference);
        }

        @Override
        public final ReleasePart apply(ReleasePart part) {
            return part.component().isEmpty() ? part : part.editContainers(container -> changed(container, part));
        }

        abstract MapTree changed(MapTree container, ReleasePart part);
    }

    private static final String DOCS = "https://kubernetes.io/docs/";
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
                    "each component has its own ServiceAccount, without a token for an API that it does not call",
                    DOCS + "tasks/configure-pod-container/configure-service-account/");
        }

        @Override
        public ReleasePart apply(ReleasePart part) {
            Optional<Component> component = part.component();
            MapTree deployment = part.object("Deployment").orElse(MapTree.of());
            if (deployment.isEmpty() || component.isEmpty()) {
                return part;
            }
            Optional<ServiceAccountSettings> settings = component.get().serviceAccount();
            boolean token = settings.isPresent()
                    && settings.get().token().orElse(ServiceAccountSettings.Token.NOT_MOUNTED)
                            == ServiceAccountSettings.Token.MOUNTED;
            MapTree metadata = Trees.map(deployment, "metadata");
            MapTree annotations = Metadata.merged(
                    Trees.map(metadata, "annotations"),
                    settings.isPresent() ? settings.get().annotations() : Map.of());
            MapTree account = MapTree.builder(4)
                    .put("apiVersion", "v1")
                    .put("kind", "ServiceAccount")
                    .put("metadata", annotations.isEmpty() ? metadata : metadata.with("annotations", annotations))
                    .put("automountServiceAccountToken", token)
                    .build();
            String name = metadata.string("name").orElse("");
            return part.with(account)
                    .editPods(pod -> pod.with("serviceAccountName", name)
                            .with("automountServiceAccountToken", ScalarTree.of(token)));
        }
    }

    private static final class ResourcesStep extends ContainerStep {
        ResourcesStep() {
            super(
                    "resources",
                    "the scheduler and the autoscaler work with the containers' requests",
                    DOCS + "concepts/configuration/manage-resources-containers/");
        }

        @Override
        MapTree changed(MapTree container, ReleasePart part) {
            MapTree resources = container.map("resources").orElse(said(part, container));
            if (resources.has("requests")) {
                return container.with("resources", resources);
            }
            // A resource with a limit and no request requests its limit.
            MapTree requests = REQUESTS;
            for (String limited : Trees.map(resources, "limits").keys()) {
                requests = requests.without(limited);
            }
            return container.with("resources", requests.isEmpty() ? resources : resources.with("requests", requests));
        }

        /** The resources of the main container in chart values, which the chart does not render. */
        private static MapTree said(ReleasePart part, MapTree container) {
            Optional<Component> component = part.component();
            return component.isPresent()
                            && component.get().resources().isPresent()
                            && container
                                    .string("name")
                                    .equals(Optional.of(component.get().containerName()))
                    ? component.get().resources().get().tree()
                    : MapTree.of();
        }
    }

    private static final class ProbesStep extends ContainerStep {
        ProbesStep() {
            super(
                    "probes",
                    "a slow start is tolerated, and a busy pod stops getting traffic before it is restarted",
                    DOCS + "concepts/configuration/liveness-readiness-startup-probes/");
        }

        /**
         * If liveness and readiness are the same probe, adds a startup probe that allows 150 s, and raises the liveness
         * threshold.
         */
        @Override
        MapTree changed(MapTree container, ReleasePart part) {
            Optional<MapTree> liveness = container.map("livenessProbe");
            if (liveness.isEmpty() || !liveness.equals(container.map("readinessProbe"))) {
                return container;
            }
            MapTree asked = liveness.get();
            MapTree.Builder handlerOnly = MapTree.builder(3);
            for (int i = 0; i < asked.size(); i++) {
                if (!(asked.valueAt(i) instanceof ScalarTree)) {
                    handlerOnly.put(asked.keyAt(i), asked.valueAt(i));
                }
            }
            MapTree handler = handlerOnly.build();
            MapTree.Builder changed = MapTree.builder(container.size() + 1);
            for (int i = 0; i < container.size(); i++) {
                String key = container.keyAt(i);
                if (key.equals("livenessProbe")) {
                    if (!container.has("startupProbe")) {
                        changed.put("startupProbe", with(handler, 5, 30));
                    }
                    changed.put(key, with(handler, 10, 6));
                } else if (key.equals("readinessProbe")) {
                    changed.put(key, asked.without("initialDelaySeconds"));
                } else {
                    changed.put(key, container.valueAt(i));
                }
            }
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
                    "with a fixed number of replicas, every apply undoes the autoscaler's scaling",
                    DOCS + "concepts/workloads/autoscaling/horizontal-pod-autoscale/");
        }

        @Override
        public ReleasePart apply(ReleasePart part) {
            return part.has("HorizontalPodAutoscaler") ? part.editWorkloads(AutoscalingStep::withoutReplicas) : part;
        }

        private static MapTree withoutReplicas(MapTree workload) {
            MapTree spec = Trees.map(workload, "spec");
            return workload.with("spec", spec.without("replicas"));
        }
    }

    private static final class AnnotationsStep extends Step {
        AnnotationsStep() {
            super(
                    "annotations",
                    Phase.RELEASE,
                    ChangeClass.ROLL_OUT,
                    "the charts also write annotations as labels, and most annotation values are invalid label values",
                    DOCS + "concepts/overview/working-with-objects/annotations/");
        }

        @Override
        public ReleasePart apply(ReleasePart part) {
            if (part.component().isEmpty()
                    || part.component().get().annotations().isEmpty()) {
                return part;
            }
            Component component = part.component().get();
            return part.editWorkloads(workload -> withoutAnnotations(workload, component));
        }

        private static MapTree withoutAnnotations(MapTree workload, Component component) {
            return Trees.edit(
                    workload,
                    labels -> {
                        MapTree kept = labels;
                        for (String key : component.annotations().keySet()) {
                            boolean isLabel = component.labels().containsKey(key)
                                    || component.podLabels().containsKey(key);
                            kept = isLabel ? kept : kept.without(key);
                        }
                        return kept;
                    },
                    ReleasePart.inPod(workload, LABELS));
        }
    }

    private static final class LabelsStep extends Step {
        LabelsStep() {
            super(
                    "labels",
                    Phase.RELEASE,
                    ChangeClass.ROLL_OUT,
                    "labels name what runs and what manages it: this library instead of a chart version",
                    DOCS + "concepts/overview/working-with-objects/common-labels/");
        }

        @Override
        public ReleasePart apply(ReleasePart part) {
            String version = version(part);
            Map<String, String> common =
                    part.component().isPresent() ? part.component().get().labels() : Map.of();
            return part.edit(object -> labelled(
                    labelled(object, version, Map.of(), LABELS), version, common, ReleasePart.inPod(object, LABELS)));
        }

        private static MapTree labelled(MapTree object, String version, Map<String, String> common, String... path) {
            return Trees.edit(object, labels -> own(labels, version, common), path);
        }

        private static MapTree own(MapTree labels, String version, Map<String, String> common) {
            MapTree.Builder own = MapTree.builder(labels.size() + 2);
            for (int i = 0; i < labels.size(); i++) {
                String key = labels.keyAt(i);
                Tree value = labels.valueAt(i);
                switch (key) {
                    case StandardLabels.CHART, StandardLabels.VERSION -> {}
                    case StandardLabels.MANAGED_BY -> own.put(key, "webank-deploy");
                    case StandardLabels.NAME -> {
                        own.put(key, value);
                        own.put(StandardLabels.PART_OF, "webank");
                        if (!version.isEmpty()) {
                            own.put(StandardLabels.VERSION, version);
                        }
                    }
                    default -> own.put(key, value);
                }
            }
            return Metadata.merged(own.build(), common);
        }

        private static String version(ReleasePart part) {
            if (part.component().isEmpty()) {
                return "";
            }
            Image image = part.component().get().image();
            String tag = image.digest().isPresent() ? "" : image.tag().orElse("");
            return Names.labelValue(tag).isEmpty() ? tag : "";
        }
    }
}
