package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ProblemCode;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of the codes of problems is complete, used, stable, and documented.
 *
 * <p>{@code -Dgoldens.update=true} writes the list of codes and the page that is made from the catalogue.
 */
class ProblemCodesTest {
    private static final Path ROOT = DocumentationTest.root();
    private static final Path GOLDEN =
            Path.of("examples", "checks", "src", "test", "resources", "goldens", "problem-codes.txt");
    private static final Path PAGE = Path.of("Docs", "reference", "problems.md");
    private static final Pattern USE = Pattern.compile("ProblemCodes\\s*\\.\\s*([A-Z][A-Z0-9_]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");
    /** A call that reports, with a code that is written out. */
    private static final Pattern REPORT =
            Pattern.compile("\\b(?:error|warning|problem|invalid|refused?|fault|complain|grammar|demand|wrong|found)"
                    + "\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

    @Test
    void each_constant_is_in_the_catalogue_once_under_its_own_name() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : ProblemCodes.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                assertThat(field.get(null)).isEqualTo(field.getName());
                constants.add(field.getName());
            }
        }

        assertThat(constants).hasSizeGreaterThan(200);
        assertThat(ProblemCodes.all()).extracting(ProblemCode::code).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void each_code_has_a_meaning_in_sentences_and_an_example() {
        assertThat(ProblemCodes.all()).allSatisfy(code -> {
            assertThat(code.group()).isNotEmpty();
            assertThat(code.meaning()).matches("[A-Z].*\\.");
            assertThat(code.example()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(ProblemCodes.all()).extracting(ProblemCode::meaning).doesNotHaveDuplicates();
    }

    @Test
    void a_code_is_found_by_its_text() {
        assertThat(ProblemCodes.find("NAME_INVALID"))
                .hasValueSatisfying(code -> assertThat(code.group()).isEqualTo("Fields and settings"));
        assertThat(ProblemCodes.find("MY_OWN")).isEmpty();
    }

    /** Codes are part of the API: waivers, pipelines and users' own code name them. */
    @Test
    void the_codes_are_those_of_the_golden() throws IOException {
        Set<String> codes = new TreeSet<>();
        ProblemCodes.all().forEach(code -> codes.add(code.code()));

        assertIs(GOLDEN, String.join("\n", codes) + "\n");
    }

    @Test
    void main_code_uses_every_code_and_writes_none_out() throws IOException {
        Set<String> codes = new HashSet<>();
        ProblemCodes.all().forEach(code -> codes.add(code.code()));
        Set<String> unused = new TreeSet<>(codes);
        List<String> writtenOut = new ArrayList<>();
        for (Path source : mainSources()) {
            String text = Files.readString(source);
            Matcher use = USE.matcher(text);
            while (use.find()) {
                unused.remove(use.group(1));
            }
            Matcher literal = LITERAL.matcher(text);
            while (literal.find()) {
                if (codes.contains(literal.group(1))) {
                    writtenOut.add(source.getFileName() + ": " + literal.group(1));
                }
            }
            Matcher report = REPORT.matcher(text);
            while (report.find()) {
                writtenOut.add(source.getFileName() + ": " + report.group(1));
            }
        }

        assertThat(writtenOut)
                .as("codes that are not constants of `ProblemCodes`")
                .isEmpty();
        assertThat(unused).as("codes that no main code uses").isEmpty();
    }

    @Test
    void the_page_of_problems_is_made_from_the_catalogue() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Problems

                A problem has a code, a place, what is wrong and what to do. The code is stable between releases and means the same in every package; texts may change. In Java the codes are constants of `ProblemCodes`, and `ProblemCodes.find(code)` gives what is on this page. Of a code that is always a warning the meaning says so; the others are errors, or warnings where the input can still be used.

                This page is made from the catalogue by `ProblemCodesTest`.
                """);
        String group = "";
        for (ProblemCode code : ProblemCodes.all()) {
            if (!code.group().equals(group)) {
                group = code.group();
                page.append("\n## ").append(group).append("\n\n| code | meaning | example |\n|---|---|---|\n");
            }
            page.append("| `").append(code.code()).append("` | ");
            page.append(code.meaning()).append(" | ").append(code.example()).append(" |\n");
        }

        assertIs(PAGE, page.toString());
    }

    private static void assertIs(Path file, String text) throws IOException {
        Path path = ROOT.resolve(file);
        if (Boolean.getBoolean("goldens.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s; run the test with -Dgoldens.update=true to write it, and look at the diff", file)
                .isEqualTo(text);
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("webank-deploy-core", "webank-deploy-dsl", "webank-deploy-eks", "examples/cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("ProblemCodes.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
