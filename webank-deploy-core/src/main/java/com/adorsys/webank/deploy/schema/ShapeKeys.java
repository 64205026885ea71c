package com.adorsys.webank.deploy.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a map, and what holds between them. Immutable. */
public final class ShapeKeys {
    private final String typeName;
    private final String title;
    private final List<ShapeKey> keys;
    private final List<ShapeKey> required;
    /** The positions of the keys by their hash, with open addressing; -1 in an empty place. At most half of it is taken. */
    private final int[] table;

    /** The rules that each key takes part in. */
    private final long[] rules;

    private final long undecided;

    private final Map<String, String> hints;
    private final List<Choice> choices;
    private final List<Condition> conditions;
    private final boolean open;
    private final Nulls nulls;

    /** What a null is. */
    enum Nulls {
        /** A value like others, of no type. */
        VALUES,
        /** As good as no key. */
        UNSET,
        /** The same, except in server-side apply, which refuses it. */
        UNSET_UNLESS_APPLIED
    }

    ShapeKeys(
            String typeName,
            String title,
            Map<String, ShapeKey> index,
            Map<String, String> hints,
            List<Choice> choices,
            List<Condition> conditions,
            boolean open,
            Nulls nulls) {
        this.typeName = typeName;
        this.title = title;
        this.keys = List.copyOf(index.values());
        this.required = required(keys);
        this.hints = hints;
        this.choices = List.copyOf(choices);
        this.conditions = List.copyOf(conditions);
        this.table = table(keys);
        this.rules = new long[keys.size()];
        this.undecided = markRules();
        this.open = open;
        this.nulls = nulls;
    }

    private static int[] table(List<ShapeKey> keys) {
        int[] table = new int[Integer.highestOneBit(Math.max(keys.size(), 1)) * 4];
        Arrays.fill(table, -1);
        for (int i = 0; i < keys.size(); i++) {
            int place = place(keys.get(i).name(), table.length);
            while (table[place] >= 0) {
                place = (place + 1) & (table.length - 1);
            }
            table[place] = i;
        }
        return table;
    }

    private static int place(String name, int length) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & (length - 1);
    }

    /** Finds the rules of each key, and returns those that they do not decide. */
    private long markRules() {
        int rule = 0;
        long others = 0;
        for (ShapeKey key : required) {
            others |= mark(key.name(), rule++);
        }
        for (Choice choice : choices) {
            for (String name : choice.names()) {
                others |= mark(name, rule);
            }
            rule++;
        }
        for (Condition condition : conditions) {
            others |= mark(condition.name(), rule++);
        }
        return others;
    }

    private long mark(String name, int rule) {
        int position = position(name);
        if (position < 0 || rule >= 63) {
            return bit(rule);
        }
        rules[position] |= bit(rule);
        return 0;
    }

    private static List<ShapeKey> required(List<ShapeKey> keys) {
        List<ShapeKey> required = new ArrayList<>();
        for (ShapeKey key : keys) {
            if (key.requiredIn().isPresent()) {
                required.add(key);
            }
        }
        return List.copyOf(required);
    }

    /** The name of the described type, {@code core/v1.Container}; empty for keys that were put together otherwise. */
    public String typeName() {
        return typeName;
    }

    /** What the map is, in the words of a message: {@code the chart webank-obs}; may be empty. */
    public String title() {
        return title;
    }

    /** The keys, in the order in which they were named. */
    public List<ShapeKey> all() {
        return keys;
    }

    /** A key by its name; null if it is not a known one. */
    public @Nullable ShapeKey get(String name) {
        int position = position(name);
        return position < 0 ? null : keys.get(position);
    }

    /** The position of a key among {@link #all}, 0 for the first; negative if it is not a known one. */
    public int position(String name) {
        int place = place(name, table.length);
        for (int position = table[place]; position >= 0; position = table[place]) {
            if (keys.get(position).name().equals(name)) {
                return position;
            }
            place = (place + 1) & (table.length - 1);
        }
        return -1;
    }

    /**
     * The rules that a key takes part in, as bits: first those of {@link #required}, each of one key; then {@link #choices};
     * then {@link #conditions}, of the key that depends on the other one.
     *
     * @param position the key's position among {@link #all}
     */
    public long rules(int position) {
        return rules[position];
    }

    /** The rules that {@link #rules(int)} does not decide: of a key that is not known, or after the first 63. */
    public long undecided() {
        return undecided;
    }

    /** The bit of a rule; those after the first 63 share one. */
    public static long bit(int rule) {
        return 1L << Math.min(rule, 63);
    }

    /** Keys of which only one may be set, or one must be. */
    public List<Choice> choices() {
        return choices;
    }

    /** Keys that depend on the value of another one. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Whether a map without any key is valid. */
    boolean takesEmpty() {
        for (Choice choice : choices) {
            if (choice.need() == Need.REQUIRED || choice.need() == Need.SOME) {
                return false;
            }
        }
        for (Condition condition : conditions) {
            if (condition.isRequired() && condition.values().contains("")) {
                return false;
            }
        }
        return requiredNames().isEmpty();
    }

    /** What to do about a well-known wrong key. */
    public Optional<String> hint(String name) {
        return Optional.ofNullable(hints.get(name));
    }

    Map<String, String> hints() {
        return hints;
    }

    /** Whether other keys are allowed. */
    public boolean isOpen() {
        return open;
    }

    /** Whether a null is treated as a missing key. */
    public boolean isNullUnset() {
        return nulls != Nulls.VALUES;
    }

    /** Whether server-side apply refuses a null that is otherwise treated as a missing key. */
    public boolean isNullRefusedByApply() {
        return nulls == Nulls.UNSET_UNLESS_APPLIED;
    }

    /** The names of the keys: the required ones, then those of which one must be set, then the others. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>(requiredNames());
        for (Choice choice : choices) {
            names.addAll(choice.names());
        }
        for (ShapeKey key : keys) {
            names.add(key.name());
        }
        return new ArrayList<>(names);
    }

    /** The keys that some or all versions require. */
    public List<ShapeKey> required() {
        return required;
    }

    /** The names of the keys that every version requires. */
    public List<String> requiredNames() {
        List<String> names = new ArrayList<>();
        for (ShapeKey key : required) {
            if (key.isRequired()) {
                names.add(key.name());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return names().toString();
    }

    /**
     * Keys of which one must be set, or that exclude each other.
     *
     * @param names the keys
     * @param need which of both
     */
    public record Choice(List<String> names, Need need) {}

    /**
     * A key that depends on the value of another one.
     *
     * @param key the other one, a text
     * @param values those of its values that decide; an empty text also stands for a key that is not set
     * @param name the key that depends on it
     * @param isRequired whether it must be set then; otherwise it must not
     */
    public record Condition(String key, List<String> values, String name, boolean isRequired) {}

    /** How many of several keys must be set. */
    public enum Need {
        /** One or none. */
        OPTIONAL,
        /** One; none is a warning: the API server accepts it. */
        ADVISED,
        /** One. */
        REQUIRED,
        /** At least one. */
        SOME
    }
}
