package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.check.PodSecurityLevel;
import com.adorsys.webank.deploy.schema.ProductVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule of the Pod Security Standards, as changes to a Pod that the restricted level admits, see {@link PodSecurityPods#with}.
 *
 * @param level the least strict level that has the rule
 * @param admitted changes that both levels admit
 * @param refused changes that break this rule only, at its level and at stricter ones
 */
record PodSecurityRule(String name, PodSecurityLevel level, List<String> admitted, List<String> refused) {
    private static final String HOSTS = "hosts of probes and hooks";
    private static final String PROC_MOUNT = "mount of /proc";
    private static final ProductVersion HOSTS_SINCE = ProductVersion.kubernetes("1.34");
    private static final ProductVersion USER_NAMESPACES_SINCE = ProductVersion.kubernetes("1.35");

    static final List<PodSecurityRule> ALL = List.of(
            baseline(
                    "host namespaces",
                    specs("hostNetwork: false", "hostPID: null", "hostIPC: false, hostNetwork: null"),
                    specs("hostNetwork: true", "hostPID: true", "hostIPC: true")),
            baseline(
                    "privileged",
                    contexts("privileged: false", "privileged: null"),
                    contexts("privileged: true, allowPrivilegeEscalation: true")),
            baseline(
                    "host process",
                    windows(
                            "securityContext: {windowsOptions: {hostProcess: false}}",
                            "securityContext: {windowsOptions: {runAsUserName: 'ContainerUser'}}",
                            "hostNetwork: false, containers: [{securityContext: {windowsOptions: {hostProcess: false}}}]"),
                    windows(
                            "hostNetwork: true, securityContext: {windowsOptions: {hostProcess: true}}",
                            "hostNetwork: true, containers: [{securityContext: {windowsOptions: {hostProcess: true}}}]")),
            baseline(
                    "host ports",
                    containers(
                            "ports: [{containerPort: 8080}]",
                            "ports: [{containerPort: 8080, hostPort: 0}]",
                            "ports: [{containerPort: 8080, hostPort: null, hostIP: ''}]",
                            "ports: null"),
                    containers(
                            "ports: [{containerPort: 8080, hostPort: 8080}]",
                            "ports: [{containerPort: 53, protocol: 'UDP'}, {containerPort: 54, hostPort: 65535}]")),
            baseline(
                    "host path",
                    specs("volumes: [{hostPath: null}]"),
                    specs("volumes: [{hostPath: {path: '/'}}]", "volumes: [{}, {hostPath: {path: '/var', type: ''}}]")),
            restricted(
                    "volumes",
                    volumes(
                            "",
                            "configMap: {name: 'a'}",
                            "downwardAPI: {items: [{path: 'a', fieldRef: {fieldPath: 'metadata.name'}}]}",
                            "emptyDir: {}",
                            "emptyDir: {medium: 'Memory', sizeLimit: '1Mi'}, nfs: null",
                            "projected: {sources: [{configMap: {name: 'a'}}]}",
                            "secret: {secretName: 'a'}",
                            "csi: {driver: 'secrets-store.csi.k8s.io'}",
                            "persistentVolumeClaim: {claimName: 'a'}",
                            "ephemeral: {volumeClaimTemplate: {spec: {accessModes: ['ReadWriteOnce'], resources:"
                                    + " {requests: {storage: '1Gi'}}}}}",
                            "image: {reference: 'image:1'}"),
                    volumes(
                            "gcePersistentDisk: {pdName: 'a'}",
                            "awsElasticBlockStore: {volumeID: 'a'}",
                            "gitRepo: {repository: 'a'}",
                            "nfs: {server: 'a', path: '/'}",
                            "iscsi: {targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 0}",
                            "glusterfs: {endpoints: 'a', path: 'a'}",
                            "rbd: {monitors: ['a'], image: 'a'}",
                            "flexVolume: {driver: 'a/b'}",
                            "cinder: {volumeID: 'a'}",
                            "cephfs: {monitors: ['a']}",
                            "flocker: {datasetName: 'a'}",
                            "fc: {targetWWNs: ['a'], lun: 1}",
                            "azureFile: {secretName: 'a', shareName: 'a'}",
                            "vsphereVolume: {volumePath: 'a'}",
                            "quobyte: {registry: 'a:1', volume: 'a'}",
                            "azureDisk: {diskName: 'a', diskURI: 'https://blob/a', kind: 'Shared'}",
                            "photonPersistentDisk: {pdID: 'a'}",
                            "portworxVolume: {volumeID: 'a'}",
                            "scaleIO: {gateway: 'a', system: 'a', secretRef: {name: 'a'}, volumeName: 'a'}",
                            "storageos: {volumeName: 'a'}")),
            baseline(
                    "capabilities that containers do not have by default",
                    contexts(
                            "capabilities: {add: ['NET_BIND_SERVICE']}",
                            "capabilities: {add: []}",
                            "capabilities: {add: null}"),
                    contexts(
                            "capabilities: {add: ['NET_RAW']}",
                            "capabilities: {add: ['NET_BIND_SERVICE', 'SYS_ADMIN']}",
                            "capabilities: {add: ['ALL']}",
                            "capabilities: {add: ['net_bind_service']}",
                            "capabilities: {add: ['CAP_NET_BIND_SERVICE']}",
                            "capabilities: {add: ['']}",
                            "capabilities: {add: [null]}")),
            restricted(
                    "capabilities",
                    contexts(
                            "capabilities: {drop: ['ALL']}",
                            "capabilities: {drop: ['KILL', 'ALL'], add: ['NET_BIND_SERVICE', 'NET_BIND_SERVICE']}"),
                    contexts(
                            "capabilities: {drop: ['all']}",
                            "capabilities: {drop: ['NET_RAW']}",
                            "capabilities: {drop: []}",
                            "capabilities: {drop: null}",
                            "capabilities: null",
                            "capabilities: {add: ['AUDIT_WRITE']}",
                            "capabilities: {add: ['CHOWN']}",
                            "capabilities: {add: ['DAC_OVERRIDE']}",
                            "capabilities: {add: ['FOWNER']}",
                            "capabilities: {add: ['FSETID']}",
                            "capabilities: {add: ['KILL']}",
                            "capabilities: {add: ['MKNOD']}",
                            "capabilities: {add: ['SETFCAP']}",
                            "capabilities: {add: ['SETGID']}",
                            "capabilities: {add: ['SETPCAP']}",
                            "capabilities: {add: ['SETUID']}",
                            "capabilities: {add: ['SYS_CHROOT']}")),
            restricted(
                    "privilege escalation",
                    join(
                            contexts("allowPrivilegeEscalation: false"),
                            windows("containers: [{securityContext: null}]", "containers: [{securityContext: {}}]")),
                    join(
                            contexts("allowPrivilegeEscalation: true", "allowPrivilegeEscalation: null"),
                            specs("containers: [{securityContext: null}]"))),
            restricted(
                    "not root",
                    join(
                            contexts("runAsNonRoot: true", "runAsNonRoot: null"),
                            specs(
                                    "securityContext: {runAsNonRoot: null}, containers: [{securityContext: {runAsNonRoot: true}}]",
                                    "hostUsers: false, securityContext: {runAsNonRoot: false}",
                                    "hostUsers: false, containers: [{securityContext: {runAsNonRoot: false}}]",
                                    "hostUsers: false, securityContext: {runAsNonRoot: null}"),
                            windows("securityContext: {runAsNonRoot: true}")),
                    join(
                            contexts("runAsNonRoot: false"),
                            specs(
                                    "securityContext: {runAsNonRoot: null}",
                                    "securityContext: {runAsNonRoot: false}",
                                    "securityContext: {runAsNonRoot: false}, containers: [{securityContext: {runAsNonRoot: true}}]",
                                    "securityContext: {runAsNonRoot: null}, containers: [{securityContext: {runAsNonRoot: true}}, {}]",
                                    "hostUsers: true, securityContext: {runAsNonRoot: null}",
                                    "hostUsers: null, securityContext: {runAsNonRoot: null}"),
                            windows(
                                    "securityContext: {runAsNonRoot: null}",
                                    "containers: [{securityContext: {runAsNonRoot: false}}]"))),
            restricted(
                    "user",
                    join(
                            contexts("runAsUser: 1", "runAsUser: null", "runAsUser: 2147483647, runAsGroup: 0"),
                            specs(
                                    "securityContext: {runAsUser: 10001, runAsGroup: 0, fsGroup: 0}",
                                    "hostUsers: false, securityContext: {runAsUser: 0}",
                                    "hostUsers: false, containers: [{securityContext: {runAsUser: 0}}]")),
                    join(
                            contexts("runAsUser: 0"),
                            specs(
                                    "securityContext: {runAsUser: 0}",
                                    "securityContext: {runAsUser: 0}, containers: [{securityContext: {runAsUser: 1}}]",
                                    "hostUsers: true, securityContext: {runAsUser: 0}"))),
            baseline(
                    "seccomp, where it is set",
                    join(
                            contexts(
                                    "seccompProfile: {type: 'RuntimeDefault'}",
                                    "seccompProfile: {type: 'Localhost', localhostProfile: 'a.json'}",
                                    "seccompProfile: null"),
                            specs(
                                    "securityContext: {seccompProfile: {type: 'Localhost', localhostProfile: 'a.json'}}")),
                    join(
                            contexts("seccompProfile: {type: 'Unconfined'}"),
                            specs(
                                    "securityContext: {seccompProfile: {type: 'Unconfined'}}",
                                    "securityContext: {seccompProfile: {type: 'Unconfined'}}, containers: [{securityContext:"
                                            + " {seccompProfile: {type: 'RuntimeDefault'}}}]"))),
            restricted(
                    "seccomp",
                    specs(
                            "securityContext: {seccompProfile: null}, containers: [{securityContext: {seccompProfile: {type:"
                                    + " 'RuntimeDefault'}}}]"),
                    specs(
                            "securityContext: {seccompProfile: null}",
                            "securityContext: {seccompProfile: null}, containers: [{securityContext: {seccompProfile: {type:"
                                    + " 'RuntimeDefault'}}}, {}]")),
            baseline(
                    "AppArmor",
                    join(
                            contexts(
                                    "appArmorProfile: {type: 'RuntimeDefault'}",
                                    "appArmorProfile: {type: 'Localhost', localhostProfile: 'a'}",
                                    "appArmorProfile: null"),
                            specs("securityContext: {appArmorProfile: {type: 'RuntimeDefault'}}"),
                            appArmor("runtime/default", "localhost/a")),
                    join(
                            contexts("appArmorProfile: {type: 'Unconfined'}"),
                            specs(
                                    "securityContext: {appArmorProfile: {type: 'Unconfined'}}",
                                    "securityContext: {appArmorProfile: {type: 'Unconfined'}}, containers: [{securityContext:"
                                            + " {appArmorProfile: {type: 'RuntimeDefault'}}}]"),
                            appArmor("unconfined"))),
            baseline(
                    "SELinux",
                    join(
                            contexts(
                                    "seLinuxOptions: {type: 'container_t'}",
                                    "seLinuxOptions: {type: 'container_init_t', level: 's0:c1,c2'}",
                                    "seLinuxOptions: {type: 'container_kvm_t', user: ''}",
                                    "seLinuxOptions: {type: '', role: null}",
                                    "seLinuxOptions: {}",
                                    "seLinuxOptions: null"),
                            specs("securityContext: {seLinuxOptions: {type: 'container_engine_t'}}")),
                    join(
                            contexts(
                                    "seLinuxOptions: {type: 'spc_t'}",
                                    "seLinuxOptions: {user: 'system_u'}",
                                    "seLinuxOptions: {role: 'system_r', type: 'container_t'}"),
                            specs(
                                    "securityContext: {seLinuxOptions: {type: 'Container_t'}}",
                                    "securityContext: {seLinuxOptions: {user: 'a'}}",
                                    "securityContext: {seLinuxOptions: {role: 'a'}}"))),
            restricted(
                    PROC_MOUNT,
                    contexts("procMount: 'Default'", "procMount: null"),
                    specs("hostUsers: false, containers: [{securityContext: {procMount: 'Unmasked'}}]")),
            baseline(
                    "sysctls",
                    join(
                            specs("securityContext: {sysctls: []}", "securityContext: {sysctls: null}"),
                            sysctls(
                                    "kernel.shm_rmid_forced",
                                    "net.ipv4.ip_local_port_range",
                                    "net.ipv4.tcp_syncookies",
                                    "net.ipv4.ping_group_range",
                                    "net.ipv4.ip_unprivileged_port_start",
                                    "net.ipv4.ip_local_reserved_ports",
                                    "net.ipv4.tcp_keepalive_time",
                                    "net.ipv4.tcp_fin_timeout",
                                    "net.ipv4.tcp_keepalive_intvl",
                                    "net.ipv4.tcp_keepalive_probes",
                                    "net.ipv4.tcp_rmem",
                                    "net.ipv4.tcp_wmem")),
                    sysctls("net.core.somaxconn", "net/ipv4/tcp_syncookies", "kernel.msgmax")),
            baseline(
                    HOSTS,
                    join(
                            containers(
                                    "livenessProbe: {grpc: {port: 80}}",
                                    "lifecycle: {preStop: {sleep: {seconds: 1}}}",
                                    "lifecycle: null, startupProbe: {exec: {command: ['a']}}"),
                            handlers("httpGet: {port: 80, host: ''}", "tcpSocket: {port: 80, host: null}")),
                    handlers("httpGet: {port: 80, host: 'a'}", "tcpSocket: {port: 80, host: '127.0.0.1'}")));

    /** What is admitted, then what is refused. */
    List<String> changes() {
        return join(admitted, refused);
    }

    /**
     * Whether a version refuses a change at a level. The lists are those of 1.35 and later: 1.34 brought the rule of hosts, and
     * 1.35 lets Pods with a user namespace of their own be root inside of it, and moved `procMount` to the restricted level.
     */
    boolean refuses(String change, PodSecurityLevel at, ProductVersion version) {
        if (name.equals(HOSTS) && version.compareTo(HOSTS_SINCE) < 0) {
            return false;
        }
        if (change.contains("hostUsers: false") && version.compareTo(USER_NAMESPACES_SINCE) < 0) {
            return name.equals(PROC_MOUNT) || at.compareTo(level) >= 0;
        }
        return refused.contains(change) && at.compareTo(level) >= 0;
    }

    private static PodSecurityRule baseline(String name, List<String> admitted, List<String> refused) {
        return new PodSecurityRule(name, PodSecurityLevel.BASELINE, admitted, refused);
    }

    private static PodSecurityRule restricted(String name, List<String> admitted, List<String> refused) {
        return new PodSecurityRule(name, PodSecurityLevel.RESTRICTED, admitted, refused);
    }

    private static List<String> specs(String... fields) {
        return each("{spec: {%s}}", fields);
    }

    private static List<String> windows(String... fields) {
        return each("{spec: {os: {name: 'windows'}, %s}}", fields);
    }

    private static List<String> volumes(String... sources) {
        return each("{spec: {volumes: [{%s}]}}", sources);
    }

    private static List<String> sysctls(String... names) {
        return each("{spec: {securityContext: {sysctls: [{name: '%s', value: '1'}]}}}", names);
    }

    private static List<String> containers(String... fields) {
        return each("{spec: {containers: [{%s}]}}", fields);
    }

    private static List<String> contexts(String... fields) {
        return each("{spec: {containers: [{securityContext: {%s}}]}}", fields);
    }

    private static List<String> appArmor(String... profiles) {
        return each(
                "{metadata: {annotations: {'container.apparmor.security.beta.kubernetes.io/app': '%s'}}}", profiles);
    }

    private static List<String> handlers(String... handlers) {
        return join(
                each("{spec: {containers: [{livenessProbe: {%s}}]}}", handlers),
                each("{spec: {containers: [{readinessProbe: {%s}}]}}", handlers),
                each("{spec: {containers: [{startupProbe: {%s}}]}}", handlers),
                each("{spec: {containers: [{lifecycle: {postStart: {%s}}}]}}", handlers),
                each("{spec: {containers: [{lifecycle: {preStop: {%s}}}]}}", handlers));
    }

    private static List<String> each(String format, String... texts) {
        return Stream.of(texts).map(format::formatted).toList();
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
