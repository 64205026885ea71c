package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the rules are those of the API server is tested with a real one, by {@code PodSecurityIT}. */
class PodSecurityCheckTest {
    private static final String POD = "Deployment/web/shop.spec.template.spec";
    private static final String CONTEXT = "runAsNonRoot: true";

    private static List<String> problems(Check check, ManifestSet manifests) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(check).check(manifests)) {
            texts.add(problem.toString());
        }
        return texts;
    }

    private static List<String> problems(String text, String replacement) {
        return problems(Checks.podSecurity(), Sets.goodBut(text, replacement));
    }

    private static List<String> baseline(String text, String replacement) {
        return problems(Checks.podSecurity(PodSecurityLevel.BASELINE), Sets.goodBut(text, replacement));
    }

    private static List<String> problems(PodSecurityLevel level, String version, String text, String replacement) {
        Targets targets = Targets.any().with(ProductVersion.kubernetes(version));
        return problems(Checks.podSecurity(level, Severity.WARNING, targets), Sets.goodBut(text, replacement));
    }

    @Test
    void settings_that_a_container_needs_are_reported_together() {
        assertThat(problems(Checks.podSecurity(Severity.ERROR), Sets.of("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: a}
                        spec:
                          containers: [{name: a, image: a:1}]
                        """)))
                .containsExactly(
                        "error POD_SECURITY Pod/a.spec.containers[0].securityContext: the container `a` may run as root, may gain more privileges, does not drop all capabilities and has no seccomp profile. Write `runAsNonRoot: true`, `allowPrivilegeEscalation: false`, `capabilities: {drop: [ALL]}` and `seccompProfile: {type: RuntimeDefault}` below `securityContext`.");
        assertThat(problems(
                        "allowPrivilegeEscalation: false\n          capabilities: {drop: [ALL]}\n      containers",
                        "readOnlyRootFilesystem: true\n      containers"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".initContainers[0].securityContext: the container `wait` may gain more privileges and does not drop all capabilities. Write `allowPrivilegeEscalation: false` and `capabilities: {drop: [ALL]}` below `securityContext`.");
    }

    @Test
    void a_single_setting_that_a_container_needs_is_reported_at_its_place() {
        String escalation = "allowPrivilegeEscalation: false\n          capabilities: {drop: [ALL]}\n      containers";

        assertThat(problems("runAsNonRoot: true", "fsGroup: 1"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].securityContext.runAsNonRoot: the container `app` may run as root. Write `runAsNonRoot: true` here or for the pod.",
                        "warning POD_SECURITY " + POD
                                + ".initContainers[0].securityContext.runAsNonRoot: the container `wait` may run as root. Write `runAsNonRoot: true` here or for the pod.");
        assertThat(problems(escalation, escalation.replace("false", "true")))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".initContainers[0].securityContext.allowPrivilegeEscalation: the container `wait` may gain more privileges. Write `allowPrivilegeEscalation: false`.");
        assertThat(problems(escalation, escalation.replace("[ALL]", "[KILL]")))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".initContainers[0].securityContext.capabilities.drop: the container `wait` does not drop all capabilities. Write `drop: [ALL]` below `capabilities`.");
        assertThat(problems("seccompProfile: {type: RuntimeDefault}", "fsGroup: 1"))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].securityContext.seccompProfile: the container `app` has no seccomp profile. Write `type: RuntimeDefault` here or for the pod.");
    }

    @Test
    void the_pods_of_a_template_are_checked_and_no_service_selects_them() {
        ManifestSet template = Sets.of("""
                apiVersion: v1
                kind: PodTemplate
                metadata: {name: a}
                template:
                  metadata: {labels: {app: a}}
                  spec:
                    hostNetwork: true
                    containers: []
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {selector: {app: a}, ports: [{port: 80}]}
                """);

        assertThat(problems(Checks.podSecurity(), template))
                .anyMatch(problem ->
                        problem.startsWith("warning POD_SECURITY PodTemplate/a.template.spec.hostNetwork: "));
        assertThat(problems(Checks.references(), template))
                .containsExactly(
                        "error DANGLING_REFERENCE Service/a.spec.selector: the selector matches the pods of no workload in the set. Write labels of the pods that are meant; the set has no workload in this namespace.");
    }

    @Test
    void forbidden_settings_of_a_pod_are_reported() {
        assertThat(problems("runAsNonRoot: true", "runAsNonRoot: false"))
                .containsExactly("warning POD_SECURITY " + POD
                        + ".securityContext.runAsNonRoot: `runAsNonRoot` is `false`. Write `runAsNonRoot: true`.");
        assertThat(problems("runAsNonRoot: true", "runAsNonRoot: true\n        runAsUser: 0"))
                .containsExactly("warning POD_SECURITY " + POD
                        + ".securityContext.runAsUser: `runAsUser` is 0, which is root. Write another user's number.");
        assertThat(problems("type: RuntimeDefault", "type: Unconfined"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".securityContext.seccompProfile.type: the seccomp profile is neither `RuntimeDefault` nor `Localhost`. Write `RuntimeDefault`.");
        assertThat(problems("serviceAccountName: shop", "hostNetwork: true"))
                .containsExactly("warning POD_SECURITY " + POD + ".hostNetwork: `hostNetwork` is `true`. Remove it.");
        assertThat(problems("emptyDir: {}", "hostPath: {path: /}"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".volumes[0]: a volume of the kind `hostPath` is not allowed. Use a claim, a ConfigMap, a Secret or an `emptyDir`.");
        assertThat(
                        problems(
                                "runAsNonRoot: true",
                                "runAsNonRoot: true\n        sysctls: [{name: kernel.shm_rmid_forced, value: '1'}, {name: vm.swappiness, value: '1'}]"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".securityContext.sysctls[1]: the sysctl `vm.swappiness` is not one of the safe ones. Remove it.");
        assertThat(problems(
                        "runAsNonRoot: true",
                        "runAsNonRoot: true\n        seLinuxOptions: {type: spc_t, user: a, role: b}"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".securityContext.seLinuxOptions.type: the SELinux type is not one for containers. Remove it.",
                        "warning POD_SECURITY " + POD
                                + ".securityContext.seLinuxOptions.user: an SELinux user is set. Remove it.",
                        "warning POD_SECURITY " + POD
                                + ".securityContext.seLinuxOptions.role: an SELinux role is set. Remove it.");
    }

    @Test
    void forbidden_settings_of_a_container_are_reported() {
        assertThat(problems("containerPort: 8080", "containerPort: 8080, hostPort: 8080"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].ports[0].hostPort: the container `app` uses a port of its node. Remove `hostPort`, and use a Service.");
        assertThat(problems("path: /ready, port: http", "path: /ready, port: http, host: example.com"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].readinessProbe.httpGet.host: a probe or hook of container `app` names a host. Remove `host`, so that the pod's own address is used.");
        assertThat(problems(
                        "drop: [ALL]}\n      volumes",
                        "drop: [ALL], add: [NET_BIND_SERVICE, SYS_TIME]}\n      volumes"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].securityContext.capabilities.add[1]: the container `app` adds a capability other than `NET_BIND_SERVICE`. Remove it.");
    }

    @Test
    void the_baseline_level_asks_for_less() {
        assertThat(problems(Checks.podSecurity(PodSecurityLevel.BASELINE), Sets.of("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: a}
                        spec:
                          securityContext: {runAsNonRoot: false, runAsUser: 0}
                          containers:
                          - {name: a, image: a:1, securityContext: {capabilities: {add: [CHOWN]}}}
                          volumes: [{name: a, nfs: {server: a, path: /}}]
                        """)))
                .isEmpty();
    }

    @Test
    void the_baseline_level_forbids_what_reaches_the_node() {
        assertThat(baseline("serviceAccountName: shop", "hostPID: true"))
                .containsExactly("warning POD_SECURITY " + POD + ".hostPID: `hostPID` is `true`. Remove it.");
        assertThat(baseline("emptyDir: {}", "hostPath: {path: /}"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".volumes[0]: a volume of the kind `hostPath` is not allowed. Use a claim, a ConfigMap, a Secret or an `emptyDir`.");
        assertThat(baseline("drop: [ALL]}\n      volumes", "add: [CHOWN, SYS_TIME]}\n      volumes"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].securityContext.capabilities.add[1]: the container `app` adds a capability that containers do not have by default. Remove it.");
        assertThat(baseline("type: RuntimeDefault", "type: Unconfined"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".securityContext.seccompProfile.type: the seccomp profile is neither `RuntimeDefault` nor `Localhost`. Write `RuntimeDefault`.");
    }

    @Test
    void an_annotation_can_say_the_app_armor_profile() {
        String labels = "labels: {app: shop, tier: front}";
        String annotations =
                labels + "\n      annotations: {container.apparmor.security.beta.kubernetes.io/app: PROFILE}";

        assertThat(problems(labels, annotations.replace("PROFILE", "unconfined")))
                .isEqualTo(baseline(labels, annotations.replace("PROFILE", "unconfined")))
                .containsExactly(
                        "warning POD_SECURITY Deployment/web/shop.spec.template.metadata.annotations[\"container.apparmor.security.beta.kubernetes.io/app\"]: the AppArmor profile is neither `runtime/default` nor `localhost/...`. Remove it, and write `appArmorProfile` below `securityContext` if a profile is needed.");
        assertThat(problems(labels, annotations.replace("PROFILE", "runtime/default")))
                .isEmpty();
        assertThat(problems(labels, annotations.replace("PROFILE", "localhost/shop")))
                .isEmpty();
        assertThat(problems(labels, annotations.replace("PROFILE", "''"))).isEmpty();
    }

    @Test
    void root_of_a_user_namespace_is_allowed_since_1_35() {
        String context = "securityContext:\n        runAsNonRoot: true";
        String root = "securityContext:\n        runAsNonRoot: false\n        runAsUser: 0";
        List<String> violations = List.of(
                "warning POD_SECURITY " + POD
                        + ".securityContext.runAsNonRoot: `runAsNonRoot` is `false`. Write `runAsNonRoot: true`.",
                "warning POD_SECURITY " + POD
                        + ".securityContext.runAsUser: `runAsUser` is 0, which is root. Write another user's number.");
        String own = "hostUsers: false\n      " + root;

        assertThat(problems(context, own)).isEmpty();
        assertThat(problems(PodSecurityLevel.RESTRICTED, "1.35", context, own)).isEmpty();
        assertThat(problems(PodSecurityLevel.RESTRICTED, "1.34", context, own)).isEqualTo(violations);
        assertThat(problems(context, "hostUsers: true\n      " + root)).isEqualTo(violations);
    }

    @Test
    void an_unmasked_proc_is_allowed_at_the_baseline_in_a_user_namespace() {
        String escalation = "allowPrivilegeEscalation: false\n          capabilities: {drop: [ALL]}\n      containers";
        String unmasked = "procMount: Unmasked\n          " + escalation;
        String violation = "warning POD_SECURITY " + POD
                + ".initContainers[0].securityContext.procMount: `procMount` is not `Default`. Remove it.";
        String own = unmasked.replace("      containers", "      hostUsers: false\n      containers");

        assertThat(baseline(escalation, own)).isEmpty();
        assertThat(problems(PodSecurityLevel.BASELINE, "1.34", escalation, own)).containsExactly(violation);
        assertThat(baseline(escalation, unmasked)).containsExactly(violation);
        assertThat(problems(escalation, own)).containsExactly(violation);
    }

    @Test
    void hosts_of_probes_are_forbidden_since_1_34() {
        String probe = "path: /ready, port: http";

        assertThat(problems(PodSecurityLevel.BASELINE, "1.33", probe, probe + ", host: a"))
                .isEmpty();
        assertThat(problems(PodSecurityLevel.BASELINE, "1.34", probe, probe + ", host: a"))
                .containsExactly(
                        "warning POD_SECURITY " + POD
                                + ".containers[0].readinessProbe.httpGet.host: a probe or hook of container `app` names a host. Remove `host`, so that the pod's own address is used.");
    }

    @Test
    void sysctls_become_safe_with_versions() {
        for (String sysctl : List.of("net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat")) {
            String sysctls = CONTEXT + "\n        sysctls: [{name: " + sysctl + ", value: '0'}]";

            assertThat(problems(CONTEXT, sysctls)).isEmpty();
            assertThat(problems(PodSecurityLevel.BASELINE, "1.37", CONTEXT, sysctls))
                    .isEmpty();
            assertThat(problems(PodSecurityLevel.BASELINE, "1.36", CONTEXT, sysctls))
                    .containsExactly("warning POD_SECURITY " + POD + ".securityContext.sysctls[0]: the sysctl `"
                            + sysctl + "` is not one of the safe ones. Remove it.");
        }
    }

    @Test
    void all_checks_for_a_version_know_its_rules() {
        Targets targets = Targets.any().with(ProductVersion.kubernetes("1.33"));
        ManifestSet set = Sets.goodBut("path: /ready, port: http", "path: /ready, port: http, host: a");

        assertThat(Checks.all(targets).check(set)).isEmpty();
        assertThat(Checks.all().check(set)).hasSize(1);
    }
}
