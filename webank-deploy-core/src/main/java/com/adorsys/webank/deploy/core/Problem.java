package com.adorsys.webank.deploy.core;

import java.util.Objects;

/**
 * Something that is wrong with an input: where it is, what is wrong and what to do.
 *
 * <p>The code is stable between releases, in capitals ({@code UNKNOWN_KEY}); texts may change. No text holds a secret
 * value; credentials in URLs are masked in all of them, as {@link UrlCredentials} says.
 */
public final class Problem {
    private static final int LONGEST_QUOTED = 80;
    /** The longest repository, tag and digest, and what stands between them. */
    private static final int LONGEST_IMAGE = 512;

    private final Severity severity;
    private final String code;
    private final Location location;
    private final String what;
    private final String remedy;

    private Problem(Severity severity, String code, Location location, String what, String remedy) {
        this.severity = Objects.requireNonNull(severity, "severity");
        this.code = Objects.requireNonNull(code, "code");
        this.location = Objects.requireNonNull(location, "location");
        this.what = UrlCredentials.masked(Objects.requireNonNull(what, "what"));
        this.remedy = sentence(UrlCredentials.masked(Objects.requireNonNull(remedy, "remedy")));
    }

    /**
     * A problem that makes the input unusable.
     *
     * @param code the stable code
     * @param location where
     * @param what what is wrong, a sentence without its full stop
     * @param remedy what to do, a sentence without its full stop; its first letter becomes a capital
     */
    public static Problem error(String code, Location location, String what, String remedy) {
        return new Problem(Severity.ERROR, code, location, what, remedy);
    }

    /** A problem that leaves the input usable; parameters as in {@link #error}. */
    public static Problem warning(String code, Location location, String what, String remedy) {
        return new Problem(Severity.WARNING, code, location, what, remedy);
    }

    /**
     * A value for the text of a problem: in backticks, on one line, without the credentials of a URL, and truncated to
     * 80 characters. Control characters and backticks are written as escapes. Not for values that may be secret.
     */
    public static String quote(String value) {
        return quoted(UrlCredentials.maskedValue(value), LONGEST_QUOTED);
    }

    /** As {@link #quote}, for an image: truncated to 512 characters, so that its digest can be read and copied. */
    public static String quoteImage(String value) {
        return quoted(UrlCredentials.maskedValue(value), LONGEST_IMAGE);
    }

    private static String quoted(String value, int longest) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('`');
        int shown = value.length() <= longest ? value.length() : longest - 3;
        for (int i = 0; i < shown; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '`' -> text.append("\\`");
                default -> {
                    if (isShown(value, i, shown)) {
                        text.append(c);
                    } else {
                        String hex = Integer.toHexString(c);
                        text.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
                    }
                }
            }
        }
        return text.append(shown < value.length() ? "...`" : "`").toString();
    }

    /** Neither a control or format character, nor half a surrogate pair, nor a line separator. */
    private static boolean isShown(String value, int i, int end) {
        char c = value.charAt(i);
        if (c >= ' ' && c < 127) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < end && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }

    /** A remedy follows a full stop, so it starts with a capital. */
    private static String sentence(String text) {
        if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return text;
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The severity. */
    public Severity severity() {
        return severity;
    }

    /** Whether the severity is {@link Severity#ERROR}. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Where it is. */
    public Location location() {
        return location;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    /** The same problem at another place. */
    public Problem at(Location elsewhere) {
        return new Problem(severity, code, elsewhere, what, remedy);
    }

    /** The same problem with another severity. */
    public Problem withSeverity(Severity other) {
        return new Problem(other, code, location, what, remedy);
    }

    /** The same problem with another text of what is wrong. */
    public Problem withWhat(String other) {
        return new Problem(severity, code, location, other, remedy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem that
                && severity == that.severity
                && code.equals(that.code)
                && location.equals(that.location)
                && what.equals(that.what)
                && remedy.equals(that.remedy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, code, location, what, remedy);
    }

    /** One line: {@code file:line:column: error CODE path: what. remedy.} */
    @Override
    public String toString() {
        return line(severity.text() + " ");
    }

    /** As {@link #toString}, without the severity: for output that shows the severity elsewhere. */
    public String withoutSeverity() {
        return line("");
    }

    private String line(String shownSeverity) {
        StringBuilder text = new StringBuilder(160);
        if (!location.position().isEmpty()) {
            text.append(location.position()).append(": ");
        }
        text.append(shownSeverity).append(code);
        if (!location.path().isEmpty()) {
            text.append(' ').append(UrlCredentials.masked(location.path()));
        }
        return text.append(": ")
                .append(what)
                .append(". ")
                .append(remedy)
                .append('.')
                .toString();
    }
}
