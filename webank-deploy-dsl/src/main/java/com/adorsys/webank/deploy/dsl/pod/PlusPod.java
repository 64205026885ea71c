package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import java.util.List;
import java.util.Map;

/**
 * Methods that add to the settings of a pod; {@code with...} methods replace them.
 *
 * @param <S> the type of the copy
 */
public interface PlusPod<S> {
    Map<String, String> nodeSelector();

    List<TaintToleration> tolerations();

    List<TopologySpread> topologySpreadConstraints();

    List<PodContainer> initContainers();

    List<PodContainer> containers();

    List<PodVolume> volumes();

    Map<String, String> podLabels();

    Map<String, String> podAnnotations();

    List<HostsEntry> hostAliases();

    S withNodeSelector(Map<String, ? extends String> entries);

    S withTolerations(Iterable<? extends TaintToleration> elements);

    S withTopologySpreadConstraints(Iterable<? extends TopologySpread> elements);

    S withInitContainers(Iterable<? extends PodContainer> elements);

    S withContainers(Iterable<? extends PodContainer> elements);

    S withVolumes(Iterable<? extends PodVolume> elements);

    S withPodLabels(Map<String, ? extends String> entries);

    S withPodAnnotations(Map<String, ? extends String> entries);

    S withHostAliases(Iterable<? extends HostsEntry> elements);

    /**
     * A copy with one more label that a node must have.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    default S plusNodeSelector(String key, String value) {
        return plusNodeSelector(Map.of(key, value));
    }

    /**
     * A copy with more labels that a node must have.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    default S plusNodeSelector(Map<String, String> added) {
        return withNodeSelector(Additions.to("nodeSelector", nodeSelector(), added));
    }

    /** A copy with further tolerations. */
    default S plusTolerations(TaintToleration... added) {
        return withTolerations(Additions.to(tolerations(), added));
    }

    /** A copy with further topology spread constraints. */
    default S plusTopologySpreadConstraints(TopologySpread... added) {
        return withTopologySpreadConstraints(Additions.to(topologySpreadConstraints(), added));
    }

    /** A copy with further init containers or sidecars. */
    default S plusInitContainers(PodContainer... added) {
        return withInitContainers(Additions.to(initContainers(), added));
    }

    /** A copy with further containers beside the main one. */
    default S plusContainers(PodContainer... added) {
        return withContainers(Additions.to(containers(), added));
    }

    /** A copy with further volumes. */
    default S plusVolumes(PodVolume... added) {
        return withVolumes(Additions.to(volumes(), added));
    }

    /**
     * A copy with one more label of the pods.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    default S plusPodLabels(String key, String value) {
        return plusPodLabels(Map.of(key, value));
    }

    /**
     * A copy with more labels of the pods.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    default S plusPodLabels(Map<String, String> added) {
        return withPodLabels(Additions.to("podLabels", podLabels(), added));
    }

    /**
     * A copy with one more annotation of the pods.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    default S plusPodAnnotations(String key, String value) {
        return plusPodAnnotations(Map.of(key, value));
    }

    /**
     * A copy with more annotations of the pods.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    default S plusPodAnnotations(Map<String, String> added) {
        return withPodAnnotations(Additions.to("podAnnotations", podAnnotations(), added));
    }

    /** A copy with further lines of {@code /etc/hosts}. */
    default S plusHostAliases(HostsEntry... added) {
        return withHostAliases(Additions.to(hostAliases(), added));
    }
}
