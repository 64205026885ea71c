package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the objects of kinds that nobody describes, of which only the metadata is checked. */
final class Undescribed {
    private final SortedSet<String> kinds = new TreeSet<>();
    private int objects;

    void addAll(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            objects++;
            kinds.add(Problem.quote(manifest.kind()) + " of " + Problem.quote(manifest.apiVersion()));
        }
    }

    /** {@code of 2 objects only the metadata was checked: `Shop` of `example.com/v1`}; empty if there are none. */
    Optional<String> text() {
        return objects == 0
                ? Optional.empty()
                : Optional.of("of " + objects + (objects == 1 ? " object" : " objects")
                        + " only the metadata was checked: " + String.join(", ", kinds));
    }
}
