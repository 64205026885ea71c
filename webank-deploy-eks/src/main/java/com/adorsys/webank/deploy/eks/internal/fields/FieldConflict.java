package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that was to be applied and that another manager set to another value.
 *
 * @param field the field as the API server writes it: {@code .spec.replicas}
 * @param manager the name of the field manager
 * @param subresource the subresource that it wrote, such as {@code scale}; empty for the object itself
 * @param apiVersion the version in which it wrote; empty if it applied
 */
public record FieldConflict(String field, String manager, String subresource, String apiVersion) {
    private static final String REASON = "FieldManagerConflict";
    private static final String CONFLICT = "conflict with ";
    private static final String SUBRESOURCE = " with subresource ";
    private static final String VERSION = " using ";

    /**
     * The conflicts that an answer names, in its order; none if it is about something else, such as a stale version, which
     * has the same code and no causes.
     */
    static List<FieldConflict> of(List<ApiException.Cause> causes) {
        List<FieldConflict> conflicts = new ArrayList<>(causes.size());
        for (ApiException.Cause cause : causes) {
            if (cause.reason().equals(REASON)) {
                FieldConflict conflict = parse(cause.field(), cause.message());
                // A grammar of later servers: the text is all there is to tell the manager by.
                conflicts.add(conflict == null ? new FieldConflict(cause.field(), cause.message(), "", "") : conflict);
            }
        }
        return List.copyOf(conflicts);
    }

    /** {@code conflict with "M"[ with subresource "S"][ using V[ at T]]}. */
    private static @Nullable FieldConflict parse(String field, String message) {
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
            end = after;
        }
        String apiVersion = "";
        if (message.startsWith(VERSION, end)) {
            from = end + VERSION.length();
            int space = message.indexOf(' ', from);
            apiVersion = message.substring(from, space < 0 ? message.length() : space);
        }
        return new FieldConflict(field, manager, subresource, apiVersion);
    }
}
