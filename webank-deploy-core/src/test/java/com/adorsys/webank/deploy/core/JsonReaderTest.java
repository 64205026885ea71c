package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static JsonNode read(String text) {
        JsonReader reader = new JsonReader("f.json", text);
        JsonNode node = reader.value();
        if (!reader.rest().isEmpty()) {
            throw reader.textAfterEnd();
        }
        return node;
    }

    private static String problem(String text) {
        try {
            read(text);
            return "none";
        } catch (DeployException.InvalidInput invalid) {
            return invalid.getMessage();
        }
    }

    /** The value in one line, with the place of everything. */
    private static String shown(JsonNode node) {
        String at = "@" + node.position().line() + ":" + node.position().column();
        if (node instanceof JsonNode.Fields fields) {
            StringBuilder text = new StringBuilder("{");
            for (JsonNode.Entry entry : fields.entries()) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(entry.key())
                        .append("@")
                        .append(entry.position().line())
                        .append(":")
                        .append(entry.position().column())
                        .append("=")
                        .append(shown(entry.value()));
            }
            return text + "}" + at;
        }
        if (node instanceof JsonNode.Items list) {
            return list.items().stream().map(JsonReaderTest::shown).toList() + at;
        }
        return (node instanceof JsonNode.Text text
                        ? "'" + text.value() + "'"
                        : node instanceof JsonNode.Numeral number
                                ? number.text()
                                : node instanceof JsonNode.Bool truth ? String.valueOf(truth.value()) : "null")
                + at;
    }

    @Nested
    class Values {
        @Test
        void keep_their_places() {
            assertThat(shown(read("{\"a\": [1, true,\r\n  \"b\"],\n\t\"c\":null}\n")))
                    .isEqualTo("{a@1:2=[1@1:8, true@1:11, 'b'@2:3]@1:7, c@3:2=null@3:6}@1:1");
        }

        @Test
        void have_columns_of_code_points() {
            assertThat(shown(read("[\"😀é\", 1]"))).isEqualTo("['😀é'@1:2, 1@1:8]@1:1");
        }

        @Test
        void keep_keys_that_are_there_twice() {
            assertThat(shown(read("{\"a\":1,\"a\":2}"))).isEqualTo("{a@1:2=1@1:6, a@1:8=2@1:12}@1:1");
        }

        @Test
        void resolve_escapes() {
            assertThat(read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\\u0000\""))
                    .isEqualTo(new JsonNode.Text("\"\\/\b\f\n\r\té😀\0", new JsonNode.Position(1, 1)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-0", "10", "0.5", "-1.25e+10", "1E5", "1e400", "123456789012345678901234567890"})
        void keep_numbers_as_they_are_written(String number) {
            assertThat(read(number)).isEqualTo(new JsonNode.Numeral(number, new JsonNode.Position(1, 1)));
        }

        @Test
        void may_hold_what_YAML_may_not() {
            assertThat(read("\"\u007f\u0085\ufeff\u2028\""))
                    .isEqualTo(new JsonNode.Text("\u007f\u0085\ufeff\u2028", new JsonNode.Position(1, 1)));
        }

        @Test
        void show_nothing_of_what_they_hold() {
            JsonNode all = read("{\"s3cret\":[\"s3cret\",53,true,null,{}]}");
            JsonNode.Entry entry = ((JsonNode.Fields) all).entries().get(0);
            JsonNode.Items items = (JsonNode.Items) entry.value();
            assertThat(List.of(all, entry, items, items.items()).toString())
                    .isEqualTo(
                            "[a map, entry: a list, a list, [a string, a number, a bool, Null[position=Position[line=1, column=29]], a map]]");
        }

        @Test
        void go_down_a_hundred_levels_and_no_deeper() {
            assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonNode.Items.class);
            assertThat(problem("[".repeat(101) + "]".repeat(101)))
                    .isEqualTo(
                            "f.json:1:101: error JSON_TOO_DEEP: this is nested deeper than 100 levels. Nest it less.");
        }

        @Test
        void in_one_long_line_take_no_longer_than_in_many() {
            String list = "[" + "\"ab😀\",".repeat(300_000) + "1]";
            assertThat(((JsonNode.Items) read(list)).items().get(300_000).position())
                    .isEqualTo(new JsonNode.Position(1, 300_000 * 6 + 2));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {"a":1,}        ~ 1:8: error JSON_SYNTAX: there is a comma before this, and no value after it. Remove the comma.
            [1,]            ~ 1:4: error JSON_SYNTAX: there is a comma before this, and no value after it. Remove the comma.
            {"a":1 // b     ~ 1:8: error JSON_SYNTAX: this is a comment or a path, and JSON has neither. Remove it, or put it in double quotes.
            {# a            ~ 1:2: error JSON_SYNTAX: this is a comment or a path, and JSON has neither. Remove it, or put it in double quotes.
            {'a':1}         ~ 1:2: error JSON_SYNTAX: this text is in single quotes. Write it in double quotes.
            ['a']           ~ 1:2: error JSON_SYNTAX: this text is in single quotes. Write it in double quotes.
            {a:1}           ~ 1:2: error JSON_SYNTAX: a key is missing before this. Write the key in double quotes.
            {"a" 1}         ~ 1:6: error JSON_SYNTAX: a `:` is missing after a key. Write `"key": value`.
            {"a":}          ~ 1:6: error JSON_SYNTAX: a value is missing before this. Write the value, or remove this.
            {"a":1 "b":2}   ~ 1:8: error JSON_SYNTAX: a `,` or `}` is missing before this. Add it, and write a quote inside a text as `\\"`.
            [1 2]           ~ 1:4: error JSON_SYNTAX: a `,` or `]` is missing before this. Add it, and write a quote inside a text as `\\"`.
            [1,,2]          ~ 1:4: error JSON_SYNTAX: a value is missing before this. Write the value, or remove this.
            [True]          ~ 1:2: error JSON_SYNTAX: this word is neither `true`, `false` nor `null`. Write a text in double quotes, and these in lower case.
            [nullable]      ~ 1:2: error JSON_SYNTAX: this word is neither `true`, `false` nor `null`. Write a text in double quotes, and these in lower case.
            [NaN]           ~ 1:2: error JSON_SYNTAX: this word is neither `true`, `false` nor `null`. Write a text in double quotes, and these in lower case.
            [01]            ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [1.]            ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [.5]            ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [+1]            ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [1e]            ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [0x1F]          ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            [1.2.3]         ~ 1:2: error JSON_SYNTAX: this is not a valid JSON number. Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes.
            ["a\\x41"]      ~ 1:4: error JSON_SYNTAX: this is not a valid JSON escape. Write `\\\\` for a backslash.
            ["\\u12"]       ~ 1:3: error JSON_SYNTAX: this is not a valid JSON escape. Write `\\\\` for a backslash.
            ["\\ud83d"]     ~ 1:3: error JSON_SYNTAX: an escape is half of a surrogate pair, which is not a character. Write both halves, or the character itself.
            ["\\ude00a"]    ~ 1:3: error JSON_SYNTAX: an escape is half of a surrogate pair, which is not a character. Write both halves, or the character itself.
            {} {}           ~ 1:4: error JSON_SYNTAX: there is text after the end of the JSON. Keep one JSON text in the file.
            <a>             ~ 1:1: error JSON_SYNTAX: this is not valid JSON. Check the text here and above.
            {"a":[1,        ~ 1:6: error JSON_SYNTAX: the map or list that starts here is not closed. The file may have been cut off: write it again.
            {"a":           ~ 1:1: error JSON_SYNTAX: the map or list that starts here is not closed. The file may have been cut off: write it again.
            {"a"            ~ 1:1: error JSON_SYNTAX: the map or list that starts here is not closed. The file may have been cut off: write it again.
            {               ~ 1:1: error JSON_SYNTAX: the map or list that starts here is not closed. The file may have been cut off: write it again.
            ["a             ~ 1:2: error JSON_SYNTAX: the quoted text that starts here is not closed. The file may have been cut off: write it again.
            """)
    void a_text_that_is_not_JSON_is_rejected(String text, String message) {
        assertThat(problem(text)).isEqualTo("f.json:" + message);
    }

    @Test
    void a_text_ends_in_its_line() {
        assertThat(problem("[\"a\nb\"]"))
                .isEqualTo(
                        "f.json:1:4: error JSON_SYNTAX: a line ends inside a quoted text. Write it as an escape, such as `\\n`, or close the quote before it.");
        assertThat(problem("[\"a\tb\"]"))
                .isEqualTo(
                        "f.json:1:4: error JSON_SYNTAX: a quoted text contains a control character. Write it as an escape, such as `\\n`, or close the quote before it.");
        assertThat(problem("  "))
                .isEqualTo(
                        "f.json:1:3: error JSON_SYNTAX: a value is missing at the end of the file. The file may have been cut off: write it again.");
    }

    @Test
    void a_NUL_is_not_taken_for_the_end() {
        assertThat(problem("[\0]")).startsWith("f.json:1:2: error JSON_SYNTAX: this is not valid JSON.");
        assertThat(problem("{\0}")).startsWith("f.json:1:2: error JSON_SYNTAX: a key is missing before this.");
    }

    /** Jackson reads the same values, and refuses the same texts. */
    @Property(tries = 1500)
    void what_is_read_is_what_Jackson_reads(@ForAll("texts") String text) {
        tools.jackson.databind.JsonNode theirs;
        try {
            theirs = JACKSON.readTree(text);
        } catch (JacksonException e) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(DeployException.InvalidInput.class);
            return;
        }
        if (theirs.isMissingNode()) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(DeployException.InvalidInput.class);
            return;
        }
        assertSame(read(text), theirs);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\"a\"",
                        "\"b\":",
                        "\"c\":[",
                        "1",
                        "-",
                        "0",
                        ".5",
                        "e",
                        "E+1",
                        "true",
                        "false",
                        "null",
                        "tru",
                        " ",
                        "\n",
                        "\t",
                        "\\n",
                        "\\u00e9",
                        "\\",
                        "'",
                        "/",
                        "#",
                        "é",
                        "😀",
                        "{\"x\":{\"y\":[1,2]}}")
                .list()
                .ofMaxSize(9)
                .map(pieces -> String.join("", pieces));
    }

    private static void assertSame(JsonNode ours, tools.jackson.databind.JsonNode theirs) {
        if (ours instanceof JsonNode.Fields fields) {
            assertThat(theirs.isObject()).isTrue();
            // Of a key that is there twice Jackson keeps the last.
            for (Map.Entry<String, tools.jackson.databind.JsonNode> their : theirs.properties()) {
                JsonNode.Entry last = fields.entries().stream()
                        .filter(entry -> entry.key().equals(their.getKey()))
                        .reduce((a, b) -> b)
                        .orElseThrow();
                assertSame(last.value(), their.getValue());
            }
        } else if (ours instanceof JsonNode.Items list) {
            assertThat(theirs.size()).isEqualTo(list.items().size());
            for (int i = 0; i < theirs.size(); i++) {
                assertSame(list.items().get(i), theirs.get(i));
            }
        } else if (ours instanceof JsonNode.Text text) {
            assertThat(theirs.stringValue()).isEqualTo(text.value());
        } else if (ours instanceof JsonNode.Numeral number) {
            assertThat(theirs.decimalValue()).isEqualByComparingTo(number.text());
        } else if (ours instanceof JsonNode.Bool truth) {
            assertThat(theirs.booleanValue()).isEqualTo(truth.value());
        } else {
            assertThat(theirs.isNull()).isTrue();
        }
    }
}
