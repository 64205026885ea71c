package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Fence;
import com.adorsys.webank.deploy.eks.internal.records.Attempt;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Inventories;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.LeaseTerms;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.eks.internal.records.Origin;
import com.adorsys.webank.deploy.eks.internal.records.ReleaseLease;
import com.adorsys.webank.deploy.eks.internal.records.Revisions;
import com.adorsys.webank.deploy.eks.internal.records.StoredRevision;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The records of one release, as a run uses them. Belongs to the thread of the run, and to what that waits for. */
final class Records {
    /** How much longer than a Lease lasts it is waited for: for the server's times, which are cut to the second. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** How long a run that failed tries to record that. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ApiServer api;
    private final Release release;
    private final DeployOptions options;
    private @Nullable DigestKey key;
    /** The inventory as it was read last, or is expected to be, whose revision has the key. */
    private Inventory current = Inventory.none();

    private @Nullable String actor;
    private @Nullable LeaseTerms terms;
    /** The revisions as the run found them when it could begin to write. */
    private List<StoredRevision> revisions = List.of();

    Records(ApiServer api, Release release, DeployOptions options) {
        this.api = api;
        this.release = release;
        this.options = options;
    }

    /** The release's inventory; {@link Inventory#none} if it has none. */
    Inventory inventory() {
        EarlyInventory early = api.memory().take(EarlyInventory.name(release), EarlyInventory.class);
        Inventory inventory =
                early == null ? read() : early.within(api.deadline()).orElseGet(this::read);
        expect(inventory);
        return inventory;
    }

    private Inventory readNow() {
        Inventory inventory = read();
        expect(inventory);
        return inventory;
    }

    /** Begins to read the inventory, and the key of its digests, for the next run of the connection. */
    void readEarly() {
        api.memory().put(EarlyInventory.name(release), "", EarlyInventory.begin(this::readWithKey));
    }

    private Inventory readWithKey() {
        Inventory inventory = readNow();
        if (!inventory.isNone()) {
            key();
        }
        return inventory;
    }

    /** The inventory as this connection saw it last; {@link Inventory#none} if it did not see one. */
    Inventory seen() {
        return new Inventories(api, release).seen().orElse(Inventory.none());
    }

    /** Takes an inventory for the current one, as to the key. */
    synchronized void expect(Inventory inventory) {
        if (!keyVersion(inventory).equals(keyVersion(current))) {
            key = null;
        }
        current = inventory;
    }

    /** Which of the keys that a release may have had an inventory's digests are made with. */
    private static String keyVersion(Inventory inventory) {
        return inventory.uid() + "/" + inventory.attempt().revision();
    }

    /**
     * Reads again what others may have changed before the Lease was ours.
     *
     * @return the inventory as nobody else changes it now
     */
    Inventory readAgain(Workers workers) {
        return workers.get(this::readNow, () -> revisions = new Revisions(api, release).list());
    }

    /**
     * The key of the release's digests, read on the first call; a new one, which no server knows, if it has none. A connection reads
     * that of a revision once, since its Secret cannot be changed.
     */
    synchronized DigestKey key() {
        DigestKey known = key;
        if (known == null) {
            known = current.isNone() ? DigestKey.random() : keptKey();
            key = known;
        }
        return known;
    }

    /** The key of the digests if it need not be read. */
    synchronized Optional<DigestKey> keyAtHand() {
        DigestKey known = key;
        return Optional.ofNullable(
                known != null ? known : api.memory().get(keyName(), keyVersion(current), DigestKey.class));
    }

    private DigestKey keptKey() {
        Optional<DigestKey> seen = keyAtHand();
        if (seen.isPresent()) {
            return seen.get();
        }
        Optional<DigestKey> kept =
                new Revisions(api, release).key(current.attempt().revision());
        kept.ifPresent(found -> api.memory().put(keyName(), keyVersion(current), found));
        return kept.orElseGet(DigestKey::random);
    }

    private String keyName() {
        return "the key of " + release;
    }

