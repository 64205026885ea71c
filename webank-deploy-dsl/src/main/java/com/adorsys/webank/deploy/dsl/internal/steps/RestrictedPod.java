package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pod one of the restricted Pod Security Standard, with a read-only root file system. What the model sets for the
 * pod or a container stays. Use one instance per pod.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
final class RestrictedPod {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final String CONTEXT = "securityContext";
    private static final String MOUNTS = "volumeMounts";

    private static final MapTree SECCOMP = MapTree.of("type", "RuntimeDefault");
    private static final ListTree ALL = ListTree.ofStrings(List.of("ALL"));
    private static final Tree LOW_PORTS = MapTree.builder(2)
            .put("name", "net.ipv4.ip_unprivileged_port_start")
            .put("value", "0")
            .build();

    /** The folders of a container of which nothing is known. */
    private static final Map<String, ResourceQuantity> USUAL_FOLDERS =
            ImageNeeds.user(1).writablePaths();

    private final ReleasePart part;
    private final ImageNeeds needs;
    private final Map<String, ResourceQuantity> further;
    private final Map<String, Tree> volumes = new LinkedHashMap<>();
    private boolean hasLowPort;

    private RestrictedPod(ReleasePart part, ImageNeeds needs, Map<String, ResourceQuantity> further) {
        this.part = part;
        this.needs = needs;
        this.further = further;
    }

    /**
     * The restricted form of a pod.
     *
     * @param part the part that the pod belongs to
     * @param needs what the image of the main container needs
     */
    static MapTree of(MapTree pod, ReleasePart part, ImageNeeds needs) {
        return of(pod, part, needs, Map.of());
    }

    /** The same with further writable folders of the main container. */
    static MapTree of(MapTree pod, ReleasePart part, ImageNeeds needs, Map<String, ResourceQuantity> further) {
        return new RestrictedPod(part, needs, further).restricted(pod);
    }

    private MapTree restricted(MapTree pod) {
        for (Tree volume : Trees.list(pod, "volumes")) {
            volumes.put(Trees.text(Trees.map(volume), "name"), volume);
        }
        MapTree restricted = pod;
        for (String key : new String[] {"initContainers", "containers"}) {
            ListTree containers = Trees.list(pod, key);
            List<Tree> changed = new ArrayList<>(containers.size());
            for (Tree container : containers) {
                changed.add(container(Trees.map(container)));
            }
            restricted = containers.isEmpty() ? restricted : restricted.with(key, ListTree.of(changed));
        }
        restricted = restricted.with(CONTEXT, podContext(Trees.map(pod, CONTEXT)));
        return volumes.isEmpty()
                ? restricted
                : restricted.with("volumes", ListTree.of(new ArrayList<>(volumes.values())));
    }

    private MapTree podContext(MapTree set) {
        MapTree.Builder context = set.toBuilder();
        if (!set.has("runAsNonRoot")) {
            context.put("runAsNonRoot", true);
        }
        putId(context, set, "runAsUser", needs.user());
        putId(context, set, "runAsGroup", needs.group());
        putId(context, set, "fsGroup", needs.group());
        if (part.database().isPresent() && !set.has("fsGroupChangePolicy")) {
            // Otherwise each start goes through all files of the data.
            context.put("fsGroupChangePolicy", "OnRootMismatch");
        }
        if (!set.has("seccompProfile")) {
            context.put("seccompProfile", SECCOMP);
        }
        if (hasLowPort && !set.has("sysctls")) {
            context.put("sysctls", ListTree.of(LOW_PORTS));
        }
        return context.build();
    }

    private static void putId(MapTree.Builder context, MapTree set, String key, long id) {
        if (!set.has(key)) {
            context.put(key, id);
        }
    }

