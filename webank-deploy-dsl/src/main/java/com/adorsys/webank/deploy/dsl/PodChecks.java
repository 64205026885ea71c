package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the settings of a pod and its containers, each one and all of them together. */
final class PodChecks {
    private final PodSettings pod;
    private final ValueChecks checks;

    PodChecks(PodSettings pod, ValueChecks checks) {
        this.pod = pod;
        this.checks = checks;
    }

    /**
     * Checks the pod and its containers other than the main one.
     *
     * @param main the main container's name
     * @param mounts the volume mounts of the main container
     */
    void check(String main, List<VolumeMount> mounts) {
        checks.labels("nodeSelector", pod.nodeSelector());
        checks.labels("podLabels", pod.podLabels());
        checks.annotations("podAnnotations", pod.podAnnotations());
        checks.subdomain("priorityClassName", pod.priorityClassName());
        checks.subdomain("runtimeClassName", pod.runtimeClassName());
        checks.seconds("terminationGracePeriod", pod.terminationGracePeriod(), 0);
        List<String> volumes = new ArrayList<>(pod.volumes().size());
        for (PodVolume volume : pod.volumes()) {
            volumes.add(volume.name());
        }
        checks.distinct("volumes", volumes);
        Map<String, PodVolume> known = new HashMap<>();
        for (PodVolume volume : pod.volumes()) {
            known.put(volume.name(), volume);
        }
        mounts("volumeMounts", mounts, known);
        Set<String> names = new HashSet<>(Set.of(main));
        containers("initContainers", pod.initContainers(), names, known);
        containers("containers", pod.containers(), names, known);
        for (PodContainer init : pod.initContainers()) {
            if (!init.isSidecar()
                    && (!init.probes().equals(Probes.none()) || init.lifecycle().isPresent())) {
                checks.error(
                        ProblemCodes.SETTING_CONFLICT,
                        "initContainers." + init.name(),
                        "an init container that is not a sidecar cannot have probes or lifecycle hooks",
                        "Make it a sidecar with `asSidecar()`, or remove them");
            }
        }
    }

    /** Checks the ports and probes of a component's main container. */
    void checkMain(Component component) {
        Set<String> ports = ports("ports", component.ports(), component.traits().containerPort());
        for (NamedPort port : component.ports()) {
            if (port.number() == component.port() && port.protocol().equals("TCP")) {
                checks.error(
                        ProblemCodes.DUPLICATE_PORT,
                        "ports",
                        "the port `" + port.number() + "` of " + Problem.quote(port.name())
                                + " is the component's main port",
                        "Remove it, or give it another number");
            }
        }
        // Values are checked elsewhere, where problems get their place in the file.
        if (!component.chartOnly().fromValues()) {
            probes("probes", component.probes(), ports, true);
            Set<String> volumes = new HashSet<>();
            component.volumes().forEach(volume -> volumes.add(volume.name()));
            component.volumeMounts().forEach(mount -> mount.volume().ifPresent(volume -> volumes.add(volume.name())));
            built("volumeMounts", component.volumeMounts(), volumes);
        }
    }

    private void containers(
            String field, List<PodContainer> containers, Set<String> names, Map<String, PodVolume> known) {
        for (PodContainer container : containers) {
            String place = field + "." + container.name();
            checks.name(place + ".name", container.name());
            if (!names.add(container.name())) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        field,
                        "two containers of the pod are named " + Problem.quote(container.name()),
                        "Give one of them another name");
            }
            List<String> variables = new ArrayList<>(container.env().size());
            container.env().forEach(variable -> variables.add(variable.name()));
            checks.distinct(place + ".env", variables);
            mounts(place + ".volumeMounts", container.volumeMounts(), known);
            built(place + ".volumeMounts", container.volumeMounts(), known.keySet());
            Set<String> ports = ports(place + ".ports", container.ports(), "");
            probes(
                    place + ".probes",
                    container.probes(),
                    ports,
                    !container.ports().isEmpty());
        }
    }

    /** Reports two mounts with the same path, and different volumes with the same name. */
    private void mounts(String field, List<VolumeMount> mounts, Map<String, PodVolume> known) {
        List<String> paths = new ArrayList<>(mounts.size());
        for (VolumeMount mount : mounts) {
            paths.add(mount.path());
            PodVolume volume = mount.volume().orElse(null);
            PodVolume other = volume == null ? null : known.putIfAbsent(volume.name(), volume);
            if (volume != null && other != null && !other.equals(volume)) {
                checks.error(
                        ProblemCodes.SETTING_CONFLICT,
                        field,
                        "two volumes are named " + Problem.quote(volume.name()) + ", and have different sources",
                        "Give one of them another name");
            }
        }
        checks.distinct(field, paths);
    }

    /** Reports mounts of missing volumes, and two mounts with the same path. */
    private void built(String field, List<VolumeMount> mounts, Set<String> volumes) {
        List<String> paths = new ArrayList<>(mounts.size());
        for (VolumeMount mount : mounts) {
            paths.add(mount.path());
            if (!volumes.contains(mount.name())) {
                checks.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        field,
                        "there is no volume " + Problem.quote(mount.name()),
                        "Add it to `volumes`, or use `PodVolume.mountedAt`");
            }
        }
        new ConflictChecks(checks).distinctPaths(field, paths);
    }

    private Set<String> ports(String field, List<NamedPort> ports, String first) {
        Set<String> names = new LinkedHashSet<>();
        if (!first.isEmpty()) {
            names.add(first);
        }
        Set<String> numbers = new HashSet<>();
        for (NamedPort port : ports) {
            boolean newName = names.add(port.name());
            boolean newNumber = numbers.add(port.number() + port.protocol());
            if (!newName || !newNumber) {
                checks.error(
                        ProblemCodes.DUPLICATE_PORT,
                        field,
                        "the container has two ports with the name or number `" + port + "`",
                        "Give it another name and number");
            }
        }
        return names;
    }

    private void probes(String field, Probes probes, Set<String> ports, boolean hasPort) {
        probe(field + ".startup", probes.startup(), ports, hasPort);
        probe(field + ".liveness", probes.liveness(), ports, hasPort);
        probe(field + ".readiness", probes.readiness(), ports, hasPort);
    }

    private void probe(String field, Optional<ContainerProbe> probe, Set<String> ports, boolean hasPort) {
        if (probe.isEmpty()) {
            return;
        }
        Optional<String> name = probe.get().portName();
        if (name.isPresent() && !ports.contains(name.get())) {
            checks.error(
                    ProblemCodes.PROBE_PORT,
                    field,
                    "the probe uses the port " + Problem.quote(name.get()) + ", which the container does not have",
                    ports.isEmpty() ? "Add it to `ports`" : Names.remedy(name.get(), List.copyOf(ports)));
        }
        if (probe.get().followsPort() && !hasPort) {
            checks.error(
                    ProblemCodes.PROBE_PORT,
                    field,
                    "the probe uses the container's first port, but the container has no ports",
                    "Add it to `ports`, or give the probe a port");
        }
    }
}
