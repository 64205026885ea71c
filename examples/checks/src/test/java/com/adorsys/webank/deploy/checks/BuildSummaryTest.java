package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildSummaryTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path root;

    private Path module;

    @BeforeEach
    void makeModule() throws IOException {
        module = Files.createDirectories(root.resolve("module"));
        Files.writeString(module.resolve("pom.xml"), "<project/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.junit.jupiter.api.Test",
                "@org.junit.jupiter.params.ParameterizedTest",
                "@org.junit.jupiter.api.TestFactory",
                "@org.junit.jupiter.api.RepeatedTest(2)",
                "@net.jqwik.api.Property",
                "@net.jqwik.api.Example"
            })
    void a_class_whose_tests_were_not_run_is_found(String annotation) throws IOException {
        compile("class Never { " + annotation + " void holds() {} }", "class Other {}");

        assertThat(notRun()).containsExactly("Never");

        writeReport("surefire-reports", "Never");
        assertThat(notRun()).isEmpty();
    }

    @Test
    void classes_that_were_not_run_fail_the_build() throws IOException {
        compile("class First { @org.junit.jupiter.api.Test void holds() {} }", "class Second extends First {}");

        assertThatIllegalStateException()
                .isThrownBy(() -> summary().requireAllRun(List.of(module)))
                .withMessage("no test of these classes was run: First, Second."
                        + " Name a class *Test, or *IT for an integration test");
    }

    @Test
    void a_nested_class_counts_by_itself() throws IOException {
        compile(
                "class OuterTest { @org.junit.jupiter.api.Nested class Inner { @org.junit.jupiter.api.Test void holds() {} } }");

        assertThat(notRun()).containsExactly("OuterTest$Inner");

        writeReport("surefire-reports", "OuterTest$Inner");
        assertThat(notRun()).isEmpty();
    }

    @Test
    void inherited_tests_are_run_by_each_class_that_is_not_abstract() throws IOException {
        compile(
                "abstract class Base { @org.junit.jupiter.api.Test void holds() {} }",
                "interface Contract { @org.junit.jupiter.api.Test default void agrees() {} }",
                "class ATest extends Base {}",
                "class BTest extends Base {}",
                "class CTest implements Contract {}");
        writeReport("surefire-reports", "ATest");

        assertThat(notRun()).containsExactly("BTest", "CTest");
    }

    @Test
    void integration_tests_count() throws IOException {
        compile("class RealIT { @org.junit.jupiter.api.Test void holds() {} }");

        writeReport("failsafe-reports", "RealIT");

        assertThat(notRun()).isEmpty();
    }

    @Test
    void a_report_of_an_earlier_build_does_not_count() throws IOException {
        compile("class OldTest { @org.junit.jupiter.api.Test void holds() {} }");
        Path report = writeReport("surefire-reports", "OldTest");
        Files.setLastModifiedTime(report, FileTime.from(START.minusSeconds(1)));

        assertThat(notRun()).containsExactly("OldTest");
    }

    @Test
    void only_modules_of_the_build_are_compared() throws IOException {
        compile("class OtherTest { @org.junit.jupiter.api.Test void holds() {} }");

        assertThat(summary().notRun(List.of())).isEmpty();
        assertThat(notRun()).containsExactly("OtherTest");
    }

    @Test
    void the_last_lines_count_unit_tests_and_integration_tests() throws IOException {
        Files.createDirectories(module.resolve("src/test/java"));
        writeReport("surefire-reports", "ATest");
        writeReport("failsafe-reports", "AIT");
        writeReport("invoker-reports", "hosts.spring-boot");

        assertThat(summary().text(List.of()).lines())
                .contains("  module      1 unit tests     0.5 s      2 integration tests     1.0 s")
                .endsWith("Skipped: nothing");
    }

    @Test
    void what_is_skipped_for_want_of_what_no_build_can_make_is_shown_and_allowed() throws IOException {
        writeSkip("ATest", "Assumption failed: there is no folder `x`");

        BuildSummary summary = summary();

        assertThat(summary.text(List.of()).lines()).endsWith("Skipped: 1", "  ATest.holds: there is no folder `x`");
        assertThatCode(summary::requireNothingSkipped).doesNotThrowAnyException();
    }

    @Test
    void what_is_skipped_for_another_reason_fails_a_build_that_skips_nothing() throws IOException {
        writeSkip("ATest", "there is no folder `x`");
        writeSkip("BTest", "it is slow");

        assertThatIllegalStateException()
                .isThrownBy(() -> summary().requireNothingSkipped())
                .withMessage("CI skips nothing that it could run, but 1 skipped, see the last lines:"
                        + " BTest.holds: it is slow");
    }

    @Test
    void the_last_lines_say_what_was_not_compared() throws IOException {
        assertThat(summary().text(List.of("test", "skipITs")).lines())
                .contains("Not compared: which classes have tests, and which were run, because of -Dtest, -DskipITs");
    }

    private SortedSet<String> notRun() throws IOException {
        return summary().notRun(List.of(module));
    }

    private BuildSummary summary() throws IOException {
        return BuildSummary.read(root, START);
    }

    private Path writeReport(String folder, String testClass) throws IOException {
        return writeReport(folder, testClass, "");
    }

    private void writeSkip(String testClass, String reason) throws IOException {
        writeReport(
                "surefire-reports",
                testClass,
                "<skipped message=\"org.opentest4j.TestAbortedException: %s\"/>".formatted(reason));
    }

    private Path writeReport(String folder, String testClass, String outcome) throws IOException {
        Path report = module.resolve("target").resolve(folder).resolve("TEST-" + testClass + ".xml");
        Files.createDirectories(report.getParent());
        return Files.writeString(report, """
                <testsuite><testcase name="holds" classname="%s" time="0.5">%s</testcase></testsuite>
                """.formatted(testClass, outcome));
    }

    private void compile(String... types) throws IOException {
        Path source = Files.writeString(root.resolve("Types.java"), String.join("\n", types));
        Path classes = Files.createDirectories(module.resolve("target/test-classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter messages = new StringWriter();
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
