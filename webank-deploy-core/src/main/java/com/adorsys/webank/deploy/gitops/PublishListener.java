package com.adorsys.webank.deploy.gitops;

/** Gets the progress of a publication, from the thread that publishes. */
@FunctionalInterface
public interface PublishListener {
    /** What is done next. */
    enum Step {
        /** The branch is fetched. */
        FETCH,
        /** The files are compared. */
        COMPARE,
        /** The commit is pushed. */
        PUSH,
        /** Somebody else has changed the branch, so it is fetched again. */
        RETRY
    }

    /**
     * A step begins.
     *
     * @param attempt 1 for the first
     */
    void on(Step step, int attempt);
}
