package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Bare Pods for the admission of pods: a Pod that the restricted level admits, and changes to it. */
final class PodSecurityPods {
    private static final MapTree CONTAINER = JsonTrees.map("""
            {name: 'app', image: 'image:1', securityContext: {
              allowPrivilegeEscalation: false, capabilities: {drop: ['ALL']}}}""");
    private static final MapTree LINUX = merged(MapTree.of(), JsonTrees.map("""
            {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'bare'}, spec: {
              securityContext: {runAsNonRoot: true, seccompProfile: {type: 'RuntimeDefault'}}, containers: [{}]}}"""));
    private static final MapTree WINDOWS = JsonTrees.map("""
            {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'bare'}, spec: {
              securityContext: {runAsNonRoot: true}, containers: [{name: 'app', image: 'image:1'}]}}""");

    private static final List<String> CAPABILITIES = List.of(
            "NET_BIND_SERVICE",
            "NET_BIND_SERVICE",
            "CHOWN",
            "KILL",
            "SYS_CHROOT",
            "SETFCAP",
            "NET_RAW",
            "SYS_ADMIN",
            "ALL",
            "net_bind_service",
            "CAP_CHOWN",
            "");
    private static final List<String> SYSCTLS = List.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_wmem",
            "net/ipv4/tcp_wmem",
            "net.core.somaxconn",
            "kernel.msgmax");

    private PodSecurityPods() {}

    /**
     * The Pod with changes: parts of a Pod. Maps are merged, containers too, by their position; volumes are added; any other
     * value replaces what is there. A change with {@code os: {name: 'windows'}} is one to a Pod for Windows.
     */
    static MapTree with(MapTree... changes) {
        boolean windows = false;
        for (MapTree change : changes) {
            windows |= isForWindows(change);
        }
        MapTree pod = windows ? WINDOWS : LINUX;
        for (MapTree change : changes) {
            pod = merged(pod, change);
        }
        return Trees.edit(pod, PodSecurityPods::named, "spec");
    }

    private static boolean isForWindows(MapTree change) {
        return Trees.text(change, "spec", "os", "name").equals("windows");
    }

    private static MapTree merged(MapTree tree, MapTree change) {
        MapTree all = tree;
        for (String key : change.keys()) {
            Tree value = Objects.requireNonNull(change.get(key));
            all = all.with(
                    key,
                    switch (key) {
                        case "containers", "initContainers" -> mergedContainers(Trees.list(all, key), (ListTree) value);
                        case "volumes" -> joined(Trees.list(all, key), (ListTree) value);
                        default -> value instanceof MapTree map ? merged(Trees.map(all, key), map) : value;
                    });
        }
        return all;
    }

    private static ListTree mergedContainers(ListTree containers, ListTree changes) {
        List<Tree> all = new ArrayList<>(containers.items());
        for (int i = 0; i < changes.size(); i++) {
            MapTree change = Trees.map(changes, i);
            if (i < all.size()) {
                all.set(i, merged(Trees.map(all.get(i)), change));
            } else {
                all.add(merged(CONTAINER, change));
            }
        }
        return ListTree.of(all);
    }

    private static ListTree joined(ListTree one, ListTree other) {
        List<Tree> all = new ArrayList<>(one.items());
        all.addAll(other.items());
        return ListTree.of(all);
    }

    /** Names that differ; the first container keeps its own, which annotations refer to. */
    private static MapTree named(MapTree spec) {
        MapTree named = spec;
        for (String key : List.of("containers", "initContainers", "volumes")) {
            ListTree items = Trees.list(spec, key);
            for (int i = key.equals("containers") ? 1 : 0; i < items.size(); i++) {
                String name = key.charAt(0) + "-" + i;
                items = items.with(i, Trees.map(items, i).with("name", ScalarTree.of(name)));
            }
            named = items.isEmpty() ? named : named.with(key, items);
        }
        return named;
    }

    /** Any Pods; about half of them are admitted. */
    static Arbitrary<MapTree> any() {
        Arbitrary<MapTree> linux = Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.of(changes(false, false))),
                        Tuple.of(3, Arbitraries.of(changes(true, false))),
                        Tuple.of(1, capabilities()),
                        Tuple.of(1, sysctls()))
                .flatMap(change -> Arbitraries.of(Place.values()).map(place -> place.of(change)));
        Arbitrary<MapTree> windows = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(changes(false, true))), Tuple.of(1, Arbitraries.of(changes(true, true))));
        return Arbitraries.frequencyOf(Tuple.of(9, several(linux, 6)), Tuple.of(1, several(windows, 3)));
    }

    private static Arbitrary<MapTree> several(Arbitrary<MapTree> changes, int most) {
        return changes.list().ofMinSize(1).ofMaxSize(most).map(list -> with(list.toArray(new MapTree[0])));
    }

    private static List<MapTree> changes(boolean refused, boolean windows) {
        return PodSecurityRule.ALL.stream()
                .flatMap(rule -> (refused ? rule.refused() : rule.admitted()).stream())
                .map(JsonTrees::map)
                .filter(change -> isForWindows(change) == windows)
                .toList();
    }

    private static Arbitrary<MapTree> capabilities() {
        Arbitrary<List<String>> names =
                Arbitraries.of(CAPABILITIES).list().uniqueElements().ofMaxSize(2);
        return Combinators.combine(
                        names, Arbitraries.of("'ALL'", "'ALL'", "null, 'ALL'", "'all'", "'KILL', 'CHOWN'", ""))
                .as((add, drop) -> JsonTrees.map("""
                        {spec: {containers: [{securityContext: {capabilities: {add: [%s], drop: [%s]}}}]}}""".formatted(
                        String.join(
                                ", ", add.stream().map(name -> "'" + name + "'").toList()),
                        drop)));
    }

    private static Arbitrary<MapTree> sysctls() {
        return Arbitraries.of(SYSCTLS)
                .map("{name: '%s', value: '1'}"::formatted)
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .map(items ->
                        JsonTrees.map("{spec: {securityContext: {sysctls: [" + String.join(", ", items) + "]}}}"));
    }

    /** The container that a change to the first one is made to instead. */
    private enum Place {
        FIRST,
        SECOND,
        INIT,
        SIDECAR;

        MapTree of(MapTree change) {
            ListTree containers = Trees.list(change, "spec", "containers");
            if (this == FIRST || containers.size() != 1) {
                return change;
            }
            MapTree container = Trees.map(containers, 0);
            // Those that end before the others start have no probes.
            boolean sidecar = this == SIDECAR
                    || container.keys().stream().anyMatch(key -> key.endsWith("Probe") || key.equals("lifecycle"));
            MapTree spec = Trees.map(change, "spec").without("containers");
            return change.with(
                    "spec",
                    switch (this) {
                        case FIRST -> spec;
                        case SECOND -> spec.with("containers", ListTree.of(MapTree.of(), container));
                        case INIT, SIDECAR ->
                            spec.with(
                                    "initContainers",
                                    ListTree.of(
                                            sidecar
                                                    ? container.with("restartPolicy", ScalarTree.of("Always"))
                                                    : container));
                    });
        }
    }
}
