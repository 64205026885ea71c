package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds how the server serves kinds that discovery does not show as they are expected: definitions come, go, and change their
 * versions.
 */
record ServedKinds(ApiServer api, ApiResources resources) {
    /** How long discovery may take to show an established kind. */
    private static final Duration UNDISCOVERED = Duration.ofSeconds(10);

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
        // Where definitions may not be read, discovery alone must do.
        return api.findIfAllowed(DefinedKinds.path(remembered)).map(definition -> remembered);
    }

    /**
     * Waits for a kind that is established, and that discovery does not show yet.
     *
     * @return empty if nothing defines it, or it did not come in time
     */
    Optional<ApiResource> awaitDiscovered(String apiVersion, String kind) {
        Patience patience = Patience.until(Deadline.in(UNDISCOVERED).or(api.deadline()));
        Optional<ApiResource> found = Optional.empty();
        if (isEstablished(apiVersion, kind)) {
            do {
                found = resources.find(apiVersion, kind);
            } while (found.isEmpty() && patience.pause());
        }
        return found;
    }

    private boolean isEstablished(String apiVersion, String kind) {
        String group = ApiResource.group(apiVersion);
        // The group of a definition is a domain; others have none.
        if (group.indexOf('.') < 0) {
            return false;
        }
        List<String> names = new ArrayList<>();
        ApiReader.ifAllowed(() -> api.listMetadata(
                DefinedKinds.COLLECTION, definition -> names.add(ApiAnswer.metadata(definition, "name"))));
        for (String name : names) {
            boolean established = name.endsWith("." + group)
                    && api.findIfAllowed(DefinedKinds.COLLECTION + "/" + name)
                            .filter(definition -> KStatus.of(definition).isCurrent())
                            .filter(definition -> DefinedKinds.serves(Manifest.of(definition), apiVersion, kind))
                            .isPresent();
            if (established) {
                return true;
            }
        }
        return false;
    }
}
