package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaClassNameTest {
    @Test
    void a_name_has_the_path_of_its_source() {
        assertThat(JavaClassName.of("com.example", "Dev").path()).isEqualTo("com/example/Dev.java");
        assertThat(JavaClassName.of("", "Dev").path()).isEqualTo("Dev.java");
        assertThat(JavaClassName.of("", "Dev").packageName()).isEmpty();
        assertThat(JavaClassName.of("com.example", "Dev")).hasToString("com.example.Dev");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a.B", "class", "var", "record", "1A", "A-B", "A B", "\u00c4", "true", "_", "A/../../B"})
    void what_is_no_name_of_a_class_is_refused(String name) {
        assertThat(problems("com.example", name))
                .containsExactly("error NAME_INVALID class: " + Problem.quote(name)
                        + " is not the name of a class. Write one word of letters and digits, as in `DevWebank`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a..b", "a.", "com.new", "a-b", "a/b", " "})
    void what_is_no_name_of_a_package_is_refused(String name) {
        assertThat(problems(name, "Dev"))
                .containsExactly("error NAME_INVALID package: " + Problem.quote(name)
                        + " is not the name of a package. Write words of letters and digits with a dot between them, as in"
                        + " `com.example.deployment`.");
    }

    @Test
    void both_names_are_checked_at_once() {
        assertThat(problems("java.lang", "1")).hasSize(2);
    }

    private static String[] problems(String packageName, String simpleName) {
        return catchThrowableOfType(DeployException.InvalidInput.class, () -> JavaClassName.of(packageName, simpleName))
                .problems()
                .stream()
                .map(Problem::toString)
                .toArray(String[]::new);
    }
}
