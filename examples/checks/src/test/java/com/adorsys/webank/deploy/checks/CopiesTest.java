package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beside each copy of a public value that replaces a list, a set or a map there is one that adds to it. */
class CopiesTest {
    @Test
    void what_with_replaces_plus_adds_to() {
        List<String> replacing = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (JavaClass generated : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.adorsys.webank.deploy")) {
            String name = generated.getSimpleName();
            if (!generated.isInterface() || !name.startsWith("With")) {
                continue;
            }
            for (JavaMethod method : generated.getMethods()) {
                if (!replaces(method)) {
                    continue;
                }
                JavaClass value = method.getRawReturnType();
                if (!value.getModifiers().contains(JavaModifier.PUBLIC)) {
                    continue;
                }
                replacing.add(name + "." + method.getName());
                String plus = "plus" + method.getName().substring("with".length());
                if (value.getAllMethods().stream()
                        .noneMatch(other -> other.getName().equals(plus))) {
                    missing.add(value.getSimpleName() + "." + plus);
                }
            }
        }

        assertThat(replacing)
                .contains("WithMicroservice.withEnv", "WithArgoProject.withRoles", "WithWebank.withLabels");
        assertThat(missing).isEmpty();
    }

    private static boolean replaces(JavaMethod method) {
        if (!method.getName().startsWith("with")
                || method.getRawParameterTypes().size() != 1) {
            return false;
        }
        JavaClass parameter = method.getRawParameterTypes().get(0);
        return parameter.isEquivalentTo(Iterable.class) || parameter.isEquivalentTo(Map.class);
    }
}
