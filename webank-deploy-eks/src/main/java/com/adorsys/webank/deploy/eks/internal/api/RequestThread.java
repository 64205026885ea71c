package com.adorsys.webank.deploy.eks.internal.api;

/**
 * A thread of a run's own that sends requests. Nobody else knows it, so nobody interrupts it, and a request may be sent
 * by the thread itself: a write that it has begun will not be broken off.
 */
public final class RequestThread extends Thread {
    /** A thread that does not keep the JVM running. */
    public RequestThread(Runnable task, String name) {
        super(task, name);
        setDaemon(true);
    }
}
