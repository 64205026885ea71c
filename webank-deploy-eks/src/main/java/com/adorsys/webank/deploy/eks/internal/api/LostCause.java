package com.adorsys.webank.deploy.eks.internal.api;

import org.jspecify.annotations.Nullable;

/** Why no answer came, in words. */
final class LostCause {
    private LostCause() {}

    static String text(@Nullable Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof java.net.UnknownHostException
                    || e instanceof java.nio.channels.UnresolvedAddressException) {
                return "the server's name does not resolve";
            }
            if (e instanceof java.net.http.HttpConnectTimeoutException) {
                return "the server did not take the connection in time";
            }
            if (e instanceof java.net.ConnectException) {
                return "the connection was refused";
            }
            if (e instanceof javax.net.ssl.SSLHandshakeException) {
                return "the server's certificate is not one of the cluster's";
            }
            if (e instanceof java.net.http.HttpTimeoutException || e instanceof java.util.concurrent.TimeoutException) {
                return "no answer came in time";
            }
        }
        return "the connection broke";
    }
}
