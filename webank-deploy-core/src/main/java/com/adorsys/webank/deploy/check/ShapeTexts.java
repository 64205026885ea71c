package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeKey;
import com.adorsys.webank.deploy.schema.ShapeKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of messages about trees that are not of their shape. */
final class ShapeTexts {
    private static final int LONGEST_GUESSED = 80;
    /** So many keys are listed though only some of them are required. */
    private static final int FEW = 4;

    private static final String LABELS = "matchLabels";
    private static final int MOST_NAMES_PRINTED = 12;

    private ShapeTexts() {}

    /** What to write instead of a text that its grammar refuses. */
    static String toCorrect(Shape shape, String text, String complaint) {
        return isOf(shape, Grammar.PORT_NAME) && isNumber(text)
                ? "write the number without quotes: `" + text + "`"
                : complaint;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 5;
    }

    /** {@code `port` is a string; a whole number is expected}. */
    static String found(Shape shape, Tree tree, ShapeWalk walk) {
        return walk.name() + written(walk.name()) + " is " + described(shape, tree) + "; " + noun(shape)
                + " is expected";
    }

    /** What a key that YAML reads as a boolean may be in the file; empty for other keys. */
    static String written(String name) {
        return switch (name) {
            case "`true`" -> ", which may be `y`, `yes` or `on` without quotes in the file,";
            case "`false`" -> ", which may be `n`, `no` or `off` without quotes in the file,";
            default -> "";
        };
    }

    static String invalid(Shape shape, String text, ShapeWalk walk) {
        if (text.isEmpty()) {
            return walk.name() + " is empty";
        }
        boolean isImage = shape.advice().filter(Grammar.IMAGE::equals).isPresent() || isOf(shape, Grammar.IMAGE);
        return shape.isPrintable()
                ? walk.name() + " is " + (isImage ? Problem.quoteImage(text) : Problem.quote(text))
                : walk.name() + " has a text that is not valid";
    }

    /** What is there. A number or string may be a secret without its quotes or in the wrong place. */
    private static String described(Shape shape, Tree tree) {
        if (!(tree instanceof ScalarTree scalar)) {
            return tree.describe();
        }
        return switch (scalar.kind()) {
            case STRING -> "a string";
            case INTEGER, FLOAT ->
                printsNumbers(shape) ? asRead(scalar, "the number " + Problem.quote(scalar.text())) : "a number";
            case BOOLEAN -> asRead(scalar, "`" + scalar.text() + "`");
            case NULL -> asRead(scalar, "null");
        };
    }

    /** The empty value of a type, as a message names it. */
    static String emptyValue(Shape shape) {
        return switch (shape.kind()) {
            case STRING, ENUM -> "an empty text";
            case BOOL -> "`false`";
            case LIST -> "an empty list";
            case MAP, OBJECT -> "an empty map";
            case EITHER -> emptyValue(shape.alternatives().get(0));
            case ANY, INTEGER, NUMBER, QUANTITY -> "`0`";
        };
    }

    static String asRead(ScalarTree scalar, String meaning) {
        return scalar.isSourceTelling() ? Problem.quote(scalar.source()) + ", which YAML reads as " + meaning : meaning;
    }

    private static boolean printsNumbers(Shape shape) {
        return switch (shape.kind()) {
            case EITHER ->
                printsNumbers(shape.alternatives().get(0))
                        && printsNumbers(shape.alternatives().get(1));
            case INTEGER, NUMBER, BOOL, QUANTITY -> true;
            default -> shape.isPrintable();
        };
    }

    private static String noun(Shape shape) {
        return switch (shape.kind()) {
            case ANY -> "anything";
            case STRING ->
                isOf(shape, Grammar.PERCENTAGE)
                        ? "a percentage"
                        : isOf(shape, Grammar.PORT_NAME) ? "a port's name" : "a string";
            case INTEGER -> wholeNumber(shape.min(), shape.max());
            case NUMBER -> "a number";
            case BOOL -> "`true` or `false`";
            case QUANTITY -> "a quantity";
            case ENUM -> "one of " + listed(shape.values());
            case LIST -> "a list";
            case MAP, OBJECT -> "a map";
            case EITHER ->
                noun(shape.alternatives().get(0)) + " or "
                        + noun(shape.alternatives().get(1));
        };
    }

