package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The ConfigMap that keeps an inventory.
 *
 * <p>Its {@code binaryData} is what counts. Its {@code data} says the same in part for people who look: it is written and
 * never read.
 */
final class InventoryRecord {
    /** What the server allows the values of a ConfigMap together. */
    static final int LARGEST_DATA = 1_048_576;
    /** What the server allows the annotations of an object together. */
    static final int LARGEST_ANNOTATIONS = 262_144;

    private static final String TOOLING = RecordNames.TOOL + "/v1";
    private static final String KEY = "inventory";

    private final Release release;
    private final RecordNames names;

    InventoryRecord(Release release) {
        this.release = release;
        this.names = new RecordNames(release);
    }

    /**
     * The ConfigMap to write.
     *
     * @throws DeployException.Refused if no ConfigMap can hold it
     */
    MapTree write(Inventory inventory) {
        byte[] bytes = InventoryJson.write(inventory);
        MapTree data = data(inventory);
        int size = bytes.length;
        for (int i = 0; i < data.size(); i++) {
            size += length(data.valueAt(i));
        }
        if (size > LARGEST_DATA) {
            throw tooLarge(
                    "the inventory", inventory, size, LARGEST_DATA, "split the set into releases with fewer objects");
        }
        MapTree metadata = metadata(inventory);
        return MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", metadata)
                .put("data", data)
                .put("binaryData", MapTree.of(KEY, Base64.getEncoder().encodeToString(bytes)))
                .build();
    }

    /**
     * The inventory in a ConfigMap.
     *
     * @throws DeployException.Refused if it is no inventory of this release, or cannot be read
     */
    Inventory read(MapTree configMap) {
        MapTree metadata = Trees.map(configMap, "metadata");
        demandOurs(metadata);
        if (metadata.has("deletionTimestamp")) {
            throw new DeployException.Refused("The inventory of " + names.describe() + ", " + describe()
                    + ", is being deleted, and something keeps it by a finalizer. "
                    + "Let its finalizers finish, or remove them, then try again.");
        }
        Optional<String> encoded = configMap.map("binaryData").flatMap(data -> data.string(KEY));
        try {
            if (encoded.isEmpty()) {
                throw new Damaged("`binaryData` has no `" + KEY + "`");
            }
            return InventoryJson.read(decoded(encoded.get())).withMetadata(metadata);
        } catch (Damaged e) {
            throw new DeployException.Refused(
                    "The inventory of " + names.describe() + ", " + describe() + ", is damaged: " + e.getMessage()
                            + ". Restore the ConfigMap from a backup; without one delete it, and apply again: objects"
                            + " of the set that bear the release's label are still its own.",
                    e);
        } catch (InventoryJson.Newer e) {
            throw newer("format " + e.format());
        }
    }

    /** {@code ConfigMap `webank/webank-deploy.obs`}. */
    String describe() {
        return "ConfigMap `" + names.namespace() + "/" + names.name() + "`";
    }

    private void demandOurs(MapTree metadata) {
        MapTree annotations = Trees.map(metadata, "annotations");
        MapTree labels = Trees.map(metadata, "labels");
        String tooling = annotations.string(ApplySet.TOOLING).orElse("");
        String id = labels.string(ApplySet.ID).orElse("");
        if (id.isEmpty() || tooling.isEmpty()) {
            String missing = id.isEmpty() ? "label `" + ApplySet.ID + "`" : "annotation `" + ApplySet.TOOLING + "`";
            throw new DeployException.Refused(OneLine.capital(describe()) + " is there, but is no inventory of "
                    + names.describe() + ": it lacks the " + missing
                    + ". Delete it if nobody needs it, or choose another release name.");
        }
        if (!tooling.equals(TOOLING)) {
            if (tooling.matches(RecordNames.TOOL + "/v[0-9]+")) {
                throw newer("tooling " + Problem.quote(tooling));
            }
            throw new DeployException.Refused(OneLine.capital(describe()) + " is managed by other tooling, "
                    + Problem.quote(tooling) + ", and not by `" + TOOLING
                    + "`. Leave the set to that tool, or choose another release name.");
        }
        if (!id.equals(ApplySet.id(release)) || !names.areOn(metadata)) {
            throw new DeployException.Refused(
                    OneLine.capital(describe()) + " is the inventory of another release: its labels are"
                            + " not those of " + names.describe()
                            + ". It may have been copied from another namespace or name: delete the copy.");
        }
    }

