package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Problem;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Why a server did not answer. */
public enum NetworkFault {
    /** The thread was interrupted. */
    INTERRUPTED("the thread was interrupted"),
    /** DNS does not know the host. */
    UNKNOWN_HOST("its host HOST is not found in DNS"),
    /** Nothing answers the attempt to connect, as when a firewall drops it. */
    CONNECT_TIMEOUT("no connection to HOST comes about in time"),
    /** The host says that nobody listens. */
    CONNECTION_REFUSED("HOST refuses connections"),
    /** There is a connection, and no answer by it. */
    ANSWER_TIMEOUT("HOST does not answer in time"),
    /** The server's certificate is of a time that is over. */
    CERTIFICATE_EXPIRED("its certificate has expired"),
    /** The server's certificate is of a time to come. */
    CERTIFICATE_NOT_YET_VALID("its certificate is not valid yet"),
    /** The server's certificate is signed by somebody else. */
    UNTRUSTED("its certificate is not signed by the certificate authority that is trusted for it"),
    /** The server's certificate is that of another host. */
    OTHER_NAME("its certificate is not for HOST"),
    /** There is no agreement on how to be secure. */
    INSECURE("no secure connection to HOST comes about"),
    /** The server ends each HTTP/2 connection, as API servers do with callers whom they do not know. */
    TURNED_AWAY("HOST ends the connection without an answer that could be read"),
    /** There was a connection, and it broke. */
    LOST("the connection to HOST breaks");

    private final String fact;

    NetworkFault(String fact) {
        this.fact = fact;
    }

    /** What an exception of any HTTP client means. */
    public static NetworkFault of(Throwable failure) {
        if (has(failure, InterruptedException.class) || has(failure, ClosedByInterruptException.class)) {
            return INTERRUPTED;
        }
        if (has(failure, SSLException.class) || has(failure, CertificateException.class)) {
            return ofTls(failure);
        }
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        // The AWS SDK's transport has a class of this name too.
        if (has(failure, HttpConnectTimeoutException.class) || isNamed(failure, "ConnectTimeoutException")) {
            return CONNECT_TIMEOUT;
        }
        if (has(failure, HttpTimeoutException.class)
                || has(failure, SocketTimeoutException.class)
                || has(failure, TimeoutException.class)) {
            return ANSWER_TIMEOUT;
        }
        if (has(failure, ConnectException.class)) {
            return CONNECTION_REFUSED;
        }
        return has(failure, e -> e.getMessage() != null && e.getMessage().contains("GOAWAY")) ? TURNED_AWAY : LOST;
    }

    private static NetworkFault ofTls(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return CERTIFICATE_EXPIRED;
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return CERTIFICATE_NOT_YET_VALID;
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return UNTRUSTED;
        }
        return has(failure, CertificateException.class) ? OTHER_NAME : INSECURE;
    }

    /** The fact, as a part of a sentence. */
    public String about(String host) {
        return fact.replace("HOST", Problem.quote(host));
    }

    /** Whether it is about the server's identity, not about the way to it. */
    public boolean isTrust() {
        return compareTo(CERTIFICATE_EXPIRED) >= 0 && compareTo(INSECURE) <= 0;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return has(failure, type::isInstance);
    }

    private static boolean isNamed(Throwable failure, String name) {
        return has(failure, e -> e.getClass().getSimpleName().equals(name));
    }

    private static boolean has(Throwable failure, Predicate<Throwable> what) {
        int depth = 0;
        for (Throwable e = failure; e != null && depth < 20; e = e.getCause()) {
            if (what.test(e)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
