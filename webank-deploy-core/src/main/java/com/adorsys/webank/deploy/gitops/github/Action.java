package com.adorsys.webank.deploy.gitops.github;

/** What a request is for. */
enum Action {
    FIND_INSTALLATION("find the installation of the App"),
    MAKE_TOKEN("make a token for the App"),
    FIND_REPOSITORY("read the repository"),
    COMPARE("compare commits"),
    LIST_PULL_REQUESTS("list the pull requests"),
    OPEN_PULL_REQUEST("open the pull request"),
    UPDATE_PULL_REQUEST("update the pull request"),
    ADD_LABELS("add the labels"),
    LIST_REVIEWS("list the reviews"),
    REQUEST_REVIEWERS("request the reviewers");

    private final String text;

    Action(String text) {
        this.text = text;
    }

    /** Whether it can be sent again when it is not known whether GitHub did it. */
    boolean isIdempotent() {
        return this != OPEN_PULL_REQUEST;
    }

    /** Whether it is done by the App itself, and not by a token. */
    boolean isOfApp() {
        return this == FIND_INSTALLATION || this == MAKE_TOKEN;
    }

    @Override
    public String toString() {
        return text;
    }
}
