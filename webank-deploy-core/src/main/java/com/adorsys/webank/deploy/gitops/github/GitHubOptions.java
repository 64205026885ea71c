package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How GitHub is reached. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class GitHubOptions implements WithGitHubOptions {
    GitHubOptions() {}

    /** The defaults of all options. */
    public static GitHubOptions defaults() {
        return builder().build();
    }

    /**
     * A builder, in which everything is optional.
     *
     * <p>{@code build()} throws {@link InvalidInput} with everything that is out of range.
     */
    public static ImmutableGitHubOptions.Builder builder() {
        return ImmutableGitHubOptions.builder();
    }

    /**
     * The address of GitHub's REST API. Default: that of the repository's host, {@code https://api.github.com} for {@code
     * github.com}, {@code https://api.SUBDOMAIN.ghe.com} for {@code SUBDOMAIN.ghe.com}, and {@code https://HOST/api/v3} for
     * GitHub Enterprise Server.
     */
    public abstract Optional<String> apiUrl();

    /** How long one request may take. Default: 30 seconds. */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(30);
    }

    /**
     * How long a repository may wait in all until a rate limit ends or a failing server recovers. A longer wait is an error
     * at once. Default: 1 minute.
     */
    @Value.Default
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Value.Check
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (timeout().isNegative() || timeout().isZero()) {
            problems.add(
                    problem("timeout", "the timeout `" + timeout() + "` is not positive", "leave it at 30 seconds"));
        }
        if (patience().isNegative()) {
            problems.add(problem(
                    "patience", "the longest wait `" + patience() + "` is negative", "use zero in order not to wait"));
        }
        InvalidInput.throwIfErrors(problems);
    }

    private static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.OPTION_INVALID, Location.of("options." + path), what, remedy);
    }
}
