package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Rank;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads what a diagnosis needs. What cannot be read is a gap, and the rest goes on. */
final class Evidence {
    /** Of a log, the last lines that are shown. */
    private static final int LOG_LINES = 10;

    private static final int LOG_BYTES = 64 * 1024;

    private final ApiReader source;
    private final Map<String, Finding> gaps = new LinkedHashMap<>();
    private final List<ClusterEvent> events = new ArrayList<>();

    Evidence(ApiReader source) {
        this.source = source;
    }

    /** What could not be read, one a permission. */
    List<Finding> gaps() {
        return List.copyOf(gaps.values());
    }

    /** Every event that was read. */
    List<ClusterEvent> events() {
        return events;
    }

    /** An object; empty if it is not there or may not be read. */
    Optional<LiveObject> find(String path, String plural) {
        return read("get", plural, "", Optional.empty(), () -> source.find(path).map(LiveObject::new));
    }

    /** The names of a collection without namespaces. */
    List<String> names(String path, String plural) {
        List<String> names = new ArrayList<>();
        return read("list", plural, "", names, () -> {
            source.list(path, item -> names.add(new LiveObject(item).name()));
            return names;
        });
    }

    /** The objects that another one owns, among those that a selector chooses. */
    List<LiveObject> owned(String collection, String plural, LiveObject owner, LiveObject selector) {
        return selected(
                collection,
                plural,
                owner.namespace(),
                selector,
                object -> object.list("metadata", "ownerReferences").stream()
                        .anyMatch(reference -> reference.text("uid").equals(owner.uid())));
    }

    /** The objects that the selector of another one chooses. */
    List<LiveObject> selected(String collection, String plural, LiveObject owner) {
        return selected(collection, plural, owner.namespace(), owner.map("spec", "selector"), object -> true);
    }

    private List<LiveObject> selected(
            String collection, String plural, String namespace, LiveObject selector, Predicate<LiveObject> wanted) {
        String text = selector(selector);
        List<LiveObject> some = new ArrayList<>();
        String path = collection + (text.isEmpty() ? "" : "?labelSelector=" + ApiServer.encoded(text));
        return read("list", plural, namespace, some, () -> {
            source.list(path, item -> {
                LiveObject object = new LiveObject(item);
                if (wanted.test(object)) {
                    some.add(object);
                }
            });
            return some;
        });
    }

    /** The events about an object. */
    List<ClusterEvent> events(LiveObject object) {
        if (object.uid().isEmpty()) {
            return List.of();
        }
        // Events about objects without a namespace are in this one.
        String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
        String path = "/api/v1/namespaces/" + namespace + "/events?fieldSelector="
                + ApiServer.encoded("involvedObject.uid=" + object.uid());
        List<ClusterEvent> about = new ArrayList<>();
        read("list", "events", namespace, about, () -> {
            source.list(path, item -> about.add(ClusterEvent.of(new LiveObject(item))));
            return about;
        });
        events.addAll(about);
        return about;
    }

    /** The last lines of a container's log; of the run before where that is asked for and there was one. */
    List<String> log(String namespace, String pod, Finding finding) {
        String path = "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/log?container="
                + ApiServer.encoded(finding.container()) + "&tailLines=" + LOG_LINES + "&limitBytes=" + LOG_BYTES;
        String text = read("get", "pods/log", namespace, "", () -> {
            if (finding.log() == Finding.Log.PREVIOUS) {
                try {
                    return source.text(path + "&previous=true");
                } catch (ApiException e) {
                    if (e.code() != 400) {
                        throw e;
                    }
                }
            }
            return source.text(path);
        });
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                lines.add(LogMask.masked(line));
            }
        }
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
    }

    /** Whether objects of a kind could not be read. */
    boolean hasGap(String plural) {
        return gaps.keySet().stream().anyMatch(read -> read.endsWith(" " + plural));
    }

    private <T> T read(String verb, String plural, String namespace, T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiException e) {
            // A log that is not there any more is no gap that anybody could close.
            boolean gone = e.isNotFound() || plural.equals("pods/log") && e.code() == 400;
            if (!gone) {
                String where = namespace.isEmpty() ? "" : " in namespace " + Problem.quote(namespace);
                String what = "`" + verb + "` on `" + plural + "`" + where;
                gaps.put(
                        verb + " " + plural,
                        e.isForbidden() || e.isUnauthorized()
                                ? Finding.of(
                                        Rank.GAP, "the cluster does not allow " + what, "Allow it to be told more here")
                                : Finding.of(
                                        Rank.GAP,
                                        what + " failed, "
                                                + (e.isUnanswered()
                                                        ? "since the API server did not answer"
                                                        : "with code " + e.code()),
                                        ""));
            }
            return otherwise;
        } catch (Json.Malformed e) {
            return otherwise;
        }
    }

    /** A label selector as a query has it. */
    static String selector(LiveObject selector) {
        List<String> terms = new ArrayList<>();
        selector.map("matchLabels").tree().forEach((key, value) -> {
            if (value instanceof ScalarTree scalar) {
                terms.add(key + "=" + scalar.text());
            }
        });
        for (LiveObject expression : selector.list("matchExpressions")) {
            String key = expression.text("key");
            String values = String.join(",", texts(expression));
            switch (expression.text("operator")) {
                case "In" -> terms.add(key + " in (" + values + ")");
                case "NotIn" -> terms.add(key + " notin (" + values + ")");
                case "Exists" -> terms.add(key);
                case "DoesNotExist" -> terms.add("!" + key);
                default -> {}
            }
        }
        return String.join(",", terms);
    }

    private static List<String> texts(LiveObject expression) {
        List<String> texts = new ArrayList<>();
        if (expression.tree().get("values") instanceof ListTree list) {
            for (Tree item : list) {
                if (item instanceof ScalarTree scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }
}
