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

    /** Who may do what with the Applications. */
    public abstract List<ProjectRole> roles();

    /**
     * What the other settings cannot say, as a part of the document: {@code spec.syncWindows}, or lists that have patterns. It is
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
        List<Tree> roleTrees = new ArrayList<>();
        for (ProjectRole role : roles()) {
            roleTrees.add(role.tree(name()));
        }
        spec.putUnlessEmpty("roles", ListTree.of(roleTrees));
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
