package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The schemas of kinds as the server publishes them. It publishes a changed one about when it begins to validate by it; it
 * says nothing else of that.
 */
final class PublishedSchemas {
    private final ApiServer api;
    private final Map<String, String> before = new TreeMap<>();

    private PublishedSchemas(ApiServer api) {
        this.api = api;
    }

    /** What is published of API versions now. */
    static PublishedSchemas read(ApiServer api, Set<String> apiVersions) {
        PublishedSchemas schemas = new PublishedSchemas(api);
        for (String apiVersion : apiVersions) {
            schemas.document(apiVersion).ifPresent(document -> schemas.before.put(apiVersion, document));
        }
        return schemas;
    }

    /** Waits until others are published of each, or until a deadline: not every change of a schema can be seen. */
    void awaitChange(Deadline end) {
        Patience patience = Patience.until(end);
        while (!before.isEmpty()) {
            before.entrySet().removeIf(entry -> !document(entry.getKey()).equals(Optional.of(entry.getValue())));
            if (!before.isEmpty() && !patience.pause()) {
                return;
            }
        }
    }

    private Optional<String> document(String apiVersion) {
        // Where it may not be read, there is nothing to wait for.
        return ApiReader.ifAllowed(Optional.empty(), () -> Optional.of(api.text("/openapi/v3/apis/" + apiVersion)));
    }
}
