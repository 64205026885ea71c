package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;

/**
 * With what GitHub is accessed: a token, or a GitHub App. Immutable. Neither {@code toString} nor any message of this
 * library shows a token or a key.
 */
public sealed interface GitHubCredentials permits GitHubToken, GitHubApp {
    /**
     * A token: a personal access token, or one that a workflow of GitHub Actions gets.
     *
     * @throws InvalidInput if it is empty, or has a blank or a control character
     */
    static GitHubCredentials token(String token) {
        return new GitHubToken(token);
    }

    /**
     * A GitHub App.
     *
     * @throws InvalidInput as {@link GitHubApp#of} does
     */
    static GitHubApp app(String id, String privateKey) {
        return GitHubApp.of(id, privateKey);
    }
}
