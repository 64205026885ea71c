package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event of the cluster.
 *
 * @param time when it was seen last, as the cluster writes it; empty if it does not say
 * @param warning whether something went wrong
 * @param kind of the object that it is about
 * @param name of that object
 * @param container of the Pod that it is about; empty if it does not say
 * @param count how often it was seen
 */
record ClusterEvent(
        String time,
        boolean warning,
        String kind,
        String name,
        String container,
        String reason,
        String message,
        long count) {
    private static final int MOST = 10;
    private static final int FEW = 3;

    static ClusterEvent of(LiveObject event) {
        String time = "";
        for (String candidate : List.of(
                event.text("series", "lastObservedTime"),
                event.text("lastTimestamp"),
                event.text("eventTime"),
                event.text("firstTimestamp"),
                event.text("metadata", "creationTimestamp"))) {
            if (time.isEmpty()) {
                time = candidate;
            }
        }
        // Some are written with microseconds, which nobody needs, and which do not sort among the others.
        int fraction = time.indexOf('.');
        return new ClusterEvent(
                fraction < 0 ? time : time.substring(0, fraction) + "Z",
                event.text("type").equals("Warning"),
                event.text("involvedObject", "kind"),
                event.text("involvedObject", "name"),
                container(event.text("involvedObject", "fieldPath")),
                event.text("reason"),
                OneLine.of(event.text("message")),
                Math.max(
                        1,
                        event.number("series", "count")
                                .orElse(event.number("count").orElse(1L))));
    }

    /** The name in {@code spec.containers{name}}. */
    private static String container(String fieldPath) {
        int open = fieldPath.indexOf('{');
        return open >= 0 && fieldPath.endsWith("}") ? fieldPath.substring(open + 1, fieldPath.length() - 1) : "";
    }

    /** Whether it is about a container, as far as it says. */
    boolean isAbout(String other) {
        return container.isEmpty() || container.equals(other);
    }

    /**
     * The newest of some events as lines, newest first: the warnings, or if there are none a few of the others. What was
     * seen more than once, or at several objects of a kind, is one line.
     *
     * @param said texts that say something already, so that no event needs to
     */
    static List<String> newest(List<ClusterEvent> events, List<String> said) {
        boolean warnings = events.stream().anyMatch(ClusterEvent::warning);
        int most = warnings ? MOST : FEW;
        List<ClusterEvent> sorted = new ArrayList<>();
        for (ClusterEvent event : events) {
            if (event.warning() == warnings && !event.isSaidBy(said)) {
                sorted.add(event);
            }
        }
        sorted.sort(Comparator.comparing(ClusterEvent::time)
                .reversed()
                .thenComparing(ClusterEvent::name)
                .thenComparing(ClusterEvent::message));
        Map<List<String>, List<ClusterEvent>> same = new LinkedHashMap<>();
        for (ClusterEvent event : sorted) {
            same.computeIfAbsent(
                            List.of(
                                    event.kind(),
                                    event.reason(),
                                    Refusal.core(event.message()).replace(event.name(), "*")),
                            key -> new ArrayList<>())
                    .add(event);
        }
        List<String> lines = new ArrayList<>();
        for (List<ClusterEvent> group : same.values()) {
            if (lines.size() < most) {
                lines.add(line(group));
            }
        }
        return lines;
    }

    private boolean isSaidBy(List<String> said) {
        String text = OneLine.clause(PodFindings.withoutPreemption(Refusal.core(message)));
        // What a container's state says in other words.
        boolean echo = reason.equals("BackOff") || text.equals("ErrImagePull") || text.equals("ImagePullBackOff");
        return !said.isEmpty() && (echo || !text.isEmpty() && said.stream().anyMatch(one -> one.contains(text)));
    }

    private static String line(List<ClusterEvent> group) {
        ClusterEvent newest = group.get(0);
        Set<String> names = new LinkedHashSet<>();
        long count = 0;
        for (ClusterEvent event : group) {
            names.add(event.name());
            count += event.count();
        }
        return (newest.time().isEmpty() ? "" : newest.time() + " ")
                + newest.kind() + "/" + newest.name()
                + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "")
                + ": " + newest.reason() + ": " + newest.message()
                + (count > 1 ? " (" + count + " times)" : "");
    }
}
