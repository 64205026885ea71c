package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The remedies of problems with unknown names. */
final class Remedies {
    static final int MOST_LISTED = 8;

    private Remedies() {}

    /** The remedy for an unknown name: the nearest known name, or else the known names, or else another remedy. */
    static String meant(String name, Set<String> known, String what, String otherwise) {
        Optional<String> near = name.length() > 80 ? Optional.empty() : Names.nearest(name, known);
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`? If not, " + otherwise;
        }
        return among(known, what, otherwise);
    }

    static String among(Set<String> known, String what, String otherwise) {
        if (known.isEmpty() || known.size() > MOST_LISTED) {
            return otherwise;
        }
        List<String> sorted = new ArrayList<>(known);
        sorted.sort(null);
        return otherwise + "; there are the " + what + " `" + String.join("`, `", sorted) + "`";
    }
}
