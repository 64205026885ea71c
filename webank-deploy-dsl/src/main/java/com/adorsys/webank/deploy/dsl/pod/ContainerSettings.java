package com.adorsys.webank.deploy.dsl.pod;

import java.util.List;
import java.util.Optional;

/** What every container can say, the one of a component and those beside it, with the names of the Kubernetes API. */
public interface ContainerSettings {
    /** What runs in place of the image's entrypoint. Default: the image's own. */
    List<String> command();

    /** The arguments in place of the image's own. Default: the image's own. */
    List<String> args();

    /** The folder in which the container starts. Default: the image's own. */
    Optional<String> workingDir();

    /** Further ports by their names, such as one for management. */
    List<NamedPort> ports();

    /** What the container requests and may use. Default: the hardened posture requests 200m and 512Mi. */
    Optional<Resources> resources();

    /** What is done right after the start and before the end. */
    Optional<LifecycleHooks> lifecycle();

    /** Under which user and with which privileges the container runs. */
    Optional<ContainerSecuritySettings> securityContext();

    /** Volumes in the container's file system; the pod gets each volume that a mount brings. */
    List<VolumeMount> volumeMounts();
}
