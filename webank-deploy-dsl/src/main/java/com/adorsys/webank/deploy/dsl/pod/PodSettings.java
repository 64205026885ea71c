package com.adorsys.webank.deploy.dsl.pod;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a pod, without those of its main container, with the names of the Kubernetes API. Settings that are
 * not set are not written, so the defaults of Kubernetes apply.
 */
public interface PodSettings {
    /** Labels that a node must have. */
    Map<String, String> nodeSelector();

    /** Taints of nodes that the pod tolerates. */
    List<TaintToleration> tolerations();

    /** The nodes on which, and the other pods near which, the pod is scheduled. */
    Optional<AffinityRules> affinity();

    /** How evenly the pods are spread over nodes or zones. */
    List<TopologySpread> topologySpreadConstraints();

    /** The name of a PriorityClass. */
    Optional<String> priorityClassName();

    /**
     * Containers that run to completion, one after the other, before the main one starts. One with {@link
     * PodContainer.RestartPolicy#ALWAYS} is a sidecar: it keeps running next to the main container.
     */
    List<PodContainer> initContainers();

    /** Containers in addition to the main one. */
    List<PodContainer> containers();

    /** Volumes in addition to those of {@link PodVolume#mountedAt}. */
    List<PodVolume> volumes();

    /**
     * The time that the pod gets to stop gracefully, in whole seconds. Default of Kubernetes: 30 s; in the hardened posture
     * 60 s behind a load balancer of AWS.
     */
    Optional<Duration> terminationGracePeriod();

    /** The user and the groups of the containers. */
    Optional<PodSecuritySettings> podSecurityContext();

    /** Labels of the pods only, in addition to the standard ones. */
    Map<String, String> podLabels();

    /** Annotations of the pods only. */
    Map<String, String> podAnnotations();

    /** The DNS settings of the pod. */
    Optional<DnsSettings> dns();

    /** Lines of {@code /etc/hosts}. */
    List<HostsEntry> hostAliases();

    /** The name of a RuntimeClass. */
    Optional<String> runtimeClassName();

    /** Whether the containers see each other's processes. Default of Kubernetes: they do not. */
    Optional<ProcessNamespace> processNamespace();
}