    private static boolean isOf(Shape shape, Grammar grammar) {
        return shape.grammar().filter(grammar::equals).isPresent();
    }

    private static boolean isName(Shape shape) {
        return isOf(shape, Grammar.LABEL) || isOf(shape, Grammar.SUBDOMAIN) || isOf(shape, Grammar.SERVICE_NAME);
    }

    private static String wholeNumber(long min, long max) {
        boolean isBoundedAbove = max < Integer.MAX_VALUE;
        if (min <= Integer.MIN_VALUE && !isBoundedAbove) {
            return "a whole number";
        }
        return min >= 0 && !isBoundedAbove
                ? "a whole number of at least " + min
                : "a whole number from " + min + " to " + max;
    }

    static String toWrite(Shape shape, Tree tree, ShapeWalk walk) {
        if (!shape.remedy().isEmpty()) {
            return shape.remedy();
        }
        String example = "write " + noun(shape) + ", as in " + walk.entry(sample(shape));
        return switch (shape.kind()) {
            case STRING, ENUM -> tree instanceof ScalarTree scalar ? inQuotes(shape, scalar, example) : example;
            case INTEGER, NUMBER, BOOL ->
                ShapeCheck.isScalar(tree, ScalarTree.Kind.STRING)
                        ? "write " + noun(shape) + " without quotes, as in " + walk.entry(sample(shape))
                        : example;
            case LIST -> "write a list of items" + itemKeys(shape.item());
            case MAP -> "write a map of `key: value`";
            case OBJECT -> {
                List<String> names = shape.keys().names();
                yield names.isEmpty() ? "write a map" : "write a map; its keys are " + listed(names);
            }
            case ANY, QUANTITY, EITHER -> example;
        };
    }

    /** How a scalar that is no string becomes one: as its source, since its value may be another text. */
    private static String inQuotes(Shape shape, ScalarTree scalar, String example) {
        String quoted = Problem.quote("\"" + scalar.source() + "\"");
        boolean isNumber = scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT;
        if (shape.kind() == Shape.Kind.ENUM && !shape.values().contains(scalar.source())) {
            return "write " + noun(shape);
        }
        if (scalar.isNull()) {
            return scalar.source().isEmpty() ? example : example + ", or " + quoted + " if that text is meant";
        }
        return isNumber && !shape.isPrintable() ? "write it in quotes" : "write it in quotes: " + quoted;
    }

    /** What to do about a key that is missing; the walk is at the key. */
    static String toAdd(Shape shape, ShapeWalk walk) {
        return switch (shape.kind()) {
            case ANY, MAP -> "write it";
            case LIST -> "write it: a list of items" + itemKeys(shape.item());
            case OBJECT -> {
                List<String> names = shape.keys().names();
                List<String> required = shape.keys().requiredNames();
                yield !shape.example().isEmpty()
                        ? "write it, as in " + walk.entry(shape.example())
                        : names.isEmpty()
                                ? "write it"
                                : names.size() > FEW && !required.isEmpty()
                                        ? "write it with " + joined(required, " and ")
                                        : "write it; its keys are " + listed(names);
            }
            default -> "write it, as in " + walk.entry(sample(shape));
        };
    }

    private static String itemKeys(Shape item) {
        if (item.kind() != Shape.Kind.OBJECT) {
            return ", each beginning with `- `";
        }
        ShapeKeys keys = item.keys();
        List<String> names = keys.requiredNames();
        if (names.isEmpty() && !keys.all().isEmpty()) {
            names = List.of(keys.all().get(0).name());
        }
        return names.isEmpty() ? ", each beginning with `- `" : ", each with " + joined(names, " and ");
    }

