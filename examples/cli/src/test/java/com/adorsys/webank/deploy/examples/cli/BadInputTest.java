package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is no input, for every command that reads a file: exit code 2, a line that says where and what to do, no output. */
class BadInputTest {
    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void a_file_that_is_missing() {
        refuses("a.yaml", "a.yaml: error FILE_MISSING: there is no such file. Check the path.");
    }

    @Test
    void a_directory() throws IOException {
        Files.createDirectories(folder.resolve("a.yaml"));
        assertRendersNothing("a.yaml", "a.yaml: error FILE_IS_DIRECTORY: this is a directory. Name a file in it.");
        assertThat(tool.run("check a.yaml")).isEqualTo(new Result(2, "", """
                                a.yaml: error NOTHING_TO_CHECK: this folder contains no *.yaml, *.yml or *.json. Name a file, or another folder.
                                0 files, 1 error, 0 warnings
                                """));
    }

    @Test
    void an_empty_file() {
        tool.file("a.yaml", "");
        assertRendersNothing("a.yaml", "a.yaml: error YAML_EMPTY: the file is empty. Write a document into it.");
        assertFinds("a.yaml", "a.yaml: error YAML_EMPTY: the file is empty. Write a document into it.");
    }

    @Test
    void nothing_but_comments() {
        tool.file("a.yaml", "# replicaCount: 2\n---\n");
        assertRendersNothing(
                "a.yaml",
                "a.yaml: error YAML_EMPTY: the file has no value, only comments or document markers. Write a document into it.");
        assertFinds("a.yaml", "a.yaml: error YAML_EMPTY: the file is empty. Write a document into it.");
    }

