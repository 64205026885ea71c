package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;

/**
 * What is kept of an object until all files are read: the part of it that is still to be checked, and the places of that part.
 * These are numbers in the order of the tree, since a table by path would be some times as large as the object.
 */
final class KeptObject {
    private final Manifest manifest;
    private final DocumentFile file;
    /** How long the end of the id is that is not shown. */
    private final int hidden;
    /** Line and column of the object, then of each part of the tree. */
    private final int[] places;

    private KeptObject(Manifest manifest, DocumentFile file, int hidden, int[] places) {
        this.manifest = manifest;
        this.file = file;
        this.hidden = hidden;
        this.places = places;
    }

    /** A part of an object, which may be the whole. */
    static KeptObject of(CheckedObject object, Manifest part) {
        return new KeptObject(
                part,
                object.document().file(),
                object.manifest().toString().length() - object.shownId().length(),
                object.document().locations().numbers(part.tree()));
    }

    /** A copy with an equal manifest. */
    KeptObject with(Manifest equal) {
        return new KeptObject(equal, file, hidden, places);
    }

    Manifest manifest() {
        return manifest;
    }

    DocumentFile file() {
        return file;
    }

    /** The place of the whole object, without a path. */
    Location place() {
        return Location.of(file.name(), places[0], places[1], "");
    }

    /** The place of a path that starts with the manifest's id. */
    Location place(String path) {
        String below = CheckedObject.inside(path, manifest);
        Restorer restorer = new Restorer();
        restorer.add("", manifest.tree());
        int length = manifest.toString().length();
        return restorer.table.build().of(below).withPath(path.substring(0, length - hidden) + path.substring(length));
    }

    /** Makes a table by path of the numbers. */
    private final class Restorer {
        private final Locations.Builder table = Locations.builder(file.name());
        private int next;

        private void add(String path, Tree tree) {
            table.put(path, places[next++], places[next++]);
            if (tree instanceof MapTree map) {
                for (int i = 0; i < map.size(); i++) {
                    add(TreePath.child(path, map.keyAt(i)), map.valueAt(i));
                }
            } else if (tree instanceof ListTree list) {
                for (int i = 0; i < list.size(); i++) {
                    add(TreePath.child(path, i), list.get(i));
                }
            }
        }
    }
}
