package com.adorsys.webank.deploy.schema;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The pattern of a custom resource's field, which is a regular expression of Go. */
final class TextPattern implements Function<String, Optional<String>> {
    private final String text;
    private final @Nullable Pattern compiled;

    TextPattern(String text) {
        this.text = text;
        this.compiled = compiled(text);
    }

    /** Null for what only Go can read. */
    private static @Nullable Pattern compiled(String text) {
        try {
            return Pattern.compile(text, Pattern.UNIX_LINES);
        } catch (PatternSyntaxException onlyInGo) {
            return null;
        }
    }

    /** The regular expression as it was given. */
    String text() {
        return text;
    }

    @Override
    public Optional<String> apply(String value) {
        // The end of a text for Java is also before its last line break, for Go and ECMAScript it is not.
        String subject = value.endsWith("\n") ? value + "\n" : value;
        return compiled == null || compiled.matcher(subject).find()
                ? Optional.empty()
                : Optional.of("a text that matches " + text + " is expected");
    }
}
