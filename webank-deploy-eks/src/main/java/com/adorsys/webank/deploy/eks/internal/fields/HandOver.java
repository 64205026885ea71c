package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How fields that other managers hold become ours, so that applying needs no force, and what is left out goes. Immutable.
 *
 * <p>It is one JSON Patch that changes nothing but the managed fields: the fields of the others are added to what we
 * applied, and their entries end. It names the resource version that it was made for, so that the server answers 409,
 * without causes, once the object has moved on; then it is made anew.
 *
 * <p>The applying that follows removes what we then hold and do not set. Some fields must not go that way, since they were
 * never in anybody's manifest: the server or a webhook filled them in once, when the object was made, and would not do so
 * again. Those that are not desired are left to nobody, and keep their value: replicas (a missing number is 1, whatever an
 * autoscaler made of it), finalizers and owners, the class of an Ingress, addresses and the load balancer's class of a
 * Service, the time of a restart by hand, and all that cannot be changed in a Pod, a Job or a PersistentVolumeClaim.
 *
 * <p>An entry in another version of the API than the object was read in says what it holds in that version's words. Where
 * all entries share one other version, ours is made in it, and the server translates as we apply; else what has the same
 * path in the object is taken over, and what has none is left to nobody.
 *
 * @param patch the JSON Patch, for {@code application/json-patch+json}. To be sent under another name than the one that
 *     applies: what a webhook changes on that occasion would make a second entry of that name, which applying conflicts with
 * @param leftOut the fields that become only ours without being desired, as the API server writes paths. The applying that
 *     follows removes them, or gives back the value that the server fills in: who makes an object by updates holds these
 *     values, too
 * @param removal what removes them
 * @param removed the fields that go and that the desired object does not have
 * @param applied the object after the hand-over and the applying that follows it, before the server fills in its defaults. For
 *     when the server refuses a dry run of applying without the hand-over
 */
public record HandOver(ListTree patch, List<String> leftOut, LeftOut removal, FieldSet removed, MapTree applied) {
    /**
     * What the server calls whoever wrote an object that has no managed fields, once somebody applies it. It then holds
     * all that was there, and hands it over like any other.
     */
    public static final String BEFORE_FIRST_APPLY = "before-first-apply";

    /**
     * What kubectl calls itself, its restarts and its scaling aside; and the server's name for a writer that it does not
     * know, since what {@code kubectl create} makes without any content, such as a ServiceAccount, has no managed fields.
     */
    public static final Set<String> KUBECTL = Set.of(
            BEFORE_FIRST_APPLY,
            "kubectl",
            "kubectl-annotate",
            "kubectl-autoscale",
            "kubectl-client-side-apply",
            "kubectl-create",
            "kubectl-edit",
            "kubectl-expose",
            "kubectl-label",
            "kubectl-last-applied",
            "kubectl-patch",
            "kubectl-replace",
            "kubectl-run",
            "kubectl-set");

    /** Those of {@link #KUBECTL} that write nothing but what they create. */
    public static final Set<String> KUBECTL_CREATORS =
            Set.of(BEFORE_FIRST_APPLY, "kubectl-autoscale", "kubectl-create", "kubectl-expose", "kubectl-run");

    public static final Set<String> ARGO_CD = Set.of("argocd-controller", "argocd-application-controller");

    /** What Flux calls itself where it applies a Kustomization. */
    public static final Set<String> FLUX = Set.of("kustomize-controller");

    public static final Set<String> HELM = Set.of("helm", "Helm");

    private static final List<List<String>> ANY_KIND = List.of(
            List.of("metadata", "finalizers"),
            List.of("metadata", "generateName"),
            List.of("metadata", "ownerReferences"),
            List.of("spec", "replicas"),
            List.of("spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"));