    private static String sample(Shape shape) {
        if (!shape.example().isEmpty()) {
            return shape.example();
        }
        return switch (shape.kind()) {
            case STRING -> isOf(shape, Grammar.PERCENTAGE) ? "25%" : isName(shape) ? "web" : "\"text\"";
            case INTEGER -> Long.toString(shape.min() <= 1 && shape.max() >= 1 ? 1 : shape.min());
            case NUMBER -> "0.5";
            case BOOL -> "true";
            case ENUM -> shape.values().isEmpty() ? "\"text\"" : shape.values().get(0);
            case LIST -> "[]";
            case MAP, OBJECT -> "{}";
            case EITHER -> sample(shape.alternatives().get(0));
            case ANY, QUANTITY -> "500m";
        };
    }

    /** What to do about an unknown key of a map. */
    static String inPlaceOf(ShapeKeys keys, MapTree map, String name) {
        Optional<String> hint = keys.hint(name);
        if (hint.isPresent()) {
            return hint.get();
        }
        List<String> names = keys.names();
        Optional<String> meant = nearest(name, names);
        if (meant.isPresent()) {
            return "did you mean `" + meant.get() + "`? If not, remove the key";
        }
        if (names.contains(LABELS)) {
            return "write it below `" + LABELS + "` if it is a label; the keys are " + listed(names);
        }
        List<String> above = parents(keys, map, name);
        if (!above.isEmpty() && above.size() <= FEW) {
            String parent = above.get(0);
            return map.get(parent) instanceof ListTree
                    ? "indent it like the other keys of the item if it belongs to an item of `" + parent
                            + "`; if not, remove it"
                    : "write it below " + joined(above, " or ") + " if it belongs there; if not, remove it";
        }
        return names.isEmpty() ? "remove it; there are no keys here" : "remove it; the keys are " + listed(names);
    }

    /** The keys below which a key would be known: those that are there, or else all. */
    private static List<String> parents(ShapeKeys keys, MapTree map, String name) {
        List<String> all = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (int i = 0; i < keys.all().size(); i++) {
            ShapeKey key = keys.all().get(i);
            Tree value = map.get(key.name());
            Shape shape = key.shape();
            boolean isMap = shape.kind() == Shape.Kind.OBJECT;
            boolean isList = shape.kind() == Shape.Kind.LIST && value instanceof ListTree;
            Shape inner = isList ? shape.item() : shape;
            if ((isMap || isList)
                    && inner.kind() == Shape.Kind.OBJECT
                    && inner.keys().get(name) != null) {
                all.add(key.name());
                if (value != null && !Trees.isNull(value)) {
                    present.add(key.name());
                }
            }
        }
        return present.isEmpty() ? all : present;
    }

    /** {@code of a Deployment}: what the map is whose key the walk is at. */
    static String of(ShapeKeys keys, ShapeWalk walk) {
        return keys.title().isEmpty() ? walk.ofParent() : " of " + keys.title();
    }

    /** {@code in a Deployment}. */
    static String in(ShapeKeys keys, ShapeWalk walk) {
        String of = of(keys, walk);
        return of.isEmpty() ? "" : " in" + of.substring(" of".length());
    }

    /** {@code `a`, `b` and 3 more}. */
    static String listed(List<String> names) {
        if (names.size() <= MOST_NAMES_PRINTED) {
            return joined(names, " and ");
        }
        String first = String.join("`, `", names.subList(0, MOST_NAMES_PRINTED));
        return "`" + first + "` and " + (names.size() - MOST_NAMES_PRINTED) + " more";
    }

    /** {@code `a`, `b` and `c`}, with what stands before the last one. */
    private static String joined(List<String> names, String last) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? last : ", ")
                    .append('`')
                    .append(names.get(i))
                    .append('`');
        }
        return text.toString();
    }

    static Optional<String> nearest(String text, List<String> known) {
        // A text that is much longer than every name is meant for none of them, and the search is quadratic.
        return text.length() > LONGEST_GUESSED ? Optional.empty() : Names.nearest(text, known);
    }
}
