package com.adorsys.webank.deploy.core;

import com.adorsys.webank.deploy.core.JsonNode.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON strictly as RFC 8259 defines it: no comments, no comma after the last entry, no single quotes. Keeps the
 * position of every value and key, and duplicate keys. No problem shows content of the text, since it may be secret.
 */
public final class JsonReader {
    /** The most levels, as in the trees of this library. */
    public static final int DEEPEST = 100;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    /** The low surrogates in this line so far: a column is a code point, not a {@code char}. */
    private int lowSurrogates;

    private int depth;

    /**
     * A reader of a text.
     *
     * @param file the name of the text in problems
     */
    public JsonReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads the value at the start of the text.
     *
     * @throws DeployException.InvalidInput if it is not JSON, or nested too deep
     */
    public JsonNode value() {
        skipSpace();
        return node();
    }

    /**
     * The text after the value, without leading white space.
     *
     * @return empty if nothing follows
     */
    public String rest() {
        skipSpace();
        return text.substring(at);
    }

    /** What to throw if there must be nothing after the value. */
    public DeployException.InvalidInput textAfterEnd() {
        return syntax("there is text after the end of the JSON", "Keep one JSON text in the file");
    }

    private JsonNode node() {
        Position position = here();
        char c = peek();
        return switch (c) {
            case '{' -> fields(position);
            case '[' -> items(position);
            case '"' -> new JsonNode.Text(string(), position);
            case 't' -> {
                word("true");
                yield new JsonNode.Bool(true, position);
            }
            case 'f' -> {
                word("false");
                yield new JsonNode.Bool(false, position);
            }
            case 'n' -> {
                word("null");
                yield new JsonNode.Null(position);
            }
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield new JsonNode.Numeral(number(), position);
                }
                throw missingValue(c);
            }
        };
    }

    private JsonNode fields(Position position) {
        List<JsonNode.Entry> entries = new ArrayList<>();
        if (opens('}')) {
            return new JsonNode.Fields(List.of(), position);
        }
        do {
            skipSpace();
            char c = peek();
            if (c != '"') {
                throw missingKey(c, !entries.isEmpty(), position);
            }
            Position keyPosition = here();
            String key = string();
            skipSpace();
            if (peek() != ':') {
                throw isAtEnd() ? unclosed(position) : syntax("a `:` is missing after a key", "Write `\"key\": value`");
            }
            at++;
            skipSpace();
            if (isAtEnd()) {
                throw unclosed(position);
            }
            entries.add(new JsonNode.Entry(key, keyPosition, node()));
        } while (continues('}', position));
        return new JsonNode.Fields(List.copyOf(entries), position);
    }

    private JsonNode items(Position position) {
        List<JsonNode> items = new ArrayList<>();
        if (opens(']')) {
            return new JsonNode.Items(List.of(), position);
        }
        do {
            skipSpace();
            if (isAtEnd()) {
                throw unclosed(position);
            }
            if (peek() == ']' && !items.isEmpty()) {
                throw trailingComma();
            }
            items.add(node());
        } while (continues(']', position));
        return new JsonNode.Items(List.copyOf(items), position);
    }

    /** Enters a map or list; returns whether it is empty. */
    private boolean opens(char close) {
        if (depth == DEEPEST) {
            throw problem(
                    ProblemCodes.JSON_TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels", "Nest it less");
        }
        depth++;
        at++;
        skipSpace();
        if (peek() == close && at < text.length()) {
            at++;
            depth--;
            return true;
        }
        return false;
    }

    /** Reads what follows a value: returns true for a comma, and false for the end of the map or list. */
    private boolean continues(char close, Position start) {
        skipSpace();
        if (isAtEnd()) {
            throw unclosed(start);
        }
        char c = peek();
        if (c == ',') {
            at++;
            return true;
        }
        if (c == close) {
            at++;
            depth--;
            return false;
        }
        throw c == '/' || c == '#'
                ? comment()
                : syntax(
                        "a `,` or `" + close + "` is missing before this",
                        "Add it, and write a quote inside a text as `\\\"`");
    }

    private String string() {
        Position start = here();
        int from = ++at;
        StringBuilder escaped = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String plain = text.substring(from, at++);
                return escaped == null ? plain : escaped.append(plain).toString();
            }
            if (c == '\\') {
                escaped = (escaped == null ? new StringBuilder() : escaped).append(text, from, at);
                escape(escaped);
                from = at;
            } else if (c < ' ') {
                throw syntax(
                        c == '\n' || c == '\r'
                                ? "a line ends inside a quoted text"
                                : "a quoted text contains a control character",
                        "Write it as an escape, such as `\\n`, or close the quote before it");
            } else {
                if (Character.isLowSurrogate(c)) {
                    lowSurrogates++;
                }
                at++;
            }
        }
        throw problemAt(
                ProblemCodes.JSON_SYNTAX,
                start,
                "the quoted text that starts here is not closed",
                "The file may have been cut off: write it again");
    }

    private void escape(StringBuilder into) {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            into.append("\"\\/\b\f\n\r\t".charAt(known));
            at += 2;
            return;
        }
        int first = c == 'u' ? hex(at + 2) : -1;
        if (first < 0) {
            throw syntax("this is not a valid JSON escape", "Write `\\\\` for a backslash");
        }
        if (!Character.isSurrogate((char) first)) {
            into.append((char) first);
            at += 6;
            return;
        }
        int second = text.startsWith("\\u", at + 6) ? hex(at + 8) : -1;
        if (second < 0 || !Character.isSurrogatePair((char) first, (char) second)) {
            throw syntax(
                    "an escape is half of a surrogate pair, which is not a character",
                    "Write both halves, or the character itself");
        }
        into.append((char) first).append((char) second);
        at += 12;
    }

    private int hex(int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void word(String word) {
        int end = at + word.length();
        if (!text.startsWith(word, at) || end < text.length() && isWordPart(text.charAt(end))) {
            throw unknownWord();
        }
        at = end;
    }

    private String number() {
        int from = at;
        int i = at;
        if (charAt(i) == '-') {
            i++;
        }
        boolean good = isDigit(charAt(i)) && !(charAt(i) == '0' && isDigit(charAt(i + 1)));
        i = digits(i);
        if (good && charAt(i) == '.') {
            good = isDigit(charAt(i + 1));
            i = digits(i + 1);
        }
        if (good && (charAt(i) == 'e' || charAt(i) == 'E')) {
            i++;
            if (charAt(i) == '+' || charAt(i) == '-') {
                i++;
            }
            good = isDigit(charAt(i));
            i = digits(i);
        }
        if (!good || isWordPart(charAt(i)) || charAt(i) == '.') {
            throw invalidNumber();
        }
        at = i;
        return text.substring(from, i);
    }

    private int digits(int from) {
        int i = from;
        while (isDigit(charAt(i))) {
            i++;
        }
        return i;
    }

    private DeployException.InvalidInput missingValue(char c) {
        if (at == text.length()) {
            return syntax(
                    "a value is missing at the end of the file", "The file may have been cut off: write it again");
        }
        if (c == '/' || c == '#') {
            return comment();
        }
        if (c == '\'') {
            return singleQuote();
        }
        if (c == ',' || c == '}' || c == ']' || c == ':') {
            return syntax("a value is missing before this", "Write the value, or remove this");
        }
        if (c == '+' || c == '.') {
            return invalidNumber();
        }
        return isWordPart(c) ? unknownWord() : syntax("this is not valid JSON", "Check the text here and above");
    }

    private DeployException.InvalidInput missingKey(char c, boolean afterComma, Position start) {
        if (isAtEnd()) {
            return unclosed(start);
        }
        if (c == '}' && afterComma) {
            return trailingComma();
        }
        if (c == '/' || c == '#') {
            return comment();
        }
        return c == '\'' ? singleQuote() : syntax("a key is missing before this", "Write the key in double quotes");
    }

    private DeployException.InvalidInput unknownWord() {
        return syntax(
                "this word is neither `true`, `false` nor `null`",
                "Write a text in double quotes, and these in lower case");
    }

    private DeployException.InvalidInput invalidNumber() {
        return syntax(
                "this is not a valid JSON number",
                "Write it as in `-1`, `0.5` or `1e9`, or put a text in double quotes");
    }

    private DeployException.InvalidInput comment() {
        return syntax("this is a comment or a path, and JSON has neither", "Remove it, or put it in double quotes");
    }

    private DeployException.InvalidInput singleQuote() {
        return syntax("this text is in single quotes", "Write it in double quotes");
    }

    private DeployException.InvalidInput trailingComma() {
        return syntax("there is a comma before this, and no value after it", "Remove the comma");
    }

    private boolean isAtEnd() {
        return at == text.length();
    }

    private DeployException.InvalidInput unclosed(Position start) {
        return problemAt(
                ProblemCodes.JSON_SYNTAX,
                start,
                "the map or list that starts here is not closed",
                "The file may have been cut off: write it again");
    }

    private DeployException.InvalidInput syntax(String what, String remedy) {
        return problem(ProblemCodes.JSON_SYNTAX, what, remedy);
    }

    private DeployException.InvalidInput problem(String code, String what, String remedy) {
        return problemAt(code, here(), what, remedy);
    }

    private DeployException.InvalidInput problemAt(String code, Position position, String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(code, Location.of(file, position.line(), position.column(), ""), what, remedy));
    }

    private Position here() {
        return new Position(line, at - lineStart - lowSurrogates + 1);
    }

    /** The character here; NUL, which is not allowed in JSON, at the end. */
    private char peek() {
        return charAt(at);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                at += c == '\r' && charAt(at + 1) == '\n' ? 2 : 1;
                line++;
                lineStart = at;
                lowSurrogates = 0;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
    }
}
