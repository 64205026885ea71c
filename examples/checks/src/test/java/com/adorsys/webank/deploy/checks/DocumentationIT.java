package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the README and Docs compiles and runs, and the tool prints what they show, as {@link DocumentationTest} describes. */
@Execution(ExecutionMode.CONCURRENT)
class DocumentationIT {
    private static final Path ROOT = DocumentationTest.ROOT;
    private static final String HOME = "/home/me/webank-deploy";

    @TempDir
    private Path folder;

    static List<Markdown> documents() throws IOException {
        return DocumentationTest.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void code_compiles_and_runs_and_the_tool_prints_what_is_shown(Markdown document) throws Exception {
        DocumentedCode code = new DocumentedCode(ROOT, document, folder);
        assertThat(code.compile()).isEmpty();
        for (Markdown.Block block : document.blocks()) {
            if (block.file().isPresent() && !block.language().equals("java")) {
                Path file = folder.resolve(block.file().get());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            }
        }
        assertThat(code.run()).isEmpty();
        for (Markdown.Block block : document.blocks("console")) {
            if (block.isRun()) {
                run(code, document, block);
            }
        }
        for (Markdown.Block block : document.blocks()) {
            if (block.shown().isPresent()) {
                assertThat(folder.resolve(block.shown().get()))
                        .as(document.place(block.line()))
                        .hasContent(block.text());
            }
        }
    }

    private void run(DocumentedCode code, Markdown document, Markdown.Block block) throws Exception {
        String[] commands = block.text().split("(?m)^\\$ ");
        for (int i = 1; i < commands.length; i++) {
            int end = commands[i].indexOf('\n');
            String expected = commands[i].substring(end + 1);
            List<String> words = List.of(commands[i].substring(0, end).split(" "));
            assertThat(words.get(0)).as(document.place(block.line())).endsWith("webank-deploy");
            String said = code.tool(words.subList(1, words.size()))
                    .text()
                    .replace(folder.toRealPath().toString(), HOME)
                    .replace(folder.toString(), HOME);
            assertThat(said)
                    .as(document.place(block.line()) + ": " + commands[i].substring(0, end))
                    .matches(pattern(expected));
        }
    }

    /** The text itself, but for lines {@code ...}. */
    private static Pattern pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected.split("(?<=\n)")) {
            pattern.append(line.equals("...\n") ? "(?s:.*\n)?" : Pattern.quote(line));
        }
        return Pattern.compile(pattern.toString());
    }
}
