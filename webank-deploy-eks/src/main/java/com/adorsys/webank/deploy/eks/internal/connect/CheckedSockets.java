package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes sockets that check the server's name in its certificate by themselves, whatever verifier the host of this library has set for
 * the whole JVM.
 */
final class CheckedSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;

    CheckedSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    private static Socket checked(Socket socket) {
        SSLSocket made = (SSLSocket) socket;
        SSLParameters parameters = made.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        made.setSSLParameters(parameters);
        return made;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        plain.setTcpNoDelay(true);
        return checked(factory.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket() throws IOException {
        return checked(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return checked(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return checked(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return checked(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return checked(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
