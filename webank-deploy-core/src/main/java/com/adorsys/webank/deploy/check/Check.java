package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/**
 * Something that must hold for a set of manifests. Users write their own beside those of {@link Checks}.
 *
 * <p>A check keeps no state, throws nothing for any set, and finds the same problems in the same order for equal sets.
 */
public interface Check {
    /** The name by which the check is left out or told: a word in lower camel case that stays between releases. */
    String name();

    /**
     * Adds every problem of a set.
     *
     * @param manifests what is checked
     * @param into gets the problems, in the order of the set
     */
    void check(ManifestSet manifests, List<Problem> into);
}
