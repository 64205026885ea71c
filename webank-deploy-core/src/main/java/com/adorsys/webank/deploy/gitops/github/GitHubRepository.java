package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.GitCredentials;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.Head;
import com.adorsys.webank.deploy.gitops.Publication;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.gitops.github.PullRequest.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A repository on GitHub or GitHub Enterprise: changes are proposed to it as pull requests. Used by one thread.
 *
 * <p>With a GitHub App, tokens are made when they are needed, limited to this repository, and renewed before they expire.
 * Tokens and keys are sent to GitHub only, redirects are not followed, and no message shows them.
 */
public final class GitHubRepository implements AutoCloseable {
    private final RepositoryAddress address;
    private final Secrets secrets;
    private final GitCredentials credentials;
    private final PullRequests pullRequests;
    private final GitOpsRepository repository;

    private GitHubRepository(
            RepositoryAddress address,
            Secrets secrets,
            GitCredentials credentials,
            PullRequests pullRequests,
            GitOpsRepository repository) {
        this.address = address;
        this.secrets = secrets;
        this.credentials = credentials;
        this.pullRequests = pullRequests;
        this.repository = repository;
    }

    /** {@link #open(String, GitHubCredentials, GitHubOptions)} with {@link GitHubOptions#defaults}. */
    public static GitHubRepository open(String url, GitHubCredentials credentials) {
        return open(url, credentials, GitHubOptions.defaults());
    }

    /**
     * Opens a repository. GitHub is not contacted yet.
     *
     * @param url its https address, such as {@code https://github.com/example/deployment}
     * @throws InvalidInput if an address is of another kind or contains credentials
     * @throws com.adorsys.webank.deploy.core.DeployException.Unavailable if no temporary folder can be made
     */
    public static GitHubRepository open(String url, GitHubCredentials credentials, GitHubOptions options) {
        return open(url, credentials, options, Time.SYSTEM);
    }

    static GitHubRepository open(String url, GitHubCredentials credentials, GitHubOptions options, Time time) {
        RepositoryAddress address = RepositoryAddress.parse(url, options.apiUrl());
        Secrets secrets = new Secrets();
        RestFailure failure = new RestFailure(address, credentials, secrets);
        RestClient client = new RestClient(options, failure, time);
        GitCredentials git;
        Authorization authorization;
        if (credentials instanceof GitHubApp app) {
            InstallationTokens tokens = new InstallationTokens(app, address, client, failure, secrets, time);
            git = GitCredentials.renewed(tokens);
            authorization = tokens.authorization();
        } else {
            GitHubToken fixed = (GitHubToken) credentials;
            secrets.add(fixed.token());
            git = fixed.credentials();
            authorization = () -> "Bearer " + fixed.token();
        }
        return new GitHubRepository(
                address,
                secrets,
                git,
                new PullRequests(address, client, failure, authorization),
                GitOpsRepository.open(url, git));
    }

    /**
     * The repository, to publish to a branch without a pull request. It is closed with this one.
     *
     * <p>With a GitHub App it is accessed by the App's tokens.
     */
    public GitOpsRepository git() {
        return repository;
    }

    /** The credentials for Git over https; those of a GitHub App are renewed until this is closed and later. */
    public GitCredentials credentials() {
        return credentials;
    }

    /**
     * Publishes to a branch as {@link GitOpsRepository#propose} does, and opens a pull request for it, or updates the open
     * one. If the content changes nothing of the base branch, nothing is published and no pull request is opened; one that
     * is open stays, as {@link Status#OUTDATED}.
     *
     * @param request what the pull request has. Of an open one, the title and the body are replaced, labels are added, and
     *     reviewers are requested who are not requested now; those who have reviewed are requested again only for a new
     *     commit.
     * @param options the branch of the pull request, as {@code branch}, and its base, as {@code startingFrom}
     * @param content what the branch is to have, made from the head of the base branch
     * @throws InvalidInput also if a team belongs to another organization, or the title or the body contains the token;
     *     before anything is published
     * @throws com.adorsys.webank.deploy.core.DeployException.Refused also if GitHub refuses the pull request, its labels or
     *     its reviewers. The commit is published then, and the next run continues.
     * @throws com.adorsys.webank.deploy.core.DeployException.Unavailable also if a rate limit is used up
     */
    public Proposal propose(PullRequestOptions request, PublishOptions options, Function<Head, GitContent> content) {
        return propose(request, publication -> request.body(), options, content);
    }

    /**
     * Publishes to a branch, and opens or updates a pull request, whose body is made when it is known what changes.
     *
     * @param body makes the body, such as {@code publication -> publication.objects().markdown()}. Credentials in it are
     *     masked. If the branch has commits of others, it gets what changes on top of them.
     * @see #propose(PullRequestOptions, PublishOptions, Function)
     */
    public Proposal propose(
            PullRequestOptions request,
            Function<Publication, String> body,
            PublishOptions options,
            Function<Head, GitContent> content) {
        check(request);
        Publication publication = repository.propose(options, content, pullRequests);
        String base = options.startingFrom().orElseThrow();
        Optional<PullRequest> made = publication.tip().isPresent()
                ? Optional.of(pullRequests.put(
                        request.withBody(UrlCredentials.masked(secrets.masked(body.apply(publication), ""))),
                        options.branch(),
                        base,
                        publication.isPublished()))
                : pullRequests.find(options.branch(), base, Status.OUTDATED);
        return new Proposal(publication, base, made);
    }

    private void check(PullRequestOptions request) {
        List<Problem> problems = new ArrayList<>();
        String organization = address.owner().toLowerCase(Locale.ROOT) + "/";
        for (String reviewer : request.reviewers()) {
            if (reviewer.contains("/") && !reviewer.toLowerCase(Locale.ROOT).startsWith(organization)) {
                problems.add(Problem.error(
                        ProblemCodes.OPTION_INVALID,
                        Location.of("pullRequest.reviewers"),
                        "the team " + Problem.quote(reviewer) + " does not belong to the organization "
                                + Problem.quote(address.owner()),
                        "name a team of the repository's organization"));
            }
        }
        if (secrets.areIn(request.title()) || secrets.areIn(request.body())) {
            problems.add(Problem.error(
                    ProblemCodes.SECRET_VALUE,
                    Location.of("pullRequest"),
                    "the title or the body of the pull request contains the token",
                    "write it without"));
        }
        InvalidInput.throwIfErrors(problems);
    }

    /** Removes the temporary folder. */
    @Override
    public void close() {
        repository.close();
    }

    /** The address. */
    @Override
    public String toString() {
        return "GitHub repository " + address.quoted();
    }
}
