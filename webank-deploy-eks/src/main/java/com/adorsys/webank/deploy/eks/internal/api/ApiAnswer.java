package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/**
 * What the API server answered.
 *
 * @param code the HTTP status, below 400; for {@link ApiServer#delete} also 404
 * @param body the object, or an empty map where the answer was no JSON
 * @param warnings the texts of the {@code Warning} headers
 */
public record ApiAnswer(int code, MapTree body, List<String> warnings) {
    /** A field of {@code metadata} that is a string; empty if there is none. */
    public String metadata(String field) {
        return metadata(body, field);
    }

    /** A field of an object's {@code metadata} that is a string; empty if there is none. */
    public static String metadata(MapTree object, String field) {
        return object.map("metadata")
                .flatMap(metadata -> metadata.string(field))
                .orElse("");
    }

    /** The code; the body may hold secrets. */
    @Override
    public String toString() {
        return "answer " + code;
    }
}
