package com.adorsys.webank.deploy.eks.internal.api;

/**
 * A thread of this library that sends requests. It is interrupted only if its connection is closed, so a request may be sent
 * by the thread itself: a write that it has begun will not be broken off.
 */
public final class RequestThread extends Thread {
    /** A thread that does not keep the JVM running, and has nothing of the thread that makes it. */
    public RequestThread(Runnable task, String name) {
        super(null, task, name, 0, false);
        setDaemon(true);
        setContextClassLoader(RequestThread.class.getClassLoader());
    }
}
