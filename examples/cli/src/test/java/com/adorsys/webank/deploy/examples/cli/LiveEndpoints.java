package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Watchable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A watch on the pods, Services and EndpointSlices of a namespace, which tells of each Service the least that it had at any
 * moment. The three watches come at their own speed, so their events are put into the order of their resource versions, which
 * etcd counts for all kinds together.
 */
final class LiveEndpoints implements AutoCloseable {
    /**
     * The least of a Service.
     *
     * @param pods ready pods that it selects
     * @param endpoints ready endpoints in its EndpointSlices
     * @param computed ready pods that have a port that it targets, by what each pod declares
     */
    record Least(int pods, int endpoints, int computed) {
        private Least and(Least other) {
            return new Least(
                    Math.min(pods, other.pods),
                    Math.min(endpoints, other.endpoints),
                    Math.min(computed, other.computed));
        }
    }

    private record Event(long version, boolean isDeleted, HasMetadata object) {
        String key() {
            return LiveEndpoints.key(object);
        }
    }

    private final KubernetesClient client;
    private final String namespace;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Watch> watches = new ArrayList<>();
    private final long start;
    /** What there is at a moment of the replay. */
    private final Map<String, HasMetadata> objects = new HashMap<>();

    private LiveEndpoints(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
        settled().forEach(object -> events.add(new Event(version(object), false, object)));
        this.start = events.stream().mapToLong(Event::version).max().orElseThrow();
        watches.add(watch(client.pods().inNamespace(namespace)));
        watches.add(watch(client.services().inNamespace(namespace)));
        watches.add(watch(client.discovery().v1().endpointSlices().inNamespace(namespace)));
    }

    /**
     * Begins to watch a namespace to which nothing is applied right now, once each of its Services has an endpoint: a
     * controller makes it, some time after the pod is ready.
     */
    static LiveEndpoints of(KubernetesClient client, String namespace) {
        return new LiveEndpoints(client, namespace);
    }

    private List<HasMetadata> settled() {
        while (true) {
            List<HasMetadata> all = list();
            objects.clear();
            all.forEach(object -> objects.put(key(object), object));
            if (selecting().allMatch(service -> now(service).endpoints() > 0)) {
                return all;
            }
            Thread.onSpinWait();
        }
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    private List<HasMetadata> list() {
        List<HasMetadata> all = new ArrayList<>();
        all.addAll(client.pods().inNamespace(namespace).list().getItems());
        all.addAll(client.services().inNamespace(namespace).list().getItems());
        all.addAll(client.discovery()
                .v1()
                .endpointSlices()
                .inNamespace(namespace)
                .list()
                .getItems());
        return all;
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private <T extends HasMetadata> Watch watch(Watchable<T> kind) {
        return kind.watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, T object) {
                events.add(new Event(version(object), action == Action.DELETED, object));
            }

            @Override
            public void onClose(WatcherException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        });
    }

    /** The least of each Service from the beginning on until now, by its name. */
    Map<String, Least> least() {
        while (!isUpToDate()) {
            assertThat(failures).isEmpty();
            Thread.onSpinWait();
        }
        Map<String, Least> least = new TreeMap<>();
        objects.clear();
        for (Event event : inOrder()) {
            apply(event, objects);
            if (event.version() >= start) {
                selecting().forEach(service -> least.merge(service.getMetadata().getName(), now(service), Least::and));
            }
        }
        return least;
    }

    /** Whether the watches have brought what a list has. */
    private boolean isUpToDate() {
        Map<String, HasMetadata> watched = new HashMap<>();
        inOrder().forEach(event -> apply(event, watched));
        List<Long> versions =
                watched.values().stream().map(LiveEndpoints::version).sorted().toList();
        return versions.equals(
                list().stream().map(LiveEndpoints::version).sorted().toList());
    }

    private List<Event> inOrder() {
        return events.stream().sorted(Comparator.comparingLong(Event::version)).toList();
    }

    private static void apply(Event event, Map<String, HasMetadata> objects) {
        if (event.isDeleted()) {
            objects.remove(event.key());
        } else {
            objects.put(event.key(), event.object());
        }
    }

    private <T> Stream<T> all(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    private Stream<Service> selecting() {
        return all(Service.class)
                .filter(service -> !service.getSpec().getSelector().isEmpty());
    }

    private Least now(Service service) {
        int ready = 0;
        int computed = 0;
        for (Pod pod : all(Pod.class).toList()) {
            if (isReady(pod)
                    && pod.getMetadata()
                            .getLabels()
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet())) {
                ready++;
                computed += has(pod, service.getSpec().getPorts().get(0).getTargetPort()) ? 1 : 0;
            }
        }
        long endpoints = all(EndpointSlice.class)
                .filter(slice -> service.getMetadata()
                        .getName()
                        .equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .filter(slice -> slice.getPorts() != null && !slice.getPorts().isEmpty())
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
                .count();
        return new Least(ready, Math.toIntExact(endpoints), computed);
    }

    private static boolean isReady(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True"));
    }

    private static boolean has(Pod pod, IntOrString target) {
        for (var container : pod.getSpec().getContainers()) {
            for (ContainerPort port : container.getPorts()) {
                if (target.getStrVal() != null
                        ? target.getStrVal().equals(port.getName())
                        : port.getContainerPort().equals(target.getIntVal())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}
