package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * See {@link Checks#podSecurity()}.
 *
 * <p>The rules are those of the <a
 * href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>, restricted, in
 * their latest version. All violations are reported, those of the baseline level too.
 */
final class PodSecurityCheck implements Check {
    static final PodSecurityCheck WARNINGS = new PodSecurityCheck(Severity.WARNING);
    static final PodSecurityCheck ERRORS = new PodSecurityCheck(Severity.ERROR);

    private static final String[] HOST_FLAGS = {"hostNetwork", "hostPID", "hostIPC"};
    private static final String[] HOOKS = {"postStart", "preStop"};

    private final Severity severity;

    private PodSecurityCheck(Severity severity) {
        this.severity = severity;
    }

    @Override
    public String name() {
        return "podSecurity";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests.manifests()) {
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                checkPods(pods, new Report(manifest, manifests, into));
            }
        }
    }

    private void checkPods(Pods pods, Report report) {
        MapTree spec = pods.spec();
        for (String flag : HOST_FLAGS) {
            if (Trees.isTrue(spec, flag)) {
                report.add(severity, pods.path(flag), "`" + flag + "` is `true`", "remove it");
            }
        }
        ListTree volumes = Trees.list(spec, "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            checkVolume(pods, Trees.map(volumes, i), i, report);
        }
        MapTree context = Trees.map(spec, "securityContext");
        checkContext(context, pods.path("securityContext"), report);
        checkSysctls(pods, Trees.list(context, "sysctls"), report);
        boolean windows = Trees.text(spec, "os", "name").equals("windows");
        for (Pods.Container container : pods.containers()) {
            checkContainer(container, context, windows, report);
        }
    }

    private void checkVolume(Pods pods, MapTree volume, int index, Report report) {
        for (int i = 0; i < volume.size(); i++) {
            String key = volume.keyAt(i);
            boolean allowed = switch (key) {
                case "name",
                        "configMap",
                        "downwardAPI",
                        "emptyDir",
                        "projected",
                        "secret",
                        "csi",
                        "persistentVolumeClaim",
                        "ephemeral",
                        "image" -> true;
                default -> !Trees.isSet(volume, key);
            };
            if (!allowed) {
                report.add(
                        severity,
                        pods.path("volumes[" + index + "]"),
                        "a volume of the kind " + Problem.quote(key) + " is not allowed",
                        "use a claim, a ConfigMap, a Secret or an `emptyDir`");
            }
        }
    }

    private void checkSysctls(Pods pods, ListTree sysctls, Report report) {
        for (int i = 0; i < sysctls.size(); i++) {
            String name = Trees.text(Trees.map(sysctls, i), "name");
            boolean safe = switch (name) {
                case "kernel.shm_rmid_forced",
                        "net.ipv4.ip_local_port_range",
                        "net.ipv4.tcp_syncookies",
                        "net.ipv4.ping_group_range",
                        "net.ipv4.ip_unprivileged_port_start",
                        "net.ipv4.ip_local_reserved_ports",
                        "net.ipv4.tcp_keepalive_time",
                        "net.ipv4.tcp_keepalive_intvl",
                        "net.ipv4.tcp_keepalive_probes",
                        "net.ipv4.tcp_fin_timeout",
                        "net.ipv4.tcp_rmem",
                        "net.ipv4.tcp_wmem" -> true;
                default -> false;
            };
            if (!safe) {
                report.add(
                        severity,
                        pods.path("securityContext.sysctls[" + i + "]"),
                        "the sysctl " + Problem.quote(name) + " is not one of the safe ones",
                        "remove it");
            }
        }
    }

    /** The rules for the security context both of a pod and of a container. */
    private void checkContext(MapTree context, String path, Report report) {
        if (Trees.isTrue(context, "windowsOptions", "hostProcess")) {
            report.add(severity, path + ".windowsOptions.hostProcess", "`hostProcess` is `true`", "remove it");
        }
        if (Trees.isFalse(context, "runAsNonRoot")) {
            report.add(severity, path + ".runAsNonRoot", "`runAsNonRoot` is `false`", "write `runAsNonRoot: true`");
        }
        if (Trees.number(context, 1, "runAsUser") == 0) {
            report.add(severity, path + ".runAsUser", "`runAsUser` is 0, which is root", "write another user's number");
        }
        Tree seccomp = Trees.map(context, "seccompProfile").get("type");
        if (seccomp != null && !isConfined(Trees.text(seccomp))) {
            report.add(
                    severity,
                    path + ".seccompProfile.type",
                    "the seccomp profile is neither `RuntimeDefault` nor `Localhost`",
                    "write `RuntimeDefault`");
        }
        Tree appArmor = Trees.map(context, "appArmorProfile").get("type");
        if (appArmor != null && !isConfined(Trees.text(appArmor))) {
            report.add(
                    severity,
                    path + ".appArmorProfile.type",
                    "the AppArmor profile is neither `RuntimeDefault` nor `Localhost`",
                    "remove it, or write `RuntimeDefault`");
        }
        checkSeLinux(Trees.map(context, "seLinuxOptions"), path + ".seLinuxOptions", report);
    }

    private static boolean isConfined(String type) {
        return type.equals("RuntimeDefault") || type.equals("Localhost");
    }

    private void checkSeLinux(MapTree options, String path, Report report) {
        boolean allowed = switch (Trees.text(options, "type")) {
            case "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t" -> true;
            default -> false;
        };
        if (!allowed) {
            report.add(severity, path + ".type", "the SELinux type is not one for containers", "remove it");
        }
        if (!Trees.text(options, "user").isEmpty()) {
            report.add(severity, path + ".user", "an SELinux user is set", "remove it");
        }
        if (!Trees.text(options, "role").isEmpty()) {
            report.add(severity, path + ".role", "an SELinux role is set", "remove it");
        }
    }

    private void checkContainer(Pods.Container container, MapTree podContext, boolean windows, Report report) {
        MapTree context = Trees.map(container.tree(), "securityContext");
        String path = container.path("securityContext");
        checkContext(context, path, report);
        if (!Trees.isSet(context, "runAsNonRoot") && !Trees.isSet(podContext, "runAsNonRoot")) {
            report.add(
                    severity,
                    path + ".runAsNonRoot",
                    named(container) + " may run as root",
                    "write `runAsNonRoot: true` here or for the pod");
        }
        if (Trees.isTrue(context, "privileged")) {
            report.add(severity, path + ".privileged", named(container) + " is privileged", "remove `privileged`");
        }
        if (!windows) {
            checkLinux(container, context, podContext, path, report);
        }
        ListTree ports = Trees.list(container.tree(), "ports");
        for (int i = 0; i < ports.size(); i++) {
            if (Trees.number(Trees.map(ports, i), 0, "hostPort") != 0) {
                report.add(
                        severity,
                        container.path("ports[" + i + "].hostPort"),
                        named(container) + " uses a port of its node",
                        "remove `hostPort`, and use a Service");
            }
        }
        for (String probe : Pods.PROBES) {
            checkHost(container, Trees.map(container.tree(), probe), probe, report);
        }
        for (String hook : HOOKS) {
            checkHost(container, Trees.map(container.tree(), "lifecycle", hook), "lifecycle." + hook, report);
        }
    }

    private void checkLinux(Pods.Container container, MapTree context, MapTree podContext, String path, Report report) {
        if (!Trees.isFalse(context, "allowPrivilegeEscalation")) {
            report.add(
                    severity,
                    path + ".allowPrivilegeEscalation",
                    named(container) + " may gain more privileges",
                    "write `allowPrivilegeEscalation: false`");
        }
        MapTree capabilities = Trees.map(context, "capabilities");
        boolean dropsAll = false;
        for (Tree dropped : Trees.list(capabilities, "drop")) {
            dropsAll |= Trees.text(dropped).equals("ALL");
        }
        if (!dropsAll) {
            report.add(
                    severity,
                    path + ".capabilities.drop",
                    named(container) + " does not drop all capabilities",
                    "write `drop: [ALL]` below `capabilities`");
        }
        ListTree added = Trees.list(capabilities, "add");
        for (int i = 0; i < added.size(); i++) {
            if (!Trees.text(added.get(i)).equals("NET_BIND_SERVICE")) {
                report.add(
                        severity,
                        path + ".capabilities.add[" + i + "]",
                        named(container) + " adds a capability other than `NET_BIND_SERVICE`",
                        "remove it");
            }
        }
        if (Trees.map(context, "seccompProfile").get("type") == null
                && Trees.map(podContext, "seccompProfile").get("type") == null) {
            report.add(
                    severity,
                    path + ".seccompProfile",
                    named(container) + " has no seccomp profile",
                    "write `type: RuntimeDefault` here or for the pod");
        }
        String mount = Trees.text(context, "procMount");
        if (!mount.isEmpty() && !mount.equals("Default")) {
            report.add(severity, path + ".procMount", "`procMount` is not `Default`", "remove it");
        }
    }

    private void checkHost(Pods.Container container, MapTree handler, String path, Report report) {
        for (String action : new String[] {"httpGet", "tcpSocket"}) {
            if (!Trees.text(handler, action, "host").isEmpty()) {
                report.add(
                        severity,
                        container.path(path + "." + action + ".host"),
                        "a probe or hook of " + named(container).substring("the ".length()) + " names a host",
                        "remove `host`, so that the pod's own address is used");
            }
        }
    }

    private static String named(Pods.Container container) {
        return "the container " + Problem.quote(container.name());
    }
}
