package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A live Application, as far as a wait reads it: what is missing is empty. Immutable. */
record Application(MapTree tree) {
    static final String GROUP = "argoproj.io";
    static final String PLURAL = "applications";
    static final ApiResource RESOURCE = new ApiResource(GROUP + "/v1alpha1", "Application", PLURAL, true);
    static final String REFRESH = "argocd.argoproj.io/refresh";

    /** What Argo CD has to say about the Application as a whole. */
    record Condition(String type, String message, String since) {
        boolean isError() {
            return type.endsWith("Error");
        }

        /** Whether the spec does not agree with its project or with the clusters that Argo CD knows, or one of them is missing. */
        boolean isInvalidSpec() {
            return type.equals("InvalidSpecError");
        }
    }

    /**
     * An object of the Application.
     *
     * @param health empty where Argo CD does not write it, which from 3.0 on is the default
     * @param isHook whether it belongs to a hook, which is not compared
     */
    record Resource(
            String group,
            String version,
            String kind,
            String namespace,
            String name,
            String sync,
            String health,
            String message,
            boolean requiresPruning,
            boolean isHook) {
        ResourceId id() {
            return ResourceId.of(group.isEmpty() ? version : group + "/" + version, kind, namespace, name);
        }

        /** Whether texts of the API server about it may quote values of Secrets. */
        boolean mayHoldSecrets() {
            return kind.equals("Secret") && group.isEmpty() || kind.equals("Job");
        }
    }

    /** The sync that is under way, or was the last. */
    record Operation(String phase, String message, List<String> revisions, List<Resource> failed) {
        boolean isRunning() {
            return phase.equals("Running") || phase.equals("Terminating");
        }

        boolean hasFailed() {
            return phase.equals("Failed") || phase.equals("Error");
        }

        boolean hasSucceeded() {
            return phase.equals("Succeeded");
        }
    }

    static ResourceId id(String namespace, String name) {
        return ResourceId.of(RESOURCE.apiVersion(), RESOURCE.kind(), namespace, name);
    }

    static String path(ResourceId id) {
        return RESOURCE.path(id.namespace(), id.name());
    }

    /**
     * Reads an Application.
     *
     * @param remedy what to do if it does not exist
     * @throws DeployException.Refused if it does not exist, or the cluster has no Argo CD
     */
    static Application read(ApiServer api, ResourceId id, String remedy) {
        try {
            return new Application(api.get(path(id)).body());
        } catch (ApiException e) {
            if (e.isKindUnserved()) {
                throw new DeployException.Refused(
                        "The cluster has no Applications of Argo CD. Install Argo CD, or connect to the cluster where it"
                                + " runs.",
                        e);
            }
            if (e.isNotFound()) {
                throw new DeployException.Refused(
                        id + " does not exist. " + remedy + "." + ApplicationSets.complaints(api, id.namespace()), e);
            }
            throw e;
        }
    }

    String uid() {
        return text("metadata", "uid");
    }

    String project() {
        return text("spec", "project");
    }

    boolean isTerminating() {
        return !text("metadata", "deletionTimestamp").isEmpty();
    }

    /** Whether Argo CD has yet to do a refresh that was asked for. */
    boolean isRefreshPending() {
        return !text("metadata", "annotations", REFRESH).isEmpty();
    }

    /** Whether Argo CD syncs it by itself; {@code enabled} is from 3.1. */
    boolean isAutomated() {
        return Trees.isSet(tree, "spec", "syncPolicy", "automated")
                && !Trees.isFalse(tree, "spec", "syncPolicy", "automated", "enabled");
    }

    /** Whether automated syncs delete what is no longer in Git. */
    boolean isPruning() {
        return Trees.isTrue(tree, "spec", "syncPolicy", "automated", "prune");
    }

    /** Whether its objects are in the cluster of Argo CD. */
    boolean isInOwnCluster() {
        String server = text("spec", "destination", "server");
        return server.equals("https://kubernetes.default.svc")
                || server.isEmpty() && text("spec", "destination", "name").equals("in-cluster");
    }

    /** Its only source; empty if it has several. */
    MapTree source() {
        return Trees.isSet(tree, "spec", "sources") ? MapTree.of() : Trees.map(tree, "spec", "source");
    }

    /** Whether a source is the one of another Application: Argo CD adds settings to what is written. */
    static boolean isSameSource(MapTree source, MapTree other) {
        return Stream.of("repoURL", "path", "chart", "targetRevision")
                .allMatch(key -> Objects.equals(source.get(key), other.get(key)));
    }

