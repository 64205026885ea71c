package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Runs the user app, whose nginx listens on port 80 as root and whose start script edits its pages, under the restricted
 * Pod Security Standard.
 *
 * <p>An init container of the same image copies the pages and the configuration of nginx to empty folders, and changes the
 * port in the copy to 8080; everything else of the image's configuration stays.
 */
final class UserAppStep extends LibraryStep {
    private static final int PORT = 80;
    private static final int UNPRIVILEGED_PORT = 8080;
    private static final String NAME = "unprivileged-nginx";

    private static final String PAGES = "/usr/share/nginx/html";
    private static final String CONFIGURATION = "/etc/nginx/conf.d";
    private static final String COPIES = "/copies";

    private static final String SCRIPT = "cp -R " + PAGES + "/. " + COPIES + "/html/\n"
            + "cp -R " + CONFIGURATION + "/. " + COPIES + "/conf.d/\n"
            + "sed -i -E 's/^([[:space:]]*listen[[:space:]]+([^[:space:];]*:)?)" + PORT + "([[:space:];])/\\1"
            + UNPRIVILEGED_PORT + "\\3/' " + COPIES + "/conf.d/*.conf\n"
            + "grep -E -q '^[[:space:]]*listen[[:space:]]+([^[:space:];]*:)?" + UNPRIVILEGED_PORT + "[[:space:];]' "
            + COPIES + "/conf.d/*.conf || { echo 'no server in " + CONFIGURATION + " listens on port " + PORT
            + "' >&2; exit 1; }\n";

    private static final Map<String, ResourceQuantity> COPIED =
            Map.of(PAGES, ResourceQuantity.parse("256Mi"), CONFIGURATION, ResourceQuantity.parse("1Mi"));

    private static final ListTree COMMAND = ListTree.ofStrings(List.of("sh", "-e", "-c", SCRIPT));

    private static final MapTree RESOURCES = MapTree.builder(2)
            .put("requests", amounts("50m", "64Mi", "64Mi"))
            .put("limits", amounts("500m", "128Mi", "512Mi"))
            .build();

    UserAppStep() {
        super(
                "user-app",
                Phase.RELEASE,
                ChangeClass.ROLL_OUT,
                "nginx runs without root and with a read-only root file system, on a port that needs no privilege",
                KUBERNETES + "concepts/security/pod-security-standards/");
    }

    private static MapTree amounts(String cpu, String memory, String storage) {
        return MapTree.builder(3)
                .put("cpu", cpu)
                .put("memory", memory)
                .put("ephemeral-storage", storage)
                .build();
    }

    /**
     * Whether a component is the user app with the image of Webank: one with its own needs, port, command or configuration
     * of nginx is treated like any other image.
     */
    static boolean concerns(Component component) {
        if (!(component instanceof UserApp)
                || component.port() != PORT
                || component.hasOwnImageNeeds()
                || !component.command().isEmpty()
                || !component.args().isEmpty()) {
            return false;
        }
        for (VolumeMount mount : component.volumeMounts()) {
            if (mount.path().startsWith("/etc/nginx") || mount.path().startsWith(PAGES)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        Component component = part.component().orElse(null);
        return component == null || !concerns(component)
                ? part
                : ServiceTargetsStep.byName(part.editPods(new Edit(part, component.imageNeeds())));
    }

    private record Edit(ReleasePart part, ImageNeeds needs) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree pod) {
            return unprivileged(pod, part, needs);
        }
    }

    private static MapTree unprivileged(MapTree pod, ReleasePart part, ImageNeeds needs) {
        ListTree containers = Trees.list(pod, "containers");
        List<Tree> changed = new ArrayList<>(containers.size());
        for (Tree container : containers) {
            changed.add(Containers.isMain(Trees.map(container), part) ? onPort(Trees.map(container)) : container);
        }
        MapTree onPort = pod.with("containers", ListTree.of(changed));
        ListTree inits = Trees.list(pod, "initContainers");
        if (inits.isEmpty() || !Trees.text(Trees.map(inits, 0), "name").equals(NAME)) {
            List<Tree> all = new ArrayList<>(inits.size() + 1);
            all.add(init(Containers.main(pod, part)));
            all.addAll(inits.items());
            onPort = onPort.with("initContainers", ListTree.of(all));
        }
        return RestrictedPod.of(onPort, part, needs, COPIED);
    }

    private static MapTree init(MapTree container) {
        MapTree.Builder init = MapTree.builder(6).put("name", NAME).put("image", Trees.text(container, "image"));
        if (container.has("imagePullPolicy")) {
            init.put("imagePullPolicy", Trees.text(container, "imagePullPolicy"));
        }
        return init.put("command", COMMAND)
                .put("resources", RESOURCES)
                .put(
                        "volumeMounts",
                        ListTree.of(
                                RestrictedPod.mount(RestrictedPod.volume(PAGES), COPIES + "/html"),
                                RestrictedPod.mount(RestrictedPod.volume(CONFIGURATION), COPIES + "/conf.d"),
                                // Nothing is written here.
                                RestrictedPod.mount(RestrictedPod.volume("/tmp"), "/tmp")))
                .build();
    }

    /** The container on the other port, in its ports and its probes. */
    private static MapTree onPort(MapTree container) {
        MapTree named = PortNamesStep.named(container);
        List<Tree> ports = new ArrayList<>(Trees.list(named, "ports").items());
        if (!ports.isEmpty() && Trees.number(Trees.map(ports.get(0)), 0, "containerPort") == PORT) {
            ports.set(0, Trees.map(ports.get(0)).with("containerPort", ScalarTree.of(UNPRIVILEGED_PORT)));
        }
        MapTree changed = named.with("ports", ListTree.of(ports));
        for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
            for (String handler : new String[] {"httpGet", "tcpSocket"}) {
                if (Trees.number(changed, 0, probe, handler, "port") == PORT) {
                    changed = Trees.with(changed, ScalarTree.of(UNPRIVILEGED_PORT), probe, handler, "port");
                }
            }
        }
        return changed;
    }
}
