package com.adorsys.webank.deploy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser of block style reads, the composer reads in the same way, with the same places. */
class BlockParserTest {
    private static final String FILE = "file.yaml";

    private static final String MANIFEST = """
            # A comment
            ---
            apiVersion: v1
            kind: ConfigMap # and another one
            metadata:
              name: "a"
              labels: {a: b, "ç d": 'e', 8080: [x, "y", 1.50]}
              annotations:
                'it''s': "a \\"b\\" \\\\ \\n"
                yes: no
                empty:

            data:
              text: |
                first

                  second	tab
                third

              # less
              stripped: |-
                a: b

              kept: |+  # comment
                - c

              url: http://a:80/b#c
              accents: "é" # ü
              minus: -1
              pattern: ^.{2,}|[^./]$
              folded: one line
                and http://a:80 b#c
                  - more

                after 'an' empty one # a comment

              'quoted: ''single': 'one: line

                and # "two"

               ''three'' '
              double: "
                one: \\"line\\"

                and
                two\\n " # and a comment
              list:
              - x
                y
            list:
            - a
            - b: 017
              c:
              - d
              - - e
                - f
            -
              g: []
            - |
              h
            other:
              - name: x
                value: ~
            ---
            # nothing
            ---
            - {}
            """;

    private static final List<String> PIECES = List.of(
            " ", "  ", "\n", "\n\n", "\n  ", "\n    ", "\n- ", ":", ": ", "-", "- ", "#", " #", " # ", "'", "\"", "''",
            "{", "}", "{}", "[", "]", "[]", ",", ", ", "|", "|-\n", "|+\n", "|\n", ">", "&x ", "*x", "!", "!!str ", "%",
            "@", "`", "?", "? ", "\n---\n", "---", "\n...\n", "...", "\\", "\\n", "\\x", "<<: ", "~", "null", "yes",
            "\r\n", "\t", "\u0085", "\ufeff", "😀", "é", "=", "a", "a: ", "a:\n", "b", "1", "0x1F", "1e3", ".5", ".",
            "\ue000", "(", "<", "$", "^", "\\", ";", ")", "a b: c", "k: v\n");

    private static List<YamlDocument> composed(String text) {
        return YamlComposer.all(FILE, YamlText.decode(FILE, text.getBytes(UTF_8)));
    }

    /** Compares; returns whether the parser of block style read it. */
    private static boolean compare(String text) {
        List<YamlDocument> parsed = BlockParser.documents(FILE, text.getBytes(UTF_8), 0, Integer.MAX_VALUE);
        if (parsed == null) {
            return false;
        }
        assertThat(described(parsed)).as(text).isEqualTo(described(composed(text)));
        return true;
    }

    /** Every value with its kind, source and place. */
    private static String described(List<YamlDocument> documents) {
        StringBuilder all = new StringBuilder();
        for (YamlDocument document : documents) {
            int[] places = document.locations().numbers(document.tree());
            int used = describe(document.tree(), places, 0, all);
            assertThat(used).isEqualTo(places.length);
            all.append("---\n");
        }
        return all.toString();
    }

    private static int describe(Tree tree, int[] places, int next, StringBuilder all) {
        int used = next + 2;
        all.append(places[next]).append(':').append(places[next + 1]).append(' ');
        if (tree instanceof MapTree map) {
            all.append("{\n");
            for (int i = 0; i < map.size(); i++) {
                all.append(map.keyAt(i)).append(" = ");
                used = describe(map.valueAt(i), places, used, all);
            }
            all.append("}\n");
        } else if (tree instanceof ListTree list) {
            all.append("[\n");
            for (Tree item : list) {
                used = describe(item, places, used, all);
            }
            all.append("]\n");
        } else {
            ScalarTree scalar = (ScalarTree) tree;
            all.append(scalar.kind())
                    .append(" <")
                    .append(scalar.text())
                    .append("> <")
                    .append(scalar.source())
                    .append(">\n");
        }
        return used;
    }

