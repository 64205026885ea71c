package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.pod.PlusContainer;
import com.adorsys.webank.deploy.dsl.pod.PlusPod;
import java.util.List;

/**
 * Methods that add to the settings of a component; {@code with...} methods replace them.
 *
 * @param <S> the component
 */
interface PlusComponent<S> extends PlusLabels<S>, PlusAnnotations<S>, PlusPod<S>, PlusContainer<S> {
    List<SecretRef> imagePullSecrets();

    S withImagePullSecrets(Iterable<? extends SecretRef> elements);

    /** A copy with further image pull secrets. */
    default S plusImagePullSecrets(SecretRef... secrets) {
        return withImagePullSecrets(Additions.to(imagePullSecrets(), secrets));
    }
}
