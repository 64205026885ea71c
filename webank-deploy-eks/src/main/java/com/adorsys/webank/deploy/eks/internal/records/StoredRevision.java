package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Instant;
import java.util.List;

/**
 * What the metadata of a revision's Secrets say of it.
 *
 * @param number its number
 * @param origin where it came from
 * @param digest {@code sha256:} and the SHA-256 of the set in hexadecimal, the same for equal sets
 * @param objects how many objects the set has
 * @param fault why it cannot be read; empty if nothing is known to be wrong with it
 * @param parts the metadata of its Secrets, the first part first
 */
public record StoredRevision(
        long number, Origin origin, String digest, int objects, String fault, List<MapTree> parts) {
    /** Whether all its Secrets are there and fit together. */
    public boolean isComplete() {
        return fault.isEmpty();
    }

    static StoredRevision of(long number, List<MapTree> parts) {
        MapTree first = parts.get(0);
        RevisionPart one = RevisionPart.of(first);
        String fault = "";
        if (one.of() < 1) {
            fault = "its annotations are not readable";
        } else if (parts.size() != one.of() || !fit(parts, one)) {
            fault = "of its " + one.of() + " parts " + parts.size() + " are there";
        }
        return new StoredRevision(number, one.origin(), one.digest(), one.objects(), fault, List.copyOf(parts));
    }

    /** Whether these are parts 1, 2 and so on of one content. */
    private static boolean fit(List<MapTree> parts, RevisionPart one) {
        for (int i = 0; i < parts.size(); i++) {
            RevisionPart part = RevisionPart.of(parts.get(i));
            if (part.number() != i + 1
                    || part.of() != one.of()
                    || !part.content().equals(one.content())) {
                return false;
            }
        }
        return true;
    }

    /** When it was written; the beginning of time if that is not readable. */
    public Instant time() {
        return origin.time();
    }

    /** {@code revision 7}. */
    @Override
    public String toString() {
        return "revision " + number + (isComplete() ? "" : ", unusable: " + fault);
    }
}
