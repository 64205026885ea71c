package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a tree must look like: its types, its keys and the grammar of its texts.
 *
 * <p>A shape is a value that is put together from others. It finds everything that is wrong with a tree in one walk, in
 * the order of the tree, and says for each fault where it is, what is there, and what to write.
 *
 * <p>A shape prints numbers where it asks for a number, truth values, the values of an enumeration, and strings only if
 * it is {@link #printable()}; any other string or number may be a secret and is never printed. Shapes with a {@link
 * Grammar} are printable, since names, labels and quantities are no secrets.
 *
 * <p>Codes: {@code WRONG_TYPE}, {@code UNKNOWN_KEY}, {@code MISSING_KEY}, {@code OUT_OF_RANGE}, {@code UNKNOWN_VALUE},
 * {@code EXCLUSIVE_KEYS}, {@code IGNORED_KEY} (a warning), those of {@link Grammar}, and {@code TEXT_INVALID} for a check
 * that brings no code of its own.
 */
public final class Shape {
    // Plain numbers rather than an enum or a class per kind: each class costs start-up time.
    private static final int ANY = 0;
    private static final int STRING = 1;
    private static final int INTEGER = 2;
    private static final int NUMBER = 3;
    private static final int BOOL = 4;
    private static final int QUANTITY = 5;
    private static final int ENUM = 6;
    private static final int LIST = 7;
    private static final int MAP = 8;
    private static final int OBJECT = 9;
    private static final int EITHER = 10;
    private static final int LATER = 11;

    private static final int LONGEST_GUESSED = 80;
    private static final int MOST_KEYS_PRINTED = 12;

    private static final Shape ANYTHING = new Shape(ANY, Traits.NONE, null, null, null);
    private static final Shape TEXT = new Shape(STRING, Traits.NONE, null, null, null);
    private static final Shape WHOLE = new Shape(INTEGER, Traits.NONE, null, null, null);
    private static final Shape DECIMAL = new Shape(NUMBER, Traits.NONE, null, null, null);
    private static final Shape TRUTH = new Shape(BOOL, Traits.NONE, null, null, null);
    private static final Shape AMOUNT = new Shape(QUANTITY, Traits.NONE, null, null, null).example("500m");

    private final int kind;
    private final Traits traits;
    /** The grammar of a string, or of a map's keys. */
    private final @Nullable Function<String, Optional<String>> grammar;
    /** The shape of a list's items or a map's values; or two alternatives. */
    private final Shape @Nullable [] parts;

    private final @Nullable Fields fields;

    /** Where the shape comes from that this one stands for. */
    private final @Nullable Supplier<Shape> source;

    private Shape(
            int kind,
            Traits traits,
            @Nullable Function<String, Optional<String>> grammar,
            Shape @Nullable [] parts,
            @Nullable Fields fields) {
        this(kind, traits, grammar, parts, fields, null);
    }

    private Shape(
            int kind,
            Traits traits,
            @Nullable Function<String, Optional<String>> grammar,
            Shape @Nullable [] parts,
            @Nullable Fields fields,
            @Nullable Supplier<Shape> source) {
        this.kind = kind;
        this.traits = traits;
        this.grammar = grammar;
        this.parts = parts;
        this.fields = fields;
        this.source = source;
    }

    private Shape with(Traits changed) {
        return new Shape(kind, changed, grammar, parts, fields, source);
    }

