package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.List;

/**
 * Argo CD Notifications that set the status of a commit on GitHub, for each Application that has synced it. Immutable.
 *
 * <p>The status {@code argocd/APPLICATION} of a commit is {@code success} when the Application is synced to it and healthy, and
 * {@code failure} when the sync failed, or when it is synced but Degraded. Each is set once a commit. Only Applications whose
 * one source is the configuration repository set it. A GitHub App sets it, which requires the permission to write commit
 * statuses.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/github/">GitHub</a>
 */
public final class CommitStatuses {
    static final String SECRET = "argocd-notifications-secret";

    private static final String SYNCED = "app.status?.sync?.status == 'Synced' and app.status?.health?.status == ";
    private static final String PHASE = "app.status?.operationState?.phase";
    private static final String SAME = "app.status?.operationState?.syncResult?.revision == app.status?.sync?.revision";

    private final String argoCdUrl;

    private CommitStatuses(String argoCdUrl) {
        this.argoCdUrl = argoCdUrl;
    }

    /**
     * Statuses that link to Argo CD.
     *
     * @param argoCdUrl the address of Argo CD's pages, such as {@code https://argocd.example.com}
     * @throws DeployException.InvalidInput if it is not an address
     */
    public static CommitStatuses of(String argoCdUrl) {
        ArgoChecks checks = new ArgoChecks("commitStatuses");
        checks.https("argoCdUrl", argoCdUrl, "Argo CD", "write `https://host`");
        checks.throwIfAny();
        return new CommitStatuses(argoCdUrl);
    }

    /** The configuration of Argo CD Notifications. */
    Manifest configuration(String namespace, String repoUrl) {
        MapTree data = MapTree.builder()
                .put("context", text(MapTree.of("argocdUrl", argoCdUrl)))
                .put("service.github", text(service(repoUrl)))
                .put("subscriptions", text(ListTree.of(subscription())))
                .put("template.commit-degraded", template("failure", "is synced, but Degraded"))
                .put("template.commit-deployed", template("success", "is synced and healthy"))
                .put("template.commit-sync-failed", template("failure", "could not be synced"))
                .put("trigger.on-commit-result", text(trigger(repoUrl)))
                .build();
        return Manifest.of(MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put(
                        "metadata",
                        MapTree.builder()
                                .put("name", "argocd-notifications-cm")
                                .put("namespace", namespace)
                                .build())
                .put("data", data)
                .build());
    }

    /** A part of the configuration, as the text that it is to Kubernetes. */
    private static String text(Tree tree) {
        return YamlWriter.write(tree).substring("---\n".length());
    }

    private static MapTree service(String repoUrl) {
        List<String> properties = RepositoryCredentials.GITHUB_APP.properties();
        MapTree.Builder service = MapTree.builder()
                .put("appID", "$" + properties.get(0))
                .put("installationID", "$" + properties.get(1))
                .put("privateKey", "$" + properties.get(2));
        RepositoryCredentials.enterpriseApi(repoUrl).ifPresent(url -> service.put("enterpriseBaseURL", url));
        return service.build();
    }

    private static MapTree subscription() {
        return MapTree.builder()
                .put("recipients", ListTree.ofStrings(List.of("github")))
                .put("triggers", ListTree.ofStrings(List.of("on-commit-result")))
                .build();
    }

    /** The first condition that holds, once a commit. */
    private static ListTree trigger(String repoUrl) {
        String own = "app.spec?.source?.repoURL == \"" + repoUrl + "\" and ";
        String failed = PHASE + " in ['Error', 'Failed'] and " + SAME;
        String passed = "not (" + PHASE + " in ['Running', 'Terminating']) and not (" + failed + ")";
        return ListTree.of(
                condition(own + failed, "commit-sync-failed"),
                condition(own + SYNCED + "'Degraded' and " + passed, "commit-degraded"),
                condition(own + SYNCED + "'Healthy' and " + passed, "commit-deployed"));
    }

    private static MapTree condition(String when, String template) {
        return MapTree.builder()
                .put("when", when)
                .put("oncePer", "app.status?.sync?.revision")
                .put("send", ListTree.ofStrings(List.of(template)))
                .build();
    }

    /** A status without the messages of Argo CD, which may show what is in an object. */
    private static String template(String state, String text) {
        return text(MapTree.builder()
                .put("message", "{{.app.metadata.name}} " + text)
                .put(
                        "github",
                        MapTree.builder()
                                .put("repoURLPath", "{{.app.spec.source.repoURL}}")
                                .put("revisionPath", "{{.app.status.sync.revision}}")
                                .put(
                                        "status",
                                        MapTree.builder()
                                                .put("state", state)
                                                .put("label", "argocd/{{.app.metadata.name}}")
                                                .put(
                                                        "targetURL",
                                                        "{{.context.argocdUrl}}/applications/{{.app.metadata.namespace}}/{{.app.metadata.name}}")
                                                .build())
                                .build())
                .build());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommitStatuses that && argoCdUrl.equals(that.argoCdUrl);
    }

    @Override
    public int hashCode() {
        return argoCdUrl.hashCode();
    }

    /** What it is, with the address of Argo CD. */
    @Override
    public String toString() {
        return "commit statuses that link to " + argoCdUrl;
    }
}
