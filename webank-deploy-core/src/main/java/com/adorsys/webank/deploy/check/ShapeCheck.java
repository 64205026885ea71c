package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeKey;
import com.adorsys.webank.deploy.schema.ShapeKeys;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.ValueRule;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against a {@link Shape}.
 *
 * <p>Everything that is wrong is found in one walk, in the order of the tree; each problem says where it is, what is there,
 * and what to write. Numbers and strings that may be secrets are never shown, see {@link Shape}.
 *
 * <p>Codes: {@code WRONG_TYPE}, {@code UNKNOWN_KEY}, {@code MISSING_KEY}, {@code LIST_EMPTY}, {@code OUT_OF_RANGE}, {@code UNKNOWN_VALUE},
 * {@code EXCLUSIVE_KEYS}, {@code IGNORED_KEY}, {@code NULL_VALUE} and {@code VERSION_DEPENDENT} (warnings), those of {@link Grammar},
 * and {@code TEXT_INVALID} for a string that breaks another rule.
 */
public final class ShapeCheck {
    private final ShapeWalk walk;

    private ShapeCheck(ShapeWalk walk) {
        this.walk = walk;
    }

    /**
     * Every problem of a tree that it has in every version, in its order.
     *
     * @param shape what the tree must look like
     * @param tree what is checked
     * @param locations where its parts are in a text
     */
    public static List<Problem> problems(Shape shape, Tree tree, Locations locations) {
        List<Problem> problems = new ArrayList<>();
        check(shape, tree, locations, problems, Targets.any());
        return problems;
    }

    /** Adds every problem that a tree has in the versions that are checked for. */
    static void check(Shape shape, Tree tree, Locations locations, List<Problem> into, Targets targets) {
        new ShapeCheck(new ShapeWalk(locations, into, targets)).check(shape, tree);
    }

