package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Patch, <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>: operations that are applied one after
 * the other, all of them or none. Immutable.
 *
 * <p>Places are JSON Pointers, <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>: {@code
 * /metadata/annotations/a.b~1c}. Errors name the operation, counted from 0, and its pointer, and never a value.
 */
public final class JsonPatch {
    private enum Op {
        ADD,
        REMOVE,
        REPLACE,
        MOVE,
        COPY,
        TEST;

        private final String text = name().toLowerCase(java.util.Locale.ROOT);

        static @Nullable Op of(String text) {
            for (Op op : values()) {
                if (op.text.equals(text)) {
                    return op;
                }
            }
            return null;
        }

        boolean hasValue() {
            return this == ADD || this == REPLACE || this == TEST;
        }

        boolean hasFrom() {
            return this == MOVE || this == COPY;
        }
    }

    private static final class Operation {
        private final Op op;
        private final String path;
        private final String from;
        private final Tree value;

        Operation(Op op, String path, String from, Tree value) {
            this.op = op;
            this.path = path;
            this.from = from;
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Operation that
                    && op == that.op
                    && path.equals(that.path)
                    && from.equals(that.from)
                    && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(op.text, path, from, value);
        }

        @Override
        public String toString() {
            return op.text + " " + (op.hasFrom() ? from + " " : "") + path;
        }
    }

    /** The reason why an operation cannot be applied. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;
        private final String remedy;

        Failure(String what, String remedy) {
            super(what, null, false, false);
            this.what = what;
            this.remedy = remedy;
        }
    }

    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = operations;
    }

    /**
     * A patch as the RFC writes it: a list of maps with {@code op}, {@code path}, and {@code value} or {@code from}.
     * Other keys are ignored, as the RFC requires.
     *
     * @throws DeployException.InvalidInput if the list is not a JSON Patch, with every problem
     */
    public static JsonPatch of(ListTree document) {
        List<Operation> operations = new ArrayList<>(document.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < document.size(); i++) {
            if (document.get(i) instanceof MapTree map) {
                Operation operation = operation(map, i, problems);
                if (operation != null) {
                    operations.add(operation);
                }
            } else {
                problems.add(invalid(
                        i,
                        "operation " + i + " is " + document.get(i).describe() + ", not a map",
                        "give `op`, `path`, and `value` or `from`"));
            }
        }
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
        return new JsonPatch(List.copyOf(operations));
    }

