package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.fields.HashInput;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/**
 * The convention by which tools tell each other whose objects are whose.
 *
 * <p>See <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/3659-kubectl-apply-prune">KEP
 * 3659</a>: the inventory carries an id, and every member the same id in a label. A tool keeps its hands off a set that
 * another tool is named for.
 */
public final class ApplySet {
    /** The label on members that names their set. */
    public static final String PART_OF = "applyset.kubernetes.io/part-of";

    /** The label on the inventory that makes it one. */
    static final String ID = "applyset.kubernetes.io/id";
    /** The annotation that names the tool. */
    static final String TOOLING = "applyset.kubernetes.io/tooling";
    /** The annotation that lists the members' kinds. */
    static final String GROUP_KINDS = "applyset.kubernetes.io/contains-group-kinds";
    /** The annotation that lists the members' namespaces beside the inventory's. */
    static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

    private ApplySet() {}

    /** The id of a release's set: the value of {@link #PART_OF} on its members. */
    public static String id(Release release) {
        return id(RecordNames.name(release), release.namespace(), "ConfigMap", "");
    }

    /** The id of the set that an object belongs to; empty if none. */
    public static String of(LiveObject live) {
        return live.label(PART_OF);
    }

    /** Whether an object belongs to a release. */
    public static boolean isOf(LiveObject live, Release release) {
        return of(live).equals(id(release));
    }

    /** Whether an object belongs to a set, and that is another one than a release's. */
    public static boolean isOfAnother(LiveObject live, Release release) {
        return !of(live).isEmpty() && !isOf(live, release);
    }

    /** The selector of the labels of a release's members. */
    public static String selector(Release release) {
        return PART_OF + "=" + id(release);
    }

    static String id(String name, String namespace, String kind, String group) {
        String text = name + "." + namespace + "." + kind + "." + group;
        byte[] hash = HashInput.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "-v1";
    }

    /** {@code ConfigMap,Deployment.apps}: each kind once, sorted, without spaces. */
    static String groupKinds(List<Member> members) {
        TreeSet<String> kinds = new TreeSet<>();
        for (Member member : members) {
            ResourceId id = member.id();
            kinds.add(id.group().isEmpty() ? id.kind() : id.kind() + "." + id.group());
        }
        return String.join(",", kinds);
    }

    /** The namespaces of members, sorted, without the inventory's own; cluster-wide members have none. */
    static String additionalNamespaces(List<Member> members, String own) {
        TreeSet<String> namespaces = new TreeSet<>();
        for (Member member : members) {
            if (!member.id().namespace().isEmpty()) {
                namespaces.add(member.id().namespace());
            }
        }
        namespaces.remove(own);
        return String.join(",", namespaces);
    }
}
