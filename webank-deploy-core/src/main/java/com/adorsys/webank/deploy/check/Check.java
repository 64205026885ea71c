package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/**
 * A check of a set of manifests. Users can write their own, besides those of {@link Checks}.
 *
 * <p>A check keeps no state, never throws, and finds the same problems in the same order for equal sets.
 */
public interface Check {
    /** The check's name in lower camel case, for instance to leave the check out. It stays the same between releases. */
    String name();

    /**
     * Adds every problem of a set.
     *
     * @param manifests the set that is checked
     * @param into the list to which the problems are added, in the order of the set
     */
    void check(ManifestSet manifests, List<Problem> into);
}
