package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.List;

/** Collects the problems of a part of a chart, so that all of them are reported at once. */
final class ChartChecks {
    private static final int LONGEST_NAME = 250;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    private static final List<String> PAGES = List.of("https://", "http://");
    private static final List<String> REPOSITORIES = List.of("https://", "http://", "oci://", "file://", "@", "alias:");

    private final ValueChecks checks;

    ChartChecks(String path) {
        checks = new ValueChecks(path);
    }

    void error(String code, String field, String what, String remedy) {
        checks.error(code, field, what, remedy);
    }

    void throwIfAny() {
        checks.throwIfAny();
    }

    /** The rule of {@code helm create}, which other commands need too: a name is one part of a path. */
    void chartName(String field, String name) {
        boolean dots = name.equals(".") || name.equals("..");
        if (name.isEmpty() || name.length() > LONGEST_NAME || dots || !consistsOf(name, LETTERS + ".")) {
            error(
                    ProblemCodes.NAME_INVALID,
                    field,
                    name.isEmpty() ? "the chart's name is empty" : Problem.quote(name) + " is not the name of a chart",
                    "use at most " + LONGEST_NAME + " characters of a-z, A-Z, 0-9, `-`, `_` and `.`");
        }
    }

    /** The rule for the alias of a dependency. */
    void alias(String field, String alias) {
        if (alias.isEmpty() || !consistsOf(alias, LETTERS)) {
            error(
                    ProblemCodes.NAME_INVALID,
                    field,
                    alias.isEmpty() ? "the alias is empty" : Problem.quote(alias) + " is not an alias",
                    "use a-z, A-Z, 0-9, `-` and `_`");
        }
    }

    /** Paths of values, separated by commas. */
    void condition(String field, String condition) {
        for (String path : condition.split(",", -1)) {
            for (String key : path.split("\\.", -1)) {
                if (key.isEmpty() || !consistsOf(key, LETTERS)) {
                    error(
                            ProblemCodes.TEXT_INVALID,
                            field,
                            condition.isEmpty()
                                    ? "the condition is empty"
                                    : Problem.quote(condition) + " is not the path of a value",
                            "write keys joined by dots, as in `obs.enabled`; separate several paths by commas, without"
                                    + " spaces");
                    return;
                }
            }
        }
    }

    /** A text on one line that is not empty. */
    void line(String field, String text) {
        if (text.isBlank()) {
            error(
                    ProblemCodes.TEXT_EMPTY,
                    field,
                    "`" + field + "` is empty",
                    "set it, or leave it out if it is optional");
        } else if (!isPrintable(text)) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    field,
                    Problem.quote(text) + " has a line break or another control character",
                    "write it on one line");
        }
    }

    /** Text of any number of lines, for comments and documents. */
    void prose(String field, String text) {
        if (!isPrintable(text.replace("\n", " "))) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    field,
                    Problem.quote(text) + " has a control character",
                    "remove it; a line ends with `\\n`");
        }
    }

    void email(String field, String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1 || at != text.lastIndexOf('@') || !isUrlText(text)) {
            error(
                    ProblemCodes.TEXT_INVALID,
                    field,
                    Problem.quote(text) + " is not an address for mail",
                    "write it as in `webank@example.com`");
        }
    }

    /** The address of a page. */
    void page(String field, String url) {
        url(field, url, PAGES, "write `https://host/path`");
    }

    void repository(String field, String url) {
        url(
                field,
                url,
                REPOSITORIES,
                "write `https://host/path`, `oci://host/path`, `file://../folder` or `@alias`; leave it out for a chart in"
                        + " `charts`");
    }

    private void url(String field, String url, List<String> prefixes, String remedy) {
        if (UrlCredentials.areIn(url)) {
            error(
                    ProblemCodes.URL_CREDENTIALS,
                    field,
                    "the address contains a user or a password",
                    "write the plain address");
        } else if (!hasOneOf(prefixes, url) || !isUrlText(url)) {
            error(
                    ProblemCodes.URL_INVALID,
                    field,
                    url.isEmpty() ? "the address is empty" : Problem.quote(url) + " is not an address",
                    remedy);
        }
    }

    private static boolean hasOneOf(List<String> prefixes, String url) {
        for (String prefix : prefixes) {
            if (url.startsWith(prefix)) {
                return url.length() > prefix.length();
            }
        }
        return false;
    }

    private static boolean isUrlText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || text.charAt(i) >= '\uFFFE'
                    || text.charAt(i) == '\uFEFF') {
                return false;
            }
        }
        return true;
    }

    private static boolean consistsOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
