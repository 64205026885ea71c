package com.adorsys.webank.deploy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

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

class YamlStreamTest {
    private final List<String> documents = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private void read(InputStream in) throws IOException {
        YamlReader.readEach("a.yaml", in, new YamlReader.Sink() {
            @Override
            public void document(YamlDocument document) {
                documents.add(document.locations().of("k").line() + " " + Trees.text((MapTree) document.tree(), "k"));
            }

            @Override
            public void problems(List<Problem> found) {
                found.forEach(problem -> problems.add(problem.location().position() + " " + problem.code()));
            }
        });
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
}
