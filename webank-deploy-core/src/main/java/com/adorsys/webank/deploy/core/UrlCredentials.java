package com.adorsys.webank.deploy.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Masks the credentials in URLs, in every text that is shown.
 *
 * <p>The userinfo of a URL, a registry or an image is masked as a whole, user and password: {@code
 * https://webank:pa55@example.com/x} is shown as {@code https://***@example.com/x}. The value of a parameter such as
 * {@code ?password=} is masked too. A user of SSH without a password stays ({@code git@github.com:org/repo}), as do
 * e-mail addresses and digests ({@code nginx:1.27@sha256:...}). A password may hold any character, encoded or not; a
 * text that can be read in two ways is masked.
 *
 * <p>{@link Problem}, {@link DeployException} and {@link Location} mask what they show. Code that shows a text
 * in another way must mask it, before it truncates it.
 */
public final class UrlCredentials {
    private static final String MASK = "***";
    private static final String MAIL = "mailto:";
    private static final String BLANKS = " \t\r\n";
    /** Characters that a password in a text rarely contains: they end a word. */
    private static final String ENDS = "\"`<>";
    /** How many characters after a blank the rest of a password is searched for. */
    private static final int MAX_DISTANCE = 100;
    /** Characters that end the host of a URL, unless they are in an unencoded password. */
    private static final String HOST_ENDS = "/?#\\";

    /** Compiled on first use: most texts need none of them, and compiling takes time at the start of a process. */
    private static final class Patterns {
        /** The start of a digest. The text before it is an image and not userinfo. */
        private static final Pattern DIGEST =
                Pattern.compile("sha(?:256|384|512)(?![\\w.-])|[a-z][a-z0-9]*(?:[._+-][a-z0-9]+)*:[0-9a-f]{32}");

        private static final Pattern JDBC = Pattern.compile("(?i)jdbc:");

        private static final Pattern PARAMETER = Pattern.compile(
                "(?i)([?&;][\\w.-]{0,64}(?:passw(?:or)?d|passphrase|pwd|secret|token|signature|credential"
                        + "|api[-_]?key|access[-_]?key|private[-_]?key)[\\w.-]*=)[^\\s&;#\"'`<>]+");
    }

    private final String text;
    /** Whether the text is a single value: then quotes belong to it, and blanks in a password too. */
    private final boolean value;

    private UrlCredentials(String text, boolean value) {
        this.text = text;
        this.value = value;
    }

    /** A sentence, or a line of a log, without the credentials in its URLs. */
    public static String masked(String text) {
        return new UrlCredentials(text, false).masked();
    }

    /** A value, such as an address, without its credentials. */
    public static String maskedValue(String value) {
        return new UrlCredentials(value, true).masked();
    }

    /** Whether a value contains credentials. */
    public static boolean areIn(String value) {
        return !maskedValue(value).equals(value);
    }

    private String masked() {
        String shown = text.indexOf('@') < 0 ? text : withoutUserInfo();
        boolean hasParameters = shown.indexOf('=') >= 0
                && (shown.contains("://") || Patterns.JDBC.matcher(shown).find());
        return hasParameters ? Patterns.PARAMETER.matcher(shown).replaceAll("$1" + MASK) : shown;
    }

    private String withoutUserInfo() {
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = nextUrl(from, indexOfAny(value ? BLANKS : BLANKS + ENDS, from, text.length()));
            int scheme = from;
            while (scheme < end && !text.startsWith("://", scheme)) {
                scheme++;
            }
            boolean isUrl = scheme < end;
            int at = isUrl ? userInfoEndOfUrl(scheme + 3, end) : userInfoEndWithoutScheme(from, end);
            if (at < 0) {
                end = Math.min(end + 1, text.length());
                shown.append(text, from, end);
            } else {
                end = Math.max(end, at + 1);
                shown.append(text, from, isUrl ? scheme + 3 : startOfUser(from, at));
                shown.append(MASK).append(text, at, end);
            }
            from = end;
        }
        return shown.toString();
    }

    /** Where the next URL of a list starts; the end of the word if there is none. */
    private int nextUrl(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (",;|".indexOf(text.charAt(i)) >= 0) {
                int name = i + 1;
                while (name < end && isSchemeCharacter(text.charAt(name))) {
                    name++;
                }
                if (name > i + 1 && text.startsWith("://", name)) {
                    return i;
                }
            }
        }
        return end;
    }

    /**
     * The {@code @} that ends the userinfo of a URL whose authority starts at a position; -1 if there is none to mask.
     */
    private int userInfoEndOfUrl(int start, int end) {
        int hostEnd = indexOfAny(HOST_ENDS, start, end);
        int last = lastAt(start, value && isBlank(end) ? text.length() : end);
        if (indexOf('@', start, hostEnd) < hostEnd) {
            boolean hasPassword = indexOf(':', start, last) < last;
            return last > start && (hasPassword || !isRemoteShell(start - 3)) ? last : -1;
        }
        // The apparent host and port may be a user and the start of a password.
        int colon = hostEnd - 1;
        while (colon >= start && text.charAt(colon) != ':') {
            colon--;
        }
        if (colon < start || text.charAt(start) == '[' || isPort(start, colon, hostEnd)) {
            return -1;
        }
        boolean continuesAfterBlank = !value && last < 0 && colon + 1 < hostEnd && !isDigits(colon + 1, hostEnd);
        return continuesAfterBlank ? lastAt(start, endAfterBlanks(end)) : last;
    }

    /** Where the word with the next {@code @} ends, as long as it belongs to the same line and quote. */
    private int endAfterBlanks(int from) {
        int most = Math.min(text.length(), from + MAX_DISTANCE);
        int at = indexOf('@', from, indexOfAny(ENDS + "\r\n", from, most));
        return indexOfAny(BLANKS + ENDS, at, most);
    }

    private boolean isBlank(int at) {
        return at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0;
    }

    /** Whether a colon is followed by a port, so that what precedes it is a host. */
    private boolean isPort(int start, int colon, int hostEnd) {
        String host = text.substring(start, colon);
        boolean isName = host.indexOf('.') >= 0 && host.indexOf(':') < 0;
        return isDigits(colon + 1, hostEnd) && (isName || host.equals("localhost"));
    }

    /** Whether a scheme is one of SSH, whose user is not secret. The user of another scheme may be a token. */
    private boolean isRemoteShell(int end) {
        int start = end;
        while (start > 0 && isSchemeCharacter(text.charAt(start - 1))) {
            start--;
        }
        String scheme = text.substring(start, end).toLowerCase(Locale.ROOT);
        return scheme.endsWith("ssh") || scheme.equals("git") || scheme.equals("sftp");
    }

    private static boolean isSchemeCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    /** The {@code @} of {@code user:password@host}, without a scheme; -1 if there is none. */
    private int userInfoEndWithoutScheme(int from, int end) {
        int colon = indexOf(':', from, end);
        if (colon + 1 >= end || text.startsWith("arn:", from)) {
            return -1;
        }
        int at = lastAt(from, value && from == 0 ? text.length() : end);
        boolean isMail = text.regionMatches(true, from, MAIL, 0, MAIL.length()) && indexOf(':', colon + 1, end) == end;
        boolean isDrive = colon == from + 1 && "/\\".indexOf(text.charAt(colon + 1)) >= 0;
        if (at <= colon + 1 || isMail || isDrive) {
            return -1;
        }
        int name = from;
        while (text.charAt(name) == '/') {
            name++;
        }
        int slash = indexOf('/', name, at);
        boolean isPath = slash < colon || slash < at && isDigits(colon + 1, slash);
        boolean isRemotePath = slash < at && indexOf('@', from, colon) < colon;
        return isPath || isRemotePath ? -1 : at;
    }

    private int startOfUser(int from, int at) {
        int start = indexOf(':', from, at);
        while (start > from && isUserCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isUserCharacter(char c) {
        return Character.isLetterOrDigit(c) || "._~%+-@".indexOf(c) >= 0;
    }

    /** The last {@code @} of a range that is not followed by a digest; -1 if there is none. */
    private int lastAt(int from, int end) {
        for (int at = end - 1; at >= from; at--) {
            if (text.charAt(at) == '@' && !isDigest(at + 1)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isDigest(int from) {
        return Patterns.DIGEST.matcher(text).region(from, text.length()).lookingAt();
    }

    /** The first place of a character in a range; the range's end if there is none. */
    private int indexOf(char c, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != c) {
            at++;
        }
        return at;
    }

    private int indexOfAny(String ends, int from, int to) {
        int at = from;
        while (at < to && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
