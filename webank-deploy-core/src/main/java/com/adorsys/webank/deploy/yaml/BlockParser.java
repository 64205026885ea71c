package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePlace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that nearly all manifests are written in, some times as fast as {@link YamlComposer}: block maps and lists, plain
 * and quoted scalars, text blocks with {@code |}, and collections in brackets on one line. It has no opinion on anything else: at the first
 * character that is not certain it gives up, and the text is read by the composer, whose trees, places and problems are those
 * that count. So it reports no problem.
 */
final class BlockParser {
    private static final int END = -1;
    private static final int DEEPEST = 50;
    private static final int LONGEST_KEY = 128;
    /** In place of a column: a scalar that must end in its line. */
    private static final int ONE_LINE = Integer.MAX_VALUE;

    private static final ScalarTree EMPTY = PlainScalars.resolve("");
    private static final boolean[] KEY_BYTES = keyBytes();
    /** What a plain text can start with, besides what a key can. */
    private static final String TEXT_STARTS = "(<^\\;)";

    private final String file;
    private final byte[] bytes;
    private final int end;
    private final boolean isAscii;
    /** The next byte, and where its line starts. */
    private int at;

    private int lineStart;
    /** The line in the file, from 0. */
    private int line;
    /** The column of the next content in its line, from 0; {@code END} at the end of a document. */
    private int column;

    private boolean isAtMarker;
    private int depth;
    /** The places of the parts of the value that was read last. */
    private List<TreePlace> parts = TreePlace.NONE;

    private BlockParser(String file, byte[] bytes, int line, boolean isAscii) {
        this.file = file;
        this.bytes = bytes;
        this.end = bytes.length;
        this.line = line;
        this.isAscii = isAscii;
    }

    /**
     * The documents of a text, without empty ones; null if the composer must read it.
     *
     * @param line the line of the file in which the text starts, from 0
     * @param most the most documents that are expected
     */
    static @Nullable List<YamlDocument> documents(String file, byte[] bytes, int line, int most) {
        if (bytes.length > YamlReader.LARGEST) {
            return null;
        }
        boolean isAscii = true;
        for (byte b : bytes) {
            if (b < ' ') {
                if (b < 0) {
                    isAscii = false;
                } else if (b != '\n' && b != '\t') {
                    return null;
                }
            } else if (b == 0x7F) {
                return null;
            }
        }
        try {
            if (!isAscii) {
                YamlText.decode(file, bytes);
            }
            return new BlockParser(file, bytes, line, isAscii).documents(most);
        } catch (Other | DeployException.InvalidInput e) {
            return null;
        }
    }

    private List<YamlDocument> documents(int most) {
        List<YamlDocument> documents = new ArrayList<>(1);
        nextLine();
        while (true) {
            if (column != END) {
                if (documents.size() == most) {
                    throw new Other();
                }
                int row = line + 1;
                int first = column + 1;
                Tree tree = block();
                if (column != END) {
                    throw new Other();
                }
                documents.add(new YamlDocument(file, tree, Locations.of(file, tree, TreePlace.of(row, first, parts))));
            }
            if (!isAtMarker) {
                return documents;
            }
            isAtMarker = false;
            at += 3;
            nextLine();
        }
    }

    /** Goes over the rest of a line, which may only be a comment, to the next line with content. */
    private void nextLine() {
        byte[] bytes = this.bytes;
        int i = at;
        while (true) {
            int from = i;
            while (i < end && bytes[i] == ' ') {
                i++;
            }
            if (i == end) {
                at = i;
                column = END;
                return;
            }
            byte b = bytes[i];
            if (b == '#' && (i == lineStart || bytes[i - 1] == ' ')) {
                i = lineEnd(i);
            } else if (b == '\n') {
                i++;
                line++;
                lineStart = i;
            } else {
                if (from != lineStart || b == '\t') {
                    throw new Other();
                }
                at = i;
                column = i - lineStart;
                if (column == 0 && isMarker(i)) {
                    column = END;
                    isAtMarker = true;
                }
                return;
            }
        }
    }

