package com.adorsys.webank.deploy.dsl.pod;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every pod can say beside its main container, with the names of the Kubernetes API. What is not set is not written,
 * and Kubernetes has its own default.
 */
public interface PodSettings {
    /** Labels that a node must have. */
    Map<String, String> nodeSelector();

    /** Taints of nodes that the pod tolerates. */
    List<TaintToleration> tolerations();

    /** To which nodes, and beside which other pods, the pod is placed. */
    Optional<AffinityRules> affinity();

    /** How evenly the pods are spread over nodes or zones. */
    List<TopologySpread> topologySpreadConstraints();

    /** The name of a PriorityClass. */
    Optional<String> priorityClassName();

    /**
     * Containers that run to their end, one after the other, before the main one starts. One with {@link
     * PodContainer.RestartPolicy#ALWAYS} is a sidecar: it goes on running beside the main container.
     */
    List<PodContainer> initContainers();

    /** Containers beside the main one. */
    List<PodContainer> containers();

    /** Volumes beside those that the mounts of containers bring. */
    List<PodVolume> volumes();

    /** How long the pod has to end by itself, in whole seconds. Default of Kubernetes: 30 s. */
    Optional<Duration> terminationGracePeriod();

    /** Under which user and groups the containers run. */
    Optional<PodSecuritySettings> podSecurityContext();

    /** Labels of the pods alone, beside the standard ones. */
    Map<String, String> podLabels();

    /** Annotations of the pods alone. */
    Map<String, String> podAnnotations();

    /** How the pod resolves names. */
    Optional<DnsSettings> dns();

    /** Lines of {@code /etc/hosts}. */
    List<HostsEntry> hostAliases();

    /** The name of a RuntimeClass. */
    Optional<String> runtimeClassName();

    /** Whether the containers see each other's processes. Default of Kubernetes: they do not. */
    Optional<ProcessNamespace> processNamespace();
}