    private MapTree container(MapTree container) {
        boolean isMain = Containers.isMain(container, part);
        @Nullable ImageNeeds own = isMain ? null : ownNeeds(Trees.text(container, "name"));
        MapTree set = Trees.map(container, CONTEXT);
        MapTree.Builder context = set.toBuilder();
        if (own != null) {
            putId(context, set, "runAsUser", own.user());
            putId(context, set, "runAsGroup", own.group());
        }
        if (!set.has("allowPrivilegeEscalation")) {
            context.put("allowPrivilegeEscalation", false);
        }
        MapTree capabilities = Trees.map(set, "capabilities");
        if (!capabilities.has("drop")) {
            context.put("capabilities", capabilities.with("drop", ALL));
        }
        ImageNeeds used = isMain ? needs : own;
        boolean readOnly = used == null || used.rootFilesystem() == ImageNeeds.RootFilesystem.READ_ONLY;
        if (readOnly && !set.has("readOnlyRootFilesystem")) {
            context.put("readOnlyRootFilesystem", true);
        }
        for (Tree port : Trees.list(container, "ports")) {
            long number = Trees.number(Trees.map(port), FIRST_UNPRIVILEGED_PORT, "containerPort");
            hasLowPort |= number < FIRST_UNPRIVILEGED_PORT;
        }
        String prefix = isMain ? "" : Trees.text(container, "name") + "-";
        MapTree restricted = container.with(CONTEXT, context.build());
        return withFolders(
                restricted, used == null ? USUAL_FOLDERS : used.writablePaths(), isMain ? further : Map.of(), prefix);
    }

    /** What the model says of the image of a container that is not the main one. */
    private @Nullable ImageNeeds ownNeeds(String name) {
        PodSettings settings = part.component().isPresent()
                ? part.component().get()
                : part.database().orElseThrow();
        for (PodContainer container : settings.initContainers()) {
            if (container.name().equals(name)) {
                return container.imageNeeds().orElse(null);
            }
        }
        for (PodContainer container : settings.containers()) {
            if (container.name().equals(name)) {
                return container.imageNeeds().orElse(null);
            }
        }
        return null;
    }

    /** Mounts an empty folder at each writable path at which nothing is mounted yet. */
    private MapTree withFolders(
            MapTree container,
            Map<String, ResourceQuantity> folders,
            Map<String, ResourceQuantity> more,
            String prefix) {
        Map<String, ResourceQuantity> all = folders;
        if (folders.size() + more.size() > 1) {
            all = new TreeMap<>(folders);
            all.putAll(more);
        }
        List<Tree> mounts = new ArrayList<>(Trees.list(container, MOUNTS).items());
        int before = mounts.size();
        for (Map.Entry<String, ResourceQuantity> folder : all.entrySet()) {
            if (isMounted(mounts, folder.getKey())) {
                continue;
            }
            String name = prefix + volume(folder.getKey());
            if (volumes.containsKey(name)) {
                name = name + "-writable";
            }
            volumes.put(name, emptyDir(name, folder.getValue()));
            mounts.add(mount(name, folder.getKey()));
        }
        return mounts.size() == before ? container : container.with(MOUNTS, ListTree.of(mounts));
    }

    private static boolean isMounted(List<Tree> mounts, String path) {
        for (Tree mount : mounts) {
            if (Trees.text(Trees.map(mount), "mountPath").equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static Tree emptyDir(String name, ResourceQuantity size) {
        return MapTree.builder(2)
                .put("name", name)
                .put("emptyDir", MapTree.of("sizeLimit", ScalarTree.of(size.text())))
                .build();
    }

    /** A mount of a volume at a path. */
    static Tree mount(String volume, String path) {
        return MapTree.builder(2).put("name", volume).put("mountPath", path).build();
    }

    /** The name of the volume of a writable path: {@code var-log} for {@code /var/log}. */
    static String volume(String path) {
        StringBuilder name = new StringBuilder(path.length());
        for (int i = 1; i < path.length(); i++) {
            char c = Character.toLowerCase(path.charAt(i));
            boolean isPlain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            name.append(isPlain ? c : '-');
        }
        return name.toString();
    }
}
