package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.gitops.Publication;
import java.util.Optional;

/** What proposing a change did. Immutable. */
public final class Proposal {
    private final Publication publication;
    private final String base;
    private final Optional<PullRequest> pullRequest;

    Proposal(Publication publication, String base, Optional<PullRequest> pullRequest) {
        this.publication = publication;
        this.base = base;
        this.pullRequest = pullRequest;
    }

    /** What was published to the branch of the pull request. */
    public Publication publication() {
        return publication;
    }

    /** The pull request. Empty if nothing would change and none is open. */
    public Optional<PullRequest> pullRequest() {
        return pullRequest;
    }

    /** One line: the pull request, or that there is nothing to propose. */
    @Override
    public String toString() {
        return pullRequest
                .map(PullRequest::toString)
                .orElse("there is nothing to propose: " + base + " has the content already");
    }
}
