package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;

/**
 * An object as people name it: {@code Deployment/webank/webank-obs}, {@code Namespace/webank} where there is no namespace.
 * Immutable.
 *
 * <p>Where two API groups have a kind of one name, the group tells them apart: {@code Ingress.networking.k8s.io/webank/web}.
 */
public final class ObjectRef {
    private final String kind;
    private final String group;
    private final boolean anyGroup;
    private final String namespace;
    private final String name;

    private ObjectRef(String kind, String group, boolean anyGroup, String namespace, String name) {
        this.kind = kind;
        this.group = group;
        this.anyGroup = anyGroup;
        this.namespace = namespace;
        this.name = name;
    }

    /** The object of an id. */
    public static ObjectRef of(ResourceId id) {
        return new ObjectRef(id.kind(), id.group(), false, id.namespace(), id.name());
    }

    /**
     * The object that a text names.
     *
     * @param text {@code KIND/NAMESPACE/NAME} or {@code KIND/NAME}; the kind may be followed by a dot and its group
     * @throws DeployException.InvalidInput if it is neither
     */
    public static ObjectRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw invalid(text);
        }
        for (String part : parts) {
            if (part.isBlank()) {
                throw invalid(text);
            }
        }
        int dot = parts[0].indexOf('.');
        String kind = dot < 0 ? parts[0] : parts[0].substring(0, dot);
        String group = dot < 0 ? "" : parts[0].substring(dot + 1);
        return new ObjectRef(kind, group, dot < 0, parts.length == 3 ? parts[1] : "", parts[parts.length - 1]);
    }

    /** Whether this names the object of an id. */
    public boolean matches(ResourceId id) {
        return kind.equals(id.kind())
                && (anyGroup || group.equals(id.group()))
                && namespace.equals(id.namespace())
                && name.equals(id.name());
    }

    private static DeployException.InvalidInput invalid(String text) {
        return new DeployException.InvalidInput(
                Problem.error(
                        ProblemCodes.OBJECT_TEXT_INVALID,
                        Location.of(""),
                        Problem.quote(text) + " is not the name of an object",
                        "write KIND/NAMESPACE/NAME, as in `Deployment/webank/webank-obs`, or KIND/NAME where there is no namespace"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectRef that
                && kind.equals(that.kind)
                && group.equals(that.group)
                && anyGroup == that.anyGroup
                && namespace.equals(that.namespace)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(kind, group, anyGroup, namespace, name);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind + (group.isEmpty() ? "" : "." + group) + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
