package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells which release an ApplySet is, for people. Thread-safe; asks the server once for each set. */
public final class ApplySets {
    private final ApiServer api;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public ApplySets(ApiServer api) {
        this.api = api;
    }

    /**
     * Names a set: by its release if its inventory may be read, else by its id.
     *
     * @param namespace where the inventory is looked for first
     * @return such as {@code the release `webank/obs`}
     */
    public String describe(String id, String namespace) {
        return known.computeIfAbsent(id, set -> find(set, namespace));
    }

    private String find(String id, String namespace) {
        return named("/api/v1/namespaces/" + namespace + "/configmaps", id)
                .or(() -> named("/api/v1/configmaps", id))
                .map(release -> "the release " + Problem.quote(release))
                .orElseGet(() -> "another release or ApplySet, whose record is deleted or may not be read ("
                        + Problem.quote(id) + ")");
    }

    /** The release of a set with its namespace; empty if its inventory is not among some, or may not be listed. */
    private Optional<String> named(String path, String id) {
        List<String> names = new ArrayList<>();
        try {
            api.listMetadata(path + "?labelSelector=" + ApiServer.encoded(ApplySet.ID + "=" + id), parent -> {
                String release = Trees.text(parent, "metadata", "labels", RecordNames.RELEASE);
                if (!release.isEmpty()) {
                    names.add(Trees.text(parent, "metadata", "namespace") + "/" + release);
                }
            });
        } catch (ApiException e) {
            if (e.isUnanswered()) {
                throw e;
            }
        }
        return names.stream().findFirst();
    }
}
