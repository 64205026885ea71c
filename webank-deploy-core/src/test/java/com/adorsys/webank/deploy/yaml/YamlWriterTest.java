package com.adorsys.webank.deploy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private static String string(String text) {
        return YamlWriter.write(ScalarTree.of(text)).substring("---\n".length());
    }

    private static ListTree list(Tree... items) {
        return ListTree.of(items);
    }

    @Nested
    class Structure {
        @Test
        void a_manifest_is_written_in_block_style() {
            MapTree container = MapTree.builder()
                    .put("name", "online-banking-service")
                    .put("image", "ghcr.io/adorsys-gis/webank-online-banking:bd93440d")
                    .put(
                            "ports",
                            list(MapTree.builder().put("containerPort", 8081).build()))
                    .put("args", list(ScalarTree.of("-Xmx512m"), ScalarTree.of("--spring.profiles.active=prod")))
                    .put("emptyDir", MapTree.of())
                    .put("ingress", ListTree.of())
                    .put("tty", false)
                    .build();
            MapTree tree = MapTree.builder()
                    .put("apiVersion", "apps/v1")
                    .put("kind", "Deployment")
                    .put("metadata", MapTree.of("labels", MapTree.of("app.kubernetes.io/name", "obs")))
                    .put("spec", MapTree.of("containers", list(container)))
                    .build();

            assertThat(YamlWriter.write(tree)).isEqualTo("""
                            ---
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata:
                              labels:
                                app.kubernetes.io/name: obs
                            spec:
                              containers:
                              - name: online-banking-service
                                image: ghcr.io/adorsys-gis/webank-online-banking:bd93440d
                                ports:
                                - containerPort: 8081
                                args:
                                - -Xmx512m
                                - --spring.profiles.active=prod
                                emptyDir: {}
                                ingress: []
                                tty: false
                            """);
        }

        @Test
        void every_document_starts_with_a_marker() {
            assertThat(YamlWriter.writeAll(
                            List.of(MapTree.of("a", "b"), MapTree.of(), ListTree.of(), ScalarTree.of(1))))
                    .isEqualTo("---\na: b\n---\n{}\n---\n[]\n---\n1\n");
        }

        @Test
        void no_documents_are_the_empty_text() {
            assertThat(YamlWriter.writeAll(List.of())).isEmpty();
        }

        @Test
        void lists_in_lists_are_compact() {
            Tree tree = list(
                    list(ScalarTree.of(1), list(ScalarTree.of(2))),
                    MapTree.of("a", list(MapTree.of("b", MapTree.of("c", "d")))));

            assertThat(YamlWriter.write(tree)).isEqualTo("---\n- - 1\n  - - 2\n- a:\n  - b:\n      c: d\n");
        }

        @Test
        void a_null_is_left_out_of_a_map_and_kept_in_a_list() {
            MapTree tree = MapTree.builder()
                    .put("a", ScalarTree.ofNull())
                    .put("b", list(ScalarTree.ofNull()))
                    .put("c", MapTree.of("d", ScalarTree.ofNull()))
                    .build();

            assertThat(YamlWriter.write(tree)).isEqualTo("---\nb:\n- null\nc: {}\n");
        }

        @Test
        void a_null_in_values_is_written() {
            MapTree values = MapTree.of("a", MapTree.of("b", ScalarTree.ofNull()));

            assertThat(YamlWriter.writeValues(values)).isEqualTo("---\na:\n  b: null\n");
        }

        @Test
        void a_document_can_be_appended() {
            StringBuilder out = new StringBuilder("# by webank-deploy\n");

            YamlWriter.writeTo(out, MapTree.of("a", "b"));

            assertThat(out).hasToString("# by webank-deploy\n---\na: b\n");
        }

        @Test
        void bytes_are_utf_8() {
            assertThat(YamlWriter.writeUtf8(MapTree.of("a", "Grüße 😀")))
                    .isEqualTo("---\na: Grüße 😀\n".getBytes(StandardCharsets.UTF_8));
            assertThat(YamlWriter.writeAllUtf8(List.of(MapTree.of("ä", "b"))))
                    .isEqualTo("---\nä: b\n".getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void the_text_is_the_same_under_every_locale() {
            MapTree tree = MapTree.builder()
                    .put("I", "TITLE")
                    .put("number", 1234567)
                    .put("control", "\u0007")
                    .put("float", ScalarTree.ofFloat("1234.5"))
                    .build();
            Locale before = Locale.getDefault();
            try {
                for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    assertThat(YamlWriter.write(tree))
                            .isEqualTo("---\nI: TITLE\nnumber: 1234567\ncontrol: \"\\u0007\"\nfloat: 1234.5\n");
                }
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class Numbers {
        @Test
        void a_whole_number_keeps_its_digits() {
            assertThat(YamlWriter.write(ScalarTree.of(new BigInteger("123456789012345678901234567890"))))
                    .isEqualTo("---\n123456789012345678901234567890\n");
        }

        @Test
        void a_float_is_one_to_yaml_1_1_too() {
            assertThat(YamlWriter.write(list(
                            ScalarTree.ofFloat("0.50"),
                            ScalarTree.ofFloat("1"),
                            ScalarTree.ofFloat("1e3"),
                            ScalarTree.ofFloat("-1.5E-3"),
                            ScalarTree.ofFloat(".inf"),
                            ScalarTree.ofFloat("-.inf"),
                            ScalarTree.ofFloat(".nan"))))
                    .isEqualTo("---\n- 0.50\n- 1.0\n- 1.0e+3\n- -1.5e-3\n- .inf\n- -.inf\n- .nan\n");
        }
    }

    @Nested
    class Strings {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "webank",
                    "it's",
                    "a:b",
                    "a#b",
                    "a, b",
                    "/api/prs",
                    "200m",
                    "512Mi",
                    "50%",
                    "bd93440d",
                    "v1",
                    "1.2.0-rc.2",
                    "30s",
                    "-Xmx512m",
                    "--flag=x",
                    "yesterday",
                    "nobody",
                    "ghcr.io/a/b:1.0",
                    "Grüße",
                    "a \"b\" c",
                    "a\\b",
                    "x=y",
                    "http://a.b/c?d=e&f=g",
                    "${EMAIL}",
                    "a]",
                    "truex",
                    "\u00e9t\u00e9"
                })
        void are_plain_where_nothing_else_can_be_meant(String text) {
            assertThat(string(text)).isEqualTo(text + "\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "y",
                    "Y",
                    "n",
                    "N",
                    "yes",
                    "YES",
                    "Yes",
                    "no",
                    "No",
                    "on",
                    "ON",
                    "off",
                    "Off",
                    "true",
                    "TRUE",
                    "True",
                    "false",
                    "False",
                    "null",
                    "Null",
                    "NULL",
                    "~",
                    "nan",
                    "0",
                    "-1",
                    "+12",
                    "1_000",
                    "0123",
                    "0o17",
                    "0x1F",
                    "0b101",
                    "-0x1F",
                    "1.5",
                    ".5",
                    "1.",
                    "1e3",
                    "1E-3",
                    ".inf",
                    "-.INF",
                    "+.Inf",
                    ".NaN",
                    "-inf",
                    "+Infinity",
                    "1:30",
                    "190:20:30.15",
                    "2001-12-14",
                    "2001-12-14T21:59:43.10-05:00",
                    "2001-12-14 21:59:43.10 -5",
                    "20250321",
                    "1,000",
                    "10.0.0.1",
                    "=",
                    "<<",
                    "-",
                    "- a",
                    "?",
                    "? a",
                    ":",
                    ": a",
                    "a: b",
                    "a:",
                    "a #b",
                    "#a",
                    " a",
                    "a ",
                    "---",
                    "--- a",
                    "...",
                    "... a",
                    "[a",
                    "]",
                    "{a",
                    "}",
                    ",a",
                    "&a",
                    "*a",
                    "!a",
                    "|",
                    ">",
                    "'a'",
                    "@a",
                    "%a",
                    "`a",
                    "-",
                    "."
                })
        void are_quoted_where_a_reader_could_take_them_for_something_else(String text) {
            assertThat(string(text)).isEqualTo("\"" + text + "\"\n");
        }

        @Test
        void that_hold_double_quotes_and_need_quoting_take_single_ones() {
            assertThat(string("[{\"HTTP\": 80}]")).isEqualTo("'[{\"HTTP\": 80}]'\n");
            assertThat(string("\"it's\"")).isEqualTo("'\"it''s\"'\n");
            assertThat(string("\\d: x")).isEqualTo("'\\d: x'\n");
        }

        @Test
        void that_need_an_escape_take_double_quotes() {
            assertThat(string("a\tb")).isEqualTo("\"a\\tb\"\n");
            assertThat(string("a\r\nb\"\\")).isEqualTo("\"a\\r\\nb\\\"\\\\\"\n");
            assertThat(string("\u0000\u001b\u007f\u0085\u009f")).isEqualTo("\"\\u0000\\u001B\\u007F\\u0085\\u009F\"\n");
            assertThat(string("\u2028\u2029\ufeff\ufffe\uffff")).isEqualTo("\"\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF\"\n");
        }

        @Test
        void are_never_folded() {
            String text = "word ".repeat(1000) + "end";

            assertThat(string(text)).isEqualTo(text + "\n");
        }

        @Test
        void of_several_lines_are_literal_blocks() {
            MapTree tree = MapTree.builder()
                    .put("clip", "a\n  b\n")
                    .put("strip", "a: b\n\n# c")
                    .put("keep", "a\n\n\n")
                    .put("indented", " a\nb")
                    .put("gap", "\na\n")
                    .put("list", list(ScalarTree.of("a\nb\n"), MapTree.of("c", "d\n")))
                    .build();

            assertThat(YamlWriter.write(tree)).isEqualTo("""
                            ---
                            clip: |
                              a
                                b
                            strip: |-
                              a: b

                              # c
                            keep: |+
                              a


                            indented: |2-
                               a
                              b
                            gap: |2

                              a
                            list:
                            - |
                              a
                              b
                            - c: |
                                d
                            """);
        }

        @Test
        void of_several_lines_at_the_root_are_indented() {
            assertThat(string("---\n...\n")).isEqualTo("|\n  ---\n  ...\n");
            assertThat(string(" a\n")).isEqualTo("|2\n   a\n");
        }

        @Test
        void that_a_block_cannot_hold_are_quoted() {
            assertThat(string("\n")).isEqualTo("\"\\n\"\n");
            assertThat(string(" \n ")).isEqualTo("\" \\n \"\n");
            assertThat(string("a\n\tb\n")).isEqualTo("\"a\\n\\tb\\n\"\n");
            assertThat(string("\ta\n")).isEqualTo("\"\\ta\\n\"\n");
            assertThat(string("a\r\nb\r\n")).isEqualTo("\"a\\r\\nb\\r\\n\"\n");
            assertThat(string("a\n  ")).isEqualTo("\"a\\n  \"\n");
            assertThat(string("a\n\u0007")).isEqualTo("\"a\\n\\u0007\"\n");
        }

        @Test
        void in_keys_follow_the_same_rules() {
            MapTree tree = MapTree.builder()
                    .put("yes", 1)
                    .put("8080", 2)
                    .put("", 3)
                    .put("a: b", 4)
                    .put("a\nb", 5)
                    .put("\"a\": b", 6)
                    .put("a.b/c", 7)
                    .put("k".repeat(1024), 8)
                    .build();

            assertThat(YamlWriter.write(tree))
                    .isEqualTo(
                            "---\n\"yes\": 1\n\"8080\": 2\n\"\": 3\n\"a: b\": 4\n\"a\\nb\": 5\n'\"a\": b': 6\na.b/c: 7\n"
                                    + "k".repeat(1024) + ": 8\n");
        }
    }

    @Nested
    class Refusals {
        @Test
        void name_half_of_a_surrogate_pair_without_the_text() {
            MapTree tree = MapTree.builder()
                    .put("kind", "Secret")
                    .put("metadata", MapTree.of("name", "s"))
                    .put("data", MapTree.of("password", "geheim\ud800"))
                    .put("list", list(ScalarTree.of("\udc00\ud800")))
                    .build();

            assertThatThrownBy(() -> YamlWriter.write(tree))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage("""
                            error YAML_LONE_SURROGATE data.password: the text in `Secret/s` contains half of a surrogate pair, which UTF-8 cannot represent. Write the whole character or remove it.
                            error YAML_LONE_SURROGATE list[0]: the text in `Secret/s` contains half of a surrogate pair, which UTF-8 cannot represent. Write the whole character or remove it.""");
        }

        @Test
        void name_a_key_that_is_too_long_with_its_quotes() {
            assertThatThrownBy(() -> YamlWriter.write(MapTree.of("a", MapTree.of(" ".repeat(1023), "x"))))
                    .hasMessage("error YAML_KEY_TOO_LONG a: a key that starts with `" + " ".repeat(20)
                            + "` takes 1025 characters, and YAML allows at most 1024. Shorten the key.");
        }

        @Test
        void name_a_float_that_is_none() {
            for (String text : List.of("", "x", "1.", ".5", "01", "1e", "+1", "1.5 # x", "Infinity", "NaN", "1f")) {
                assertThatThrownBy(() -> YamlWriter.write(list(ScalarTree.ofFloat(text))))
                        .hasMessage(
                                "error YAML_NOT_A_NUMBER [0]: the float is neither a JSON number nor `.inf`, `-.inf` or `.nan`. Use a JSON number.");
            }
        }

        @Test
        void name_a_float_that_does_not_fit_into_64_bits() {
            for (String text : List.of("1e400", "-1e309", "1.0E+400", "1e-400", "9".repeat(310))) {
                assertThatThrownBy(() -> YamlWriter.write(list(ScalarTree.ofFloat(text))))
                        .hasMessage(
                                "error YAML_FLOAT_OUT_OF_RANGE [0]: the float is too large or too small for 64 bits, and would be read as another value. Give a number between 4.9e-324 and 1.7e308, or a string.");
            }
            assertThat(YamlWriter.write(ScalarTree.ofFloat("0e999"))).isEqualTo("---\n0.0e+999\n");
            assertThat(YamlWriter.write(ScalarTree.ofFloat("4.9e-324"))).isEqualTo("---\n4.9e-324\n");
        }

        @Test
        void name_a_tree_that_is_too_deep() {
            Tree deepest = ScalarTree.of(1);
            for (int i = 0; i < 100; i++) {
                deepest = list(deepest);
            }
            Tree tooDeep = list(deepest);

            assertThat(YamlWriter.write(deepest)).isEqualTo("---\n" + "- ".repeat(100) + "1\n");
            assertThatThrownBy(() -> YamlWriter.write(tooDeep))
                    .hasMessage("error YAML_TOO_DEEP " + "[0]".repeat(100)
                            + ": the tree has more than 100 levels. Nest it less.");
        }
    }

    @Test
    void texts_that_are_written_one_after_another_are_those_of_each_alone() {
        YamlTexts texts = new YamlTexts();
        MapTree map = MapTree.of("a", "yes").with("b", "text");

        assertThat(texts.write("# one\n", map)).isEqualTo("# one\n" + YamlWriter.write(map));
        assertThat(texts.write("", MapTree.of("b", "a"))).isEqualTo("---\nb: a\n");
        assertThat(texts.write("", map)).isEqualTo(YamlWriter.write(map));
    }
}
