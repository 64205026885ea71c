package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;

/**
 * An object that belongs to a release.
 *
 * <p>How the server calls its kind is kept with it, so that it is found again without discovery, and by name even after
 * its kind is gone.
 *
 * @param id what it is and how it is called; its namespace is empty for a kind without namespaces, and only then
 * @param resource how the server calls its kind, of the same API version
 * @param uid the server's; empty if it is not known yet
 * @param desired the digest of the object as it was applied
 * @param owned the digest of what is ours in the live object
 * @param completed the digest of a Job as it was applied when it completed; none if it has not
 * @param dropped the fields that the release no longer sets, or found when it adopted the object, and that other managers held
 *     when it was written last
 */
public record Member(
        ResourceId id,
        ApiResource resource,
        String uid,
        Digest desired,
        Digest owned,
        Digest completed,
        FieldSet dropped) {
    /** Checks that the parts fit together. */
    public Member {
        if (!resource.apiVersion().equals(id.apiVersion()) || !resource.kind().equals(id.kind())) {
            throw new IllegalArgumentException(id + " of " + id.apiVersion() + " is no " + resource);
        }
        if (resource.namespaced() == id.namespace().isEmpty()) {
            throw new IllegalArgumentException(
                    id + (resource.namespaced() ? " needs a namespace" : " is of a kind without namespaces"));
        }
    }

    /** A member that is not applied yet. */
    public static Member of(ResourceId id, ApiResource resource) {
        return new Member(id, resource, "", Digest.none(), Digest.none(), Digest.none(), FieldSet.of());
    }

    public Member withUid(String liveUid) {
        return new Member(id, resource, liveUid, desired, owned, completed, dropped);
    }

    /** The same with the digests of what was applied and of what is ours in the live object. */
    public Member withDigests(Digest nowDesired, Digest nowOwned) {
        return new Member(id, resource, uid, nowDesired, nowOwned, completed, dropped);
    }

    /** The same, with what was applied of it when it completed. */
    public Member withCompleted(Digest applied) {
        return new Member(id, resource, uid, desired, owned, applied, dropped);
    }

    /** Whether it is a Job that completed as it is desired. */
    public boolean isCompleted(Digest nowDesired) {
        return completed.isKnown() && completed.equals(nowDesired);
    }

    public Member withDropped(FieldSet nowDropped) {
        return new Member(id, resource, uid, desired, owned, completed, nowDropped);
    }

    public String path() {
        return resource.path(id.namespace(), id.name());
    }

    /** {@code Deployment/webank/webank-obs}. */
    @Override
    public String toString() {
        return id.toString();
    }
}
