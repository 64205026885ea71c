package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.SecretRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The TLS settings of an Ingress: a certificate and its hosts. Immutable. */
public final class Tls {
    private static final Tls HOST_ONLY = new Tls(null, List.of());

    private final @Nullable SecretRef certificate;
    private final List<Host> hosts;

    private Tls(@Nullable SecretRef certificate, List<Host> hosts) {
        this.certificate = certificate;
        this.hosts = hosts;
    }

    /** TLS with the certificate in a Secret of type {@code kubernetes.io/tls}. */
    public static Tls of(SecretRef certificate) {
        return new Tls(certificate, List.of());
    }

    /** TLS with the certificate that the ingress controller has for the host. */
    public static Tls byController() {
        return HOST_ONLY;
    }

    /** A copy for these hosts only. Default: every host of the Ingress. */
    public Tls forHosts(Host... served) {
        return new Tls(certificate, List.of(served));
    }

    /** The Secret with the certificate, if one is named. */
    public Optional<SecretRef> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** The hosts; empty for every host of the Ingress. */
    public List<Host> hosts() {
        return hosts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tls that && certificate().equals(that.certificate()) && hosts.equals(that.hosts);
    }

    @Override
    public int hashCode() {
        return 31 * certificate().hashCode() + hosts.hashCode();
    }

    @Override
    public String toString() {
        return (certificate == null ? "TLS by the controller" : "TLS with Secret " + certificate)
                + (hosts.isEmpty() ? "" : " for " + hosts);
    }
}
