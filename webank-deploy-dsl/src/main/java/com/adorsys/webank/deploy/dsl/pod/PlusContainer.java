package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.Additions;
import java.util.List;

/**
 * Methods that add to the settings of a container; {@code with...} methods replace them.
 *
 * @param <S> the type of the copy
 */
public interface PlusContainer<S> {
    List<String> command();

    List<String> args();

    List<NamedPort> ports();

    List<VolumeMount> volumeMounts();

    S withCommand(Iterable<String> elements);

    S withArgs(Iterable<String> elements);

    S withPorts(Iterable<? extends NamedPort> elements);

    S withVolumeMounts(Iterable<? extends VolumeMount> elements);

    /** A copy with further words of the command. */
    default S plusCommand(String... words) {
        return withCommand(Additions.to(command(), words));
    }

    /** A copy with further arguments. */
    default S plusArgs(String... arguments) {
        return withArgs(Additions.to(args(), arguments));
    }

    /** A copy with further ports. */
    default S plusPorts(NamedPort... added) {
        return withPorts(Additions.to(ports(), added));
    }

    /** A copy with further volumes in the container's file system. */
    default S plusVolumeMounts(VolumeMount... mounts) {
        return withVolumeMounts(Additions.to(volumeMounts(), mounts));
    }
}
