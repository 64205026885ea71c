package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regular expressions of schemas, which mean what they mean to Go. */
class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // A line break at the end belongs to the text.
                "^[a-z]*$ | a\\n | false",
                "^[a-z]*$ | a | true",
                "^[a-z]\\n$ | a\\n | true",
                "^[a-z\\n]*$ | a\\n\\n | true",
                "^[a-z]{1,2}$ | ab\\n | false",
                // Only it ends a line.
                "^a.b$ | a\\rb | true",
                "^a.b$ | a\\nb | false",
                "a$ | b\\na | true",
            })
    void accept_the_texts_that_go_accepts(String pattern, String text, boolean isAccepted) {
        TextPattern compiled = new TextPattern(pattern);

        assertThat(compiled.apply(text.replace("\\n", "\n").replace("\\r", "\r"))
                        .isEmpty())
                .isEqualTo(isAccepted);
    }
}
