package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.SecretTexts;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.stream.Collectors;

/** Texts from files and commits, as terminals and pages may show them. */
final class Printable {
    private Printable() {}

    /**
     * The text on one line, without well-known tokens: a question mark for each control character and each character that
     * reverses text.
     */
    static String of(String text) {
        String masked = SecretTexts.masked(text);
        StringBuilder shown = new StringBuilder(masked.length());
        masked.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
        return shown.toString();
    }

    /** A text that a stranger wrote, on one line: {@link #of} without the credentials of URLs. */
    static String line(String text) {
        return of(UrlCredentials.masked(SecretTexts.masked(text)));
    }

    /** A text of several lines that a stranger wrote: {@link #line} for each, without blank lines at the end. */
    static String lines(String text) {
        return SecretTexts.masked(text)
                .stripTrailing()
                .lines()
                .map(line -> line(line.replace('\t', ' ').stripTrailing()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
