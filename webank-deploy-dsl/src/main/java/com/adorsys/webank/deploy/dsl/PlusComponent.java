package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.SecretRef;
import java.util.List;

/**
 * Copies of a component that add to its settings, where {@code with...} replaces them.
 *
 * @param <S> the component
 */
interface PlusComponent<S> extends PlusLabels<S>, PlusAnnotations<S> {
    List<SecretRef> imagePullSecrets();

    List<Volume> volumes();

    List<VolumeMount> volumeMounts();

    S withImagePullSecrets(Iterable<? extends SecretRef> elements);

    S withVolumes(Iterable<? extends Volume> elements);

    S withVolumeMounts(Iterable<? extends VolumeMount> elements);

    /** A copy with further Secrets for the registry. */
    default S plusImagePullSecrets(SecretRef... secrets) {
        return withImagePullSecrets(Additions.to(imagePullSecrets(), secrets));
    }

    /** A copy with further volumes. */
    default S plusVolumes(Volume... added) {
        return withVolumes(Additions.to(volumes(), added));
    }

    /** A copy with further volumes in the file system of its container. */
    default S plusVolumeMounts(VolumeMount... mounts) {
        return withVolumeMounts(Additions.to(volumeMounts(), mounts));
    }
}
