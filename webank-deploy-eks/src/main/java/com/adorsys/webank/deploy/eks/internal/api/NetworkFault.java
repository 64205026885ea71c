package com.adorsys.webank.deploy.eks.internal.api;

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
    INTERRUPTED("the thread was interrupted", "the connection broke"),
    /** DNS does not know the host. */
    UNKNOWN_HOST("its host HOST is not found in DNS", "the server's name does not resolve"),
    /** Nothing answers the attempt to connect, as when a firewall drops it. */
    CONNECT_TIMEOUT("no connection to HOST comes about in time", "the server did not take the connection in time"),
    /** The host says that nobody listens. */
    CONNECTION_REFUSED("HOST refuses connections", "the connection was refused"),
    /** There is a connection, and no answer by it. */
    ANSWER_TIMEOUT("HOST does not answer in time", "no answer came in time"),
    /** The server's certificate is of a time that is over. */
    CERTIFICATE_EXPIRED("its certificate has expired", "the server's certificate is not one of the cluster's"),
    /** The server's certificate is of a time to come. */
    CERTIFICATE_NOT_YET_VALID(
            "its certificate is not valid yet", "the server's certificate is not one of the cluster's"),
    /** The server's certificate is signed by somebody else. */
    UNTRUSTED(
            "its certificate is not signed by the certificate authority that is trusted for it",
            "the server's certificate is not one of the cluster's"),
    /** The server's certificate is that of another host. */
    OTHER_NAME("its certificate is not for HOST", "the server's certificate is not one of the cluster's"),
    /** There is no agreement on how to be secure. */
    INSECURE("no secure connection to HOST comes about", "the server's certificate is not one of the cluster's"),
    /** The server ends each HTTP/2 connection, as API servers do with callers whom they do not know. */
    TURNED_AWAY("HOST ends the connection without an answer that could be read", "the connection broke"),
    /** There was a connection, and it broke. */
    LOST("the connection to HOST breaks", "the connection broke");

    private final String fact;
    private final String text;

    NetworkFault(String fact, String text) {
        this.fact = fact;
        this.text = text;
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

    /** Why a request had no answer, as a clause. */
    String text() {
        return text;
    }

    /** Whether it is about the server's identity, not about the way to it. */
    public boolean isTrust() {
        return compareTo(CERTIFICATE_EXPIRED) >= 0 && compareTo(INSECURE) <= 0;
    }

    /** Whether an exception is of a type, or has one of it as a cause. */
    static boolean has(Throwable failure, Class<? extends Throwable> type) {
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
