package com.adorsys.webank.deploy.helm;

import java.util.regex.Pattern;

/**
 * A line of {@code .helmignore}, with the wildcards {@code *} and {@code ?}, which do not match a {@code /}.
 *
 * @see <a href="https://helm.sh/docs/chart_template_guide/helm_ignore_file/">The .helmignore file</a>
 */
final class IgnorePattern {
    private final Pattern pattern;
    private final boolean onlyFolders;
    private final boolean wholePath;

    private IgnorePattern(Pattern pattern, boolean onlyFolders, boolean wholePath) {
        this.pattern = pattern;
        this.onlyFolders = onlyFolders;
        this.wholePath = wholePath;
    }

    /** Whether a text is a pattern with these wildcards only, and no comment. */
    static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("[]\\".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return !text.contains("**") && !text.startsWith("!") && !text.startsWith("#") && text.equals(text.strip());
    }

    /** Reads a pattern that is simple. */
    static IgnorePattern of(String text) {
        boolean onlyFolders = text.endsWith("/");
        String name = onlyFolders ? text.substring(0, text.length() - 1) : text;
        StringBuilder expression = new StringBuilder();
        for (int i = name.startsWith("/") ? 1 : 0; i < name.length(); i++) {
            char c = name.charAt(i);
            expression.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        }
        return new IgnorePattern(Pattern.compile(expression.toString()), onlyFolders, name.contains("/"));
    }

    /** Whether Helm leaves a file out of the chart, for its own path or that of a folder above it. */
    boolean ignores(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (matches(path.substring(0, slash))) {
                return true;
            }
        }
        return !onlyFolders && matches(path);
    }

    private boolean matches(String path) {
        String matched = wholePath ? path : path.substring(path.lastIndexOf('/') + 1);
        return pattern.matcher(matched).matches();
    }
}
