package com.adorsys.webank.deploy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlPartsTest {
    private final List<String> documents = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private void read(InputStream in) throws IOException {
        YamlParts parts = YamlReader.parts("a.yaml", in);
        try {
            for (YamlPart part = parts.next(); part != null; part = parts.next()) {
                read(part);
            }
        } catch (DeployException.InvalidInput e) {
            add(e);
        }
    }

    private void read(YamlPart part) {
        try {
            for (YamlDocument document : part.read()) {
                Location place = document.locations().of("k");
                documents.add(place.line() + " " + Trees.text((MapTree) document.tree(), "k"));
            }
        } catch (DeployException.InvalidInput e) {
            add(e);
        }
    }

    private void add(DeployException.InvalidInput found) {
        for (Problem problem : found.problems()) {
            problems.add(problem.location().position() + " " + problem.code());
        }
    }

    private void read(String text) throws IOException {
        read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void each_document_has_the_lines_of_the_file() throws IOException {
        read("""
                # a comment
                k: a
                ---
                # nothing
                --- # b
                k: b
                --- {k: c}
                ...
                ---
                {"k": "d"}
                ---
                k: |
                  ---
                  --- f
                --- k
                """.replace("--- k\n", "---"));

        assertThat(documents).containsExactly("2 a", "6 b", "7 c", "10 d", "12 ---\n--- f\n");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_document_that_cannot_be_read_does_not_keep_others_from_being_read() throws IOException {
        read("k: a\n---\nk: [\n---\nk: b\n---\r\nk: \"\n--- \nk:\u0007\n---\nk: c\n");

        assertThat(documents).containsExactly("1 a", "5 b", "11 c");
        assertThat(problems)
                .containsExactly("a.yaml:4:1 YAML_SYNTAX", "a.yaml:7:4 YAML_SYNTAX", "a.yaml:9:3 YAML_BINARY");
    }

    @Test
    void the_text_may_be_larger_than_a_document() throws IOException {
        String document = "k: a\n#" + "x".repeat(YamlReader.LARGEST / 3) + "\n---\n";
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        }

        read(new SequenceInputStream(Collections.enumeration(parts)));

        assertThat(documents).containsExactly("1 a", "4 a", "7 a", "10 a");
        documents.clear();
        read(document.replace("\n---", "").repeat(4));
        assertThat(problems).containsExactly("a.yaml FILE_TOO_LARGE");
    }

    /** Longer than what is read as a whole, with brackets, dashes and quotes that are none. */
    private static final String LONG = "]}, \\\" [{ - x ".repeat(4_000);

    private static final int ITEMS = 120;

    @Test
    void objects_of_json_that_follow_one_another_are_parts() throws IOException {
        StringBuilder text = new StringBuilder("---\n");
        for (int i = 0; i < ITEMS; i++) {
            text.append("{\"k\": \"")
                    .append(i)
                    .append("\",\n\"long\": \"")
                    .append(LONG)
                    .append("\"}");
            text.append(i % 2 == 0 ? "" : "\n");
        }
        read(text + "---\nk: last\n");

        assertThat(problems).isEmpty();
        assertThat(documents).hasSize(ITEMS + 1).startsWith("2 0", "3 1", "5 2", "6 3");
        assertThat(documents.get(ITEMS)).isEqualTo((2 + ITEMS * 3 / 2 + 1) + " last");
    }

    @Test
    void items_of_a_long_list_of_json_are_parts() throws IOException {
        StringBuilder text = new StringBuilder("{\"apiVersion\": \"v1\", \"items\" : [");
        for (int i = 0; i < ITEMS; i++) {
            text.append(i == 0 ? "\n" : ",\n");
            text.append("{\"kind\": \"A\", \"k\": \"")
                    .append(i)
                    .append("\", \"long\": \"")
                    .append(LONG)
                    .append("\"}");
        }
        read(text + "\n], \"kind\": \"List\", \"metadata\": {}}\n{\"k\": \"next\"}");

        assertThat(problems).isEmpty();
        assertThat(documents).hasSize(ITEMS + 1).startsWith("2 0", "3 1").endsWith((ITEMS + 3) + " next");

        documents.clear();
        read(text.toString());

        assertThat(documents).hasSize(ITEMS);
        assertThat(problems)
                .containsExactly(
                        "a.yaml:" + (ITEMS + 1) + ":" + (text.length() - text.lastIndexOf("\n")) + " YAML_SYNTAX");
    }

    @Test
    void items_of_a_long_list_in_block_style_are_parts() throws IOException {
        for (String indent : List.of("", "  ")) {
            documents.clear();
            StringBuilder text = new StringBuilder("# a comment\napiVersion: v1\nkind: ThingList\nitems: \n");
            for (int i = 0; i < ITEMS; i++) {
                text.append(indent).append("- k: '").append(i).append("'\n");
                text.append(indent)
                        .append("  long: |\n")
                        .append(indent)
                        .append("    - ")
                        .append(LONG)
                        .append("\n");
                text.append("\n")
                        .append(indent)
                        .append("  # more\n")
                        .append(indent)
                        .append("  list:\n");
                text.append(indent).append("  - a\n");
            }
            read(text + "metadata: {}\n---\nk: next\n");

            assertThat(problems).isEmpty();
            assertThat(documents)
                    .hasSize(ITEMS + 1)
                    .startsWith("5 0", "12 1", "19 2")
                    .endsWith((ITEMS * 7 + 7) + " next");
        }
    }

    @Test
    void items_have_the_type_of_their_list_and_their_places() throws IOException {
        String item = "\n- metadata: {name: a}\n  long: '" + LONG.replace("'", "") + "'";
        byte[] text =
                ("apiVersion: v1\nkind: ConfigMapList\nitems:" + item.repeat(ITEMS)).getBytes(StandardCharsets.UTF_8);

        YamlPart part =
                YamlReader.parts("a.yaml", new ByteArrayInputStream(text)).next();

        assertThat(part.read()).singleElement().satisfies(object -> {
            assertThat(Trees.text((MapTree) object.tree(), "kind")).isEqualTo("ConfigMap");
            assertThat(object.locations().of("metadata.name").position()).isEqualTo("a.yaml:4:14");
        });
    }

    @Test
    void a_list_whose_items_share_a_value_is_read_as_a_whole() throws IOException {
        String item = "\n- kind: ConfigMap\n  a: *x\n  long: '" + LONG + "'";
        String text = "apiVersion: v1\nkind: List\nitems:\n- kind: ConfigMap\n  a: &x {b: c}" + item.repeat(ITEMS);

        YamlPart part = YamlReader.parts("a.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .next();

        assertThat(part.read().get(0).objects()).hasSize(ITEMS + 1);
    }

    @Test
    void items_that_share_a_value_are_one_part_with_all_that_follow() throws IOException {
        String item = "- kind: ConfigMap\n  k: '%s'\n  long: '" + LONG + "'\n";
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        for (int i = 0; i < ITEMS; i++) {
            text.append(item.formatted(i));
        }
        text.append("- kind: ConfigMap\n  k: &x shared\n- kind: ConfigMap\n  k: *x\n");
        text.append(item.formatted("last"));
        read(text + "metadata: {}\n---\nk: next\n");

        assertThat(problems).isEmpty();
        int line = 3 + ITEMS * 3;
        assertThat(documents)
                .hasSize(ITEMS + 4)
                .startsWith("5 0", "8 1")
                .endsWith((line + 2) + " shared", (line + 4) + " shared", (line + 6) + " last", (line + 10) + " next");
    }

    @Test
    void a_list_of_one_kind_may_name_it_after_its_items() throws IOException {
        String json = "{\"apiVersion\": \"v1\", \"items\": ["
                + String.join(
                        ",",
                        Collections.nCopies(ITEMS, "{\"roleRef\": {\"kind\": \"Role\"}, \"long\": \"" + LONG + "\"}"))
                + "], \"kind\": \"RoleBindingList\"}";
        String block = "apiVersion: v1\nitems:\n"
                + ("- roleRef: {kind: Role}\n  long: '" + LONG + "'\n").repeat(ITEMS)
                + "kind: RoleBindingList\n";

        for (String text : List.of(json, block)) {
            YamlPart part = YamlReader.parts("a.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .next();

            assertThat(part.read().get(0).objects())
                    .hasSize(ITEMS)
                    .allSatisfy(object -> assertThat(Trees.text((MapTree) object.tree(), "kind"))
                            .isEqualTo("RoleBinding"));
        }
    }
}
