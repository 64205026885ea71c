package com.adorsys.webank.deploy.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shuts a command down after SIGINT, SIGTERM or SIGHUP: its thread is interrupted, finishes the running requests, and the
 * process ends after the command has reported how far it got.
 *
 * <p>The JVM then exits with the code of the signal, 130 for SIGINT and 143 for SIGTERM; or with the command's own code if
 * the command had succeeded or failed before.
 */
final class Signals {
    /** How long the command may take to end. If it is killed then, the next run continues. */
    private static final long PATIENCE_SECONDS = 60;

    private static final int UNKNOWN = -1;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger(UNKNOWN);

    private Signals() {}

    /** From now on a signal calls {@code onSignal}, and then interrupts the thread. */
    static Signals interrupting(Thread thread, Runnable onSignal) {
        Signals signals = new Signals();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> signals.shutDown(thread, onSignal), "webank-deploy signals"));
        return signals;
    }

    /** Called when all output is written, with the exit code. */
    void end(int exitCode) {
        code.set(exitCode);
        ended.countDown();
    }

    /** Runs when the JVM ends, because of a signal or for another reason. */
    private void shutDown(Thread thread, Runnable onSignal) {
        if (ended.getCount() == 0) {
            return;
        }
        onSignal.run();
        thread.interrupt();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && code.get() != Cli.INTERRUPTED) {
                Runtime.getRuntime().halt(code.get());
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody does, it ends.
            Thread.currentThread().interrupt();
        }
    }
}
