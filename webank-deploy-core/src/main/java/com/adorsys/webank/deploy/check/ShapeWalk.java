package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the check of a tree is. Paths are put together only for problems. */
final class ShapeWalk {
    /** The path at which it begins; empty for the whole tree. */
    private final String start;

    private final Locations locations;
    private final List<Problem> problems;
    final Targets targets;
    private String[] keys = new String[12];
    private int[] positions = new int[12];
    private int depth;

    ShapeWalk(Locations locations, List<Problem> problems, Targets targets) {
        this("", locations, problems, targets);
    }

    private ShapeWalk(String start, Locations locations, List<Problem> problems, Targets targets) {
        this.start = start;
        this.locations = locations;
        this.problems = problems;
        this.targets = targets;
    }

    /** A walk that is at a path, for a problem there. */
    static ShapeWalk at(String path, Locations locations, List<Problem> problems, Targets targets) {
        return new ShapeWalk(path, locations, problems, targets);
    }

    /**
     * Reports what not every version has: an error if the version that is checked for does not have it, a warning if
     * none was named.
     *
     * @param fact a sentence without its end, as in {@code `x` is a key of `y`}
     * @return whether it may be there
     */
    boolean versioned(VersionRange range, String code, String fact, String remedy) {
        return versioned(
                range,
                code,
                fact,
                remedy,
                "make sure that your cluster has such a version, or check for the version that it has");
    }

    /** As {@link #versioned}, for what can be written in another way, which every version accepts. */
    void rewritable(VersionRange range, String code, String fact, String remedy) {
        versioned(range, code, fact, remedy, remedy);
    }

    private boolean versioned(VersionRange range, String code, String fact, String remedy, String remedyOfWarning) {
        Optional<ProductVersion> target = targets.of(range.product());
        if (target.isEmpty()) {
            warning(ProblemCodes.VERSION_DEPENDENT, fact + " only in " + range, remedyOfWarning);
            return true;
        }
        if (range.contains(target.get())) {
            return true;
        }
        error(code, fact + " only in " + range + ", and not in " + target.get(), remedy);
        return false;
    }

    /** Goes to a key, or, where the position is not negative, to an item. */
    void enter(String key, int position) {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
            positions = Arrays.copyOf(positions, depth * 2);
        }
        keys[depth] = key;
        positions[depth] = position;
        depth++;
    }

    void leave() {
        depth--;
    }

    private String path() {
        String path = start;
        for (int i = 0; i < depth; i++) {
            path = positions[i] < 0 ? TreePath.child(path, keys[i]) : TreePath.child(path, positions[i]);
        }
        return path;
    }

    /** The last key with the positions after it, in backticks. */
    String name() {
        String name = name(depth);
        return name.isEmpty() ? "the document" : Problem.quote(name);
    }

    private String name(int end) {
        int from = end - 1;
        while (from >= 0 && positions[from] >= 0) {
            from--;
        }
        String name = from >= 0 ? keys[from] : nameOfTree();
        for (int i = Math.max(from + 1, 0); i < end; i++) {
            name = TreePath.child(name, positions[i]);
        }
        return name;
    }

    private String nameOfTree() {
        return locations.object().isPresent() ? locations.object().get().toString() : "";
    }

    /** {@code of `parent`}, or nothing for a key of the whole document. */
    String ofParent() {
        String parent = name(depth - 1);
        return parent.isEmpty() ? "" : " of `" + parent + "`";
    }

    /** {@code `key: value`}, or {@code `- value`} for an item of a list. */
    String entry(String value) {
        if (depth == 0) {
            return "`" + value + "`";
        }
        return positions[depth - 1] >= 0 ? "`- " + value + "`" : Problem.quote(keys[depth - 1] + ": " + value);
    }

    void error(String code, String what, String remedy) {
        problems.add(Problem.error(code, location(), what, remedy));
    }

    void warning(String code, String what, String remedy) {
        problems.add(Problem.warning(code, location(), what, remedy));
    }

    private Location location() {
        return locations.of(path());
    }
}
