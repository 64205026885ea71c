package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What the failure of a request means, and what to do. No exception of this class has a cause, which could show a token. */
final class RestFailure {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_ERRORS = 10;

    private final RepositoryAddress address;
    private final GitHubCredentials credentials;
    private final Secrets secrets;

    RestFailure(RepositoryAddress address, GitHubCredentials credentials, Secrets secrets) {
        this.address = address;
        this.credentials = credentials;
        this.secrets = secrets;
    }

    /** A request without an answer. */
    DeployException noAnswer(IOException e, Duration timeout) {
        String reason;
        if (is(e, HttpTimeoutException.class)) {
            reason = "it did not answer within " + timeout.toSeconds() + " s";
        } else if (is(e, UnresolvedAddressException.class) || is(e, UnknownHostException.class)) {
            reason = "the name of its host is unknown";
        } else if (is(e, SSLException.class)) {
            reason = "the encrypted connection failed";
        } else if (is(e, ConnectException.class)) {
            reason = "there is no connection to its host";
        } else {
            reason = "the connection broke";
        }
        return new Unavailable("GitHub's API " + Problem.quote(address.api().toString()) + " cannot be used: " + reason
                + ". Check the address and the network, and run it again.");
    }

    /** An answer that is not what GitHub would say. */
    DeployException unreadable(Action action) {
        return new Unavailable("GitHub's API " + Problem.quote(address.api().toString()) + " did not " + action
                + ": its answer cannot be read. Check that this is the address of GitHub's REST API.");
    }

