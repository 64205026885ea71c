package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import io.fabric8.kubernetes.client.Config;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What it means when a cluster does not answer, or does not let us in: the fact, and what to do. Thread-safe. */
public final class ConnectFailures {
    private final String cluster;
    private final String host;
    private final Advice advice;

    /**
     * The failures of a cluster.
     *
     * @param cluster what to call it, within a sentence
     * @param host the host of its API server
     * @param advice what to do
     */
    public ConnectFailures(String cluster, String host, Advice advice) {
        this.cluster = cluster;
        this.host = host;
        this.advice = advice;
    }

    /** The host of a client's API server. */
    static String host(Config config) {
        String host = URI.create(config.getMasterUrl()).getHost();
        return host == null ? config.getMasterUrl() : host;
    }

    /** A 401, after credentials were made anew. */
    public DeployException unauthorized() {
        return new DeployException.Refused(
                capital(cluster) + " does not know who is calling (401). " + advice.unauthorized() + ".");
    }

    /**
     * A 403.
     *
     * @param message what the server says; it names user, verb and resource, and no value
     */
    public DeployException forbidden(String message) {
        return new DeployException.Refused(
                capital(cluster) + " refuses it (403): " + Problem.quote(message) + ". " + advice.forbidden() + ".");
    }

    /** No answer: the name is not found, nobody listens, it takes too long, or the server is not trusted. */
    public DeployException unreachable(Throwable cause) {
        if (find(cause, InterruptedException.class)) {
            return new DeployException.Interrupted("Calling " + cluster + " was interrupted.");
        }
        boolean trust = find(cause, SSLException.class) || find(cause, CertificateException.class);
        String text = trust ? untrusted(cause) : unanswered(cause);
        return new DeployException.Unavailable(text, cause);
    }

    private String unanswered(Throwable cause) {
        String fact;
        if (find(cause, UnknownHostException.class) || find(cause, UnresolvedAddressException.class)) {
            fact = "its host " + Problem.quote(host) + " is not found in DNS";
        } else if (find(cause, HttpConnectTimeoutException.class)) {
            fact = "no connection to " + Problem.quote(host) + " came about in time";
        } else if (find(cause, HttpTimeoutException.class) || find(cause, SocketTimeoutException.class)) {
            fact = Problem.quote(host) + " did not answer in time";
        } else if (find(cause, ConnectException.class)) {
            fact = Problem.quote(host) + " refuses connections";
        } else {
            fact = "the connection to " + Problem.quote(host) + " was lost";
        }
        return capital(cluster) + " cannot be reached: " + fact + ". " + advice.unreachable() + ".";
    }

    private String untrusted(Throwable cause) {
        String fact;
        String remedy = advice.untrusted();
        if (find(cause, CertificateExpiredException.class)) {
            fact = "its certificate has expired";
            remedy = "Renew it, or set the clock of this machine if that is ahead";
        } else if (find(cause, CertificateNotYetValidException.class)) {
            fact = "its certificate is not valid yet";
            remedy = "Set the clock of this machine, which seems to be behind";
        } else if (find(cause, CertPathBuilderException.class) || find(cause, CertPathValidatorException.class)) {
            fact = "its certificate is not signed by the certificate authority that is trusted for it";
        } else if (find(cause, CertificateException.class)) {
            fact = "its certificate is not for " + Problem.quote(host);
        } else {
            fact = "no secure connection comes about";
            remedy = "Check that the address is that of an API server, and what is between it and this machine";
        }
        return capital(cluster) + " is not trusted: " + fact + ". " + remedy + ".";
    }

    private static boolean find(Throwable cause, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable e = cause; e != null && depth < 20; e = e.getCause()) {
            if (type.isInstance(e)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
