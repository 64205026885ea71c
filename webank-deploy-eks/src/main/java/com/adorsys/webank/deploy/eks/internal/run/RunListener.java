package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressListener;

/** Tells a listener one thing at a time, and does not let it stop the run. */
public record RunListener(ProgressListener listener) {
    private static final System.Logger LOG = System.getLogger(RunListener.class.getName());

    public synchronized void on(ProgressEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A progress listener failed: {0}",
                    e.getClass().getName());
        }
    }
}