    @Test
    void bytes_that_are_no_text() {
        tool.file("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xC3, 0x28, '\n'});
        refuses(
                "a.yaml",
                "a.yaml:1:4: error YAML_ENCODING: the bytes here are not UTF-8. Save the file as UTF-8, or remove what is not text.");
    }

    @Test
    void control_characters() {
        tool.file("a.yaml", "a: \u0007\n");
        refuses(
                "a.yaml",
                "a.yaml:1:4: error YAML_BINARY: the file contains the control character U+0007, so it is not text. Name a YAML file, or write the character as an escape in double quotes.");
    }

    @Test
    void utf_16() {
        tool.file("a.yaml", "image:\n  tag: a\n".getBytes(StandardCharsets.UTF_16LE));
        refuses(
                "a.yaml",
                "a.yaml:1:1: error YAML_ENCODING: the file is in UTF-16 (little-endian), and YAML for Kubernetes is in UTF-8. Save the file as UTF-8.");
    }

    @Test
    void a_byte_order_mark_behind_the_start() {
        tool.file("a.yaml", "\uFEFFimage:\n  tag: a\n\uFEFFb: c\n");
        refuses(
                "a.yaml",
                "a.yaml:3:1: error YAML_BYTE_ORDER_MARK: the text contains a byte-order mark. Remove it, or write it as `\\uFEFF` in double quotes.");
    }

    @Test
    void tabs() {
        tool.file("a.yaml", "image:\n\ttag: a\n");
        refuses("a.yaml", "a.yaml:2:1: error YAML_TAB: a tab indents this line. Indent with spaces.");
    }

    @Test
    void duplicate_keys() {
        tool.file("a.yaml", "image:\n  tag: a\nimage:\n  tag: b\n");
        refuses(
                "a.yaml",
                "a.yaml:3:1: error YAML_DUPLICATE_KEY image: this key is there twice, first in line 1. Remove or rename one of the two.");
    }

    @Test
    @Timeout(10)
    void an_alias_bomb() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            bomb.append(c).append(": &").append(c).append(" [");
            for (int i = 0; i < 10; i++) {
                bomb.append(i == 0 ? "*" : ", *").append((char) (c - 1));
            }
            bomb.append("]\n");
        }
        tool.file("a.yaml", bomb.toString());
        refuses(
                "a.yaml",
                "a.yaml:5:36: error YAML_ALIAS_BOMB e[7]: the aliases of this document expand to more than 100,000 values. Write the values out, or split the file.");
    }

    @Test
    @Timeout(10)
    void a_hundred_megabytes() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("a.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        refuses("a.yaml", "a.yaml: error FILE_TOO_LARGE: the file is larger than 16 MiB. Split it into smaller files.");
    }

    @Test
    void what_breaks_off() {
        tool.file("a.yaml", "image: \"abc\n");
        refuses(
                "a.yaml",
                "a.yaml:1:8: error YAML_SYNTAX: the quoted text that starts here is not closed. Add the missing quote.");
    }

    @Test
    void a_list_and_a_text() {
        for (String text : new String[] {"- a\n", "a\n"}) {
            tool.file("a.yaml", text);
            refuses(
                    "a.yaml",
                    "a.yaml:1:1: error WRONG_TYPE: the values are "
                            + (text.equals("a\n") ? "a text or a number" : "a list")
                            + "; a map is expected. Write the chart's keys, as in `replicaCount: 1`, or `{}` for none.");
        }
    }

    @Test
    void several_documents_where_one_is_expected() {
        tool.file("a.yaml", "image: {}\n---\nimage: {}\n");
        assertRendersNothing(
                "a.yaml",
                "a.yaml:2:1: error YAML_SEVERAL_DOCUMENTS: a second document starts here, and only one is expected. Keep one document in the file.");
    }

    @Test
    void values_of_several_documents_in_a_check() {
        tool.file("two.yaml", "{}\n---\nreplicaCount: 2\n");
        assertFinds(
                "two.yaml",
                "two.yaml:3:1: error YAML_SEVERAL_DOCUMENTS: this document is values (it has neither `apiVersion` nor `kind`), and is not the first of the file. Write values into a file of their own.");
    }

    @Test
    void an_unknown_kind() {
        tool.file("a.yaml", "apiVersion: apps/v1\nkind: Deploymnet\nmetadata:\n  name: a\n");
        assertFinds(
                "a.yaml",
                "a.yaml:2:1: error UNKNOWN_KIND Deploymnet/a.kind: `Deploymnet` is not a kind of `apps/v1`. Did you mean `Deployment`? If so, write it.");
        tool.file("b.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Aplication\nmetadata:\n  name: a\n");
        assertFinds(
                "b.yaml",
                "b.yaml:2:1: error UNKNOWN_KIND Aplication/a.kind: `Aplication` is not a kind of `argoproj.io`. Did you mean `Application`? If so, write it.");
        tool.file("c.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Elephant\nmetadata:\n  name: a\n");
        assertFinds(
                "c.yaml",
                "c.yaml:2:1: error UNKNOWN_KIND Elephant/a.kind: `Elephant` is not a kind of `argoproj.io`. Correct the kind.");
    }

    @Test
    void a_manifest_without_its_kind() {
        tool.file("a.yaml", "apiVersion: v1\nmetadata:\n  name: a\n");
        assertFinds(
                "a.yaml", "a.yaml:1:1: error MANIFEST_INVALID kind: `kind` is missing. Give it, as in `Deployment`.");
    }

    @Test
    void a_manifest_in_the_place_of_values() {
        tool.file("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n");
        assertRendersNothing(
                "a.yaml",
                "a.yaml:2:1: error NOT_VALUES kind: this is a manifest, neither values nor an Argo CD Application. Name a values file; `webank-deploy check` checks manifests.");
    }

    @Test
    void a_file_whose_name_could_break_a_line() {
        assertThat(tool.run(new String[] {"check", "a\nb\u001b[31m.yaml"}).err())
                .isEqualTo("""
                        a\\u000ab\\u001b[31m.yaml: error FILE_MISSING: there is no such file. Check the path.
                        1 file, 1 error, 0 warnings
                        """);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void standard_input_without_end_is_not_read_to_its_end() {
        Tool endless = new Tool(folder);
        java.io.InputStream zeros = new java.io.InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                java.util.Arrays.fill(bytes, from, from + length, (byte) ' ');
                return length;
            }
        };
        assertThat(endless.run(zeros, "render --values - --release a --namespace b"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "<stdin>: error FILE_TOO_LARGE: the file is larger than 16 MiB. Split it into smaller files.\n"));
    }

    private void refuses(String file, String line) {
        assertRendersNothing(file, line);
        assertFinds(file, line);
    }

    private void assertRendersNothing(String file, String line) {
        assertThat(tool.run("render --release a --namespace b --values " + file))
                .isEqualTo(new Result(2, "", line + "\n"));
    }

    private void assertFinds(String file, String line) {
        assertThat(tool.run("check --chart webank-obs " + file))
                .isEqualTo(new Result(2, "", line + "\n1 file, 1 error, 0 warnings\n"));
    }
}
