package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.ArrayList;
import java.util.List;

/** What the events of a Job that is gone tell of its end. A server keeps events for an hour by default. */
public enum JobEvents {
    /** It completed. */
    COMPLETED,
    /** There are events, and none of them says that it completed: it failed, or was deleted before its end. */
    NOT_COMPLETED,
    /** There are none any more, or they may not be read. */
    NONE;

    /** The readiness of a Job that completed and is gone. */
    public static final Readiness COMPLETE = Readiness.of(Readiness.State.CURRENT, "complete, and deleted since");

    /**
     * The events of an object that is gone.
     *
     * @param uid of the object; empty if it is not known
     * @return {@link #NONE} too if it is no Job
     */
    public static JobEvents of(ApiReader api, ResourceId id, String uid) {
        if (!KStatus.isJob(id.group(), id.kind()) || uid.isEmpty()) {
            return NONE;
        }
        List<String> reasons = new ArrayList<>();
        String events = "/api/v1/namespaces/" + id.namespace() + "/events?fieldSelector="
                + ApiServer.encoded("involvedObject.uid=" + uid);
        ApiReader.ifAllowed(() -> api.list(events, event -> reasons.add(new LiveObject(event).text("reason"))));
        return reasons.isEmpty() ? NONE : reasons.contains("Completed") ? COMPLETED : NOT_COMPLETED;
    }
}
