package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/**
 * A check of a set of manifests. Users can write their own, besides those of {@link Checks}.
 *
 * <p>A problem of an object has a place that names it, see {@link ManifestSet#place}: so it is shown with file and line, and can be
 * waived for the object.
 *
 * <p>A check keeps no state, never throws, and finds the same problems in the same order for equal sets. Several threads may
 * call it at once.
 */
public interface Check {
    /** The check's name in lower camel case, for instance to leave the check out. It stays the same between releases. */
    String name();

    /** How much of a set a check looks at. A caller with many objects need not keep more of them. */
    enum Reach {
        /** Each object alone, whatever else is in the set, except for definitions of its kind. */
        OBJECT,
        /** What {@link Links#of} keeps of each object: what objects say of one another. */
        LINKS,
        /** Everything. */
        SET
    }

    /** How much of a set it looks at. Default: everything. */
    default Reach reach() {
        return Reach.SET;
    }

    /**
     * The parts of the check, each with its own reach; together they find what the check finds. Default: the check itself.
     */
    default List<Check> parts() {
        return List.of(this);
    }

    /**
     * Adds every problem of a set.
     *
     * @param manifests the set that is checked
     * @param into the list to which the problems are added, in the order of the set
     */
    void check(ManifestSet manifests, List<Problem> into);
}
