package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sets of manifests from YAML, for tests. */
public final class Sets {
    /** A Deployment of two containers, a Service, an Ingress and an autoscaler, with nothing wrong. */
    public static final String GOOD = """
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: web}
            spec:
              selector: {app: shop}
              ports:
              - {name: http, port: 80, targetPort: http}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop
              namespace: web
              labels: {team: blue}
            spec:
              selector:
                matchLabels: {app: shop}
              template:
                metadata:
                  labels: {app: shop, tier: front}
                spec:
                  serviceAccountName: shop
                  securityContext:
                    runAsNonRoot: true
                    seccompProfile: {type: RuntimeDefault}
                  initContainers:
                  - name: wait
                    image: ghcr.io/acme/wait:1
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities: {drop: [ALL]}
                  containers:
                  - name: app
                    image: ghcr.io/acme/shop:1.0
                    ports:
                    - {name: http, containerPort: 8080}
                    env:
                    - {name: MODE, value: fast}
                    - name: DB_PASSWORD
                      valueFrom:
                        secretKeyRef: {name: db, key: password}
                    envFrom:
                    - secretRef: {name: shop-settings}
                    resources:
                      requests: {cpu: 200m, memory: 512Mi}
                    readinessProbe:
                      httpGet: {path: /ready, port: http}
                    volumeMounts:
                    - {name: scratch, mountPath: /tmp}
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities: {drop: [ALL]}
                  volumes:
                  - name: scratch
                    emptyDir: {}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: shop, namespace: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
              minReplicas: 1
              maxReplicas: 3
              metrics:
              - type: Resource
                resource:
                  name: cpu
                  target: {type: Utilization, averageUtilization: 80}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: shop, namespace: web}
            spec:
              rules:
              - host: shop.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: shop
                        port: {number: 80}
            """;

    private Sets() {}

    /** The set of a YAML text. */
    public static ManifestSet of(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        for (YamlDocument document : YamlReader.readAll("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))) {
            manifests.add(Manifest.of((MapTree) document.tree()));
        }
        return ManifestSet.of(manifests);
    }

    /** The good set with a text of its YAML replaced, which must be there. */
    public static ManifestSet goodBut(String text, String replacement) {
        if (!GOOD.contains(text)) {
            throw new IllegalArgumentException("not in the good set: " + text);
        }
        return of(GOOD.replace(text, replacement));
    }
}
