package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;

/** Small objects for tests of deploying. */
final class Sample {
    private Sample() {}

    /** A ConfigMap with one entry. */
    static Manifest configMap(String name, String value) {
        return JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: '" + name
                + "'}, data: {key: '" + value + "'}}");
    }

    /** A Secret with one entry. */
    static Manifest secret(String name, String value) {
        return JsonTrees.manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: '" + name
                + "'}, stringData: {password: '" + value + "'}}");
    }

    /** A Service of a Deployment. */
    static Manifest service(String name) {
        return JsonTrees.manifest("{apiVersion: 'v1', kind: 'Service', metadata: {name: '" + name
                + "'}, spec: {selector: {app: '" + name + "'}, ports: [{name: 'http', port: 80}]}}");
    }

    /** A Deployment of one container. */
    static Manifest deployment(String name, int replicas, String image) {
        return JsonTrees.manifest("{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: '" + name
                + "'}, spec: {replicas: " + replicas + ", selector: {matchLabels: {app: '" + name
                + "'}}, template: {metadata: {labels: {app: '" + name
                + "'}}, spec: {containers: [{name: 'app', image: '" + image
                + "', env: [{name: 'A', value: '1'}, {name: 'B', value: ''}]}]}}}}");
    }

    /** The YAML of a Deployment {@code web} whose pods have a spec, written as a map on one line. */
    static String web(String podSpec) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: %s
                """.formatted(podSpec);
    }

    /** As many objects as wanted, a fourth of each of the kinds. */
    static ManifestSet many(int count) {
        List<Manifest> all = new ArrayList<>();
        for (int i = 0; all.size() < count; i++) {
            all.add(configMap("config-" + i, "value"));
            all.add(secret("secret-" + i, "value"));
            all.add(service("service-" + i));
            all.add(deployment("deployment-" + i, 1, "image:1"));
        }
        return ManifestSet.of(all.subList(0, count));
    }
}
