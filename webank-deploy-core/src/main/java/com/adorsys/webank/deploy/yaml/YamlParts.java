package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlPart.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a text, one after another, so that no more of it than one need be in memory.
 *
 * <p>Documents are parted at each line that starts with {@code ---} and white space. YAML has no such line inside a document, be it
 * in a quoted text or in a block. One that is large is taken apart further, if it is objects of JSON, or a list of objects without an
 * anchor in its first 4 MiB. From an item with an anchor on, the rest of a list is one part. Not thread-safe.
 */
public final class YamlParts {
    private static final int BUFFER = 1 << 16;

    /** Documents of more bytes are taken apart. */
    private static final int LARGE = 4 << 20;

    /** No more is read at once, so that a large document is found to be one before its end is there. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private static final YamlPart.Form DOCUMENTS = new YamlPart.Documents();
    private static final String ITEMS = "\"items\"";
    private static final int NONE = -1;

    private enum Mode {
        /** Documents up to a line {@code ---}. */
        DOCUMENTS,
        /** Objects of JSON that follow one another. */
        OBJECTS,
        /** The items of a list in JSON. */
        JSON_ITEMS,
        /** The items of a list in block style. */
        BLOCK_ITEMS,
        /** What follows the items of a list in block style. */
        REST
    }

    private final String file;
    private final InputStream in;
    /** The bytes that are not parted yet: from the start to the end. */
    private byte[] bytes = new byte[BUFFER];

    private int start;
    private int end;
    /** Up to where the bytes were searched for the end of the part. */
    private int searched;

    private boolean isAtEnd;
    /** Whether it is known if the text starts with a byte-order mark. */
    private boolean isBegun;
    /** The place of the start in the file, from 0. */
    private int line;

    private int column;
    private Mode mode = Mode.DOCUMENTS;
    /** Whether the document can only be read as a whole. */
    private boolean isWhole;
    /** What was read of a list before its items. */
    private MapTree list = MapTree.of();
    /** The column of the dashes of a list in block style. */
    private int indent;
    /** Whether the items that are not parted yet may share values. */
    private boolean isShared;
    /** In JSON: how many braces and brackets are open, and whether a text is. */
    private int depth;

    private boolean isQuoted;

    YamlParts(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * The next part; null at the end.
     *
     * @throws IOException if the text cannot be read
     * @throws DeployException.InvalidInput if a part is larger than 16 MiB, or a list in JSON has no end
     */
    public @Nullable YamlPart next() throws IOException {
        while (true) {
            YamlPart part = switch (mode) {
                case DOCUMENTS -> document();
                case OBJECTS -> object();
                case JSON_ITEMS -> jsonItem();
                case BLOCK_ITEMS -> blockItem();
                case REST -> rest();
            };
            if (part != null) {
                return part;
            }
            if (isAtEnd && start == end) {
                return null;
            }
        }
    }

    /** Up to the next marker. */
    private @Nullable YamlPart document() throws IOException {
        int marker = marker();
        if (marker != NONE) {
            return take(marker, DOCUMENTS);
        }
        if (isAtEnd) {
            return start == end ? null : take(end, DOCUMENTS);
        }
        if (!isWhole && end - start > LARGE) {
            isWhole = true;
            enter();
            return null;
        }
        fill();
        return null;
    }

    private @Nullable YamlPart take(int to, YamlPart.Form form) {
        YamlPart part = to == start
                ? null
                : new YamlPart(
                        file,
                        Arrays.copyOfRange(bytes, start, to),
                        new Origin(line, column, mode != Mode.DOCUMENTS),
                        form);
        skip(to);
        return part;
    }

    /** Goes on behind what was taken. */
    private void skip(int to) {
        for (int i = start; i < to; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 0;
            } else {
                // A character of several bytes is one column.
                column += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
            }
        }
        start = to;
        searched = to;
        isWhole = false;
        isShared = false;
    }

    /** The start of the next line {@code ---} after the start of this document; {@code NONE} if more bytes are needed. */
    private int marker() {
        // The character after the three must be there, too.
        for (int i = Math.max(searched, start + 1); i + 3 < end; i++) {
            if (bytes[i - 1] == '\n' && isMarker(i)) {
                return i;
            }
            searched = i + 1;
        }
        return NONE;
    }

    private boolean isMarker(int i) {
        byte next = bytes[i + 3];
        return bytes[i] == '-'
                && bytes[i + 1] == '-'
                && bytes[i + 2] == '-'
                && (next == '\n' || next == '\r' || next == ' ' || next == '\t');
    }

    private void fill() throws IOException {
        if (start > 0 && (end == bytes.length || start == end)) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            searched -= start;
            end -= start;
            start = 0;
        }
        if (end == bytes.length) {
            if (end > YamlReader.LARGEST) {
                throw YamlText.tooLarge(file);
            }
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        int count = in.read(bytes, end, Math.min(MOST_AT_ONCE, bytes.length - end));
        isAtEnd = count < 0;
        end += Math.max(count, 0);
        if (!isBegun && end >= YamlText.MARK) {
            isBegun = true;
            start = YamlText.isMarked(bytes, end) ? YamlText.MARK : 0;
        }
    }

    /** Finds out how a large document can be taken apart, if it can. */
    private void enter() {
        int first = content();
        if (first < end && bytes[first] == '{') {
            enterJson(first);
        } else {
            enterBlock();
        }
    }

    /** Where the document's content starts: behind the marker, empty lines and comments. */
    private int content() {
        int i = start + 3 < end && isMarker(start) ? start + 3 : start;
        while (i < end && (isSpace(bytes[i]) || bytes[i] == '#')) {
            i = bytes[i] == '#' ? lineEnd(i) : i + 1;
        }
        return i;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** The end of a line, before its line break. */
    private int lineEnd(int from) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Objects of JSON if the first one ends, or else the items of the first one if it is a list. */
    private void enterJson(int first) {
        int items = NONE;
        int key = NONE;
        isQuoted = false;
        depth = 0;
        for (int i = first; i < end; i++) {
            boolean wasQuoted = isQuoted;
            i = step(i);
            if (i >= end) {
                break;
            }
            if (depth == 0 && !isQuoted) {
                mode = Mode.OBJECTS;
                break;
            }
            if (depth == 1 && !wasQuoted && isQuoted) {
                key = i;
            }
            if (depth == 2 && bytes[i] == '[' && key != NONE && isItems(key, i)) {
                items = i;
                break;
            }
        }
        depth = 0;
        isQuoted = false;
        if (items == NONE) {
            if (mode == Mode.OBJECTS) {
                skip(first);
            }
            return;
        }
        String head = text(first, key).stripTrailing();
        list = head(head + "}");
        if (isList(items + 1)) {
            mode = Mode.JSON_ITEMS;
            skip(items + 1);
        }
    }

    /** Whether the key at a quote is {@code items}, and its value the list at a bracket. */
    private boolean isItems(int key, int bracket) {
        String text = text(key, bracket);
        return text.startsWith(ITEMS) && text.substring(ITEMS.length()).strip().equals(":");
    }

    /**
     * Whether it is a list by what was read before its items, or else if its first item has a kind: the items of a list of one kind
     * may leave it out, and the list's own kind is not known yet.
     */
    private boolean isList(int firstItem) {
        String kind = Trees.text(list, "kind");
        return kind.isEmpty() ? list.has("apiVersion") && isTyped(firstItem) : kind.endsWith("List");
    }

    /** Whether an item has a kind, which is read up to its end. */
    private boolean isTyped(int item) {
        int to = bytes[item] == '-' ? itemEnd(item) : objectEnd(item);
        if (to == NONE) {
            return false;
        }
        try {
            Tree tree = YamlComposer.all(file, text(item, to)).get(0).tree();
            Tree first = tree instanceof ListTree items && !items.isEmpty() ? items.get(0) : tree;
            return first instanceof MapTree map && map.has("kind");
        } catch (DeployException.InvalidInput e) {
            return false;
        }
    }

    /** The start of the line with the next dash of a list in block style. */
    private int itemEnd(int dash) {
        int column = 0;
        while (column < dash && bytes[dash - column - 1] == ' ') {
            column++;
        }
        for (int i = lineEnd(dash) + 1; i + column < end; i = lineEnd(i) + 1) {
            int text = i;
            while (text < end && bytes[text] == ' ') {
                text++;
            }
            if (text - i <= column && text < end && !isSpace(bytes[text]) && bytes[text] != '#') {
                return i;
            }
        }
        return NONE;
    }

    /** The end of the first object of JSON from a position. */
    private int objectEnd(int from) {
        int before = depth;
        depth = 0;
        isQuoted = false;
        int found = NONE;
        for (int i = from; i < end && found == NONE; i++) {
            i = step(i);
            if (i < end && depth == 0 && !isQuoted && bytes[i] == '}') {
                found = i + 1;
            }
        }
        depth = before;
        isQuoted = false;
        return found;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private MapTree head(String text) {
        try {
            List<YamlDocument> read = YamlComposer.all(file, text);
            return read.size() == 1 ? Trees.map(read.get(0).tree()) : MapTree.of();
        } catch (DeployException.InvalidInput e) {
            // What is wrong there is found when the document is read as a whole.
            return MapTree.of();
        }
    }

    /** Goes over a byte of JSON; returns the position of what was gone over last, which is another one for an escape. */
    private int step(int i) {
        byte b = bytes[i];
        if (isQuoted) {
            isQuoted = b != '"';
            return b == '\\' ? i + 1 : i;
        }
        if (b == '"') {
            isQuoted = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        }
        return i;
    }

    /** The end of the value at the start; {@code NONE} if more bytes are needed. */
    private int valueEnd() {
        int i = searched;
        while (i < end) {
            byte b = bytes[i];
            if (depth == 0 && !isQuoted && i > start && (b == ',' || b == ']' || b == '\n')) {
                return i;
            }
            i = step(i) + 1;
            if (depth == 0 && !isQuoted && (b == '}' || b == ']')) {
                return Math.min(i, end);
            }
        }
        searched = i;
        return isAtEnd ? end : NONE;
    }

    private @Nullable YamlPart value(YamlPart.Form form) throws IOException {
        int to = valueEnd();
        if (to == NONE) {
            fill();
            return null;
        }
        depth = 0;
        isQuoted = false;
        return take(to, form);
    }

    /** Whether there is something else than white space and separators at the start; otherwise more is read. */
    private boolean isAtValue(char between) throws IOException {
        if (depth > 0 || isQuoted || searched > start) {
            return true;
        }
        int i = start;
        while (i < end && (isSpace(bytes[i]) || bytes[i] == between)) {
            i++;
        }
        skip(i);
        if (start < end) {
            return true;
        }
        if (!isAtEnd) {
            fill();
        }
        return false;
    }

    private @Nullable YamlPart object() throws IOException {
        if (!isAtValue(' ')) {
            return null;
        }
        if (bytes[start] != '{') {
            mode = Mode.DOCUMENTS;
            return null;
        }
        return value(DOCUMENTS);
    }

    private @Nullable YamlPart jsonItem() throws IOException {
        if (!isAtValue(',')) {
            if (isAtEnd) {
                throw withoutEnd();
            }
            return null;
        }
        if (bytes[start] == ']' && searched == start) {
            skip(start + 1);
            // Inside the list's own braces.
            depth = 1;
            mode = Mode.REST;
            return null;
        }
        return value(new YamlPart.Item(list));
    }

    /** Leaves out what follows the items. */
    private @Nullable YamlPart rest() throws IOException {
        if (depth > 0) {
            int to = valueEnd();
            if (to == NONE) {
                fill();
            } else if (depth > 0) {
                throw withoutEnd();
            } else {
                skip(to);
                mode = Mode.OBJECTS;
            }
            return null;
        }
        int marker = marker();
        skip(marker == NONE ? Math.max(start, isAtEnd ? end : end - 4) : marker);
        if (marker != NONE) {
            mode = Mode.DOCUMENTS;
        } else if (!isAtEnd) {
            fill();
        }
        return null;
    }

    private DeployException.InvalidInput withoutEnd() {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.YAML_SYNTAX,
                Location.of(file, line + 1, column + 1, ""),
                "the list of objects has no end",
                "Close it with `]` and `}`"));
    }

    /** The items of a list in block style, if it is one. */
    private void enterBlock() {
        int items = content();
        while (items < end && !isItemsLine(items)) {
            items = lineEnd(items) + 1;
        }
        int first = lineEnd(items) + 1;
        int dash = first;
        while (dash < end && bytes[dash] == ' ') {
            dash++;
        }
        if (first >= end || !isDash(dash)) {
            return;
        }
        list = head(text(start, items));
        if (isList(dash) && !hasAnchor(first, end)) {
            mode = Mode.BLOCK_ITEMS;
            indent = dash - first;
            skip(first);
        }
    }

    /** Whether an item may name a value for others by an anchor. */
    private boolean hasAnchor(int from, int to) {
        for (int i = from + 2; i < to; i++) {
            if (bytes[i] == '&' && bytes[i - 1] == ' ' && (bytes[i - 2] == ':' || bytes[i - 2] == '-')) {
                return true;
            }
        }
        return false;
    }

    private boolean isItemsLine(int i) {
        return i + 6 < end
                && text(i, i + 6).equals("items:")
                && text(i + 6, lineEnd(i)).isBlank();
    }

    private boolean isDash(int i) {
        return i + 1 < end && bytes[i] == '-' && isSpace(bytes[i + 1]);
    }

    private @Nullable YamlPart blockItem() throws IOException {
        if (start == end) {
            if (!isAtEnd) {
                fill();
            }
            return null;
        }
        int i = searched == start ? lineEnd(start) + 1 : searched;
        while (i < end) {
            int next = lineEnd(i) + 1;
            if (next > end && !isAtEnd) {
                break;
            }
            int text = i;
            while (text < end && bytes[text] == ' ') {
                text++;
            }
            boolean isBlank = text >= end || bytes[text] == '\n' || bytes[text] == '\r' || bytes[text] == '#';
            if (!isBlank && text - i <= indent) {
                boolean isItem = text - i == indent && isDash(text);
                // What an item names, the items after it may have too.
                isShared = isShared || isItem && hasAnchor(start, i);
                if (isItem && isShared) {
                    i = next;
                    continue;
                }
                YamlPart part = take(i, new YamlPart.BlockItem(list));
                if (!isItem) {
                    mode = Mode.REST;
                    // The line may be a marker, which is searched behind the start.
                    if (i + 3 < end && isMarker(i)) {
                        mode = Mode.DOCUMENTS;
                    }
                }
                return part;
            }
            i = next;
        }
        if (isAtEnd) {
            return take(end, new YamlPart.BlockItem(list));
        }
        searched = Math.max(i, start + 1);
        if (i > end) {
            searched = start;
        }
        fill();
        return null;
    }
}
