package com.adorsys.webank.deploy.examples.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** A release of any size: a ServiceAccount, a ConfigMap, a Service and a Deployment, again and again. */
final class SampleRelease {
    private static final String SERVICE = """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: app-%1$d
              namespace: %2$s
              labels: {app.kubernetes.io/name: app-%1$d}
            automountServiceAccountToken: false
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: app-%1$d
              namespace: %2$s
              labels: {app.kubernetes.io/name: app-%1$d}
            data:
              application.properties: |
                server.port=8080
                spring.datasource.url=jdbc:postgresql://db.example.com/app
                version=%3$s
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: app-%1$d
              namespace: %2$s
              labels: {app.kubernetes.io/name: app-%1$d}
            spec:
              selector: {app.kubernetes.io/name: app-%1$d}
              ports:
                - {name: http, port: 80, targetPort: http, protocol: TCP}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app-%1$d
              namespace: %2$s
              labels: {app.kubernetes.io/name: app-%1$d}
            spec:
              replicas: 1
              selector:
                matchLabels: {app.kubernetes.io/name: app-%1$d}
              template:
                metadata:
                  labels: {app.kubernetes.io/name: app-%1$d}
                spec:
                  serviceAccountName: app-%1$d
                  containers:
                    - name: app
                      image: ghcr.io/example/app:1.0.%1$d
                      ports:
                        - {name: http, containerPort: 8080, protocol: TCP}
                      env:
                        - {name: JAVA_TOOL_OPTIONS, value: -XX:MaxRAMPercentage=75}
                        - {name: SPRING_PROFILES_ACTIVE, value: prod}
                      envFrom:
                        - configMapRef: {name: app-%1$d}
                      resources:
                        requests: {cpu: 100m, memory: 256Mi}
                        limits: {memory: 512Mi}
                      readinessProbe:
                        httpGet: {path: /actuator/health/readiness, port: http}
                        initialDelaySeconds: 10
            """;

    private static final int KINDS = 4;

    private SampleRelease() {}

    /**
     * The YAML of a release.
     *
     * @param objects how many; a multiple of four
     * @param version of the first ConfigMap; all others stay
     */
    static String yaml(int objects, String namespace, String version) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < objects / KINDS; i++) {
            yaml.append(i == 0 ? "" : "---\n").append(SERVICE.formatted(i, namespace, i == 0 ? version : "1"));
        }
        return yaml.toString();
    }

    /** Deletes a release's objects, whoever applied them. */
    static void delete(TestCluster cluster, String namespace) {
        String core = "/api/v1/namespaces/" + namespace;
        String apps = "/apis/apps/v1/namespaces/" + namespace;
        for (String path :
                List.of(apps + "/deployments", core + "/services", core + "/configmaps", core + "/serviceaccounts")) {
            cluster.client().raw(path, "DELETE", null);
        }
    }

    /** The same as a set. */
    static ManifestSet set(int objects, String namespace, String version) {
        List<Manifest> manifests = new ArrayList<>();
        YamlReader.readAll("release.yaml", yaml(objects, namespace, version).getBytes(UTF_8))
                .forEach(document -> manifests.add(Manifest.of((MapTree) document.tree())));
        return ManifestSet.of(manifests);
    }
}
