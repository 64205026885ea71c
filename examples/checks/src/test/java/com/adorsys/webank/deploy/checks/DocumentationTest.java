package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README and Docs say what is true: their links lead somewhere, their command lines are those of the tool. {@link DocumentationIT}
 * runs their code.
 *
 * <p>What stands behind the language of a fenced block:
 *
 * <ul>
 *   <li>{@code java run}: the block is run after it was compiled; a class with tests by its tests
 *   <li>{@code yaml file=PATH}: the block is a file of the folder in which the document's blocks are run
 *   <li>{@code console run}: each line {@code $ webank-deploy ...} is run, and prints the lines below it; a line
 *       {@code ...} stands for any lines
 *   <li>{@code text flow}: what {@code examples/flow} prints, which its own test compares
 *   <li>{@code yaml shows=PATH}: the block is what is in a file of the folder then
 * </ul>
 *
 * <p>A {@code diff} block is a change to the repository's files, which must fit them; it is compiled with the rest.
 */
class DocumentationTest {
    static final Path ROOT = root();
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Set<String> WORDS = Set.of("run", "flow");

    @TempDir
    private Path folder;

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static List<Markdown> documents() throws IOException {
        List<Markdown> documents = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md")) {
            documents.add(Markdown.read(ROOT, ROOT.resolve(name)));
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve("Docs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                documents.add(Markdown.read(ROOT, file));
            }
        }
        return documents;
    }

    @Test
    void blocks_and_links_are_seen() throws IOException {
        Markdown readme = Markdown.read(ROOT, ROOT.resolve("README.md"));

        assertThat(readme.blocks("java")).anyMatch(Markdown.Block::isRun);
        assertThat(readme.blocks("console")).anyMatch(Markdown.Block::isRun);
        assertThat(readme.links()).extracting(Markdown.Link::target).contains("Docs/architecture.md");
    }

    @Test
    void the_readme_names_the_versions_that_users_get() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(Files.readAllLines(ROOT.resolve("README.md")))
                .filteredOn(line -> line.startsWith("It brings fabric8 "))
                .singleElement()
                .asString()
                .contains(
                        "fabric8 " + version(pom, "fabric8") + " ",
                        "Jackson " + version(pom, "jackson") + " ",
                        "AWS SDK " + version(pom, "aws") + ".");
    }

    private static String version(String pom, String library) {
        Matcher version = Pattern.compile("<" + library + "\\.version>([^<]+)<").matcher(pom);
        assertThat(version.find()).as(library).isTrue();
        return version.group(1);
    }

    @Test
    void every_block_says_what_it_is() throws IOException {
        List<String> found = new ArrayList<>();
        for (Markdown document : documents()) {
            for (Markdown.Block block : document.blocks()) {
                boolean known = !block.language().isEmpty()
                        && block.words().stream()
                                .allMatch(word ->
                                        word.startsWith("file=") || word.startsWith("shows=") || WORDS.contains(word));
                if (!known) {
                    found.add(document.place(block.line()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Markdown document : documents()) {
            for (Markdown.Link link : document.links()) {
                if (link.target().contains("://")) {
                    continue;
                }
                String[] parts = link.target().split("#", 2);
                Path file = parts[0].isEmpty()
                        ? document.file()
                        : document.file().resolveSibling(parts[0]).normalize();
                boolean good = Files.exists(file)
                        && (parts.length == 1 || Markdown.read(ROOT, file).hasAnchor(parts[1]));
                if (!good) {
                    broken.add(document.place(link.line()) + ": " + link.target());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void command_lines_use_what_the_tool_knows() throws Exception {
        Map<String, Set<String>> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Markdown document : documents()) {
            DocumentedCode code = new DocumentedCode(ROOT, document, folder);
            for (String language : List.of("console", "sh", "yaml")) {
                for (Markdown.Block block : document.blocks(language)) {
                    for (String line : block.text().split("\n|&&")) {
                        check(line, code, known, document.place(block.line()), unknown);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static void check(
            String line, DocumentedCode code, Map<String, Set<String>> known, String place, List<String> unknown)
            throws Exception {
        Matcher command = Pattern.compile("^(?:\\$ |- run: |\\s)*\\S*webank-deploy ([a-z]+)(?= |$)(.*)")
                .matcher(line);
        if (!command.find()) {
            return;
        }
        String name = command.group(1);
        if (!known.containsKey(name)) {
            known.put(name, options(code.tool(List.of(name, "--help"))));
        }
        if (known.get(name).isEmpty()) {
            unknown.add(place + ": " + name);
        }
        Matcher option = OPTION.matcher(command.group(2));
        while (option.find()) {
            if (!known.get(name).contains(option.group())) {
                unknown.add(place + ": " + name + " " + option.group());
            }
        }
    }

    /** The options in a command's help; none if there is no such command. */
    private static Set<String> options(DocumentedCode.Result help) {
        Set<String> options = new TreeSet<>();
        Matcher option = OPTION.matcher(help.code() == 0 ? help.text() : "");
        while (option.find()) {
            options.add(option.group());
        }
        return options;
    }
}
