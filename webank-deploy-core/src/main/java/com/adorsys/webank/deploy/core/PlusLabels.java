package com.adorsys.webank.deploy.core;

import java.util.Map;

/**
 * Copies with more labels.
 *
 * @param <S> the value that is copied
 */
public interface PlusLabels<S> {
    Map<String, String> labels();

    S withLabels(Map<String, ? extends String> entries);

    /**
     * A copy with one more label.
     *
     * @throws DeployException.InvalidInput if the key is already set to another value
     */
    default S plusLabels(String key, String value) {
        return plusLabels(Map.of(key, value));
    }

    /**
     * A copy with more labels.
     *
     * @throws DeployException.InvalidInput if a key is already set to another value
     */
    default S plusLabels(Map<String, String> added) {
        return withLabels(Additions.to("labels", labels(), added));
    }
}
