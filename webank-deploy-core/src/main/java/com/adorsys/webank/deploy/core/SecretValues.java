package com.adorsys.webank.deploy.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Tells values that can be secrets from placeholders, references, names and numbers. */
public final class SecretValues {
    /** Shorter values are never random enough. */
    static final int SHORTEST_RANDOM = 16;

    private static final int LONGEST = 8192;

    /** What stands for a value that something or somebody sets later. */
    private static final String[] WORDS = {
        "changeme",
        "change-me",
        "change_me",
        "example",
        "placeholder",
        "replace",
        "your-",
        "your_",
        "xxxx",
        "dummy",
        "redacted",
        "***",
        "..."
    };

    /** What texts start with that are encrypted, digests, or refer to a value elsewhere. */
    private static final String[] REFERENCES = {
        "arn:", "file:", "vault:", "secret:", "env:", "ref+", "enc[", "sha1:", "sha256", "sha384", "sha512", "md5:"
    };

    private SecretValues() {}

    /** Whether a value is replaced before it is used: {@code ${NAME}}, {@code $(NAME)}, {@code <password>}, {@code changeme}. */
    public static boolean isPlaceholder(String value) {
        if (value.isEmpty() || value.charAt(0) == '$' || isEnclosed(value)) {
            return true;
        }
        if (value.contains("{{") || value.contains("${") || value.contains("$(") || value.startsWith("%(")) {
            return true;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is in brackets, as {@code <password>} and {@code @password@} are. */
    private static boolean isEnclosed(String value) {
        int bracket = "<[{@".indexOf(value.charAt(0));
        return bracket >= 0 && value.length() > 1 && value.indexOf(">]}@".charAt(bracket), 1) > 0;
    }

    /**
     * Whether the value of a variable with a secret name can be a secret. Placeholders, booleans, numbers, paths, addresses,
     * ARNs and other references cannot.
     */
    public static boolean canBeSecret(String value) {
        return !isPlaceholder(value) && !isReference(value) && !isNumber(value) && !isTruth(value);
    }

    /** Whether a value is likely random, so that with a secret name it is a secret. UUIDs and digests are not. */
    static boolean isRandom(String value) {
        // Most values do not look random, which is the quickest to find out.
        if (value.length() < SHORTEST_RANDOM
                || value.length() > LONGEST
                || !looksRandom(value)
                || isPlaceholder(value)
                || isReference(value)) {
            return false;
        }
        String decoded = decoded(value);
        return decoded.isEmpty() || looksRandom(decoded) && !isPlaceholder(decoded);
    }

    /** Whether letters and digits change often, as they do in no name and no sentence. */
    private static boolean looksRandom(String value) {
        int changes = 0;
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '(' || c == '"') {
                return false;
            }
            boolean digit = isDigit(c);
            digits += digit ? 1 : 0;
            letters += isLetter(c) ? 1 : 0;
            changes += i > 0 && isChange(value.charAt(i - 1), c) ? 1 : 0;
        }
        boolean often = changes >= 4 && changes * 5 >= value.length() - 1;
        return often
                && letters > 0
                && digits > 0
                && hasDistinct(value, 8)
                && !isUuid(value)
                && !isName(value)
                && !isHash(value);
    }

    private static boolean isChange(char before, char c) {
        boolean letterAndDigit = isLetter(before) && isDigit(c) || isDigit(before) && isLetter(c);
        return letterAndDigit || before >= 'a' && before <= 'z' && c >= 'A' && c <= 'Z';
    }

    /** Whether a text has at least so many different characters. */
    static boolean hasDistinct(String text, int least) {
        int found = 0;
        for (int i = 0; i < text.length() && found < least; i++) {
            found += text.indexOf(text.charAt(i)) == i ? 1 : 0;
        }
        return found >= least;
    }

    /** The text that a value is the base64 of; empty if it is not base64 of printable text. */
    private static String decoded(String value) {
        if (value.length() % 4 != 0) {
            return "";
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return "";
        }
        for (byte b : bytes) {
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return "";
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static boolean isUuid(String value) {
        if (value.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = value.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is a name of Kubernetes with a word in it: {@code default-token-x2k4j}. */
    private static boolean isName(String value) {
        int word = 0;
        boolean hasWord = false;
        boolean hasParts = false;
        for (int i = 0; i <= value.length(); i++) {
            char c = i == value.length() ? '-' : value.charAt(i);
            boolean end = c == '-' || c == '.' || c == '/';
            if (!end && !isDigit(c) && (c < 'a' || c > 'z')) {
                return false;
            }
            hasWord |= end && word >= 3;
            hasParts |= end && i < value.length();
            // A digit spoils the word up to the next separator.
            word = end ? 0 : isDigit(c) ? Integer.MIN_VALUE : word + 1;
        }
        return hasWord && hasParts;
    }

    /** Whether a value has the form of crypt, as in {@code admin:$2y$10$...}: a hash is not the password. */
    private static boolean isHash(String value) {
        int start = value.indexOf('$');
        int end = start < 0 ? -1 : value.indexOf('$', start + 1);
        return end > start + 1 && end <= start + 10;
    }

    private static boolean isReference(String value) {
        for (String start : REFERENCES) {
            if (value.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return value.contains("://") || isPath(value);
    }

    private static boolean isPath(String value) {
        return value.startsWith("/") && !looksRandom(value) || value.startsWith("./") || value.startsWith("~/");
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isDigit(value.charAt(i)) && ".-+".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTruth(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }
}
