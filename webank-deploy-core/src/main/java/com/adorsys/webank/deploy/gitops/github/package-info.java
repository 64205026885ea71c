/**
 * GitHub: the tokens of a GitHub App, and pull requests.
 *
 * <p>{@link com.adorsys.webank.deploy.gitops.github.GitHubRepository} is the start. This package needs JGit and {@code
 * org.kohsuke:github-api}, optional dependencies. Nothing else of the library uses github-api.
 */
@NullMarked
package com.adorsys.webank.deploy.gitops.github;

import org.jspecify.annotations.NullMarked;
