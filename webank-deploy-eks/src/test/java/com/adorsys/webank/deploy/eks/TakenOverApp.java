package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application that another tool deploys and that a release takes over.
 *
 * @param site its namespace
 * @param source what the tool calls it
 */
record TakenOverApp(Site site, String source) {
    static final String OBJECTS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data: {value: '1'}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: web}
            stringData: {password: geheim}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: app
                    image: example.com/app:1
                    env: [{name: A, value: '1'}]
                    ports: [{containerPort: 8080}]
                    resources: {requests: {cpu: 1000m, memory: 64Mi}}
            """;
    static final String LEFT = "{apiVersion: v1, kind: ConfigMap, metadata: {name: left}, data: {value: '1'}}\n";

    static TakenOverApp in(TestCluster cluster, String prefix) {
        Site site = Site.in(cluster, prefix);
        return new TakenOverApp(site, site.namespace() + "-app");
    }

    ManifestSet set() {
        return site.set(OBJECTS);
    }

    /** The problems of a plan, in which {@code APP} is the tool's name for it. */
    List<String> problems(Plan plan) {
        return plan.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(source, "APP"))
                .map(site::shown)
                .toList();
    }

    /** Runs the commands of the first remedy. */
    void obey(Plan plan) {
        String[] parts = plan.problems().get(0).remedy().split("`");
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith("kubectl ")) {
                site.kubectl(
                        parts[i].replaceFirst("kubectl ", "").replace("'", "").split(" "));
            }
        }
    }

    /** What may not change: pods, ReplicaSets, and what the Deployment runs. */
    Map<String, Object> running() {
        Map<String, Object> running = new TreeMap<>();
        running.put("pods", site.uids("pods"));
        running.put("replicasets", site.uids("replicasets"));
        running.put("deployment", site.live("deployment", "web", "metadata", "uid"));
        running.put("spec", site.live("deployment", "web", "spec"));
        return running;
    }

    /** @param marks what the tool has written */
    void assertThatNothingIsLeft(String... marks) {
        assertThat(site.kubectl(
                        "get",
                        "configmap/web",
                        "secret/web",
                        "service/web",
                        "deployment/web",
                        "--show-managed-fields",
                        "--output=yaml"))
                .doesNotContain(marks)
                .contains("manager: webank-deploy");
        Plan plan = site.deployer().plan(set());
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.problems()).isEmpty();
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }
}
