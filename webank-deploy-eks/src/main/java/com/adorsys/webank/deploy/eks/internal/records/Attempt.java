package com.adorsys.webank.deploy.eks.internal.records;

/**
 * One run that brings a release to a set of objects.
 *
 * @param id the holder of the run's Lease, another for each run
 * @param revision the number of the revision that it applies
 * @param desired the digest of the whole set
 * @param origin where it came from
 */
public record Attempt(String id, long revision, Digest desired, Origin origin) {
    /** Checks what no record could hold. */
    public Attempt {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an attempt needs an id");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("a revision's number is not negative: " + revision);
        }
    }
}
