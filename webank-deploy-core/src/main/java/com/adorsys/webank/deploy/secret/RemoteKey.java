package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * The place of a value in a secret store: {@code RemoteKey.of("webank-dev/obs").withProperty("jwt")}. Immutable; never
 * contains the value.
 */
public final class RemoteKey {
    private final MapTree tree;

    private RemoteKey(MapTree tree) {
        this.tree = tree;
    }

    /**
     * A secret of the store.
     *
     * @param key its name in the store, such as {@code webank-dev/obs} in AWS Secrets Manager
     * @throws DeployException.InvalidInput if it is empty
     */
    public static RemoteKey of(String key) {
        return new RemoteKey(MapTree.of("key", notEmpty("key", key)));
    }

    /**
     * A copy for one property of the secret, if that is a JSON object in the store. Default: the whole secret.
     *
     * @throws DeployException.InvalidInput if it is empty
     */
    public RemoteKey withProperty(String property) {
        return new RemoteKey(tree.with("property", notEmpty("property", property)));
    }

    /**
     * A copy for one version of the secret, in the words of the store: {@code AWSPREVIOUS} or {@code uuid/...} in AWS Secrets
     * Manager. Default: the current one.
     *
     * @throws DeployException.InvalidInput if it is empty
     */
    public RemoteKey withVersion(String version) {
        return new RemoteKey(tree.with("version", notEmpty("version", version)));
    }

    private static String notEmpty(String field, String text) {
        if (text.isBlank()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TEXT_EMPTY,
                    Location.of("remoteKey." + field),
                    "`" + field + "` is empty",
                    "write what the store calls it"));
        }
        return text;
    }

    /**
     * The place, with the defaults of External Secrets: up to version 2, an API server adds them to a list that does not have
     * them, and Argo CD would report a difference for ever.
     */
    MapTree tree() {
        return tree.toBuilder()
                .put("conversionStrategy", "Default")
                .put("decodingStrategy", "None")
                .put("metadataPolicy", "None")
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemoteKey that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The key, with the property: {@code webank-dev/obs#jwt}. */
    @Override
    public String toString() {
        String property = tree.string("property").orElse("");
        return tree.string("key").orElse("") + (property.isEmpty() ? "" : "#" + property);
    }
}
