package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;

/**
 * The kind of credentials with which Argo CD reads a Git repository. Their values are in a secret store; the names of the
 * properties there are those of Argo CD's repository Secret.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories">Repositories</a>
 */
public enum RepositoryCredentials {
    /** None: everybody may read the repository. */
    NONE(List.of()),
    /** A token, in the property {@code password}. */
    TOKEN(List.of("password")),
    /** A private key for a repository over ssh, in the property {@code sshPrivateKey}. */
    SSH_KEY(List.of("sshPrivateKey")),
    /**
     * A GitHub App, in the properties {@code githubAppID}, {@code githubAppInstallationID} and {@code githubAppPrivateKey}.
     */
    GITHUB_APP(List.of("githubAppID", "githubAppInstallationID", "githubAppPrivateKey"));

    private final List<String> properties;

    RepositoryCredentials(List<String> properties) {
        this.properties = properties;
    }

    /** The names of the properties in the secret store, and of the keys of the Secret. */
    public List<String> properties() {
        return properties;
    }

    /** Reports credentials that are not for the protocol of an address. */
    void check(String url, ArgoChecks checks) {
        boolean isHttps = url.startsWith("https://");
        boolean isSsh = url.startsWith("ssh://") || !url.contains("://");
        boolean fits = switch (this) {
            case NONE -> true;
            case SSH_KEY -> isSsh;
            case TOKEN, GITHUB_APP -> isHttps;
        };
        if (!fits) {
            checks.error(
                    ProblemCodes.URL_INVALID,
                    "repoUrl",
                    "credentials of the kind " + this + " are not for the repository `" + url + "`",
                    this == SSH_KEY
                            ? "write the address as `ssh://user@host/path`, or choose other credentials"
                            : "write the address as `https://host/path`, or choose other credentials");
        }
    }

    /** The keys of the repository's Secret whose values are no secrets. */
    MapTree known(String url) {
        MapTree.Builder known = MapTree.builder().put("type", "git").put("url", url);
        if (this == TOKEN) {
            // GitHub takes any name, but not none.
            known.put("username", "git");
        } else if (this == GITHUB_APP) {
            enterpriseApi(url).ifPresent(api -> known.put("githubAppEnterpriseBaseUrl", api));
        }
        return known.build();
    }

    /** The address of the REST API of the repository's GitHub Enterprise Server; empty if it is on github.com. */
    static Optional<String> enterpriseApi(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String authority = rest.substring(rest.indexOf('@') + 1, slash < 0 ? rest.length() : slash);
        // The port of ssh is not that of the API, and `user@host:path` has none.
        int colon = url.startsWith("https://") ? -1 : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return host.equals("github.com") ? Optional.empty() : Optional.of("https://" + host + "/api/v3");
    }
}
