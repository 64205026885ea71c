package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.eks.internal.records.Rights;
import com.adorsys.webank.deploy.eks.internal.records.Rights.Place;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private final Rights needs = new Rights();
    private final Set<Place> lacking = new HashSet<>();
    private final Map<String, Rules> reviewed = new ConcurrentHashMap<>();

    Permissions(RunContext context) {
        this.context = context;
    }

    /** What is needed to bring a release to another state: the records, besides the objects. */
    Permissions toApply() {
        String own = context.release().namespace();
        needs.writeRecords(context.release());
        if (context.options().ownNamespace() == OwnNamespace.CREATE) {
            Place namespaces = new Place("", "namespaces", "");
            needs.need(namespaces, own, "get");
            if (!mayBeThere(own)) {
                needs.need(namespaces, own, "patch", "create");
            }
        }
        return this;
    }

    /** Whether a namespace is there, or may be for all that can be seen. */
    private boolean mayBeThere(String namespace) {
        return ApiReader.ifAllowed(
                true,
                () -> context.api().find("/api/v1/namespaces/" + namespace).isPresent());
    }

    /** What is needed to delete a release: the records, besides the objects. */
    Permissions toDelete() {
        needs.deleteRecords(context.release());
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
        String name = change.id().name();
        switch (change.action()) {
            case CREATE -> needs.need(place, name, "get", "patch", "create");
            case REPLACE -> needs.need(place, name, "get", "patch", "create", "delete");
            case DELETE -> needs.need(place, name, "get", "delete");
            case CONFLICT, REFUSED -> {
                needs.need(place, name, "get", "patch");
                if (change.live() == null) {
                    needs.need(place, name, "create");
                }
            }
            case UPDATE, ADOPT, KEEP, UNCHANGED -> needs.need(place, name, "get", "patch");
        }
        return this;
    }

    /** What an object needs of which nobody knows whether it is there. */
    Permissions unseen(DesiredObject desired) {
        return change(PlannedObject.of(desired.id(), Action.CREATE).withDesired(desired));
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
        needs.forEach((place, verbs) -> namespaces.add(place.namespace()));
        context.workers().each(reviews(namespaces), Runnable::run);
        List<Map.Entry<Place, Map<String, Set<String>>>> open = new ArrayList<>();
        needs.forEach((place, verbs) -> {
            Map<String, Set<String>> left = new TreeMap<>();
            verbs.forEach((verb, names) -> left.put(verb, new TreeSet<>(names)));
            Rules known = reviewed.get(place.namespace());
            if (known != null) {
                left.forEach((verb, names) -> names.removeIf(name -> known.allow(verb, place, name)));
                left.values().removeIf(Set::isEmpty);
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

    /** The rules in a namespace. Without the review every right is asked for by itself. */
    private Rules review(String namespace) {
        return ApiReader.ifAllowed(
                new Rules(List.of()),
                () -> Rules.of(answer("SelfSubjectRulesReview", MapTree.of("namespace", namespace))));
    }

    private MapTree answer(String review, MapTree spec) {
        MapTree asked = MapTree.builder()
                .put("apiVersion", "authorization.k8s.io/v1")
                .put("kind", review)
                .put("spec", spec)
                .build();
        return context.api()
                .ask(REVIEWS + review.toLowerCase(Locale.ROOT) + "s", asked)
                .body();
    }

    /** The verbs that access reviews deny for one of their names. */
    private List<String> denied(Map.Entry<Place, Map<String, Set<String>>> need) {
        List<String> denied = new ArrayList<>();
        need.getValue().forEach((verb, names) -> {
            boolean allowed = isAllowed(verb, need.getKey(), Rights.EVERY_NAME)
                    || names.stream()
                            .allMatch(name -> !name.equals(Rights.EVERY_NAME) && isAllowed(verb, need.getKey(), name));
            if (!allowed) {
                denied.add(verb);
            }
        });
        return denied;
    }

    private boolean isAllowed(String verb, Place place, String name) {
        MapTree attributes = MapTree.builder()
                .put("verb", verb)
                .put("group", place.group())
                .put("resource", place.resource())
                .put("namespace", place.namespace())
                .put("name", name)
                .build();
        MapTree spec = MapTree.of("resourceAttributes", attributes);
        // Where nobody can say, the request itself will.
        return ApiReader.ifAllowed(
                true, () -> Trees.isTrue(answer("SelfSubjectAccessReview", spec), "status", "allowed"));
    }

    /** What a rules review lists. */
    private record Rules(List<MapTree> rules) {
        static Rules of(MapTree review) {
            return new Rules(Trees.list(review, "status", "resourceRules").items().stream()
                    .map(Trees::map)
                    .toList());
        }

        /** Whether a rule allows a verb for a name; a rule for single names does not allow it for every name. */
        boolean allow(String verb, Place place, String name) {
            for (MapTree rule : rules) {
                List<Tree> names = Trees.list(rule, "resourceNames").items();
                if (has(rule, "verbs", verb)
                        && has(rule, "apiGroups", place.group())
                        && has(rule, "resources", place.resource())
                        && (names.isEmpty() || names.contains(ScalarTree.of(name)))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean has(MapTree rule, String list, String value) {
            List<Tree> values = Trees.list(rule, list).items();
            return values.contains(ScalarTree.of(value)) || values.contains(ScalarTree.of("*"));
        }
    }
}
