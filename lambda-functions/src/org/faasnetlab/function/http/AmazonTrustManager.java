package org.faasnetlab.function.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what Java's own trust store trusts, but verifies with {@link AmazonRoots} first, which issue the certificates of
 * S3. Java's trust store, with about 140 roots, is read only for a certificate of another issuer: reading it costs a third
 * of a cold start, 0.27 of 0.76 CPU seconds, which are 4 s in a function of 128 MB.
 */
final class AmazonTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager amazon;
    private @Nullable X509ExtendedTrustManager all;

    private AmazonTrustManager(X509ExtendedTrustManager amazon) {
        this.amazon = amazon;
    }

    static SSLSocketFactory sockets() {
        try {
            KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            X509Certificate[] certificates = AmazonRoots.read();
            for (int i = 0; i < certificates.length; i++) {
                roots.setCertificateEntry("root-" + i, certificates[i]);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AmazonTrustManager(of(roots))}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("TLS is unavailable in this Java runtime", e);
        }
    }

    /** @param roots the trusted certificates; null for those of Java's trust store */
    private static X509ExtendedTrustManager of(@Nullable KeyStore roots) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(roots);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private synchronized X509ExtendedTrustManager all() throws CertificateException {
        if (all == null) {
            try {
                all = of(null);
            } catch (GeneralSecurityException e) {
                throw new CertificateException("cannot read the trust store", e);
            }
        }
        return all;
    }

    /** A verification with one set of roots. */
    @FunctionalInterface
    private interface Verification {
        void with(X509ExtendedTrustManager roots) throws CertificateException;
    }

    private void verify(Verification verification) throws CertificateException {
        try {
            verification.with(amazon);
        } catch (CertificateException other) {
            verification.with(all());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        verify(roots -> roots.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        verify(roots -> roots.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        verify(roots -> roots.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("a function is never a TLS server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("a function is never a TLS server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a function is never a TLS server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return amazon.getAcceptedIssuers();
    }
}