    private int lineEnd(int from) {
        byte[] bytes = this.bytes;
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean isMarker(int i) {
        return bytes[i] == '-' && i + 2 < end && bytes[i + 1] == '-' && bytes[i + 2] == '-' && isBlank(i + 3);
    }

    /** Whether a space, the end of a line or that of the text is here. */
    private boolean isBlank(int i) {
        return i >= end || bytes[i] == ' ' || bytes[i] == '\n';
    }

    private boolean isDash() {
        return bytes[at] == '-' && isBlank(at + 1);
    }

    /** A map or a list that starts here. */
    private Tree block() {
        if (isDash()) {
            return list(column);
        }
        String key = key();
        if (key == null) {
            throw new Other();
        }
        return map(column, key);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new Other();
        }
    }

    /**
     * A map, the first key of which was read.
     *
     * @param indent the column of its keys
     */
    private MapTree map(int indent, String first) {
        enter();
        MapTree.Builder map = MapTree.builder();
        List<TreePlace> places = new ArrayList<>();
        String key = first;
        while (true) {
            int row = line + 1;
            Tree value = value(indent);
            if (!map.add(key, value)) {
                throw new Other();
            }
            places.add(TreePlace.of(row, indent + 1, parts));
            if (column != indent) {
                break;
            }
            key = key();
            if (key == null) {
                throw new Other();
            }
        }
        if (column > indent) {
            throw new Other();
        }
        depth--;
        parts = places;
        return map.build();
    }

    /** The value of a key, from behind its colon to the next line with content. */
    private Tree value(int indent) {
        skipSpaces();
        if (!isAtEndOfLine()) {
            return inLine(indent);
        }
        nextLine();
        if (column > indent) {
            return block();
        }
        if (column == indent && isDash()) {
            return list(indent);
        }
        parts = TreePlace.NONE;
        return EMPTY;
    }

    /**
     * A list.
     *
     * @param indent the column of its dashes
     */
    private ListTree list(int indent) {
        enter();
        List<Tree> items = new ArrayList<>();
        List<TreePlace> places = new ArrayList<>();
        while (column == indent && isDash()) {
            at++;
            skipSpaces();
            boolean isBelow = isAtEndOfLine();
            if (isBelow) {
                nextLine();
            } else {
                column = at - lineStart;
            }
            if (column <= indent) {
                throw new Other();
            }
            int row = line + 1;
            int start = column + 1;
            items.add(isBelow || isDash() ? block() : item(indent));
            places.add(TreePlace.of(row, start, parts));
        }
        if (column > indent) {
            throw new Other();
        }
        depth--;
        parts = places;
        return ListTree.of(items);
    }

    /** An item in the line of its dash. */
    private Tree item(int indent) {
        int start = column;
        String key = key();
        return key == null ? inLine(indent) : map(start, key);
    }

    private void skipSpaces() {
        int i = at;
        while (i < end && bytes[i] == ' ') {
            i++;
        }
        at = i;
    }

    private boolean isAtEndOfLine() {
        return at == end || bytes[at] == '\n' || bytes[at] == '#' && bytes[at - 1] == ' ';
    }

