package com.adorsys.webank.deploy.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A string, a number, a boolean or null. Immutable.
 *
 * <p>A number keeps the text that it was written with, so that {@code 0.50} is written as it was read; two numbers are
 * equal if their kinds and values are equal. A scalar that was read also keeps its {@link #source}, which is not part
 * of equality.
 */
public final class ScalarTree implements Tree {
    /** The kind of a scalar. */
    public enum Kind {
        /** Text. */
        STRING,
        /** A whole number of any size. */
        INTEGER,
        /** A number with a fraction or an exponent, or {@code .inf}, {@code -.inf}, {@code .nan}. */
        FLOAT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Null. The reader finds it in texts; the writer leaves it out of maps. */
        NULL
    }

    private static final int LONGEST_NUMBER = 1000;
    private static final ScalarTree NULL = new ScalarTree(Kind.NULL, "null");
    private static final ScalarTree TRUE = new ScalarTree(Kind.BOOLEAN, "true");
    private static final ScalarTree FALSE = new ScalarTree(Kind.BOOLEAN, "false");
    /** The whole numbers from 0 that were asked for; manifests repeat small ones. */
    private static final @Nullable ScalarTree[] SMALL_NUMBERS = new ScalarTree[128];

    private final Kind kind;
    private final String text;
    private final String source;

    private ScalarTree(Kind kind, String text) {
        this(kind, text, text);
    }

    private ScalarTree(Kind kind, String text, String source) {
        this.kind = kind;
        this.text = text;
        this.source = source;
    }

    /** A string. */
    public static ScalarTree of(String text) {
        return new ScalarTree(Kind.STRING, Objects.requireNonNull(text, "text"));
    }

    /** A whole number. */
    public static ScalarTree of(long number) {
        if (number < 0 || number >= SMALL_NUMBERS.length) {
            return new ScalarTree(Kind.INTEGER, Long.toString(number));
        }
        ScalarTree known = SMALL_NUMBERS[(int) number];
        if (known == null) {
            known = new ScalarTree(Kind.INTEGER, Long.toString(number));
            SMALL_NUMBERS[(int) number] = known;
        }
        return known;
    }

    /** A whole number of any size. */
    public static ScalarTree of(BigInteger number) {
        return new ScalarTree(Kind.INTEGER, number.toString());
    }

    /** A boolean. */
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

    /** The kind of this scalar. */
    public Kind kind() {
        return kind;
    }

    /** The text: a string's characters; a number in decimal; {@code true}, {@code false} or {@code null}. */
    public String text() {
        return text;
    }

    /**
     * The text in the source, if it differs: {@code 0123456} for the number 42798, {@code yes} for true, {@code ~} or
     * nothing for null. Otherwise the same as {@link #text}. Messages that say how to write a value show this text.
     */
    public String source() {
        return source;
    }

    /** A copy with this source. */
    public ScalarTree withSource(String written) {
        return written.equals(source) ? this : new ScalarTree(kind, text, written);
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
        String meaning = switch (kind) {
            case STRING -> "a string";
            case INTEGER, FLOAT -> "the number " + text;
            case BOOLEAN, NULL -> text;
        };
        return isSourceTelling() ? source + ", which YAML reads as " + meaning : meaning;
    }

    /** Whether the source differs from the text, so that a message should show it. */
    public boolean isSourceTelling() {
        return kind != Kind.STRING && !source.isEmpty() && !source.equals(text);
    }

    /**
     * The value of a number; null if this is not a finite number, and also for a text of more than 1,000 characters or
     * with an exponent that does not fit an int, which would be slow to compute with.
     */
    @Nullable
    BigDecimal number() {
        if (kind != Kind.INTEGER && kind != Kind.FLOAT || text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return null;
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'f' || last == 'n') {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ScalarTree that) || kind != that.kind) {
            return false;
        }
        if (text.equals(that.text)) {
            return true;
        }
        if (kind != Kind.FLOAT) {
            return false;
        }
        BigDecimal number = number();
        BigDecimal otherNumber = that.number();
        return number != null && otherNumber != null && number.compareTo(otherNumber) == 0;
    }

    @Override
    public int hashCode() {
        if (kind == Kind.FLOAT) {
            BigDecimal number = number();
            if (number != null) {
                return number.stripTrailingZeros().hashCode();
            }
        }
        return 31 * kind.ordinal() + text.hashCode();
    }

    /** The text of a number or boolean; for a string only its length, since it may be secret. */
    @Override
    public String toString() {
        return kind == Kind.STRING ? "string of " + text.length() + " characters" : text;
    }
}
