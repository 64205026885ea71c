package com.adorsys.webank.deploy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes, they are read or refused, and never anything else. */
class YamlFuzzTest {
    private static final List<String> GOOD = List.of(
            "a: 1\nb:\n  - c\n  - d: e\n    f: |\n      x\n       y\n\n    g: 'q r'\nh: {i: j, k: [l, m]}\n",
            "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n",
            "---\nk: >-\n  folded\n  text\ns: \"dq \\n \\\" \\\\ \\u00e9\"\nt: 'it''s'\nu: plain\n  more\n---\n- !!int 1\n",
            "{\"a\": [1, 2.5e3, true, null], \"b\": {\"c\": \"\\ud83d\\ude00\"}}\n",
            "%TAG ! tag:x,2000:\n---\n? a\n: b\n? |\n  c\n: d\n...\n# end\n");
    private static final List<String> PIECES = List.of(
            "\t",
            " ",
            "  ",
            "\n",
            ":",
            ": ",
            "-",
            "- ",
            "#",
            " #",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            "|",
            ">",
            "&x ",
            "*x",
            "!",
            "!!str ",
            "%",
            "@",
            "`",
            "?",
            "? ",
            "---\n",
            "...\n",
            "\\",
            "\\x",
            "\\ud800",
            "<<: ",
            "~",
            "\r\n",
            "\u0000",
            "\u0085",
            "\ufeff",
            "😀",
            "=",
            "\n    ",
            "!<",
            "%YAML 9.9\n",
            "|9\n",
            "99999999999",
            "1e999");

    @Property(tries = 500)
    void random_bytes(@ForAll @Size(max = 64) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 2000)
    void mutated_documents(@ForAll("mutated") String text) {
        readOrRefuse(text.getBytes(UTF_8));
    }

    @Property(tries = 2000)
    void random_structure(@ForAll("structures") String text) {
        readOrRefuse(text.getBytes(UTF_8));
    }

    @Property(tries = 500)
    void random_trees_are_written_or_refused(@ForAll("oddScalars") ScalarTree scalar, @ForAll String key) {
        Tree tree = MapTree.of(key, scalar);
        byte[] written;
        try {
            written = YamlWriter.writeUtf8(tree);
        } catch (DeployException.InvalidInput refusal) {
            assertThat(refusal.problems()).isNotEmpty();
            return;
        }
        assertThat(YamlReader.read("f", written).tree()).isEqualTo(withoutNulls(tree));
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(0, 1000).list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(GOOD),
                        places,
                        Arbitraries.of(PIECES).list().ofSize(4),
                        Arbitraries.integers().between(0, 3))
                .as((good, at, pieces, cut) -> {
                    StringBuilder text = new StringBuilder(good);
                    for (int i = 0; i < at.size(); i++) {
                        int place = at.get(i) % (text.length() + 1);
                        text.replace(place, Math.min(text.length(), place + cut), pieces.get(i));
                    }
                    return text.toString();
                });
    }

    @Provide
    Arbitrary<String> structures() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<ScalarTree> oddScalars() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(ScalarTree::of),
                Arbitraries.strings()
                        .withChars("0123456789.eE+-infa ")
                        .ofMaxLength(8)
                        .map(ScalarTree::ofFloat),
                Arbitraries.just(ScalarTree.ofNull()));
    }

    private static void readOrRefuse(byte[] bytes) {
        List<YamlDocument> documents;
        try {
            documents = YamlReader.readAll("f", bytes);
        } catch (DeployException.InvalidInput refusal) {
            assertThat(refusal.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.toString().lines()).hasSize(1);
                assertThat(problem.location().file()).contains("f");
                assertThat(problem.location().line()).isPositive();
                assertThat(problem.location().column()).isPositive();
            });
            return;
        }
        for (YamlDocument document : documents) {
            assertThat(YamlReader.read("f", YamlWriter.writeUtf8(document.tree()))
                            .tree())
                    .isEqualTo(withoutNulls(document.tree()));
        }
    }

    /** What is written of a tree: of a map no entry that is null. */
    private static Tree withoutNulls(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder kept = MapTree.builder();
            map.forEach((key, value) -> {
                if (!value.equals(ScalarTree.ofNull())) {
                    kept.put(key, withoutNulls(value));
                }
            });
            return kept.build();
        }
        return tree instanceof ListTree list
                ? ListTree.of(
                        list.items().stream().map(YamlFuzzTest::withoutNulls).toList())
                : tree;
    }
}
