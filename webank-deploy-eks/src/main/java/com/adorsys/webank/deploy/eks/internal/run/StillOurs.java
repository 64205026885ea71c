package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.ApplySets;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Looks again, after a wait, whether the objects of a run are still the release's: another may have adopted one meanwhile. */
record StillOurs(RunContext context) {
    /**
     * Checks the members by one list a kind and namespace; one that is gone is no matter here.
     *
     * @throws DeployException.Conflict if one belongs to another release
     */
    void require(Collection<Member> members) {
        ApiServer api = context.api();
        Release release = context.release();
        Set<String> collections = new LinkedHashSet<>();
        members.forEach(
                member -> collections.add(member.resource().path(member.id().namespace())));
        Set<String> ours = ConcurrentHashMap.newKeySet();
        String selector = "?labelSelector=" + ApiServer.encoded(ApplySet.selector(release));
        context.workers().each(List.copyOf(collections), path -> {
            try {
                api.listMetadata(path + selector, item -> ours.add(ApiAnswer.metadata(item, "uid")));
            } catch (ApiException e) {
                // Where lists are not allowed, each object is read.
                if (!e.isUnlistable()) {
                    throw e;
                }
            }
        });
        Set<String> lost = new TreeSet<>();
        for (Member member : members) {
            if (!ours.contains(member.uid())) {
                api.find(member.path())
                        .map(LiveObject::new)
                        .filter(found -> ApplySet.isOfAnother(found, release))
                        .ifPresent(found -> lost.add("`" + member.id() + "`, which belongs to "
                                + new ApplySets(api).describe(ApplySet.of(found), release.namespace())));
            }
        }
        if (!lost.isEmpty()) {
            throw new DeployException.Conflict("Another release has adopted objects during the run: "
                    + String.join(", ", lost) + ". Leave them out of the set, or adopt them back by name (`--adopt`).");
        }
    }
}
