package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.HashInput;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sets that a release was, or was to be, each in immutable Secrets of its own. Thread-safe.
 *
 * <p>A set that is larger than a Secret is split. The first part is written last and deleted first: where it is, the
 * others are too, unless somebody else took them.
 */
public final class Revisions {
    static final String TYPE = RecordNames.DOMAIN + "revision";
    /** The label that says which revision. */
    static final String NUMBER = RecordNames.DOMAIN + "revision";

    private static final String MANIFESTS = "manifests";
    private static final String DIGEST_KEY = "key";
    /** What a Secret holds, less the key. */
    private static final int LARGEST_PART = 1_048_576 - DigestKey.BYTES;

    private final RecordSecrets secrets;
    private final int largestPart;

    public Revisions(ApiServer api, Release release) {
        this(api, release, LARGEST_PART);
    }

    Revisions(ApiServer api, Release release, int largestPart) {
        this.secrets = new RecordSecrets(api, release);
        this.largestPart = largestPart;
    }

    /**
     * Writes a revision. Safe to repeat, for what is there already with the same content stays as it is.
     *
     * @param number one that {@link #next} gave
     * @param key the key of the release's digests, which each revision has in its first part
     * @throws DeployException.Conflict if the number is taken by another content
     */
    public void write(long number, ManifestSet manifests, DigestKey key, Origin origin) {
        byte[] bytes = RevisionBytes.write(manifests);
        int count = Math.max(1, (bytes.length + largestPart - 1) / largestPart);
        RevisionPart part = new RevisionPart(0, count, digest(manifests), sha256(bytes), manifests.size(), origin);
        for (int i = count; i >= 1; i--) {
            byte[] slice = Arrays.copyOfRange(bytes, (i - 1) * largestPart, Math.min(bytes.length, i * largestPart));
            MapTree data = MapTree.of(MANIFESTS, encoded(slice));
            write(number, part.at(i), i == 1 ? data.with(DIGEST_KEY, encoded(key.bytes())) : data);
        }
    }

    /** The digest of a whole set: the same for equal sets, on every machine. */
    static String digest(ManifestSet manifests) {
        HashInput input = new HashInput();
        for (Manifest manifest : manifests) {
            input.value(manifest.tree());
        }
        return "sha256:" + input.hex();
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(HashInput.sha256().digest(content));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void write(long number, RevisionPart part, MapTree data) {
        String name = name(number, part.number());
        MapTree secret =
                secrets.secret(name, TYPE, MapTree.of(NUMBER, Long.toString(number)), part.annotations(), data);
        MapTree there = secrets.put(secret);
        MapTree metadata = Trees.map(there, "metadata");
        RevisionPart found = RevisionPart.of(metadata);
        if (!secrets.isOurs(there, TYPE)
                || !found.isSame(part)
                || !Trees.map(there, "data").equals(data)) {
            String actor = found.origin().actor();
            throw new DeployException.Conflict("Revision " + number + " of "
                    + secrets.names().describe() + " is taken: " + secrets.describe(name) + " holds another content"
                    + (actor.isEmpty()
                            ? ""
                            : ", written by " + Problem.quote(actor) + " at "
                                    + found.origin().time())
                    + ". Nothing was overwritten. Check the status of the release, and try again.");
        }
    }

    /**
     * The number for a new revision: larger than every other that is there, and than the inventory's.
     *
     * @param all as {@link #list} tells them
     */
    public static long next(Inventory inventory, List<StoredRevision> all) {
        long highest = inventory.attempt().revision();
        for (StoredRevision revision : all) {
            highest = Math.max(highest, revision.number());
        }
        return highest + 1;
    }

    /** All revisions, the newest first, those that cannot be used among them; of their Secrets the metadata only. */
    public List<StoredRevision> list() {
        Map<Long, List<MapTree>> parts = new TreeMap<>(Comparator.reverseOrder());
        for (MapTree metadata : secrets.list(TYPE)) {
            long number = number(metadata);
            if (number >= 0) {
                parts.computeIfAbsent(number, key -> new ArrayList<>()).add(metadata);
            }
        }
        List<StoredRevision> revisions = new ArrayList<>();
        parts.forEach((number, metadata) -> {
            metadata.sort(Comparator.comparingInt(one -> RevisionPart.of(one).number()));
            revisions.add(StoredRevision.of(number, metadata));
        });
        return revisions;
    }

    /** The key that a revision was written with; empty if the revision is missing or damaged. */
    public Optional<DigestKey> key(long number) {
        Optional<MapTree> first = secrets.find(name(number, 1)).filter(found -> secrets.isOurs(found, TYPE));
        try {
            return first.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DigestKey.of(RecordSecrets.bytes(first.get(), DIGEST_KEY)));
        } catch (Damaged e) {
            return Optional.empty();
        }
    }

