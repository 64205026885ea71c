package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What refuses or changes objects on their way into the cluster: webhooks, quotas, defaults, Pod Security. */
@Timeout(60)
class AdmissionIT {
    private static final String SET =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: config}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
            ---
            """ + Sample.web("{containers: [{name: app, image: \"image:1\", env: [{name: A, value: \"1\"}]}]}");

    @TempDir
    private Path folder;

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "admission");

    private static boolean isDeployment(MapTree object) {
        return object.string("kind").orElse("").equals("Deployment");
    }

    private void fails(Runnable run, Class<? extends DeployException> type, String message) {
        assertThatThrownBy(run::run)
                .isInstanceOf(type)
                .extracting(
                        e -> site.shown(String.valueOf(e.getMessage())).replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS"))
                .isEqualTo(message.strip());
    }

    private String versions(String kinds) {
        return site.kubectl("get", kinds, "--output=jsonpath={.items[*].metadata.resourceVersion}");
    }

    @Test
    void what_a_webhook_refuses_is_known_before_the_first_write() {
        try (TestWebhook webhook = TestWebhook.validating(
                cluster, site, folder, object -> isDeployment(object) ? "images come from example.com only" : "")) {
            fails(() -> site.deployer().apply(site.set(SET)), DeployException.Refused.class, """
                    Nothing was written.
                    error ADMISSION_REFUSED Deployment/NS/web: admission refuses it: admission webhook "policy.example.com" \
                    denied the request: images come from example.com only. Change the manifest as it says.
                    """);
            assertThat(webhook.wasAsked()).isTrue();
            assertThat(versions("configmaps,secrets,leases")).isEmpty();
        }
        site.deployer().apply(site.set(SET));
    }

    @Test
    void what_a_limit_range_refuses_is_no_missing_right() {
        site.kubectlWith(
                "{apiVersion: v1, kind: LimitRange, metadata: {name: small}, spec: {limits: [{type: Container, max: {cpu: 1}}]}}",
                "create",
                "--filename",
                "-");
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: app, image: x,"
                + " resources: {limits: {cpu: 2}}}]}}";

        fails(() -> site.deployer().apply(site.set(pod)), DeployException.Refused.class, """
                    Nothing was written.
                    error ADMISSION_REFUSED Pod/NS/web: admission refuses it: maximum cpu usage per Container is 1, but \
                    limit is 2. Change the manifest as it says.
                    """);
    }

    @Test
    void a_webhook_that_does_not_answer_is_named_before_the_first_write() {
        try (TestWebhook webhook = TestWebhook.validating(cluster, site, folder, object -> "")) {
            webhook.breakDown();
            fails(() -> site.deployer().apply(site.set(SET)), DeployException.Refused.class, """
                    Nothing was written.
                    error ADMISSION_UNANSWERED Service/NS/web: an admission webhook does not answer: the webhook \
                    `policy.example.com` at `https://ADDRESS/`: it refuses connections; the same holds for `Deployment/NS/web`. Check that the pods of the webhook run, and apply again.
                    """);
            assertThat(versions("configmaps,secrets,leases")).isEmpty();
        }
        site.deployer().apply(site.set(SET));
    }

    @Test
    void a_webhook_that_the_server_does_not_trust_is_named_before_the_first_write() {
        try (TestWebhook webhook = TestWebhook.validating(cluster, site, folder, object -> "")) {
            webhook.loseTrust(site);
            fails(() -> site.deployer().apply(site.set(SET)), DeployException.Refused.class, """
                    Nothing was written.
                    error ADMISSION_UNANSWERED Service/NS/web: the server does not trust an admission webhook: the webhook \
                    `policy.example.com` at `https://ADDRESS/`: its certificate is not signed by the authority in `caBundle`; the same holds for `Deployment/NS/web`. Check the `caBundle` in the webhook's configuration, and its server's certificate.
                    """);
        }
    }

    @Test
    void a_webhook_that_goes_down_in_the_middle_ends_the_run_and_the_next_one_goes_on() {
        try (TestWebhook webhook = TestWebhook.validating(cluster, site, folder, object -> "");
                FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request -> request.isWrite() && request.path().endsWith("/configmaps/config"))
                    .call(request -> webhook.breakDown());
            fails(
                    () -> site.deployer("shop", proxy.client())
                            .withOptions(Site.OPTIONS.withConcurrency(1))
                            .apply(site.set(SET)),
                    DeployException.Unavailable.class,
                    """
                    Applying `Service/NS/web` failed in the cluster (500): the webhook `policy.example.com` at \
                    `https://ADDRESS/`: it refuses connections. \
                    Run it again later. Done: `ConfigMap/NS/config` created. Not done: 2 of 3 objects. The next run goes on.
                    """);
        }
        site.deployer().apply(site.set(SET));
        assertThat(site.deployer().plan(site.set(SET)).isEmpty()).isTrue();
    }

    @Test
    void what_a_webhook_changes_is_neither_drift_nor_written_again() {
        try (TestWebhook webhook = TestWebhook.mutating(cluster, site, folder, AdmissionIT::changed)) {
            ManifestSet set = site.set(SET);
            site.deployer().apply(set);

            assertThat(site.live("deployment", "web", "spec", "template", "spec", "containers"))
                    .get()
                    .asString()
                    .contains("mirror/image:1", "\"B\"");
            assertThat(webhook.wasAsked()).isTrue();
            isUnchanged(set);

            ManifestSet next = site.set(SET.replace("value: \"1\"", "value: \"3\""));
            assertThat(site.shown(site.deployer().plan(next).text()).replaceAll("\"\\d{5,}\"", "TIME"))
                    .isEqualTo("""
                            ~ Deployment/NS/web  update (roll-out)
                                metadata.annotations["example.com/at"]: TIME -> TIME
                                spec.template.spec.containers[name=app].env[name=A].value: "1" -> "3"
                            NS/shop: 1 to update, 2 unchanged; at worst roll-out.
                            """);
            site.deployer().apply(next);
            isUnchanged(next);
        }
        isUnchanged(site.set(SET.replace("value: \"1\"", "value: \"3\"")));
    }

    /** An image is fetched from elsewhere, a variable added, a time noted; what is so already stays. */
    private static String changed(MapTree object) {
        if (!isDeployment(object)) {
            return "[{\"op\": \"add\", \"path\": \"/metadata/labels/seen\", \"value\": \"yes\"}]";
        }
        String variable = Json.write(object).contains("\"name\":\"B\"") ? "" : """
                {"op": "add", "path": "/spec/template/spec/containers/0/env/-", "value": {"name": "B", "value": "2"}},
                """;
        return """
                [{"op": "replace", "path": "/spec/template/spec/containers/0/image", "value": "mirror/image:1"}, %s
                 {"op": "add", "path": "/metadata/annotations", "value": {"example.com/at": "%d"}}]
                """.formatted(variable, System.nanoTime());
    }

    private void isUnchanged(ManifestSet set) {
        assertThat(site.deployer().plan(set).isEmpty()).isTrue();
        assertThat(site.deployer().status().objects())
                .hasSize(set.size())
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.NONE);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            assertThat(site.deployer("shop", proxy.client()).apply(set).isEmpty())
                    .isTrue();
            assertThat(proxy.requests()).isNotEmpty().noneMatch(ProxyRequest::isWrite);
        }
    }

    @Test
    void a_quota_that_is_reached_half_way_ends_the_run_and_the_next_one_goes_on() {
        Site there = Site.in(TestCluster.sharedWithControllers(), "quota");
        there.kubectlWith("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: few}
                spec: {hard: {services: "2"}}
                """, "apply", "--filename=-");
        there.kubectl("wait", "resourcequota/few", "--for=jsonpath={.status.hard.services}=2", "--timeout=20s");
        String services = "";
        for (int i = 1; i <= 4; i++) {
            services += """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: s%d}
                    spec: {ports: [{port: 80}]}
                    """.formatted(i);
        }
        ManifestSet set = there.set(services);

        assertThatThrownBy(() -> there.deployer().apply(set))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> there.shown(String.valueOf(e.getMessage())))
                .asString()
                .matches(
                        "Applying `Service/NS/s\\d` was refused\\.\nerror QUOTA_EXCEEDED Service/NS/s\\d: a quota refuses it:"
                                + " exceeded quota: few, requested: services=1, used: services=2, limited:"
                                + " services=2\\. Raise the quota, or ask for less\\. Done: `Service/NS/s\\d` created,"
                                + " `Service/NS/s\\d` created\\. Not done: 2 of 4 objects\\. The next run goes on\\.");
        assertThat(there.uids("services")).hasSize(2);

        there.kubectl(
                "patch", "resourcequota", "few", "--type=merge", "--patch={\"spec\":{\"hard\":{\"services\":\"9\"}}}");
        there.kubectl("wait", "resourcequota/few", "--for=jsonpath={.status.hard.services}=9", "--timeout=20s");
        there.deployer().apply(set);
        assertThat(there.uids("services")).hasSize(4);
        assertThat(there.deployer().apply(set).isEmpty()).isTrue();
    }

    @Test
    void pods_that_a_quota_would_refuse_are_reported_before_the_first_write() {
        Site there = Site.in(TestCluster.sharedWithControllers(), "podquota");
        there.kubectlWith("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: none}
                spec: {hard: {pods: "0"}}
                """, "apply", "--filename=-");
        there.kubectl("wait", "resourcequota/none", "--for=jsonpath={.status.hard.pods}=0", "--timeout=20s");
        String deployment = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: app, image: "example.com/app:1"}]}
                """;

        assertThatThrownBy(() -> there.deployer().apply(there.set(deployment.formatted(1))))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> there.shown(String.valueOf(e.getMessage())))
                .asString()
                .isEqualTo("Nothing was written.\nerror QUOTA_EXCEEDED Deployment/NS/web: its pods would be refused:"
                        + " exceeded quota: none, requested: pods=1, used: pods=0, limited: pods=0. Raise the quota, or"
                        + " ask for less.");
        assertThat(there.uids("deployments")).isEmpty();
        assertThat(Site.outcomes(there.deployer().apply(there.set(deployment.formatted(0)))))
                .containsExactly("Deployment/web CREATED");
    }

    @Test
    void what_a_limit_range_fills_in_is_no_drift() {
        site.kubectlWith("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: limits}
                spec:
                  limits:
                  - {type: Container, default: {cpu: 500m, memory: 64Mi}, defaultRequest: {cpu: 100m, memory: 32Mi}}
                """, "apply", "--filename=-");
        ManifestSet set = site.set("""
                apiVersion: v1
                kind: Pod
                metadata: {name: bare}
                spec:
                  containers:
                  - {name: app, image: "image:1", resources: {limits: {cpu: "1"}}}
                  - {name: other, image: "image:1", resources: {}}
                """);
        site.deployer().apply(set);

        assertThat(site.live("pod", "bare", "spec", "containers"))
                .get()
                .asString()
                .contains("64Mi");
        isUnchanged(set);
    }

    @Test
    void what_pod_security_refuses_is_known_before_the_first_write() {
        site.kubectl("label", "namespace", site.namespace(), "pod-security.kubernetes.io/enforce=restricted");
        fails(() -> site.deployer().apply(site.set(SET)), DeployException.Refused.class, """
                Nothing was written.
                error POD_SECURITY Deployment/NS/web: its pods would be refused: violates \
                PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set \
                securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "app" must set \
                securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "app" must set \
                securityContext.runAsNonRoot=true), seccompProfile (pod or container "app" must set \
                securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"). Harden the pod, or let the namespace \
                allow it.
                """);
        assertThat(versions("configmaps,secrets,leases,services,deployments")).isEmpty();
    }

    @Test
    void what_a_namespace_of_the_set_enforces_without_a_warning_is_known_too() {
        String namespace = """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: NS-strict
                  labels: {pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/warn: privileged}
                """;
        String deployment = """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: NS-strict}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {hostNetwork: true, containers: [{name: app, image: "image:1"}]}
                """;
        site.deployer().apply(site.set(namespace));
        site.kubectl("create", "serviceaccount", "default", "--namespace", site.namespace() + "-strict");

        fails(
                () -> site.deployer().apply(site.set(namespace + deployment)),
                DeployException.Refused.class,
                "Nothing was written.\nerror POD_SECURITY Deployment/NS-strict/web: its pods would be refused: violates"
                        + " PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true). Harden the pod, or let the"
                        + " namespace allow it.\n");
        site.deployer().apply(site.set(namespace + deployment.replace("hostNetwork: true, ", "")));
    }

    @Test
    void what_pod_security_refuses_of_pods_with_claims_is_known_too() {
        site.kubectl("label", "namespace", site.namespace(), "pod-security.kubernetes.io/enforce=baseline");
        ManifestSet set = site.set("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      hostNetwork: true
                      containers: [{name: db, image: "image:1", volumeMounts: [{name: data, mountPath: /data}]}]
                  volumeClaimTemplates:
                  - metadata: {name: data}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);

        fails(() -> site.deployer().apply(set), DeployException.Refused.class, """
                Nothing was written.
                error POD_SECURITY StatefulSet/NS/db: its pods would be refused: violates \
                PodSecurity "baseline:latest": host namespaces (hostNetwork=true). Harden the pod, or let the namespace \
                allow it.
                """);
        assertThat(versions("statefulsets,secrets,leases")).isEmpty();
    }
}
