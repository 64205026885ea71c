package com.adorsys.webank.deploy.eks;

import java.time.Instant;

/**
 * One entry of a release's history.
 *
 * @param number from 1, growing
 * @param time when it was written
 * @param actor who wrote it; empty if nobody said
 * @param sourceCommit what it was made from; empty if nobody said
 * @param digest of the desired set
 * @param objects how many objects it has
 * @param isCurrent whether the release is at it
 * @param isComplete whether it can be gone back to: all parts are there
 */
public record Revision(
        int number,
        Instant time,
        String actor,
        String sourceCommit,
        String digest,
        int objects,
        boolean isCurrent,
        boolean isComplete) {}
