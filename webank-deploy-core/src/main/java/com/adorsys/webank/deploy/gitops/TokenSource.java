package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException;
import java.util.List;

/** Gives tokens that expire. Thread-safe. */
public interface TokenSource {
    /**
     * A token that is valid now.
     *
     * @throws DeployException if there is none
     */
    String token();

    /** The tokens that were given so far and may still be valid, to mask them in texts. This asks for none. */
    List<String> given();
}
