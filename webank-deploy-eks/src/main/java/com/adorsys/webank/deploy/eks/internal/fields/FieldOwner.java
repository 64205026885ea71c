package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who manages a field.
 *
 * @param path the field as the API server writes it: {@code .spec.template.spec.containers[name="app"].image}
 * @param manager the name of the field manager
 * @param subresource the subresource that was written, such as {@code scale}; empty for the object itself
 */
public record FieldOwner(String path, String manager, String subresource) {
    private static final String REASON = "FieldManagerConflict";
    private static final String CONFLICT = "conflict with ";
    private static final String SUBRESOURCE = " with subresource ";

    /**
     * The owners of other values for whom the server refused an apply, in its order; none if it refused for another reason,
     * such as a stale version, which has the same code and no causes.
     */
    public static List<FieldOwner> conflicting(ApiException refused) {
        return refused.isConflict() ? conflicting(refused.causes()) : List.of();
    }

    static List<FieldOwner> conflicting(List<ApiException.Cause> causes) {
        List<FieldOwner> conflicts = new ArrayList<>(causes.size());
        for (ApiException.Cause cause : causes) {
            if (cause.reason().equals(REASON)) {
                FieldOwner owner = parse(cause.field(), cause.message());
                // A grammar of later servers: the text is all there is to tell the manager by.
                conflicts.add(owner == null ? new FieldOwner(cause.field(), cause.message(), "") : owner);
            }
        }
        return List.copyOf(conflicts);
    }

    /** {@code conflict with "M"[ with subresource "S"][ using V[ at T]]}; the version says nothing to a reader. */
    private static @Nullable FieldOwner parse(String field, String message) {
        if (!message.startsWith(CONFLICT)) {
            return null;
        }
        int from = CONFLICT.length();
        int end = GoText.end(message, from);
        if (end < 0) {
            return null;
        }
        String manager = GoText.unquote(message.substring(from, end));
        String subresource = "";
        if (message.startsWith(SUBRESOURCE, end)) {
            from = end + SUBRESOURCE.length();
            int after = GoText.end(message, from);
            if (after < 0) {
                return null;
            }
            subresource = GoText.unquote(message.substring(from, after));
        }
        return new FieldOwner(field, manager, subresource);
    }
}
