package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.check.ArgoCdCheck;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Argo CD's AppProject: which repositories, destinations and kinds of objects its Applications may use. Immutable.
 *
 * <p>Repositories are exact, and so are destinations but those of {@link Destination#of(MapTree)}; a project that others wrote
 * may have patterns, see {@link #rest()}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/project-specification/">Project Specification</a>
 */
@Value.Immutable
@DeployStyle
public abstract class ArgoProject extends ArgoObject<ArgoProject> implements WithArgoProject {
    ArgoProject() {}

    /**
     * A builder: {@code name}, then what is optional; at least one of {@code sourceRepos} and of {@code destinations}.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is outside its grammar.
     */
    public static ImmutableArgoProject.NameBuildStage builder() {
        return ImmutableArgoProject.builder();
    }

    /** What the project is for. */
    public abstract Optional<String> description();

    /** The addresses of the repositories that Applications may read. */
    public abstract List<String> sourceRepos();

    /** Where Applications may go. */
    public abstract List<Destination> destinations();

    /** The kinds without a namespace that Applications may have. Default: none. */
    @Value.Default
    public AllowedKinds clusterKinds() {
        return AllowedKinds.none();
    }

    /** The kinds with a namespace that Applications may have. Default: all. */
    @Value.Default
    public AllowedKinds namespacedKinds() {
        return AllowedKinds.all();
    }

    /** The kinds without a namespace that Applications may not have, even if they are among the allowed ones. */
    public abstract List<ResourceKind> deniedClusterKinds();

    /** The kinds with a namespace that Applications may not have, even if they are among the allowed ones. */
    public abstract List<ResourceKind> deniedNamespacedKinds();

    /** Who may do what with the Applications. */
    public abstract List<ProjectRole> roles();

    /** When Applications may be synced. Default: always. */
    public abstract List<SyncWindow> syncWindows();

    /** How objects that belong to no Application are shown. Default: not at all. */
    public abstract Optional<OrphanedResources> orphanedResources();

    /** The ServiceAccounts with which Applications are synced. Default: Argo CD's own. Since Argo CD 2.13. */
    public abstract List<DestinationServiceAccount> destinationServiceAccounts();

    /** The namespaces besides Argo CD's own in which Applications of the project may be. */
    public abstract List<String> sourceNamespaces();

    /** The ids of the GnuPG keys of which one must have signed each commit that is synced. Default: no signature is needed. */
    public abstract List<String> signatureKeys();

    /**
     * What the other settings cannot say, as a part of the document: {@code spec.sourceIntegrity}, or lists that have patterns. It is
     * merged at writing, map by map, and validated. A list that the other settings cannot say as a whole is here as a whole.
     * Default: nothing.
     *
     * <p>What is here and in another setting too is an error. A project that has it, as one that was read, may have no
     * {@link #sourceRepos()} and no {@link #destinations()}.
     */
    @Override
    public abstract Optional<MapTree> rest();

    /**
     * Reads a project that others wrote.
     *
     * <p>What the settings can say is in them, and all else in {@link #rest()}. Nothing is lost: {@link #manifest()} gives the
     * same tree.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoProject of(Manifest manifest) {
        return of(manifest.tree(), Locations.none());
    }

    /**
     * The same for a document, with the places of its errors in a text.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoProject of(MapTree document, Locations locations) {
        Rest.validate(ArgoCdCheck.project(document, locations, Targets.any()));
        return new ProjectReader(document).read();
    }

    /** A copy with further repositories that Applications may read. */
    public final ArgoProject plusSourceRepos(String... urls) {
        return withSourceRepos(Additions.to(sourceRepos(), urls));
    }

    /** A copy with further places where Applications may go. */
    public final ArgoProject plusDestinations(Destination... places) {
        return withDestinations(Additions.to(destinations(), places));
    }

    /** A copy with further roles. */
    public final ArgoProject plusRoles(ProjectRole... added) {
        return withRoles(Additions.to(roles(), added));
    }

    /** A copy with further kinds without a namespace that Applications may not have. */
    public final ArgoProject plusDeniedClusterKinds(ResourceKind... kinds) {
        return withDeniedClusterKinds(Additions.to(deniedClusterKinds(), kinds));
    }

    /** A copy with further kinds with a namespace that Applications may not have. */
    public final ArgoProject plusDeniedNamespacedKinds(ResourceKind... kinds) {
        return withDeniedNamespacedKinds(Additions.to(deniedNamespacedKinds(), kinds));
    }

    /** A copy with further sync windows. */
    public final ArgoProject plusSyncWindows(SyncWindow... added) {
        return withSyncWindows(Additions.to(syncWindows(), added));
    }

    /** A copy with further ServiceAccounts of destinations. */
    public final ArgoProject plusDestinationServiceAccounts(DestinationServiceAccount... added) {
        return withDestinationServiceAccounts(Additions.to(destinationServiceAccounts(), added));
    }

    /** A copy with further namespaces in which Applications may be. */
    public final ArgoProject plusSourceNamespaces(String... names) {
        return withSourceNamespaces(Additions.to(sourceNamespaces(), names));
    }

    /** A copy with further keys of signatures. */
    public final ArgoProject plusSignatureKeys(String... ids) {
        return withSignatureKeys(Additions.to(signatureKeys(), ids));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("");
        checkMetadata(checks);
        boolean isComplete = rest().isEmpty();
        if (isComplete) {
            checks.atLeastOne(
                    "spec.sourceRepos",
                    sourceRepos(),
                    "name a repository: without one no Application may use the project");
        }
        for (int i = 0; i < sourceRepos().size(); i++) {
            checks.repository("spec.sourceRepos[" + i + "]", sourceRepos().get(i), ArgoChecks.Repository.ANY);
        }
        if (isComplete) {
            checks.atLeastOne(
                    "spec.destinations",
                    destinations(),
                    "name a destination: without one no Application may use the project");
        }
        Set<String> seen = new HashSet<>();
        for (ProjectRole role : roles()) {
            if (!seen.add(role.name())) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "spec.roles",
                        "there are two roles named " + Problem.quote(role.name()),
                        "remove one of them");
            }
        }
        for (String namespace : sourceNamespaces()) {
            checks.notEmpty("spec.sourceNamespaces", namespace);
        }
        for (String id : signatureKeys()) {
            checks.notEmpty("spec.signatureKeys", id);
        }
        if (!deniedNamespacedKinds().isEmpty() && namespacedKinds().kinds().isEmpty()) {
            checks.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.namespaceResourceBlacklist",
                    "no kind with a namespace is allowed, and some are denied besides",
                    "leave out `deniedNamespacedKinds`, or allow kinds");
        }
        if (namespacedKinds().hasNames()) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "spec.namespaceResourceWhitelist",
                    "names of objects are allowed only for kinds without a namespace",
                    "leave out `named`");
        }
        merged(checks);
        checks.throwIfAny();
    }

    @Override
    final List<Problem> problems(MapTree document, Targets targets) {
        return ArgoCdCheck.project(document, Locations.none(), targets);
    }

    @Override
    final MapTree tree() {
        MapTree.Builder spec = MapTree.builder();
        description().ifPresent(text -> spec.put("description", text));
        spec.putUnlessEmpty("sourceRepos", ListTree.ofStrings(withoutOci(sourceRepos())));
        List<Tree> places = new ArrayList<>();
        for (Destination destination : destinations()) {
            places.add(destination.tree());
        }
        spec.putUnlessEmpty("destinations", ListTree.of(places));
        clusterKinds().putCluster(spec);
        namespacedKinds().putNamespaced(spec);
        spec.putUnlessEmpty("clusterResourceBlacklist", ResourceKind.list(deniedClusterKinds()));
        spec.putUnlessEmpty("namespaceResourceBlacklist", ResourceKind.list(deniedNamespacedKinds()));
        List<Tree> roleTrees = new ArrayList<>();
        for (ProjectRole role : roles()) {
            roleTrees.add(role.tree(name()));
        }
        spec.putUnlessEmpty("roles", ListTree.of(roleTrees));
        List<Tree> windows = new ArrayList<>();
        for (SyncWindow window : syncWindows()) {
            windows.add(window.tree());
        }
        spec.putUnlessEmpty("syncWindows", ListTree.of(windows));
        orphanedResources().ifPresent(orphaned -> spec.put("orphanedResources", orphaned.tree()));
        List<Tree> accounts = new ArrayList<>();
        for (DestinationServiceAccount account : destinationServiceAccounts()) {
            accounts.add(account.tree());
        }
        spec.putUnlessEmpty("destinationServiceAccounts", ListTree.of(accounts));
        spec.putUnlessEmpty("sourceNamespaces", ListTree.ofStrings(sourceNamespaces()));
        List<Tree> keys = new ArrayList<>();
        for (String id : signatureKeys()) {
            keys.add(MapTree.of("keyID", id));
        }
        spec.putUnlessEmpty("signatureKeys", ListTree.of(keys));
        return MapTree.builder()
                .put("apiVersion", API_VERSION)
                .put("kind", "AppProject")
                .put("metadata", metadata(ArgoChecks.sorted(annotations())).build())
                .put("spec", spec.build())
                .build();
    }

    /** The addresses as Applications write them: those of registries without the scheme. */
    private static List<String> withoutOci(List<String> urls) {
        List<String> written = new ArrayList<>();
        for (String url : urls) {
            written.add(ChartSource.written(url));
        }
        return written;
    }
}
