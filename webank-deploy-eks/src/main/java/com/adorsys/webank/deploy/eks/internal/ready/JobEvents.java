package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Tells by the events of a Job that is gone whether it completed. A server keeps events for an hour by default. */
public final class JobEvents {
    /** The readiness of a Job that completed and is gone. */
    public static final String COMPLETED = "complete, and deleted since";

    private JobEvents() {}

    /**
     * Whether an object that is gone is a Job that completed, as far as its events tell.
     *
     * @param uid of the Job; empty if it is not known
     */
    public static boolean tellCompleted(ApiServer api, ResourceId id, String uid) {
        return tellCompleted(id, uid, (path, item) -> api.list(path, item));
    }

    static boolean tellCompleted(ResourceId id, String uid, BiConsumer<String, Consumer<MapTree>> list) {
        if (!KStatus.isJob(id.group(), id.kind()) || uid.isEmpty()) {
            return false;
        }
        String selector = ApiServer.encoded("involvedObject.uid=" + uid + ",reason=Completed");
        boolean[] found = {false};
        try {
            list.accept(
                    "/api/v1/namespaces/" + id.namespace() + "/events?fieldSelector=" + selector,
                    event -> found[0] = true);
        } catch (ApiException e) {
            if (!e.isForbidden() && !e.isNotFound()) {
                throw e;
            }
        }
        return found[0];
    }
}