    private DeployException.Refused newer(String what) {
        return new DeployException.Refused("The inventory of " + names.describe() + ", " + describe()
                + ", was written by a newer webank-deploy (" + what + "). Use that version or a newer one.");
    }

    /** Ours over what others have put there: their labels, annotations, finalizers and owners stay. */
    private MapTree metadata(Inventory inventory) {
        MapTree before = inventory.metadata();
        MapTree labels = Trees.map(before, "labels").toBuilder()
                .putAll(names.labels())
                .put(ApplySet.ID, ApplySet.id(release))
                .build();
        MapTree annotations = Trees.map(before, "annotations").toBuilder()
                .put(ApplySet.TOOLING, TOOLING)
                .put(ApplySet.GROUP_KINDS, ApplySet.groupKinds(inventory.members()))
                .put(ApplySet.NAMESPACES, ApplySet.additionalNamespaces(inventory.members(), release.namespace()))
                .build();
        int size = 0;
        for (int i = 0; i < annotations.size(); i++) {
            size += annotations.keyAt(i).getBytes(StandardCharsets.UTF_8).length + length(annotations.valueAt(i));
        }
        if (size > LARGEST_ANNOTATIONS) {
            throw tooLarge(
                    "the list of kinds and namespaces in the annotations of the inventory",
                    inventory,
                    size,
                    LARGEST_ANNOTATIONS,
                    "split the set into releases with fewer namespaces");
        }
        MapTree.Builder metadata = MapTree.builder().put("name", names.name()).put("namespace", names.namespace());
        // With the uid a record that was deleted and made anew is not taken for the one that was read.
        before.string("uid").ifPresent(uid -> metadata.put("uid", uid));
        before.string("resourceVersion").ifPresent(version -> metadata.put("resourceVersion", version));
        metadata.put("labels", labels).put("annotations", annotations);
        metadata.putUnlessEmpty("finalizers", Trees.list(before, "finalizers"));
        metadata.putUnlessEmpty("ownerReferences", Trees.list(before, "ownerReferences"));
        return metadata.build();
    }

    private static MapTree data(Inventory inventory) {
        Attempt attempt = inventory.attempt();
        Origin origin = attempt.origin();
        return MapTree.builder()
                .put("phase", inventory.phase().name())
                .put("revision", Long.toString(attempt.revision()))
                .put("objects", Integer.toString(inventory.members().size()))
                .put("attempt", attempt.id())
                .put("time", origin.time().toString())
                .put("actor", origin.actor())
                .put("source", origin.source())
                .build();
    }

    private DeployException.Refused tooLarge(String what, Inventory inventory, int size, int limit, String remedy) {
        return new DeployException.Refused(String.format(
                Locale.ROOT,
                "%s of %s would take %,d bytes for %,d objects, and the API server allows %,d. %s; nothing was written.",
                OneLine.capital(what),
                names.describe(),
                size,
                inventory.members().size(),
                limit,
                OneLine.capital(remedy)));
    }

    private static int length(com.adorsys.webank.deploy.manifest.Tree value) {
        return value instanceof ScalarTree scalar ? scalar.text().getBytes(StandardCharsets.UTF_8).length : 0;
    }

    private static byte[] decoded(String base64) throws Damaged {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Damaged("`binaryData." + KEY + "` is not base64");
        }
    }
}
