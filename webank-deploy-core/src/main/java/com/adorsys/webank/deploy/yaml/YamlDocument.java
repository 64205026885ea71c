package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Tree;

/** One document of a YAML text: its tree, and where every part of it stands. Immutable. */
public final class YamlDocument {
    private final String file;
    private final Tree tree;
    private final Locations locations;

    YamlDocument(String file, Tree tree, Locations locations) {
        this.file = file;
        this.tree = tree;
        this.locations = locations;
    }

    /** The name of the file, as it was given to {@link YamlReader}. */
    public String file() {
        return file;
    }

    /** What the document says. */
    public Tree tree() {
        return tree;
    }

    /**
     * Where the document's parts stand: an entry of a map at its key, an item of a list at the item. What an alias or a
     * merge key brings in stands where it is brought in.
     */
    public Locations locations() {
        return locations;
    }

    /** The file and the kind of tree, no content. */
    @Override
    public String toString() {
        return file + ": " + tree;
    }
}
