package com.adorsys.webank.deploy.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Finds and masks secrets in texts by the {@link SecretRule}s. Placeholders and documented examples, such as {@code
 * AKIAIOSFODNN7EXAMPLE}, are masked but not found; neither are secrets in the middle of a longer word.
 */
public final class SecretTexts {
    private static final String MASK = "***";
    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final String PEM_BASE64 = "LS0tLS1CRUdJTi";
    private static final String KEY_TYPE = "kty";
    /** No form is shorter. */
    private static final int SHORTEST = 14;

    /** The number of characters of an AWS secret access key. */
    public static final int AWS_SECRET = 40;

    private static final String[] PRIVATE_MEMBERS = {"d", "k"};

    /**
     * A token with a fixed start.
     *
     * @param more the characters beside letters and digits
     * @param least how many characters follow at least
     * @param most how many belong to it
     */
    private record Form(SecretRule rule, String start, String more, int least, int most) {
        private static Form of(SecretRule rule, String start, String more, int least) {
            return new Form(rule, start, more, least, Integer.MAX_VALUE);
        }
    }

    private static final Form[] FORMS = {
        Form.of(SecretRule.GITHUB_TOKEN, "ghp_", "", 16),
        Form.of(SecretRule.GITHUB_TOKEN, "gho_", "", 16),
        Form.of(SecretRule.GITHUB_TOKEN, "ghu_", "", 16),
        Form.of(SecretRule.GITHUB_TOKEN, "ghs_", "", 16),
        Form.of(SecretRule.GITHUB_TOKEN, "ghr_", "", 16),
        Form.of(SecretRule.GITHUB_TOKEN, "github_pat_", "_", 16),
        Form.of(SecretRule.GITLAB_TOKEN, "glpat-", "_-.", 16),
        Form.of(SecretRule.GITLAB_TOKEN, "glrt-", "_-.", 16),
        Form.of(SecretRule.GITLAB_TOKEN, "gldt-", "_-.", 16),
        Form.of(SecretRule.GITLAB_TOKEN, "glptt-", "_-.", 16),
        Form.of(SecretRule.SLACK_TOKEN, "xox", "-", 12),
        Form.of(SecretRule.SLACK_TOKEN, "hooks.slack.com/services/T", "/", 30),
        new Form(SecretRule.AWS_ACCESS_KEY, "AKIA", "", 16, 16),
        new Form(SecretRule.AWS_ACCESS_KEY, "ASIA", "", 16, 16),
        new Form(SecretRule.GOOGLE_API_KEY, "AIza", "_-", 35, 35),
        Form.of(SecretRule.NPM_TOKEN, "npm_", "", 36),
        Form.of(SecretRule.STRIPE_KEY, "sk_live_", "", 16),
        Form.of(SecretRule.STRIPE_KEY, "rk_live_", "", 16),
        Form.of(SecretRule.STRIPE_KEY, "sk_test_", "", 16),
        Form.of(SecretRule.STRIPE_KEY, "rk_test_", "", 16),
        Form.of(SecretRule.AGE_KEY, "AGE-SECRET-KEY-1", "", 40),
    };

    /**
     * The pairs of characters that something can start with that is looked at: the first one times 128 plus the second one. After
     * the first one of some, anything may follow.
     */
    private static final boolean[] STARTS = new boolean[128 * 128];

    /** The forms by the first character of their start, since texts are scanned character by character. */
    private static final Form[][] BY_FIRST = new Form[128][0];

    static {
        for (String pair :
                new String[] {"gh", "gl", "gi", "xo", "ho", "AK", "AS", "AI", "AG", "np", "sk", "rk", "--", "LS", "kt"
                }) {
            STARTS[pair.charAt(0) << 7 | pair.charAt(1)] = true;
        }
        Arrays.fill(STARTS, ':' << 7, (':' + 1) << 7, true);
        Arrays.fill(STARTS, '=' << 7, ('=' + 1) << 7, true);
        for (Form form : FORMS) {
            char first = form.start.charAt(0);
            BY_FIRST[first] = Arrays.copyOf(BY_FIRST[first], BY_FIRST[first].length + 1);
            BY_FIRST[first][BY_FIRST[first].length - 1] = form;
        }
    }

    private final String text;
    /** Whether only what is surely a secret counts. */
    private final boolean sure;
    /** The end of the last match. */
    private int end;
    /** The start of the last match. */
    private int start;

    private SecretTexts(String text, boolean sure) {
        this.text = text;
        this.sure = sure;
    }

    /** The first rule by which a text contains a secret; null if it contains none. */
    public static @Nullable SecretRule find(String text) {
        if (text.indexOf(':') >= 0) {
            SecretRule url = UrlPasswords.find(text);
            if (url != null) {
                return url;
            }
        }
        // Most texts have no place to look at.
        return text.length() < SHORTEST || start(text, 0) < 0 ? null : new SecretTexts(text, true).next();
    }

