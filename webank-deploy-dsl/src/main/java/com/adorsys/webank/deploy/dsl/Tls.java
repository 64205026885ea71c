package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That an Ingress serves TLS, and with which certificate. Immutable. */
public final class Tls {
    private static final Tls HOST_ONLY = new Tls(null);

    private final @Nullable SecretRef certificate;

    private Tls(@Nullable SecretRef certificate) {
        this.certificate = certificate;
    }

    /** TLS with the certificate in a Secret of type {@code kubernetes.io/tls}. */
    public static Tls of(SecretRef certificate) {
        return new Tls(certificate);
    }

    /** TLS with the certificate that the ingress controller has for the host. */
    public static Tls byController() {
        return HOST_ONLY;
    }

    /** The Secret with the certificate, if one is named. */
    public Optional<SecretRef> certificate() {
        return Optional.ofNullable(certificate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tls that && certificate().equals(that.certificate());
    }

    @Override
    public int hashCode() {
        return certificate().hashCode();
    }

    @Override
    public String toString() {
        return certificate == null ? "TLS by the controller" : "TLS with Secret " + certificate;
    }
}
