package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that migrations wrote: compiled all at once, then run. */
final class WrittenClasses {
    private static final String PACKAGE = "written";
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    private final Path folder;
    private final Map<String, Migration> migrations = new LinkedHashMap<>();

    /** Classes whose files go to a folder. */
    WrittenClasses(Path folder) {
        this.folder = folder;
    }

    /** Writes one more class, in the form that the formatter leaves as it is. */
    void add(Migration migration) {
        JavaClassName name = JavaClassName.of(PACKAGE, "Written" + migrations.size());
        String source = migration.source(name);
        assertThat(source).isEqualTo(formatted(source));
        migrations.put(name.toString(), migration);
        try {
            Path file = folder.resolve(name.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The source as Spotless formats it. */
    static String formatted(String source) {
        JavaFormatterOptions options =
                JavaFormatterOptions.builder().style(STYLE).build();
        try {
            String text = Formatter.createFormatter(options).formatSource(source);
            return RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, STYLE));
        } catch (FormatterException failure) {
            throw new AssertionError(source, failure);
        }
    }

    /** Asserts that each class compiles without a warning, and renders what its values render. */
    void assertRenderedEqual() {
        compile();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, WrittenClasses.class.getClassLoader())) {
            for (Map.Entry<String, Migration> entry : migrations.entrySet()) {
                assertRenderedEqual(loader.loadClass(entry.getKey()), entry.getValue());
            }
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    int size() {
        return migrations.size();
    }

    private static void assertRenderedEqual(Class<?> written, Migration migration) throws ReflectiveOperationException {
        ManifestSet expected = migration.model().render(Posture.chart());
        Release release = (Release) written.getMethod("release").invoke(null);
        assertThat(release).isEqualTo(migration.model().release());
        Object built = written.getMethod(entry(migration)).invoke(null);
        ManifestSet rendered = built instanceof Webank webank
                ? webank.render(release, Posture.chart())
                : ((Component) built).render(release, Posture.chart());
        assertThat(ManifestDiff.between(expected, rendered).text()).isEmpty();
        assertThat(rendered).isEqualTo(expected);
        if (migration.application().isPresent()) {
            Environment environment = (Environment) written.getMethod("environment", String.class)
                    .invoke(null, "https://github.com/example/deployment");
            assertThat(environment.manifests()).isEqualTo(expected);
        }
    }

    private static String entry(Migration migration) {
        return switch (migration.values().chart()) {
            case WEBANK -> "webank";
            case WEBANK_OBS -> "onlineBanking";
            case WEBANK_PRS -> "pendingRegistration";
            case WEBANK_USERAPP -> "userApp";
        };
    }

    private void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (String name : migrations.keySet()) {
                sources.add(folder.resolve(name.replace('.', '/') + ".java"));
            }
            List<String> options = List.of(
                    "-proc:none",
                    "-Xlint:all,-path,-classfile",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(found.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .filteredOn(diagnostic -> diagnostic.getSource() != null)
                .isEmpty();
    }
}