    /** The rule by which the value of a variable is a secret because of its name; null if it is none. */
    public static @Nullable SecretRule findByName(String name, String value) {
        return value.length() >= SecretValues.SHORTEST_RANDOM
                        && SecretNames.isLikely(name)
                        && SecretValues.isRandom(value)
                ? SecretRule.NAMED_VALUE
                : null;
    }

    /** Whether a text contains the id of an AWS access key, so that a secret key is likely beside it. */
    public static boolean hasAwsAccessKey(String text) {
        return text.length() >= 20
                && (text.contains("AKIA") || text.contains("ASIA"))
                && new SecretTexts(text, true).next() == SecretRule.AWS_ACCESS_KEY;
    }

    /** Whether a text has the form of an AWS secret access key: 40 random characters. */
    public static boolean isAwsSecretKey(String text) {
        return text.length() == AWS_SECRET && SecretValues.isRandom(text);
    }

    /** The text without its secrets. Passwords in URLs are masked by {@link UrlCredentials}. */
    public static String masked(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        SecretTexts scan = new SecretTexts(text, false);
        StringBuilder shown = null;
        int from = 0;
        boolean isAws = false;
        for (SecretRule rule = scan.next(); rule != null; rule = scan.next()) {
            shown = shown == null ? new StringBuilder(text.length()) : shown;
            shown.append(text, from, scan.start).append(MASK);
            from = scan.end;
            isAws |= rule == SecretRule.AWS_ACCESS_KEY;
        }
        if (shown == null) {
            return text;
        }
        shown.append(text, from, text.length());
        return isAws ? withoutAwsSecrets(shown.toString()) : shown.toString();
    }