    /**
     * The right to write. One that a killed run left is waited for.
     *
     * @param inventory which tells whose run has ended
     * @param listener told for whom
     */
    ReleaseLease lease(Inventory inventory, RunListener listener) {
        String why = inventory.isNone() ? ". Whether that run has ended only the missing inventory would tell" : "";
        return ReleaseLease.acquire(
                api, release, termsAfter(inventory), notice -> told(listener).accept(notice + why));
    }

    /** The right to write a release that is likely new, so that nobody is expected to have it. */
    ReleaseLease firstLease(RunListener listener) {
        return ReleaseLease.create(api, release, termsAfter(Inventory.none()), told(listener));
    }

    private LeaseTerms termsAfter(Inventory inventory) {
        AtomicReference<Inventory> known = new AtomicReference<>(inventory);
        return leaseTerms().after(() -> {
            Inventory before = known.getAndSet(Inventory.none());
            return ended(before.isNone() ? read() : before);
        });
    }

    private static Consumer<String> told(RunListener listener) {
        return notice -> listener.on(new ProgressEvent.Warning(notice));
    }

    /** The holder of the last run, if that has ended. */
    private static String ended(Inventory last) {
        return last.phase().isEnd() ? last.attempt().id() : "";
    }

    private Inventory read() {
        return new Inventories(api, release).read().orElse(Inventory.none());
    }

    /** The terms of this run, whose holder is its attempt's id. */
    private synchronized LeaseTerms leaseTerms() {
        LeaseTerms known = terms;
        if (known == null) {
            known = LeaseTerms.of(actor())
                    .lasting(options.leaseDuration())
                    .waiting(options.leaseDuration().plus(PATIENCE));
            terms = known;
        }
        return known;
    }

    /** Who runs this: as the options say, else as the cluster calls us. */
    synchronized String actor() {
        String known = actor;
        if (known == null) {
            known = options.actor().filter(name -> !name.isBlank()).orElseGet(this::userName);
            actor = known;
        }
        return known;
    }

    private String userName() {
        MapTree review = MapTree.builder()
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("kind", "SelfSubjectReview")
                .build();
        try {
            MapTree answer = api.ask("/apis/authentication.k8s.io/v1/selfsubjectreviews", review)
                    .body();
            return answer.at("status", "userInfo", "username").orElse(null) instanceof ScalarTree name
                            && !name.text().isBlank()
                    ? name.text()
                    : "webank-deploy";
        } catch (ApiException e) {
            if (e.isUnanswered()) {
                throw e;
            }
            return "webank-deploy";
        }
    }

    /**
     * The attempt to bring the release to a set.
     *
     * <p>A run that goes on with what another began, or that only sets right what others changed, stays at the revision that
     * is there.
     */
    Attempt attempt(DesiredSet set, Inventory inventory) {
        Origin origin =
                Origin.of(Instant.now(), actor()).from(options.sourceCommit().orElse(""));
        boolean same = inventory.phase() != Inventory.Phase.DELETING
                && inventory.attempt().desired().equals(set.digest());
        long number = same ? inventory.attempt().revision() : Revisions.next(inventory, revisions);
        return new Attempt(leaseTerms().holder(), number, set.digest(), origin);
    }

    void writeRevision(Attempt attempt, DesiredSet set, Fence fence) {
        new Revisions(api.behind(fence), release).write(attempt.revision(), set.manifests(), key(), attempt.origin());
    }

    Inventory write(Inventory inventory, Fence fence) {
        return new Inventories(api.behind(fence), release).write(inventory);
    }

    /** Writes the inventory as a run that did all leaves it. */
    Inventory writeEnd(Inventory inventory, Fence fence) {
        DigestKey used = key();
        Inventory written = write(inventory, fence);
        api.memory().put(keyName(), keyVersion(written), used);
        return written;
    }

    /** Writes how a run failed, if the server still lets it. The failure itself is what the caller reports. */
    void writeFailure(Inventory failed, Fence fence) {
        try {
            new Inventories(api.until(Deadline.in(FAREWELL)).behind(fence), release).write(failed);
        } catch (ApiException | DeployException e) {
            // The record then says that a run is under way; without a Lease that means that it was interrupted.
        }
    }

