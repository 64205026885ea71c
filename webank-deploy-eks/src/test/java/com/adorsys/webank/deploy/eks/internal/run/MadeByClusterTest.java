package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests as {@code kubectl get -o yaml} writes them. */
class MadeByClusterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', nullValues = "none", textBlock = """
                    apps/v1 | ReplicaSet | web-5 | ownerReferences: [{kind: Deployment, name: web, controller: true}] | it was made by `Deployment/web`
                    v1 | Secret | it | ownerReferences: [{kind: ConfigMap, name: it}] | none
                    v1 | ServiceAccount | default | {} | the cluster makes it in each namespace
                    v1 | ConfigMap | kube-root-ca.crt | {} | the cluster makes it in each namespace
                    v1 | Event | web.1 | {} | it was made by the cluster
                    events.k8s.io/v1 | Event | web.1 | {} | it was made by the cluster
                    example.com/v1 | Event | web.1 | {} | none
                    v1 | Endpoints | web | labels: {endpoints.kubernetes.io/managed-by: endpoint-controller} | it was made by the cluster
                    v1 | Endpoints | web | {} | none
                    v1 | Secret | it | labels: {app.kubernetes.io/managed-by: webank-deploy, deploy.webank.adorsys.com/release: shop} | it is a record of a release
                    v1 | ConfigMap | it | labels: {app.kubernetes.io/managed-by: webank-deploy} | none
                    """)
    void maker(String apiVersion, String kind, String name, String metadata, String maker) {
        String json = metadata.startsWith("{") ? metadata : "{" + metadata + "}";
        MapTree tree = MapTree.of(
                "metadata",
                YamlReader.read("it", json.getBytes(StandardCharsets.UTF_8)).tree());
        assertThat(MadeByCluster.maker(ResourceId.of(apiVersion, kind, "shop", name), new LiveObject(tree)))
                .isEqualTo(maker == null ? "" : maker);
    }
}
