package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/**
 * A component with everything decided: what a Deployment is made of.
 *
 * @param metadata the Deployment's
 * @param selector the labels by which it knows its pods
 * @param replicas the fixed number of pods, if there is one
 * @param strategy how pods are replaced
 * @param pod what each pod is
 */
public record Workload(
        Metadata metadata, MapTree selector, @Nullable Integer replicas, MapTree strategy, Pod pod) {
    /**
     * A pod.
     *
     * @param labels the pod's
     * @param annotations the pod's
     * @param pullSecrets references to Secrets
     * @param container its one container
     * @param volumes its volumes
     */
    public record Pod(
            MapTree labels, MapTree annotations, ListTree pullSecrets, Container container, ListTree volumes) {}

    /**
     * A container; an empty tree stands for what is not said.
     *
     * @param name the container's
     * @param image the reference
     * @param pullPolicy the word that Kubernetes uses
     * @param env variables
     * @param envFrom sources of variables
     * @param port its one port
     * @param resources requests and limits
     * @param startup the startup probe
     * @param liveness the liveness probe
     * @param readiness the readiness probe
     * @param mounts volumes in its file system
     */
    public record Container(
            String name,
            String image,
            String pullPolicy,
            ListTree env,
            ListTree envFrom,
            MapTree port,
            MapTree resources,
            MapTree startup,
            MapTree liveness,
            MapTree readiness,
            ListTree mounts) {}
}
