package com.adorsys.webank.deploy.gitops.github;

/** A pull request. Immutable. */
public final class PullRequest {
    /** What was done with it. */
    public enum Status {
        /** It is new. */
        OPENED,
        /** It was open, and has a new commit, title, body, label or reviewer. */
        UPDATED,
        /** It was open, and is as it should be. */
        UNCHANGED,
        /** It is open, but what it proposes is no longer generated. It can be closed. */
        OUTDATED
    }

    private final int number;
    private final String url;
    private final Status status;

    PullRequest(int number, String url, Status status) {
        this.number = number;
        this.url = url;
        this.status = status;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** The address of its page. */
    public String url() {
        return url;
    }

    /** What was done with it. */
    public Status status() {
        return status;
    }

    /** The address, and what was done. */
    @Override
    public String toString() {
        return url
                + switch (status) {
                    case OPENED -> " was opened";
                    case UPDATED -> " was updated";
                    case UNCHANGED -> " is up to date";
                    case OUTDATED -> " is open, but there is nothing left to propose: close it";
                };
    }
}
