package com.adorsys.webank.deploy.eks.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On releases that real Helm made. */
class HelmArchiveIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("helm-archive");
    private final Release release = Release.of("obs", namespace);
    private final ApiServer api = TestServer.of(cluster.client("user")).within(Deadline.in(Duration.ofMinutes(1)));
    private final HelmArchive archive = new HelmArchive(api, release);

    @TempDir
    Path folder;

    @Test
    void what_helm_knew_is_archived_and_helm_knows_nothing_then() throws IOException {
        install("web", 3);
        install("other", 1);
        Map<String, Secret> before = secrets();
        assertThat(archive.find("web"))
                .containsExactly(
                        new HelmArchive.HelmRecord("sh.helm.release.v1.web.v1", 1, "superseded"),
                        new HelmArchive.HelmRecord("sh.helm.release.v1.web.v2", 2, "superseded"),
                        new HelmArchive.HelmRecord("sh.helm.release.v1.web.v3", 3, "deployed"));

        archive.archive("web");

        assertThat(secrets().keySet())
                .containsExactly(
                        "sh.helm.release.v1.other.v1",
                        "webank-deploy.obs.helm.sh.helm.release.v1.web.v1",
                        "webank-deploy.obs.helm.sh.helm.release.v1.web.v2",
                        "webank-deploy.obs.helm.sh.helm.release.v1.web.v3");
        Secret copy = secrets().get("webank-deploy.obs.helm.sh.helm.release.v1.web.v3");
        Secret original = before.get("sh.helm.release.v1.web.v3");
        assertThat(copy.getData()).isEqualTo(original.getData());
        assertThat(copy.getType()).isEqualTo("deploy.webank.adorsys.com/helm-archive");
        assertThat(copy.getImmutable()).isTrue();
        assertThat(copy.getMetadata().getLabels())
                .doesNotContainKey("owner")
                .containsEntry("deploy.webank.adorsys.com/release", "obs");
        assertThat(copy.getMetadata().getAnnotations().get("deploy.webank.adorsys.com/helm-labels"))
                .contains("\"owner\":\"helm\"", "\"name\":\"web\"", "\"status\":\"deployed\"", "\"version\":\"3\"");

        TestCluster.Ran uninstall = cluster.run("helm", "uninstall", "web", "-n", namespace);
        assertThat(uninstall.code()).isNotZero();
        assertThat(uninstall.err()).contains("not found");
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(namespace)
                        .withName("web")
                        .get())
                .isNotNull();

        assertThat(archive.find("web")).isEmpty();
        archive.archive("web");
        String remains = archive.remains().orElseThrow();
        assertThat(remains).startsWith("Helm's records are kept in ");
        // The command that is shown removes them.
        String command = remains.substring(remains.indexOf('`') + 1, remains.lastIndexOf('`'));
        assertThat(cluster.run(command.split(" ")).code()).isZero();
        assertThat(secrets().keySet()).containsExactly("sh.helm.release.v1.other.v1");
        assertThat(archive.remains()).isEmpty();
    }

    @Test
    void after_a_kill_at_any_request_it_goes_on() throws IOException {
        int requests = Integer.MAX_VALUE;
        for (int cut = 1; cut <= requests; cut++) {
            install("web" + cut, 2);
            try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
                int from = cut;
                ApiServer dying = TestServer.of(proxy.client()).within(Deadline.in(Duration.ofMillis(300)));
                if (cut % 2 == 0) {
                    proxy.when(cut).cutAfter();
                    from++;
                }
                int all = from;
                proxy.when(request -> request.number() >= all).cutBefore();
                try {
                    new HelmArchive(dying, release).archive("web" + cut);
                    requests = 0;
                } catch (ApiException e) {
                    assertThat(e.code()).isZero();
                }
            }
            archive.archive("web" + cut);
            assertThat(secrets().keySet()).noneMatch(name -> name.startsWith("sh.helm."));
            assertThat(secrets().keySet())
                    .contains(
                            "webank-deploy.obs.helm.sh.helm.release.v1.web" + cut + ".v1",
                            "webank-deploy.obs.helm.sh.helm.release.v1.web" + cut + ".v2");
        }
    }

    @Test
    void a_copy_with_another_content_stops_it_before_anything_is_deleted() throws IOException {
        install("web", 1);
        archive.archive("web");
        install("web", 1);
        assertThatThrownBy(() -> archive.archive("web"))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessage("Secret `" + namespace
                        + "/webank-deploy.obs.helm.sh.helm.release.v1.web.v1` is there with another"
                        + " content than Helm's Secret `" + namespace
                        + "/sh.helm.release.v1.web.v1`, and nothing of Helm's was"
                        + " deleted. Delete it if nobody needs it, then try again.");
        assertThat(secrets()).containsKey("sh.helm.release.v1.web.v1");
    }

    @Test
    void what_can_be_no_release_is_refused() {
        assertThatThrownBy(() -> archive.find("web,owner!=helm")).isInstanceOf(DeployException.InvalidInput.class);
    }

    /** A chart of one ConfigMap, installed, and upgraded so that there are so many revisions. */
    private void install(String name, int revisions) throws IOException {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.0.0\n");
        Files.writeString(folder.resolve("templates/map.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: {{ .Release.Name }}
                data:
                  revision: "{{ .Release.Revision }}"
                """);
        for (int i = 0; i < revisions; i++) {
            TestCluster.Ran ran =
                    cluster.run("helm", "upgrade", "--install", "--force", "-n", namespace, name, folder.toString());
            assertThat(ran.code()).as(ran.err()).isZero();
        }
    }

    private Map<String, Secret> secrets() {
        List<Secret> items =
                cluster.client().secrets().inNamespace(namespace).list().getItems();
        Map<String, Secret> secrets = new TreeMap<>();
        items.forEach(item -> secrets.put(item.getMetadata().getName(), item));
        return secrets;
    }
}
