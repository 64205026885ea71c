package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A namespace of a test's own with a release in it, looked at by kubectl, which knows nothing of releases. */
final class Site {
    /** The defaults, and a time within which a test that hangs fails. */
    static final DeployOptions OPTIONS = DeployOptions.defaults().withTimeout(Duration.ofMinutes(2));

    /** The same, waiting for what is applied. */
    static final DeployOptions WAITING = OPTIONS.withWaiting(DeployOptions.Waiting.READY);

    private final TestCluster cluster;
    private final String namespace;

    private Site(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    static Site in(TestCluster cluster, String prefix) {
        return new Site(cluster, cluster.namespace(prefix));
    }

    String namespace() {
        return namespace;
    }

    /** The deployer of release {@code shop}. */
    Deployer deployer() {
        return deployer("shop");
    }

    Deployer deployer(String release) {
        return deployer(release, cluster.client());
    }

    Deployer deployer(String release, KubernetesClient client) {
        return EksClient.of(client).deployer(release(release)).withOptions(OPTIONS);
    }

    Release release(String name) {
        return Release.of(name, namespace);
    }

    /** The objects of YAML documents; {@code NS} in them is the namespace. */
    ManifestSet set(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        byte[] bytes = yaml.replace("NS", namespace).getBytes(StandardCharsets.UTF_8);
        for (YamlDocument document : YamlReader.readAll("test.yaml", bytes)) {
            if (document.tree() instanceof MapTree tree) {
                manifests.add(Manifest.of(tree));
            }
        }
        return ManifestSet.of(manifests);
    }

    /** What kubectl prints. */
    String kubectl(String... arguments) {
        return ran(cluster.run(kubectlCommand(arguments)));
    }

    /** What kubectl prints, with a text as its input. */
    String kubectlWith(String input, String... arguments) {
        return ran(cluster.runWithInput(input, kubectlCommand(arguments)));
    }

    private String[] kubectlCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl", "--namespace", namespace));
        command.addAll(List.of(arguments));
        return command.toArray(new String[0]);
    }

    TestCluster.Ran helm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("helm", "--namespace", namespace));
        command.addAll(List.of(arguments));
        return cluster.run(command.toArray(new String[0]));
    }

    static String ran(TestCluster.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    /** A live object; empty if it is not there. */
    Optional<MapTree> live(String kind, String name) {
        String json = kubectl("get", kind, name, "--ignore-not-found", "--show-managed-fields", "--output=json");
        return json.isBlank() ? Optional.empty() : Optional.of(Json.readMap(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A value of a live object, as its JSON; empty if it is not there. */
    Optional<String> live(String kind, String name, String... path) {
        return live(kind, name).flatMap(object -> object.at(path)).map(Json::write);
    }

    /** Whether there is something at a path: kubectl finds new kinds later than the server serves them. */
    boolean hasAt(String path) {
        return cluster.run("kubectl", "get", "--raw", path.replace("NS", namespace))
                        .code()
                == 0;
    }

    boolean has(String kind, String name) {
        return live(kind, name).isPresent();
    }

    /** The uids of all objects of a kind, sorted. */
    List<String> uids(String kind) {
        String uids = kubectl("get", kind, "--output=jsonpath={.items[*].metadata.uid}");
        return uids.isBlank()
                ? List.of()
                : List.of(uids.split(" ")).stream().sorted().toList();
    }

    /** What a message says, where the namespace is {@code NS}. */
    String shown(String text) {
        return text.replace(namespace, "NS");
    }

    /** An object of a plan, by kind and name. */
    static PlannedChange of(Plan plan, String kind, String name) {
        return plan.changes().stream()
                .filter(change -> isNamed(change.id(), kind, name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.text()));
    }

    static boolean isNamed(ResourceId id, String kind, String name) {
        return id.kind().equals(kind) && id.name().equals(name);
    }

    /** {@code Deployment/web UPDATED}, for each object. */
    static List<String> outcomes(ChangeSet changes) {
        return changes.objects().stream()
                .map(object -> object.id().kind() + "/" + object.id().name() + " " + object.outcome())
                .toList();
    }

    /** {@code Deployment/web UPDATE}, for each object. */
    static List<String> actions(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.id().kind() + "/" + change.id().name() + " " + change.action())
                .toList();
    }
}
