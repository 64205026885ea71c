package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells which release an ApplySet is, for people. Thread-safe; asks the server once for each set. */
public final class ApplySets {
    private final ApiServer api;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The sets at a server. */
    public ApplySets(ApiServer api) {
        this.api = api;
    }

    /**
     * Names a set: by its release if its inventory is in a namespace and may be read, else by its id.
     *
     * @return such as {@code the release `webank/obs`}
     */
    public String describe(String id, String namespace) {
        return known.computeIfAbsent(id, set -> find(set, namespace));
    }

    private String find(String id, String namespace) {
        String[] name = {""};
        try {
            api.listMetadata(
                    "/api/v1/namespaces/" + namespace + "/configmaps?labelSelector="
                            + ApiServer.encoded(ApplySet.ID + "=" + id),
                    parent -> name[0] = parent.map("metadata")
                            .flatMap(metadata -> metadata.map("labels"))
                            .flatMap(labels -> labels.string(RecordNames.RELEASE))
                            .orElse(""));
        } catch (ApiException e) {
            if (e.isUnanswered()) {
                throw e;
            }
        }
        return name[0].isEmpty()
                ? "another release or ApplySet, " + Problem.quote(id)
                : "the release " + Problem.quote(namespace + "/" + name[0]);
    }
}
