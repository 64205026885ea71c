package com.adorsys.webank.deploy.eks.internal.api;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;

/** No answer came to a request. */
final class Lost extends Exception {
    private static final long serialVersionUID = 1L;

    Lost(Throwable cause) {
        super(cause);
    }

    /** Whether the request never reached a server. */
    boolean isUnsent() {
        return isUnknownHost()
                || has(e -> e instanceof ConnectException
                        || e instanceof SSLHandshakeException
                        || e instanceof HttpConnectTimeoutException);
    }

    /** Whether there is no address for the server's name, or nothing listens at it. */
    boolean isNobodyThere() {
        // A connection that takes too long has a ConnectException as its cause.
        return isUnknownHost()
                || has(ConnectException.class::isInstance) && !has(HttpConnectTimeoutException.class::isInstance);
    }

    private boolean isUnknownHost() {
        return has(e -> e instanceof UnknownHostException || e instanceof UnresolvedAddressException);
    }

    /** Whether the time for the answer was over. */
    boolean isTimeout() {
        return has(e -> e instanceof HttpTimeoutException || e instanceof TimeoutException);
    }

    /** Whether repeating it is in vain: the server is not the one that was meant. */
    boolean isFinal() {
        return has(e -> e instanceof SSLHandshakeException || e instanceof CertificateException);
    }

    /**
     * Whether the server told an HTTP/2 connection to end. It does so when it shuts down, and with each 401, whose answer
     * the JDK's client loses by that.
     */
    boolean isTurnedAway() {
        return has(e -> e.getMessage() != null && e.getMessage().contains("GOAWAY"));
    }

    private boolean has(Predicate<Throwable> what) {
        for (Throwable e = getCause(); e != null; e = e.getCause()) {
            if (what.test(e)) {
                return true;
            }
        }
        return false;
    }
}
