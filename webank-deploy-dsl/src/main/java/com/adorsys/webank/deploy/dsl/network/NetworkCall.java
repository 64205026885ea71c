package com.adorsys.webank.deploy.dsl.network;

/** One component calls another one of the same Webank: it may connect to the first port of its Service. Immutable. */
public final class NetworkCall {
    private final String from;
    private final String to;

    private NetworkCall(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A call between components; rendering reports an unknown one.
     *
     * @param from the component that connects: {@code obs}, {@code prs}, {@code userapp}, or a microservice's name
     * @param to the component that it connects to
     */
    public static NetworkCall of(String from, String to) {
        return new NetworkCall(from, to);
    }

    /** The name of the component that connects. */
    public String from() {
        return from;
    }

    /** The name of the component that it connects to. */
    public String to() {
        return to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkCall that && from.equals(that.from) && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + to.hashCode();
    }

    /** Both names. */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
