package com.adorsys.webank.deploy.check;

/** Whether a text is JSON, as Go's {@code encoding/json} takes it: keys may be there twice. */
final class JsonText {
    private static final int DEEPEST = 1_000;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /** Whether a text is one object of JSON, with white space around it. */
    static boolean isObject(String text) {
        JsonText json = new JsonText(text);
        json.skipSpace();
        return json.isNext('{') && json.value() && json.at == text.length();
    }

    /** Goes over a value and the white space behind it. */
    private boolean value() {
        skipSpace();
        if (at == text.length() || ++depth > DEEPEST) {
            return false;
        }
        boolean isValue = switch (text.charAt(at)) {
            case '{' -> members('}');
            case '[' -> members(']');
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
        depth--;
        skipSpace();
        return isValue;
    }

    private boolean members(char end) {
        at++;
        skipSpace();
        if (taken(end)) {
            return true;
        }
        do {
            skipSpace();
            if (end == '}' && !(isNext('"') && string() && isColon())) {
                return false;
            }
            if (!value()) {
                return false;
            }
        } while (taken(','));
        return taken(end);
    }

    private boolean isColon() {
        skipSpace();
        return taken(':');
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || c == '\\' && !escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (taken('u')) {
            for (int i = 0; i < 4; i++) {
                if (at == text.length() || Character.digit(text.charAt(at++), 16) < 0) {
                    return false;
                }
            }
            return true;
        }
        return at < text.length() && "\"\\/bfnrt".indexOf(text.charAt(at++)) >= 0;
    }

    private boolean word(String word) {
        boolean isWord = text.startsWith(word, at);
        at += isWord ? word.length() : 0;
        return isWord;
    }

    private boolean number() {
        taken('-');
        boolean isNumber = taken('0') || digits();
        if (isNumber && taken('.')) {
            isNumber = digits();
        }
        if (isNumber && (taken('e') || taken('E'))) {
            if (!taken('+')) {
                taken('-');
            }
            isNumber = digits();
        }
        return isNumber;
    }

    private boolean digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from;
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean taken(char c) {
        boolean isNext = isNext(c);
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
