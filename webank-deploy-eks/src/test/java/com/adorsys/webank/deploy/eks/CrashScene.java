package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release at one set of objects in a namespace of its own, beside an object of somebody else; to be brought to another set
 * by a run that something happens to.
 */
final class CrashScene {
    static final DeployOptions OPTIONS = DeployOptions.builder()
            .leaseDuration(Duration.ofSeconds(1))
            .timeout(Duration.ofSeconds(60))
            .build();

    /** What the release is at first. */
    static final ManifestSet BEFORE = ManifestSet.of(
            Sample.configMap("goes", "1"),
            Sample.configMap("stays", "1"),
            Sample.configMap("changes", "1"),
            Sample.secret("secret", "first"),
            Sample.service("goes-too"),
            Sample.deployment("web", 1, "image:1"));

    /** What it is to be: some objects made, some changed, some deleted, one as it was. */
    static final ManifestSet AFTER = ManifestSet.of(
            Sample.configMap("comes", "2"),
            Sample.configMap("stays", "1"),
            Sample.configMap("changes", "2"),
            Sample.secret("secret", "second"),
            Sample.service("comes-too"),
            autoscaler(),
            Sample.deployment("web", 2, "image:2"));

    private final KubernetesClient client;
    private final String namespace;
    private final String foreign;

    private CrashScene(KubernetesClient client, String namespace, String foreign) {
        this.client = client;
        this.namespace = namespace;
        this.foreign = foreign;
    }

    static CrashScene set(TestCluster cluster) {
        CrashScene scene = empty(cluster);
        scene.deployer(scene.client).apply(BEFORE);
        return scene;
    }

    /** The same without the release. */
    static CrashScene empty(TestCluster cluster) {
        KubernetesClient client = cluster.client();
        String namespace = cluster.namespace("crash");
        ConfigMap foreign = client.configMaps()
                .inNamespace(namespace)
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("foreign")
                        .endMetadata()
                        .withData(Map.of("whose", "another's"))
                        .build())
                .create();
        return new CrashScene(client, namespace, foreign.getMetadata().getResourceVersion());
    }

    private static Manifest autoscaler() {
        return JsonTrees.manifest(
                "{apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: {name: 'web'}, spec:"
                        + " {maxUnavailable: 1, selector: {matchLabels: {app: 'web'}}}}");
    }

    String namespace() {
        return namespace;
    }

    Deployer deployer(KubernetesClient any) {
        return deployer(EksClient.of(any));
    }

    Deployer deployer(EksClient any) {
        return any.deployer(Release.of("shop", namespace)).withOptions(OPTIONS);
    }

    /** A second run ends with what is desired, and a third one writes nothing. */
    void assertThatTheNextRunConverges(FaultProxy proxy) {
        deployer(client).apply(AFTER);

        assertThat(objects()).isEqualTo(expected());
        ConfigMap other =
                client.configMaps().inNamespace(namespace).withName("foreign").get();
        assertThat(other.getMetadata().getResourceVersion()).isEqualTo(foreign);
        assertThat(deployer(client).status().phase()).isEqualTo(ReleaseStatus.Phase.APPLIED);
        assertThat(deployer(client).status().objects())
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.NONE)
                .hasSize(AFTER.size());

        proxy.reset();
        Map<String, String> versions = versions();
        ChangeSet third = deployer(proxy.client()).apply(AFTER);
        assertThat(third.isEmpty()).isTrue();
        assertThat(proxy.requests()).isNotEmpty().noneMatch(ProxyRequest::isWrite);
        assertThat(versions()).isEqualTo(versions);
    }

    /** What the release's objects say, read by a client that knows nothing of releases. */
    private Map<String, String> objects() {
        Map<String, String> all = new TreeMap<>();
        client.configMaps().inNamespace(namespace).list().getItems().stream()
                .filter(map -> isNobodyElses(map.getMetadata()))
                .forEach(map -> all.put(
                        "ConfigMap/" + map.getMetadata().getName(),
                        map.getData().get("key")));
        client.secrets().inNamespace(namespace).list().getItems().stream()
                .filter(secret -> isNobodyElses(secret.getMetadata()))
                .forEach(secret -> all.put(
                        "Secret/" + secret.getMetadata().getName(),
                        secret.getData().get("password")));
        client.services()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(service -> all.put(
                        "Service/" + service.getMetadata().getName(),
                        service.getSpec().getPorts().get(0).getPort().toString()));
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(deployment -> all.put(
                        "Deployment/" + deployment.getMetadata().getName(),
                        deployment.getSpec().getReplicas() + " of "
                                + deployment
                                        .getSpec()
                                        .getTemplate()
                                        .getSpec()
                                        .getContainers()
                                        .get(0)
                                        .getImage()));
        client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(budget -> all.put(
                        "PodDisruptionBudget/" + budget.getMetadata().getName(),
                        budget.getSpec().getMaxUnavailable().getIntVal().toString()));
        return all;
    }

    private static Map<String, String> expected() {
        return new TreeMap<>(Map.of(
                "ConfigMap/comes", "2",
                "ConfigMap/stays", "1",
                "ConfigMap/changes", "2",
                "Secret/secret", "c2Vjb25k",
                "Service/comes-too", "80",
                "Deployment/web", "2 of image:2",
                "PodDisruptionBudget/web", "1"));
    }

    /** How many records of the release there are, its Lease among them. */
    long records() {
        return List.of(
                        client.leases().inNamespace(namespace).list().getItems(),
                        client.secrets().inNamespace(namespace).list().getItems(),
                        client.configMaps().inNamespace(namespace).list().getItems())
                .stream()
                .flatMap(List::stream)
                .filter(record -> record.getMetadata().getName().startsWith("webank-deploy.shop"))
                .count();
    }

    private static boolean isNobodyElses(ObjectMeta metadata) {
        String name = metadata.getName();
        return !name.equals("foreign") && !name.equals("kube-root-ca.crt") && !name.startsWith("webank-deploy.");
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        List.of(
                        client.configMaps().inNamespace(namespace).list().getItems(),
                        client.secrets().inNamespace(namespace).list().getItems(),
                        client.services().inNamespace(namespace).list().getItems(),
                        client.apps()
                                .deployments()
                                .inNamespace(namespace)
                                .list()
                                .getItems(),
                        client.leases().inNamespace(namespace).list().getItems())
                .forEach(items -> items.forEach(item -> versions.put(
                        item.getKind() + "/" + item.getMetadata().getName(),
                        item.getMetadata().getResourceVersion())));
        return versions;
    }
}
