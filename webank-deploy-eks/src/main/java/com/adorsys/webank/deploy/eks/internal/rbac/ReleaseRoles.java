package com.adorsys.webank.deploy.eks.internal.rbac;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.check.Scope;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.records.Rights;
import com.adorsys.webank.deploy.eks.internal.records.Rights.Place;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Roles for the runs of one release, from the objects of its sets. */
public final class ReleaseRoles {
    private final Release release;
    private final List<ManifestSet> sets;
    private final Rights rights = new Rights();
    private final List<Problem> problems = new ArrayList<>();

    private ReleaseRoles(Release release, ManifestSet... sets) {
        this.release = release;
        this.sets = List.of(sets);
    }

    /**
     * The Roles for {@code plan}, {@code status} and {@code history}.
     *
     * @throws DeployException.InvalidInput if the scope of a kind is not known
     */
    public static List<Manifest> toPlan(Release release, ManifestSet... sets) {
        ReleaseRoles roles = new ReleaseRoles(release, sets);
        roles.rights.readRecords(release);
        roles.needObjects("get", "patch", "create");
        return roles.manifests("plan");
    }

    /**
     * The Roles for every run.
     *
     * @throws DeployException.InvalidInput if the scope of a kind is not known
     */
    public static List<Manifest> toApply(Release release, ManifestSet... sets) {
        ReleaseRoles roles = new ReleaseRoles(release, sets);
        roles.rights.writeRecords(release);
        roles.rights.deleteRecords(release);
        roles.needObjects("get", "patch", "create", "delete");
        return roles.manifests("apply");
    }

    /** The Role for reading why a roll-out in a namespace fails. */
    public static Manifest toDiagnose(Release release) {
        List<String> read = List.of("get", "list");
        return Rbac.role(
                name(release, "diagnose"),
                release.namespace(),
                List.of(
                        Rbac.rule("", "events", List.of(), List.of("list")),
                        Rbac.rule("", "pods", List.of(), read),
                        Rbac.rule("", "pods/log", List.of(), List.of("get")),
                        Rbac.rule("apps", "replicasets", List.of(), read)));
    }

    private void needObjects(String... verbs) {
        for (ManifestSet set : sets) {
            for (Manifest manifest : set) {
                Scope scope = Scope.of(manifest, set);
                if (scope == Scope.UNKNOWN && manifest.namespace().isEmpty()) {
                    problems.add(Problem.error(
                            ProblemCodes.KIND_UNKNOWN,
                            Location.of(manifest.path("kind")),
                            "it is not known whether `" + manifest.kind() + "` of `" + manifest.apiVersion()
                                    + "` has a namespace",
                            "add its CustomResourceDefinition to the set, or a namespace to the object"));
                    continue;
                }
                String own = manifest.namespace().isEmpty() ? release.namespace() : manifest.namespace();
                Place place =
                        new Place(manifest.id().group(), plural(manifest, set), scope == Scope.CLUSTER ? "" : own);
                rights.need(place, manifest.name(), verbs);
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
    }

    /** The resource's name: that of its definition, or else what Kubernetes derives of a kind. */
    private static String plural(Manifest manifest, ManifestSet set) {
        return Definitions.in(set)
                .of(manifest.id())
                .map(definition -> Trees.text(definition.tree(), "spec", "names", "plural"))
                .filter(plural -> !plural.isEmpty())
                .orElseGet(() -> ApiResource.plural(manifest.kind()));
    }

    /** One Role for each namespace, and a ClusterRole for what has none. */
    private List<Manifest> manifests(String purpose) {
        Map<String, List<MapTree>> rules = new TreeMap<>();
        rights.forEach((place, verbs) -> {
            List<MapTree> own = rules.computeIfAbsent(place.namespace(), any -> new ArrayList<>());
            Map<Set<String>, Set<String>> verbsOfNames = new LinkedHashMap<>();
            verbs.forEach((verb, names) -> verbsOfNames
                    .computeIfAbsent(names.contains(Rights.EVERY_NAME) ? Set.of() : names, any -> new TreeSet<>())
                    .add(verb));
            verbsOfNames.forEach(
                    (names, together) -> own.add(Rbac.rule(place.group(), place.resource(), names, together)));
        });
        List<Manifest> roles = new ArrayList<>();
        rules.forEach((namespace, list) -> roles.add(Rbac.role(
                // The name of a ClusterRole is unique in the whole cluster.
                name(release, namespace.isEmpty() ? release.namespace() + "." + purpose : purpose), namespace, list)));
        return roles;
    }

    private static String name(Release release, String end) {
        return Rights.prefix(release) + "." + end;
    }
}
