package com.adorsys.webank.deploy.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file as its test sees it: fenced blocks, links, headings. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("```\\s*(\\S*)\\s*(.*)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    /**
     * A fenced block.
     *
     * @param line the number of its first line in the file
     * @param language the first word of the fence
     * @param words the other words of the fence
     */
    record Block(int line, String language, List<String> words, String text) {
        boolean isRun() {
            return words.contains("run");
        }

        /** The file that the block is, if its fence says {@code file=PATH}. */
        Optional<String> file() {
            return word("file=");
        }

        /** The file that the block shows, if its fence says {@code shows=PATH}. */
        Optional<String> shown() {
            return word("shows=");
        }

        private Optional<String> word(String start) {
            return words.stream()
                    .filter(word -> word.startsWith(start))
                    .map(word -> word.substring(start.length()))
                    .findFirst();
        }
    }

    /** A link and where it stands. */
    record Link(int line, String target) {}

    private final Path file;
    private final String name;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    private Markdown(Path root, Path file) {
        this.file = file;
        this.name = root.relativize(file).toString().replace('\\', '/');
    }

    static Markdown read(Path root, Path file) {
        Markdown markdown = new Markdown(root, file);
        try {
            markdown.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return markdown;
    }

    private void parse(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                int begin = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals("```"));
                blocks.add(new Block(
                        begin + 1,
                        fence.group(1),
                        fence.group(2).isBlank()
                                ? List.of()
                                : List.of(fence.group(2).trim().split("\\s+")),
                        String.join("\n", lines.subList(begin, i)) + "\n"));
                continue;
            }
            if (line.startsWith("#")) {
                anchors.add(anchor(line.replaceFirst("^#+ ", "")));
            }
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                links.add(new Link(i + 1, link.group(1)));
            }
        }
    }

    /** The anchor that GitHub makes of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    Path file() {
        return file;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    List<Link> links() {
        return links;
    }

    boolean hasAnchor(String anchor) {
        return anchors.contains(anchor);
    }

    /** Where a block stands, for messages. */
    String place(int line) {
        return name + ":" + line;
    }

    /** The path from the root, with slashes. */
    @Override
    public String toString() {
        return name;
    }
}
