package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;

/**
 * What to do about a failure, as whoever made a connection knows it. Each is a sentence or more, without the last full
 * stop; none is asked for before the failure, so it may look things up.
 */
public interface Advice {
    /** The host is not found, or nothing answers there. */
    String unreachable(NetworkFault fault);

    /** The server's certificate is not signed by the authority that is trusted. */
    String untrusted();

    /** The server does not know who we are, though the credentials are fresh: the fact of whom, and the remedy. */
    String unauthorized();
}
