package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The golden files of a module: each contains the whole text that a test expects. Immutable.
 *
 * <p>They are in {@code src/test/resources/goldens}, are committed, and are written only with {@code
 * -Dgoldens.update=true}.
 */
public final class Goldens {
    private static final String SWITCH = "goldens.update";
    private static final String PACKAGE = Goldens.class.getPackageName() + ".";
    private static final Path FOLDER = Path.of("src", "test", "resources", "goldens");

    private final Path module;
    private final Path folder;

    private Goldens(Path module, Path folder) {
        this.module = module;
        this.folder = folder;
    }

    /** The goldens in a folder of a module. */
    public static Goldens in(Path module, Path folder) {
        return new Goldens(module, module.resolve(folder));
    }

    /** The goldens of the module that the calling class was compiled in, or of the working directory. */
    public static Goldens ofCaller() {
        Path module = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(Goldens::moduleOfCaller);
        return new Goldens(module, module.resolve(FOLDER));
    }

    /**
     * Fails if no test source of the calling module contains the name of a golden, so that no test compares it any
     * more.
     *
     * @param used names of goldens that tests compose, so that no source contains them
     */
    public static void assertNoOrphans(String... used) {
        ofCaller().assertNoOrphansBut(used);
    }

    /** {@link #assertNoOrphans} for these goldens. */
    public void assertNoOrphansBut(String... used) {
        Set<String> orphans = new TreeSet<>(names());
        for (String name : used) {
            orphans.remove(name);
        }
        if (orphans.isEmpty()) {
            return;
        }
        for (Path source : files(module.resolve(Path.of("src", "test", "java")))) {
            String text = read(source);
            orphans.removeIf(text::contains);
        }
        if (!orphans.isEmpty()) {
            throw new AssertionError("No test names these goldens in `" + Texts.slashes(folder) + "`:"
                    + Texts.lines(new ArrayList<>(orphans)) + "\nRemove them");
        }
    }

    /** Whether goldens are written instead of compared. */
    static boolean isUpdated() {
        return Boolean.getBoolean(SWITCH);
    }

    /** The failure if a text differs from a golden; empty if it does not. Writes the golden if goldens are updated. */
    String compare(String name, String text) {
        Path file = file(name);
        boolean there = Files.isRegularFile(file);
        String expected = there ? read(file) : "";
        if (there && expected.equals(text)) {
            return "";
        }
        if (isUpdated()) {
            write(file, text);
            return "";
        }
        String remedy = "\nRun the test with -D" + SWITCH + "=true to write it, and look at the diff";
        if (!there) {
            Optional<String> near = Names.nearest(name, names());
            return "There is no golden `" + name + "` in `" + Texts.slashes(folder) + "`"
                    + (near.isPresent() ? "; did you mean `" + near.get() + "`?" : "") + remedy;
        }
        return "The text differs from the golden `" + Texts.slashes(file) + "`; - is the golden, + is the actual text:"
                + TextDiff.between(expected, text) + remedy;
    }

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (name.isEmpty() || !file.startsWith(folder.normalize()) || file.equals(folder.normalize())) {
            throw new IllegalArgumentException(
                    "a golden's name is a path inside the folder of goldens, and " + Problem.quote(name) + " is not");
        }
        return file;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path file : files(folder)) {
            names.add(Texts.slashes(folder.relativize(file)));
        }
        return names;
    }

    private static Path moduleOfCaller(Stream<StackWalker.StackFrame> frames) {
        Class<?> caller = frames.map(StackWalker.StackFrame::getDeclaringClass)
                .<Class<?>>map(found -> found)
                .filter(found -> !isOurs(found))
                .findFirst()
                .orElse(Goldens.class);
        CodeSource source = caller.getProtectionDomain().getCodeSource();
        Path folder = source == null ? null : path(source);
        while (folder != null) {
            if (Files.isDirectory(folder.resolve(Path.of("src", "test")))) {
                return folder;
            }
            folder = folder.getParent();
        }
        return Path.of("").toAbsolutePath();
    }

    /** Whether a class is one of this package and not one of its tests. */
    private static boolean isOurs(Class<?> found) {
        return found.getName().startsWith(PACKAGE)
                && Objects.equals(
                        found.getProtectionDomain().getCodeSource(),
                        Goldens.class.getProtectionDomain().getCodeSource());
    }

    private static @Nullable Path path(CodeSource source) {
        try {
            return source.getLocation() == null
                    ? null
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
