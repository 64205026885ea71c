package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a tree must look like: its types, its keys and the grammar of its texts. Immutable.
 *
 * <p>A shape is put together from others. {@code ShapeCheck} of the package {@code check} checks a tree against it, and {@code
 * JsonSchema} there writes it as a JSON schema. {@link #kind()} and the methods below it read it. A shape may contain itself.
 *
 * <p>A message shows numbers where a number is expected, truth values, the values of an enumeration, and strings only if the
 * shape is {@link #printable()}; any other string or number may be a secret. Shapes with a {@link Grammar} are printable,
 * since names, labels and quantities are no secrets.
 */
public final class Shape {
    /** The types that a shape may require. */
    public enum Kind {
        /** Anything at all. */
        ANY,
        /** A string. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** A number, with a fraction or without. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOL,
        /** A Kubernetes quantity, as a string or a number. */
        QUANTITY,
        /** One of some strings. */
        ENUM,
        /** A list of items of one shape. */
        LIST,
        /** A map with any keys, and values of one shape. */
        MAP,
        /** A map with known keys. */
        OBJECT,
        /** One of two shapes, distinguished by type. */
        EITHER
    }

    private static final Shape ANYTHING = new Shape(Kind.ANY, Traits.NONE, null, List.of(), null);
    private static final Shape TEXT = new Shape(Kind.STRING, Traits.NONE, null, List.of(), null);
    private static final Shape WHOLE = new Shape(Kind.INTEGER, Traits.NONE, null, List.of(), null);
    private static final Shape DECIMAL = new Shape(Kind.NUMBER, Traits.NONE, null, List.of(), null);
    private static final Shape TRUTH = new Shape(Kind.BOOL, Traits.NONE, null, List.of(), null);
    private static final Shape AMOUNT = new Shape(Kind.QUANTITY, Traits.NONE, null, List.of(), null).example("500m");

    private final Kind kind;
    private final Traits traits;
    /** The grammar of a string, or of a map's keys. */
    private final @Nullable Function<String, Optional<String>> grammar;
    /** The shape of a list's items or a map's values; or two alternatives. */
    private final List<Shape> parts;

    private final @Nullable ShapeKeys keys;

    /** Where the keys come from, if they are read when they are needed. */
    private final @Nullable Supplier<Shape> source;

    private Shape(
            Kind kind,
            Traits traits,
            @Nullable Function<String, Optional<String>> grammar,
            List<Shape> parts,
            @Nullable ShapeKeys keys) {
        this(kind, traits, grammar, parts, keys, null);
    }

    private Shape(
            Kind kind,
            Traits traits,
            @Nullable Function<String, Optional<String>> grammar,
            List<Shape> parts,
            @Nullable ShapeKeys keys,
            @Nullable Supplier<Shape> source) {
        this.kind = kind;
        this.traits = traits;
        this.grammar = grammar;
        this.parts = parts;
        this.keys = keys;
        this.source = source;
    }

    private Shape with(Traits changed) {
        return new Shape(kind, changed, grammar, parts, keys, source);
    }

    /** A map with these keys. */
    static Shape of(ShapeKeys keys) {
        return new Shape(Kind.OBJECT, Traits.NONE, null, List.of(), keys);
    }

    /** Anything at all. */
    public static Shape any() {
        return ANYTHING;
    }

    /** A string, whose content is never printed. */
    public static Shape string() {
        return TEXT;
    }

    /** A string that follows a grammar; printable. */
    public static Shape string(Grammar grammar) {
        return new Shape(
                Kind.STRING, Traits.ofPrintable(), Objects.requireNonNull(grammar, "grammar"), List.of(), null);
    }

    /**
     * A string that passes a check; its content is not printed unless the shape is made {@link #printable()}.
     *
     * @param check returns nothing for a valid text, otherwise a sentence that says what is valid
     */
    public static Shape string(Function<String, Optional<String>> check) {
        return new Shape(Kind.STRING, Traits.NONE, Objects.requireNonNull(check, "check"), List.of(), null);
    }

    /**
     * A string that contains a match of a regular expression; its content is not printed unless the shape is made {@link
     * #printable()}. An expression that only Go can read takes every string.
     *
     * @param pattern a <a href="https://github.com/google/re2/wiki/Syntax">regular expression of Go</a>, as the pattern of a
     *     custom resource's field is
     */
    public static Shape matching(String pattern) {
        return string(new TextPattern(pattern));
    }

    /** A whole number of 64 bits. */
    public static Shape integer() {
        return WHOLE;
    }

    /** A whole number within bounds, which are part of the range. */
    public static Shape integer(long min, long max) {
        return new Shape(Kind.INTEGER, Traits.ofRange(min, max), null, List.of(), null);
    }

    /** A whole number from 0 to the largest of 32 bits. */
    public static Shape count() {
        return integer(0, Integer.MAX_VALUE);
    }

    /** A number, with a fraction or without. */
    public static Shape number() {
        return DECIMAL;
    }

    /** {@code true} or {@code false}. */
    public static Shape bool() {
        return TRUTH;
    }

    /** A Kubernetes quantity that is not negative, as a string or a number. */
    public static Shape quantity() {
        return AMOUNT;
    }

    /** A whole number or a string. */
    public static Shape intOrString() {
        return integer(Integer.MIN_VALUE, Integer.MAX_VALUE).or(string());
    }

    /** A whole number from 1 to 65535. */
    public static Shape portNumber() {
        return integer(1, 65535).example("8080");
    }

    /** The number of a port, or the name of one. */
    public static Shape portNumberOrName() {
        return portNumber().or(string(Grammar.PORT_NAME));
    }

    /** A whole number that is not negative, or a percentage. */
    public static Shape intOrPercent() {
        return count().or(string(Grammar.PERCENTAGE)).example("25%");
    }

    /** One of these strings, in this spelling. */
    public static Shape oneOf(String... values) {
        return new Shape(Kind.ENUM, Traits.ofValues(List.of(values), Map.of()), null, List.of(), null);
    }

    /** One of these strings, some of which only some versions of a product know. */
    static Shape oneOf(List<String> values, Map<String, VersionRange> versions) {
        return new Shape(Kind.ENUM, Traits.ofValues(List.copyOf(values), versions), null, List.of(), null);
    }

    /**
     * A map with known keys that is read on first use, so that shapes can contain themselves.
     *
     * @param source returns the same shape each time
     */
    static Shape later(Supplier<Shape> source) {
        return new Shape(Kind.OBJECT, Traits.NONE, null, List.of(), null, Objects.requireNonNull(source, "source"));
    }

    /** A list of items of one shape. */
    public static Shape listOf(Shape item) {
        return new Shape(Kind.LIST, Traits.NONE, null, List.of(item), null);
    }

    /** A map with any keys, and values of one shape. */
    public static Shape mapOf(Shape value) {
        return new Shape(Kind.MAP, Traits.NONE, null, List.of(value), null);
    }

    /** A map whose keys follow a grammar, and whose values are of one shape. */
    public static Shape mapOf(Grammar keys, Shape value) {
        return new Shape(Kind.MAP, Traits.NONE, Objects.requireNonNull(keys, "keys"), List.of(value), null);
    }

    /** A map of labels: keys and values that Kubernetes accepts. */
    public static Shape labels() {
        return mapOf(Grammar.LABEL_KEY, string(Grammar.LABEL_VALUE));
    }

    /** A map of annotations: the values are any strings, and are not printed. */
    public static Shape annotations() {
        return mapOf(Grammar.ANNOTATION_KEY, string());
    }

    /** A builder for a map with known keys. Any other key is a problem. */
    public static ShapeBuilder object() {
        return new ShapeBuilder();
    }

    /** This shape or another one, distinguished by type; the first that accepts the type is used. */
    public Shape or(Shape alternative) {
        return new Shape(Kind.EITHER, Traits.NONE, null, List.of(this, alternative), null);
    }

    /** This shape, or null, which is accepted. */
    public Shape nullable() {
        Traits changed = new Traits(traits);
        changed.nullable = true;
        return with(changed);
    }

    /** This shape of a list, with at least one item. */
    public Shape notEmpty() {
        Traits changed = new Traits(traits);
        changed.notEmpty = true;
        return with(changed);
    }

    /** This shape of a list, without two items that have the same values of some keys, as server-side apply demands of some. */
    public Shape uniqueBy(List<String> keys) {
        Traits changed = new Traits(traits);
        changed.uniqueBy = List.copyOf(keys);
        return with(changed);
    }

    /** This shape with one more rule for its values. */
    public Shape keeping(ValueRule rule) {
        Traits changed = new Traits(traits);
        List<ValueRule> rules = new ArrayList<>(traits.rules);
        rules.add(rule);
        changed.rules = List.copyOf(rules);
        return with(changed);
    }

    /** This shape; a null, which the API server treats as an empty value, is a warning. */
    Shape nullIsEmpty() {
        Traits changed = new Traits(traits);
        changed.nullEmpty = true;
        return with(changed);
    }

    /** This shape, or an empty text, which the API server treats as missing. */
    Shape emptyIsUnset() {
        Traits changed = new Traits(traits);
        changed.emptyUnset = true;
        return with(changed);
    }

    /** This shape of a string; a breach of a grammar, which the API server does not demand, is a warning. Printable. */
    Shape advised(Grammar advice) {
        Traits changed = new Traits(traits);
        changed.advice = advice;
        changed.printable = true;
        return with(changed);
    }

    /** This shape of a string; some versions also accept what follows a wider grammar. */
    Shape orWider(Grammar grammar, VersionRange versions) {
        Traits changed = new Traits(traits);
        changed.wider = new Wider(grammar, versions);
        return with(changed);
    }

    /** This shape with other shapes of its items or values. */
    Shape withItem(Shape item) {
        return new Shape(kind, traits, grammar, List.of(item), keys, source);
    }

    /** This shape, with strings that are not secret and may be shown in messages. */
    public Shape printable() {
        Traits changed = new Traits(traits);
        changed.printable = true;
        return with(changed);
    }

    /** This shape with the text of a good value, as a message shows it: {@code 3}, {@code "text"}, {@code 500m}. */
    public Shape example(String text) {
        Objects.requireNonNull(text, "text");
        Traits changed = new Traits(traits);
        changed.example = text;
        return with(changed);
    }

    /** This shape with what to do about a value of a wrong type, a sentence without its full stop. */
    public Shape remedy(String text) {
        Objects.requireNonNull(text, "text");
        Traits changed = new Traits(traits);
        changed.remedy = text;
        return with(changed);
    }

    /** The type that is required. */
    public Kind kind() {
        return kind;
    }

    /**
     * The shape of a list's items, or of a map's values.
     *
     * @throws IllegalStateException if this is neither {@link Kind#LIST} nor {@link Kind#MAP}
     */
    public Shape item() {
        return parts(Kind.LIST, Kind.MAP).get(0);
    }

    /**
     * The two shapes of which a tree must have one; the first that takes the tree's type decides.
     *
     * @throws IllegalStateException if this is not {@link Kind#EITHER}
     */
    public List<Shape> alternatives() {
        return parts(Kind.EITHER, Kind.EITHER);
    }

    private List<Shape> parts(Kind one, Kind other) {
        if (kind != one && kind != other) {
            throw new IllegalStateException(kind + " has no parts");
        }
        return parts;
    }

    /**
     * The keys of a map with known keys.
     *
     * @throws IllegalStateException if this is not {@link Kind#OBJECT}
     */
    public ShapeKeys keys() {
        if (source != null) {
            return source.get().keys();
        }
        if (keys == null) {
            throw new IllegalStateException(kind + " has no keys");
        }
        return keys;
    }

    /** The grammar of a string or of a map's keys, if it is a named one. */
    public Optional<Grammar> grammar() {
        return grammar instanceof Grammar named ? Optional.of(named) : Optional.empty();
    }

    /** The regular expression that a string must contain a match of, in the words of the API's description. */
    public Optional<String> pattern() {
        return grammar instanceof TextPattern matches ? Optional.of(matches.text()) : Optional.empty();
    }

    /** What is wrong with a string or with a key of a map: a sentence that says what a good one is. */
    public Optional<String> complaint(String text) {
        return grammar == null ? Optional.empty() : grammar.apply(text);
    }

    /** The code of the problem that a {@link #complaint} is. */
    public String complaintCode() {
        return grammar instanceof Grammar named ? named.code() : ProblemCodes.TEXT_INVALID;
    }

    /** The least whole number. Default: {@link Long#MIN_VALUE}. */
    public long min() {
        return traits.min;
    }

    /** The largest whole number. Default: {@link Long#MAX_VALUE}. */
    public long max() {
        return traits.max;
    }

    /** The strings of {@link Kind#ENUM}; empty for the others. */
    public List<String> values() {
        return traits.values;
    }

    /** The versions that know one of {@link #values}. */
    public VersionRange versionsOf(String value) {
        return traits.versions.getOrDefault(value, VersionRange.ALL);
    }

    /** Whether a null is allowed. */
    public boolean isNullable() {
        return traits.nullable;
    }

    /** Whether a null is treated as an empty value: an empty text, map or list, 0 or false. */
    public boolean isNullEmpty() {
        return traits.nullEmpty;
    }

    /** Whether a list must have an item. */
    public boolean isNotEmpty() {
        return traits.notEmpty;
    }

    /** The keys whose values together must differ from item to item; none if they need not. */
    public List<String> uniqueBy() {
        return traits.uniqueBy;
    }

    /** What a value must keep besides its type. */
    public List<ValueRule> rules() {
        return traits.rules;
    }

    /** Whether an empty text is treated as missing. */
    public boolean isEmptyUnset() {
        return traits.emptyUnset;
    }

    /** Whether the empty value of the type is valid: an empty text, map or list, 0 or false. */
    public boolean takesEmpty() {
        return switch (kind) {
            case STRING -> traits.emptyUnset || complaint("").isEmpty();
            case ENUM -> traits.emptyUnset || traits.values.contains("");
            case INTEGER -> traits.min <= 0 && traits.max >= 0;
            case OBJECT -> keys().takesEmpty();
            case EITHER -> parts.get(0).takesEmpty();
            case LIST -> !traits.notEmpty;
            case ANY, NUMBER, BOOL, QUANTITY, MAP -> true;
        };
    }

    /** The grammar that a string should follow, although the API server does not demand it. */
    public Optional<Grammar> advice() {
        return Optional.ofNullable(traits.advice);
    }

    /** What some versions also accept as a string; empty if every version accepts the same. */
    public Optional<Wider> wider() {
        return Optional.ofNullable(traits.wider);
    }

    /** Whether a message may show the content of a string. */
    public boolean isPrintable() {
        return traits.printable;
    }

    /** The text of a good value, as a message shows it; empty if none was given. */
    public String example() {
        return traits.example;
    }

    /** What to do about a value of a wrong type; empty if nothing special was given. */
    public String remedy() {
        return traits.remedy;
    }

    @Override
    public String toString() {
        return kind.toString();
    }

    /**
     * What some versions accept as a string besides what every version accepts.
     *
     * @param grammar what they accept
     * @param versions which they are
     */
    public record Wider(Grammar grammar, VersionRange versions) {}

    // Copied and set by hand: a lambda costs more than all else while the program starts.
    /** The properties of a shape besides its type. Not changed after it is given to a shape. */
    private static final class Traits {
        private static final Traits NONE = new Traits();

        private boolean nullable;
        private boolean nullEmpty;
        private boolean emptyUnset;
        private boolean printable;
        private boolean notEmpty;
        private long min = Long.MIN_VALUE;
        private long max = Long.MAX_VALUE;
        private String example = "";
        private String remedy = "";
        private @Nullable Grammar advice;
        private @Nullable Wider wider;
        /** The values of an enumeration. */
        private List<String> values = List.of();
        /** The versions of those values that not every version knows. */
        private Map<String, VersionRange> versions = Map.of();

        /** What a value must keep besides its type. */
        private List<ValueRule> rules = List.of();

        private List<String> uniqueBy = List.of();

        private Traits() {}

        private Traits(Traits other) {
            nullable = other.nullable;
            nullEmpty = other.nullEmpty;
            emptyUnset = other.emptyUnset;
            printable = other.printable;
            notEmpty = other.notEmpty;
            min = other.min;
            max = other.max;
            example = other.example;
            remedy = other.remedy;
            advice = other.advice;
            wider = other.wider;
            values = other.values;
            versions = other.versions;
            rules = other.rules;
            uniqueBy = other.uniqueBy;
        }

        private static Traits ofRange(long min, long max) {
            Traits traits = new Traits();
            traits.min = min;
            traits.max = max;
            return traits;
        }

        private static Traits ofValues(List<String> values, Map<String, VersionRange> versions) {
            Traits traits = new Traits();
            traits.printable = true;
            traits.values = values;
            traits.versions = versions;
            return traits;
        }

        private static Traits ofPrintable() {
            Traits traits = new Traits();
            traits.printable = true;
            return traits;
        }
    }
}
