package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is under way by a connection, each in a thread that waits for it. Thread-safe. */
final class OpenCalls {
    /** How long those have to end that are interrupted: to finish the requests under way, and to record their end. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final List<Thread> callers = new ArrayList<>();
    private boolean closed;

    <T> T during(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } finally {
            leave();
        }
    }

    /**
     * Begins a call of this thread.
     *
     * @throws IllegalStateException after {@link #close}
     */
    synchronized void enter() {
        if (closed) {
            throw new IllegalStateException("this EksClient is closed: close it after its last call");
        }
        callers.add(Thread.currentThread());
    }

    /** Ends it. */
    synchronized void leave() {
        callers.remove(Thread.currentThread());
        notifyAll();
    }

    /** Lets no more calls begin, interrupts those under way, and waits until they have ended, unless one of them does this. */
    synchronized void close() {
        closed = true;
        for (Thread caller : callers) {
            caller.interrupt();
        }
        Thread closing = Thread.currentThread();
        boolean isOfCall = closing instanceof RequestThread || callers.contains(closing);
        Deadline end = Deadline.in(LONGEST_END);
        while (!isOfCall && !callers.isEmpty() && !end.isOver()) {
            try {
                wait(Math.max(1, end.left().toMillis()));
            } catch (InterruptedException e) {
                closing.interrupt();
                return;
            }
        }
    }
}
