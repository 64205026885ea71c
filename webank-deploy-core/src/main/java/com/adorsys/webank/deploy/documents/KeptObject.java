package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;

/**
 * What is kept of an object until all files are read: the part of it that is still to be checked, and the places of that part.
 * These are numbers in the order of the tree, since a table by path would be some times as large as the object.
 */
final class KeptObject {
    private final Manifest manifest;
    private final DocumentFile file;
    private final String shownId;
    /** Line and column of the object, then of each part of the tree. */
    private final int[] places;

    private KeptObject(Manifest manifest, DocumentFile file, String shownId, int[] places) {
        this.manifest = manifest;
        this.file = file;
        this.shownId = shownId;
        this.places = places;
    }

    /** A part of an object, which may be the whole. */
    static KeptObject of(CheckedObject object, Manifest part) {
        return new KeptObject(
                part,
                object.document().file(),
                object.shownId(),
                object.document().locations().numbers(part.tree()));
    }

    /** A copy with an equal manifest. */
    KeptObject with(Manifest equal) {
        return new KeptObject(equal, file, shownId, places);
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

    /** The place of a path inside the object, as it is shown. */
    Location place(String inside) {
        return CheckedObject.shown(
                Locations.restored(file.name(), manifest.tree(), places).of(inside), manifest, shownId);
    }
}
