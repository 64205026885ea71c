package com.adorsys.webank.deploy.dsl.pod;

import java.util.List;
import java.util.Optional;

/** The settings of a container, a component's main one or any other, with the names of the Kubernetes API. */
public interface ContainerSettings {
    /** The command that replaces the image's entrypoint. Default: the image's entrypoint. */
    List<String> command();

    /** The arguments that replace those of the image. Default: those of the image. */
    List<String> args();

    /** The working directory. Default: that of the image. */
    Optional<String> workingDir();

    /** Further named ports, such as a management port. */
    List<NamedPort> ports();

    /** The container's requests and limits. Default: none; the step {@code resources} of the hardened posture adds them. */
    Optional<Resources> resources();

    /** Actions right after the container starts and before it stops. */
    Optional<LifecycleHooks> lifecycle();

    /** The user and the privileges of the container. */
    Optional<ContainerSecuritySettings> securityContext();

    /**
     * Volumes in the container's file system. A volume that was mounted with {@link PodVolume#mountedAt} is added to
     * the pod.
     */
    List<VolumeMount> volumeMounts();
}
