package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;

/**
 * Connections to one server, by each of which the thread that asks sends its request and reads the answer. Thread-safe.
 *
 * <p>A new connection costs several requests: so one that is about to be free is waited for, as long as a new one would
 * take. While the first is opened all wait for it: others are opened sooner then, since they resume its TLS session.
 */
final class SocketPool implements AutoCloseable {
    /** How long others wait for the first connection. */
    private static final Duration FIRST = Duration.ofSeconds(2);
    /** How long a free one is waited for at most, however long a new one takes. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
    /** After it a free connection is not used any more: a server or a load balancer may have given it up. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final SSLContext tls;
    private final Duration connectTimeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<SocketConnection> free = new ArrayDeque<>();
    private final Set<SocketConnection> all = new HashSet<>();
    /** How many are opened or in use. */
    private int busy;
    /** How long the last one took to open; 0 before there was one. */
    private long openingNanos;

    private boolean closed;

    /** Connections that trust whom a context says, each opened within a time. */
    SocketPool(SSLContext tls, Duration connectTimeout) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
    }

    /**
     * The answer to a request without a body that may be sent again: a connection that has ended while it was free shows that
     * only when it is used.
     *
     * @param server scheme, host and port; the same each time
     * @param head the request line and the headers, with the empty line
     * @param patience how long the answer may take
     */
    SocketConnection.Answer exchange(URI server, String head, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            SocketConnection connection = take(server, end);
            boolean done = false;
            try {
                SocketConnection.Answer answer = connection.exchange(head, left(end));
                done = !answer.isLast();
                return answer;
            } catch (HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                if (!connection.hasEndedUnused()) {
                    throw e;
                }
            } finally {
                giveBack(connection, done);
            }
        }
    }

    /** Opens a connection for the next request, if there is none. */
    void prepare(URI server) throws IOException, InterruptedException {
        giveBack(take(server, System.nanoTime() + connectTimeout.toNanos()), true);
    }

    private SocketConnection take(URI server, long end) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long began = System.nanoTime();
            while (true) {
                if (closed) {
                    throw new IOException("the connection is closed");
                }
                SocketConnection found = free.pollFirst();
                if (found != null && System.nanoTime() - found.idleSinceNanos() > LONGEST_REST.toNanos()) {
                    all.remove(found);
                    found.close();
                    continue;
                }
                if (found != null) {
                    busy++;
                    return found;
                }
                long patience = openingNanos == 0 ? FIRST.toNanos() : Math.min(openingNanos, LONGEST_WAIT.toNanos());
                long rest = Math.min(patience - (System.nanoTime() - began), end - System.nanoTime());
                if (busy == 0 || rest <= 0) {
                    busy++;
                    break;
                }
                var unused = changed.await(rest, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
        return open(server, end);
    }

    private SocketConnection open(URI server, long end) throws IOException {
        long began = System.nanoTime();
        SocketConnection opened = null;
        try {
            Duration left = left(end);
            Duration patience = connectTimeout.compareTo(left) < 0 ? connectTimeout : left;
            opened = SocketConnection.open(tls, host(server), port(server), patience);
            return opened;
        } finally {
            lock.lock();
            try {
                if (opened == null) {
                    busy--;
                } else if (closed) {
                    opened.close();
                } else {
                    all.add(opened);
                    openingNanos = System.nanoTime() - began;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void giveBack(SocketConnection connection, boolean usable) {
        lock.lock();
        try {
            busy--;
            if (usable && !closed) {
                connection.rest(System.nanoTime());
                free.addFirst(connection);
            } else {
                all.remove(connection);
                connection.close();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private static String host(URI server) {
        String host = server.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI server) {
        return server.getPort() < 0 ? 443 : server.getPort();
    }

    /** Ends every connection, those in use too. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            all.forEach(SocketConnection::close);
            all.clear();
            free.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
