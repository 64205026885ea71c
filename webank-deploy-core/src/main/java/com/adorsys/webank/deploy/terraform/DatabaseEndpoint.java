package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.Host;

/** The host and port of a database. Immutable. */
public final class DatabaseEndpoint {
    private final Host host;
    private final int port;

    DatabaseEndpoint(Host host, int port) {
        this.host = host;
        this.port = port;
    }

    /** The server's name or address. */
    public Host host() {
        return host;
    }

    /** The server's port, 1 to 65535. */
    public int port() {
        return port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseEndpoint that && host.equals(that.host) && port == that.port;
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /** {@code host:port}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
