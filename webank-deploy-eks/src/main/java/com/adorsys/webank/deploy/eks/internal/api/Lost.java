package com.adorsys.webank.deploy.eks.internal.api;

import javax.net.ssl.SSLHandshakeException;

/** No answer came to a request. */
final class Lost extends Exception {
    private static final long serialVersionUID = 1L;

    private final NetworkFault fault;
    private final boolean untrusted;

    Lost(Throwable cause) {
        super(cause);
        this.fault = NetworkFault.of(cause);
        this.untrusted = NetworkFault.has(cause, SSLHandshakeException.class);
    }

    NetworkFault fault() {
        return fault;
    }

    /** Whether the request never reached a server. */
    boolean isUnsent() {
        return isNobodyThere() || untrusted || fault == NetworkFault.CONNECT_TIMEOUT;
    }

    /** Whether there is no address for the server's name, or nothing listens at it. */
    boolean isNobodyThere() {
        return fault == NetworkFault.UNKNOWN_HOST || fault == NetworkFault.CONNECTION_REFUSED;
    }

    /** Whether the time for the answer was over. */
    boolean isTimeout() {
        return fault == NetworkFault.ANSWER_TIMEOUT || fault == NetworkFault.CONNECT_TIMEOUT;
    }

    /** Whether repeating it is in vain: the server is not the one that was meant. */
    boolean isFinal() {
        return untrusted || fault.isTrust() && fault != NetworkFault.INSECURE;
    }

    /**
     * Whether the server told an HTTP/2 connection to end. It does so when it shuts down, and with each 401, whose answer
     * the JDK's client loses by that.
     */
    boolean isTurnedAway() {
        return fault == NetworkFault.TURNED_AWAY;
    }
}