    /** A builder without operations. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The tree after all operations.
     *
     * @throws DeployException.InvalidInput if one of them cannot be applied; then none is applied
     */
    public Tree apply(Tree target) {
        Tree result = target;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            try {
                result = apply(operation, result);
            } catch (Failure e) {
                throw new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.JSON_PATCH_FAILED,
                        Location.of(TreePath.child("patch", i)),
                        "operation " + i + ", " + Problem.quote(operation.toString()) + ", cannot be applied: "
                                + e.what,
                        e.remedy));
            }
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPatch that && operations.equals(that.operations);
    }

    @Override
    public int hashCode() {
        return operations.hashCode();
    }

    /** The operations and their pointers, without values, since they may be secret. */
    @Override
    public String toString() {
        return "JSON patch " + operations;
    }

    private static @Nullable Operation operation(MapTree map, int index, List<Problem> problems) {
        int before = problems.size();
        String name = string(map, "op", index, problems);
        String path = string(map, "path", index, problems);
        Op op = name == null ? null : Op.of(name);
        if (name != null && op == null) {
            problems.add(invalid(
                    index,
                    "operation " + index + " has the unknown `op` " + Problem.quote(name),
                    "use one of `add`, `remove`, `replace`, `move`, `copy`, `test`"));
        }
        checkPointer(path, "path", index, problems);
        Tree value = map.get("value");
        String from = "";
        if (op != null && op.hasValue() && value == null) {
            problems.add(invalid(index, "operation " + index + " has no `value`", "add one; null is allowed"));
        }
        if (op != null && op.hasFrom()) {
            String given = string(map, "from", index, problems);
            checkPointer(given, "from", index, problems);
            from = given == null ? "" : given;
        }
        if (problems.size() > before || op == null || path == null) {
            return null;
        }
        return new Operation(op, path, from, op.hasValue() && value != null ? value : ScalarTree.ofNull());
    }

    private static @Nullable String string(MapTree map, String key, int index, List<Problem> problems) {
        Tree value = map.get(key);
        if (value instanceof ScalarTree scalar && scalar.isString()) {
            return scalar.text();
        }
        String what = value == null ? "has no `" + key + "`" : "has " + value.describe() + " as `" + key + "`";
        problems.add(invalid(index, "operation " + index + " " + what, "give a string"));
        return null;
    }

    private static void checkPointer(@Nullable String pointer, String key, int index, List<Problem> problems) {
        if (pointer != null && !isPointer(pointer)) {
            problems.add(invalid(
                    index,
                    "operation " + index + " has the `" + key + "` " + Problem.quote(pointer)
                            + ", which is not a JSON Pointer",
                    "start it with `/`, and write `~0` for `~` and `~1` for `/` in a key"));
        }
    }

    private static boolean isPointer(String text) {
        if (!text.isEmpty() && text.charAt(0) != '/') {
            return false;
        }
        for (int i = text.indexOf('~'); i >= 0; i = text.indexOf('~', i + 1)) {
            if (i + 1 == text.length() || text.charAt(i + 1) != '0' && text.charAt(i + 1) != '1') {
                return false;
            }
        }
        return true;
    }

    private static Problem invalid(int index, String what, String remedy) {
        return Problem.error(
                ProblemCodes.JSON_PATCH_INVALID, Location.of(TreePath.child("patch", index)), what, remedy);
    }

    private static Tree apply(Operation operation, Tree target) throws Failure {
        String path = operation.path;
        return switch (operation.op) {
            case ADD -> change(target, path, 0, Op.ADD, operation.value);
            case REMOVE -> change(target, path, 0, Op.REMOVE, operation.value);
            case REPLACE -> change(target, path, 0, Op.REPLACE, operation.value);
            case COPY -> change(target, path, 0, Op.ADD, at(target, operation.from));
            case MOVE -> move(target, operation.from, path);
            case TEST -> {
                if (!isSame(at(target, path), operation.value)) {
                    throw new Failure(
                            "there is another value at " + Problem.quote(path),
                            "correct the test, or patch the object that it was written for");
                }
                yield target;
            }
        };
    }

    private static Tree move(Tree target, String from, String path) throws Failure {
        Tree moved = at(target, from);
        if (path.equals(from)) {
            return target;
        }
        if (path.startsWith(from + "/")) {
            throw new Failure("a value cannot be moved into itself", "move it elsewhere");
        }
        return change(change(target, from, 0, Op.REMOVE, moved), path, 0, Op.ADD, moved);
    }

    /** The tree with the value at the rest of a pointer added, removed or replaced. */
    private static Tree change(Tree tree, String pointer, int from, Op op, Tree value) throws Failure {
        if (from == pointer.length()) {
            if (op == Op.REMOVE) {
                throw new Failure("the whole document cannot be removed", "remove its entries");
            }
            return value;
        }
        int end = end(pointer, from);
        String key = key(pointer, from, end);
        boolean last = end == pointer.length();
        if (tree instanceof MapTree map) {
            Tree old = map.get(key);
            if (last && op == Op.ADD) {
                return map.with(key, value);
            }
            if (old == null) {
                throw missing(pointer, end);
            }
            if (last) {
                return op == Op.REMOVE ? map.without(key) : map.with(key, value);
            }
            return map.with(key, change(old, pointer, end, op, value));
        }
        if (tree instanceof ListTree list) {
            int index = last && op == Op.ADD && key.equals("-") ? list.size() : index(key);
            if (index < 0) {
                throw notAnIndex(pointer, from, key);
            }
            if (last && op == Op.ADD && index <= list.size()) {
                return list.insert(index, value);
            }
            if (index >= list.size()) {
                throw missing(pointer, end);
            }
            if (last) {
                return op == Op.REMOVE ? list.without(index) : list.with(index, value);
            }
            return list.with(index, change(list.get(index), pointer, end, op, value));
        }
        throw missing(pointer, end);
    }

    private static Tree at(Tree target, String pointer) throws Failure {
        Tree here = target;
        int from = 0;
        while (from < pointer.length()) {
            int end = end(pointer, from);
            String key = key(pointer, from, end);
            Tree next = null;
            if (here instanceof MapTree map) {
                next = map.get(key);
            } else if (here instanceof ListTree list) {
                int index = index(key);
                if (index < 0) {
                    throw notAnIndex(pointer, from, key);
                }
                next = index < list.size() ? list.get(index) : null;
            }
            if (next == null) {
                throw missing(pointer, end);
            }
            here = next;
            from = end;
        }
        return here;
    }

    private static int end(String pointer, int from) {
        int slash = pointer.indexOf('/', from + 1);
        return slash < 0 ? pointer.length() : slash;
    }

    private static String key(String pointer, int from, int end) {
        String key = pointer.substring(from + 1, end);
        return key.indexOf('~') < 0 ? key : key.replace("~1", "/").replace("~0", "~");
    }

    /** The index of a list, without sign or leading zero; -1 if the text is not an index. */
    private static int index(String key) {
        if (key.isEmpty() || key.length() > 9 || key.length() > 1 && key.charAt(0) == '0') {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + (c - '0');
        }
        return index;
    }

    private static Failure missing(String pointer, int end) {
        return new Failure(
                "there is nothing at " + Problem.quote(pointer.substring(0, end)),
                "correct the pointer, or add it first");
    }

    private static Failure notAnIndex(String pointer, int from, String key) {
        return new Failure(
                Problem.quote(pointer.substring(0, from)) + " is a list, and " + Problem.quote(key)
                        + " is not an index of it",
                "count from 0, without leading zeros, or add at `-` for the end");
    }

    /** Equality as the RFC defines it: numbers are compared by value. */
    private static boolean isSame(Tree a, Tree b) {
        if (a instanceof MapTree left && b instanceof MapTree right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                Tree other = right.get(left.keyAt(i));
                if (other == null || !isSame(left.valueAt(i), other)) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof ListTree left && b instanceof ListTree right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!isSame(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof ScalarTree left && b instanceof ScalarTree right && left.kind() != right.kind()) {
            BigDecimal leftNumber = left.number();
            BigDecimal rightNumber = right.number();
            return leftNumber != null && rightNumber != null && leftNumber.compareTo(rightNumber) == 0;
        }
        return a.equals(b);
    }

    /** Collects operations. Pointers are checked by {@link #build()}. Not thread-safe. */
    public static final class Builder {
        private final List<Tree> operations = new ArrayList<>();

        private Builder() {}

        /** Adds an entry to a map, an item before the one at a list's index, or one at its end with {@code -}. */
        public Builder add(String path, Tree value) {
            return put("add", path, "value", value);
        }

        /** Removes the value at a place. */
        public Builder remove(String path) {
            operations.add(
                    MapTree.builder(2).put("op", "remove").put("path", path).build());
            return this;
        }

        /** Replaces the value at a place. */
        public Builder replace(String path, Tree value) {
            return put("replace", path, "value", value);
        }

        /** Moves the value at a place to another place. */
        public Builder move(String from, String path) {
            return put("move", path, "from", ScalarTree.of(from));
        }

        /** Copies the value at a place to another place. */
        public Builder copy(String from, String path) {
            return put("copy", path, "from", ScalarTree.of(from));
        }

        /** Requires that a place has this value. */
        public Builder test(String path, Tree value) {
            return put("test", path, "value", value);
        }

        /**
         * The patch.
         *
         * @throws DeployException.InvalidInput if a path is not a JSON Pointer
         */
        public JsonPatch build() {
            return JsonPatch.of(ListTree.of(operations));
        }

        private Builder put(String op, String path, String key, Tree value) {
            operations.add(MapTree.builder(3)
                    .put("op", op)
                    .put("path", path)
                    .put(key, value)
                    .build());
            return this;
        }
    }
}
