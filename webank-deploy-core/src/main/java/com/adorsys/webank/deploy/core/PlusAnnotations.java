package com.adorsys.webank.deploy.core;

import java.util.Map;

/**
 * Copies with more annotations.
 *
 * @param <S> the value that is copied
 */
public interface PlusAnnotations<S> {
    Map<String, String> annotations();

    S withAnnotations(Map<String, ? extends String> entries);

    /**
     * A copy with one more annotation.
     *
     * @throws DeployException.InvalidInput if the key is already set to another value
     */
    default S plusAnnotations(String key, String value) {
        return plusAnnotations(Map.of(key, value));
    }

    /**
     * A copy with more annotations.
     *
     * @throws DeployException.InvalidInput if a key is already set to another value
     */
    default S plusAnnotations(Map<String, String> added) {
        return withAnnotations(Additions.to("annotations", annotations(), added));
    }
}