    /**
     * An answer that is not a success.
     *
     * @param authorization the credentials that were sent
     */
    DeployException of(Action action, RestAnswer answer, String authorization, Instant now) {
        Optional<Duration> wait = answer.rateLimitWait(now);
        if (wait.isPresent()) {
            return rateLimit(answer, wait.get(), now);
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return moved(answer, authorization);
        }
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED -> unauthorized(action, answer, now);
            case HttpURLConnection.HTTP_FORBIDDEN -> forbidden(action, answer, authorization);
            case HttpURLConnection.HTTP_NOT_FOUND -> notFound(action);
            case UNPROCESSABLE -> invalid(action, answer, authorization);
            default -> other(action, answer, authorization);
        };
    }

    private DeployException rateLimit(RestAnswer answer, Duration wait, Instant now) {
        Instant end = answer.date().orElse(now).plus(wait).truncatedTo(ChronoUnit.SECONDS);
        return new Unavailable(
                answer.isPrimaryLimit()
                        ? "all requests to GitHub that " + credentials + " may send in an hour are used up, until "
                                + end + ". Run it again then, or use a GitHub App, which may send more."
                        : "GitHub refuses more requests of " + credentials + " for " + wait.toSeconds()
                                + " s, since there were too many in a short time. Run it again after " + end + ".");
    }

    private DeployException moved(RestAnswer answer, String authorization) {
        String location = answer.header("Location");
        return new Refused("the repository " + address.quoted() + " has moved or was renamed"
                + (location.isEmpty()
                        ? ""
                        : "; GitHub's API redirects to " + Problem.quote(clean(location, authorization)))
                + ". Redirects are not followed, so that the token goes nowhere else: write the new address, if it can be"
                + " trusted.");
    }

    private DeployException unauthorized(Action action, RestAnswer answer, Instant now) {
        if (!action.isOfApp()) {
            return new Refused("GitHub does not accept "
                    + (credentials instanceof GitHubApp
                            ? "the token that it made for the " + credentials
                                    + ": it may have been revoked (401). Run it again."
                            : "the token: it is wrong, has expired or was revoked (401). Make a new one."));
        }
        long seconds = answer.date()
                .map(date -> Duration.between(date, now).toSeconds())
                .orElse(0L);
        return new Refused("GitHub does not accept the key of the " + credentials + " (401). "
                + (Math.abs(seconds) > 50
                        ? "The clock of this machine differs from GitHub's by " + seconds + " s: set it."
                        : "Check that the ID and the key belong to the same App, and that the key was not deleted."));
    }

    private DeployException forbidden(Action action, RestAnswer answer, String authorization) {
        String sso = answer.header("X-GitHub-SSO");
        if (!sso.isEmpty()) {
            return new Refused("the organization " + Problem.quote(address.owner())
                    + " requires single sign-on, for which the token is not authorized (403)."
                    + " Authorize it at `" + webUrl() + "/orgs/" + address.owner()
                    + "/sso`, or in the settings of your tokens.");
        }
        String what = credentials + " may not " + action + " of " + address.quoted() + " (403)";
        String permissions = answer.header("X-Accepted-GitHub-Permissions");
        if (!permissions.isEmpty()) {
            String needed = ": the permission " + Problem.quote(clean(permissions, authorization)) + " is required. ";
            return new Refused(what
                    + needed
                    + (credentials instanceof GitHubApp
                            ? "Give it to the App, and accept it in the settings of the installation."
                            : "Give it to the token."));
        }
        String scopes = answer.header("X-Accepted-OAuth-Scopes");
        if (!scopes.isEmpty()) {
            String has = answer.header("X-OAuth-Scopes");
            return new Refused(what + ": it has "
                    + (has.isEmpty() ? "no scopes" : "the scopes " + Problem.quote(clean(has, authorization)))
                    + ", and one of " + Problem.quote(clean(scopes, authorization))
                    + " is required. Give it to the token.");
        }
        return new Refused(what + reason(answer, authorization) + ". Check its permissions.");
    }

    private DeployException notFound(Action action) {
        if (action.isOfApp() && credentials instanceof GitHubApp app) {
            return new Refused(
                    app.installation().isPresent()
                            ? "GitHub knows no installation "
                                    + app.installation().getAsLong() + " of the GitHub App " + app.id()
                                    + " (404). Check the number in the settings of the App's installations."
                            : "the GitHub App " + app.id() + " is not installed for the repository " + address.quoted()
                                    + ", or there is no such repository (404). Check the address, and install the App.");
        }
        return new Unavailable("there is no repository " + address.quoted() + ", or " + credentials
                + " may not see it (404, when asked to " + action + "). Check both.");
    }

    private DeployException invalid(Action action, RestAnswer answer, String authorization) {
        String remedy = switch (action) {
            case MAKE_TOKEN -> "Add the repository to the App's installation.";
            case OPEN_PULL_REQUEST, UPDATE_PULL_REQUEST -> "Check the branches and what the pull request is to have.";
            case ADD_LABELS -> "Check the labels.";
            case REQUEST_REVIEWERS ->
                "Reviewers must have access to the repository, and the author of the pull request cannot review it.";
            default -> "Check the options.";
        };
        return new Refused("GitHub refused to " + action + " of " + address.quoted() + " (422)"
                + reason(answer, authorization) + ". " + remedy);
    }

    private DeployException other(Action action, RestAnswer answer, String authorization) {
        String what = "GitHub did not " + action + " of " + address.quoted() + " (" + answer.status() + ")";
        return answer.isServerFault()
                ? new Unavailable(what + ", since it failed. Check GitHub's status page, and run it again.")
                : new Refused(what + reason(answer, authorization) + ". Check the repository.");
    }

    /** What GitHub says, each error with its field. */
    private String reason(RestAnswer answer, String authorization) {
        Json body = Json.read(answer.body());
        List<String> parts = new ArrayList<>();
        add(body.text("message"), authorization, parts);
        for (Json error : body.list("errors")) {
            String text = error.text("message");
            String field = error.text("field");
            if (parts.size() <= MOST_ERRORS) {
                add(text.isEmpty() && !field.isEmpty() ? field + " " + error.text("code") : text, authorization, parts);
            }
        }
        return parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    }

    private void add(String text, String authorization, List<String> into) {
        String clean = clean(text, authorization);
        if (!clean.isEmpty()) {
            into.add(clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean);
        }
    }

    private String clean(String text, String authorization) {
        StringBuilder clean = new StringBuilder();
        String masked = UrlCredentials.masked(secrets.masked(text, authorization));
        for (int i = 0; i < masked.length() && i < LONGEST_TEXT; i++) {
            char c = masked.charAt(i);
            clean.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
        }
        return clean.toString().strip();
    }

    /** Where people use this GitHub. */
    private String webUrl() {
        String url = address.url();
        return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
    }

    private static boolean is(Throwable e, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable each = e; each != null && depth < 20; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
