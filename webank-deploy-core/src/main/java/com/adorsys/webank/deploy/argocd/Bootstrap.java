package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What a cluster with Argo CD and External Secrets needs once, before Argo CD can deploy from a Git repository. Immutable.
 *
 * <ul>
 *   <li>the root Application, which applies a folder of projects and Applications, and its own AppProject, which allows only
 *       these kinds, and only in the namespace of Argo CD
 *   <li>the Secret with the credentials for the repository
 *   <li>the Secrets of the clusters besides the one that Argo CD runs in
 *   <li>the secret of GitHub's webhook, as a key of {@code argocd-secret}
 *   <li>if asked for, the configuration of {@link CommitStatuses}
 * </ul>
 *
 * <p>No value of a Secret is written: each Secret is an ExternalSecret ({@code external-secrets.io/v1}), and External Secrets
 * reads the values from {@link #secretStore()}. The keys there are the values {@link #secretPrefix()} + {@code /repository},
 * {@code /webhook} (property {@code secret}), {@code /notifications} and {@code /clusters/NAME}.
 */
@Value.Immutable
@DeployStyle
public abstract class Bootstrap implements WithBootstrap {
    Bootstrap() {}

    /**
     * A builder: {@code repoUrl}, {@code path}, {@code credentials}, {@code secretStore}, {@code secretPrefix}, then what is
     * optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is outside its grammar.
     */
    public static ImmutableBootstrap.RepoUrlBuildStage builder() {
        return ImmutableBootstrap.builder();
    }

    /** The address of the Git repository, as the Applications name it. */
    public abstract String repoUrl();

    /** The folder of the repository that has the projects and Applications, such as {@code argocd/webank-dev}. */
    public abstract String path();

    /** The kind of credentials with which Argo CD reads the repository. */
    public abstract RepositoryCredentials credentials();

    /** The store that has the values of the Secrets. */
    public abstract SecretStoreRef secretStore();

    /** How the keys in the store begin, such as {@code webank-dev/argocd}. */
    public abstract String secretPrefix();

    /** The name of the root Application and of its project; the names of the Secrets begin with it. Default: {@code root}. */
    @Value.Default
    public String name() {
        return "root";
    }

    /** The namespace of Argo CD. Default: {@code argocd}. */
    @Value.Default
    public String namespace() {
        return "argocd";
    }

    /** The branch, tag or commit that the root Application reads. Default: {@code HEAD}. */
    public abstract Optional<String> targetRevision();

    /**
     * The destinations of the Applications. A cluster other than the one that Argo CD runs in gets a Secret: by the address of
     * its API server with the property {@code config}, by its name in Argo CD with {@code server} too. Default: none.
     */
    public abstract Set<Destination> destinations();

    /** The statuses of commits that Argo CD sets on GitHub. Default: none. */
    public abstract Optional<CommitStatuses> commitStatuses();

    /** A copy with further destinations. */
    public final Bootstrap plusDestinations(Destination... places) {
        return withDestinations(Additions.to(destinations(), places));
    }

    /** The root Application. It syncs by itself, with pruning and healing. */
    public final ArgoApplication application() {
        return ArgoApplication.builder()
                .name(name())
                .project(name())
                .source(DirectorySource.builder()
                        .repoUrl(repoUrl())
                        .path(path())
                        .targetRevision(targetRevision())
                        .build())
                .destination(Destination.inCluster(namespace()))
                .deletion(DeletionPolicy.ORPHAN)
                .namespace(namespace())
                .syncPolicy(SyncPolicy.automatic()
                        .withOptions(SyncOptions.recommended().without(SyncOption.CREATE_NAMESPACE)))
                .build();
    }

    /** The project of the root Application. */
    public final ArgoProject project() {
        return ArgoProject.builder()
                .name(name())
                .namespace(namespace())
                .description("The projects and Applications of this cluster")
                .addSourceRepos(repoUrl())
                .addDestinations(Destination.inCluster(namespace()))
                .namespacedKinds(AllowedKinds.only(
                        ResourceKind.of("argoproj.io", "AppProject"),
                        ResourceKind.of("argoproj.io", "Application"),
                        ResourceKind.of("argoproj.io", "ApplicationSet")))
                .build();
    }

    /** The manifests. Every supported version of Argo CD has all of their fields. */
    public final ManifestSet manifests() {
        List<Manifest> manifests = new ArrayList<>();
        manifests.add(project().manifest());
        manifests.add(application().manifest());
        if (credentials() != RepositoryCredentials.NONE) {
            manifests.add(secret(
                    name() + "-repository",
                    "repository",
                    credentials().known(repoUrl()),
                    key("repository"),
                    credentials().properties()));
        }
        manifests.add(values(
                name() + "-webhook",
                "argocd-secret",
                Map.of("webhook.github.secret", RemoteKey.of(key("webhook")).withProperty("secret"))));
        for (Map.Entry<String, Destination> cluster : clusters().entrySet()) {
            boolean isByAddress = cluster.getValue().isByAddress();
            MapTree known = MapTree.of(
                    "name", isByAddress ? cluster.getKey() : cluster.getValue().cluster());
            manifests.add(secret(
                    name() + "-cluster-" + cluster.getKey(),
                    "cluster",
                    isByAddress ? known.with("server", cluster.getValue().cluster()) : known,
                    key("clusters/" + cluster.getKey()),
                    isByAddress ? List.of("config") : List.of("server", "config")));
        }
        if (commitStatuses().isPresent()) {
            manifests.add(commitStatuses().get().configuration(namespace(), repoUrl()));
            manifests.add(values(
                    name() + "-notifications",
                    CommitStatuses.SECRET,
                    properties(key("notifications"), RepositoryCredentials.GITHUB_APP.properties())));
        }
        return ManifestSet.of(manifests);
    }

    /**
     * A Secret of its own, which is deleted with the ExternalSecret.
     *
     * @param type the value of the label by which Argo CD finds the Secret
     * @param known the keys of the Secret whose values are no secrets
     * @param key the key in the store, whose properties are the other keys of the Secret
     */
    private Manifest secret(String secret, String type, MapTree known, String key, List<String> properties) {
        return ExternalSecret.builder()
                .name(secret)
                .store(secretStore())
                .putAllData(properties(key, properties))
                .template(MapTree.builder()
                        // Without it the data of the template replace those of the store.
                        .put("mergePolicy", "Merge")
                        .put("metadata", MapTree.of("labels", MapTree.of("argocd.argoproj.io/secret-type", type)))
                        .put("data", known)
                        .build())
                .build()
                .manifest(namespace());
    }

    /** Values that are added to a Secret which exists; its other keys stay. */
    private Manifest values(String external, String secret, Map<String, RemoteKey> data) {
        return ExternalSecret.builder()
                .name(external)
                .store(secretStore())
                .putAllData(data)
                .targetName(secret)
                .creationPolicy(ExternalSecret.CreationPolicy.MERGE)
                .build()
                .manifest(namespace());
    }

    private static Map<String, RemoteKey> properties(String key, List<String> names) {
        Map<String, RemoteKey> places = new TreeMap<>();
        for (String name : names) {
            places.put(name, RemoteKey.of(key).withProperty(name));
        }
        return places;
    }

    private String key(String name) {
        return secretPrefix() + "/" + name;
    }

    /** The clusters besides the one that Argo CD runs in, by the part of their Secret's name that is their own. */
    private Map<String, Destination> clusters() {
        Map<String, Destination> clusters = new TreeMap<>();
        for (Destination destination : destinations()) {
            if (destination.isOtherCluster()) {
                clusters.put(label(destination), destination);
            }
        }
        return clusters;
    }

    /** The cluster's name, or the host and port of its API server. */
    private static String label(Destination destination) {
        String cluster = destination.cluster();
        if (destination.isByAddress()) {
            int slash = cluster.indexOf('/', "https://".length());
            cluster = cluster.substring("https://".length(), slash < 0 ? cluster.length() : slash);
        }
        return cluster.toLowerCase(Locale.ROOT).replace(':', '-');
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("bootstrap");
        credentials().check(repoUrl(), checks);
        checks.notEmpty("secretPrefix", secretPrefix());
        for (String cluster : clusters().keySet()) {
            Names.subdomain(cluster)
                    .ifPresent(rule -> checks.error(
                            ProblemCodes.NAME_INVALID,
                            "destinations",
                            "the cluster " + Problem.quote(cluster) + " cannot be in the name of a Secret",
                            "name it by the address of its API server, or give it another name in Argo CD: " + rule));
        }
        checks.throwIfAny();
        application();
        project();
    }
}
