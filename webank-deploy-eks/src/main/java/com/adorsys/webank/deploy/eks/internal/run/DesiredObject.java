package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/**
 * An object as it will be applied.
 *
 * @param manifest the object, with its namespace and the release's label
 * @param resource how the server calls its kind, or will call it once the definition in the set is applied; null if nobody
 *     knows the kind in this version
 * @param kindComes whether only a definition in the set knows the kind in this version
 * @param digest of the manifest; none if nobody needs it
 * @param wave when it is applied
 * @param location where it came from
 */
record DesiredObject(
        Manifest manifest,
        @Nullable ApiResource resource,
        boolean kindComes,
        Digest digest,
        Wave wave,
        Location location) {
    ResourceId id() {
        return manifest.id();
    }

    DesiredObject withDigest(Digest other) {
        return new DesiredObject(manifest, resource, kindComes, other, wave, location);
    }

    /** The same once the definition in the set is applied. */
    DesiredObject withServedKind() {
        return new DesiredObject(manifest, resource, false, digest, wave, location);
    }

    /** The same object with other content to send. */
    DesiredObject sending(MapTree tree) {
        return tree.equals(manifest.tree())
                ? this
                : new DesiredObject(Manifest.of(tree), resource, kindComes, digest, wave, location);
    }

    /** How the server calls the kind; only where it is known. */
    ApiResource knownResource() {
        if (resource == null) {
            throw new IllegalStateException(manifest + " is of no known kind");
        }
        return resource;
    }

    String path() {
        return knownResource().path(id().namespace(), id().name());
    }

    /** The object as the release will know it. */
    Member member() {
        return Member.of(id(), knownResource());
    }

    boolean isNamespace() {
        return Deletions.isNamespace(id());
    }

    boolean isDefinition() {
        return Deletions.isDefinition(id());
    }

    @Override
    public String toString() {
        return manifest.toString();
    }
}
