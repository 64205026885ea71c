package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 * Standards</a> for the pods of one object. All violations are reported: at the restricted level those of the baseline too.
 *
 * <p>Linux-only fields of a pod for Windows are not checked: the API server refuses them as invalid.
 */
final class PodSecurityRules {
    private static final String[] HOST_FLAGS = {"hostNetwork", "hostPID", "hostIPC"};
    private static final String[] HOOKS = {"postStart", "preStop"};
    private static final String[] ACTIONS = {"httpGet", "tcpSocket"};

    /** Precedes the name of a container in the annotations that say its AppArmor profile, which fields say since 1.30. */
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private final PodSecurityCheck check;
    private final Pods pods;
    private final Report report;
    private final MapTree podContext;
    private final boolean windows;

    /** In a user namespace of its own, root of the pod is not root of the node. */
    private final boolean ownUsers;

    PodSecurityRules(PodSecurityCheck check, Pods pods, Report report) {
        this.check = check;
        this.pods = pods;
        this.report = report;
        this.podContext = Trees.map(pods.spec(), "securityContext");
        this.windows = Trees.text(pods.spec(), "os", "name").equals("windows");
        this.ownUsers = Trees.isFalse(pods.spec(), "hostUsers") && check.isSince("1.35");
    }

    void check() {
        MapTree spec = pods.spec();
        for (String flag : HOST_FLAGS) {
            if (Trees.isTrue(spec, flag)) {
                add(pods.path(flag), "`" + flag + "` is `true`", "remove it");
            }
        }
        ListTree volumes = Trees.list(spec, "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            checkVolume(Trees.map(volumes, i), i);
        }
        checkAnnotations();
        checkContext(podContext, pods.path("securityContext"));
        checkSysctls(Trees.list(podContext, "sysctls"));
        for (Pods.Container container : pods.containers()) {
            checkContainer(container);
        }
    }

    private void checkVolume(MapTree volume, int index) {
        for (int i = 0; i < volume.size(); i++) {
            String key = volume.keyAt(i);
            if (!isAllowedVolume(key) && Trees.isSet(volume, key)) {
                add(
                        pods.path("volumes[" + index + "]"),
                        "a volume of the kind " + Problem.quote(key) + " is not allowed",
                        "use a claim, a ConfigMap, a Secret or an `emptyDir`");
            }
        }
    }

    private boolean isAllowedVolume(String key) {
        return switch (key) {
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
            case "hostPath" -> false;
            default -> !check.isRestricted();
        };
    }

