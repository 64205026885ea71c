package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.Arrays;

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
        Recorder recorder = new Recorder(object.document().locations());
        recorder.add("");
        recorder.visit(part.tree(), "");
        return new KeptObject(
                part,
                object.document().file(),
                object.manifest().toString().length() - object.shownId().length(),
                Arrays.copyOf(recorder.places, recorder.size));
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
        Restorer restorer = new Restorer(Locations.builder(file.name()));
        restorer.add("");
        restorer.visit(manifest.tree(), "");
        int length = manifest.toString().length();
        return restorer.table.build().of(below).withPath(path.substring(0, length - hidden) + path.substring(length));
    }

    /** Goes through a tree in its order. */
    private abstract static class Visitor {
        abstract void add(String path);

        final void visit(Tree tree, String path) {
            if (tree instanceof MapTree map) {
                for (int i = 0; i < map.size(); i++) {
                    String child = TreePath.child(path, map.keyAt(i));
                    add(child);
                    visit(map.valueAt(i), child);
                }
            } else if (tree instanceof ListTree list) {
                for (int i = 0; i < list.size(); i++) {
                    String child = TreePath.child(path, i);
                    add(child);
                    visit(list.get(i), child);
                }
            }
        }
    }

    private static final class Recorder extends Visitor {
        private final Locations locations;
        private int[] places = new int[64];
        private int size;

        private Recorder(Locations locations) {
            this.locations = locations;
        }

        @Override
        void add(String path) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            Location place = locations.of(path);
            places[size++] = place.line();
            places[size++] = place.column();
        }
    }

    private final class Restorer extends Visitor {
        private final Locations.Builder table;
        private int next;

        private Restorer(Locations.Builder table) {
            this.table = table;
        }

        @Override
        void add(String path) {
            table.put(path, places[next++], places[next++]);
        }
    }
}