    @Test
    void a_manifest_is_read_in_block_style() {
        assertThat(compare(MANIFEST)).isTrue();
    }

    @Test
    void the_files_of_this_repository_are_read_the_same() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            files = all.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().contains("/target/"))
                    .toList();
        }
        int parsed = 0;
        for (Path file : files) {
            String text = Files.readString(file);
            parsed += compare(text) ? 1 : 0;
        }
        assertThat(parsed).isGreaterThan(files.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a: b: c",
                "a: b\n c: d",
                "a: &x b",
                "a: *x",
                "a: >\n  b\n",
                "a: |2\n   b\n",
                "a: |\n  b",
                "a: \"b\\\n  c\"",
                "a: \"b\nc\"",
                "\"a\n  b\": c",
                "a: b\n\tc",
                "a: b\n # c\n d",
                "a: 'b",
                "a: 'b\n\n",
                "a: b\na: c",
                "? a\n: b",
                "<<: {a: b}",
                "a:\tb",
                "a: b\r\n",
                "a: !!str b",
                "...",
                "%YAML 1.1\n---\na: b",
                "a: [b,\n  c]",
                "{\"a\":1}",
                "a:b",
                "a\u0000: b",
                "a: \u0085"
            })
    void the_composer_reads_what_is_not_certain(String text) {
        assertThat(BlockParser.documents(FILE, text.getBytes(UTF_8), 0, Integer.MAX_VALUE))
                .isNull();
    }

    @Test
    void a_second_document_is_left_to_the_composer_if_one_is_expected() {
        assertThat(BlockParser.documents(FILE, "a: b\n---\nc: d\n".getBytes(UTF_8), 0, 1))
                .isNull();
    }

    /** Block texts with random pieces in them. */
    @Provide
    Arbitrary<String> changed() {
        Arbitrary<List<Change>> changes = Combinators.combine(
                        Arbitraries.integers().between(0, MANIFEST.length() - 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(PIECES))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.integers().between(0, MANIFEST.length() - 1),
                        Arbitraries.integers().between(10, 400),
                        changes)
                .as((from, length, all) -> apply(all, from, length));
    }

    private record Change(int at, int removed, String added) {}

    /** A part of the manifest, from the start of a line, with changes. */
    private static String apply(List<Change> changes, int from, int length) {
        int start = MANIFEST.lastIndexOf('\n', from) + 1;
        String text = MANIFEST.substring(start, Math.min(MANIFEST.length(), start + length));
        for (Change change : changes) {
            int at = change.at % Math.max(1, text.length());
            text = text.substring(0, at) + change.added + text.substring(Math.min(text.length(), at + change.removed));
        }
        return text;
    }

    @Property(tries = 3000)
    void a_changed_text_is_read_the_same(@ForAll("changed") String text) {
        compare(text);
    }

    @Provide
    Arbitrary<String> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(PIECES),
                        Arbitraries.of(PIECES),
                        Arbitraries.of(PIECES))
                .as((indent, one, two, three) -> " ".repeat(indent) + one + two + three)
                .list()
                .ofMaxSize(5)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    @Property(tries = 3000)
    void lines_of_pieces_are_read_the_same(@ForAll("lines") String text) {
        compare(text);
    }

    @Provide
    Arbitrary<String> blocks() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(
                                "a: ", "b:", "- ", "- c: ", "-", "'d': ", "e: |", "- |-", "", "# f", "text", "- - ",
                                "g: - "),
                        Arbitraries.of(
                                "", "h", "1", "\"i\"", "[j, k]", "{l: m}", " # n", "''", "o p", "q: r", "no", "-1",
                                "|+", "'s", "t'", "\"u  ", "v\"", "w\\n"))
                .as((indent, start, rest) -> " ".repeat(indent) + start + rest);
        return line.list().ofMaxSize(7).map(lines -> String.join("\n", lines) + "\n");
    }

    @Property(tries = 5000)
    void blocks_are_read_the_same(@ForAll("blocks") String text) {
        compare(text);
    }
}