    private void checkAnnotations() {
        MapTree annotations = pods.annotations();
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            String profile = Trees.text(annotations.valueAt(i));
            boolean allowed = profile.isEmpty()
                    || profile.equals("runtime/default")
                    || profile.startsWith("localhost/")
                    || !key.startsWith(APP_ARMOR);
            if (!allowed) {
                add(
                        pods.annotationPath(key),
                        "the AppArmor profile is neither `runtime/default` nor `localhost/...`",
                        "remove it, and write `appArmorProfile` below `securityContext` if a profile is needed");
            }
        }
    }

    private void checkSysctls(ListTree sysctls) {
        for (int i = 0; i < sysctls.size(); i++) {
            String name = Trees.text(Trees.map(sysctls, i), "name");
            if (!isSafe(name)) {
                add(
                        pods.path("securityContext.sysctls[" + i + "]"),
                        "the sysctl " + Problem.quote(name) + " is not one of the safe ones",
                        "remove it");
            }
        }
    }

    private boolean isSafe(String sysctl) {
        return switch (sysctl) {
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
            case "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat" -> check.isSince("1.37");
            default -> false;
        };
    }

    /** The rules for the security context both of a pod and of a container. */
    private void checkContext(MapTree context, String path) {
        if (Trees.isTrue(context, "windowsOptions", "hostProcess")) {
            add(path + ".windowsOptions.hostProcess", "`hostProcess` is `true`", "remove it");
        }
        if (check.isRestricted() && !ownUsers) {
            checkUser(context, path);
        }
        Tree seccomp = Trees.map(context, "seccompProfile").get("type");
        if (seccomp != null && !isConfined(Trees.text(seccomp))) {
            add(
                    path + ".seccompProfile.type",
                    "the seccomp profile is neither `RuntimeDefault` nor `Localhost`",
                    "write `RuntimeDefault`");
        }
        Tree appArmor = Trees.map(context, "appArmorProfile").get("type");
        if (appArmor != null && !isConfined(Trees.text(appArmor))) {
            add(
                    path + ".appArmorProfile.type",
                    "the AppArmor profile is neither `RuntimeDefault` nor `Localhost`",
                    "remove it, or write `RuntimeDefault`");
        }
        checkSeLinux(Trees.map(context, "seLinuxOptions"), path + ".seLinuxOptions");
    }

    private void checkUser(MapTree context, String path) {
        if (Trees.isFalse(context, "runAsNonRoot")) {
            add(path + ".runAsNonRoot", "`runAsNonRoot` is `false`", "write `runAsNonRoot: true`");
        }
        if (Trees.number(context, 1, "runAsUser") == 0) {
            add(path + ".runAsUser", "`runAsUser` is 0, which is root", "write another user's number");
        }
    }

    private static boolean isConfined(String type) {
        return type.equals("RuntimeDefault") || type.equals("Localhost");
    }

    private void checkSeLinux(MapTree options, String path) {
        boolean allowed = switch (Trees.text(options, "type")) {
            case "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t" -> true;
            default -> false;
        };
        if (!allowed) {
            add(path + ".type", "the SELinux type is not one for containers", "remove it");
        }
        if (!Trees.text(options, "user").isEmpty()) {
            add(path + ".user", "an SELinux user is set", "remove it");
        }
        if (!Trees.text(options, "role").isEmpty()) {
            add(path + ".role", "an SELinux role is set", "remove it");
        }
    }

    private void checkContainer(Pods.Container container) {
        MapTree context = Trees.map(container.tree(), "securityContext");
        String path = container.path("securityContext");
        checkContext(context, path);
        if (check.isRestricted()) {
            checkMissing(container, context, path);
        }
        if (Trees.isTrue(context, "privileged")) {
            add(path + ".privileged", named(container) + " is privileged", "remove `privileged`");
        }
        if (!windows) {
            checkLinux(container, context, path);
        }
        ListTree ports = Trees.list(container.tree(), "ports");
        for (int i = 0; i < ports.size(); i++) {
            if (Trees.number(Trees.map(ports, i), 0, "hostPort") != 0) {
                add(
                        container.path("ports[" + i + "].hostPort"),
                        named(container) + " uses a port of its node",
                        "remove `hostPort`, and use a Service");
            }
        }
        if (check.isSince("1.34")) {
            checkHosts(container);
        }
    }

    private void checkLinux(Pods.Container container, MapTree context, String path) {
        ListTree added = Trees.list(context, "capabilities", "add");
        for (int i = 0; i < added.size(); i++) {
            if (!isAllowedCapability(Trees.text(added.get(i)))) {
                add(
                        path + ".capabilities.add[" + i + "]",
                        named(container)
                                + (check.isRestricted()
                                        ? " adds a capability other than `NET_BIND_SERVICE`"
                                        : " adds a capability that containers do not have by default"),
                        "remove it");
            }
        }
        String mount = Trees.text(context, "procMount");
        if (!mount.isEmpty() && !mount.equals("Default") && (check.isRestricted() || !ownUsers)) {
            add(path + ".procMount", "`procMount` is not `Default`", "remove it");
        }
    }

    /** Reports the settings that the restricted level asks for and that are not there, in one problem if there are several. */
    private void checkMissing(Pods.Container container, MapTree context, String path) {
        List<Required> missing = new ArrayList<>(Required.ALL.length);
        for (Required setting : Required.ALL) {
            if (isMissing(setting, context)) {
                missing.add(setting);
            }
        }
        if (missing.size() == 1) {
            Required setting = missing.get(0);
            add(path + "." + setting.key, named(container) + " " + setting.fact, setting.remedy);
        } else if (!missing.isEmpty()) {
            StringBuilder facts = new StringBuilder(named(container));
            StringBuilder settings = new StringBuilder("write ");
            for (int i = 0; i < missing.size(); i++) {
                String separator = i == 0 ? "" : i < missing.size() - 1 ? ", " : " and ";
                facts.append(i == 0 ? " " : separator).append(missing.get(i).fact);
                settings.append(separator)
                        .append('`')
                        .append(missing.get(i).setting)
                        .append('`');
            }
            add(
                    path,
                    facts.toString(),
                    settings.append(" below `securityContext`").toString());
        }
    }

    private boolean isMissing(Required setting, MapTree context) {
        return switch (setting) {
            case NON_ROOT ->
                !ownUsers && !Trees.isSet(context, "runAsNonRoot") && !Trees.isSet(podContext, "runAsNonRoot");
            case NO_ESCALATION -> !windows && !Trees.isFalse(context, "allowPrivilegeEscalation");
            case NO_CAPABILITIES -> !windows && !dropsAll(context);
            case SECCOMP ->
                !windows
                        && Trees.map(context, "seccompProfile").get("type") == null
                        && Trees.map(podContext, "seccompProfile").get("type") == null;
        };
    }

    private static boolean dropsAll(MapTree context) {
        for (Tree dropped : Trees.list(context, "capabilities", "drop")) {
            if (Trees.text(dropped).equals("ALL")) {
                return true;
            }
        }
        return false;
    }

    /** A setting that the restricted level asks for in each container. */
    private enum Required {
        NON_ROOT(
                "runAsNonRoot",
                "may run as root",
                "write `runAsNonRoot: true` here or for the pod",
                "runAsNonRoot: true"),
        NO_ESCALATION(
                "allowPrivilegeEscalation",
                "may gain more privileges",
                "write `allowPrivilegeEscalation: false`",
                "allowPrivilegeEscalation: false"),
        NO_CAPABILITIES(
                "capabilities.drop",
                "does not drop all capabilities",
                "write `drop: [ALL]` below `capabilities`",
                "capabilities: {drop: [ALL]}"),
        SECCOMP(
                "seccompProfile",
                "has no seccomp profile",
                "write `type: RuntimeDefault` here or for the pod",
                "seccompProfile: {type: RuntimeDefault}");

        private static final Required[] ALL = values();

        private final String key;
        private final String fact;
        private final String remedy;
        /** The setting as it is written below the security context. */
        private final String setting;

        Required(String key, String fact, String remedy, String setting) {
            this.key = key;
            this.fact = fact;
            this.remedy = remedy;
            this.setting = setting;
        }
    }

    private boolean isAllowedCapability(String capability) {
        return switch (capability) {
            case "NET_BIND_SERVICE" -> true;
            case "AUDIT_WRITE",
                    "CHOWN",
                    "DAC_OVERRIDE",
                    "FOWNER",
                    "FSETID",
                    "KILL",
                    "MKNOD",
                    "SETFCAP",
                    "SETGID",
                    "SETPCAP",
                    "SETUID",
                    "SYS_CHROOT" -> !check.isRestricted();
            default -> false;
        };
    }

    private void checkHosts(Pods.Container container) {
        for (String probe : Pods.PROBES) {
            checkHost(container, Trees.map(container.tree(), probe), probe);
        }
        for (String hook : HOOKS) {
            checkHost(container, Trees.map(container.tree(), "lifecycle", hook), "lifecycle." + hook);
        }
    }

    private void checkHost(Pods.Container container, MapTree handler, String path) {
        for (String action : ACTIONS) {
            if (!Trees.text(handler, action, "host").isEmpty()) {
                add(
                        container.path(path + "." + action + ".host"),
                        "a probe or hook of " + named(container).substring("the ".length()) + " names a host",
                        "remove `host`, so that the pod's own address is used");
            }
        }
    }

    private void add(String path, String what, String remedy) {
        report.add(check.severity(), ProblemCodes.POD_SECURITY, path, what, remedy);
    }

    private static String named(Pods.Container container) {
        return "the container " + Problem.quote(container.name());
    }
}
