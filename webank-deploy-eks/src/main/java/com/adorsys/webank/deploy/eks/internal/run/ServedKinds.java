package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import java.util.Optional;

/** Finds how the server serves kinds that a release remembers: definitions go, and change their versions. */
final class ServedKinds {
    private final ApiServer api;
    private final ApiResources resources;

    ServedKinds(ApiServer api, ApiResources resources) {
        this.api = api;
        this.resources = resources;
    }

    /** Whether a kind is served as it is remembered. */
    boolean isServed(ApiResource remembered) {
        return resources
                .find(remembered.apiVersion(), remembered.kind())
                .map(remembered::equals)
                .orElse(false);
    }

    /**
     * How the server serves a kind now, in whichever version; as it is remembered where its definition is there and not
     * served at all.
     *
     * @return empty if the kind is gone, or came again with another scope: its objects went with it
     */
    Optional<ApiResource> now(ApiResource remembered) {
        Optional<ApiResource> served = resources
                .find(remembered.apiVersion(), remembered.kind())
                .or(() -> resources.findInGroup(remembered.group(), remembered.kind()));
        if (served.isPresent()) {
            return served.filter(now -> now.namespaced() == remembered.namespaced());
        }
        return isDefined(remembered) ? Optional.of(remembered) : Optional.empty();
    }

    private boolean isDefined(ApiResource remembered) {
        try {
            return api.find(Definitions.path(remembered)).isPresent();
        } catch (ApiException e) {
            if (e.isForbidden()) {
                // Discovery alone must do.
                return false;
            }
            throw e;
        }
    }
}
