package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DocumentedValuesTest {
    private static final DocumentedValues VALUES = DocumentedValues.builder()
            .header("Values of the chart web.\n\nA value that is not set is shown as an example.")
            .describe("replicas", 1, "How many pods run.")
            .describeUnset("maxReplicas", 5, "How many pods run at most.")
            .section("image", "The image of the pods.")
            .describe("image.repository", "ghcr.io/example/web", "Its repository, without a tag.")
            .describe("image.tag", "1.10", "")
            .describeUnset("image.digest", "sha256:0123", "Its digest, which overrides\nthe tag.")
            .describeUnset(
                    "resources.limits",
                    MapTree.of("cpu", "500m").with("memory", "1Gi"),
                    "Limits of the container, as in the API of Kubernetes; without them the pod gets what the node has, and is"
                            + " the first to be evicted.")
            .describe("env", ListTree.of(MapTree.of("name", "A").with("value", "x | y")), "Variables `A` | `B`.")
            .describe("image.pullPolicy", "IfNotPresent", "When it is pulled.")
            .describe("script", "echo `date`\necho done\n", "What runs first.")
            .describe("debug", false, "More output.")
            .build();

    @Test
    void values_are_written_line_by_line_with_comments() {
        assertThat(VALUES.yaml()).isEqualTo("""
                # Values of the chart web.
                #
                # A value that is not set is shown as an example.

                # How many pods run.
                replicas: 1

                # How many pods run at most.
                # maxReplicas: 5

                # The image of the pods.
                image:
                  # Its repository, without a tag.
                  repository: ghcr.io/example/web
                  tag: "1.10"
                  # Its digest, which overrides
                  # the tag.
                  # digest: sha256:0123
                  # When it is pulled.
                  pullPolicy: IfNotPresent

                resources: {}
                  # Limits of the container, as in the API of Kubernetes; without them the pod gets what the node
                  # has, and is the first to be evicted.
                  # limits:
                  #   cpu: 500m
                  #   memory: 1Gi

                # Variables `A` | `B`.
                env:
                - name: A
                  value: x | y

                # What runs first.
                script: |
                  echo `date`
                  echo done

                # More output.
                debug: false
                """);
    }

    @Test
    void values_are_a_table_for_readers() {
        assertThat(VALUES.markdown()).isEqualTo("""
                | Key | Type | Default | Description |
                |---|---|---|---|
                | `replicas` | integer | `1` | How many pods run. |
                | `maxReplicas` | integer | not set | How many pods run at most. Example: `5` |
                | `image.repository` | string | `"ghcr.io/example/web"` | Its repository, without a tag. |
                | `image.tag` | string | `"1.10"` |  |
                | `image.digest` | string | not set | Its digest, which overrides the tag. Example: `"sha256:0123"` |
                | `image.pullPolicy` | string | `"IfNotPresent"` | When it is pulled. |
                | `resources.limits` | object | not set | Limits of the container, as in the API of Kubernetes; without them the pod gets what the node has, and is the first to be evicted. Example: `{"cpu":"500m","memory":"1Gi"}` |
                | `env` | array | `[{"name":"A","value":"x \\| y"}]` | Variables `A` \\| `B`. |
                | `script` | string | `` "echo `date`\\necho done\\n" `` | What runs first. |
                | `debug` | boolean | `false` | More output. |
                """);
    }

    @Test
    void a_section_without_defaults_is_an_empty_map() {
        assertThat(VALUES.tree().keys()).containsExactly("replicas", "image", "resources", "env", "script", "debug");
        assertThat(VALUES.tree().get("resources")).isEqualTo(MapTree.of());
    }

    @Test
    void no_values_have_no_text() {
        assertThat(DocumentedValues.empty().yaml()).isEmpty();
        assertThat(DocumentedValues.empty().markdown()).isEmpty();
        assertThat(DocumentedValues.empty()).isEqualTo(DocumentedValues.of(MapTree.of()));
    }

    @Test
    void values_need_no_descriptions() {
        DocumentedValues values =
                DocumentedValues.of(MapTree.of("a.b", ScalarTree.of(1)).with("c", MapTree.of("d", ListTree.of())));

        assertThat(values.yaml()).isEqualTo("""
                a.b: 1

                c:
                  d: []
                """);
        assertThat(values.markdown()).contains("| `[\"a.b\"]` | integer | `1` |  |");
    }

    @Property
    void what_is_written_is_read_back(@ForAll("values") MapTree values) {
        DocumentedValues.Builder nested = DocumentedValues.builder().header("A: b\n- c");
        DocumentedValues flat = DocumentedValues.of(values);
        int i = 0;
        for (String key : values.keys()) {
            nested.describe(
                    "section.deep.value-" + i++, Objects.requireNonNull(values.get(key)), "# \"x: y\"\n  ---\n");
            nested.describeUnset("other.unset-" + i, Objects.requireNonNull(values.get(key)), "- é");
        }

        assertThat(read(flat.yaml())).isEqualTo(values).isEqualTo(flat.tree());
        assertThat(read(nested.build().yaml())).isEqualTo(nested.build().tree());
    }

    @Provide
    Arbitrary<MapTree> values() {
        return TreeArbitraries.maps();
    }

    private static Tree read(String yaml) {
        return yaml.lines().allMatch(line -> line.startsWith("#"))
                ? MapTree.of()
                : YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                        .tree();
    }

    @Property
    void no_line_of_a_comment_is_lost(@ForAll("prose") List<String> words) {
        String text = String.join(" ", words);
        String yaml =
                DocumentedValues.builder().describe("a.b.c", 1, text).build().yaml();

        List<String> comments = yaml.lines().filter(line -> line.contains("#")).toList();
        assertThat(comments)
                .allSatisfy(line -> assertThat(line.length())
                        .isLessThanOrEqualTo(Math.max(
                                100,
                                6
                                        + words.stream()
                                                .mapToInt(String::length)
                                                .max()
                                                .orElse(0))));
        assertThat(comments.stream().map(line -> line.strip().substring(2)).toList())
                .satisfies(lines -> assertThat(String.join(" ", lines)).isEqualTo(text));
    }

    @Provide
    Arbitrary<List<String>> prose() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(120)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Test
    void everything_that_is_wrong_is_reported() {
        DocumentedValues.Builder values = DocumentedValues.builder()
                .header("a\u0007")
                .describe("a", 1, "")
                .describe("a", 2, "")
                .describe("a.b", 3, "")
                .describe("c.d", 4, "")
                .describe("c", 5, "")
                .section("e", "")
                .section("e", "")
                .describe("f..g", 6, "")
                .describe("", 7, "")
                .describe("h", MapTree.of("i", ScalarTree.ofNull()), "j\u2028k");

        assertThatThrownBy(values::build).isInstanceOf(InvalidInput.class).hasMessage("""
                error TEXT_INVALID values.header: `a\\u0007` has a control character. Remove it; a line ends with `\\n`.
                error DUPLICATE values.a: it is described twice. Remove one of the descriptions.
                error SETTING_CONFLICT values.a: it is a value, and other values are described below it. Describe it by `section`, or set the others in its value.
                error SETTING_CONFLICT values.c: it is a value, and other values are described below it. Describe it by `section`, or set the others in its value.
                error DUPLICATE values.e: it is described twice. Remove one of the descriptions.
                error PATH_INVALID values: `f..g` is not the path of a value. Join keys by dots, as in `image.tag`; a key has a-z, A-Z, 0-9, `-` and `_`.
                error PATH_INVALID values: a path is empty. Join keys by dots, as in `image.tag`; a key has a-z, A-Z, 0-9, `-` and `_`.
                error TEXT_INVALID values.h: `j\\u2028k` has a control character. Remove it; a line ends with `\\n`.
                error NULL_VALUE values.h.i: it is null. Describe it by `describeUnset` with an example.""");
    }
}
