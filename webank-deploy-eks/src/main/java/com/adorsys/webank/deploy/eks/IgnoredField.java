package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import java.util.Objects;

/**
 * A field that objects leave to others once they exist: {@code Deployment/web:/spec/replicas}. Immutable.
 *
 * <p>It is the counterpart of {@code ignoreDifferences} of an Application of Argo CD, and of the ignore rules of Flux.
 */
public final class IgnoredField {
    private final String kind;
    private final String group;
    private final String namespace;
    private final String name;
    private final String pointer;

    private IgnoredField(String kind, String group, String namespace, String name, String pointer) {
        this.kind = kind;
        this.group = group;
        this.namespace = namespace;
        this.name = name;
        this.pointer = pointer;
    }

    /**
     * The field that a text names.
     *
     * @param text {@code KIND/NAME:POINTER} for objects of any namespace, or {@code KIND/NAMESPACE/NAME:POINTER}. The kind may be
     *     followed by a dot and its API group. In kind, namespace and name a {@code *} stands for any characters. The pointer is a
     *     <a href="https://www.rfc-editor.org/rfc/rfc6901">JSON pointer</a>, in which a step {@code *} stands for every key or
     *     item: {@code ValidatingWebhookConfiguration/*:/webhooks/*}{@code /clientConfig/caBundle}
     * @throws DeployException.InvalidInput if it is neither, or the field says which object it is
     */
    public static IgnoredField parse(String text) {
        int colon = text.indexOf(":/");
        String object = colon < 0 ? "" : text.substring(0, colon);
        String pointer = colon < 0 ? "" : text.substring(colon + 1);
        String[] parts = object.split("/", -1);
        boolean named = (parts.length == 2 || parts.length == 3) && !("/" + object + "/").contains("//");
        if (!named) {
            throw invalid(text, "names no field of an object", "write it as in `Deployment/web:/spec/replicas`");
        }
        if (!IgnoredFields.isAllowed(pointer)) {
            throw invalid(
                    pointer,
                    "is not a JSON pointer to a field that can be ignored",
                    "write it as in `Deployment/web:/spec/replicas`; what says which object it is cannot be ignored");
        }
        int dot = parts[0].indexOf('.');
        return new IgnoredField(
                dot < 0 ? parts[0] : parts[0].substring(0, dot),
                dot < 0 ? "*" : parts[0].substring(dot + 1),
                parts.length == 3 ? parts[1] : "*",
                parts[parts.length - 1],
                pointer);
    }

    private static DeployException.InvalidInput invalid(String text, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.IGNORED_FIELD_INVALID,
                Location.of("options.ignoredFields"),
                Problem.quote(text) + " " + what,
                remedy));
    }

    /** Whether this is about an object. */
    public boolean matches(ResourceId id) {
        return matches(kind, id.kind())
                && matches(group, id.group())
                && matches(namespace, id.namespace())
                && matches(name, id.name());
    }

    private static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        for (int from = star; from <= text.length(); from++) {
            if (matches(rest, text.substring(from))) {
                return true;
            }
        }
        return false;
    }

    /** The JSON pointer. */
    public String pointer() {
        return pointer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IgnoredField that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, group, namespace, name, pointer);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind + (group.equals("*") ? "" : "." + group) + "/" + (namespace.equals("*") ? "" : namespace + "/")
                + name + ":" + pointer;
    }
}
