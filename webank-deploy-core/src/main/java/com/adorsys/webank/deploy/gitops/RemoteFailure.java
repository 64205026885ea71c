package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.Interrupted;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.gitops.Remote.PushResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** What the failure of an exchange means, and what to do. */
final class RemoteFailure {
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 300;

    private final RemoteAddress address;
    private final GitCredentials credentials;
    private final HttpAnswers answers;
    private final Deadline deadline;

    RemoteFailure(RemoteAddress address, GitCredentials credentials, HttpAnswers answers, Deadline deadline) {
        this.address = address;
        this.credentials = credentials;
        this.answers = answers;
        this.deadline = deadline;
    }

    /** Why the repository could not be read. */
    DeployException reading(IOException e) {
        return of(e, Access.READ);
    }

    /** Why the repository could not be written to. */
    DeployException writing(IOException e) {
        return of(e, Access.WRITE);
    }

    private enum Access {
        READ("read", "be read by everybody"),
        WRITE("write to", "be written to by everybody");

        private final String verb;
        private final String open;

        Access(String verb, String open) {
            this.verb = verb;
            this.open = open;
        }
    }

    private DeployException of(IOException e, Access access) {
        String verb = access.verb;
        String repository = "the repository " + address.quoted();
        if (Thread.currentThread().isInterrupted()) {
            return new Interrupted("the exchange with " + repository + " was interrupted");
        }
        Optional<String> location = answers.location();
        if (location.isPresent()) {
            return new Refused(repository + " has moved to " + Problem.quote(credentials.masked(location.get()))
                    + ". Redirects are not followed, so that the token goes nowhere else: write the new address,"
                    + " if it can be trusted.");
        }
        switch (answers.status()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED -> {
                return new Refused(
                        credentials.areNone()
                                ? repository + " cannot " + access.open + ", and no token was given. Give one."
                                : repository + " does not accept the token: it is wrong, or has expired (401)."
                                        + " Make a new one.");
            }
            case HttpURLConnection.HTTP_FORBIDDEN -> {
                return new Refused(
                        credentials.areNone()
                                ? repository + " does not allow to " + verb + " it without a token (403). Give one."
                                : "the token may not " + verb + " " + repository
                                        + " (403). Give it the permission, such as `contents: write` on GitHub.");
            }
            default -> {}
        }
        if (deadline.isMissed() || cause(e, SocketTimeoutException.class) != null) {
            return new Unavailable(
                    repository + " did not answer within " + deadline.limit().toSeconds()
                            + " s. Check the server and its hooks, and run it again.",
                    safe(e));
        }
        if (cause(e, SshFailure.class) instanceof SshFailure failure) {
            return new Refused(String.valueOf(failure.getMessage()), safe(e));
        }
        Path path = address.path();
        if (path != null && (Files.exists(path.resolve("shallow")) || Files.exists(path.resolve(".git/shallow")))) {
            return new Refused(repository + " is a shallow clone, which cannot be written to."
                    + " Run `git fetch --unshallow` in it, or name the repository that it was cloned from.");
        }
        Throwable service = cause(e, ServiceTransport.ServiceFailure.class);
        String said = service instanceof ServiceTransport.ServiceFailure failure ? lines(failure.text()) : "";
        if (path != null && service != null) {
            return new Unavailable(repository + " cannot be used by git on this machine" + said, safe(e));
        }
        boolean isMissing = cause(e, NoRemoteRepositoryException.class) != null;
        if (service != null && isMissing && access == Access.WRITE) {
            return new Refused(
                    "the key may not write to " + repository + ". Give it write access, as to a deploy key of GitHub."
                            + said,
                    safe(e));
        }
        if (answers.status() == HttpURLConnection.HTTP_NOT_FOUND || isMissing) {
            return new Unavailable(
                    "there is no repository " + address.quoted()
                            + (path == null
                                    ? ", or the " + credentials.noun() + " may not see it. Check both."
                                    : ". Check the path.")
                            + said,
                    safe(e));
        }
        String reason = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        if (cause(e, UnknownHostException.class) != null || cause(e, UnresolvedAddressException.class) != null) {
            reason = "the name of its host is unknown";
        } else if (cause(e, ConnectException.class) != null) {
            reason = "there is no connection to its host";
        } else if (cause(e, SSLException.class) instanceof SSLException tls) {
            reason = "the encrypted connection failed: " + tls.getMessage();
        }
        return new Unavailable(
                "cannot " + verb + " " + repository + ": " + clean(reason) + ". Check the address and the network.",
                safe(e));
    }

    /**
     * A commit that the remote did not take, although the branch has not changed.
     *
     * @param branch the branch, for messages
     */
    DeployException rejected(String branch, String remedy, PushResult result) {
        return new Refused("the repository " + address.quoted() + " refused the commit to " + branch + ": "
                + (result.reason().isBlank() ? "it gave no reason" : clean(result.reason()))
                + ". Nothing was published. " + remedy + lines(result.messages()));
    }

    /** What the remote said, a line for each of its lines. */
    private String lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : credentials.masked(text).split("[\r\n]+")) {
            if (!line.isBlank() && lines.size() <= MOST_LINES) {
                lines.add(lines.size() == MOST_LINES ? "remote: ..." : "remote: " + clean(line.strip()));
            }
        }
        return lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
    }

    private String clean(String text) {
        StringBuilder clean = new StringBuilder();
        String masked = UrlCredentials.masked(credentials.masked(text));
        for (int i = 0; i < masked.length() && i < LONGEST_LINE; i++) {
            char c = masked.charAt(i);
            clean.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
        }
        return clean.toString();
    }

    /** The cause, unless one of its messages has the token. */
    private Throwable safe(IOException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            String text = String.valueOf(each.getMessage());
            if (!credentials.masked(text).equals(text)) {
                return new IOException(credentials.masked(String.valueOf(e.getMessage())));
            }
        }
        return e;
    }

    private static @Nullable Throwable cause(Throwable e, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable each = e; each != null && depth < 20; each = each.getCause()) {
            if (type.isInstance(each)) {
                return each;
            }
            depth++;
        }
        return null;
    }
}
