package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.DeployOptions.Waiting;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rights that a run needs, asked for before it begins: one rules review a namespace, and an access review for what
 * that leaves open, as with authorizers that cannot list their rules.
 */
final class Permissions {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private final RunContext context;

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

    /** A problem for each resource and namespace in which rights are missing. */
    List<Problem> missing(List<PlannedObject> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<Place, Set<String>> needs = needs(changes);
        Map<String, Rules> rules = new TreeMap<>();
        Set<String> namespaces = new TreeSet<>();
        needs.keySet().forEach(place -> namespaces.add(place.namespace()));
        namespaces.remove("");
        List<String> all = List.copyOf(namespaces);
        List<Rules> reviewed = context.workers().map(all, this::review);
        for (int i = 0; i < all.size(); i++) {
            rules.put(all.get(i), reviewed.get(i));
        }
        List<Map.Entry<Place, Set<String>>> open = new ArrayList<>();
        needs.forEach((place, verbs) -> {
            Set<String> left = new TreeSet<>(verbs);
            Rules known = rules.get(place.namespace());
            if (known != null) {
                left.removeIf(verb -> known.allow(verb, place.group(), place.resource()));
            }
            if (!left.isEmpty()) {
                open.add(Map.entry(place, left));
            }
        });
        List<Problem> problems = new ArrayList<>();
        for (List<String> found : context.workers().map(open, this::denied)) {
            if (!found.isEmpty()) {
                String place = found.get(0);
                problems.add(Problem.error(
                        "PERMISSION_MISSING",
                        Location.of(context.release().toString()),
                        "you may not " + String.join(", ", found.subList(1, found.size())) + " " + place,
                        "have a role with these verbs bound to you"));
            }
        }
        return problems;
    }

    private Map<Place, Set<String>> needs(List<PlannedObject> changes) {
        Map<Place, Set<String>> needs = new TreeMap<>();
        String own = context.release().namespace();
        need(needs, new Place("", "configmaps", own), List.of("get", "create", "update"));
        need(needs, new Place("", "secrets", own), List.of("get", "list", "create", "delete"));
        need(needs, new Place("coordination.k8s.io", "leases", own), List.of("get", "create", "update"));
        for (PlannedObject change : changes) {
            DesiredObject desired = change.desired();
            Member member = change.member();
            ApiResource resource = desired != null ? desired.resource() : member != null ? member.resource() : null;
            if (resource == null) {
                continue;
            }
            Place place =
                    new Place(resource.group(), resource.plural(), change.id().namespace());
            need(needs, place, verbs(change));
            if (context.options().waiting() == Waiting.READY) {
                need(needs, place, List.of("list"));
            }
        }
        return needs;
    }

    private static List<String> verbs(PlannedObject change) {
        return switch (change.action()) {
            case CREATE -> List.of("get", "patch", "create");
            case REPLACE -> List.of("get", "patch", "create", "delete");
            case DELETE -> List.of("get", "delete");
            default -> List.of("get", "patch");
        };
    }

    private static void need(Map<Place, Set<String>> needs, Place place, Collection<String> verbs) {
        needs.computeIfAbsent(place, any -> new TreeSet<>()).addAll(verbs);
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

    /** The place and the verbs that an access review denies; empty if none. */
    private List<String> denied(Map.Entry<Place, Set<String>> need) {
        List<String> denied = new ArrayList<>();
        for (String verb : need.getValue()) {
            if (!isAllowed(verb, need.getKey())) {
                denied.add(verb);
            }
        }
        if (!denied.isEmpty()) {
            denied.add(0, need.getKey().toString());
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
            return answer.at("status", "allowed").orElse(null) instanceof ScalarTree allowed
                    && allowed.text().equals("true");
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
            if (review.at("status", "resourceRules").orElse(null) instanceof ListTree list) {
                for (Tree item : list) {
                    if (item instanceof MapTree rule
                            && rule.list("resourceNames").orElse(ListTree.of()).size() == 0) {
                        rules.add(rule);
                    }
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
            for (Tree item : rule.list(list).orElse(ListTree.of())) {
                if (item instanceof ScalarTree scalar
                        && (scalar.text().equals(value) || scalar.text().equals("*"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
