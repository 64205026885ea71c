package com.adorsys.webank.deploy.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets SIGINT, SIGTERM and SIGHUP end a command in good order: they interrupt its thread, which finishes what is under way,
 * and the process ends when that has said how far it got.
 *
 * <p>The JVM then ends with the code of the signal, 130 for SIGINT and 143 for SIGTERM; with the command's own if that was
 * done, or had failed, by itself.
 */
final class Signals {
    /** How long the command may take to end. What is killed then the next run goes on with. */
    private static final long PATIENCE_SECONDS = 60;

    private static final int UNKNOWN = -1;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger(UNKNOWN);

    private Signals() {}

    /** From now on a signal interrupts this thread; it is told by {@code onSignal}. */
    static Signals interrupting(Thread thread, Runnable onSignal) {
        Signals signals = new Signals();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> signals.shutDown(thread, onSignal), "webank-deploy signals"));
        return signals;
    }

    /** Everything is written, and this is the exit code. */
    void end(int exitCode) {
        code.set(exitCode);
        ended.countDown();
    }

    /** Runs when the JVM ends, for which a signal is only one of the reasons. */
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
