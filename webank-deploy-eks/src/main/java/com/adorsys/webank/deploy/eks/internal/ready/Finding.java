package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.internal.api.OneLine;

/**
 * One thing that keeps an object from being ready.
 *
 * @param rank how telling it is
 * @param container of the Pod that it is about; empty if it is about the whole
 * @param what the fact, without its subject where there is a Pod
 * @param remedy what to do; empty if there is nothing to say
 * @param log which log tells more
 */
record Finding(Rank rank, String container, String what, String remedy, Log log) {
    /** What is found, the most telling first. */
    enum Rank {
        /** Pods are not let in. */
        REFUSED,
        /** An image cannot be had. */
        IMAGE,
        /** A container cannot be made or started. */
        CONTAINER,
        /** A container ends though it should not. */
        CRASH,
        /** A claim has no volume. */
        CLAIM,
        /** No node takes a Pod. */
        NODE,
        /** A volume is missing. */
        VOLUME,
        /** A container runs and does not get ready. */
        PROBE,
        /** What the object says of itself. */
        CONDITION,
        /** How far things are. */
        CONTEXT,
        /** What could not be found out. */
        GAP
    }

    /** A log of the container. */
    enum Log {
        NONE,
        CURRENT,
        /** That of the run before, if there was one. */
        PREVIOUS
    }

    /** What there is before a colon: a reason in brackets, and a text after it if there is one. */
    static String because(String reason, String message) {
        return (reason.isEmpty() ? "" : " (" + OneLine.of(reason) + ")")
                + (message.isEmpty() || message.equals(reason) ? "" : ": " + OneLine.clause(message));
    }

    static Finding of(Rank rank, String what, String remedy) {
        return new Finding(rank, "", what, remedy, Log.NONE);
    }
}
