package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two versions of an object differ. Immutable; never holds a value of a Secret, nor credentials in a
 * URL.
 */
public final class Difference {
    /** What stands for a secret value. */
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
        return tree == null ? null : UrlPasswords.masked(tree);
    }

    static Difference ofSecret(String path, @Nullable Tree before, @Nullable Tree after, ChangeClass changeClass) {
        return new Difference(path, before == null ? null : MASK, after == null ? null : MASK, changeClass, true);
    }

    /**
     * Where: {@code spec.template.spec.containers[name=app].image}. An item of a list is named by the field that tells it
     * from the others, if there is one, else by its position. An empty path is the whole object.
     */
    public String path() {
        return path;
    }

    /** What was there; for a value of a Secret, a placeholder. Credentials in URLs are masked. */
    public Optional<Tree> before() {
        return Optional.ofNullable(before);
    }

    /** What is there now; for a value of a Secret, a placeholder. Credentials in URLs are masked. */
    public Optional<Tree> after() {
        return Optional.ofNullable(after);
    }

    /** What this difference alone does. */
    public ChangeClass changeClass() {
        return changeClass;
    }

    /** Whether the place holds a value of a Secret. */
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
     * One line: {@code spec.replicas: 1 -> 3}; {@code (none)} for what is not there, and {@code (secret)} for a value of a
     * Secret.
     */
    @Override
    public String toString() {
        return UrlCredentials.masked(path) + ": " + text(before) + " -> " + text(after);
    }

    private String text(@Nullable Tree value) {
        if (value == null) {
            return "(none)";
        }
        return secret ? MASK.text() : TreeText.of(value);
    }
}
