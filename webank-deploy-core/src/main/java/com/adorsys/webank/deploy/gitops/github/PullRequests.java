package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.gitops.BranchHistory;
import com.adorsys.webank.deploy.gitops.github.PullRequest.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHCompare;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHTeam;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** The pull requests of a repository, through github-api. */
final class PullRequests implements BranchHistory {
    private final RepositoryAddress address;
    private final RestFailure failure;
    private final ApiConnector api;
    private @Nullable GHRepository repository;

    PullRequests(RepositoryAddress address, RestClient client, RestFailure failure, Authorization authorization) {
        this.address = address;
        this.failure = failure;
        this.api = new ApiConnector(client, failure, address, authorization);
    }

    private GHRepository repository() {
        GHRepository known = repository;
        if (known == null) {
            known = api.call(Action.FIND_REPOSITORY, () -> gitHub().getRepository(address.fullName()));
            repository = known;
        }
        return known;
    }

    private GitHub gitHub() throws IOException {
        return new GitHubBuilder()
                .withEndpoint(address.api().toString())
                .withConnector(api)
                .build();
    }

    @Override
    public Comparison compare(String base, String commit) {
        GHCompare compare = api.call(Action.COMPARE, () -> repository().getCompare(base, commit));
        if (compare.getStatus() == null) {
            // Its numbers would be 0, as if the branch had no commits of others.
            throw failure.unreadable(Action.COMPARE);
        }
        return new Comparison(compare.getAheadBy(), compare.getBehindBy());
    }

    /** The open pull request of a branch. */
    Optional<PullRequest> find(String branch, String base, Status status) {
        return open(branch, base).map(request -> shown(request, status));
    }

    /**
     * Opens a pull request, or updates the open one.
     *
     * @param hasNewCommit whether a commit was just published to the branch
     */
    PullRequest put(PullRequestOptions options, String branch, String base, boolean hasNewCommit) {
        String body = PullRequestBody.of(options.body());
        Optional<GHPullRequest> found = open(branch, base);
        if (found.isEmpty()) {
            GHPullRequest made = create(options, branch, base, body);
            addLabels(made, options);
            requestReviewers(made, options, true);
            return shown(made, Status.OPENED);
        }
        GHPullRequest request = found.get();
        boolean isChanged = edit(request, options, body);
        isChanged |= addLabels(request, options);
        isChanged |= requestReviewers(request, options, hasNewCommit);
        return shown(request, isChanged || hasNewCommit ? Status.UPDATED : Status.UNCHANGED);
    }

    private Optional<GHPullRequest> open(String branch, String base) {
        // Not toList(), which reads pages for as long as the server names a next one.
        return api.call(Action.LIST_PULL_REQUESTS, () -> {
            Iterator<GHPullRequest> found = repository()
                    .queryPullRequests()
                    .state(GHIssueState.OPEN)
                    .head(branch)
                    .base(base)
                    .list()
                    .iterator();
            return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
        });
    }

    private GHPullRequest create(PullRequestOptions options, String branch, String base, String body) {
        try {
            return api.call(
                    Action.OPEN_PULL_REQUEST,
                    () -> repository().createPullRequest(options.title(), branch, base, body, true, options.draft()));
        } catch (Refused | Unavailable e) {
            // Somebody else was faster, or the answer was lost.
            return open(branch, base).orElseThrow(() -> e);
        }
    }

    private boolean edit(GHPullRequest request, PullRequestOptions options, String body) {
        String title = options.title();
        boolean isOtherTitle = !title.equals(request.getTitle());
        boolean isOtherBody = !body.equals(request.getBody() == null ? "" : request.getBody());
        api.call(Action.UPDATE_PULL_REQUEST, () -> {
            if (isOtherTitle) {
                request.setTitle(title);
            }
            if (isOtherBody) {
                request.setBody(body);
            }
            return request;
        });
        return isOtherTitle || isOtherBody;
    }

    private boolean addLabels(GHPullRequest request, PullRequestOptions options) {
        List<String> missing = without(
                options.labels(),
                request.getLabels().stream().map(GHLabel::getName).toList());
        if (missing.isEmpty()) {
            return false;
        }
        after(request, () -> api.call(Action.ADD_LABELS, () -> request.addLabels(missing.toArray(new String[0]))));
        return true;
    }

    /**
     * Requests the reviewers that are not requested now. GitHub takes away a request when the review is there: it is made
     * again for a new commit only.
     */
    private boolean requestReviewers(GHPullRequest request, PullRequestOptions options, boolean hasNewCommit) {
        List<GHUser> users = new ArrayList<>();
        List<GHTeam> teams = new ArrayList<>();
        List<String> requested = api.call(Action.LIST_PULL_REQUESTS, () -> requested(request));
        for (String reviewer : without(options.reviewers(), requested)) {
            int slash = reviewer.indexOf('/');
            if (slash < 0) {
                users.add(new UserName(reviewer));
            } else {
                teams.add(new TeamName(reviewer.substring(slash + 1)));
            }
        }
        if (users.isEmpty() && teams.isEmpty() || !hasNewCommit && hasReviews(request)) {
            return false;
        }
        after(
                request,
                () -> api.call(Action.REQUEST_REVIEWERS, () -> {
                    if (!users.isEmpty()) {
                        request.requestReviewers(users);
                    }
                    if (!teams.isEmpty()) {
                        request.requestTeamReviewers(teams);
                    }
                    return request;
                }));
        return true;
    }

    private List<String> requested(GHPullRequest request) throws IOException {
        List<String> names = new ArrayList<>();
        for (GHUser user : request.getRequestedReviewers()) {
            names.add(user.getLogin());
        }
        for (GHTeam team : request.getRequestedTeams()) {
            names.add(address.owner() + "/" + team.getSlug());
        }
        return names;
    }

    private boolean hasReviews(GHPullRequest request) {
        return api.call(
                Action.LIST_REVIEWS,
                () -> request.listReviews().withPageSize(1).iterator().hasNext());
    }

    /** Names that are not among others; GitHub does not distinguish case. */
    private static List<String> without(List<String> names, Collection<String> others) {
        return names.stream()
                .distinct()
                .filter(name -> others.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
    }

    /** Does what needs a pull request, and says in a refusal that the pull request is there. */
    private static void after(GHPullRequest request, Runnable step) {
        try {
            step.run();
        } catch (Refused e) {
            throw new Refused(
                    "the pull request " + request.getNumber() + " is open, but not complete: " + e.getMessage());
        }
    }

    private static PullRequest shown(GHPullRequest request, Status status) {
        return new PullRequest(
                request.getNumber(), UrlCredentials.maskedValue(String.valueOf(request.getHtmlUrl())), status);
    }

    /** A user of whom only the name is known: github-api would read the others from the server. */
    private static final class UserName extends GHUser {
        UserName(String name) {
            this.login = name;
        }
    }

    /** A team of which only the name is known. Apps may mostly not read teams. */
    private static final class TeamName extends GHTeam {
        private final String team;

        TeamName(String team) {
            this.team = team;
        }

        @Override
        public String getSlug() {
            return team;
        }
    }
}