    // What a shape can be.

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
        return new Shape(STRING, Traits.NONE.withPrintable(), Objects.requireNonNull(grammar, "grammar"), null, null);
    }

    /**
     * A string that passes a check; its content is not printed unless the shape is made {@link #printable()}.
     *
     * @param check answers with nothing for a good text, else with a sentence that says what a good one is
     */
    public static Shape string(Function<String, Optional<String>> check) {
        return new Shape(STRING, Traits.NONE, Objects.requireNonNull(check, "check"), null, null);
    }

    /** A whole number of 64 bits. */
    public static Shape integer() {
        return WHOLE;
    }

    /** A whole number within bounds, which are part of the range. */
    public static Shape integer(long min, long max) {
        return new Shape(INTEGER, Traits.NONE.withRange(min, max), null, null, null);
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
        return new Shape(ENUM, Traits.NONE.withValues(List.of(values), Map.of()), null, null, null);
    }

    /** One of these strings, some of which only some versions of a product know. */
    static Shape oneOf(List<String> values, Map<String, VersionRange> versions) {
        return new Shape(ENUM, Traits.NONE.withValues(List.copyOf(values), versions), null, null, null);
    }

    /**
     * A map with known keys that is asked for when it is needed, so that shapes can contain themselves.
     *
     * @param source gives the same shape each time
     */
    static Shape later(Supplier<Shape> source) {
        return new Shape(LATER, Traits.NONE, null, null, null, Objects.requireNonNull(source, "source"));
    }

    /** A list of items of one shape. */
    public static Shape listOf(Shape item) {
        return new Shape(LIST, Traits.NONE, null, new Shape[] {Objects.requireNonNull(item, "item")}, null);
    }

    /** A map with any keys, and values of one shape. */
    public static Shape mapOf(Shape value) {
        return new Shape(MAP, Traits.NONE, null, new Shape[] {Objects.requireNonNull(value, "value")}, null);
    }

    /** A map whose keys follow a grammar, and whose values are of one shape. */
    public static Shape mapOf(Grammar keys, Shape value) {
        return new Shape(
                MAP,
                Traits.NONE,
                Objects.requireNonNull(keys, "keys"),
                new Shape[] {Objects.requireNonNull(value, "value")},
                null);
    }

    /** A map of labels: keys and values as Kubernetes takes them. */
    public static Shape labels() {
        return mapOf(Grammar.LABEL_KEY, string(Grammar.LABEL_VALUE));
    }

    /** A map of annotations: the values are any strings, and are not printed. */
    public static Shape annotations() {
        return mapOf(Grammar.ANNOTATION_KEY, string());
    }

    /** A builder for a map with known keys. Any other key is a fault. */
    public static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    // What can be said of any shape.

    /** This shape or another one, told apart by type; the first that takes the type decides. */
    public Shape or(Shape alternative) {
        return new Shape(
                EITHER,
                Traits.NONE,
                null,
                new Shape[] {this, Objects.requireNonNull(alternative, "alternative")},
                null);
    }

    /** This shape, or null, which is taken and not looked at. */
    public Shape nullable() {
        return with(traits.withNullable());
    }

    /** This shape, with strings that are no secrets and may stand in messages. */
    public Shape printable() {
        return with(traits.withPrintable());
    }

    /** This shape with the text of a good value, as a message shows it: {@code 3}, {@code "text"}, {@code 500m}. */
    public Shape example(String text) {
        return with(traits.withExample(Objects.requireNonNull(text, "text")));
    }

    /** This shape with what to do about a value of a wrong type, a sentence without its full stop. */
    public Shape remedy(String text) {
        return with(traits.withRemedy(Objects.requireNonNull(text, "text")));
    }

    // Checking.

    /**
     * Adds every problem of a tree.
     *
     * @param tree what is checked
     * @param path where the tree stands in its document; empty for the whole of it
     * @param locations where the document's parts are in a text
     * @param into gets the problems, in the order of the tree
     */
    public void check(Tree tree, String path, Locations locations, List<Problem> into) {
        check(tree, path, locations, into, Targets.any());
    }

    /** Adds every problem that a tree has in some versions. */
    void check(Tree tree, String path, Locations locations, List<Problem> into, Targets targets) {
        check(tree, new Walk(path, locations, into, targets));
    }

    /** Every problem of a whole document. */
    public List<Problem> check(Tree tree, Locations locations) {
        List<Problem> problems = new ArrayList<>();
        check(tree, "", locations, problems);
        return problems;
    }

    private void check(Tree tree, Walk walk) {
        if (kind == LATER) {
            if (!(traits.nullable && Trees.isNull(tree))) {
                resolved().check(tree, walk);
            }
            return;
        }
        if (kind == ANY || traits.nullable && Trees.isNull(tree)) {
            return;
        }
        if (!takes(tree)) {
            walk.error(ProblemCodes.WRONG_TYPE, found(tree, walk), toWrite(tree, walk));
            return;
        }
        switch (kind) {
            case STRING -> checkText(((ScalarTree) tree).text(), walk);
            case INTEGER -> checkRange((ScalarTree) tree, walk);
            case QUANTITY -> checkQuantity(((ScalarTree) tree).text(), walk);
            case ENUM -> checkValue(((ScalarTree) tree).text(), walk);
            case LIST -> checkItems((ListTree) tree, walk);
            case MAP -> checkEntries((MapTree) tree, walk);
            case OBJECT -> Objects.requireNonNull(fields).check((MapTree) tree, walk);
            case EITHER -> {
                Shape first = part(0);
                (first.takes(tree) ? first : part(1)).check(tree, walk);
            }
            default -> {}
        }
    }

    /** The shape that this one stands for; in most cases this one. */
    private Shape resolved() {
        return source == null ? this : source.get();
    }

    private Shape part(int position) {
        return Objects.requireNonNull(parts)[position];
    }

    /** Whether the tree's type is right, whatever its content. */
    private boolean takes(Tree tree) {
        return switch (kind) {
            case ANY -> true;
            case STRING, ENUM -> isScalar(tree, ScalarTree.Kind.STRING);
            case INTEGER -> isScalar(tree, ScalarTree.Kind.INTEGER);
            case NUMBER -> isScalar(tree, ScalarTree.Kind.INTEGER) || isScalar(tree, ScalarTree.Kind.FLOAT);
            case QUANTITY ->
                isScalar(tree, ScalarTree.Kind.STRING)
                        || isScalar(tree, ScalarTree.Kind.INTEGER)
                        || isScalar(tree, ScalarTree.Kind.FLOAT);
            case BOOL -> isScalar(tree, ScalarTree.Kind.BOOLEAN);
            case LIST -> tree instanceof ListTree;
            case MAP, OBJECT, LATER -> tree instanceof MapTree;
            default -> part(0).takes(tree) || part(1).takes(tree);
        };
    }

    private static boolean isScalar(Tree tree, ScalarTree.Kind kind) {
        return tree instanceof ScalarTree scalar && scalar.kind() == kind;
    }

    private void checkText(String text, Walk walk) {
        if (grammar == null) {
            return;
        }
        Optional<String> complaint = grammar.apply(text);
        if (complaint.isPresent()) {
            String code = grammar instanceof Grammar known ? known.code() : ProblemCodes.TEXT_INVALID;
            walk.error(code, invalid(text, walk), complaint.get());
        }
    }

    private String invalid(String text, Walk walk) {
        if (text.isEmpty()) {
            return walk.name() + " is empty";
        }
        return traits.printable
                ? walk.name() + " is " + Problem.quote(text)
                : walk.name() + " has a text that is not valid";
    }

    private void checkRange(ScalarTree scalar, Walk walk) {
        String text = scalar.text();
        boolean fits = text.length() <= 20;
        long number = 0;
        if (fits) {
            try {
                number = Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                fits = false;
            }
        }
        if (!fits || number < traits.min || number > traits.max) {
            walk.error(
                    ProblemCodes.OUT_OF_RANGE,
                    walk.name() + " is " + asRead(scalar, Problem.quote(text)) + "; a whole number from " + traits.min
                            + " to " + traits.max + " is expected",
                    "write a number within the range");
        }
    }

    private void checkQuantity(String text, Walk walk) {
        Optional<String> complaint = Grammar.QUANTITY.apply(text);
        if (complaint.isPresent()) {
            walk.error(
                    Grammar.QUANTITY.code(),
                    text.isEmpty() ? walk.name() + " is empty" : walk.name() + " is " + Problem.quote(text),
                    complaint.get());
        }
    }

    private void checkValue(String text, Walk walk) {
        if (traits.values.contains(text)) {
            VersionRange versions = traits.versions.get(text);
            if (versions != null) {
                walk.versioned(
                        versions,
                        ProblemCodes.UNKNOWN_VALUE,
                        Problem.quote(text) + " is a value of " + walk.name(),
                        "write another value");
            }
            return;
        }
        Optional<String> meant = nearest(text, traits.values);
        String known = listed(traits.values, MOST_KEYS_PRINTED);
        walk.error(
                ProblemCodes.UNKNOWN_VALUE,
                walk.name() + " is " + Problem.quote(text) + ", which is not one of its values",
                meant.isPresent()
                        ? "did you mean `" + meant.get() + "`? the values are " + known
                        : "write one of " + known);
    }

    private void checkItems(ListTree list, Walk walk) {
        Shape item = part(0);
        if (item.kind == ANY) {
            return;
        }
        List<Tree> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            walk.enter("", i);
            item.check(items.get(i), walk);
            walk.leave();
        }
    }

    private void checkEntries(MapTree map, Walk walk) {
        Shape value = part(0);
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            walk.enter(key, -1);
            Optional<String> complaint = grammar == null ? Optional.empty() : grammar.apply(key);
            if (complaint.isPresent()) {
                String code = grammar instanceof Grammar known ? known.code() : ProblemCodes.TEXT_INVALID;
                walk.error(code, Problem.quote(key) + " is not valid as a key" + walk.ofParent(), complaint.get());
            }
            value.check(map.valueAt(i), walk);
            walk.leave();
        }
    }

    // Wording.

    private String found(Tree tree, Walk walk) {
        return walk.name() + " is " + described(tree) + "; " + noun() + " is expected";
    }

    /** What is there. A number or string may be a secret that lacks its quotes or has the wrong place. */
    private String described(Tree tree) {
        if (!(tree instanceof ScalarTree scalar)) {
            return tree.describe();
        }
        return switch (scalar.kind()) {
            case STRING -> "a string";
            case INTEGER, FLOAT ->
                printsNumbers() ? asRead(scalar, "the number " + Problem.quote(scalar.text())) : "a number";
            case BOOLEAN -> asRead(scalar, "`" + scalar.text() + "`");
            case NULL -> asRead(scalar, "null");
        };
    }

    private static String asRead(ScalarTree scalar, String meaning) {
        return scalar.isSourceTelling() ? Problem.quote(scalar.source()) + ", which YAML reads as " + meaning : meaning;
    }

    private boolean printsNumbers() {
        return kind == EITHER
                ? part(0).printsNumbers() && part(1).printsNumbers()
                : traits.printable || kind == INTEGER || kind == NUMBER || kind == BOOL || kind == QUANTITY;
    }

    private String noun() {
        return switch (kind) {
            case STRING ->
                grammar == Grammar.PERCENTAGE
                        ? "a percentage"
                        : grammar == Grammar.PORT_NAME ? "a port's name" : "a string";
            case INTEGER ->
                traits.min == Long.MIN_VALUE && traits.max == Long.MAX_VALUE
                        ? "a whole number"
                        : traits.max >= Integer.MAX_VALUE && traits.min >= 0
                                ? "a whole number of at least " + traits.min
                                : traits.min <= Integer.MIN_VALUE && traits.max >= Integer.MAX_VALUE
                                        ? "a whole number"
                                        : "a whole number from " + traits.min + " to " + traits.max;
            case NUMBER -> "a number";
            case BOOL -> "`true` or `false`";
            case QUANTITY -> "a quantity";
            case ENUM -> "one of " + listed(traits.values, MOST_KEYS_PRINTED);
            case LIST -> "a list";
            case MAP, OBJECT, LATER -> "a map";
            case EITHER -> part(0).noun() + " or " + part(1).noun();
            default -> "anything";
        };
    }

    private String toWrite(Tree tree, Walk walk) {
        if (!traits.remedy.isEmpty()) {
            return traits.remedy;
        }
        boolean isText = isScalar(tree, ScalarTree.Kind.STRING);
        switch (kind) {
            case STRING, ENUM -> {
                return tree instanceof ScalarTree scalar
                        ? inQuotes(scalar, walk)
                        : "write " + noun() + ", as in " + walk.entry(sample());
            }
            case INTEGER, NUMBER, BOOL -> {
                return "write " + noun() + (isText ? " without quotes" : "") + ", as in " + walk.entry(sample());
            }
            case LIST -> {
                return "write a list of items" + itemKeys();
            }
            case MAP -> {
                return "write a map of `key: value`";
            }
            case OBJECT, LATER -> {
                List<String> names = Objects.requireNonNull(resolved().fields).known();
                return names.isEmpty()
                        ? "write a map"
                        : "write a map; its keys are " + listed(names, MOST_KEYS_PRINTED);
            }
            default -> {
                return "write " + noun() + ", as in " + walk.entry(sample());
            }
        }
    }

    /** How a scalar that is no string becomes one: as its source, since its value may be another text. */
    private String inQuotes(ScalarTree scalar, Walk walk) {
        String quoted = Problem.quote("\"" + scalar.source() + "\"");
        boolean isNumber = scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT;
        if (kind == ENUM && !traits.values.contains(scalar.source())) {
            return "write " + noun();
        }
        if (scalar.isNull()) {
            String example = "write " + noun() + ", as in " + walk.entry(sample());
            return scalar.source().isEmpty() ? example : example + ", or " + quoted + " if that text is meant";
        }
        return isNumber && !traits.printable ? "write it in quotes, as in `\"8080\"`" : "write it in quotes: " + quoted;
    }

    private boolean isContainer() {
        return kind == LIST || kind == MAP || kind == OBJECT || kind == LATER || kind == ANY;
    }

    private String itemKeys() {
        Shape item = part(0).resolved();
        if (item.kind != OBJECT) {
            return ", each beginning with `- `";
        }
        List<String> names = Objects.requireNonNull(item.fields).telling();
        return names.isEmpty() ? ", each beginning with `- `" : ", each with " + joined(names);
    }

    private String sample() {
        if (!traits.example.isEmpty()) {
            return traits.example;
        }
        return switch (kind) {
            case STRING -> grammar == Grammar.PERCENTAGE ? "25%" : "\"text\"";
            case INTEGER -> Long.toString(traits.min <= 1 && traits.max >= 1 ? 1 : traits.min);
            case NUMBER -> "0.5";
            case BOOL -> "true";
            case ENUM -> traits.values.isEmpty() ? "\"text\"" : traits.values.get(0);
            case LIST -> "[]";
            case MAP, OBJECT, LATER -> "{}";
            case EITHER -> part(0).sample();
            default -> "500m";
        };
    }

    /** {@code `a`, `b` and 3 more}. */
    private static String listed(List<String> names, int most) {
        if (names.size() <= most) {
            return joined(names);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < most; i++) {
            text.append(i == 0 ? "`" : ", `").append(names.get(i)).append('`');
        }
        return text.append(" and ").append(names.size() - most).append(" more").toString();
    }

    /** {@code `a`, `b` and `c`}. */
    private static String joined(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? " and " : ", ")
                    .append('`')
                    .append(names.get(i))
                    .append('`');
        }
        return text.toString();
    }

    private static Optional<String> nearest(String text, List<String> known) {
        // A text that is much longer than every name is meant for none of them, and the search is quadratic.
        return text.length() > LONGEST_GUESSED ? Optional.empty() : Names.nearest(text, known);
    }

    @Override
    public String toString() {
        return noun();
    }

    /** What can be said of a shape beside its type. */
    private static final class Traits {
        private static final Traits NONE =
                new Traits(false, false, Long.MIN_VALUE, Long.MAX_VALUE, "", "", List.of(), Map.of());

        private final boolean nullable;
        private final boolean printable;
        private final long min;
        private final long max;
        private final String example;
        private final String remedy;
        /** The values of an enumeration. */
        private final List<String> values;
        /** The versions of those values that not every version knows. */
        private final Map<String, VersionRange> versions;

        private Traits(
                boolean nullable,
                boolean printable,
                long min,
                long max,
                String example,
                String remedy,
                List<String> values,
                Map<String, VersionRange> versions) {
            this.nullable = nullable;
            this.printable = printable;
            this.min = min;
            this.max = max;
            this.example = example;
            this.remedy = remedy;
            this.values = values;
            this.versions = versions;
        }

        private Traits withNullable() {
            return new Traits(true, printable, min, max, example, remedy, values, versions);
        }

        private Traits withPrintable() {
            return new Traits(nullable, true, min, max, example, remedy, values, versions);
        }

        private Traits withRange(long from, long to) {
            return new Traits(nullable, printable, from, to, example, remedy, values, versions);
        }

        private Traits withExample(String text) {
            return new Traits(nullable, printable, min, max, text, remedy, values, versions);
        }

        private Traits withRemedy(String text) {
            return new Traits(nullable, printable, min, max, example, text, values, versions);
        }

        private Traits withValues(List<String> texts, Map<String, VersionRange> known) {
            return new Traits(nullable, true, min, max, example, remedy, texts, known);
        }
    }

    /** The keys of a map, and what holds between them. */
    private static final class Fields {
        private final String title;
        private final String[] names;
        private final Shape[] shapes;
        private final boolean[] required;
        private final Map<String, Integer> index;
        private final Map<String, String[]> notes;
        private final List<Group> groups;
        private final boolean open;
        private final boolean nullIsUnset;
        private final Map<String, VersionRange> versions;
        private final Map<String, VersionRange> requiredIn;

        private Fields(ObjectBuilder builder) {
            title = builder.title;
            names = builder.names.toArray(new String[0]);
            shapes = builder.shapes.toArray(new Shape[0]);
            required = new boolean[names.length];
            index = new HashMap<>(builder.index);
            for (int i = 0; i < names.length; i++) {
                required[i] = builder.required.get(i);
            }
            notes = builder.notes.isEmpty() ? Map.of() : Map.copyOf(builder.notes);
            groups = List.copyOf(builder.groups);
            open = builder.open;
            nullIsUnset = builder.nullIsUnset;
            versions = builder.versions.isEmpty() ? Map.of() : Map.copyOf(builder.versions);
            requiredIn = builder.requiredIn.isEmpty() ? Map.of() : Map.copyOf(builder.requiredIn);
        }

        /** Every key: those that it must have first, then those of which one is chosen, then the others. */
        private List<String> known() {
            Set<String> known = new LinkedHashSet<>();
            for (int i = 0; i < names.length; i++) {
                if (required[i]) {
                    known.add(names[i]);
                }
            }
            for (Group group : groups) {
                known.addAll(group.names);
            }
            known.addAll(Arrays.asList(names));
            return new ArrayList<>(known);
        }

        /** The keys that tell what an item is: those that it must have, else the first of all. */
        private List<String> telling() {
            List<String> telling = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                if (required[i]) {
                    telling.add(names[i]);
                }
            }
            return telling.isEmpty() && names.length > 0 ? List.of(names[0]) : telling;
        }

        private void check(MapTree map, Walk walk) {
            for (int i = 0; i < map.size(); i++) {
                String key = map.keyAt(i);
                Integer position = index.get(key);
                walk.enter(key, -1);
                if (position != null) {
                    Tree value = map.valueAt(i);
                    if (!(nullIsUnset && Trees.isNull(value))) {
                        note(key, walk);
                        if (isKnown(key, walk)) {
                            shapes[position].check(value, walk);
                        }
                    }
                } else if (!open || notes.containsKey(key)) {
                    unknown(key, walk);
                }
                walk.leave();
            }
            for (int i = 0; i < names.length; i++) {
                if ((required[i] || isRequiredIn(names[i], walk)) && !isSet(map, names[i])) {
                    walk.enter(names[i], -1);
                    walk.error(
                            ProblemCodes.MISSING_KEY,
                            "`" + names[i] + "` is missing" + in(walk),
                            shapes[i].isContainer() ? "write it" : "write it, as in " + walk.entry(shapes[i].sample()));
                    walk.leave();
                }
            }
            for (Group group : groups) {
                group.check(this, map, walk);
            }
        }

        /** Whether the version that is checked for has a key; says so if it does not. */
        private boolean isKnown(String key, Walk walk) {
            VersionRange range = versions.isEmpty() ? null : versions.get(key);
            return range == null
                    || walk.versioned(
                            range,
                            ProblemCodes.UNKNOWN_KEY,
                            Problem.quote(key) + " is a key" + (title.isEmpty() ? walk.ofParent() : " of " + title),
                            "remove it");
        }

        private boolean isRequiredIn(String name, Walk walk) {
            VersionRange range = requiredIn.isEmpty() ? null : requiredIn.get(name);
            return range != null
                    && walk.targets.of(range.product()).filter(range::contains).isPresent();
        }

        private boolean isSet(MapTree map, String name) {
            Tree value = map.get(name);
            return value != null && !(nullIsUnset && Trees.isNull(value));
        }

        private void note(String key, Walk walk) {
            String[] note = notes.get(key);
            if (note != null) {
                walk.warning(ProblemCodes.IGNORED_KEY, note[0], note[1]);
            }
        }

        private void unknown(String key, Walk walk) {
            String[] misplaced = notes.get(key);
            String what = Problem.quote(key) + " is not a key" + (title.isEmpty() ? walk.ofParent() : " of " + title);
            Optional<String> meant = misplaced == null ? nearest(key, known()) : Optional.empty();
            String remedy = misplaced != null
                    ? misplaced[1]
                    : meant.isPresent()
                            ? "did you mean `" + meant.get() + "`? if not, remove the key"
                            : names.length == 0
                                    ? "remove it; there are no keys here"
                                    : "remove it; the keys are " + listed(known(), MOST_KEYS_PRINTED);
            walk.error(ProblemCodes.UNKNOWN_KEY, what, remedy);
        }

        private String in(Walk walk) {
            if (!title.isEmpty()) {
                return " in " + title;
            }
            String parent = walk.ofParent();
            return parent.isEmpty() ? "" : " in" + parent.substring(" of".length());
        }
    }

    /** Keys that exclude each other, one of which may have to be there. */
    private static final class Group {
        private final List<String> names;
        private final boolean oneIsNeeded;

        private Group(List<String> names, boolean oneIsNeeded) {
            this.names = names;
            this.oneIsNeeded = oneIsNeeded;
        }

        private void check(Fields fields, MapTree map, Walk walk) {
            String first = "";
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (!fields.isSet(map, name)) {
                    continue;
                }
                if (first.isEmpty()) {
                    first = name;
                } else {
                    walk.enter(name, -1);
                    walk.error(
                            ProblemCodes.EXCLUSIVE_KEYS,
                            "`" + first + "` and `" + name + "` exclude each other",
                            "keep one of them");
                    walk.leave();
                }
            }
            if (oneIsNeeded && first.isEmpty()) {
                walk.error(
                        ProblemCodes.MISSING_KEY,
                        walk.name() + " has none of " + listed(names, MOST_KEYS_PRINTED),
                        names.size() == 1 ? "write it" : "write one of them");
            }
        }
    }

    /** Where the check is. Paths are put together only for problems. */
    private static final class Walk {
        private final String base;
        private final Locations locations;
        private final List<Problem> problems;
        private final Targets targets;
        private String[] keys = new String[24];
        private int[] positions = new int[24];
        private int depth;

        private Walk(String base, Locations locations, List<Problem> problems, Targets targets) {
            this.base = base;
            this.locations = locations;
            this.problems = problems;
            this.targets = targets;
        }

        /**
         * Reports what not every version has: an error if the version that is checked for does not have it, a warning if
         * none was named.
         *
         * @param fact a sentence without its end, as in {@code `x` is a key of `y`}
         * @return whether it may be there
         */
        private boolean versioned(VersionRange range, String code, String fact, String remedy) {
            Optional<ProductVersion> target = targets.of(range.product());
            if (target.isEmpty()) {
                warning(
                        ProblemCodes.VERSION_DEPENDENT,
                        fact + " only in " + range,
                        "make sure that your cluster has such a version, or check for the version that it has");
                return true;
            }
            if (range.contains(target.get())) {
                return true;
            }
            error(code, fact + " only in " + range + ", and not in " + target.get(), remedy);
            return false;
        }

        /** Goes to a key, or, where the position is not negative, to an item. */
        private void enter(String key, int position) {
            if (depth == keys.length) {
                keys = Arrays.copyOf(keys, depth * 2);
                positions = Arrays.copyOf(positions, depth * 2);
            }
            keys[depth] = key;
            positions[depth] = position;
            depth++;
        }

        private void leave() {
            depth--;
        }

        private String path() {
            String path = base;
            for (int i = 0; i < depth; i++) {
                path = positions[i] < 0 ? TreePath.child(path, keys[i]) : TreePath.child(path, positions[i]);
            }
            return path;
        }

        /** The last key with the positions after it, in backticks. */
        private String name() {
            String name = name(depth);
            return name.isEmpty() ? "the document" : Problem.quote(name);
        }

        private String name(int end) {
            int from = end - 1;
            while (from >= 0 && positions[from] >= 0) {
                from--;
            }
            String name = from >= 0 ? keys[from] : lastOf(base);
            for (int i = Math.max(from + 1, 0); i < end; i++) {
                name = TreePath.child(name, positions[i]);
            }
            return name;
        }

        private static String lastOf(String path) {
            // A quoted key or an object's id may hold dots, and what is after the last one is then no name.
            return path.indexOf('"') >= 0 || path.indexOf('/') >= 0 ? path : path.substring(path.lastIndexOf('.') + 1);
        }

        /** {@code of `parent`}, or nothing for a key of the whole document. */
        private String ofParent() {
            String parent = name(depth - 1);
            return parent.isEmpty() ? "" : " of `" + parent + "`";
        }

        /** {@code `key: value`}, or {@code `- value`} for an item of a list. */
        private String entry(String value) {
            if (depth == 0) {
                return "`" + value + "`";
            }
            return positions[depth - 1] >= 0 ? "`- " + value + "`" : Problem.quote(keys[depth - 1] + ": " + value);
        }

        private void error(String code, String what, String remedy) {
            problems.add(Problem.error(code, location(), what, remedy));
        }

        private void warning(String code, String what, String remedy) {
            problems.add(Problem.warning(code, location(), what, remedy));
        }

        private Location location() {
            return locations.of(path());
        }
    }

    /** Collects the keys of a map. Not thread-safe. */
    public static final class ObjectBuilder {
        private final List<String> names = new ArrayList<>();
        private final List<Shape> shapes = new ArrayList<>();
        private final List<Boolean> required = new ArrayList<>();
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, String[]> notes = new HashMap<>();
        private final List<Group> groups = new ArrayList<>();
        private final Map<String, VersionRange> versions = new HashMap<>();
        private final Map<String, VersionRange> requiredIn = new HashMap<>();
        private String title = "";
        private boolean open;
        private boolean nullIsUnset;

        private ObjectBuilder() {}

        /** A key that may be there. A key that was named before gets the new shape in its old place. */
        public ObjectBuilder field(String name, Shape shape) {
            return put(name, shape, Boolean.FALSE);
        }

        /** A key that must be there. */
        public ObjectBuilder required(String name, Shape shape) {
            return put(name, shape, Boolean.TRUE);
        }

        /**
         * A key that is read and has no effect; where it is set, that is a warning.
         *
         * @param name the key
         * @param shape what it must look like all the same
         * @param what the fact, a sentence without its full stop
         * @param remedy what to do, a sentence without its full stop
         */
        public ObjectBuilder ignored(String name, Shape shape, String what, String remedy) {
            put(name, shape, Boolean.FALSE);
            notes.put(name, new String[] {what, remedy});
            return this;
        }

        /**
         * A well-known wrong key, with what to do about it.
         *
         * @param name the key
         * @param remedy a sentence without its full stop
         */
        public ObjectBuilder misplaced(String name, String remedy) {
            notes.put(name, new String[] {"", remedy});
            return this;
        }

        /** Every key, rule and wrong key of another map's shape. */
        public ObjectBuilder fieldsOf(Shape object) {
            Fields other = object.resolved().fields;
            if (other == null) {
                throw new IllegalArgumentException("only a map with known keys has fields");
            }
            for (int i = 0; i < other.names.length; i++) {
                put(other.names[i], other.shapes[i], other.required[i]);
            }
            notes.putAll(other.notes);
            groups.addAll(other.groups);
            versions.putAll(other.versions);
            requiredIn.putAll(other.requiredIn);
            return this;
        }

        /**
         * Another shape for a key that was named before.
         *
         * @throws IllegalStateException if it was not
         */
        ObjectBuilder as(String name, Shape shape) {
            Integer known = index.get(name);
            if (known == null) {
                throw new IllegalStateException("no key is named " + name);
            }
            shapes.set(known, shape);
            return this;
        }

        /** Keys that were named before and must be there. */
        ObjectBuilder require(String... keys) {
            for (String key : keys) {
                Integer known = index.get(key);
                if (known == null) {
                    throw new IllegalStateException("no key is named " + key);
                }
                required.set(known, Boolean.TRUE);
            }
            return this;
        }

        /** The versions that know a key. */
        ObjectBuilder versions(String key, VersionRange range) {
            versions.put(key, range);
            return this;
        }

        /** The versions in which a key must be there. */
        ObjectBuilder requiredIn(String key, VersionRange range) {
            requiredIn.put(key, range);
            return this;
        }

        /** Of these keys at most one may be set. */
        public ObjectBuilder atMostOneOf(String... keys) {
            groups.add(new Group(List.of(keys), false));
            return this;
        }

        /** Of these keys exactly one must be set. */
        public ObjectBuilder exactlyOneOf(String... keys) {
            groups.add(new Group(List.of(keys), true));
            return this;
        }

        /** What the map is, in the words of a message: {@code the chart webank-obs}. Without it the key is named. */
        public ObjectBuilder named(String words) {
            this.title = words;
            return this;
        }

        /** Other keys are fine, and are not looked at. */
        public ObjectBuilder open() {
            this.open = true;
            return this;
        }

        /** A null is as good as no key at all, as the Kubernetes API takes it. */
        public ObjectBuilder nullIsUnset() {
            this.nullIsUnset = true;
            return this;
        }

        /** The shape. */
        public Shape build() {
            return new Shape(OBJECT, Traits.NONE, null, null, new Fields(this));
        }

        private ObjectBuilder put(String name, Shape shape, Boolean isRequired) {
            Objects.requireNonNull(shape, name);
            notes.remove(name);
            Integer known = index.get(name);
            if (known != null) {
                shapes.set(known, shape);
                required.set(known, isRequired);
                return this;
            }
            index.put(name, names.size());
            names.add(name);
            shapes.add(shape);
            required.add(isRequired);
            return this;
        }
    }
}
