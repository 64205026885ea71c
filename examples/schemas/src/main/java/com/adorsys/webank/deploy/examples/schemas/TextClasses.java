package com.adorsys.webank.deploy.examples.schemas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes texts as sources of Java: a class for each text, and one that finds a text by its name. */
final class TextClasses {
    private static final String PACKAGE = "package com.adorsys.webank.deploy.schema.internal;\n\n";
    private static final String INDEX = "Texts.java";
    private static final String OTHER = "package-info.java";
    private static final String MARGIN = " ".repeat(12);

    /** A constant of a class file has at most 65,535 bytes. */
    private static final int LONGEST_CONSTANT = 60_000;

    private TextClasses() {}

    /**
     * The sources for texts.
     *
     * @param texts the texts by their names, which have dots
     * @return the sources by the names of their files
     */
    static SortedMap<String, String> sources(SortedMap<String, String> texts) {
        SortedMap<String, String> sources = new TreeMap<>();
        StringBuilder cases = new StringBuilder();
        texts.forEach((name, text) -> {
            String type = typeName(name);
            sources.put(type + ".java", source(name, type, text));
            cases.append("            case \"%s\" -> %s.text();\n".formatted(name, type));
        });
        sources.put(INDEX, PACKAGE + """
                import org.jspecify.annotations.Nullable;

                /** The texts by their names. Made by SchemaTool. */
                public final class Texts {
                    private Texts() {}

                    /** The text of a name; null if there is none. */
                    public static @Nullable String of(String name) {
                        return switch (name) {
                %s            default -> null;
                        };
                    }
                }
                """.formatted(cases));
        return sources;
    }

    /** Writes sources into a folder, and deletes others there. */
    static void write(SortedMap<String, String> sources, Path folder) throws IOException {
        for (String old : read(folder).keySet()) {
            if (!sources.containsKey(old)) {
                Files.delete(folder.resolve(old));
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
    }

    /** The sources in a folder by the names of their files, without the description of the package. */
    static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.java")) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                if (!name.equals(OTHER)) {
                    sources.put(name, Files.readString(file));
                }
            }
        }
        return sources;
    }

    /** {@code NetworkingK8sIoText} for {@code networking.k8s.io}. */
    private static String typeName(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("[.-]")) {
            type.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return type.append("Text").toString();
    }

    private static String source(String name, String type, String text) {
        StringBuilder methods = new StringBuilder();
        List<String> parts = parts(text);
        if (parts.size() == 1) {
            methods.append(method("text", parts.get(0)));
        } else {
            List<String> calls = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                calls.add("part" + part + "()");
                methods.append(method("part" + part, parts.get(part)));
            }
            methods.insert(
                    0,
                    "\n    static String text() {\n        return %s;\n    }\n".formatted(String.join(" + ", calls)));
        }
        return PACKAGE
                + "/** {@code %s}. Made by SchemaTool. */\nfinal class %s {\n    private %s() {}\n%s}\n"
                        .formatted(name, type, type, methods);
    }

    private static String method(String name, String text) {
        StringBuilder block = new StringBuilder();
        for (String line :
                text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").split("\n")) {
            block.append(line.isEmpty() ? "" : MARGIN).append(line).append('\n');
        }
        return "\n    static String %s() {\n        return \"\"\"\n%s%s\"\"\";\n    }\n".formatted(name, block, MARGIN);
    }

    /** Whole lines, as many together as a constant can hold. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > LONGEST_CONSTANT) {
            int end = text.lastIndexOf('\n', start + LONGEST_CONSTANT) + 1;
            parts.add(text.substring(start, end));
            start = end;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
