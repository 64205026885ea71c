package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.argocd.Bootstrap;
import com.adorsys.webank.deploy.argocd.RepositoryCredentials;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.TreeChanges;
import com.adorsys.webank.deploy.tree.TreeSource;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Environments that are written to one Git repository. Immutable.
 *
 * <p>Environments of the same cluster and project share the project's file: it allows what all of them need, even if only
 * some are {@link #select selected}.
 */
public final class Environments implements Iterable<Environment> {
    private final List<Environment> all;
    private final List<Environment> selected;
    /** What the ApplicationSets do that take the place of Applications. */
    private final Optional<Deletion> sets;
    /** The names of the environments that are removed. */
    private final Set<String> removed;

    private Environments(
            List<Environment> all, List<Environment> selected, Optional<Deletion> sets, Set<String> removed) {
        this.all = all;
        this.selected = selected;
        this.sets = sets;
        this.removed = removed;
    }

    /**
     * These environments.
     *
     * @throws DeployException.InvalidInput if two have one name, or two of one cluster have one Application name or one
     *     namespace
     */
    public static Environments of(Environment... environments) {
        return of(List.of(environments));
    }

    /**
     * These environments.
     *
     * @throws DeployException.InvalidInput if two have one name, or two of one cluster have one Application name or one
     *     namespace
     */
    public static Environments of(Collection<Environment> environments) {
        List<Environment> all = List.copyOf(environments);
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        Set<String> applications = new TreeSet<>();
        for (Environment environment : all) {
            if (!names.add(environment.name())) {
                problems.add(Problem.error(
                        ProblemCodes.DUPLICATE,
                        Location.of("environment." + environment.name()),
                        "two environments are named `" + environment.name() + "`",
                        "Give each a name of its own"));
            }
            if (!applications.add(environment.cluster() + "/" + environment.applicationName())) {
                problems.add(Problem.error(
                        ProblemCodes.DUPLICATE,
                        Location.of("environment." + environment.name() + ".applicationName"),
                        "the cluster `" + environment.cluster() + "` has two Applications named `"
                                + environment.applicationName() + "`",
                        "Give each a name of its own"));
            }
        }
        refuseSharedNamespaces(all, problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Environments(all, all, Optional.empty(), Set.of());
    }

    /** Two releases in one namespace would change and delete each other's objects, and so would two Applications. */
    private static void refuseSharedNamespaces(List<Environment> all, List<Problem> problems) {
        Map<Object, String> owners = new HashMap<>();
        for (Environment environment : all) {
            Set<String> others = new TreeSet<>();
            for (Object identity : environment.namespaceIdentities()) {
                others.add(owners.computeIfAbsent(identity, none -> environment.name()));
            }
            // Two environments with the same name are reported already.
            others.remove(environment.name());
            for (String other : others) {
                problems.add(Problem.error(
                        ProblemCodes.NAMESPACE_SHARED,
                        Location.of("environment." + environment.name() + ".destination"),
                        "the environments `" + other + "` and `" + environment.name() + "` use the namespace `"
                                + environment.destination().namespace() + "` of the same cluster",
                        "Give each a namespace of its own; or, if they are in different clusters, set `target`,"
                                + " `cluster` and `destination`"));
            }
        }
    }

    /** The selected environments' names, in the order in which they were given. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Environment environment : selected) {
            names.add(environment.name());
        }
        return names;
    }

    /**
     * The environment with a name.
     *
     * @throws DeployException.InvalidInput if there is none
     */
    public Environment get(String name) {
        return select(List.of(name)).selected.get(0);
    }

    /**
     * A copy in which only some of these environments are selected; the files of the others are not generated.
     *
     * @throws DeployException.InvalidInput if there is no environment with one of the names
     */
    public Environments select(Collection<String> names) {
        List<Problem> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>(names);
        List<Environment> found = new ArrayList<>();
        for (Environment environment : selected) {
            if (wanted.remove(environment.name())) {
                found.add(environment);
            }
        }
        for (String missing : wanted) {
            problems.add(Problem.error(
                    ProblemCodes.ENVIRONMENT_UNKNOWN,
                    Location.of("environment"),
                    "there is no environment `" + missing + "`",
                    Names.remedy(missing, names())));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Environments(all, List.copyOf(found), sets, removed);
    }

    /**
     * A copy with the images of the lock files of the selected environments: {@link ImageLock#path}. An environment without
     * a lock file, and a component that is not in it, keep the model's images.
     *
     * @param configuration the configuration repository: {@link FileTree#folder}, or a commit
     * @throws DeployException.InvalidInput if a lock file is not valid, or names a component that does not exist
     * @throws DeployException.Unavailable if the files cannot be read
     */
    public Environments withImages(TreeSource configuration) {
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>(names());
        Environments changed = edit(environment -> {
            if (!names.contains(environment.name())) {
                return environment;
            }
            try {
                return withImages(environment, lock(environment.name(), configuration), problems);
            } catch (DeployException.InvalidInput invalid) {
                problems.addAll(invalid.problems());
                return environment;
            }
        });
        DeployException.InvalidInput.throwIfErrors(problems);
        return changed;
    }

    /**
     * The lock of an environment; the empty one if it has none.
     *
     * @param configuration the configuration repository: {@link FileTree#folder}, or a commit
     * @throws DeployException.InvalidInput if the lock file is not valid
     * @throws DeployException.Unavailable if the file cannot be read
     */
    public static ImageLock lock(String environment, TreeSource configuration) {
        String path = ImageLock.path(environment);
        try {
            if (configuration.kind("") == Kind.ABSENT || configuration.kind(ImageLock.FOLDER) == Kind.ABSENT) {
                return ImageLock.empty();
            }
            Kind kind = configuration.kind(ImageLock.FOLDER) == Kind.FOLDER ? configuration.kind(path) : Kind.OTHER;
            return switch (kind) {
                case ABSENT -> ImageLock.empty();
                case FILE -> ImageLock.of(configuration.shown(path), configuration.read(path));
                default ->
                    throw new DeployException.InvalidInput(Problem.error(
                            ProblemCodes.FILE_UNREADABLE,
                            Location.ofFile(configuration.shown(path)),
                            "it is not a file in a folder, and so not the lock file of the environment `" + environment
                                    + "`",
                            "remove it, or make it a file"));
            };
        } catch (IOException e) {
            throw new DeployException.Unavailable("`" + configuration.shown(path) + "` cannot be read", e);
        }
    }

    /**
     * A copy that writes an ApplicationSet for each cluster and project in place of an Application for each environment. It has
     * what the environments' Applications have in common, and their differences as parameters; see {@link
     * ArgoApplicationSet#of(String, Deletion, Collection, com.adorsys.webank.deploy.schema.Targets)}.
     *
     * <p>The file is {@code argocd/CLUSTER/applicationset-PROJECT.yaml}. Environments that share it are written for the same
     * version of Argo CD.
     *
     * @param deletion what happens to the objects of an environment that is no longer in the set
     */
    public Environments withApplicationSets(Deletion deletion) {
        return new Environments(all, selected, Optional.of(deletion), removed);
    }

    /**
     * A copy that removes environments: writing or publishing its {@link #tree} removes what an earlier tree had for them, their
     * Applications too. Their lock files of images stay.
     *
     * <p>An environment that is among these is not generated, but its AppProject still allows its namespace. Argo CD deletes
     * the objects of an Application only as long as its project allows them, so keep a removed environment in the model until
     * its objects are deleted. Of an environment that is not among these, the files are removed.
     *
     * @param names the names of the environments
     * @throws DeployException.InvalidInput if a name is not one of an environment
     */
    public Environments withRemoved(Collection<String> names) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            Optional<String> complaint = Names.label(name);
            if (complaint.isPresent()) {
                problems.add(Problem.error(
                        ProblemCodes.NAME_INVALID,
                        Location.of("removed"),
                        Problem.quote(name) + " is not valid",
                        complaint.get()));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Environments(all, selected, sets, new LinkedHashSet<>(names));
    }

    /**
     * A copy in which one environment is changed: {@code all.with("dev", dev -> dev.withRevision("next"))}.
     *
     * @throws DeployException.InvalidInput if there is no environment with that name, or the changed environments conflict
     *     as in {@link #of(Collection)}
     */
    public Environments with(String name, UnaryOperator<Environment> change) {
        get(name);
        return withEach(environment -> environment.name().equals(name) ? change.apply(environment) : environment);
    }

    /**
     * A copy in which every environment is changed: {@code all.withEach(each -> each.withArgoCd(version))}. The same ones
     * stay selected.
     *
     * @throws DeployException.InvalidInput if the changed environments conflict as in {@link #of(Collection)}
     */
    public Environments withEach(UnaryOperator<Environment> change) {
        Environments changed = edit(change);
        return new Environments(of(changed.all).all, changed.selected, sets, removed);
    }

    /** Changes every environment. The same ones stay selected, even if their names change. */
    private Environments edit(UnaryOperator<Environment> change) {
        Set<String> names = new HashSet<>(names());
        List<Environment> changed = new ArrayList<>();
        List<Environment> changedSelection = new ArrayList<>();
        for (Environment environment : all) {
            Environment edited = change.apply(environment);
            changed.add(edited);
            if (names.contains(environment.name())) {
                changedSelection.add(edited);
            }
        }
        return new Environments(List.copyOf(changed), List.copyOf(changedSelection), sets, removed);
    }

    private static Environment withImages(Environment environment, ImageLock lock, List<Problem> problems) {
        try {
            return environment.withImages(lock.images());
        } catch (DeployException.InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                problems.add(problem.at(lock.locations()
                        .of(TreePath.child("", problem.location().path()))));
            }
            return environment;
        }
    }

    /**
     * The files of the selected environments.
     *
     * @throws DeployException.InvalidInput with every reason at once: an environment cannot be rendered or patched, the
     *     checks find an error that is not {@linkplain Environment#waivers waived}, a secret value would go to Git, the
     *     Argo CD project does not allow an object, or two environments write the same path
     */
    public FileTree tree() {
        return generate().tree();
    }

    /** The files of the selected environments, with all problems that the checks find, warnings too. */
    public GeneratedEnvironments generate() {
        return new GeneratedEnvironments(selected, all, sets, removed);
    }

    /**
     * What the Argo CD of a cluster needs once, before it can deploy the environments of that cluster: {@link
     * Environment#cluster}. It reads the folder {@code argocd/CLUSTER} of {@link #tree}, and the keys of the secret store begin
     * with {@code CLUSTER/argocd}. It does not depend on which environments are selected.
     *
     * @param credentials with what Argo CD reads the repository
     * @param store the store that has the values of the Secrets
     * @throws DeployException.InvalidInput if no environment has the cluster, or if those that have it differ in their
     *     repository or revision
     */
    public Bootstrap bootstrap(String cluster, RepositoryCredentials credentials, SecretStoreRef store) {
        return ClusterBootstrap.of(cluster, credentials, store, all);
    }

    /**
     * Writes the files of the selected environments to a folder. Equal files are not touched. Files that an earlier run of
     * the same environments wrote and this one does not are removed; no other file is.
     *
     * @return the files that were created, changed, removed and left unchanged
     * @throws DeployException.InvalidInput as {@link #tree}, or if the folder cannot be written, or if a file of others is
     *     in the place of one of these; nothing is written then
     */
    public TreeChanges writeTo(Path folder) {
        return tree().writeTo(folder);
    }

    /** What {@link #writeTo} would do. */
    public TreeChanges compareWith(Path folder) {
        return tree().compareWith(folder);
    }

    @Override
    public Iterator<Environment> iterator() {
        return selected.iterator();
    }

    /** The names. */
    @Override
    public String toString() {
        return "environments " + names();
    }
}