    /**
     * The set of a revision, its digest verified.
     *
     * @throws DeployException.Refused if there is no such revision, or it is incomplete or damaged
     */
    public ManifestSet read(long number) {
        MapTree first = part(number, 1);
        RevisionPart one = RevisionPart.of(Trees.map(first, "metadata"));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 1; i <= Math.max(1, one.of()); i++) {
                MapTree secret = i == 1 ? first : part(number, i);
                RevisionPart part = RevisionPart.of(Trees.map(secret, "metadata"));
                if (!secrets.isOurs(secret, TYPE) || !part.isSame(one.at(i))) {
                    throw new Damaged(secrets.describe(name(number, i)) + " is no part of it");
                }
                bytes.writeBytes(RecordSecrets.bytes(secret, MANIFESTS));
            }
            byte[] content = bytes.toByteArray();
            if (!sha256(content).equals(one.content())) {
                throw new Damaged("its content has another digest than was written");
            }
            ManifestSet manifests = RevisionBytes.read(content);
            if (!digest(manifests).equals(one.digest())) {
                throw new Damaged("its objects have another digest than was written");
            }
            return manifests;
        } catch (Damaged e) {
            throw unusable(number, "is damaged: " + e.getMessage());
        }
    }

    /**
     * Deletes what is no longer kept: all but the current revision, the newest of those whose run succeeded, as many of the
     * others, and what is newer than the current one (its numbers are not to be given again).
     *
     * @param newest how many whose run succeeded are kept, the current one among them if it did
     * @param all as {@link #list} told them, with the current one or before it was written
     */
    public void keep(int newest, Inventory inventory, List<StoredRevision> all) {
        long current = inventory.attempt().revision();
        List<Long> succeeded = inventory.succeeded();
        boolean isListed = all.stream().anyMatch(revision -> revision.number() == current);
        int left = !isListed && succeeded.contains(current) ? newest - 1 : newest;
        int others = newest;
        for (StoredRevision revision : all) {
            boolean success = succeeded.contains(revision.number());
            if (revision.number() >= current) {
                left -= success ? 1 : 0;
            } else if (success && revision.isComplete() && left > 0) {
                left--;
            } else if (!success && left > 0 && others > 0) {
                others--;
            } else {
                delete(revision);
            }
        }
    }

    /**
     * Deletes all revisions: for a release that is deleted.
     *
     * @return how many there were
     */
    public int deleteAll() {
        List<StoredRevision> all = list();
        all.forEach(this::delete);
        return all.size();
    }

    private void delete(StoredRevision revision) {
        revision.parts().forEach(secrets::delete);
    }

    private MapTree part(long number, int part) {
        return secrets.find(name(number, part))
                .orElseThrow(() -> part == 1
                        ? new DeployException.Refused(
                                OneLine.capital(secrets.names().describe()) + " has no revision " + number
                                        + ". See its history for those that it has.")
                        : unusable(number, "is incomplete: " + secrets.describe(name(number, part)) + " is missing"));
    }

    private DeployException.Refused unusable(long number, String why) {
        return new DeployException.Refused(
                "Revision " + number + " of " + secrets.names().describe() + " " + why
                        + ". Choose another revision, or apply the manifests from their source.");
    }

    private String name(long number, int part) {
        return secrets.names().name() + ".v" + number + (part == 1 ? "" : "." + part);
    }

    /** The number of the revision that a Secret is a part of, as label and name say alike; -1 if they do not. */
    private long number(MapTree metadata) {
        String label = metadata.at("labels", NUMBER)
                .map(tree -> tree instanceof com.adorsys.webank.deploy.manifest.ScalarTree scalar ? scalar.text() : "")
                .orElse("");
        String name = metadata.string("name").orElse("");
        String head = secrets.names().name() + ".v" + label;
        if (!label.matches("[0-9]{1,18}") || !name.equals(head) && !name.startsWith(head + ".")) {
            return -1;
        }
        return Long.parseLong(label);
    }
}
