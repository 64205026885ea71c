package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a URL, an image or a registry with a password stands, no output holds the password. */
class CredentialsTest {
    private static final String VALUES = """
            nameOverride: "SECRET"
            fullnameOverride: "SECRET"
            namespaceOverride: "SECRET"
            "SECRET": 1
            commonLabels: {"SECRET": "SECRET"}
            commonAnnotations: {"SECRET": "SECRET"}
            image: {registry: "SECRET", repository: "SECRET", tag: "SECRET", digest: "SECRET", pullPolicy: "SECRET",
              pullSecrets: [{name: "SECRET"}]}
            strategy: {type: "SECRET"}
            env: [{name: "SECRET", value: "SECRET"}, {name: "SECRET", valueFrom: {secretKeyRef: {name: "SECRET", key: "SECRET"}}}]
            envFrom: [{secretRef: {name: "SECRET"}, "SECRET": 1}]
            service: {type: "SECRET", clusterIP: "SECRET", loadBalancerIP: "SECRET", annotations: {"SECRET": "SECRET"}}
            ingress: {enabled: true, host: "SECRET", className: "SECRET"}
            database: {host: "SECRET", name: "SECRET", user: "SECRET", port: "SECRET", secretName: "SECRET", secretKey: "SECRET"}
            volumes: [{name: "SECRET", nfs: {server: "SECRET", path: "SECRET"}}]
            volumeMounts: [{name: "SECRET", mountPath: "SECRET"}]
            livenessProbe: {httpGet: {path: "SECRET", port: "SECRET", host: "SECRET", scheme: "SECRET"}}
            kubeVersion: "{{ .Values.SECRET }}"
            """;

    private static final String MANIFESTS = """
            apiVersion: "SECRET"
            kind: "SECRET"
            metadata: {name: "SECRET"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: "SECRET", namespace: "SECRET", labels: {"SECRET": "SECRET"}, annotations: {"SECRET": "SECRET"}}
            spec: {}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a, labels: {"SECRET": "SECRET"}, annotations: {"SECRET": "SECRET"}}
            spec:
              selector: {matchLabels: {app: "SECRET"}}
              template:
                metadata: {labels: {app: "SECRET"}}
                spec:
                  serviceAccountName: "SECRET"
                  volumes: [{name: "SECRET", "SECRET": {}}]
                  containers:
                  - name: "SECRET"
                    image: "SECRET"
                    imagePullPolicy: "SECRET"
                    command: ["SECRET"]
                    env: [{name: "SECRET", value: "SECRET"}, {name: "SECRET", value: "SECRET"}]
                    ports: [{name: "SECRET", containerPort: "SECRET"}]
                    volumeMounts: [{name: "SECRET", mountPath: "SECRET"}]
                    resources: {requests: {"SECRET": "SECRET"}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: a}
            spec:
              rules: [{host: "SECRET", http: {paths: [{path: "SECRET", pathType: "SECRET", backend: {service: {name: "SECRET", port: {name: "SECRET"}}}}]}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            data: {"SECRET": "SECRET", url: "SECRET"}
            binaryData: {a: "SECRET"}
            """;

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: "SECRET", namespace: "SECRET", finalizers: ["SECRET"], annotations: {argocd.argoproj.io/sync-wave: "SECRET"}}
            spec:
              project: "SECRET"
              destination: {server: "SECRET", namespace: "SECRET", "SECRET": 1}
              source:
                repoURL: "SECRET"
                chart: "SECRET"
                targetRevision: "SECRET"
                helm: {releaseName: "SECRET", version: "SECRET", valuesObject: {obs: {image: {registry: "SECRET"}}}}
              syncPolicy: {syncOptions: ["SECRET"], retry: {backoff: {duration: "SECRET"}}}
            """;

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://webank:pa55-pa55@example.com/x",
                "webank:pa55-pa55@registry.example.com/owner/name:1.0",
                "postgres://webank:pa55/pa55@db.example.com:5432/x",
                "https://pa55:x-oauth-basic@example.com",
                "https://webank:pa55 pa55@example.com/x",
            })
    void no_message_of_a_check_holds_them(String secret) {
        tool.file("values.yaml", VALUES.replace("SECRET", secret));
        tool.file("manifests.yaml", MANIFESTS.replace("SECRET", secret));
        tool.file("application.yaml", APPLICATION.replace("SECRET", secret));

        for (String chart : new String[] {"webank-obs", "webank-userapp"}) {
            Result result = tool.run("check values.yaml --chart " + chart);

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out() + result.err()).contains("***@").doesNotContain("pa55");
        }
        Result result = tool.run("check manifests.yaml application.yaml");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out() + result.err()).contains("***@").doesNotContain("pa55");
    }

    @Test
    void no_message_about_arguments_holds_them() {
        String url = "https://webank:pa55@example.com";
        for (String line : new String[] {
            url,
            "check " + url,
            "check --chart " + url,
            "render --values x.yaml --release " + url + " --namespace " + url,
            "generate --out x --environment " + url,
            "plan --release a --namespace b --manifests x --cluster " + url + " --region " + url,
            "check --" + url,
        }) {
            Result result = tool.run(line);

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out() + result.err()).as(line).isNotEmpty().doesNotContain("pa55");
        }
    }
}
