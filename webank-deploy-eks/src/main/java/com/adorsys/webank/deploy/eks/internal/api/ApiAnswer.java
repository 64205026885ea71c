package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What the API server answered.
 *
 * @param code the HTTP status, below 400; for {@link ApiServer#delete} also 404
 * @param body the object, or an empty map where the answer was no JSON
 * @param warnings the texts of the {@code Warning} headers
 * @param date the {@code Date} header; empty if there was none
 */
public record ApiAnswer(int code, MapTree body, List<String> warnings, String date) {
    /** When the server answered, by its own clock, to the second. */
    public Optional<Instant> time() {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
