package com.adorsys.webank.deploy.eks.internal.records;

/** A record does not hold what was written. The message completes "is damaged: ...", and quotes no content. */
final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
        super(message);
    }
}
