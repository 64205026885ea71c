package com.adorsys.webank.deploy.gitops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process of Git, here or on another machine, which is ended when the deadline has passed. */
final class Service {
    private static final int MOST_ERRORS = 1 << 16;

    private final Process process;
    private final Deadline deadline;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final StringBuilder errors = new StringBuilder();
    private final Thread errorReader;

    /**
     * A process that was started.
     *
     * @param end ends it at once
     */
    Service(Process process, Deadline deadline, Runnable end) {
        this.process = process;
        this.deadline = deadline;
        this.end = end;
        this.errorReader = daemon("errors", this::readErrors);
        daemon("deadline", this::watch);
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "webank-deploy git " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void readErrors() {
        byte[] buffer = new byte[4096];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (errors) {
                    if (errors.length() < MOST_ERRORS) {
                        errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            // The process has been ended.
        }
    }

    private void watch() {
        try {
            if (!process.waitFor(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                deadline.miss();
                end();
            }
        } catch (InterruptedException e) {
            end();
        }
    }

    private void end() {
        if (!ended.getAndSet(true)) {
            end.run();
        }
    }

    /** What the process writes. Before it is waited for, everything is sent: JGit leaves the end of a pack unsent. */
    InputStream in() {
        OutputStream out = out();
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read() throws IOException {
                send(out);
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                send(out);
                return super.read(bytes, offset, length);
            }
        };
    }

    private static void send(OutputStream out) {
        try {
            out.flush();
        } catch (IOException e) {
            // The process no longer reads; what it said before it ended is still to be read.
        }
    }

    /** What the process reads; buffered. */
    OutputStream out() {
        return process.getOutputStream();
    }

    /** What the process wrote to its standard error. */
    String errors() {
        try {
            errorReader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (errors) {
            return errors.toString();
        }
    }

    void close() {
        try {
            process.waitFor(Math.min(deadline.millisLeft(), 5000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }
}
