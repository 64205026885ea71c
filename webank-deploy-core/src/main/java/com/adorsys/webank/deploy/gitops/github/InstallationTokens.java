package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.gitops.TokenSource;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an App's installation, each limited to one repository.
 *
 * <p>They are not made through github-api, which logs bodies of answers.
 */
final class InstallationTokens implements TokenSource {
    /** A request that starts now must end before the token does. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final GitHubApp app;
    private final RepositoryAddress address;
    private final RestClient client;
    private final RestFailure failure;
    private final Secrets secrets;
    private final Time time;
    private @Nullable String token;
    private long renewal;

    InstallationTokens(
            GitHubApp app,
            RepositoryAddress address,
            RestClient client,
            RestFailure failure,
            Secrets secrets,
            Time time) {
        this.app = app;
        this.address = address;
        this.client = client;
        this.failure = failure;
        this.secrets = secrets;
        this.time = time;
    }

    @Override
    public synchronized String token() {
        if (token == null || time.nanos() - renewal >= 0) {
            token = make(installation());
        }
        return token;
    }

    /** These tokens as the credentials of requests. */
    Authorization authorization() {
        return new Authorization() {
            @Override
            public String header() {
                return "Bearer " + token();
            }

            @Override
            public boolean renew() {
                return forget();
            }
        };
    }

    private synchronized boolean forget() {
        boolean hadOne = token != null;
        token = null;
        return hadOne;
    }

    @Override
    public List<String> given() {
        return secrets.tokens();
    }

    private long installation() {
        String path = app.installation().isPresent()
                ? "/app/installations/" + app.installation().getAsLong()
                : "/repos/" + address.fullName() + "/installation";
        Json installation =
                Json.read(send(Action.FIND_INSTALLATION, "GET", path, "").body());
        if (!installation.text("suspended_at").isEmpty()) {
            throw new Refused("the installation of the GitHub App " + app.id() + " for " + address.quoted()
                    + " is suspended. Ask an owner of it to unsuspend it in its settings.");
        }
        String id = installation.text("id");
        if (!id.matches("\\d{1,18}")) {
            throw failure.unreadable(Action.FIND_INSTALLATION);
        }
        return Long.parseLong(id);
    }

    private String make(long installation) {
        long start = time.nanos();
        RestAnswer answer = send(
                Action.MAKE_TOKEN,
                "POST",
                "/app/installations/" + installation + "/access_tokens",
                "{\"repositories\":[\"" + address.name() + "\"]}");
        Json body = Json.read(answer.body());
        String made = body.text("token");
        if (made.isEmpty() || !made.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw failure.unreadable(Action.MAKE_TOKEN);
        }
        secrets.add(made);
        renewal =
                start + lifetime(body.text("expires_at"), answer).minus(EARLIER).toNanos();
        return made;
    }

    /** By the server's clock, since that of this machine may be wrong. */
    private Duration lifetime(String end, RestAnswer answer) {
        try {
            Duration left = Duration.between(answer.date().orElseGet(time::now), Instant.parse(end));
            return left.isNegative() ? Duration.ZERO : left.compareTo(LIFETIME) > 0 ? LIFETIME : left;
        } catch (DateTimeException e) {
            throw failure.unreadable(Action.MAKE_TOKEN);
        }
    }

    private RestAnswer send(Action action, String method, String path, String body) {
        Map<String, List<String>> headers = Map.of(
                "Accept", List.of("application/vnd.github+json"),
                "Content-Type", List.of("application/json"),
                "X-GitHub-Api-Version", List.of("2022-11-28"));
        return client.send(
                new RestRequest(action, method, URI.create(address.api() + path), headers, body),
                () -> "Bearer " + app.webToken(time.now()));
    }
}
