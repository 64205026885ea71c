package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Image;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLockTest {
    private static final Image NEW = Image.parse("ghcr.io/a/obs@sha256:" + "0".repeat(64));

    @Test
    void one_image_is_replaced_where_it_stands() {
        ImageLock lock = lock("""
                # The images of dev.
                userapp:   "ghcr.io/a/userapp:1"   # reviewed by Jane

                obs: ghcr.io/a/obs:1   # keep: this one

                # The end.
                """);

        assertThat(lock.with("obs", NEW)
                        .with("userapp", Image.parse("ghcr.io/a/userapp:2"))
                        .text())
                .isEqualTo("""
                # The images of dev.
                userapp:   ghcr.io/a/userapp:2   # reviewed by Jane

                obs: ghcr.io/a/obs@sha256:%s   # keep: this one

                # The end.
                """.formatted("0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obs: old:1\\n",
                "obs: old:1",
                "\"obs\": 'old:1'\\n",
                "obs:    old:1\\r\\nprs: b:1\\r\\n",
                "{obs: old:1, prs: b:1}\\n",
                "---\\nobs: old:1\\n...\\n",
                "prs: old:1\\n\"obs\": old:1 # obs: old:1\\n"
            })
    void an_image_is_replaced_in_every_form_of_one_line(String escaped) {
        String text = escaped.translateEscapes();
        ImageLock lock = lock(text);
        Map<String, Image> expected = new LinkedHashMap<>(lock.images());
        expected.put("obs", NEW);

        ImageLock changed = lock.with("obs", NEW);

        assertThat(changed.images()).isEqualTo(expected);
        assertThat(changed.text()).doesNotContain("obs: old:1 #");
        assertThat(changed.text().length() - text.length())
                .isBetween(NEW.toString().length() - 7, NEW.toString().length() - 5);
    }

    @Test
    void a_component_that_is_not_in_the_file_becomes_its_last_line() {
        assertThat(ImageLock.empty().with("obs", NEW).text()).isEqualTo("obs: " + NEW + "\n");
        assertThat(lock("# none yet").with("obs", NEW).text()).isEqualTo("# none yet\nobs: " + NEW + "\n");
        assertThat(lock("prs: b:1\r\n").with("obs", NEW).text()).isEqualTo("prs: b:1\r\nobs: " + NEW + "\r\n");
    }

    @Test
    void the_same_image_changes_nothing() {
        ImageLock lock = lock("obs:  'old:1'\n");

        assertThat(lock.with("obs", Image.parse("old:1"))).isSameAs(lock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"obs:\\n  old:1\\n", "obs: >-\\n  old:1\\n", "obs: &a old:1\\nprs: *a\\n", "{prs: b:1}\\n"})
    void a_form_that_cannot_be_kept_is_refused(String escaped) {
        assertThatThrownBy(() -> lock(escaped.translateEscapes()).with("obs", NEW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the image cannot be replaced without a change of other lines."
                        + " Write `obs: IMAGE` on a line of its own.");
    }

    @Test
    void values_that_yaml_reads_as_numbers_are_shown_as_they_are_written() {
        assertThatThrownBy(() -> lock("obs: 0123456\n"))
                .hasMessage("dev.yaml:1:1: error WRONG_TYPE obs: this is 0123456, which YAML reads as the number 42798;"
                        + " an image reference in quotes is expected. Write a line `COMPONENT: IMAGE` for each"
                        + " component.");
    }

    @Test
    void values_that_are_not_images_are_errors_with_their_place() {
        assertThatThrownBy(() -> lock("obs: 1.5\nprs: Not/An Image\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.location().toString())
                                .containsExactly("dev.yaml:1:1: obs", "dev.yaml:2:1: prs"));
    }

    @Property
    void only_the_line_of_the_component_changes(@ForAll("files") String text) {
        ImageLock lock = lock(text);
        String component = lock.images().keySet().iterator().next();

        String[] before = text.split("\n", -1);
        String[] after = lock.with(component, NEW).text().split("\n", -1);

        assertThat(after).hasSameSizeAs(before);
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i].equals(after[i]) ? 0 : 1;
        }
        assertThat(changed).isEqualTo(1);
        assertThat(lock(String.join("\n", after)).images()).containsEntry(component, NEW);
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> names = Arbitraries.of("obs", "prs", "userapp", "my-service", "\"quoted\"", "'single'");
        Arbitrary<String> images =
                Arbitraries.of("a:1", "\"b.c/d:2\"", "'e:3'", "r:5000/f/g:v1.0@sha256:" + "a".repeat(64));
        Arbitrary<String> blanks = Arbitraries.of(" ", "  ", "     ");
        Arbitrary<String> comments = Arbitraries.of("", " # obs: a:1", "   #", " # it's \"quoted\": {x}");
        Arbitrary<String> lines = Combinators.combine(names, blanks, images, comments)
                .as((name, blank, image, comment) -> name + ":" + blank + image + comment + "\n");
        Arbitrary<String> between = Arbitraries.of("", "\n", "# a comment\n", "   \n");
        return Combinators.combine(between, lines, between)
                .as((before, line, after) -> before + line + after)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(
                        line -> line.strip().replaceAll("(?m)^#.*\n|^\\s+", "").split(":")[0])
                .map(all -> String.join("", all));
    }

    private static ImageLock lock(String text) {
        return ImageLock.of("dev.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
