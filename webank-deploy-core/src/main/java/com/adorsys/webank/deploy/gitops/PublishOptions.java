package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.tree.HandEdits;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;
import org.immutables.value.Value;

/** Where and how a commit is published. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class PublishOptions implements WithPublishOptions {
    private static final class Patterns {
        private static final Pattern TRAILER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
    }

    PublishOptions() {}

    /**
     * A builder: {@code branch}, {@code message}, {@code author}, {@code time}, then what is optional.
     *
     * <p>{@code build()} throws {@link InvalidInput} with everything that is outside its grammar or range.
     */
    public static ImmutablePublishOptions.BranchBuildStage builder() {
        return ImmutablePublishOptions.builder();
    }

    /** The branch, such as {@code main}. In an empty repository it is created. */
    public abstract String branch();

    /** The commit's message, without trailers. */
    public abstract String message();

    /** The commit's author. */
    public abstract GitIdentity author();

    /** The time of the commit, of author and committer. */
    public abstract OffsetDateTime time();

    /** The committer, if it is set. */
    abstract Optional<GitIdentity> givenCommitter();

    /** The commit's committer. Default: the author. */
    public GitIdentity committer() {
        return givenCommitter().orElse(author());
    }

    /** The revision that the files were generated from, for the trailer {@code Source-Revision}. Default: none. */
    public abstract Optional<String> sourceRevision();

    /** Further trailers of the message, by name. Default: none. */
    public abstract Map<String, String> trailers();

    /**
     * The branch that a missing branch starts from. Default: none; then a missing branch is refused unless the repository
     * is empty.
     */
    public abstract Optional<String> startingFrom();

    /** What the commit is signed with. Default: nothing; it is not signed. */
    public abstract Optional<SigningKey> signingKey();

    /** What happens to generated files that were edited by hand. Default: {@link HandEdits#REPORT}. */
    @Value.Default
    public HandEdits handEdits() {
        return HandEdits.REPORT;
    }

    /** Until when new attempts are started while others change the branch too. Default: 2 minutes after the start. */
    @Value.Default
    public Duration limit() {
        return Duration.ofMinutes(2);
    }

    /** What the waiting times between attempts are drawn from. Default: a generator of this publication alone. */
    public abstract Optional<RandomGenerator> random();

    /** Gets the progress. Default: none. */
    public abstract Optional<PublishListener> listener();

    /**
     * A copy with more trailers.
     *
     * @throws InvalidInput if a trailer is already set to another value
     */
    public final PublishOptions plusTrailers(Map<String, String> added) {
        return withTrailers(Additions.to("trailers", trailers(), added));
    }

    @Value.Check
    void check() {
        List<Problem> problems = new ArrayList<>();
        checkBranch("branch", branch(), problems);
        startingFrom().ifPresent(branch -> checkBranch("startingFrom", branch, problems));
        if (message().isBlank() || !isText(message(), "\n\t")) {
            problems.add(problem(
                    "message", "the commit's message is empty or has a control character", "write what is published"));
        }
        if (limit().isNegative() || limit().isZero()) {
            problems.add(problem("limit", "the limit `" + limit() + "` is not positive", "leave it at 2 minutes"));
        }
        sourceRevision().ifPresent(revision -> checkTrailer("sourceRevision", "Source-Revision", revision, problems));
        trailers().forEach((name, value) -> checkTrailer("trailers." + name, name, value, problems));
        if (UrlCredentials.areIn(message()) || !UrlCredentials.masked(message()).equals(message())) {
            problems.add(Problem.error(
                    ProblemCodes.URL_CREDENTIALS,
                    Location.of("options.message"),
                    "the commit's message has a URL with credentials",
                    "write the plain URL"));
        }
        InvalidInput.throwIfErrors(problems);
    }

    private static void checkBranch(String setting, String branch, List<Problem> into) {
        if (!Repository.isValidRefName("refs/heads/" + branch) || branch.startsWith("refs/")) {
            into.add(problem(
                    setting,
                    Problem.quote(branch) + " is not the name of a branch",
                    "write the name without `refs/heads/`, such as `main`"));
        }
    }

    private static void checkTrailer(String setting, String name, String value, List<Problem> into) {
        boolean valid = Patterns.TRAILER.matcher(name).matches() && !value.isBlank() && isText(value, "");
        if (!valid || !UrlCredentials.masked(value).equals(value)) {
            into.add(problem(
                    setting,
                    "the trailer " + Problem.quote(name) + " is not a word with a text of one line without credentials",
                    "write it as in `Reviewed-by: Jane Doe`"));
        }
    }

    private static boolean isText(String text, String allowed) {
        return text.chars().allMatch(c -> c >= ' ' && c != 0x7F || allowed.indexOf(c) >= 0);
    }

    private static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.OPTION_INVALID, Location.of("options." + path), what, remedy);
    }
}
