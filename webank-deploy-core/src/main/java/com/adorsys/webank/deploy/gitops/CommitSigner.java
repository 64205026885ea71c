package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.time.Instant;

/** Makes signatures of commits. */
interface CommitSigner {
    /**
     * A signature in ASCII.
     *
     * @throws InvalidInput if the key may not sign at that time
     */
    byte[] sign(byte[] commit, Instant time);

    /** Whether a text contains the key. */
    boolean isIn(String text);
}
