package com.adorsys.webank.deploy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is written is read as what it was: by our reader, by Jackson's (YAML 1.2) and by snakeyaml's (YAML 1.1). */
class YamlRoundTripTest {
    private static final YAMLMapper JACKSON = new YAMLMapper();

    /** Pieces that mean something to some reader, so that random texts of them come close to every rule. */
    private static final Arbitrary<String> PIECES = Arbitraries.of(
            "a",
            "b1",
            "yes",
            "No",
            "on",
            "y",
            "n",
            "true",
            "null",
            "~",
            "0",
            "1",
            "12",
            "0x",
            "0o",
            "0b1",
            "1e3",
            ".5",
            "1_0",
            ":30",
            "2001-12-14",
            ".inf",
            "-.inf",
            ".NaN",
            "=",
            "<<",
            "-",
            "- ",
            "---",
            "...",
            "?",
            "? ",
            ":",
            ": ",
            "#",
            " #",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n  ",
            "\t",
            "\r",
            "\r\n",
            "'",
            "\"",
            "\\",
            "\\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a",
            "*a",
            "!",
            "!!str ",
            "|",
            "|-",
            ">",
            "%",
            "@",
            "`",
            "\u0000",
            "\u0007",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u009f",
            "\u00a0",
            "\u00e9",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ud7ff",
            "\ue000",
            "😀",
            "\udbff\udfff",
            "{{ .Values.x }}",
            "${A}");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> ofPieces = PIECES.list().ofMaxSize(7).map(pieces -> String.join("", pieces));
        Arbitrary<String> ofAnything = Arbitraries.strings().ofMaxLength(12).map(YamlRoundTripTest::withoutHalves);
        return Arbitraries.frequencyOf(Tuple.of(4, ofPieces), Tuple.of(1, ofAnything));
    }

    private static String withoutHalves(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().filter(c -> c < 0xD800 || c > 0xDFFF).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    @Provide
    Arbitrary<Tree> trees() {
        Arbitrary<ScalarTree> scalars = Arbitraries.oneOf(
                texts().map(ScalarTree::of),
                Arbitraries.longs().map(ScalarTree::of),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                        .map(ScalarTree::of),
                Arbitraries.doubles().map(number -> ScalarTree.ofFloat(Double.toString(number))),
                Arbitraries.of("0", "-0", "1.50", "1e3", "1E+3", "-1.5e-7", "0.1e1", ".inf", "-.inf", ".nan")
                        .map(ScalarTree::ofFloat),
                Arbitraries.of(true, false).map(ScalarTree::of));
        Arbitrary<Tree> trees = scalars.map(Tree.class::cast);
        for (int levels = 0; levels < 3; levels++) {
            trees = Arbitraries.oneOf(scalars.map(Tree.class::cast), lists(trees), maps(trees));
        }
        return trees;
    }

    private Arbitrary<Tree> lists(Arbitrary<Tree> items) {
        return items.list().ofMaxSize(4).map(ListTree::of);
    }

    private Arbitrary<Tree> maps(Arbitrary<Tree> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(4).map(entries -> {
            MapTree.Builder map = MapTree.builder();
            entries.forEach((key, value) -> map.put(key, value));
            return map.build();
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_tree_survives_our_reader(@ForAll("trees") Tree tree) {
        byte[] written = YamlWriter.writeUtf8(tree);

        Tree read = YamlReader.read("f.yaml", written).tree();

        assertThat(read).isEqualTo(tree);
        assertThat(YamlWriter.writeUtf8(read)).isEqualTo(written);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void documents_survive_our_reader(@ForAll("somes") List<Tree> trees) {
        List<Tree> read = new ArrayList<>();
        for (YamlDocument document : YamlReader.readAll("f.yaml", YamlWriter.writeAllUtf8(trees))) {
            read.add(document.tree());
        }

        assertThat(read).isEqualTo(trees);
    }

    @Provide
    Arbitrary<List<Tree>> somes() {
        return trees().list().ofMaxSize(4);
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void a_text_survives_every_reader_at_every_place(@ForAll("texts") String text) {
        Tree tree = MapTree.builder()
                .put("k", text)
                .put("l", ListTree.of(ScalarTree.of(text), MapTree.of("m", text)))
                .put(text + "!", "v")
                .put(text, MapTree.of(text, text))
                .build();
        String written = YamlWriter.write(tree);

        assertThat(YamlReader.read("f.yaml", written.getBytes(UTF_8)).tree()).isEqualTo(tree);
        assertThat(JACKSON.readValue(written, Object.class)).isEqualTo(plain(tree));
        assertThat(yaml11(written)).isEqualTo(plain(tree));
        assertThat(yaml11(YamlWriter.write(ScalarTree.of(text)))).isEqualTo(text);
        assertThat(JACKSON.readValue(YamlWriter.write(ScalarTree.of(text)), Object.class))
                .isEqualTo(text);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_text_is_the_same_under_every_locale(@ForAll("trees") Tree tree) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            String written = YamlWriter.write(tree);
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            assertThat(YamlWriter.write(tree)).isEqualTo(written);
            assertThat(YamlReader.read("f.yaml", written.getBytes(UTF_8)).tree())
                    .isEqualTo(tree);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void what_is_read_is_read_the_same_when_written(@ForAll("plains") String plain) {
        Tree read = YamlReader.read("f.yaml", ("v: " + plain + "\n").getBytes(UTF_8))
                .tree();

        assertThat(YamlReader.read("f.yaml", YamlWriter.writeUtf8(read)).tree())
                .isEqualTo(
                        ((MapTree) read).get("v") instanceof ScalarTree scalar && scalar.isNull()
                                ? MapTree.of()
                                : read);
    }

    @Provide
    Arbitrary<String> plains() {
        return Arbitraries.strings().withChars("0123456789abcdefoxyETninf_.+").ofMaxLength(8);
    }

    private static Object yaml11(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Object plain(Tree tree) {
        if (tree instanceof MapTree map) {
            Map<String, Object> entries = new java.util.HashMap<>();
            map.forEach((key, value) -> entries.put(key, plain(value)));
            return entries;
        }
        if (tree instanceof ListTree list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        return ((ScalarTree) tree).text();
    }
}
