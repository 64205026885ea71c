package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With what a repository is accessed: nothing, a user and a token over HTTP, or a key over SSH. Immutable. Neither {@link
 * #toString} nor any message of this library shows the token or the key.
 */
public final class GitCredentials {
    /** The user that GitHub expects with a token, of a person or of an App's installation. */
    public static final String TOKEN_USER = "x-access-token";

    private static final GitCredentials NONE = new GitCredentials("", "", null, null);
    private static final int SHORTEST_MASKED = 4;

    private final String user;
    private final String token;
    private final @Nullable SshLogin ssh;
    /** Null for one token. */
    private final @Nullable TokenSource source;

    private GitCredentials(String user, String token, @Nullable SshLogin ssh, @Nullable TokenSource source) {
        this.user = user;
        this.token = token;
        this.ssh = ssh;
        this.source = source;
    }

    /** No credentials: for local repositories, and for those that everybody may use. */
    public static GitCredentials none() {
        return NONE;
    }

    /**
     * A token of GitHub; the user is {@value #TOKEN_USER}.
     *
     * @throws InvalidInput as {@link #of} does
     */
    public static GitCredentials token(String token) {
        return of(TOKEN_USER, token);
    }

    /**
     * A user and a token or password.
     *
     * @throws InvalidInput if one of them is empty or has a blank or control character, or the user has a colon
     */
    public static GitCredentials of(String user, String token) {
        if (!isPrintable(user) || user.indexOf(':') >= 0) {
            throw invalid(
                    "the user name of the Git credentials is empty, or has a blank, a colon or a control character");
        }
        if (!isPrintable(token)) {
            throw invalid("the token of the Git credentials is empty, or has a blank or a control character");
        }
        return new GitCredentials(user, token, null, null);
    }

    /**
     * A key of SSH, and the hosts that are trusted with it. The user is that of the repository's address.
     *
     * <p>No other key, no agent and no configuration is used.
     */
    public static GitCredentials ssh(SshKey key, KnownHosts hosts) {
        return new GitCredentials("", "", new SshLogin(key, hosts), null);
    }

    /**
     * Tokens of GitHub that expire. A token is asked for before each exchange with the repository; the user is {@value
     * #TOKEN_USER}.
     */
    public static GitCredentials renewed(TokenSource source) {
        return new GitCredentials(TOKEN_USER, "", null, source);
    }

    private static boolean isPrintable(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != 0x7F);
    }

    private static InvalidInput invalid(String what) {
        return new InvalidInput(Problem.error(
                ProblemCodes.GIT_CREDENTIALS,
                Location.of("credentials"),
                what,
                "check where they are read from; a file may end with a line break that is not part of the token"));
    }

    /** Whether there is no token. */
    boolean areNone() {
        return token.isEmpty() && source == null;
    }

    /** The key of SSH, and the hosts that are trusted; null without a key. */
    @Nullable
    SshLogin ssh() {
        return ssh;
    }

    /** What these are, for messages. */
    String noun() {
        return ssh == null ? "token" : "key";
    }

    String user() {
        return user;
    }

    String token() {
        return source == null ? token : source.token();
    }

    /** The tokens that a text could contain. */
    private List<String> tokens() {
        return source == null ? areNone() ? List.of() : List.of(token) : source.given();
    }

    /** Whether a text contains the token or the key. */
    boolean areIn(String text) {
        return ssh == null
                ? tokens().stream().anyMatch(text::contains)
                : ssh.key().isIn(text);
    }

    /** A text from a server, without the token in any of the forms in which it is sent. */
    String masked(String text) {
        String masked = text;
        for (String each : tokens()) {
            String basic = Base64.getEncoder().encodeToString((user + ":" + each).getBytes(StandardCharsets.UTF_8));
            masked = masked.replace(basic, "***").replace(URLEncoder.encode(each, StandardCharsets.UTF_8), "***");
            masked = each.length() < SHORTEST_MASKED ? masked : masked.replace(each, "***");
        }
        return masked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitCredentials that
                && user.equals(that.user)
                && token.equals(that.token)
                && Objects.equals(ssh, that.ssh)
                && Objects.equals(source, that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(user, token, ssh, source);
    }

    /** The user, without the token; or the fingerprint of the key. */
    @Override
    public String toString() {
        if (ssh != null) {
            return ssh.key().toString();
        }
        return areNone() ? "no credentials" : "user " + user + " with a token";
    }
}
