package com.adorsys.webank.deploy.eks.internal.records;

import java.time.Instant;

/**
 * Where a change came from, as its caller says.
 *
 * @param time when, by the caller's clock
 * @param actor who; empty if not known
 * @param source the commit that the manifests were made from; empty if not known
 */
public record Origin(Instant time, String actor, String source) {
    /** An origin without a source. */
    public static Origin of(Instant time, String actor) {
        return new Origin(time, actor, "");
    }

    public Origin from(String commit) {
        return new Origin(time, actor, commit);
    }
}
