package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release's inventory on the API server. Thread-safe.
 *
 * <p>Every write replaces exactly the version that was read: if another has written in between, it is a {@link
 * DeployException.Conflict} and nothing is changed.
 *
 * <p>When the answer to a write is lost, the record is read back, and what it holds decides. If it holds the whole content
 * that was to be written (attempt, phase and every member, so that two writes of one attempt are told apart), the write
 * was done. If its version is still the one that was read, the write was not done yet, and is sent again; should the first
 * one arrive late, the server refuses whichever comes second, since the version is another by then. Anything else was
 * written by another.
 */
public final class Inventories {
    /** How often a refusal is met that no change explains: a 409 of the storage, a 500 of a webhook. */
    private static final int UNEXPLAINED = 5;

    private final ApiServer api;
    private final RecordNames names;
    private final InventoryRecord record;

    public Inventories(ApiServer api, Release release) {
        this.api = api;
        this.names = new RecordNames(release);
        this.record = new InventoryRecord(release);
    }

    /**
     * The inventory as it is on the server; empty if the release has none.
     *
     * @throws DeployException.Refused if it is not ours, is damaged, or was written by a newer version
     */
    public Optional<Inventory> read() {
        Optional<MapTree> there = api.find(path());
        if (there.isEmpty()) {
            api.memory().forget(path());
            return Optional.empty();
        }
        Inventory seen = api.memory().get(path(), version(Trees.map(there.get(), "metadata")), Inventory.class);
        return Optional.of(seen != null ? seen : remembered(record.read(there.get())));
    }

    /** The inventory as this connection saw it last, which may be another by now; empty if it did not see one. */
    public Optional<Inventory> seen() {
        return Optional.ofNullable(api.memory().latest(path(), Inventory.class));
    }

    private Inventory remembered(Inventory inventory) {
        api.memory().put(path(), version(inventory.metadata()), inventory);
        return inventory;
    }

    /** The version of an inventory, which one that is made anew after it does not have. */
    private static String version(MapTree metadata) {
        return metadata.string("uid").orElse("") + "/"
                + metadata.string("resourceVersion").orElse("");
    }

    /**
     * Checks that an inventory can be written, without writing it.
     *
     * @throws DeployException.Refused if no ConfigMap can hold it; the message names its size and the limit
     */
    public void checkFits(Inventory inventory) {
        record.write(inventory);
    }

    /**
     * Writes an inventory in the place of the version that it was made from: creates it if it was made from none.
     *
     * @return the same with the version that the server gave it
     * @throws DeployException.Conflict if another has written, created or deleted it since
     * @throws DeployException.Refused if no ConfigMap can hold it; nothing is written then
     * @throws ApiException if the server refuses it for another reason, or nobody knows by the deadline what became of it
     */
    public Inventory write(Inventory next) {
        MapTree body = record.write(next);
        Patience patience = new Patience(
                api.deadline(),
                "Writing the inventory of " + names.describe()
                        + " was interrupted. The next run finds what was written.");
        int unexplained = 0;
        while (true) {
            ApiException failure;
            try {
                ApiAnswer answer = next.resourceVersion().isEmpty()
                        ? api.create(names.configMaps(), body)
                        : api.replace(path(), body);
                return remembered(next.withMetadata(Trees.map(answer.body(), "metadata")));
            } catch (ApiException e) {
                boolean gone = e.isNotFound() && !next.resourceVersion().isEmpty();
                if (!e.isConflict() && !gone && !Writes.isUnknown(e)) {
                    throw e;
                }
                failure = e;
            }
            // Whatever happened, the record says it.
            Optional<MapTree> found = Writes.readBack(failure, () -> api.find(path()));
            Optional<Inventory> written = found.flatMap(this::readable).filter(next::equals);
            if (written.isPresent()) {
                return remembered(written.get());
            }
            boolean untouched = next.resourceVersion()
                    .equals(found.map(there -> ApiAnswer.metadata(there, "resourceVersion"))
                            .orElse(""));
            if (!untouched) {
                throw conflict(next, found.orElse(null));
            }
            boolean enough = (failure.isConflict() || failure.code() == 500) && ++unexplained > UNEXPLAINED;
            if (enough || !patience.pause()) {
                throw failure;
            }
        }
    }

    /**
     * Deletes the record, if it is still the version that was read. That it is gone already is no failure.
     *
     * @throws DeployException.Conflict if another has written it since
     */
    public void delete(Inventory expected) {
        try {
            api.delete(path(), expected.uid(), expected.resourceVersion());
        } catch (ApiException e) {
            if (!e.isConflict()) {
                throw e;
            }
            throw conflict(expected, api.find(path()).orElse(null));
        }
    }

    private String path() {
        return names.configMaps() + "/" + names.name();
    }

    private Optional<Inventory> readable(MapTree found) {
        try {
            return Optional.of(record.read(found));
        } catch (DeployException.Refused e) {
            return Optional.empty();
        }
    }

    private DeployException.Conflict conflict(Inventory next, @Nullable MapTree found) {
        String remedy = " Nothing was overwritten. Check the status of the release, and try again.";
        String record = "The inventory of " + names.describe();
        if (found == null) {
            return new DeployException.Conflict(record + " was deleted while attempt "
                    + Problem.quote(next.attempt().id()) + " held it." + remedy);
        }
        String did = next.resourceVersion().isEmpty() ? " was made by another: " : " was changed by another: ";
        return new DeployException.Conflict(record + did
                + readable(found).map(Inventories::describe).orElse("what it holds is not readable") + "."
                + remedy);
    }

    private static String describe(Inventory inventory) {
        Attempt attempt = inventory.attempt();
        String actor = attempt.origin().actor();
        return "attempt " + Problem.quote(attempt.id()) + " (revision " + attempt.revision()
                + (actor.isEmpty() ? "" : ", by " + Problem.quote(actor)) + ", at "
                + attempt.origin().time() + ") left it " + inventory.phase();
    }
}