    /** Refuses a set whose inventory no ConfigMap could hold. */
    void checkFits(Inventory inventory, List<Member> coming, DesiredSet set) {
        Attempt attempt =
                new Attempt("00000000-0000-0000-0000-000000000000", 1, set.digest(), Origin.of(Instant.EPOCH, ""));
        new Inventories(api, release)
                .checkFits(inventory.with(
                        Inventory.Phase.APPLYING,
                        inventory.isNone() ? attempt : inventory.attempt(),
                        inventory.union(coming)));
    }

    void forgetOldRevisions(Inventory inventory, Fence fence) {
        new Revisions(api.behind(fence), release).keep(options.revisionsKept(), inventory, revisions);
    }

    List<Revision> history(Inventory inventory) {
        long current = inventory.attempt().revision();
        List<Revision> history = new ArrayList<>();
        for (StoredRevision stored : new Revisions(api, release).list()) {
            boolean isCurrent = !inventory.isNone() && stored.number() == current;
            history.add(new Revision(
                    Math.toIntExact(stored.number()),
                    stored.time(),
                    stored.origin().actor(),
                    stored.origin().source(),
                    stored.digest(),
                    stored.objects(),
                    isCurrent ? outcome(inventory) : outcome(stored.number(), inventory),
                    isCurrent,
                    stored.isComplete()));
        }
        return List.copyOf(history);
    }

    /** How the run of an earlier revision ended. One that is not recorded, though earlier ones are, was killed at its begin. */
    private static Revision.Outcome outcome(long revision, Inventory inventory) {
        Revision.Outcome outcome = Revision.Outcome.UNKNOWN;
        for (Inventory.Ended ended : inventory.ended()) {
            if (ended.revision() == revision) {
                return ended.phase().isSuccess() ? Revision.Outcome.SUPERSEDED : outcome(ended.phase());
            }
            if (ended.revision() < revision) {
                outcome = Revision.Outcome.INTERRUPTED;
            }
        }
        return outcome;
    }

    /** How the last run ended, or that it has not. */
    Revision.Outcome outcome(Inventory inventory) {
        boolean interrupted = inventory.phase() == Inventory.Phase.APPLYING && !ReleaseLease.isHeld(api, release);
        return interrupted ? Revision.Outcome.INTERRUPTED : outcome(inventory.phase());
    }

    private static Revision.Outcome outcome(Inventory.Phase phase) {
        return switch (phase) {
            case APPLYING -> Revision.Outcome.APPLYING;
            case APPLIED -> Revision.Outcome.APPLIED;
            case READY -> Revision.Outcome.READY;
            case FAILED -> Revision.Outcome.FAILED;
            case TIMED_OUT -> Revision.Outcome.TIMED_OUT;
            case INTERRUPTED -> Revision.Outcome.INTERRUPTED;
            case DELETING -> Revision.Outcome.DELETING;
        };
    }

    ManifestSet manifests(long revision) {
        return new Revisions(api, release).read(revision);
    }

    /** The set of the last revision, read on the first call; empty if it is missing or damaged. */
    Supplier<ManifestSet> before(Inventory inventory) {
        return new Supplier<>() {
            private @Nullable ManifestSet read;

            @Override
            public synchronized ManifestSet get() {
                if (read == null) {
                    read = inventory.isNone()
                            ? ManifestSet.empty()
                            : manifestsOrNone(inventory.attempt().revision());
                }
                return read;
            }
        };
    }

    private ManifestSet manifestsOrNone(long revision) {
        try {
            return manifests(revision);
        } catch (DeployException.Refused e) {
            // Deleted by hand, or damaged.
            return ManifestSet.empty();
        }
    }

    /** Deletes every record of a release that is gone; the inventory, which tells that it was there, the last but the Lease. */
    void deleteAll(Inventory inventory, ReleaseLease lease) {
        var unused = deleteRemains(lease);
        new Inventories(api.behind(lease), release).delete(inventory);
        lease.deleteOnClose();
    }

    /**
     * Deletes records that nothing leads to.
     *
     * @return how many revisions there were
     */
    int deleteRemains(Fence fence) {
        return new Revisions(api.behind(fence), release).deleteAll();
    }
}
