package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Tree;

/** One document of a YAML text: its tree, and the places of its parts. Immutable. */
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

    /** The content of the document. */
    public Tree tree() {
        return tree;
    }

    /**
     * The places of the document's parts: of an entry of a map that of its key, of an item of a list that of the item.
     * Values that an alias or a merge key inserts have the place where they are inserted.
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
