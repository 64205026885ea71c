package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders the containers of pods. Use one instance per container. */
public final class ContainerRenderer {
    private final String name;
    private final String image;
    private final ContainerSettings settings;
    private String pullPolicy = "";
    private ListTree env = ListTree.of();
    private ListTree envFrom = ListTree.of();
    private Optional<MapTree> port = Optional.empty();
    private MapTree resources = MapTree.of();
    private Probes probes = Probes.none();
    private int probedPort;
    private String restartPolicy = "";

    /** A container of a name that runs an image. */
    public ContainerRenderer(String name, String image, ContainerSettings settings) {
        this.name = name;
        this.image = image;
        this.settings = settings;
    }

    /** Renders a container other than the main one. */
    public static MapTree render(PodContainer container) {
        ContainerRenderer renderer =
                new ContainerRenderer(container.name(), container.image().toString(), container);
        container.pullPolicy().ifPresent(policy -> renderer.pullPolicy(policy.text()));
        container.restartPolicy().ifPresent(policy -> renderer.restartPolicy = policy.text());
        List<Tree> variables = new ArrayList<>(container.env().size());
        for (EnvVar variable : container.env()) {
            variables.add(variable.tree());
        }
        List<Tree> sources = new ArrayList<>(container.envFrom().size());
        for (EnvFrom source : container.envFrom()) {
            sources.add(source.tree());
        }
        int first = container.ports().isEmpty() ? 0 : container.ports().get(0).number();
        return renderer.env(ListTree.of(variables), ListTree.of(sources))
                .resources(container.resources().map(Resources::tree).orElse(MapTree.of()))
                .probes(container.probes(), first)
                .render();
    }

    /** Sets the pull policy; empty for none. */
    public ContainerRenderer pullPolicy(String word) {
        pullPolicy = word;
        return this;
    }

    /** Sets {@code env} and {@code envFrom}. */
    public ContainerRenderer env(ListTree variables, ListTree sources) {
        env = variables;
        envFrom = sources;
        return this;
    }

    /** Adds a port before those of the settings. */
    public ContainerRenderer port(MapTree first) {
        port = Optional.of(first);
        return this;
    }

    /** Sets requests and limits; empty for none. */
    public ContainerRenderer resources(MapTree amounts) {
        resources = amounts;
        return this;
    }

    /** Sets the probes. Probes without their own port use the given one. */
    public ContainerRenderer probes(Probes asked, int containerPort) {
        probes = asked;
        probedPort = containerPort;
        return this;
    }

    /** The tree. */
    public MapTree render() {
        MapTree.Builder tree = MapTree.builder(12).put("name", name).put("image", image);
        putText(tree, "imagePullPolicy", pullPolicy);
        tree.putUnlessEmpty("command", ListTree.ofStrings(settings.command()))
                .putUnlessEmpty("args", ListTree.ofStrings(settings.args()));
        putText(tree, "workingDir", settings.workingDir().orElse(""));
        putText(tree, "restartPolicy", restartPolicy);
        tree.putUnlessEmpty("env", env)
                .putUnlessEmpty("envFrom", envFrom)
                .putUnlessEmpty("ports", ports())
                .putUnlessEmpty("resources", resources)
                .putUnlessEmpty("startupProbe", probe(probes.startup()))
                .putUnlessEmpty("livenessProbe", probe(probes.liveness()))
                .putUnlessEmpty("readinessProbe", probe(probes.readiness()));
        if (settings.lifecycle().isPresent()) {
            tree.put("lifecycle", settings.lifecycle().get().tree());
        }
        if (settings.securityContext().isPresent()) {
            tree.put("securityContext", settings.securityContext().get().tree());
        }
        return tree.putUnlessEmpty("volumeMounts", mounts()).build();
    }

    private ListTree ports() {
        List<Tree> ports = new ArrayList<>(settings.ports().size() + 1);
        if (port.isPresent()) {
            ports.add(port.get());
        }
        for (NamedPort further : settings.ports()) {
            ports.add(further.tree());
        }
        return ListTree.of(ports);
    }

    private MapTree probe(Optional<ContainerProbe> probe) {
        return probe.isPresent() ? probe.get().tree(probedPort) : MapTree.of();
    }

    private ListTree mounts() {
        List<Tree> mounts = new ArrayList<>(settings.volumeMounts().size());
        for (VolumeMount mount : settings.volumeMounts()) {
            mounts.add(mount.tree());
        }
        return ListTree.of(mounts);
    }

    private static void putText(MapTree.Builder tree, String key, String text) {
        if (!text.isEmpty()) {
            tree.put(key, text);
        }
    }
}
