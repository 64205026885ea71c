package com.adorsys.webank.deploy.eks.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects whose fields have quantities, bytes and empty maps, as a real server writes them. */
class CanonicalFormIT {
    private final ApiServer api = TestServer.of(TestCluster.shared().client());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/apis/storage.k8s.io/v1/storageclasses | apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' | provisioner:"
                        + " 'p', parameters: {}",
                "/apis/node.k8s.io/v1/runtimeclasses | apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass' | handler: 'h',"
                        + " overhead: {podFixed: {cpu: '100u', memory: '1024Ki'}}",
                "/api/v1/persistentvolumes | apiVersion: 'v1', kind: 'PersistentVolume' | spec: {capacity: {storage: '1024Mi'},"
                        + " accessModes: ['ReadWriteOnce'], csi: {driver: 'd.example.com', volumeHandle: 'h', volumeAttributes:"
                        + " {}}}",
                "/api/v1/namespaces/default/limitranges | apiVersion: 'v1', kind: 'LimitRange' | spec: {limits: [{type: 'Pod',"
                        + " max: {cpu: '100u'}}]}",
                "/api/v1/namespaces/default/resourcequotas | apiVersion: 'v1', kind: 'ResourceQuota' | spec: {hard: {}}",
                "/api/v1/namespaces/default/podtemplates | apiVersion: 'v1', kind: 'PodTemplate' | template: {metadata:"
                        + " {labels: {}}, spec: {overhead: {}, containers: [{name: 'c', image: 'i', resources: {limits: {},"
                        + " requests: {cpu: 0.5}}}]}}",
                "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations | apiVersion:"
                        + " 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration' | webhooks: [{name:"
                        + " 'a.example.com', sideEffects: 'None', admissionReviewVersions: ['v1'], clientConfig: {url:"
                        + " 'https://a.example.com', caBundle: 'dGV4\\ndA=='}}]",
            })
    void are_written_as_the_server_writes_them(String path, String kind, String body) {
        MapTree object = JsonTrees.map("{" + kind + ", metadata: {name: 'canonical', annotations: {}}, " + body + "}");
        MapTree canonical = Desired.normalised(Manifest.of(object)).tree();

        MapTree answer = api.dryRunCreate(path, object).body();

        assertThat(canonical).isNotEqualTo(object);
        assertThat(common(canonical, answer)).isEqualTo(canonical);
        assertThat(Desired.normalised(Manifest.of(answer)).tree()).isEqualTo(answer);
    }

    /** A tree with the values that another one has in its places; what is not there goes. */
    private static Tree common(Tree tree, Tree other) {
        if (tree instanceof MapTree map && other instanceof MapTree others) {
            MapTree common = MapTree.of();
            for (String key : map.keys()) {
                Tree value = others.get(key);
                Tree own = map.get(key);
                common = value == null || own == null ? common : common.with(key, common(own, value));
            }
            return common;
        }
        if (tree instanceof ListTree list && other instanceof ListTree others && list.size() == others.size()) {
            Tree[] items = new Tree[list.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = common(list.get(i), others.get(i));
            }
            return ListTree.of(items);
        }
        return other;
    }
}
