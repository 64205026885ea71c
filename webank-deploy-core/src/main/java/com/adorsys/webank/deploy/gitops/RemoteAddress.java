package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Where a repository is: a folder of this machine, or an address of HTTP or SSH. */
final class RemoteAddress {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final String SSH = "ssh";
    private static final String SSH_USER = "git";

    private static final class Patterns {
        private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
        /** {@code user@host:path}. */
        private static final Pattern SCP = Pattern.compile(
                "[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!-)[^\\p{Cntrl}]*[^\\p{Cntrl}\\s]");
    }

    private final String shown;
    private final URIish uri;
    private final @Nullable Path path;

    private RemoteAddress(String shown, URIish uri, @Nullable Path path) {
        this.shown = shown;
        this.uri = uri;
        this.path = path;
    }

    /**
     * Reads an address.
     *
     * @throws InvalidInput if it contains credentials, is of another kind, or credentials would be sent unencrypted
     */
    static RemoteAddress parse(String text, GitCredentials credentials) {
        if (UrlCredentials.areIn(text) || credentials.areIn(text)) {
            throw withCredentials();
        }
        int colon = text.indexOf(':');
        String scheme = text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        boolean isUrl = text.startsWith("://", Math.max(colon, 0));
        try {
            if (isUrl && (scheme.equals("http") || scheme.equals("https"))) {
                return http(text, scheme, credentials);
            }
            if (isUrl && scheme.equals(SSH)) {
                return ssh(text, credentials);
            }
            if (Patterns.SCP.matcher(text).matches()) {
                return ssh(text, new URIish(text), credentials);
            }
            if (scheme.equals("file")) {
                return local(text, Path.of(new URI(text)));
            }
            boolean isScp = colon > 1 && text.indexOf('/') != 0 && text.lastIndexOf('/', colon) < 0;
            if (!isUrl && !isScp && !text.isBlank()) {
                return local(text, Path.of(text));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // It is reported below, without the message of the exception, which is of no help.
        }
        throw invalid(Problem.quote(text) + " is not the address of a repository that can be used");
    }

    private static RemoteAddress http(String text, String scheme, GitCredentials credentials)
            throws URISyntaxException {
        URI uri = new URI(text);
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw withCredentials();
        }
        if (uri.getHost() == null) {
            throw invalid(Problem.quote(text) + " has no valid host");
        }
        if (scheme.equals("http") && !credentials.areNone() && !THIS_MACHINE.contains(uri.getHost())) {
            throw invalid("the token would be sent unencrypted to " + Problem.quote(text));
        }
        if (credentials.ssh() != null) {
            throw credentials(
                    "the repository " + Problem.quote(text) + " needs a token, not a key of ssh", "give a token");
        }
        return new RemoteAddress(text, new URIish(text), null);
    }

    private static RemoteAddress ssh(String text, GitCredentials credentials) throws URISyntaxException {
        URI uri = new URI(text);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw withCredentials();
        }
        String user = uri.getUserInfo();
        if (uri.getHost() == null
                || user != null && !Patterns.USER.matcher(user).matches()) {
            throw invalid(Problem.quote(text) + " has no valid host or user");
        }
        if (uri.getPath().length() < 2) {
            throw invalid(Problem.quote(text) + " has no path");
        }
        URIish address = new URIish(text);
        return ssh(text, user == null ? address.setUser(SSH_USER) : address, credentials);
    }

    private static RemoteAddress ssh(String text, URIish uri, GitCredentials credentials) {
        if (credentials.ssh() == null) {
            throw credentials(
                    "the repository " + Problem.quote(text) + " needs a key of ssh and the known hosts",
                    "give both; a token serves only https");
        }
        return new RemoteAddress(text, uri, null);
    }

    private static InvalidInput credentials(String what, String remedy) {
        return new InvalidInput(Problem.error(ProblemCodes.GIT_CREDENTIALS, Location.of("credentials"), what, remedy));
    }

    private static RemoteAddress local(String text, Path path) throws URISyntaxException, InvalidPathException {
        Path absolute = path.toAbsolutePath().normalize();
        return new RemoteAddress(text, new URIish().setScheme("file").setPath(absolute.toString()), absolute);
    }

    private static InvalidInput withCredentials() {
        return new InvalidInput(Problem.error(
                ProblemCodes.URL_CREDENTIALS,
                Location.of("repository"),
                "the address of the repository contains a user, a password, a query or a fragment",
                "write the plain address, and give the token as credentials"));
    }

    private static InvalidInput invalid(String what) {
        return new InvalidInput(Problem.error(
                ProblemCodes.GIT_ADDRESS,
                Location.of("repository"),
                what,
                "write an https or ssh address, such as `git@example.com:deployment.git`, or the path of a local"
                        + " repository"));
    }

    URIish uri() {
        return uri;
    }

    /** The folder of a repository on this machine; null for a URL. */
    @Nullable
    Path path() {
        return path;
    }

    /** The address as it was given. */
    String shown() {
        return shown;
    }

    /** The address in backticks, for messages. */
    String quoted() {
        return Problem.quote(shown);
    }
}
