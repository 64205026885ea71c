package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.Optional;

/**
 * A place in an object that names a Secret, a ConfigMap, a SecretProviderClass, a PersistentVolumeClaim or a
 * ServiceAccount of the same namespace. Immutable.
 */
public final class Reference {
    private final Manifest from;
    private final String path;
    private final String kind;
    private final String name;
    private final String key;
    private final boolean optional;
    private final boolean external;

    Reference(Manifest from, String path, String kind, String name, String key, boolean optional, boolean external) {
        this.from = from;
        this.path = path;
        this.kind = kind;
        this.name = name;
        this.key = key;
        this.optional = optional;
        this.external = external;
    }

    /** The object that refers to the other. */
    public ResourceId from() {
        return from.id();
    }

    /** The path of the reference in that object. */
    public String path() {
        return path;
    }

    /** The kind of the object that is referred to. */
    public String kind() {
        return kind;
    }

    /** The name of the object that is referred to. */
    public String name() {
        return name;
    }

    /** The key in that object, if the reference names one. */
    public Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Whether pods start if the object that is referred to does not exist. */
    public boolean isOptional() {
        return optional;
    }

    /** Whether the object that is referred to is not in the set, so that it must be in the cluster. */
    public boolean isExternal() {
        return external;
    }

    Manifest manifest() {
        return from;
    }

    /** {@code Deployment/webank/webank-obs.spec...secretKeyRef -> Secret rds-secret, key password}. */
    @Override
    public String toString() {
        return from.path(path) + " -> " + kind + " " + name + (key.isEmpty() ? "" : ", key " + key);
    }
}
