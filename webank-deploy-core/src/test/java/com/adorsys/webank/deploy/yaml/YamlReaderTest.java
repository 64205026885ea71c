package com.adorsys.webank.deploy.yaml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static YamlDocument read(String text) {
        return YamlReader.read("f.yaml", text.getBytes(UTF_8));
    }

    private static Tree tree(String text) {
        return read(text).tree();
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String text) {
        return assertRefused(text.getBytes(UTF_8));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> YamlReader.read("f.yaml", bytes))
                .isInstanceOf(DeployException.InvalidInput.class);
    }

    private static String at(YamlDocument document, String path) {
        return document.locations().of(path).toString();
    }

    /** What Helm 3.22 makes of the same texts; JSON objects are as for kubectl. */
    @Nested
    class As_go_yaml {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                        a: [fd00::, x]                | {"a":["fd00::","x"]}
                        a: {ip: fd00::, x: z}         | {"a":{"ip":"fd00::","x":"z"}}
                        a: [b:, c]                    | {"a":["b:","c"]}
                        a: [b:]                       | {"a":["b:"]}
                        a: {b:, c: d}                 | {"a":{"b:":null,"c":"d"}}
                        a: {b: c:}                    | {"a":{"b":"c:"}}
                        a: [it's:, b]                 | {"a":["it's:","b"]}
                        a: {"b":[1], "c":{"d":2}}     | {"a":{"b":[1],"c":{"d":2}}}
                        a: "x:,y" # z:,               | {"a":"x:,y"}
                        a: 'x:[y'                     | {"a":"x:[y"}
                        a: x:,y                       | {"a":"x:,y"}
                        """)
        void colons_belong_to_a_plain_text_unless_a_blank_follows(String text, String json) {
            assertThat(JsonWriter.write(tree(text + "\n"))).isEqualTo(json);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                        a:\tb                  | {"a":"b"}
                        a:\t/  b: c            | {"a":{"b":"c"}}
                        a:\t>-/  b             | {"a":"b"}
                        a: {b:\tc}             | {"a":{"b":"c"}}
                        a: b\t# c/d: [e,\tf]  | {"a":"b","d":["e","f"]}
                        a: &x\tb/c:\t*x       | {"a":"b","c":"b"}
                        a: !!str\t1            | {"a":"1"}
                        "a"\t: b               | {"a":"b"}
                        a\t: b                 | {"a":"b"}
                        - a:\tb/  c:\t \td   | [{"a":"b","c":"d"}]
                        ü😀:\tb/c:\td         | {"ü😀":"b","c":"d"}
                        """)
        void tabs_separate(String text, String json) {
            assertThat(JsonWriter.write(tree(text.replace('/', '\n') + "\n"))).isEqualTo(json);
        }

        @Test
        void escapes_have_line_and_paragraph_separators() {
            assertThat(tree("a: \"x\\Ly\\Pz\\Nq\\_r \\\\L\"\nb: '\\L'\nc: \\P\n"))
                    .isEqualTo(MapTree.of("a", "x\u2028y\u2029z\u0085q\u00A0r \\L")
                            .with("b", "\\L")
                            .with("c", "\\P"));
        }

        @Test
        void places_stay_where_they_are() {
            YamlDocument document = read("a:\t{b: fd00::, c:\t\"\\L\", d: e}\n");

            assertThat(at(document, "a.d")).isEqualTo("f.yaml:1:25: a.d");
        }

        @Test
        void json_objects_follow_one_another() {
            List<YamlDocument> documents = YamlReader.readAll(
                    "f.json", "{\"a\": \"}\\\"{\"}\n{\n\t\"b\": 1\n} {\"c\":\t2}\n\n{\"d\": fd00::}\n".getBytes(UTF_8));

            assertThat(documents)
                    .extracting(document -> JsonWriter.write(document.tree()))
                    .containsExactly("{\"a\":\"}\\\"{\"}", "{\"b\":1}", "{\"c\":2}", "{\"d\":\"fd00::\"}");
            assertThat(at(documents.get(1), "b")).isEqualTo("f.json:3:2: b");
            assertThat(at(documents.get(2), "c")).isEqualTo("f.json:4:4: c");
            assertThat(at(documents.get(3), "d")).isEqualTo("f.json:6:2: d");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\n  // why\n  \"a\": 1}", "{\"b\": 1,\n  // why\n  \"a\": 1}"})
        void comments_of_other_languages_are_named(String text) {
            assertRefused(text)
                    .hasMessage(
                            "f.yaml:2:3: error YAML_SYNTAX: a comment cannot start with `//` or `/*`. Remove it; JSON has no comments, and those of YAML start with `#`.");
        }

        @Test
        void all_problems_of_json_objects_are_reported() {
            assertThatThrownBy(() -> YamlReader.readAll(
                            "f.json", "{\"a\": 1}\n{\"b\": 1, \"b\": 2}\n{\"c\": *d}".getBytes(UTF_8)))
                    .hasMessage(
                            "f.json:2:10: error YAML_DUPLICATE_KEY b: this key is there twice, first in line 2. Remove or rename one of the two.\n"
                                    + "f.json:3:7: error YAML_ALIAS c: this alias has no anchor above it. Put its anchor before a value above, or quote a text that starts with `*`.");
            assertRefused("{\"a\": 1}\n{\"b\": 1}\n")
                    .hasMessage(
                            "f.yaml:2:1: error YAML_SEVERAL_DOCUMENTS: a second document starts here, and only one is expected. Keep one document in the file.");
        }

        @Test
        void many_json_objects_are_read() {
            String text = "{\"a\": {\"b\": [1, 2]}}\n".repeat(20_000);

            assertThat(YamlReader.readAll("f.json", text.getBytes(UTF_8))).hasSize(20_000);
        }
    }

    @Nested
    class Lists {
        @Test
        void are_taken_apart_with_the_place_of_each_item() {
            ManifestSet manifests = YamlReader.readManifests("f.yaml", """
                    apiVersion: v1
                    kind: List
                    metadata: {resourceVersion: ""}
                    items:
                    - apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: a}
                      data: {key: value}
                    - apiVersion: v1
                      kind: List
                      items:
                      - apiVersion: v1
                        kind: Secret
                        metadata: {name: b}
                    """.getBytes(UTF_8));

            assertThat(manifests.manifests()).extracting(Object::toString).containsExactly("Secret/b", "ConfigMap/a");
            assertThat(manifests.place(manifests.find("ConfigMap", "a").orElseThrow(), "data.key"))
                    .hasToString("f.yaml:8:10: ConfigMap/a.data.key");
            assertThat(manifests.place(manifests.find("Secret", "b").orElseThrow(), "metadata"))
                    .hasToString("f.yaml:14:5: Secret/b.metadata");
        }

        @Test
        void of_one_kind_give_their_items_their_kind() {
            ManifestSet manifests = YamlReader.readManifests("f.yaml", """
                    {"kind": "RoleList", "apiVersion": "rbac.authorization.k8s.io/v1", "items": [
                      {"metadata": {"name": "r"}, "rules": []},
                      {"kind": "Role", "apiVersion": "rbac.authorization.k8s.io/v1", "metadata": {"name": "s"}}]}
                    """.getBytes(UTF_8));

            assertThat(manifests.manifests())
                    .extracting(manifest -> manifest.apiVersion() + " " + manifest)
                    .containsExactly("rbac.authorization.k8s.io/v1 Role/r", "rbac.authorization.k8s.io/v1 Role/s");
        }

        @Test
        void may_be_empty() {
            assertThat(YamlReader.readManifests("f.yaml", "{apiVersion: v1, kind: List, items: []}".getBytes(UTF_8)))
                    .isEqualTo(ManifestSet.empty());
        }

        @Test
        void are_kinds_that_end_in_list_and_have_items() {
            String text = "{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}, spec: {items: [b]}}";

            assertThat(YamlReader.readManifests("f.yaml", text.getBytes(UTF_8)).manifests())
                    .extracting(Object::toString)
                    .containsExactly("AllowList/a");
        }

        @Test
        void with_items_that_are_no_objects_are_refused_with_each() {
            String text = """
                    apiVersion: v1
                    kind: List
                    items:
                    - 1
                    - {replicaCount: 3}
                    - {apiVersion: v1, kind: ConfigMap}
                    """;

            assertThatThrownBy(() -> YamlReader.readManifests("f.yaml", text.getBytes(UTF_8)))
                    .hasMessage(
                            "f.yaml:4:3: error NOT_A_MANIFEST items[0]: this item of the list is not an object. Write a map"
                                    + " with `apiVersion`, `kind` and `metadata`.\n"
                                    + "f.yaml:5:3: error NOT_A_MANIFEST items[1]: this item of the list is not an object. Write a map"
                                    + " with `apiVersion`, `kind` and `metadata`.");
        }
    }

    @Nested
    class Trees {
        @Test
        void maps_lists_and_scalars_keep_their_order_and_kind() {
            Tree tree = tree("""
                            # values
                            b: text
                            a:
                            - 1
                            - "1"
                            - {c: [true, 'true']}
                            d: {}
                            e: []
                            f: |
                              two
                              lines
                            g: >-
                              one
                              line
                            """);

            assertThat(tree)
                    .isEqualTo(MapTree.builder()
                            .put("b", "text")
                            .put(
                                    "a",
                                    ListTree.of(
                                            ScalarTree.of(1),
                                            ScalarTree.of("1"),
                                            MapTree.of("c", ListTree.of(ScalarTree.of(true), ScalarTree.of("true")))))
                            .put("d", MapTree.of())
                            .put("e", ListTree.of())
                            .put("f", "two\nlines\n")
                            .put("g", "one line")
                            .build());
            assertThat(((MapTree) tree).keys()).containsExactly("b", "a", "d", "e", "f", "g");
        }

        @Test
        void json_is_yaml() {
            assertThat(tree("{\"a\": [1, 2.5, true, null, \"x\\/\\u00e9\\ud83d\\ude00\"],\n\t\"b\": {}}"))
                    .isEqualTo(MapTree.builder()
                            .put(
                                    "a",
                                    ListTree.of(
                                            ScalarTree.of(1),
                                            ScalarTree.ofFloat("2.5"),
                                            ScalarTree.of(true),
                                            ScalarTree.ofNull(),
                                            ScalarTree.of("x/é😀")))
                            .put("b", MapTree.of())
                            .build());
        }

        @Test
        void a_document_can_be_a_scalar() {
            assertThat(tree("42")).isEqualTo(ScalarTree.of(42));
            assertThat(tree("--- ~\n")).isEqualTo(ScalarTree.ofNull());
        }

        @ParameterizedTest
        @CsvSource({
            "!!str 1, STRING, 1",
            "!!str, STRING, ''",
            "!!str yes, STRING, yes",
            "!<tag:yaml.org;2002:str> 1, STRING, 1",
            "!!int \"1\", INTEGER, 1",
            "!!int 0x1F, INTEGER, 31",
            "!!float 1, FLOAT, 1.0",
            "!!float 1.50, FLOAT, 1.50",
            "!!bool \"yes\", BOOLEAN, true",
            "!!null \"\", NULL, null"
        })
        void known_tags_are_applied(String value, ScalarTree.Kind kind, String text) {
            ScalarTree scalar = (ScalarTree) tree(value.replace(';', ','));

            assertThat(scalar.kind()).isEqualTo(kind);
            assertThat(scalar.text()).isEqualTo(text);
        }

        @Test
        void tags_of_maps_and_lists_are_accepted() {
            assertThat(tree("!!map {a: !!seq [b]}")).isEqualTo(MapTree.of("a", ListTree.of(ScalarTree.of("b"))));
        }

        @Test
        void a_hundred_levels_are_read() {
            Tree tree = tree("[".repeat(100) + "]".repeat(100));

            for (int i = 0; i < 99; i++) {
                tree = ((ListTree) tree).get(0);
            }
            assertThat(tree).isEqualTo(ListTree.of());
        }
    }

    @Nested
    class Aliases {
        @Test
        void are_replaced_by_what_they_name() {
            assertThat(tree("a: &x {b: 1}\nc: *x\nd: &x 2\ne: *x\n&k f: g\nh: *k\n"))
                    .isEqualTo(tree("a: {b: 1}\nc: {b: 1}\nd: 2\ne: 2\nf: g\nh: f\n"));
        }

        @Test
        void can_be_keys() {
            assertThat(tree("a: &x b\n*x : c\n")).isEqualTo(tree("a: b\nb: c\n"));
        }

        @Test
        void of_merge_keys_yield_to_the_keys_that_follow() {
            assertThat(tree("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n  z: 4\n"))
                    .isEqualTo(tree("a: {x: 1, y: 2}\nb: {x: 1, y: 3, z: 4}"));
        }

        @Test
        void of_merge_keys_with_several_maps_take_the_first() {
            assertThat(tree("b:\n  <<: [{x: 1}, {x: 2, u: 3}]\nc:\n  <<: []\n"))
                    .isEqualTo(tree("b: {x: 1, u: 3}\nc: {}"));
        }

        @Test
        void of_merge_keys_are_merged_themselves() {
            assertThat(tree("a: &a {x: 1}\nb: &b {<<: *a, u: 2}\nc: {<<: *b, z: 3}\n"))
                    .isEqualTo(tree("a: {x: 1}\nb: {x: 1, u: 2}\nc: {x: 1, u: 2, z: 3}"));
        }

        @Test
        void of_merge_keys_can_have_their_tag() {
            assertThat(tree("a: {!!merge <<: {x: 1}}\nb: {!!merge '<<': {x: 2}}\n"))
                    .isEqualTo(tree("a: {x: 1}\nb: {x: 2}"));
        }

        @Test
        void merge_keys_are_plain() {
            assertThat(tree("'<<': {x: 1}\na: <<\n"))
                    .isEqualTo(MapTree.builder()
                            .put("<<", MapTree.of("x", ScalarTree.of(1)))
                            .put("a", "<<")
                            .build());
        }

        @Test
        void that_name_nothing_are_refused_without_their_text() {
            assertRefused("a: *s3cret\n")
                    .hasMessage(
                            "f.yaml:1:4: error YAML_ALIAS a: this alias has no anchor above it. Put its anchor before a value above, or quote a text that starts with `*`.");
        }

        @Test
        void that_stand_in_what_they_name_are_refused() {
            assertRefused("a: &x\n  - b: *x\n")
                    .hasMessage(
                            "f.yaml:2:8: error YAML_ALIAS a[0].b: this alias is inside the value that it refers to. Write the value out.");
        }

        @Test
        void that_grow_beyond_bounds_are_refused() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 30; i++) {
                String below = "*a" + (i - 1) + ", ";
                bomb.append("a" + i + ": &a" + i + " [" + below.repeat(8) + "x]\n");
            }

            assertRefused(bomb.toString())
                    .hasMessage(
                            "f.yaml:6:15: error YAML_ALIAS_BOMB a5[1]: the aliases of this document expand to more than 100,000 values. Write the values out, or split the file.");
        }

        @Test
        void of_merge_keys_that_grow_beyond_bounds_are_refused() {
            StringBuilder text = new StringBuilder("a: &a {");
            for (int i = 0; i < 400; i++) {
                text.append("k" + i + ": 1, ");
            }
            text.append("}\nb:\n").append("- {<<: *a}\n".repeat(400));

            assertRefused(text.toString())
                    .hasMessage(
                            "f.yaml:127:8: error YAML_ALIAS_BOMB b[124][\"<<\"]: the aliases of this document expand to more than 100,000 values. Write the values out, or split the file.");
        }

        @Test
        void of_merge_keys_must_be_maps() {
            assertRefused("a:\n  <<: x\n")
                    .hasMessage(
                            "f.yaml:2:7: error YAML_MERGE a: the merge key `<<` needs a map or a list of maps, and this is a string. Refer to a map, or put the key in quotes if it is not a merge key.");
            assertRefused("a:\n  <<: [1]\n")
                    .hasMessage(
                            "f.yaml:2:7: error YAML_MERGE a: the merge key `<<` needs a map or a list of maps, and this is a number. Refer to a map, or put the key in quotes if it is not a merge key.");
        }

        @Test
        void of_merge_keys_below_what_they_override_are_refused_since_readers_disagree() {
            assertRefused("a: &a {x: 1}\nb:\n  x: 2\n  <<: *a\n")
                    .hasMessage(
                            "f.yaml:4:3: error YAML_MERGE b.x: the merge key `<<` follows this key of line 3 and contains it too: Helm uses the merged value, other tools the written one. Put `<<` first in its map.");
        }
    }

    @Nested
    class Places {
        @Test
        void are_those_of_keys_and_items() {
            YamlDocument document = read("""
                            # first

                            a:
                              b.c: 1
                              list:
                              - x: 1
                                w: 2
                              -   z
                              flow: {k: [1, two]}
                            """);

            assertThat(document.file()).isEqualTo("f.yaml");
            assertThat(at(document, "")).isEqualTo("f.yaml:3:1");
            assertThat(at(document, "a")).isEqualTo("f.yaml:3:1: a");
            assertThat(at(document, "a[\"b.c\"]")).isEqualTo("f.yaml:4:3: a[\"b.c\"]");
            assertThat(at(document, "a.list")).isEqualTo("f.yaml:5:3: a.list");
            assertThat(at(document, "a.list[0]")).isEqualTo("f.yaml:6:5: a.list[0]");
            assertThat(at(document, "a.list[0].w")).isEqualTo("f.yaml:7:5: a.list[0].w");
            assertThat(at(document, "a.list[1]")).isEqualTo("f.yaml:8:7: a.list[1]");
            assertThat(at(document, "a.flow.k[1]")).isEqualTo("f.yaml:9:17: a.flow.k[1]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void count_every_kind_of_line_end_once(String lineEnd) {
            assertThat(at(read("a: 1" + lineEnd + lineEnd + "b:" + lineEnd + "  c: 2" + lineEnd), "b.c"))
                    .isEqualTo("f.yaml:4:3: b.c");
        }

        @Test
        void count_characters_not_bytes_or_halves() {
            assertThat(at(read("{ä: 1, 😀: 2, c: 3}"), "c")).isEqualTo("f.yaml:1:14: c");
        }

        @Test
        void of_what_an_alias_brings_in_are_the_alias() {
            YamlDocument document = read("a: &a\n  x: 1\nb: *a\nc:\n  <<: *a\n");

            assertThat(at(document, "b.x")).isEqualTo("f.yaml:3:1: b.x");
            assertThat(at(document, "c.x")).isEqualTo("f.yaml:5:3: c.x");
        }
    }

    @Nested
    class Documents {
        @Test
        void are_read_in_order_without_the_empty_ones() {
            List<YamlDocument> documents =
                    YamlReader.readAll("f.yaml", "# c\n---\n---\na: 1\n---\n# d\n--- b\n...\n---\n".getBytes(UTF_8));

            assertThat(documents).hasSize(2);
            assertThat(documents.get(0).tree()).isEqualTo(MapTree.of("a", ScalarTree.of(1)));
            assertThat(at(documents.get(0), "a")).isEqualTo("f.yaml:4:1: a");
            assertThat(documents.get(1).tree()).isEqualTo(ScalarTree.of("b"));
            assertThat(at(documents.get(1), "")).isEqualTo("f.yaml:7:5");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n \n", "# only this\n", "---\n", "---\n---\n# c\n"})
        void may_be_none(String text) {
            assertThat(YamlReader.readAll("f.yaml", text.getBytes(UTF_8))).isEmpty();
        }

        @Test
        void do_not_share_anchors() {
            assertThatThrownBy(() -> YamlReader.readAll("f.yaml", "a: &x 1\n---\nb: *x\n".getBytes(UTF_8)))
                    .hasMessageStartingWith("f.yaml:3:4: error YAML_ALIAS b: ");
        }

        @Test
        void beyond_the_one_expected_are_refused() {
            assertThat(tree("---\n---\na: 1\n---\n")).isEqualTo(MapTree.of("a", ScalarTree.of(1)));
            assertRefused("a: 1\n---\n# empty\n---\nb: 2\n---\nc: 3\n")
                    .hasMessage(
                            "f.yaml:4:1: error YAML_SEVERAL_DOCUMENTS: a second document starts here, and only one is expected. Keep one document in the file.");
        }

        @Test
        void of_another_yaml_version_are_refused() {
            assertThat(tree("%YAML 1.1\n---\na: yes\n")).isEqualTo(MapTree.of("a", ScalarTree.of(true)));
            assertRefused("%YAML 1.2\n---\na: yes\n")
                    .hasMessage(
                            "f.yaml:1:1: error YAML_VERSION: the `%YAML` line asks for another version than 1.1, and Helm and kubectl refuse that. Remove the line.");
        }
    }

    @Nested
    class Refusals {
        @Test
        void of_nothing() {
            assertRefused("").hasMessage("f.yaml: error YAML_EMPTY: the file is empty. Write a document into it.");
            assertRefused("\r\n  \n")
                    .hasMessage("f.yaml: error YAML_EMPTY: the file is empty. Write a document into it.");
            assertRefused("# a\n--- # b\n")
                    .hasMessage(
                            "f.yaml: error YAML_EMPTY: the file has no value, only comments or document markers. Write a document into it.");
        }

        @Test
        void of_duplicate_keys_name_the_first_and_come_all_at_once() {
            assertRefused("a: 1\nb:\n  c: 1\n  'c': 2\na: 2\n8080: x\n'8080': y\nyes: 1\non: 2\n")
                    .hasMessage("""
                            f.yaml:4:3: error YAML_DUPLICATE_KEY b.c: this key is there twice, first in line 3. Remove or rename one of the two.
                            f.yaml:5:1: error YAML_DUPLICATE_KEY a: this key is there twice, first in line 1. Remove or rename one of the two.
                            f.yaml:7:1: error YAML_DUPLICATE_KEY 8080: this key is there twice, first in line 6. Remove or rename one of the two.
                            f.yaml:9:1: error YAML_DUPLICATE_KEY true: this key is there twice, first in line 8. Remove or rename one of the two.""");
        }

        @Test
        void of_a_second_object_say_how_to_begin_a_document() {
            assertRefused("apiVersion: v1\nkind: A\napiVersion: v1\nkind: B\nspec: {apiVersion: a, apiVersion: b}\n")
                    .hasMessage("""
                            f.yaml:3:1: error YAML_DUPLICATE_KEY apiVersion: this key is there twice, first in line 1. Write `---` on a line of its own above it if another object starts here.
                            f.yaml:5:23: error YAML_DUPLICATE_KEY spec.apiVersion: this key is there twice, first in line 5. Remove or rename one of the two.""");
        }

        @Test
        void of_a_key_with_line_ends_stay_on_one_line() {
            assertRefused("\"a\\nb\": 1\n\"a\\nb\": 2\n")
                    .hasMessage(
                            "f.yaml:2:1: error YAML_DUPLICATE_KEY [\"a\\nb\"]: this key is there twice, first in line 1. Remove or rename one of the two.");
        }

        @Test
        void of_a_second_merge_key_say_how_to_merge_both() {
            assertRefused("a:\n  <<: {x: 1}\n  <<: {u: 1}\n")
                    .hasMessage(
                            "f.yaml:3:3: error YAML_DUPLICATE_KEY a: a second merge key `<<`, after that of line 2. Merge both in one: `<<: [*a, *b]`.");
        }

        @Test
        void come_no_more_than_fifty_at_once() {
            assertThatThrownBy(() -> tree("a: 1\n".repeat(1000)))
                    .isInstanceOfSatisfying(
                            DeployException.InvalidInput.class,
                            refusal -> assertThat(refusal.problems()).hasSize(50));
        }

        @Test
        void of_keys_that_are_not_text() {
            assertRefused("~: x\n")
                    .hasMessage("f.yaml:1:1: error YAML_KEY: a key is empty or null. Give it a name, or write `\"\"`.");
            assertRefused("a:\n  ? [b]\n  : c\n")
                    .hasMessage(
                            "f.yaml:2:5: error YAML_KEY a: a key is a list, and a key can only be a text. Write the key as a text.");
            assertRefused("image: {{ .Values.image }}\n")
                    .hasMessage(
                            "f.yaml:1:9: error YAML_KEY image: a key is a map, and a key can only be a text. Put a text that starts with `{{` in quotes.");
        }

        @Test
        void of_unknown_tags_show_no_text_that_could_be_secret() {
            String remedy =
                    " is not known. Remove it, or put a text that starts with `!` in quotes; known tags are `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map` and `!!seq`.";
            assertRefused("a: !!binary aGk=\n").hasMessage("f.yaml:1:4: error YAML_TAG a: the tag `!!binary`" + remedy);
            assertRefused("a: !s3cret\n").hasMessage("f.yaml:1:4: error YAML_TAG a: this tag" + remedy);
            assertRefused("a: !!s3cret\n").hasMessage("f.yaml:1:4: error YAML_TAG a: the tag `!!...`" + remedy);
            assertRefused("a: !x {b: !y [c]}\n")
                    .hasMessage("f.yaml:1:4: error YAML_TAG a: this tag" + remedy
                            + "\nf.yaml:1:11: error YAML_TAG a.b: this tag" + remedy);
        }

        @Test
        void of_tags_that_do_not_fit() {
            assertRefused("a: !!int 1.5\nb: !!str [x]\nc: !!bool 2\nd: !!map x\n")
                    .hasMessage("""
                            f.yaml:1:4: error YAML_TAG a: the tag `!!int` does not fit a number. Remove the tag, or write a value that fits it.
                            f.yaml:2:4: error YAML_TAG b: the tag `!!str` does not fit a list. Remove the tag, or write a value that fits it.
                            f.yaml:3:4: error YAML_TAG c: the tag `!!bool` does not fit a number. Remove the tag, or write a value that fits it.
                            f.yaml:4:4: error YAML_TAG d: the tag `!!map` does not fit a string. Remove the tag, or write a value that fits it.""");
        }

        @Test
        void of_too_many_levels() {
            assertRefused("a: " + "[".repeat(100) + "]".repeat(100))
                    .hasMessage(
                            "f.yaml:1:103: error YAML_TOO_DEEP: this is nested deeper than 100 levels. Nest it less.");
            assertRefused("{a: ".repeat(1_000_000)).hasMessageStartingWith("f.yaml:1:401: error YAML_TOO_DEEP: ");
        }

        @Test
        void of_too_many_levels_count_those_of_aliases() {
            StringBuilder text = new StringBuilder("a0: &a0 []\n");
            for (int i = 1; i < 200; i++) {
                text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
            }

            assertRefused(text.toString())
                    .hasMessage(
                            "f.yaml:100:12: error YAML_TOO_DEEP: this is nested deeper than 100 levels. Nest it less.");
        }

        @ParameterizedTest
        @CsvSource({
            "a:|\tb: 1, 2, 1",
            "a:| \tb: 1, 2, 1",
            "a:|  b: 1|\tc: 2, 3, 1",
            "a:|  - b|\t- c, 3, 1",
            "a: b|\tc, 2, 1",
            "a: b|\t# c, 2, 1",
            "a: '|  \tb'|\tc: d, 3, 1",
            "'\ta: b', 1, 1"
        })
        void of_tabs_that_indent(String text, int line, int column) {
            assertRefused(text.replace('|', '\n') + "\n")
                    .hasMessage("f.yaml:" + line + ":" + column
                            + ": error YAML_TAB: a tab indents this line. Indent with spaces.");
        }

        @ParameterizedTest
        @CsvSource({"l:|-\ta, 2, 2", "? a|:\tb, 2, 2", "- -\ta, 1, 4"})
        void of_tabs_after_an_indicator_where_a_key_may_start(String text, int line, int column) {
            assertRefused(text.replace('|', '\n') + "\n")
                    .hasMessage(
                            "f.yaml:" + line + ":" + column
                                    + ": error YAML_TAB: there is a tab where only spaces are allowed. Replace it with spaces.");
        }

        @Test
        void spare_tabs_that_indent_nothing() {
            assertThat(tree("a: |\n  \tx\n  y\tz\nb: 'c\n\td'\ne: [\n\tf\n\t]\ng: h\ti\n"))
                    .isEqualTo(MapTree.builder()
                            .put("a", "\tx\ny\tz\n")
                            .put("b", "c d")
                            .put("e", ListTree.of(ScalarTree.of("f")))
                            .put("g", "h\ti")
                            .build());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                        a: @s3cret          | 1:4: error YAML_SYNTAX: a plain text cannot start with `@`. Put the text in quotes.
                        a: %s3cret          | 1:4: error YAML_SYNTAX: a plain text cannot start with `%`. Put the text in quotes.
                        a: &                | 1:4: error YAML_SYNTAX: the name of an anchor or alias is missing, or ends with a character that is not allowed. Put a text that starts with `*` or `&` in quotes.
                        a: 's3cret          | 1:4: error YAML_SYNTAX: the quoted text that starts here is not closed. Add the missing quote.
                        a: "s3cret          | 1:4: error YAML_SYNTAX: the quoted text that starts here is not closed. Add the missing quote.
                        a: "\\xs3cret"      | 1:7: error YAML_SYNTAX: this is not a valid YAML escape. Write `\\\\` for a backslash, or put the text in single quotes.
                        a: "\\s3cret"       | 1:6: error YAML_SYNTAX: this is not a valid YAML escape. Write `\\\\` for a backslash, or put the text in single quotes.
                        a: 'x' s3cret       | 1:8: error YAML_SYNTAX: the indentation of this line fits neither the map of line 1 nor anything around it. Indent it like its neighbours, and quote a text that starts with a quote or a bracket.
                        a: b: s3cret        | 1:5: error YAML_SYNTAX: there is a `:` where no key is allowed. Put a text that contains `: ` in quotes, and a key on its own line below its parent.
                        a: - s3cret         | 1:4: error YAML_SYNTAX: there is a `-` where no list can start. Put the list on its own lines below the key, or quote a text that starts with `-`.
                        a: ? s3cret         | 1:4: error YAML_SYNTAX: there is a `?` where no key is allowed. Put a text that starts with `?` in quotes.
                        a: [s3cret          | 1:4: error YAML_SYNTAX: the list that starts here is not closed. Add the missing `]`.
                        a: {s3cret          | 1:4: error YAML_SYNTAX: the map that starts here is not closed. Add the missing `}`.
                        a: {b: c: s3cret}   | 1:9: error YAML_SYNTAX: a `,` or `}` is missing before this. Add it, and quote a text that contains a bracket, a comma or a `{{`.
                        a: [b,,s3cret]      | 1:7: error YAML_SYNTAX: a value is missing before this. Write the value, or quote a text.
                        a: !x!s3cret b      | 1:4: error YAML_SYNTAX: this is not a valid YAML tag. Put a text that starts with `!` in quotes.
                        a:/s3cret           | 2:1: error YAML_SYNTAX: a line of a map has no `:` after its key. Write `key: value`, or indent the line if it continues the one above.
                        a:/-s3cret/- b      | 2:1: error YAML_SYNTAX: there is no space after the `-` of this line, so it is a text and not an item of a list. Write `- item`, or put the text in quotes.
                        a: {b: s3cret/c: d  | 2:2: error YAML_SYNTAX: a `,` or `}` is missing before this, in the map that starts in line 1. Add it, and quote a text that contains a bracket, a comma or a `{{`.
                        a:s3cret/b: c       | 1:1: error YAML_SYNTAX: there is no space after the `:` of this line, so it is a text and not a key with a value. Write `key: value`.
                        - a:s3cret/  b: c   | 1:3: error YAML_SYNTAX: there is no space after the `:` of this line, so it is a text and not a key with a value. Write `key: value`.
                        a: b/  s3cret: d    | 2:9: error YAML_SYNTAX: there is a `:` where no key is allowed. Put a text that contains `: ` in quotes, and a key on its own line below its parent.
                        a:/  b: 1/ c: 2     | 3:2: error YAML_SYNTAX: the indentation of this line fits neither the map of line 1 nor anything around it. Indent it like its neighbours, and quote a text that starts with a quote or a bracket.
                        - a/b: c            | 2:1: error YAML_SYNTAX: the indentation of this line fits neither the list of line 1 nor anything around it. Indent it like its neighbours, and quote a text that starts with a quote or a bracket.
                        {"a": 1} ["b"]      | 1:10: error YAML_SYNTAX: there is text after the end of the document. Put `---` between documents, or indent the line.
                        %YAML x/---/a: b    | 1:7: error YAML_SYNTAX: a line that starts with `%` is not a valid YAML directive. Remove it or quote it.
                        %YAML 2.0/---/a: b  | 1:1: error YAML_SYNTAX: this is not valid YAML. Check the text here and above.
                        """)
        void of_bad_syntax_are_one_line_and_hold_no_value(String text, String message) {
            assertRefused(text.replace('/', '\n') + "\n").hasMessage("f.yaml:" + message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a: |s3cret\n", "a: >0\n", "a: |\n    \n  b\n"})
        void of_bad_text_blocks_say_what_a_good_one_is(String text) {
            assertRefused(text)
                    .hasMessageContaining(
                            ": error YAML_SYNTAX: the start of the text block is not valid: empty lines are indented deeper than its first line, or its `|` or `>` is followed by something else. Indent its lines equally, or quote a text that starts with `|` or `>`.");
        }

        @Test
        void of_syntax_come_after_what_was_found_above() {
            assertRefused("a: 1\na: 2\nb: @\n").hasMessage("""
                            f.yaml:2:1: error YAML_DUPLICATE_KEY a: this key is there twice, first in line 1. Remove or rename one of the two.
                            f.yaml:3:4: error YAML_SYNTAX: a plain text cannot start with `@`. Put the text in quotes.""");
        }

        @Test
        void of_half_surrogate_pairs() {
            assertRefused("a: \"\\ud83d\"\n")
                    .hasMessage(
                            "f.yaml:1:4: error YAML_LONE_SURROGATE a: an escape is half of a surrogate pair, which is not a character. Write both halves, or the character itself.");
        }
    }

    @Nested
    class Bytes {
        @ParameterizedTest
        @CsvSource({
            "UTF-16BE, UTF-16 (big-endian)",
            "UTF-16LE, UTF-16 (little-endian)",
            "UTF-32BE, UTF-32 (big-endian)",
            "UTF-32LE, UTF-32 (little-endian)"
        })
        void of_another_encoding_are_refused_with_and_without_a_mark(String charset, String name) {
            String message = "f.yaml:1:1: error YAML_ENCODING: the file is in " + name
                    + ", and YAML for Kubernetes is in UTF-8. Save the file as UTF-8.";

            assertRefused("a: ä\n".getBytes(Charset.forName(charset))).hasMessage(message);
            assertRefused("\ufeffa: ä\n".getBytes(Charset.forName(charset))).hasMessage(message);
        }

        @Test
        void that_only_look_like_another_encoding_are_binary() {
            assertRefused(new byte[] {'a', 0, 'b'})
                    .hasMessage(
                            "f.yaml:1:2: error YAML_BINARY: the file contains the control character U+0000, so it is not text. Name a YAML file, or write the character as an escape in double quotes.");
            assertRefused("a".getBytes(UTF_16BE)).hasMessageContaining("UTF-16 (big-endian)");
            assertRefused("a".getBytes(UTF_16LE)).hasMessageContaining("UTF-16 (little-endian)");
        }

        @Test
        void of_a_byte_order_mark_are_refused_behind_the_start_of_a_text() throws IOException {
            byte[] marked = "\ufeffa: b\n".getBytes(UTF_8);
            assertThat(tree("\ufeffa: b\n")).isEqualTo(tree("a: b\n"));
            assertThat(YamlReader.readAll("f.yaml", marked).get(0).locations().of("a"))
                    .hasToString("f.yaml:1:1: a");
            YamlPart part =
                    YamlReader.parts("f.yaml", new ByteArrayInputStream(marked)).next();
            assertThat(part.read().get(0).tree()).isEqualTo(tree("a: b\n"));
            assertRefused("a: b\n---\n\ufeffc: d\n")
                    .hasMessage(
                            "f.yaml:3:1: error YAML_BYTE_ORDER_MARK: the text contains a byte-order mark. Remove it, or write it as `\\uFEFF` in double quotes.");
        }

        @Test
        void that_are_not_utf_8_are_rejected() {
            assertRefused(new byte[] {'a', ':', '\r', '\n', ' ', (byte) 0xC3, (byte) 0xA4, (byte) 0xFF, 'x'})
                    .hasMessage(
                            "f.yaml:2:3: error YAML_ENCODING: the bytes here are not UTF-8. Save the file as UTF-8, or remove what is not text.");
            assertRefused(new byte[] {'a', ':', ' ', (byte) 0xC3})
                    .hasMessage(
                            "f.yaml:1:4: error YAML_ENCODING: the bytes here are not UTF-8. Save the file as UTF-8, or remove what is not text.");
        }

        @Test
        void of_the_replacement_character_are_read() {
            assertThat(tree("a: \ufffd\n")).isEqualTo(MapTree.of("a", "\ufffd"));
        }

        @ParameterizedTest
        @CsvSource({"1, 0001", "27, 001B", "127, 007F", "159, 009F", "65534, FFFE", "65535, FFFF"})
        void of_control_characters_are_refused(int c, String name) {
            assertRefused("a: b\n😀" + (char) c)
                    .hasMessage(
                            "f.yaml:2:2: error YAML_BINARY: the file contains the control character U+" + name
                                    + ", so it is not text. Name a YAML file, or write the character as an escape in double quotes.");
        }

        @ParameterizedTest
        @CsvSource({"133, 0085", "8232, 2028", "8233, 2029"})
        void of_line_separators_are_refused_since_readers_disagree(int c, String name) {
            assertRefused("a: b" + (char) c + "c: d\n")
                    .hasMessage("f.yaml:1:5: error YAML_LINE_SEPARATOR: the character U+" + name
                            + " ends a line for Helm and kubectl, but not for other tools. Remove it, or write it as `\\u"
                            + name + "` in double quotes.");
            assertThat(tree("a: \"b\\u" + name + "\"")).isEqualTo(MapTree.of("a", "b" + (char) c));
        }

        @Test
        void beyond_16_mebibytes_are_refused() {
            assertRefused(new byte[16 * 1024 * 1024 + 1])
                    .hasMessage(
                            "f.yaml: error FILE_TOO_LARGE: the file is larger than 16 MiB. Split it into smaller files.");
        }

        @Test
        void of_one_scalar_of_many_mebibytes_are_read_in_linear_time() {
            String text = "x".repeat(8_000_000);

            assertThat(tree("a: " + text + "\n")).isEqualTo(MapTree.of("a", text));
        }
    }

    @Nested
    class Paths {
        @TempDir
        Path folder;

        @Test
        void of_files_are_read() throws IOException {
            Path file = Files.writeString(folder.resolve("values.yaml"), "a: 1\n---\nb: 2\n");

            assertThat(YamlReader.readAll(file))
                    .hasSize(2)
                    .allMatch(d -> d.file().equals(file.toString()));
            assertThatThrownBy(() -> YamlReader.read(file)).hasMessageStartingWith(file + ":2:1: error YAML_SEVERAL_");
            Files.writeString(file, "a: 1\n");
            assertThat(YamlReader.read(file).tree()).isEqualTo(MapTree.of("a", ScalarTree.of(1)));
        }

        @Test
        void of_nothing_are_refused() {
            Path missing = folder.resolve("missing.yaml");

            assertThatThrownBy(() -> YamlReader.read(missing))
                    .hasMessage(missing + ": error FILE_MISSING: there is no such file. Check the path.");
        }

        @Test
        void of_directories_are_refused() {
            assertThatThrownBy(() -> YamlReader.readAll(folder))
                    .hasMessage(folder + ": error FILE_IS_DIRECTORY: this is a directory. Name a file in it.");
        }

        @Test
        void of_what_cannot_be_read_are_refused() throws IOException {
            Path loop = folder.resolve("loop.yaml");
            Files.createSymbolicLink(loop, loop);

            assertThatThrownBy(() -> YamlReader.read(loop))
                    .hasMessage(loop + ": error FILE_UNREADABLE: the file cannot be read. Check its permissions.");
        }

        @Test
        void of_files_that_are_too_large_are_refused_unread() throws IOException {
            Path file = folder.resolve("large.yaml");
            try (var channel = Files.newByteChannel(
                    file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
                channel.position(100L * 1024 * 1024).write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
            }

            assertThatThrownBy(() -> YamlReader.read(file))
                    .hasMessage(file
                            + ": error FILE_TOO_LARGE: the file is larger than 16 MiB. Split it into smaller files.");
        }
    }

    @Nested
    class Manifests {
        @Test
        void keep_their_places() {
            ManifestSet manifests = manifests("""
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: b
                    """);

            assertThat(manifests.manifests()).hasToString("[ConfigMap/a, ConfigMap/b]");
            assertThat(manifests.place(manifests.find("ConfigMap", "b").orElseThrow(), "metadata.name"))
                    .hasToString("f.yaml:8:3: ConfigMap/b.metadata.name");
        }

        @Test
        void are_refused_where_they_are_none_all_at_once() {
            assertThatThrownBy(() -> manifests("""
                            kind: ConfigMap
                            metadata: {name: a}
                            ---
                            - apiVersion: v1
                            """))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessageContaining("f.yaml:1:1: error ")
                    .hasMessageContaining(
                            "f.yaml:4:1: error NOT_A_MANIFEST: this document is a list, and not a manifest. Write a map with"
                                    + " `apiVersion`, `kind` and `metadata`.");
        }

        private ManifestSet manifests(String text) {
            return YamlReader.readManifests("f.yaml", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_document_shows_no_values() {
        assertThat(read("password: s3cret\n")).hasToString("f.yaml: map of [password]");
        assertThat(read("a: 1\n").locations()).isNotEqualTo(Locations.none());
    }
}
