package com.adorsys.webank.deploy.eks;

/**
 * Told what a run does, while it does it.
 *
 * <p>Calls come one at a time, from threads of the run, which wait for them. What a listener throws is dropped: it cannot
 * stop a run.
 */
@FunctionalInterface
public interface ProgressListener {
    /** A listener that listens to nothing. */
    ProgressListener NONE = event -> {};

    /** Something happened. */
    void on(ProgressEvent event);
}