    /** A value in the line of its key or dash. */
    private Tree inLine(int indent) {
        parts = TreePlace.NONE;
        Tree value = switch (bytes[at]) {
            case '"', '\'' -> ScalarTree.of(quoted(indent));
            case '|' -> ScalarTree.of(literal(indent));
            case '[', '{' -> flow();
            default -> PlainScalars.resolve(plain(indent));
        };
        nextLine();
        return value;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /**
     * A plain text.
     *
     * @param parent the column that its further lines must be right of
     */
    private String plain(int parent) {
        byte[] bytes = this.bytes;
        int from = at;
        byte first = bytes[from];
        if (!isKeyByte(first) && first > 0 && TEXT_STARTS.indexOf(first) < 0 && !(first == '-' && !isBlank(from + 1))) {
            throw new Other();
        }
        int to = plainEnd(from + 1);
        int next = continued(parent);
        if (next == END) {
            return text(from, to);
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(bytes, from, to - from);
        while (next != END) {
            fold(text, next);
            from = at;
            to = plainEnd(from);
            text.write(bytes, from, to - from);
            next = continued(parent);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Goes to the end of a plain text in its line, or to the comment behind it. Returns where the text ends. */
    private int plainEnd(int start) {
        byte[] bytes = this.bytes;
        int i = start;
        while (i < end) {
            byte b = bytes[i];
            if (b > '#' && b != ':') {
                i++;
                continue;
            }
            if (b == '\n' || b == '#' && bytes[i - 1] == ' ') {
                break;
            }
            if (b == '\t' || b == ':' && isBlank(i + 1)) {
                throw new Other();
            }
            i++;
        }
        at = i;
        while (bytes[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    /** Where the next line of a scalar begins, if a further one follows the end of the line here; {@code END} if none does. */
    private int continued(int parent) {
        byte[] bytes = this.bytes;
        int behind = at + 1 + parent;
        if (at == end || bytes[at] != '\n' || behind < end && bytes[behind] > ' ') {
            return END;
        }
        int start = at + 1;
        int i = start;
        while (i < end && (bytes[i] == ' ' || bytes[i] == '\n')) {
            if (bytes[i] == '\n') {
                start = i + 1;
            }
            i++;
        }
        if (i == end || i - start <= parent || bytes[i] == '#') {
            return END;
        }
        if (bytes[i] == '\t') {
            throw new Other();
        }
        return i;
    }

    /** Goes from the end of a line to the next one of a scalar: one line break is a space, and further ones stay. */
    private void fold(ByteArrayOutputStream text, int next) {
        int breaks = 0;
        for (int i = at; i < next; i++) {
            if (bytes[i] == '\n') {
                breaks++;
                lineStart = i + 1;
            }
        }
        line += breaks;
        at = next;
        if (breaks == 1) {
            text.write(' ');
        }
        addBreaks(text, breaks - 1);
    }

    /** Whether a plain key or text can start with a byte, whatever follows, and go on with it between brackets. */
    private static boolean isKeyByte(byte b) {
        return b >= 0 && KEY_BYTES[b];
    }

    private static boolean[] keyBytes() {
        boolean[] all = new boolean[128];
        for (char c : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_$+~".toCharArray()) {
            all[c] = true;
        }
        return all;
    }

    /** The key that starts here, and its colon; null if there is none. */
    private @Nullable String key() {
        byte[] bytes = this.bytes;
        int from = at;
        if (bytes[from] == '"' || bytes[from] == '\'') {
            return quotedKey();
        }
        if (!isKeyByte(bytes[from])) {
            return null;
        }
        boolean[] keyBytes = KEY_BYTES;
        int hash = 0;
        int i = from;
        int most = Math.min(end, from + LONGEST_KEY);
        while (i < most) {
            byte b = bytes[i];
            if (b < 0 || !keyBytes[b]) {
                if (b == ':' && isBlank(i + 1)) {
                    at = i + 1;
                    return known(from, i, hash);
                }
                if (b != '-' && b != ':') {
                    return null;
                }
            }
            hash = 31 * hash + b;
            i++;
        }
        return null;
    }

    private @Nullable String quotedKey() {
        int from = at;
        if (!isClosed()) {
            return null;
        }
        String key = quoted(ONE_LINE);
        if (at < end && bytes[at] == ':' && isBlank(at + 1) && at - from < LONGEST_KEY) {
            at++;
            return key;
        }
        at = from;
        return null;
    }

    private String known(int from, int to, int hash) {
        String known = KnownKeys.find(bytes, from, to, hash);
        if (known != null) {
            return known;
        }
        String text = text(from, to);
        String key = PlainScalars.key(PlainScalars.resolve(text));
        if (key == null) {
            throw new Other();
        }
        return key.equals(text) ? KnownKeys.add(text, hash) : key;
    }

    /** Whether the quotes that open here are closed in their line. */
    private boolean isClosed() {
        byte quote = bytes[at];
        for (int i = at + 1; i < end && bytes[i] != '\n'; i++) {
            if (bytes[i] == quote) {
                return true;
            }
            if (bytes[i] == '\\' && quote == '"') {
                i++;
            }
        }
        return false;
    }

    /**
     * A text in quotes.
     *
     * @param parent the column that its further lines must be right of
     */
    private String quoted(int parent) {
        byte[] bytes = this.bytes;
        byte quote = bytes[at];
        int from = at + 1;
        int i = from;
        while (true) {
            if (i == end || bytes[i] == '\t') {
                throw new Other();
            }
            if (bytes[i] == quote) {
                if (quote == '"' || i + 1 == end || bytes[i + 1] != quote) {
                    at = i + 1;
                    return text(from, i);
                }
                return escaped(parent, i);
            }
            if (bytes[i] == '\n' || bytes[i] == '\\' && quote == '"') {
                return escaped(parent, i);
            }
            i++;
        }
    }

    /**
     * A text in quotes with escapes or in several lines.
     *
     * @param parent the column that its further lines must be right of
     * @param first the first escape or line break
     */
    private String escaped(int parent, int first) {
        byte quote = bytes[at];
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int from = at + 1;
        int i = first;
        while (true) {
            if (i + 1 >= end || bytes[i] == '\t') {
                throw new Other();
            }
            byte b = bytes[i];
            if (b == '\n') {
                text.write(bytes, from, textEnd(from, i) - from);
                i = nextQuoted(text, i, parent);
                from = i;
            } else if (b == '\\' && quote == '"') {
                text.write(bytes, from, i - from);
                text.write(unescaped(bytes[i + 1]));
                i += 2;
                from = i;
            } else if (b == quote) {
                text.write(bytes, from, i - from);
                if (quote == '"' || bytes[i + 1] != quote) {
                    at = i + 1;
                    return text.toString(StandardCharsets.UTF_8);
                }
                from = i + 1;
                i += 2;
            } else {
                i++;
            }
        }
    }

    /** The end of a piece of text without the spaces at its end. */
    private int textEnd(int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    /** Goes from the end of a line to the next one of a text in quotes. */
    private int nextQuoted(ByteArrayOutputStream text, int lineEnd, int parent) {
        at = lineEnd;
        int next = parent == ONE_LINE ? END : continued(parent);
        if (next == END) {
            throw new Other();
        }
        fold(text, next);
        return next;
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case '"', '\\' -> letter;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw new Other();
        };
    }

    /**
     * A text block.
     *
     * @param parent the column that its lines must be right of
     */
    private String literal(int parent) {
        at++;
        byte chomping = at < end ? bytes[at] : 0;
        if (chomping == '-' || chomping == '+') {
            at++;
        }
        int behind = at;
        skipSpaces();
        if (at == end || bytes[at] != '\n' && !(bytes[at] == '#' && at > behind)) {
            throw new Other();
        }
        newLine(lineEnd(at));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int indent = firstIndent(parent);
        int breaks = 0;
        while (at < end) {
            int i = at;
            while (i < end && i < at + indent && bytes[i] == ' ') {
                i++;
            }
            int to = lineEnd(i);
            if (to > i && i < at + indent) {
                break;
            }
            if (to > i) {
                addLine(text, breaks, i, to);
                breaks = 0;
            }
            breaks++;
            newLine(to);
        }
        addBreaks(text, chomping == '-' ? 0 : chomping == '+' ? breaks : 1);
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Goes behind the end of a line. */
    private void newLine(int lineEnd) {
        if (lineEnd == end) {
            // What is the last line of a text block without a line break depends on the reader.
            throw new Other();
        }
        at = lineEnd + 1;
        lineStart = at;
        line++;
    }

    /** The indentation of a text block: that of its first line with text. */
    private int firstIndent(int parent) {
        int widest = 0;
        int start = at;
        int i = at;
        while (i < end) {
            if (bytes[i] == '\n') {
                widest = Math.max(widest, i - start);
                start = i + 1;
            } else if (bytes[i] != ' ') {
                int indent = i - start;
                if (indent <= parent || indent < widest) {
                    throw new Other();
                }
                return indent;
            }
            i++;
        }
        throw new Other();
    }

    private void addLine(ByteArrayOutputStream text, int breaks, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i == to) {
            throw new Other();
        }
        addBreaks(text, breaks);
        text.write(bytes, from, to - from);
    }

    private static void addBreaks(ByteArrayOutputStream text, int breaks) {
        for (int i = 0; i < breaks; i++) {
            text.write('\n');
        }
    }

    /** A list or a map in brackets, which must end in its line. */
    private Tree flow() {
        enter();
        at++;
        Tree tree = bytes[at - 1] == '[' ? flowList() : flowMap();
        depth--;
        return tree;
    }

    private ListTree flowList() {
        List<Tree> items = new ArrayList<>();
        List<TreePlace> places = new ArrayList<>();
        skipSpaces();
        boolean isAtItem = !isNext(']');
        while (isAtItem) {
            int start = character();
            items.add(flowValue());
            places.add(TreePlace.of(line + 1, start, parts));
            isAtItem = isAtNext(']');
        }
        at++;
        parts = places;
        return ListTree.of(items);
    }

    private MapTree flowMap() {
        MapTree.Builder map = MapTree.builder();
        List<TreePlace> places = new ArrayList<>();
        skipSpaces();
        boolean isAtKey = !isNext('}');
        while (isAtKey) {
            int start = character();
            String key = PlainScalars.key(flowScalar());
            if (key == null || !isNext(':') || !isBlank(at + 1)) {
                throw new Other();
            }
            at++;
            skipSpaces();
            if (!map.add(key, flowValue())) {
                throw new Other();
            }
            places.add(TreePlace.of(line + 1, start, parts));
            isAtKey = isAtNext('}');
        }
        at++;
        parts = places;
        return map.build();
    }

    /** The column of the next character, from 1. */
    private int character() {
        int count = at - lineStart + 1;
        for (int i = lineStart; i < at && !isAscii; i++) {
            // A character of several bytes is one column.
            count -= (bytes[i] & 0xC0) == 0x80 ? 1 : 0;
        }
        return count;
    }

    private boolean isNext(char c) {
        return at < end && bytes[at] == c;
    }

    /** Goes over a comma, behind which something must follow; false at the closing bracket. */
    private boolean isAtNext(char bracket) {
        skipSpaces();
        if (isNext(bracket)) {
            return false;
        }
        if (!isNext(',') || !isBlank(at + 1)) {
            throw new Other();
        }
        at++;
        skipSpaces();
        return true;
    }

    private Tree flowValue() {
        parts = TreePlace.NONE;
        return isNext('[') || isNext('{') ? flow() : flowScalar();
    }

    private ScalarTree flowScalar() {
        if (isNext('"') || isNext('\'')) {
            return ScalarTree.of(quoted(ONE_LINE));
        }
        int from = at;
        while (at < end && (isKeyByte(bytes[at]) || bytes[at] == '-' && at > from)) {
            at++;
        }
        if (at == from) {
            throw new Other();
        }
        return PlainScalars.resolve(text(from, at));
    }

    /** There is something that the composer must read. */
    private static final class Other extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Other() {
            super(null, null, false, false);
        }
    }
}
