package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.LineDifferences;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place where two versions of an object differ. Immutable. Contains no value of a Secret and no credentials of a
 * URL.
 */
public final class Difference {
    /** The placeholder for a secret value. */
    static final ScalarTree MASK = ScalarTree.of("(secret)");

    private final String path;
    private final @Nullable Tree before;
    private final @Nullable Tree after;
    private final ChangeClass changeClass;
    private final boolean secret;

    private Difference(
            String path, @Nullable Tree before, @Nullable Tree after, ChangeClass changeClass, boolean secret) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.changeClass = changeClass;
        this.secret = secret;
    }

    static Difference of(String path, @Nullable Tree before, @Nullable Tree after, ChangeClass changeClass) {
        return new Difference(path, masked(before), masked(after), changeClass, false);
    }

    private static @Nullable Tree masked(@Nullable Tree tree) {
        return tree == null ? null : PlainSecrets.masked(tree);
    }

    static Difference ofSecret(String path, @Nullable Tree before, @Nullable Tree after, ChangeClass changeClass) {
        return new Difference(path, before == null ? null : MASK, after == null ? null : MASK, changeClass, true);
    }

    /**
     * The path: {@code spec.template.spec.containers[name=app].image}. An item of a list is shown with the field that
     * identifies it, if there is one, otherwise with its position. An empty path is the whole object.
     */
    public String path() {
        return path;
    }

    /** The value before; a placeholder for a value of a Secret. Secrets in plain sight are masked. */
    public Optional<Tree> before() {
        return Optional.ofNullable(before);
    }

    /** The value after; a placeholder for a value of a Secret. Secrets in plain sight are masked. */
    public Optional<Tree> after() {
        return Optional.ofNullable(after);
    }

    /** The effect of this difference alone. */
    public ChangeClass changeClass() {
        return changeClass;
    }

    /** Whether the value is one of a Secret. */
    public boolean isSecret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Difference that
                && path.equals(that.path)
                && Objects.equals(before, that.before)
                && Objects.equals(after, that.after)
                && changeClass == that.changeClass
                && secret == that.secret;
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, before, after, changeClass.ordinal(), secret);
    }

    /**
     * One line: {@code spec.replicas: 1 -> 3}; {@code (none)} for a missing value, and {@code (secret)} for a value of
     * a Secret. Long values are truncated, and shown where they differ.
     */
    @Override
    public String toString() {
        return UrlCredentials.masked(path) + ": " + change();
    }

    /** The values as in {@link #toString}, without the path: {@code 1 -> 3}. */
    public String change() {
        return before == null || after == null || secret
                ? text(before) + " -> " + text(after)
                : TreeText.change(before, after);
    }

    private String text(@Nullable Tree value) {
        if (value == null) {
            return "(none)";
        }
        return secret ? MASK.text() : TreeText.of(value);
    }

    /**
     * The difference for people: one line as {@link #toString}, or for a text of several lines the path, then a line for each that was
     * removed or added, such as {@code -key = value}.
     *
     * @param most how many removed and added lines there are at most; the last line says how many more there are
     */
    public List<String> lines(int most) {
        if (secret
                || !(before instanceof ScalarTree one)
                || !(after instanceof ScalarTree other)
                || !isText(one, other)) {
            return List.of(toString());
        }
        List<String> lines = new ArrayList<>();
        lines.add(UrlCredentials.masked(path) + ":");
        List<LineDifferences.Line> all = LineDifferences.between(one.text(), other.text());
        for (LineDifferences.Line line : all.subList(0, Math.min(most, all.size()))) {
            lines.add((line.isRemoved() ? "-" : "+") + TreeText.line(line.text()));
        }
        if (all.size() > most) {
            lines.add("and " + (all.size() - most) + " more lines");
        }
        return List.copyOf(lines);
    }

    private static boolean isText(ScalarTree one, ScalarTree other) {
        return one.isString()
                && other.isString()
                && (one.text().indexOf('\n') >= 0 || other.text().indexOf('\n') >= 0);
    }
}
