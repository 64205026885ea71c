package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.gitops.github.GitHubApp;
import com.adorsys.webank.deploy.gitops.github.GitHubCredentials;
import com.adorsys.webank.deploy.gitops.github.GitHubOptions;
import com.adorsys.webank.deploy.gitops.github.GitHubRepository;
import com.adorsys.webank.deploy.gitops.github.PullRequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of commands that publish for GitHub: a GitHub App, and a pull request. */
final class GitHubArguments {
    private static final String PULL_REQUEST = "--pull-request";
    private static final String APP = "--github-app";
    private static final String KEY = "--github-key";
    private static final String INSTALLATION = "--github-installation";
    private static final String URL = "--github-url";

    static final List<Command.Option> OPTIONS = List.of(
            Command.Option.value(PULL_REQUEST),
            Command.Option.value("--title"),
            Command.Option.value("--body-file"),
            Command.Option.values("--label"),
            Command.Option.values("--reviewer"),
            Command.Option.flag("--draft"),
            Command.Option.value(APP),
            Command.Option.value(KEY),
            Command.Option.value(INSTALLATION),
            Command.Option.value(URL));

    static final String HELP = """
              --pull-request BRANCH
                                  publishes to this branch, and opens a pull request on GitHub into
                                  that of --branch, or updates the open one
              --title TEXT        its title. Default: the first line of the commit's message
              --body-file FILE    a file with its body, in Markdown. Default: what changes, object by
                                  object
              --label NAME        a label of it; may be given several times
              --reviewer NAME     a user, or a team as ORGANIZATION/TEAM, whose review is requested;
                                  may be given several times
              --draft             opens it as a draft
              --github-app ID     a GitHub App, by its App ID or client ID, which makes the tokens
              --github-key FILE   its private key, as PEM
              --github-installation NUMBER
                                  its installation. Default: that of the repository
              --github-url URL    the address of GitHub's REST API. Default: that of the repository's
                                  host, for GitHub Enterprise Server https://HOST/api/v3
            """;

    private final Arguments arguments;
    private final Console console;

    /** The options, checked against each other; what is wrong is added to the problems of the arguments. */
    GitHubArguments(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
        for (String option : List.of("--title", "--body-file", "--label", "--reviewer", "--draft")) {
            if (arguments.has(option) && !arguments.has(PULL_REQUEST)) {
                arguments.misplaced(
                        "`" + option + "` is for a pull request", "Add `" + PULL_REQUEST + " BRANCH`, or remove it");
            }
        }
        if (arguments.has(APP) != arguments.has(KEY)) {
            arguments.missing("`" + APP + " ID` and `" + KEY + " FILE` together");
        }
        if (arguments.has(INSTALLATION) && !arguments.has(APP)) {
            arguments.misplaced("`" + INSTALLATION + "` is for a GitHub App", "Add `" + APP + " ID`, or remove it");
        }
        if (arguments.has(APP) && arguments.has("--token-file")) {
            arguments.misplaced("`" + APP + "` and `--token-file` are both given", "Keep one of the two");
        }
        if (arguments.has(URL) && !areUsed()) {
            arguments.misplaced(
                    "`" + URL + "` is for pull requests and GitHub Apps",
                    "Add `" + PULL_REQUEST + " BRANCH`, or remove it");
        }
        String number = arguments.value(INSTALLATION);
        if (number != null && !number.matches("[1-9]\\d{0,17}")) {
            arguments.invalidValue(INSTALLATION, number, "Write its number, or leave it out");
        }
    }

    /** Whether the repository is accessed as one of GitHub. */
    boolean areUsed() {
        return arguments.has(PULL_REQUEST) || arguments.has(APP);
    }

    /** The branch of the pull request; empty if none is asked for. */
    Optional<String> branch() {
        return Optional.ofNullable(arguments.value(PULL_REQUEST));
    }

    /** Opens the repository that the options name. */
    GitHubRepository open(Map<String, String> variables) {
        GitHubOptions options = GitHubOptions.builder()
                .apiUrl(Optional.ofNullable(arguments.value(URL)))
                .build();
        return GitHubRepository.open(
                arguments.required(RepositoryArguments.REPOSITORY, "URI"), credentials(variables), options);
    }

    private GitHubCredentials credentials(Map<String, String> variables) {
        String app = arguments.value(APP);
        String key = arguments.value(KEY);
        if (app == null || key == null) {
            return GitHubCredentials.token(Repositories.token(arguments, variables, console));
        }
        GitHubApp credentials = GitHubCredentials.app(app, text(key, ProblemCodes.GIT_CREDENTIALS, "private key"));
        String installation = arguments.value(INSTALLATION);
        return installation == null ? credentials : credentials.withInstallation(Long.parseLong(installation));
    }

    /**
     * What the pull request has, besides the body.
     *
     * @param title the title if none is given
     */
    PullRequestOptions request(String title) {
        String given = arguments.value("--title");
        return PullRequestOptions.builder()
                .title(given == null ? title : given)
                .addAllLabels(arguments.values("--label"))
                .addAllReviewers(arguments.values("--reviewer"))
                .draft(arguments.has("--draft"))
                .build();
    }

    /** The body of the pull request, if a file gives it. */
    Optional<String> body() {
        return Optional.ofNullable(arguments.value("--body-file"))
                .map(file -> text(file, ProblemCodes.OPTION_INVALID, "body"));
    }

    private String text(String file, String code, String what) {
        try {
            return Files.readString(console.file(file).toPath());
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInput(Problem.error(
                    code,
                    Location.ofFile(file),
                    "the file with the " + what + " cannot be read",
                    "check the path and its permissions"));
        }
    }
}
