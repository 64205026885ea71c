package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A GitHub App, whose private key makes the tokens that a repository is accessed with. Immutable.
 *
 * <p>A token is limited to one repository and is valid for 1 hour; it is renewed when it is about to expire. The App needs
 * the permissions <i>Contents: write</i> and, for pull requests, <i>Pull requests: write</i>.
 *
 * @see <a href="https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app">Authenticating with a
 *     GitHub App</a>
 */
public final class GitHubApp implements GitHubCredentials {
    private static final class Patterns {
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    /** GitHub allows at most 10 minutes. */
    private static final Duration LIFETIME = Duration.ofMinutes(9);
    /** For a clock that is slow, as GitHub recommends. */
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private final String id;
    private final PrivateKey key;
    private final OptionalLong installation;

    private GitHubApp(String id, PrivateKey key, OptionalLong installation) {
        this.id = id;
        this.key = key;
        this.installation = installation;
    }

    /**
     * An App. Its installation is the one that the repository belongs to.
     *
     * @param id its App ID or its client ID
     * @param privateKey its RSA key as PEM, in PKCS#1 as GitHub gives it or in PKCS#8, not encrypted
     * @throws InvalidInput if one of them is of another form
     */
    public static GitHubApp of(String id, String privateKey) {
        if (!Patterns.ID.matcher(id).matches()) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.GIT_CREDENTIALS,
                    Location.of("credentials.app"),
                    "the ID of the GitHub App is not a number or a client ID",
                    "copy it from the App's settings, such as `123456`"));
        }
        return new GitHubApp(id, PemKey.parse(privateKey), OptionalLong.empty());
    }

    /**
     * A copy with the number of an installation.
     *
     * @throws InvalidInput if it is not positive
     */
    public GitHubApp withInstallation(long number) {
        if (number <= 0) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.GIT_CREDENTIALS,
                    Location.of("credentials.installation"),
                    "the installation `" + number + "` is not a positive number",
                    "copy it from the address of the installation's settings, or leave it out"));
        }
        return new GitHubApp(id, key, OptionalLong.of(number));
    }

    /** The App ID or client ID. */
    public String id() {
        return id;
    }

    /** The number of the installation, if it was set. */
    public OptionalLong installation() {
        return installation;
    }

    /** What proves to GitHub for some minutes that the key is known: a JSON Web Token, signed with RS256. */
    String webToken(Instant now) {
        String payload = "{\"iat\":" + now.minus(EARLIER).getEpochSecond() + ",\"exp\":"
                + now.plus(LIFETIME).getEpochSecond() + ",\"iss\":\"" + id + "\"}";
        String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            // Without the cause, which could say something of the key.
            throw PemKey.invalid("the private key of the GitHub App cannot sign");
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitHubApp that
                && id.equals(that.id)
                && key.equals(that.key)
                && installation.equals(that.installation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, key, installation);
    }

    /** The ID and the installation. */
    @Override
    public String toString() {
        return "GitHub App " + id + (installation.isPresent() ? ", installation " + installation.getAsLong() : "");
    }
}
