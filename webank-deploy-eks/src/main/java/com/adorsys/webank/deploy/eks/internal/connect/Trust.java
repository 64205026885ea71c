package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom a connection trusts: the cluster's own certificate authority, and none of the public ones. */
public final class Trust {
    private Trust() {}

    /**
     * A context that trusts the certificates of a PEM text.
     *
     * @param pem one or more certificates
     * @param keys as whom to appear; null for nobody
     * @throws GeneralSecurityException if the text holds no certificate, or one that cannot be read
     */
    public static SSLContext only(String pem, KeyManager @Nullable [] keys) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))) {
                count++;
                store.setCertificateEntry("authority-" + count, certificate);
            }
            if (count == 0) {
                throw new GeneralSecurityException("no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
