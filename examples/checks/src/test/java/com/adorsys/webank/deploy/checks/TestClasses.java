package com.adorsys.webank.deploy.checks;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The classes with tests among compiled ones, of JUnit, jqwik or any other engine of the JUnit platform. */
final class TestClasses {
    /** What the annotations of all engines are annotated with. */
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    private static final String RESOLUTION = "import.dependencyResolutionProcess.maxIterationsFor";

    private TestClasses() {}

    /**
     * The names of those that can be run by themselves, nested ones among them. A class has the tests that it inherits;
     * abstract classes and interfaces are run as their subclasses.
     */
    static SortedSet<String> in(Collection<Path> folders) {
        SortedSet<String> names = new TreeSet<>();
        for (JavaClass type : read(folders)) {
            if (!type.isInterface()
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(TESTABLE))) {
                names.add(type.getName());
            }
        }
        return names;
    }

    private static JavaClasses read(Collection<Path> folders) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            // Of other classes only supertypes and annotations matter.
            configuration.setProperty(RESOLUTION + "MemberTypes", "0");
            configuration.setProperty(RESOLUTION + "AccessesToTypes", "0");
            return new ClassFileImporter().importPaths(folders);
        });
    }
}
