package com.adorsys.webank.deploy.eks.internal.argo;

import java.util.List;

/** The revision that is waited for. */
record SyncGoal(String revision, Which which) {
    /** Which revisions reach the goal. */
    enum Which {
        /** This one. */
        EXACTLY,
        /** One that came after it. */
        NEWER
    }

    /**
     * Whether revisions reach the goal.
     *
     * @param revisions of the sources, as they are now
     * @param first the same when the wait began
     * @param history of earlier syncs, the oldest first
     */
    boolean isReached(List<String> revisions, List<String> first, List<List<String>> history) {
        if (revisions.isEmpty()) {
            return false;
        }
        if (which == Which.EXACTLY) {
            return revisions.contains(revision);
        }
        return !revisions.contains(revision) && (!revisions.equals(first) || wasBefore(revisions, history));
    }

    /** Whether this revision was synced, and others after it. */
    boolean wasBefore(List<String> revisions, List<List<String>> history) {
        int own = -1;
        int other = -1;
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).contains(revision)) {
                own = i;
            } else if (history.get(i).equals(revisions)) {
                other = i;
            }
        }
        return own >= 0 && other > own;
    }

    /** The goal in a message: {@code revision 1a2b3c} or {@code a revision newer than 1a2b3c}. */
    @Override
    public String toString() {
        return (which == Which.EXACTLY ? "revision " : "a revision newer than ") + revision;
    }
}
