package com.adorsys.webank.deploy.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * A string, a number, a truth value or null. Immutable.
 *
 * <p>A number keeps the text that it was written with, so that {@code 0.50} is written as it was read; two numbers are
 * equal if they are of one kind and one value.
 */
public final class ScalarTree implements Tree {
    /** What a scalar is. */
    public enum Kind {
        /** Text. */
        STRING,
        /** A whole number of any size. */
        INTEGER,
        /** A number with a fraction or an exponent, or {@code .inf}, {@code -.inf}, {@code .nan}. */
        FLOAT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Null. A canonical text has none; a reader meets them. */
        NULL
    }

    private static final ScalarTree NULL = new ScalarTree(Kind.NULL, "null");
    private static final ScalarTree TRUE = new ScalarTree(Kind.BOOLEAN, "true");
    private static final ScalarTree FALSE = new ScalarTree(Kind.BOOLEAN, "false");

    private final Kind kind;
    private final String text;

    private ScalarTree(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** A string. */
    public static ScalarTree of(String text) {
        return new ScalarTree(Kind.STRING, Objects.requireNonNull(text, "text"));
    }

    /** A whole number. */
    public static ScalarTree of(long number) {
        return new ScalarTree(Kind.INTEGER, Long.toString(number));
    }

    /** A whole number of any size. */
    public static ScalarTree of(BigInteger number) {
        return new ScalarTree(Kind.INTEGER, number.toString());
    }

    /** A truth value. */
    public static ScalarTree of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /**
     * A number with a fraction, as it is to be written.
     *
     * @param text a JSON number, or {@code .inf}, {@code -.inf}, {@code .nan}
     */
    public static ScalarTree ofFloat(String text) {
        return new ScalarTree(Kind.FLOAT, Objects.requireNonNull(text, "text"));
    }

    /** Null. */
    public static ScalarTree ofNull() {
        return NULL;
    }

    /** What this scalar is. */
    public Kind kind() {
        return kind;
    }

    /** The text: a string's characters; a number in decimal; {@code true}, {@code false} or {@code null}. */
    public String text() {
        return text;
    }

    /** Whether this is a string. */
    public boolean isString() {
        return kind == Kind.STRING;
    }

    /** Whether this is null. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    @Override
    public String describe() {
        return switch (kind) {
            case STRING -> "a string";
            case INTEGER, FLOAT -> "the number " + text;
            case BOOLEAN -> text;
            case NULL -> "null";
        };
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ScalarTree that) || kind != that.kind) {
            return false;
        }
        return text.equals(that.text)
                || kind == Kind.FLOAT
                        && isDecimal()
                        && that.isDecimal()
                        && new BigDecimal(text).compareTo(new BigDecimal(that.text)) == 0;
    }

    @Override
    public int hashCode() {
        return kind == Kind.FLOAT && isDecimal()
                ? new BigDecimal(text).stripTrailingZeros().hashCode()
                : 31 * kind.ordinal() + text.hashCode();
    }

    private boolean isDecimal() {
        char last = text.charAt(text.length() - 1);
        return last != 'f' && last != 'n';
    }

    /** The text of a number or truth value; for a string only its length, since it may be secret. */
    @Override
    public String toString() {
        return kind == Kind.STRING ? "string of " + text.length() + " characters" : text;
    }
}
