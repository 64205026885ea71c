package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.DeletionPolicy;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.DirectorySource;
import com.adorsys.webank.deploy.argocd.IgnoreDifference;
import com.adorsys.webank.deploy.argocd.ResourceKind;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.PodSecurityLevel;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRule;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Rendering;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.internal.PublicValues;
import com.adorsys.webank.deploy.dsl.internal.steps.ConfigDigestStep;
import com.adorsys.webank.deploy.dsl.internal.steps.NamespaceStep;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A Webank in a cluster: what runs there, and how Argo CD deploys it from a Git repository. Immutable.
 *
 * <p>{@link #tree} is what is committed to that repository:
 *
 * <pre>
 * argocd/CLUSTER/project-PROJECT.yaml
 * argocd/CLUSTER/app-ENVIRONMENT.yaml
 * environments/ENVIRONMENT/COMPONENT/KIND-NAME.yaml
 * </pre>
 */
@Value.Immutable
@DeployStyle
public abstract class Environment implements WithEnvironment, PlusEnvironment {
    Environment() {}

    /**
     * A builder: {@code name}, {@code webank}, {@code destination}, {@code repository}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableEnvironment.NameBuildStage builder() {
        return ImmutableEnvironment.builder();
    }

    /** The environment's name, a DNS label, such as {@code dev}. */
    public abstract String name();

    /** What runs in it. */
    public abstract Webank webank();

    /** The cluster, as Argo CD knows it, and the namespace of the release. */
    public abstract Destination destination();

    /**
     * The cluster that the environment belongs to, so that nobody deploys it to another one by mistake. No file of the {@link
     * #tree} depends on it. Default: none; the cluster must then be named when connecting.
     */
    public abstract Optional<ClusterTarget> target();

    /** The Git repository to which the tree is committed, as Argo CD reaches it. */
    public abstract String repository();

    /** The branch, tag or commit that Argo CD reads. Default: {@code main}. */
    @Value.Default
    public String revision() {
        return "main";
    }

    abstract Optional<String> givenCluster();

    /** The cluster's name, a DNS label, which names the folder of its Applications. Default: the environment's name. */
    public final String cluster() {
        return givenCluster().orElse(name());
    }

    /** The release's name. Default: {@code webank}. */
    @Value.Default
    public String releaseName() {
        return "webank";
    }

    /** How the manifests are rendered. Default: {@link Posture#hardened() hardened}. */
    @Value.Default
    public Posture posture() {
        return Posture.hardened();
    }

    /** The namespace: who makes it, its labels, and what its pods may use. Default: Argo CD makes it, without limits. */
    @Value.Default
    public NamespaceSettings namespace() {
        return NamespaceSettings.builder().build();
    }

    /** How images must be named. Default: {@link ImagePolicy#ANY}. */
    @Value.Default
    public ImagePolicy imagePolicy() {
        return ImagePolicy.ANY;
    }

    /** Manifests besides those of the Webank, such as a team's own ConfigMaps. Default: none. */
    @Value.Default
    public ManifestSet extraManifests() {
        return ManifestSet.empty();
    }

    /**
     * Changes to single manifests that no setting of the model makes. They are applied in this order, after the {@link
     * #posture}, to the manifests of the Webank and to {@link #extraManifests}.
     */
    @Override
    public abstract List<ManifestPatch> patches();

    /**
     * Problems of the checks that are accepted, by code and object. Because of any other error of the checks, the
     * environment is neither written nor applied.
     */
    @Override
    public abstract List<Waiver> waivers();

    /**
     * The kinds without namespaces that the Argo CD project allows besides {@code Namespace}, in every environment that
     * shares the project.
     */
    @Override
    public abstract Set<ResourceKind> allowedClusterKinds();

    /** The namespaces that the Argo CD project allows besides that of the destination, in the same cluster. */
    @Override
    public abstract Set<String> allowedNamespaces();

    abstract Optional<String> givenApplicationName();

    /** The Application's name. Default: {@code webank-ENVIRONMENT}. */
    public final String applicationName() {
        return givenApplicationName().orElse("webank-" + name());
    }

    /** The Argo CD project's name. Default: {@code webank}. */
    @Value.Default
    public String project() {
        return "webank";
    }

    /** How Argo CD syncs. Default: by itself, with pruning and healing. */
    @Value.Default
    public SyncPolicy syncPolicy() {
        return SyncPolicy.automatic();
    }

    /** Fields in which live objects may differ from Git, such as the replicas that an autoscaler sets. */
    public abstract List<IgnoreDifference> ignoreDifferences();

    /** What happens to the objects when the Application is deleted. Default: they stay. */
    @Value.Default
    public DeletionPolicy deletion() {
        return DeletionPolicy.ORPHAN;
    }

    /** How many revisions Argo CD keeps for a rollback. Default of Argo CD: 10. */
    public abstract OptionalInt revisionHistoryLimit();

    /**
     * The version of Argo CD that reads the Application: a setting that it does not know is an error. Default: any supported
     * version.
     */
    public abstract Optional<ProductVersion> argoCd();

    /**
     * The version of Kubernetes that the manifests are checked for: what it does not know is an error. Default: any supported
     * version; what only some of them know is a warning.
     */
    public abstract Optional<ProductVersion> kubernetes();

    /**
     * Names of objects whose secret values may be written to the tree, and so to Git: values of Secrets, and
     * what the {@link SecretRule}s find elsewhere. Default: none.
     */
    public abstract Set<String> secretsInGit();

    /** A copy with further fields in which live objects may differ from Git. */
    public final Environment plusIgnoreDifferences(IgnoreDifference... differences) {
        return withIgnoreDifferences(Additions.to(ignoreDifferences(), differences));
    }

    /** A copy with further objects whose secret values may be written to Git. */
    public final Environment plusSecretsInGit(String... names) {
        return withSecretsInGit(Additions.to(secretsInGit(), names));
    }

    /** The release's name and namespace. */
    public final Release release() {
        return Release.of(releaseName(), destination().namespace());
    }

    /**
     * The labels of the namespace, sorted: those of the steps of the {@link #posture} that are about it, and those of {@link
     * #namespace}. If {@link NamespaceSettings.Owner#OTHERS} make the namespace, they must set them.
     */
    public final Map<String, String> namespaceLabels() {
        return new EnvironmentNamespace(this).labels();
    }

    /**
     * This environment with other images.
     *
     * @param images by component: {@code obs}, {@code prs}, {@code userapp}, or a microservice's name; the others stay
     * @throws DeployException.InvalidInput if there is no such component
     */
    public final Environment withImages(Map<String, Image> images) {
        return withWebank(webank().withImages(images));
    }

    /**
     * Every manifest of the environment: those of the Webank, of the {@link #namespace} and {@link #extraManifests}, with {@link
     * #patches} applied. The digests of configuration at the pods of the Webank are those after all of that. The manifests are
     * not checked; for that see {@link #checkReport}.
     *
     * @throws DeployException.InvalidInput with every conflict between the parts, or with every patch that selects no object
     *     or cannot be applied
     */
    public final ManifestSet manifests() {
        return manifests(webank().rendering(release(), posture()));
    }

    /**
     * This environment with its {@link #posture} up to a step. A patch that cannot be applied before a later step, since that
     * step makes what it changes, is left out.
     *
     * @param step the name of the last step
     * @throws DeployException.InvalidInput if the posture has no such step
     */
    public final Environment upTo(String step) {
        return PosturePath.at(this, posture().upTo(step));
    }

    /**
     * What each step of the {@link #posture} does to the manifests, in the order in which steps are applied, starting with
     * what the charts render. Steps that change nothing are listed, too.
     *
     * @throws DeployException.InvalidInput as {@link #manifests}
     */
    public final List<StepEffect> stepEffects() {
        return PosturePath.effects(this);
    }

    /**
     * The stages in which a live release of the charts gets the {@link #posture} without a Service that has no endpoint for a
     * while: apply the manifests of one, wait until its roll-outs are complete, and go on with the next.
     *
     * @return the least number of stages that is safe; none if the posture has no step
     * @throws DeployException.InvalidInput as {@link #manifests}
     */
    public final List<PostureStage> stages() {
        return PosturePath.stages(this);
    }

    private ManifestSet manifests(Rendering rendering) {
        try {
            ManifestSet own = rendering.manifests().plus(new EnvironmentNamespace(this).manifests());
            ManifestSet all = ManifestPatch.applyAll(patches(), own.plus(extraManifests()));
            return ConfigDigestStep.refreshed(posture(), rendering.manifests(), all);
        } catch (DeployException.InvalidInput invalid) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : invalid.problems()) {
                problems.add(problem.at(place(problem.location())));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    /**
     * The {@link #manifests} with the problems that {@linkplain Checks#all() all checks} find in them, those of the
     * {@link #namespace} and of the {@link #imagePolicy}, and with those of the
     * {@link Rendering}, of which missing settings are errors. Problems that the {@link #waivers} accept are listed apart.
     *
     * @throws DeployException.InvalidInput as {@link #manifests}
     */
    public final CheckReport checkReport() {
        Rendering rendering = webank().rendering(release(), posture());
        List<Problem> problems = new ArrayList<>(rendering.warnings());
        for (Problem missing : rendering.missing()) {
            problems.add(Problem.error(missing.code(), missing.location(), missing.what(), missing.remedy()));
        }
        return checks().check(manifests(rendering), waivers())
                .plusProblems(problems)
                .withPlaces(this::place);
    }

    private Checks checks() {
        Checks checks =
                Checks.all(targets()).with(new PublicValues(webank().userApp())).with(new NamespaceCheck(this));
        if (NamespaceStep.enforces(posture())) {
            // The API server would refuse such a pod, and the roll-out would wait for it in vain.
            checks = checks.replacing(Checks.podSecurity(PodSecurityLevel.RESTRICTED, Severity.ERROR, targets()));
        }
        return imagePolicy() == ImagePolicy.DIGESTS_REQUIRED ? checks.with(Checks.imageDigests()) : checks;
    }

    /** The versions that the environment names. */
    final Targets targets() {
        Targets targets = kubernetes().map(Targets.any()::with).orElse(Targets.any());
        return argoCd().map(targets::with).orElse(targets);
    }

    /** The Argo CD Application that deploys the environment to its cluster. */
    public final ArgoApplication application() {
        return ArgoApplication.builder()
                .name(applicationName())
                .project(project())
                .source(DirectorySource.builder()
                        .repoUrl(repository())
                        .path(folder())
                        .targetRevision(revision())
                        .depth(DirectorySource.Depth.RECURSIVE)
                        .build())
                .destination(destination())
                .deletion(deletion())
                .syncPolicy(new EnvironmentNamespace(this).syncPolicy())
                .addAllIgnoreDifferences(ignoreDifferences())
                .revisionHistoryLimit(revisionHistoryLimit())
                .build();
    }

    /** The Application as it is written; made once, since it is checked when the environment is made. */
    @Value.Lazy
    Manifest applicationManifest() {
        return application().manifest(targets());
    }

    /**
     * The environment's files, with an Argo CD project for this environment alone; see {@link Environments#tree} for
     * environments that share one.
     *
     * @throws DeployException.InvalidInput as {@link Environments#tree}
     */
    public final FileTree tree() {
        return Environments.of(this).tree();
    }

    private String path() {
        return "environment." + name();
    }

    /**
     * The identities of the namespace of its release in its cluster. Two environments that have one identity in common use
     * the same namespace of the same cluster.
     */
    List<Object> namespaceIdentities() {
        List<Object> identities = new ArrayList<>();
        identities.add(List.of(cluster(), destination()));
        target().ifPresent(
                        target -> identities.add(List.of(target, destination().namespace())));
        if (destination().isByAddress()) {
            identities.add(destination());
        }
        return identities;
    }

    /** A location in the environment as problems show it: below the environment's path, or in a file. */
    Location place(Location inside) {
        return inside.file().isPresent() ? inside : Location.of(Location.join(path(), inside.path()));
    }

    private String folder() {
        return folder(name());
    }

    /** The folder of an environment's files. */
    static String folder(String name) {
        return "environments/" + name;
    }

    /** What is the same for environments that share the file of a project. */
    List<String> projectIdentity() {
        return List.of(cluster(), project());
    }

    /** The folder of the project and the Application, for the root Application of the cluster. */
    String argoCdFolder() {
        return "argocd/" + cluster();
    }

    /** The environment's files, with that of the project that it shares with other environments of its cluster. */
    FileTree tree(
            ManifestSet manifests,
            Manifest projectManifest,
            EnvironmentApplications applications,
            EnvironmentFiles files) {
        FileTree.Builder tree = FileTree.builder(folder());
        for (Manifest manifest : manifests) {
            String component = manifest.label("app.kubernetes.io/name").orElse("other");
            tree.put(folder() + "/" + component + "/" + fileName(manifest), files.text(manifest));
        }
        applications.putInto(tree, argoCdFolder(), files);
        return putProject(tree, projectManifest, files).build();
    }

    /** The only file of an environment that is removed: Argo CD deletes its objects only while the project allows them. */
    FileTree treeOfRemoved(Manifest projectManifest, EnvironmentFiles files) {
        return putProject(FileTree.builder(folder()), projectManifest, files).build();
    }

    private FileTree.Builder putProject(FileTree.Builder tree, Manifest projectManifest, EnvironmentFiles files) {
        return tree.putShared(argoCdFolder() + "/project-" + project() + ".yaml", files.sharedText(projectManifest));
    }

    private String fileName(Manifest manifest) {
        String kind = manifest.kind().toLowerCase(Locale.ROOT);
        boolean elsewhere = !manifest.namespace().isEmpty()
                && !manifest.namespace().equals(destination().namespace());
        return kind + "-" + (elsewhere ? manifest.namespace() + "." : "") + manifest.name() + ".yaml";
    }

    /** Adds a problem for each secret value that would go to Git and that {@link #secretsInGit} does not allow. */
    void refuseSecrets(ManifestSet manifests, List<Problem> problems) {
        for (SecretData.Place place : SecretData.in(manifests).places()) {
            if (!secretsInGit().contains(place.id().name())) {
                problems.add(Problem.error(
                        ProblemCodes.SECRET_VALUE,
                        Location.of(place.toString()),
                        "the environment `" + name() + "` would write a secret value to Git"
                                + (place.rule().isPresent()
                                        ? ": " + place.rule().get()
                                        : ""),
                        "Refer to a Secret that exists in the cluster, or add `"
                                + place.id().name() + "` to `secretsInGit`"));
            }
        }
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks(path());
        checks.name("name", name());
        checks.name("cluster", cluster());
        checks.name("project", project());
        checks.name("applicationName", applicationName());
        allowedNamespaces().forEach(namespace -> checks.name("allowedNamespaces", namespace));
        new EnvironmentNamespace(this).check(checks);
        checks.throwIfAny();
        release();
        applicationManifest();
    }
}