    private void check(Shape shape, Tree tree) {
        if (shape.kind() == Shape.Kind.ANY || Trees.isNull(tree) && takesNull(shape, tree)) {
            return;
        }
        if (!takes(shape, tree)) {
            walk.error(
                    ProblemCodes.WRONG_TYPE,
                    ShapeTexts.found(shape, tree, walk),
                    ShapeTexts.toWrite(shape, tree, walk));
            return;
        }
        switch (shape.kind()) {
            case STRING -> checkText(shape, ((ScalarTree) tree).text());
            case INTEGER -> checkRange(shape, (ScalarTree) tree);
            case QUANTITY -> checkQuantity(((ScalarTree) tree).text());
            case ENUM -> checkValue(shape, ((ScalarTree) tree).text());
            case LIST -> checkItems(shape, (ListTree) tree);
            case MAP -> checkEntries(shape, (MapTree) tree);
            case OBJECT -> checkKeys(shape.keys(), (MapTree) tree);
            case EITHER -> {
                Shape first = shape.alternatives().get(0);
                check(takes(first, tree) ? first : shape.alternatives().get(1), tree);
            }
            default -> {}
        }
        if (!shape.uniqueBy().isEmpty()) {
            checkRule(UniqueItems.by(shape.uniqueBy(), Map.of()), tree);
        }
        List<ValueRule> rules = shape.rules();
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), tree);
        }
    }

    private void checkRule(ValueRule rule, Tree tree) {
        ValueRule.Breach breach = rule.breach(tree);
        if (breach != null) {
            walk.error(breach.code(), walk.name() + " " + breach.fact(), breach.remedy());
        }
    }

    /** Whether a null is allowed; also reports one that the API server treats as an empty value. */
    private boolean takesNull(Shape shape, Tree tree) {
        if (shape.isNullable()) {
            return true;
        }
        if (!shape.isNullEmpty() || !shape.takesEmpty() || !(tree instanceof ScalarTree scalar)) {
            return false;
        }
        walk.warning(
                ProblemCodes.NULL_VALUE,
                walk.name() + " is " + ShapeTexts.asRead(scalar, "null") + "; the API server treats it as "
                        + ShapeTexts.emptyValue(shape),
                "write a value, or remove it");
        return true;
    }

    /** Whether the tree's type is right, whatever its content. */
    private static boolean takes(Shape shape, Tree tree) {
        return switch (shape.kind()) {
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
            case MAP, OBJECT -> tree instanceof MapTree;
            case EITHER ->
                takes(shape.alternatives().get(0), tree)
                        || takes(shape.alternatives().get(1), tree);
        };
    }

    static boolean isScalar(Tree tree, ScalarTree.Kind kind) {
        return tree instanceof ScalarTree scalar && scalar.kind() == kind;
    }

    private void checkText(Shape shape, String text) {
        if (text.isEmpty() && shape.isEmptyUnset()) {
            return;
        }
        Optional<String> complaint = shape.complaint(text);
        if (complaint.isPresent()) {
            Shape.Wider wider = shape.wider().orElse(null);
            if (wider != null && wider.grammar().apply(text).isEmpty()) {
                walk.rewritable(
                        wider.versions(),
                        shape.complaintCode(),
                        Problem.quote(text) + " is valid as " + walk.name(),
                        complaint.get());
            } else {
                walk.error(
                        shape.complaintCode(),
                        ShapeTexts.invalid(shape, text, walk),
                        ShapeTexts.toCorrect(shape, text, complaint.get()));
            }
            return;
        }
        Grammar advice = shape.advice().orElse(null);
        Optional<String> hint = advice == null ? Optional.empty() : advice.apply(text);
        if (advice != null && hint.isPresent()) {
            walk.warning(advice.code(), ShapeTexts.invalid(shape, text, walk), hint.get());
        }
    }

    private void checkRange(Shape shape, ScalarTree scalar) {
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
        if (!fits || number < shape.min() || number > shape.max()) {
            walk.error(
                    ProblemCodes.OUT_OF_RANGE,
                    walk.name() + " is " + ShapeTexts.asRead(scalar, Problem.quote(text)) + "; a whole number from "
                            + shape.min() + " to " + shape.max() + " is expected",
                    "write a number within the range");
        }
    }

    private void checkQuantity(String text) {
        Optional<String> complaint = Grammar.QUANTITY.apply(text);
        if (complaint.isPresent()) {
            walk.error(
                    Grammar.QUANTITY.code(),
                    text.isEmpty() ? walk.name() + " is empty" : walk.name() + " is " + Problem.quote(text),
                    complaint.get());
        }
    }

    private void checkValue(Shape shape, String text) {
        if (text.isEmpty() && shape.isEmptyUnset()) {
            return;
        }
        if (shape.values().contains(text)) {
            VersionRange versions = shape.versionsOf(text);
            if (!versions.isAll()) {
                walk.versioned(
                        versions,
                        ProblemCodes.UNKNOWN_VALUE,
                        Problem.quote(text) + " is a value of " + walk.name(),
                        "write another value");
            }
            return;
        }
        Optional<String> meant = ShapeTexts.nearest(text, shape.values());
        String known = ShapeTexts.listed(shape.values());
        walk.error(
                ProblemCodes.UNKNOWN_VALUE,
                walk.name()
                        + (text.isEmpty()
                                ? " is empty"
                                : " is " + Problem.quote(text) + ", which is not one of its values"),
                meant.isPresent()
                        ? "did you mean `" + meant.get() + "`? The values are " + known
                        : "write one of " + known);
    }

    private void checkItems(Shape shape, ListTree list) {
        if (list.isEmpty() && shape.isNotEmpty()) {
            walk.error(
                    ProblemCodes.LIST_EMPTY,
                    walk.name() + " is an empty list; at least one item is expected",
                    "write an item, or remove the list");
        }
        Shape item = shape.item();
        if (item.kind() == Shape.Kind.ANY) {
            return;
        }
        List<Tree> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            walk.enter("", i);
            check(item, items.get(i));
            walk.leave();
        }
    }

    private void checkEntries(Shape shape, MapTree map) {
        Shape value = shape.item();
        for (int i = 0; i < map.size(); i++) {
            String key = map.keyAt(i);
            walk.enter(key, -1);
            Optional<String> complaint = shape.complaint(key);
            if (complaint.isPresent()) {
                walk.error(
                        shape.complaintCode(),
                        Problem.quote(key) + " is not valid as a key" + walk.ofParent(),
                        complaint.get());
            }
            check(value, map.valueAt(i));
            walk.leave();
        }
    }

    private void checkKeys(ShapeKeys keys, MapTree map) {
        // The rules of which one key is set, and those of which more are: most rules need no look at the map after
        // that.
        long once = 0;
        long more = 0;
        boolean isPlain = true;
        for (int i = 0; i < map.size(); i++) {
            String name = map.keyAt(i);
            int position = keys.position(name);
            walk.enter(name, -1);
            if (position >= 0) {
                Tree value = map.valueAt(i);
                long rules = keys.rules(position);
                isPlain &= rules == 0 || !isEmpty(value);
                more |= once & rules;
                once |= rules;
                if (keys.isNullUnset() && value instanceof ScalarTree scalar && scalar.isNull()) {
                    checkNull(keys, keys.all().get(position), scalar);
                } else {
                    checkKey(keys, keys.all().get(position), value);
                }
            } else if (!keys.isOpen() || keys.hint(name).isPresent()) {
                walk.error(
                        ProblemCodes.UNKNOWN_KEY,
                        Problem.quote(name) + ShapeTexts.written(Problem.quote(name)) + " is not a key"
                                + ShapeTexts.of(keys, walk),
                        ShapeTexts.inPlaceOf(keys, map, name));
            }
            walk.leave();
        }
        checkRules(keys, map, once, isPlain ? more | keys.undecided() : -1);
    }

    /** Reports a null that is as good as no key, except where the API server applies the object. */
    private void checkNull(ShapeKeys keys, ShapeKey key, ScalarTree value) {
        boolean isAllowed = key.shape().isNullable() || key.shape().kind() == Shape.Kind.ANY;
        if (keys.isNullRefusedByApply() && !isAllowed && !key.isRequired()) {
            walk.warning(
                    ProblemCodes.NULL_VALUE,
                    walk.name() + " is " + ShapeTexts.asRead(value, "null")
                            + "; server-side apply refuses that, and elsewhere it is as good as no key",
                    "write a value, or remove it");
        }
    }

    /** Whether a value may be none to the API server. */
    private static boolean isEmpty(Tree value) {
        return value instanceof ScalarTree scalar
                ? scalar.isNull() || scalar.isString() && scalar.text().isEmpty()
                : value instanceof ListTree list && list.isEmpty();
    }

    /**
     * Checks what holds between keys. What the bits decide is not looked up: of a rule in {@code once}, a key is set, and only that
     * one unless it is in {@code more}.
     */
    private void checkRules(ShapeKeys keys, MapTree map, long once, long more) {
        // By position, since most maps have few keys, and an iterator for each rule would be most of what a check
        // allocates.
        List<ShapeKey> required = keys.required();
        int rule = 0;
        for (int i = 0; i < required.size(); i++, rule++) {
            if (isOne(once, more, rule)) {
                continue;
            }
            ShapeKey key = required.get(i);
            if (!isSet(keys, map, key.name()) && isRequired(key)) {
                walk.enter(key.name(), -1);
                walk.error(
                        ProblemCodes.MISSING_KEY,
                        "`" + key.name() + "` is missing" + ShapeTexts.in(keys, walk),
                        ShapeTexts.toAdd(key.shape(), walk));
                walk.leave();
            }
        }
        List<ShapeKeys.Choice> choices = keys.choices();
        for (int i = 0; i < choices.size(); i++, rule++) {
            ShapeKeys.Choice choice = choices.get(i);
            if (!isOne(once, more, rule) && !(isNone(once, more, rule) && choice.need() == ShapeKeys.Need.OPTIONAL)) {
                checkChoice(keys, choice, map);
            }
        }
        List<ShapeKeys.Condition> conditions = keys.conditions();
        for (int i = 0; i < conditions.size(); i++, rule++) {
            ShapeKeys.Condition condition = conditions.get(i);
            boolean holds = condition.isRequired() ? isOne(once, more, rule) : isNone(once, more, rule);
            if (!holds) {
                checkCondition(keys, condition, map);
            }
        }
    }

    private static boolean isOne(long once, long more, int rule) {
        return (once & ~more & ShapeKeys.bit(rule)) != 0;
    }

    private static boolean isNone(long once, long more, int rule) {
        return ((once | more) & ShapeKeys.bit(rule)) == 0;
    }

    /** Whether the API server finds a value: an empty list is none, and an empty text is none in some fields. */
    private static boolean isGiven(ShapeKeys keys, MapTree map, String name) {
        ShapeKey key = keys.get(name);
        boolean isEmptyText = map.get(name) instanceof ScalarTree scalar
                && scalar.isString()
                && scalar.text().isEmpty()
                && key != null
                && key.shape().isEmptyUnset();
        boolean isEmptyList = map.get(name) instanceof ListTree list && list.isEmpty();
        return isSet(keys, map, name) && !isEmptyText && !isEmptyList;
    }

    private void checkCondition(ShapeKeys keys, ShapeKeys.Condition condition, MapTree map) {
        String value = Trees.text(map, condition.key());
        boolean isSet = isGiven(keys, map, condition.name());
        @Nullable Tree other = map.get(condition.key());
        boolean isText = other == null || Trees.isNull(other) || isScalar(other, ScalarTree.Kind.STRING);
        if (isSet == condition.isRequired() || !isText || !condition.values().contains(value)) {
            return;
        }
        String name = "`" + condition.name() + "`";
        String key = "`" + condition.key() + "`";
        walk.enter(condition.name(), -1);
        if (condition.isRequired()) {
            walk.error(
                    ProblemCodes.MISSING_KEY,
                    name + " is missing" + ShapeTexts.in(keys, walk) + ", where " + key
                            + (value.isEmpty() ? " is not set" : " is `" + value + "`"),
                    value.isEmpty() ? "write it, or set " + key : "write it, or another value of " + key);
        } else {
            walk.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    name + " cannot be set"
                            + (value.isEmpty() ? " without " + key : " with `" + condition.key() + ": " + value + "`"),
                    value.isEmpty() ? "remove it, or set " + key : "remove it, or write another value of " + key);
        }
        walk.leave();
    }

    private void checkKey(ShapeKeys keys, ShapeKey key, Tree value) {
        ShapeKey.Ignored note = key.ignored().orElse(null);
        if (note != null) {
            walk.warning(ProblemCodes.IGNORED_KEY, note.what(), note.remedy());
        }
        boolean isKnown = key.versions().isAll()
                || walk.versioned(
                        key.versions(),
                        ProblemCodes.UNKNOWN_KEY,
                        Problem.quote(key.name()) + " is a key" + ShapeTexts.of(keys, walk),
                        "remove it");
        if (isKnown) {
            check(key.shape(), value);
        }
    }

    private boolean isRequired(ShapeKey key) {
        VersionRange range = key.requiredIn().orElse(null);
        if (range == null || range.isAll()) {
            return range != null;
        }
        ProductVersion target = walk.targets.of(range.product()).orElse(null);
        return target != null && range.contains(target);
    }

    private static boolean isSet(ShapeKeys keys, MapTree map, String name) {
        @Nullable Tree value = map.get(name);
        return value != null && !(keys.isNullUnset() && Trees.isNull(value));
    }

    /** Where keys exclude each other, the API treats an empty text or list as missing. */
    private static boolean isChosen(ShapeKeys keys, MapTree map, String name) {
        Tree value = map.get(name);
        if (value == null) {
            return false;
        }
        boolean isEmpty = value instanceof ScalarTree scalar
                        && scalar.isString()
                        && scalar.text().isEmpty()
                || value instanceof ListTree list && list.isEmpty() && isList(keys, name);
        return !(keys.isNullUnset() && (Trees.isNull(value) || isEmpty));
    }

    private static boolean isList(ShapeKeys keys, String name) {
        ShapeKey key = keys.get(name);
        return key != null && key.shape().kind() == Shape.Kind.LIST;
    }

    private void checkChoice(ShapeKeys keys, ShapeKeys.Choice choice, MapTree map) {
        String first = "";
        List<String> names = choice.names();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!isChosen(keys, map, name)) {
                continue;
            }
            if (first.isEmpty()) {
                first = name;
            } else if (choice.need() != ShapeKeys.Need.SOME) {
                walk.enter(name, -1);
                walk.error(
                        ProblemCodes.EXCLUSIVE_KEYS,
                        "`" + first + "` and `" + name + "` exclude each other",
                        "keep one of them");
                walk.leave();
            }
        }
        if (first.isEmpty() && choice.need() != ShapeKeys.Need.OPTIONAL) {
            String what = walk.name() + " has none of " + ShapeTexts.listed(choice.names());
            String remedy = choice.names().size() == 1 ? "write it" : "write one of them";
            if (choice.need() == ShapeKeys.Need.ADVISED) {
                walk.warning(ProblemCodes.MISSING_KEY, what, remedy);
            } else {
                walk.error(ProblemCodes.MISSING_KEY, what, remedy);
            }
        }
    }
}