    /**
     * How the fields of other managers are handed over to us; empty if they hold none.
     *
     * @param live the object as the server gives it, with its managed fields and resource version
     * @param desired what is to be applied next, in the API version in which the object was read
     * @param from what they give up
     */
    public static Optional<HandOver> of(MapTree live, MapTree desired, GivenUp from) {
        List<ManagedEntry> ours = new ArrayList<>();
        List<ManagedEntry> theirs = new ArrayList<>();
        List<Tree> others = new ArrayList<>();
        FieldSet stays = FieldSet.of();
        FieldSet unheld = from.marks().within(live);
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            unheld = unheld.minus(entry.fields());
            FieldSet given = entry.isOurs() ? FieldSet.of() : from.of(entry);
            if (entry.isOurs()) {
                ours.add(entry);
            } else if (given.isEmpty()) {
                others.add(entry.tree());
                stays = stays.union(entry.fields());
            } else {
                theirs.add(entry.holding(isSecret(live) ? given.withStringDataAsData() : given));
                FieldSet rest = entry.fields().minus(given);
                if (!rest.isEmpty()) {
                    others.add(entry.holding(rest).tree());
                    stays = stays.union(rest);
                }
            }
        }
        if (theirs.isEmpty() && unheld.isEmpty()) {
            return Optional.empty();
        }
        String version = version(live, ours, theirs);
        FieldSet own = fields(ours, live, version);
        FieldSet held = fields(theirs, live, version);
        FieldSet taken = held.union(unheld);
        taken = taken.without(filledIn(desired), desired).union(taken.within(desired));
        // Also a field that we hold together with them is left to nobody.
        own = own.minus(held.minus(taken));
        FieldSet merged = own.union(taken);
        if (merged.isEmpty()) {
            // An object without any entry would be held by BEFORE_FIRST_APPLY at the next apply.
            return Optional.empty();
        }
        List<Tree> entries = new ArrayList<>();
        entries.add(ManagedEntry.ours(version, newest(ours, theirs), merged).tree());
        entries.addAll(others);
        FieldSet removed = taken.minus(own).minus(stays);
        LeftOut leftOut = new LeftOut(removed, desired);
        MapTree left = new LeftOut(merged.minus(stays), desired).removedFrom(live);
        return Optional.of(new HandOver(
                patch(ListTree.of(entries), resourceVersion(live)),
                List.copyOf(leftOut.in(live)),
                leftOut,
                removed.outside(desired),
                Trees.map(Place.of(merged.union(stays), left, desired).merged())));
    }

    /**
     * An object without {@link #leftOut}, as the applying that follows leaves it before the server fills in its defaults.
     *
     * @param dryRun the server's answer to a dry run of the apply without the hand-over
     */
    public MapTree removedFrom(MapTree dryRun) {
        return removal.removedFrom(dryRun);
    }

    /**
     * The fields of {@link #leftOut} whose values differ before and after the removal.
     *
     * @param before the object with the fields of the others
     * @param after the server's answer to a dry run of the removal, with its defaults filled in
     */
    public FieldSet gone(MapTree before, MapTree after) {
        return removed.withoutHolders().differing(before, after);
    }

    /** Whether the server keeps as data what is applied as {@code stringData}, and forgets who set it. */
    private static boolean isSecret(MapTree live) {
        return live.string("apiVersion").equals(Optional.of("v1"))
                && live.string("kind").equals(Optional.of("Secret"));
    }

    private static ListTree patch(ListTree entries, String resourceVersion) {
        return ListTree.of(
                replace("/metadata/managedFields", entries),
                // Not `test`, whose failure is a 422 like that of any object that is not valid.
                replace(
                        "/metadata/resourceVersion",
                        MapTree.of("v", resourceVersion).valueAt(0)));
    }

    private static MapTree replace(String path, Tree value) {
        return MapTree.builder(3)
                .put("op", "replace")
                .put("path", path)
                .put("value", value)
                .build();
    }

    private static String resourceVersion(MapTree live) {
        return live.map("metadata")
                .flatMap(metadata -> metadata.string("resourceVersion"))
                .orElseThrow(() -> new IllegalArgumentException("the live object has no resource version"));
    }

    /** The version in which our entry is. */
    private static String version(MapTree live, List<ManagedEntry> ours, List<ManagedEntry> theirs) {
        Set<String> versions = new TreeSet<>();
        ours.forEach(entry -> versions.add(entry.apiVersion()));
        theirs.forEach(entry -> versions.add(entry.apiVersion()));
        String read = live.string("apiVersion")
                .orElseThrow(() -> new IllegalArgumentException("the live object has no API version"));
        return versions.size() == 1 ? versions.iterator().next() : read;
    }

    private static FieldSet fields(List<ManagedEntry> entries, MapTree live, String version) {
        FieldSet all = FieldSet.of();
        for (ManagedEntry entry : entries) {
            boolean readable = entry.apiVersion().equals(version);
            all = all.union(readable ? entry.fields() : entry.fields().within(live));
        }
        return all;
    }

    /** Where fields are taken over only as far as they are desired. */
    private static FieldSet filledIn(MapTree desired) {
        List<List<String>> paths = new ArrayList<>(ANY_KIND);
        String kind = desired.string("apiVersion").orElse("") + "/"
                + desired.string("kind").orElse("");
        switch (kind) {
            case "v1/Service" -> {
                for (String field : List.of(
                        "clusterIP",
                        "clusterIPs",
                        "healthCheckNodePort",
                        "ipFamilies",
                        "ipFamilyPolicy",
                        "loadBalancerClass")) {
                    paths.add(List.of("spec", field));
                }
            }
            case "networking.k8s.io/v1/Ingress" -> paths.add(List.of("spec", "ingressClassName"));
            case "v1/Pod", "v1/PersistentVolumeClaim", "batch/v1/Job" -> paths.add(List.of("spec"));
            default -> {
                // Nothing but what any kind has.
            }
        }
        return FieldSet.naming(paths);
    }

    private static String newest(List<ManagedEntry> ours, List<ManagedEntry> theirs) {
        String newest = "";
        for (List<ManagedEntry> entries : List.of(ours, theirs)) {
            for (ManagedEntry entry : entries) {
                newest = entry.time().compareTo(newest) > 0 ? entry.time() : newest;
            }
        }
        return newest;
    }
}
