package com.adorsys.webank.deploy.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exported chart in Git as the source of an Application: Argo CD generates the manifests with its own Helm and applies them, and in
 * the cluster is what the generated folder makes.
 */
class ChartSourceIT {
    private static final String NAME = "charted";
    private static final String NAMESPACE = "webank-" + NAME;
    private static final String FOLDER = "environments/" + NAME;
    private static final String CHART = "charts/webank";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private Machine machine;
    private FlowEnvironments environments;

    @BeforeEach
    void start() {
        machine = Machine.start(folder, narrator);
        // Another test of this process may have left some, with a project of the same name.
        machine.applications().delete();
        environments = new FlowEnvironments(machine.git().uri(), machine.target());
    }

    @AfterEach
    void end() {
        machine.applications().withName(NAMESPACE).delete();
        machine.close();
    }

    @Test
    void makes_in_the_cluster_what_the_generated_folder_makes() throws IOException {
        // The charts have the defaults of dev, so the values say what differs in the other environment.
        WebankCharts charts = WebankCharts.of(environments.dev());
        Environment environment =
                environments.staging().withName(NAME).withDestination(Destination.inCluster(NAMESPACE));
        FileTree tree = Environments.of(environment).tree();
        String commit = commit(tree.plus(charts.tree("charts")));
        machine.argoCd().apply(tree.text("argocd/" + FlowEnvironments.CLUSTER + "/project-webank.yaml"));

        ArgoApplication byFolder = environment.application();
        ArgoApplication byChart = charts.applicationFromGit(environment, CHART);

        apply(byFolder);
        await("the folder is synced", () -> hasSynced(FOLDER, commit));
        ManifestSet ofFolder = live();
        assertThat(ids(ofFolder)).containsExactlyInAnyOrderElementsOf(ids(environment.manifests()));
        delete();

        apply(byChart);
        await("the chart is synced", () -> hasSynced(CHART, commit));
        assertThat(ManifestDiff.between(ofFolder, live()).text()).isEmpty();

        Set<String> pods = pods();
        apply(byFolder);
        await("the folder is compared", () -> isSynced(FOLDER, commit));
        assertThat(pods()).isNotEmpty().isEqualTo(pods);
        assertThat(hasSynced(CHART, commit))
                .as("Argo CD finds no difference, so it syncs nothing")
                .isTrue();
    }

    private static List<ResourceId> ids(ManifestSet manifests) {
        return manifests.manifests().stream().map(Manifest::id).toList();
    }

    private String commit(FileTree tree) throws IOException {
        Git git = new Git(folder);
        git.run("clone", "--quiet", machine.git().uri(), "clone");
        git.run("-C", "clone", "checkout", "--quiet", "-b", "main");
        tree.writeTo(folder.resolve("clone"));
        git.run("-C", "clone", "add", "--all");
        git.run("-C", "clone", "commit", "--quiet", "--message=Deploy by a chart");
        git.run("-C", "clone", "push", "--quiet", "origin", "main");
        machine.argoCd().apply("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: configuration-charted
                  namespace: argocd
                  labels: {argocd.argoproj.io/secret-type: repository}
                stringData:
                  url: %s
                  username: %s
                  password: %s
                """.formatted(machine.git().uri(), GitServer.USER, GitServer.READ_TOKEN));
        return machine.git().head();
    }

    private void apply(ArgoApplication application) {
        machine.argoCd().apply(YamlWriter.write(ManifestSet.of(application.manifest())));
    }

    /** Deletes the Application, and what it made. */
    private void delete() {
        machine.applications().withName(NAMESPACE).delete();
        await(
                "the Application and its pods are gone",
                () -> machine.application(NAMESPACE) == null && pods().isEmpty());
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> what + "; the Applications:\n" + machine.describeApplications())
                    .isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private MapTree status() {
        HasMetadata application = machine.application(NAMESPACE);
        return application == null
                ? MapTree.of()
                : Trees.map(
                        ManifestSet.ofObjects(application).manifests().get(0).tree(), "status");
    }

    /** Whether Argo CD finds no difference between a folder of the repository and the cluster, and all is healthy. */
    private boolean isSynced(String path, String commit) {
        MapTree status = status();
        return Trees.text(status, "sync", "status").equals("Synced")
                && Trees.text(status, "sync", "revision").equals(commit)
                && Trees.text(status, "sync", "comparedTo", "source", "path").equals(path)
                && Trees.text(status, "health", "status").equals("Healthy");
    }

    /** Whether Argo CD has applied what a folder of the repository makes. */
    private boolean hasSynced(String path, String commit) {
        MapTree last = Trees.map(status(), "operationState");
        return Trees.text(last, "phase").equals("Succeeded")
                && Trees.text(last, "syncResult", "revision").equals(commit)
                && Trees.text(last, "syncResult", "source", "path").equals(path)
                && Trees.text(status(), "health", "status").equals("Healthy");
    }

    /** The objects that the Application has in the cluster, without what the API server and the controllers write. */
    private ManifestSet live() {
        List<Manifest> live = new ArrayList<>();
        for (Tree resource : Trees.list(status(), "resources")) {
            MapTree id = Trees.map(resource);
            String group = Trees.text(id, "group");
            HasMetadata object = machine.client()
                    .genericKubernetesResources(
                            (group.isEmpty() ? "" : group + "/") + Trees.text(id, "version"), Trees.text(id, "kind"))
                    .inNamespace(Trees.text(id, "namespace"))
                    .withName(Trees.text(id, "name"))
                    .require();
            live.add(written(ManifestSet.ofObjects(object).manifests().get(0).tree()));
        }
        return ManifestSet.of(live);
    }

    private static Manifest written(MapTree object) {
        MapTree metadata = Trees.map(object, "metadata");
        for (String key : List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields")) {
            metadata = metadata.without(key);
        }
        // Of a Service; the others have none.
        MapTree spec = Trees.map(object, "spec").without("clusterIP").without("clusterIPs");
        MapTree written = object.without("status").with("metadata", metadata);
        return Manifest.of(object.has("spec") ? written.with("spec", spec) : written);
    }

    private Set<String> pods() {
        return machine.client().pods().inNamespace(NAMESPACE).list().getItems().stream()
                .map(pod -> pod.getMetadata().getUid())
                .collect(Collectors.toSet());
    }
}
