package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Set;

/** An object of a document, and where it stands. Immutable. */
final class CheckedObject {
    /** The groups of objects that the API server answers and does not keep, so that they need no name. */
    private static final Set<String> ANSWERED = Set.of("authentication.k8s.io/v1", "authorization.k8s.io/v1");

    private final Manifest manifest;
    private final Document document;
    private final String shownId;

    private CheckedObject(Manifest manifest, Document document, String shownId) {
        this.manifest = manifest;
        this.document = document;
        this.shownId = shownId;
    }

    /** Whether the API server makes the name of an object, or it needs none, so that each must be given another one here. */
    static boolean isNameless(Document document) {
        MapTree map = Trees.map(document.tree());
        return !Trees.isSet(Trees.map(map, "metadata"), "name");
    }

    /**
     * The object of a document. One that lets the API server make its name has a name as that server makes it, and is shown
     * without what is random.
     *
     * @param number different for each object of a run
     * @throws DeployException.InvalidInput with everything that is wrong with its type and name
     */
    static CheckedObject of(Document document, int number) {
        MapTree map = Trees.map(document.tree());
        MapTree metadata = Trees.map(map, "metadata");
        String prefix = Trees.text(metadata, "generateName");
        boolean hasName = Trees.isSet(metadata, "name");
        if (hasName || prefix.isEmpty() && !ANSWERED.contains(Trees.text(map, "apiVersion"))) {
            Manifest manifest = Manifest.of(map, document.locations());
            return new CheckedObject(manifest, document, manifest.toString());
        }
        String random = Integer.toString(number % 60_466_176 + 60_466_176, 36).substring(1);
        MapTree named = Trees.with(map, metadata.with("name", ScalarTree.of(prefix + random)), "metadata");
        Manifest manifest = Manifest.of(named, document.locations());
        String id = manifest.toString();
        return new CheckedObject(manifest, document, id.substring(0, id.length() - random.length()));
    }

    Manifest manifest() {
        return manifest;
    }

    Document document() {
        return document;
    }

    /** The id as it is shown. */
    String shownId() {
        return shownId;
    }

    /** The place of a path inside the object, as it is shown. */
    Location place(String inside) {
        return shown(document.locations().of(inside));
    }

    /** The place of what a check of this object alone found, as it is shown; one that does not name the object keeps its path. */
    Location place(Location found) {
        return found.object().isPresent() ? place(found.inside()) : place("").withPath(found.path());
    }

    /** A place inside the object as it is shown. */
    Location shown(Location inside) {
        return shown(inside, manifest, shownId);
    }

    /** A place inside an object as it is shown: of one whose name was made, without the name. */
    static Location shown(Location inside, Manifest manifest, String shownId) {
        return shownId.equals(manifest.toString())
                ? inside.in(manifest.id())
                : inside.withPath(Location.join(shownId, inside.path()));
    }
}
