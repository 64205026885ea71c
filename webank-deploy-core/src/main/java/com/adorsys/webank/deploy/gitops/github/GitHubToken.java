package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.gitops.GitCredentials;

/** A token. */
final class GitHubToken implements GitHubCredentials {
    private final String token;
    private final GitCredentials credentials;

    GitHubToken(String token) {
        this.credentials = GitCredentials.token(token);
        this.token = token;
    }

    String token() {
        return token;
    }

    GitCredentials credentials() {
        return credentials;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitHubToken that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "a token";
    }
}
