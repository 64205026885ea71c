package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rights that a run needs, asked for before it begins: one rules review a namespace, and an access review for what
 * that leaves open, as with authorizers that cannot list their rules.
 */
final class Permissions {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private final RunContext context;
    private final Map<Place, Set<String>> needs = new TreeMap<>();
    private final Set<Place> lacking = new HashSet<>();
    private final Map<String, Rules> reviewed = new ConcurrentHashMap<>();

    Permissions(RunContext context) {
        this.context = context;
    }

    /**
     * Verbs on a resource in a namespace.
     *
     * @param namespace empty for resources without namespaces
     */
    private record Place(String group, String resource, String namespace) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return resource
                    + (group.isEmpty() ? "" : "." + group)
                    + (namespace.isEmpty() ? "" : " in `" + namespace + "`");
        }
    }

    /** What is needed to bring a release to another state: the records, besides the objects. */
    Permissions toApply() {
        String own = context.release().namespace();
        need(new Place("", "configmaps", own), "get", "create", "update");
        need(new Place("", "secrets", own), "get", "list", "create", "delete");
        need(new Place("coordination.k8s.io", "leases", own), "get", "create", "update");
        if (context.options().ownNamespace() == OwnNamespace.CREATE) {
            Place namespaces = new Place("", "namespaces", "");
            need(namespaces, "get");
            if (!mayBeThere(own)) {
                need(namespaces, "patch", "create");
            }
        }
        return this;
    }

    /** Whether a namespace is there, or may be for all that can be seen. */
    private boolean mayBeThere(String namespace) {
        try {
            return context.api().find("/api/v1/namespaces/" + namespace).isPresent();
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return true;
            }
            throw e;
        }
    }

    /** What is needed to delete a release: the records, besides the objects. */
    Permissions toDelete() {
        String own = context.release().namespace();
        need(new Place("", "configmaps", own), "get", "update", "delete");
        need(new Place("", "secrets", own), "get", "list", "delete");
        need(new Place("coordination.k8s.io", "leases", own), "get", "create", "update", "delete");
        return this;
    }

    /**
     * What a change needs, or would need were it not refused. Waiting needs no more: what may not be listed is read one by
     * one.
     */
    Permissions change(PlannedObject change) {
        Place place = place(change);
        if (place == null) {
            return this;
        }
        switch (change.action()) {
            case CREATE -> need(place, "get", "patch", "create");
            case REPLACE -> need(place, "get", "patch", "create", "delete");
            case DELETE -> need(place, "get", "delete");
            case CONFLICT -> {
                need(place, "get", "patch");
                if (change.live() == null) {
                    need(place, "create");
                }
            }
            case UPDATE, ADOPT, KEEP, UNCHANGED -> need(place, "get", "patch");
        }
        return this;
    }

    /** What an object needs of which nobody knows whether it is there. */
    Permissions unseen(DesiredObject desired) {
        return change(
                PlannedObject.of(desired.id(), Action.CREATE).desired(desired).build());
    }

    /** Whether {@link #missing} has found that something lacks for a change. */
    boolean isLacking(PlannedObject change) {
        Place place = place(change);
        return place != null && lacking.contains(place);
    }

    private static @Nullable Place place(PlannedObject change) {
        DesiredObject desired = change.desired();
        Member member = change.member();
        ApiResource resource = desired != null ? desired.resource() : member != null ? member.resource() : null;
        return resource == null
                ? null
                : new Place(resource.group(), resource.plural(), change.id().namespace());
    }

    private void need(Place place, String... verbs) {
        needs.computeIfAbsent(place, any -> new TreeSet<>()).addAll(List.of(verbs));
    }

    /** Finds out what is allowed in the namespaces of the release and of objects. */
    List<Runnable> reviews(List<DesiredObject> objects) {
        Set<String> namespaces = new TreeSet<>();
        namespaces.add(context.release().namespace());
        objects.forEach(object -> namespaces.add(object.id().namespace()));
        return reviews(namespaces);
    }

    private List<Runnable> reviews(Set<String> namespaces) {
        List<Runnable> reviews = new ArrayList<>();
        for (String namespace : namespaces) {
            if (!namespace.isEmpty() && !reviewed.containsKey(namespace)) {
                reviews.add(() -> reviewed.put(namespace, review(namespace)));
            }
        }
        return reviews;
    }

    /** A problem for each resource and namespace in which rights are missing. */
    List<Problem> missing() {
        Set<String> namespaces = new TreeSet<>();
        needs.keySet().forEach(place -> namespaces.add(place.namespace()));
        context.workers().each(reviews(namespaces), Runnable::run);
        List<Map.Entry<Place, Set<String>>> open = new ArrayList<>();
        needs.forEach((place, verbs) -> {
            Set<String> left = new TreeSet<>(verbs);
            Rules known = reviewed.get(place.namespace());
            if (known != null) {
                left.removeIf(verb -> known.allow(verb, place.group(), place.resource()));
            }
            if (!left.isEmpty()) {
                open.add(Map.entry(place, left));
            }
        });
        List<Problem> problems = new ArrayList<>();
        List<List<String>> found = context.workers().map(open, this::denied);
        for (int i = 0; i < open.size(); i++) {
            if (!found.get(i).isEmpty()) {
                Place place = open.get(i).getKey();
                lacking.add(place);
                problems.add(Problem.error(
                        ProblemCodes.PERMISSION_MISSING,
                        Location.of(context.release().toString()),
                        "you may not " + String.join(", ", found.get(i)) + " " + place,
                        "have a role with these verbs bound to you"));
            }
        }
        return problems;
    }

    private Rules review(String namespace) {
        try {
            return Rules.of(context.api()
                    .ask(
                            REVIEWS + "selfsubjectrulesreviews",
                            MapTree.builder()
                                    .put("apiVersion", "authorization.k8s.io/v1")
                                    .put("kind", "SelfSubjectRulesReview")
                                    .put("spec", MapTree.of("namespace", namespace))
                                    .build())
                    .body());
        } catch (ApiException e) {
            return refusedReview(e);
        }
    }

    /** Without the review every right is asked for by itself. */
    private static Rules refusedReview(ApiException e) {
        if (e.isForbidden() || e.isNotFound()) {
            return new Rules(List.of());
        }
        throw e;
    }

    /** The verbs that an access review denies. */
    private List<String> denied(Map.Entry<Place, Set<String>> need) {
        List<String> denied = new ArrayList<>();
        for (String verb : need.getValue()) {
            if (!isAllowed(verb, need.getKey())) {
                denied.add(verb);
            }
        }
        return denied;
    }

    private boolean isAllowed(String verb, Place place) {
        MapTree attributes = MapTree.builder()
                .put("verb", verb)
                .put("group", place.group())
                .put("resource", place.resource())
                .put("namespace", place.namespace())
                .build();
        try {
            MapTree answer = context.api()
                    .ask(
                            REVIEWS + "selfsubjectaccessreviews",
                            MapTree.builder()
                                    .put("apiVersion", "authorization.k8s.io/v1")
                                    .put("kind", "SelfSubjectAccessReview")
                                    .put("spec", MapTree.of("resourceAttributes", attributes))
                                    .build())
                    .body();
            return Trees.isTrue(answer, "status", "allowed");
        } catch (ApiException e) {
            if (e.isForbidden() || e.isNotFound()) {
                // Nobody can say; the request itself will.
                return true;
            }
            throw e;
        }
    }

    /** What a rules review lists; rules for single names say nothing of all, and are left out. */
    private record Rules(List<MapTree> rules) {
        static Rules of(MapTree review) {
            List<MapTree> rules = new ArrayList<>();
            for (Tree item : Trees.list(review, "status", "resourceRules")) {
                if (Trees.list(Trees.map(item), "resourceNames").isEmpty()) {
                    rules.add(Trees.map(item));
                }
            }
            return new Rules(rules);
        }

        boolean allow(String verb, String group, String resource) {
            for (MapTree rule : rules) {
                if (has(rule, "verbs", verb) && has(rule, "apiGroups", group) && has(rule, "resources", resource)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean has(MapTree rule, String list, String value) {
            for (Tree item : Trees.list(rule, list)) {
                if (Trees.text(item).equals(value) || Trees.text(item).equals("*")) {
                    return true;
                }
            }
            return false;
        }
    }
}