    private static String withoutAwsSecrets(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = run(text, from, "/+", Integer.MAX_VALUE);
            String word = text.substring(from, end);
            shown.append(isAwsSecretKey(word) ? MASK : word);
            if (end < text.length()) {
                shown.append(text.charAt(end));
            }
            from = end + 1;
        }
        return shown.toString();
    }

    /** Finds the next secret; null if there is none. */
    private @Nullable SecretRule next() {
        for (int i = start(text, end); i >= 0; i = start(text, i + 1)) {
            SecretRule rule = at(i);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    /** The next place at which a secret may start; -1 if there is none. Two characters decide, so that a scan is fast. */
    private static int start(String text, int from) {
        int length = text.length();
        char c = from < length ? text.charAt(from) : 0;
        for (int i = from + 1; i < length; i++) {
            char next = text.charAt(i);
            if ((c | next) < 128 ? STARTS[c << 7 | next] : c == '=' || c == ':') {
                return i - 1;
            }
            c = next;
        }
        return -1;
    }

    private @Nullable SecretRule at(int i) {
        return switch (text.charAt(i)) {
            case '-' -> pem(i) ? SecretRule.PEM_PRIVATE_KEY : null;
            case 'L' -> pemInBase64(i) ? SecretRule.PEM_PRIVATE_KEY : null;
            case 'k' -> jwk(i) ? SecretRule.PRIVATE_JWK : null;
            case '=', ':' -> assignment(i) ? SecretRule.NAMED_VALUE : null;
            default -> token(i);
        };
    }

    private @Nullable SecretRule token(int i) {
        char first = text.charAt(i);
        if (first >= BY_FIRST.length) {
            return null;
        }
        for (Form form : BY_FIRST[first]) {
            if (text.startsWith(form.start, i)) {
                int from = i + form.start.length();
                int to = run(text, from, form.more, form.most);
                if (to - from >= form.least && (!sure || isWhole(i, to, form)) && isWellFormed(form, from, to)) {
                    return matched(i, to, form.rule);
                }
            }
        }
        return null;
    }

    private static boolean isUpper(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 'a') {
                return false;
            }
        }
        return true;
    }

    private boolean isWellFormed(Form form, int from, int to) {
        return switch (form.rule) {
            case AWS_ACCESS_KEY, AGE_KEY -> isUpper(text, from, to);
            // The letter after `xox` is the kind; the address of a webhook starts with `h`.
            case SLACK_TOKEN -> form.start.charAt(0) == 'h' || text.charAt(from + 1) == '-';
            default -> true;
        };
    }

    /** Whether a token is a word of its own and not an example. */
    private boolean isWhole(int from, int to, Form form) {
        boolean starts = from == 0 || !SecretValues.isLetterOrDigit(text.charAt(from - 1)) && !isJoin(from - 1);
        boolean ends = to == text.length() || form.most == Integer.MAX_VALUE || !isPart(text.charAt(to), form.more);
        String token = text.substring(from + form.start.length(), to);
        boolean hasDigit = form.rule != SecretRule.SLACK_TOKEN || hasDigit(token);
        return starts && ends && hasDigit && isContent(token);
    }

    private boolean isJoin(int i) {
        return text.charAt(i) == '_' || text.charAt(i) == '+';
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether the content of a secret is none of an example. */
    private static boolean isContent(String text) {
        return SecretValues.hasDistinct(text, 6) && !SecretValues.isPlaceholder(text);
    }

    private boolean pem(int i) {
        if (!text.startsWith(PEM_BEGIN, i)) {
            return false;
        }
        int title = i + PEM_BEGIN.length();
        int content = text.indexOf("-----", title);
        String name = content < 0 || content > title + 40 ? "" : text.substring(title, content);
        if (!name.endsWith("PRIVATE KEY") && !name.endsWith("PRIVATE KEY BLOCK")) {
            return false;
        }
        int last = text.indexOf("-----END " + name + "-----", content);
        int to = last < 0 ? text.length() : last + name.length() + 14;
        if (sure && !hasRun(content + 5, last < 0 ? to : last, 40)) {
            return false;
        }
        matched(i, to, SecretRule.PEM_PRIVATE_KEY);
        return true;
    }

    /** Whether a range has so many characters of base64 in a row. */
    private boolean hasRun(int from, int to, int least) {
        int i = from;
        while (i < to) {
            int runEnd = run(text, i, "/+=", to - i);
            if (runEnd - i >= least && isContent(text.substring(i, runEnd))) {
                return true;
            }
            i = runEnd + 1;
        }
        return false;
    }

    private boolean pemInBase64(int i) {
        if (!text.startsWith(PEM_BASE64, i)) {
            return false;
        }
        int to = run(text, i, "/+=", Integer.MAX_VALUE);
        int title = Math.min(to - i, 64) / 4 * 4;
        if (to - i < 64) {
            return false;
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(text.substring(i, i + title));
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (!new String(decoded, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
            return false;
        }
        matched(i, to, SecretRule.PEM_PRIVATE_KEY);
        return true;
    }

    /** A JWK in JSON, whose quotes may be escaped. It has no objects in it. */
    private boolean jwk(int i) {
        if (!text.startsWith(KEY_TYPE, i) || !isQuoted(i, i + KEY_TYPE.length())) {
            return false;
        }
        int from = text.lastIndexOf('{', i);
        int to = text.indexOf('}', i);
        to = to < 0 ? text.length() : to + 1;
        if (from < end) {
            return false;
        }
        for (String member : PRIVATE_MEMBERS) {
            for (int at = text.indexOf(member, from); at >= 0 && at < to; at = text.indexOf(member, at + 1)) {
                if (isQuoted(at, at + 1) && isPrivateMember(at + 1)) {
                    matched(from, to, SecretRule.PRIVATE_JWK);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPrivateMember(int after) {
        int value = skip(after, "\\\" \t\r\n:");
        int valueEnd = run(text, value, "-_", Integer.MAX_VALUE);
        return isPrivateMember(text.substring(value, valueEnd));
    }

    /** Whether a text has the form of a private member of a JWK. */
    public static boolean isPrivateMember(String value) {
        return value.length() >= 20 && run(value, 0, "-_=", value.length()) == value.length() && isContent(value);
    }

    private boolean isQuoted(int from, int to) {
        return from > 0 && text.charAt(from - 1) == '"' && to < text.length() && "\"\\".indexOf(text.charAt(to)) >= 0;
    }

    /** A variable and its value in a text: {@code API_KEY=...}, {@code "apiKey": "..."}. */
    private boolean assignment(int i) {
        int value = skip(i + 1, "\\\"' \t");
        int to = value;
        while (to < text.length() && text.charAt(to) > ' ' && "\"'\\,;&`)]".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        // Most values are too short, which is seen before the name is read. A token is found by its own rule.
        if (to - value < SecretValues.SHORTEST_RANDOM || token(value) != null) {
            return false;
        }
        int nameEnd = i;
        while (nameEnd > end && "\\\"' ".indexOf(text.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        int name = nameEnd;
        while (name > end && isPart(text.charAt(name - 1), "_-.")) {
            name--;
        }
        if (!SecretNames.isLikely(text.substring(name, nameEnd)) || !SecretValues.isRandom(text.substring(value, to))) {
            return false;
        }
        matched(value, to, SecretRule.NAMED_VALUE);
        return true;
    }

    private SecretRule matched(int from, int to, SecretRule rule) {
        start = from;
        end = to;
        return rule;
    }

    private int skip(int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Where a run of letters, digits and some other characters ends. */
    private static int run(String text, int from, String more, int most) {
        int to = from;
        while (to < text.length() && to - from < most && isPart(text.charAt(to), more)) {
            to++;
        }
        return to;
    }

    private static boolean isPart(char c, String more) {
        return SecretValues.isLetterOrDigit(c) || more.indexOf(c) >= 0;
    }
}
