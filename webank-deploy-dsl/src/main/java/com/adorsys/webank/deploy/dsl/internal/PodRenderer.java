package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.pod.HostsEntry;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.ProcessNamespace;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders the pod template of any kind of workload. Use one instance per template. */
public final class PodRenderer {
    private final PodSettings settings;
    private final List<VolumeMount> mounts;
    private final MapTree container;
    private MapTree labels = MapTree.of();
    private MapTree annotations = MapTree.of();
    private MapTree selector = MapTree.of();
    private MapTree first = MapTree.of();

    /**
     * A pod.
     *
     * @param settings the settings of the pod
     * @param mounts the volume mounts of its main container
     * @param container the rendered main container
     */
    public PodRenderer(PodSettings settings, List<VolumeMount> mounts, MapTree container) {
        this.settings = settings;
        this.mounts = mounts;
        this.container = container;
    }

    /** Sets labels and annotations; those of the settings override them. */
    public PodRenderer metadata(MapTree podLabels, MapTree podAnnotations) {
        labels = podLabels;
        annotations = podAnnotations;
        return this;
    }

    /** Sets the labels by which the workload selects its pods. */
    public PodRenderer selector(MapTree selected) {
        selector = selected;
        return this;
    }

    /** Sets the image pull secrets. */
    public PodRenderer pullSecrets(List<SecretRef> secrets) {
        List<Tree> names = new ArrayList<>(secrets.size());
        for (SecretRef secret : secrets) {
            names.add(MapTree.of("name", secret.name()));
        }
        first = names.isEmpty() ? MapTree.of() : MapTree.of("imagePullSecrets", ListTree.of(names));
        return this;
    }

    /** Disables the token for the Kubernetes API. */
    public PodRenderer withoutToken() {
        first = MapTree.builder(1).put("automountServiceAccountToken", false).build();
        return this;
    }

    /** Renders the {@code template}. */
    public MapTree render() {
        MapTree metadata = MapTree.builder(2)
                .put("labels", Metadata.merged(labels, settings.podLabels()))
                .putUnlessEmpty("annotations", Metadata.merged(annotations, settings.podAnnotations()))
                .build();
        return MapTree.builder(2).put("metadata", metadata).put("spec", spec()).build();
    }

    private MapTree spec() {
        MapTree.Builder spec = MapTree.builder(6)
                .putAll(first)
                .putUnlessEmpty("initContainers", containers(Optional.empty(), settings.initContainers()))
                .put("containers", containers(Optional.of(container), settings.containers()))
                .putUnlessEmpty("volumes", volumes());
        putText(spec, "priorityClassName", settings.priorityClassName());
        putText(spec, "runtimeClassName", settings.runtimeClassName());
        if (!settings.nodeSelector().isEmpty()) {
            spec.put("nodeSelector", MapTree.ofStrings(new TreeMap<>(settings.nodeSelector())));
        }
        List<Tree> tolerations = new ArrayList<>(settings.tolerations().size());
        for (TaintToleration toleration : settings.tolerations()) {
            tolerations.add(toleration.tree());
        }
        spec.putUnlessEmpty("tolerations", ListTree.of(tolerations));
        if (settings.affinity().isPresent()) {
            spec.put("affinity", settings.affinity().get().tree());
        }
        List<Tree> spreads =
                new ArrayList<>(settings.topologySpreadConstraints().size());
        for (TopologySpread spread : settings.topologySpreadConstraints()) {
            spreads.add(spread.tree(selector));
        }
        spec.putUnlessEmpty("topologySpreadConstraints", ListTree.of(spreads));
        Optional<Duration> grace = settings.terminationGracePeriod();
        if (grace.isPresent()) {
            spec.put("terminationGracePeriodSeconds", grace.get().toSeconds());
        }
        if (settings.podSecurityContext().isPresent()) {
            spec.put("securityContext", settings.podSecurityContext().get().tree());
        }
        if (settings.dns().isPresent()) {
            spec.putAll(settings.dns().get().tree());
        }
        List<Tree> aliases = new ArrayList<>(settings.hostAliases().size());
        for (HostsEntry entry : settings.hostAliases()) {
            aliases.add(entry.tree());
        }
        spec.putUnlessEmpty("hostAliases", ListTree.of(aliases));
        Optional<ProcessNamespace> processes = settings.processNamespace();
        if (processes.isPresent()) {
            spec.put("shareProcessNamespace", processes.get() == ProcessNamespace.SHARED);
        }
        return spec.build();
    }

    private static ListTree containers(Optional<MapTree> before, List<PodContainer> further) {
        List<Tree> containers = new ArrayList<>(further.size() + 1);
        if (before.isPresent()) {
            containers.add(before.get());
        }
        for (PodContainer next : further) {
            containers.add(ContainerRenderer.render(next));
        }
        return ListTree.of(containers);
    }

    private ListTree volumes() {
        Map<String, Tree> volumes = new LinkedHashMap<>();
        for (PodVolume volume : settings.volumes()) {
            volumes.put(volume.name(), volume.tree());
        }
        addMounted(mounts, volumes);
        for (PodContainer init : settings.initContainers()) {
            addMounted(init.volumeMounts(), volumes);
        }
        for (PodContainer further : settings.containers()) {
            addMounted(further.volumeMounts(), volumes);
        }
        return ListTree.of(new ArrayList<>(volumes.values()));
    }

    private static void addMounted(List<VolumeMount> mounts, Map<String, Tree> volumes) {
        for (VolumeMount mount : mounts) {
            Optional<PodVolume> volume = mount.volume();
            if (volume.isPresent()) {
                volumes.putIfAbsent(volume.get().name(), volume.get().tree());
            }
        }
    }

    private static void putText(MapTree.Builder spec, String key, Optional<String> text) {
        if (text.isPresent()) {
            spec.put(key, text.get());
        }
    }
}
