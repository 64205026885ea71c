package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as canonical YAML: the same tree has the same text, whatever the locale, the machine or the order of
 * hashes.
 *
 * <p>Each document starts with a line {@code ---}, as Helm writes them. Block style, two spaces a level, the dashes of
 * a list below the first letter of its key, {@code \n} and a final newline; no anchors, no tags, no folded lines. A
 * null in a map is not written, except in values; a null in a list is {@code null}, since omitting it would move the items after it.
 * Empty values are written as <code>{}</code>, {@code []} or {@code ""}.
 *
 * <p>A string is plain if every reader of YAML 1.1 and 1.2 reads it as that string, a literal block if it has several
 * lines, and otherwise quoted: in single quotes if it contains {@code "} or {@code \} and nothing that needs an escape,
 * else in double quotes.
 *
 * <p>What {@link YamlReader} would not read back is refused with {@link DeployException.InvalidInput}: a text with half
 * of a surrogate pair (UTF-8 cannot represent it), a key whose text is longer than the 1,024 characters that YAML
 * allows, a float that is not a number or does not fit into 64 bits, more than 100 levels.
 */
public final class YamlWriter {
    static final int DEEPEST = 100;
    static final int LONGEST_KEY = 1024;
    /** The length of an object of which most are shorter. */
    private static final int USUAL_LENGTH = 1600;

    /** A power of two. */
    private static final int PLAIN_TEXTS = 512;

    /** A number without an exponent that has fewer characters than this fits into 64 bits. */
    private static final int FINITE = 300;

    private static final int PLAIN = 0;
    private static final int SINGLE = 1;
    private static final int DOUBLE = 2;
    private static final int BLOCK = 3;

    private static final byte COLON = 1;
    private static final byte HASH = 2;
    private static final byte SPACE = 3;
    private static final byte QUOTE = 4;
    private static final byte NEWLINE = 5;
    private static final byte TAB = 6;
    private static final byte CONTROL = 7;

    /** The effect of an ASCII character inside a plain text; 0 is none. */
    private static final byte[] INSIDE = inside();

    private static final byte ANY = 0;
    private static final byte NEVER = 1;
    private static final byte WORD = 2;
    private static final byte NUMBER = 3;

    /** What a plain text that starts with an ASCII character may be read as. */
    private static final byte[] FIRST = first();

    /** Indentations by width; a whole string is appended several times faster than a part of one. */
    private static final String[] INDENTATIONS = indentations();

    /** Some texts that are known to be plain, by their hash codes: manifests repeat most of their texts. */
    private final @Nullable String[] plainTexts;

    private final StringBuilder out;
    private final Tree root;
    private boolean keepsNulls;

    private YamlWriter(StringBuilder out, Tree root, @Nullable String[] plainTexts) {
        this.out = out;
        this.root = root;
        this.plainTexts = plainTexts;
    }

    /**
     * One document.
     *
     * @throws DeployException.InvalidInput if the tree contains what YAML cannot represent
     */
    public static String write(Tree tree) {
        StringBuilder out = new StringBuilder(2048);
        writeTo(out, tree);
        return out.toString();
    }

    /**
     * Values of a chart, as one document. A null in a map is written too, since it removes a default.
     *
     * @throws DeployException.InvalidInput if the tree contains what YAML cannot represent
     */
    public static String writeValues(MapTree values) {
        StringBuilder out = new StringBuilder(2048).append("---\n");
        YamlWriter writer = new YamlWriter(out, values, plainTexts());
        writer.keepsNulls = true;
        writer.value(values, -2, 0);
        return out.toString();
    }

    /**
     * One document for each tree, in their order; the empty text without any.
     *
     * @throws DeployException.InvalidInput if a tree contains what YAML cannot represent
     */
    public static String writeAll(Iterable<? extends Tree> trees) {
        StringBuilder out = new StringBuilder(8192);
        @Nullable String[] plainTexts = plainTexts();
        for (Tree tree : trees) {
            writeTo(out, tree, plainTexts);
        }
        return out.toString();
    }

    /**
     * The objects of a set, each as a document, in the set's order; the empty text for an empty set.
     *
     * @throws DeployException.InvalidInput if an object contains what YAML cannot represent
     */
    public static String write(ManifestSet manifests) {
        StringBuilder out = new StringBuilder(manifests.size() * USUAL_LENGTH);
        writeTo(out, manifests);
        return out.toString();
    }

    /** {@link #write(ManifestSet)} in UTF-8. */
    public static byte[] writeUtf8(ManifestSet manifests) {
        return write(manifests).getBytes(StandardCharsets.UTF_8);
    }

    /** Appends what {@link #write(ManifestSet)} writes; existing text must end with a newline. */
    public static void writeTo(StringBuilder out, ManifestSet manifests) {
        @Nullable String[] plainTexts = plainTexts();
        for (Manifest manifest : manifests) {
            writeTo(out, manifest.tree(), plainTexts);
        }
    }

    /** {@link #write(Tree)} in UTF-8. */
    public static byte[] writeUtf8(Tree tree) {
        return write(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** {@link #writeAll} in UTF-8. */
    public static byte[] writeAllUtf8(Iterable<? extends Tree> trees) {
        return writeAll(trees).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Appends one document; existing text must end with a newline.
     *
     * @throws DeployException.InvalidInput if the tree contains what YAML cannot represent; a part of it is then
     *     appended
     */
    public static void writeTo(StringBuilder out, Tree tree) {
        writeTo(out, tree, plainTexts());
    }

    /** A table for the texts that are known to be plain. */
    static @Nullable String[] plainTexts() {
        return new String[PLAIN_TEXTS];
    }

    static void writeTo(StringBuilder out, Tree tree, @Nullable String[] plainTexts) {
        out.append("---\n");
        new YamlWriter(out, tree, plainTexts).value(tree, -2, 0);
    }

    /**
     * Writes a value whose first line is already indented.
     *
     * @param parent the column of the key or dash that the value belongs to
     */
    private void value(Tree tree, int parent, int depth) {
        if (tree instanceof MapTree map) {
            if (isWritten(map)) {
                map(map, parent + 2, depth + 1);
            } else {
                out.append("{}\n");
            }
        } else if (tree instanceof ListTree list) {
            if (list.isEmpty()) {
                out.append("[]\n");
            } else {
                list(list, parent + 2, depth + 1);
            }
        } else {
            scalar((ScalarTree) tree, parent);
        }
    }

    private void map(MapTree map, int column, int depth) {
        checkDepth(depth);
        boolean first = true;
        for (int i = 0, size = map.size(); i < size; i++) {
            Tree value = map.valueAt(i);
            if (value instanceof ScalarTree scalar) {
                if (scalar.isNull() && !keepsNulls) {
                    continue;
                }
                key(map.keyAt(i), first ? 0 : column);
                out.append(": ");
                scalar(scalar, column);
            } else if (value instanceof MapTree below) {
                key(map.keyAt(i), first ? 0 : column);
                if (isWritten(below)) {
                    indent(out.append(":\n"), column + 2);
                    map(below, column + 2, depth + 1);
                } else {
                    out.append(": {}\n");
                }
            } else {
                key(map.keyAt(i), first ? 0 : column);
                ListTree list = (ListTree) value;
                if (list.isEmpty()) {
                    out.append(": []\n");
                } else {
                    indent(out.append(":\n"), column);
                    list(list, column, depth + 1);
                }
            }
            first = false;
        }
    }

    private void list(ListTree list, int column, int depth) {
        checkDepth(depth);
        for (int i = 0, size = list.size(); i < size; i++) {
            indent(out, i == 0 ? 0 : column).append("- ");
            value(list.get(i), column, depth);
        }
    }

    private boolean isWritten(MapTree map) {
        if (keepsNulls) {
            return !map.isEmpty();
        }
        for (int i = 0, size = map.size(); i < size; i++) {
            if (!(map.valueAt(i) instanceof ScalarTree scalar && scalar.isNull())) {
                return true;
            }
        }
        return false;
    }

    private void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw Unwritable.in(root);
        }
    }

    private static String[] indentations() {
        String[] indentations = new String[2 * DEEPEST + 5];
        String spaces = " ".repeat(indentations.length);
        for (int i = 0; i < indentations.length; i++) {
            indentations[i] = spaces.substring(0, i);
        }
        return indentations;
    }

    private static StringBuilder indent(StringBuilder out, int width) {
        return width == 0 ? out : out.append(INDENTATIONS[width]);
    }

    private void key(String key, int indentation) {
        indent(out, indentation);
        int start = out.length();
        int style = style(key);
        if (style == PLAIN) {
            out.append(key);
        } else {
            quoted(key, style);
        }
        if (out.length() - start > LONGEST_KEY) {
            throw Unwritable.in(root);
        }
    }

    private void scalar(ScalarTree scalar, int parent) {
        String text = scalar.text();
        if (scalar.kind() == ScalarTree.Kind.FLOAT) {
            text = number(text);
        } else if (scalar.isString()) {
            int style = style(text);
            if (style == BLOCK) {
                block(text, parent + 2);
                return;
            }
            if (style != PLAIN) {
                quoted(text, style);
                out.append('\n');
                return;
            }
        }
        out.append(text).append('\n');
    }

    /** A float in a form that YAML 1.1 reads as one too: with a dot, and a sign in the exponent. */
    private String number(String text) {
        if (text.equals(".inf") || text.equals("-.inf") || text.equals(".nan")) {
            return text;
        }
        if (!isJsonNumber(text) || !isInRange(text)) {
            throw Unwritable.in(root);
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.indexOf('.') < 0) {
            digits += ".0";
        }
        if (exponent < 0) {
            return digits;
        }
        char sign = text.charAt(exponent + 1);
        return digits + (sign == '+' || sign == '-' ? "e" : "e+") + text.substring(exponent + 1);
    }

    /** Whether a JSON number can be read back: as a 64-bit float it is finite, and zero only if it is written so. */
    static boolean isInRange(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent < 0 && number.length() < FINITE) {
            return true;
        }
        double value = Double.parseDouble(number);
        String digits = exponent < 0 ? number : number.substring(0, exponent);
        return Double.isFinite(value)
                && (value != 0 || digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9'));
    }

    static boolean isJsonNumber(String text) {
        int length = text.length();
        int at = text.startsWith("-") ? 1 : 0;
        int digits = digits(text, at);
        if (digits == at || text.charAt(at) == '0' && digits > at + 1) {
            return false;
        }
        at = digits;
        if (at < length && text.charAt(at) == '.') {
            digits = digits(text, at + 1);
            if (digits == at + 1) {
                return false;
            }
            at = digits;
        }
        if (at < length && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits = digits(text, at);
            if (digits == at) {
                return false;
            }
            at = digits;
        }
        return at == length;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** How many characters a key takes when it is written; the key must have no lone surrogate. */
    static int writtenLength(String key) {
        YamlWriter writer = new YamlWriter(new StringBuilder(), MapTree.of(), plainTexts());
        int style = writer.style(key);
        if (style == PLAIN) {
            return key.length();
        }
        writer.quoted(key, style);
        return writer.out.length();
    }

    /** The style in which a string must be written; throws if it cannot be written. */
    private int style(String text) {
        int length = text.length();
        if (length == 0) {
            return DOUBLE;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & (PLAIN_TEXTS - 1);
        if (text.equals(plainTexts[slot])) {
            return PLAIN;
        }
        int harmless = 0;
        while (harmless < length && text.charAt(harmless) < 128 && INSIDE[text.charAt(harmless)] == 0) {
            harmless++;
        }
        if (harmless == length && isPlain(text)) {
            plainTexts[slot] = text;
            return PLAIN;
        }
        boolean plain = true;
        boolean quotes = false;
        boolean lines = false;
        boolean tabs = false;
        boolean escapes = false;
        char last = '\n';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                switch (INSIDE[c]) {
                    case COLON -> plain &= i + 1 < length && text.charAt(i + 1) != ' ';
                    case HASH -> plain &= last != ' ';
                    case QUOTE -> quotes = true;
                    case NEWLINE -> lines = true;
                    case TAB -> {
                        plain = false;
                        tabs = true;
                        escapes |= last == '\n';
                    }
                    case CONTROL -> escapes = true;
                    default -> {}
                }
            } else if (c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c > 0xFFFD) {
                escapes = true;
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw Unwritable.in(root);
                }
                i++;
            }
            last = c;
        }
        if (escapes) {
            return DOUBLE;
        }
        if (lines) {
            return isBlock(text) ? BLOCK : DOUBLE;
        }
        if (plain && last != ' ' && isPlain(text)) {
            return PLAIN;
        }
        return quotes && !tabs ? SINGLE : DOUBLE;
    }

    /** Whether every reader reads a text of harmless characters as a string, which its start decides. */
    private static boolean isPlain(String text) {
        char first = text.charAt(0);
        if (first >= 128) {
            return true;
        }
        return switch (FIRST[first]) {
            case ANY -> true;
            case WORD -> !isWord(text);
            case NUMBER -> !isNumber(text);
            default -> false;
        };
    }

    /** The booleans and nulls of YAML 1.1 and 1.2, in any case. */
    private static boolean isWord(String text) {
        return switch (text.length()) {
            case 1 -> text.equalsIgnoreCase("y") || text.equalsIgnoreCase("n");
            case 2 -> text.equalsIgnoreCase("no") || text.equalsIgnoreCase("on");
            case 3 -> text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("off") || text.equalsIgnoreCase("nan");
            case 4 -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("null");
            case 5 -> text.equalsIgnoreCase("false");
            default -> false;
        };
    }

    /**
     * Whether any reader may read a text that starts with a digit, a sign or a dot as a number, a time, a date, a
     * document marker or a list item. In doubt it is true, as for {@code 10.0.0.1}.
     */
    private static boolean isNumber(String text) {
        int length = text.length();
        char first = text.charAt(0);
        if (first == '-' && (length == 1 || text.charAt(1) == ' ')
                || text.startsWith("---")
                || text.startsWith("...")) {
            return true;
        }
        int from = first == '+' || first == '-' ? 1 : 0;
        if (length > from + 1 && text.charAt(from) == '0') {
            int base = text.charAt(from + 1) | 0x20;
            if (base == 'x' || base == 'o' || base == 'b') {
                return true;
            }
        }
        String rest = from == 0 ? text : text.substring(1);
        if (rest.equalsIgnoreCase(".inf")
                || rest.equalsIgnoreCase(".nan")
                || rest.equalsIgnoreCase("inf")
                || rest.equalsIgnoreCase("infinity")
                || rest.equalsIgnoreCase("nan")) {
            return true;
        }
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            boolean number = c >= '0' && c <= '9'
                    || c == '.'
                    || c == '_'
                    || c == ':'
                    || c == '-'
                    || c == '+'
                    || c == ','
                    || c == ' '
                    || c == 'e'
                    || c == 'E'
                    || c == 't'
                    || c == 'T'
                    || c == 'z'
                    || c == 'Z';
            if (!number) {
                return false;
            }
        }
        return true;
    }

    /** Whether a literal block can hold a text of several lines. */
    private static boolean isBlock(String text) {
        int lastLine = text.lastIndexOf('\n') + 1;
        boolean blank = lastLine < text.length();
        for (int i = lastLine; i < text.length() && blank; i++) {
            blank = text.charAt(i) == ' ';
        }
        if (blank) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n') {
                return true;
            }
        }
        return false;
    }

    private void block(String text, int column) {
        int length = text.length();
        out.append('|');
        char first = text.charAt(0);
        if (first == ' ' || first == '\n') {
            out.append('2');
        }
        if (text.charAt(length - 1) != '\n') {
            out.append('-');
        } else if (text.charAt(length - 2) == '\n') {
            out.append('+');
        }
        out.append('\n');
        int indentation = Math.max(column, 2);
        int start = 0;
        while (start < length) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = length;
            }
            if (end > start) {
                indent(out, indentation).append(text, start, end);
            }
            out.append('\n');
            start = end + 1;
        }
    }

    private void quoted(String text, int style) {
        if (style == SINGLE) {
            singleQuoted(text);
        } else {
            doubleQuoted(text);
        }
    }

    private void singleQuoted(String text) {
        out.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                out.append('\'');
            }
            out.append(c);
        }
        out.append('\'');
    }

    private void doubleQuoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c > 0xFFFD) {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append("0123456789ABCDEF".charAt(c >> shift & 0xF));
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static byte[] inside() {
        byte[] table = new byte[128];
        for (int c = 0; c < ' '; c++) {
            table[c] = CONTROL;
        }
        table[0x7F] = CONTROL;
        table['\n'] = NEWLINE;
        table['\t'] = TAB;
        table[' '] = SPACE;
        table[':'] = COLON;
        table['#'] = HASH;
        table['"'] = QUOTE;
        table['\\'] = QUOTE;
        return table;
    }

    private static byte[] first() {
        byte[] table = new byte[128];
        mark(table, "?:,[]{}#&*!|>'\"%@` =<~", NEVER);
        mark(table, "yYnNoOtTfF", WORD);
        mark(table, "0123456789+-.", NUMBER);
        return table;
    }

    private static void mark(byte[] table, String characters, byte as) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = as;
        }
    }
}
