package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ObjectMemory;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a live object that was as it had been applied, at its resource version then.
 *
 * <p>Only of kinds of Kubernetes itself, since those of others may be converted by somebody who gives one version another
 * content. Not of Jobs and Pods, which say more by what becomes of them; nor of an object in which fields of others matter.
 *
 * @param owned the digest of what is ours in it
 */
record AsApplied(Digest owned, Snapshot.Untouched untouched) {
    /** Remembers a live object that is as it was applied, if it is one to be remembered. */
    static void remember(ObjectMemory memory, Member member, LiveObject live, MapTree applied) {
        if (isOne(member) && IgnoredFields.of(applied).isNone() && !live.isTerminating()) {
            Snapshot.Untouched untouched = new Snapshot.Untouched(
                    KStatus.of(live.tree()), List.of(), List.of(), ToolMark.of(live), RunningPods.of(live.tree()));
            memory.put(live.uid(), live.version(), new AsApplied(member.owned(), untouched));
        }
    }

    /** What is remembered of a member whose live object has a version; null if nothing is. */
    static Snapshot.@Nullable Untouched of(ObjectMemory memory, Member member, String version) {
        AsApplied known = memory.get(member.uid(), version, AsApplied.class);
        return known != null && known.owned().equals(member.owned()) ? known.untouched() : null;
    }

    /** Whether it may be one of whose live object something is remembered. */
    static boolean isOne(Member member) {
        ResourceId id = member.id();
        return member.owned().isKnown()
                && member.dropped().isEmpty()
                && Schemas.isKubernetesGroup(id.group())
                && !KStatus.isJob(id.group(), id.kind())
                && !id.kind().equals("Pod");
    }
}
