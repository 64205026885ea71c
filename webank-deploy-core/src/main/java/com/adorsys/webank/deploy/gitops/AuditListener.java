package com.adorsys.webank.deploy.gitops;

/** Gets the progress of an audit, from the thread that audits. */
@FunctionalInterface
public interface AuditListener {
    /**
     * A commit is audited next.
     *
     * @param number 1 for the oldest
     * @param total how many commits there are
     */
    void on(int number, int total);
}