    String sourceText() {
        MapTree source = source();
        String chart = Trees.text(source, "chart");
        return source.isEmpty()
                ? "several sources"
                : (chart.isEmpty() ? "the folder `" + Trees.text(source, "path") : "the chart `" + chart) + "` of "
                        + UrlCredentials.masked(Trees.text(source, "repoURL"));
    }

    /** Whether one of its sources is a Helm chart. */
    boolean hasChart() {
        List<Tree> kinds =
                new ArrayList<>(Trees.list(tree, "status", "sourceTypes").items());
        kinds.add(ScalarTree.of(text("status", "sourceType")));
        List<Tree> sources = new ArrayList<>(Trees.list(tree, "spec", "sources").items());
        sources.add(source());
        return kinds.contains(ScalarTree.of("Helm"))
                || sources.stream().map(Trees::map).anyMatch(source -> source.has("chart") || source.has("helm"));
    }

    /** The revisions that the cluster was compared with last, one for each source. */
    List<String> revisions() {
        return revisions(Trees.map(tree, "status", "sync"));
    }

    /** {@code Synced}, {@code OutOfSync} or {@code Unknown}. */
    String sync() {
        return text("status", "sync", "status");
    }

    /** Whether the last comparison succeeded; else {@link #revisions()} may be the name of a branch. */
    boolean isCompared() {
        return !revisions().isEmpty() && !sync().equals("Unknown");
    }

    /** {@code Healthy}, {@code Progressing}, {@code Degraded}, {@code Suspended}, {@code Missing} or {@code Unknown}. */
    String health() {
        return text("status", "health", "status");
    }

    String healthMessage() {
        return text("status", "health", "message");
    }

    /** When the cluster was compared last. */
    String comparedAt() {
        return text("status", "reconciledAt");
    }

    Optional<Operation> operation() {
        MapTree state = Trees.map(tree, "status", "operationState");
        if (Trees.text(state, "phase").isEmpty()) {
            return Optional.empty();
        }
        MapTree result = Trees.map(state, "syncResult");
        List<String> revisions = revisions(result);
        if (revisions.isEmpty()) {
            revisions = revisions(Trees.map(state, "operation", "sync"));
        }
        List<Resource> failed = new ArrayList<>();
        for (Tree item : Trees.list(result, "resources")) {
            MapTree resource = Trees.map(item);
            String hook = Trees.text(resource, "hookPhase");
            if (Trees.text(resource, "status").equals("SyncFailed") || hook.equals("Failed") || hook.equals("Error")) {
                failed.add(resource(resource, Trees.text(resource, "message")));
            }
        }
        return Optional.of(new Operation(
                Trees.text(state, "phase"), Trees.text(state, "message"), revisions, List.copyOf(failed)));
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Tree item : Trees.list(tree, "status", "conditions")) {
            MapTree condition = Trees.map(item);
            conditions.add(new Condition(
                    Trees.text(condition, "type"),
                    Trees.text(condition, "message"),
                    Trees.text(condition, "lastTransitionTime")));
        }
        return conditions;
    }

    /** The revisions of each sync that succeeded, the oldest first. */
    List<List<String>> history() {
        List<List<String>> history = new ArrayList<>();
        for (Tree item : Trees.list(tree, "status", "history")) {
            history.add(revisions(Trees.map(item)));
        }
        return history;
    }

    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        for (Tree item : Trees.list(tree, "status", "resources")) {
            MapTree resource = Trees.map(item);
            resources.add(resource(resource, Trees.text(resource, "health", "message")));
        }
        return resources;
    }

    /** The images that run, as Argo CD lists them. */
    List<String> images() {
        return texts(Trees.list(tree, "status", "summary", "images"));
    }

    private static Resource resource(MapTree tree, String message) {
        return new Resource(
                Trees.text(tree, "group"),
                Trees.text(tree, "version"),
                Trees.text(tree, "kind"),
                Trees.text(tree, "namespace"),
                Trees.text(tree, "name"),
                Trees.text(tree, "status"),
                Trees.text(tree, "health", "status"),
                message,
                Trees.isTrue(tree, "requiresPruning"),
                Trees.isTrue(tree, "hook"));
    }

    /** An Application with several sources has a list, one with a single source a text. */
    private static List<String> revisions(MapTree tree) {
        List<String> revisions = texts(Trees.list(tree, "revisions"));
        String single = Trees.text(tree, "revision");
        return revisions.isEmpty() && !single.isEmpty() ? List.of(single) : revisions;
    }

    private static List<String> texts(ListTree list) {
        return list.items().stream().map(Trees::text).toList();
    }

    private String text(String... path) {
        return Trees.text(tree, path);
    }
}
