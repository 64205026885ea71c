package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** What a pull request has. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class PullRequestOptions implements WithPullRequestOptions {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_LABEL = 50;

    private static final class Patterns {
        private static final Pattern REVIEWER =
                Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}(/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?");
    }

    PullRequestOptions() {}

    /**
     * A builder: {@code title}, then what is optional.
     *
     * <p>{@code build()} throws {@link InvalidInput} with everything that is outside its grammar or range.
     */
    public static ImmutablePullRequestOptions.TitleBuildStage builder() {
        return ImmutablePullRequestOptions.builder();
    }

    /** The title, one line of at most 256 characters. */
    public abstract String title();

    /**
     * The body, in Markdown. GitHub takes 65,536 characters; of a longer one the lines that fit are sent, and how many are
     * missing. Default: empty.
     */
    @Value.Default
    public String body() {
        return "";
    }

    /**
     * Labels, in addition to those that the pull request has. GitHub creates a label that the repository does not have.
     * Default: none.
     */
    public abstract List<String> labels();

    /** Reviewers: users, and teams as {@code ORGANIZATION/TEAM}. Default: none. */
    public abstract List<String> reviewers();

    /** Whether it is opened as a draft. An open pull request stays what it is. Default: false. */
    @Value.Default
    public boolean draft() {
        return false;
    }

    /** A copy with further labels. */
    public final PullRequestOptions plusLabels(String... added) {
        return withLabels(Additions.to(labels(), added));
    }

    /** A copy with further reviewers. */
    public final PullRequestOptions plusReviewers(String... added) {
        return withReviewers(Additions.to(reviewers(), added));
    }

    @Value.Check
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (title().isBlank() || title().length() > LONGEST_TITLE || !isLine(title())) {
            problems.add(problem(
                    "title",
                    "the title is not one line of 1 to " + LONGEST_TITLE + " characters",
                    "write what is proposed, such as `Deploy webank to dev`"));
        }
        refuseCredentials("title", title(), problems);
        refuseCredentials("body", body(), problems);
        for (String label : labels()) {
            if (label.isBlank() || label.length() > LONGEST_LABEL || !isLine(label)) {
                problems.add(problem(
                        "labels",
                        Problem.quote(label) + " is not a label of 1 to " + LONGEST_LABEL + " characters",
                        "write it as in `deployment`"));
            }
        }
        for (String reviewer : reviewers()) {
            if (!Patterns.REVIEWER.matcher(reviewer).matches()) {
                problems.add(problem(
                        "reviewers",
                        Problem.quote(reviewer) + " is not a user or a team",
                        "write the login of a user, such as `octocat`, or a team, such as `example/operations`"));
            }
        }
        InvalidInput.throwIfErrors(problems);
    }

    private static void refuseCredentials(String setting, String text, List<Problem> into) {
        if (!UrlCredentials.masked(text).equals(text)) {
            into.add(Problem.error(
                    ProblemCodes.URL_CREDENTIALS,
                    Location.of("pullRequest." + setting),
                    "the " + setting + " of the pull request has a URL with credentials",
                    "write the plain URL"));
        }
    }

    private static boolean isLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.OPTION_INVALID, Location.of("pullRequest." + path), what, remedy);
    }
}
