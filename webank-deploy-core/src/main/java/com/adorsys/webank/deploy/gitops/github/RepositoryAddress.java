package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of GitHub.
 *
 * @param url its address
 * @param api the address of the REST API, without a slash at the end
 * @param owner the user or organization that it belongs to
 * @param name its name
 */
record RepositoryAddress(String url, URI api, String owner, String name) {
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+?)(?:\\.git)?/?");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    static RepositoryAddress parse(String url, Optional<String> api) {
        URI uri = uri("repository", url);
        Matcher path = PATH.matcher(uri.getPath());
        if (!path.matches() || path.group(1).startsWith(".") || path.group(2).startsWith("..")) {
            throw invalid(
                    "repository",
                    Problem.quote(url) + " is not the address of a repository of GitHub",
                    "write it as in `https://github.com/example/deployment`");
        }
        URI rest = api.map(text -> uri("options.apiUrl", text)).orElseGet(() -> api(uri));
        return new RepositoryAddress(url, rest, path.group(1), path.group(2));
    }

    private static URI api(URI repository) {
        String host = repository.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("github.com") || host.equals("www.github.com")) {
            return URI.create("https://api.github.com");
        }
        String server = repository.getScheme() + "://" + (host.endsWith(".ghe.com") ? "api." : "")
                + repository.getRawAuthority();
        return URI.create(host.endsWith(".ghe.com") ? server : server + "/api/v3");
    }

    private static URI uri(String place, String text) {
        if (UrlCredentials.areIn(text)) {
            throw withCredentials(place);
        }
        URI uri;
        try {
            uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw notHttps(place, text);
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !scheme.equals("https") && !(scheme.equals("http") && THIS_MACHINE.contains(host))) {
            throw notHttps(place, text);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw withCredentials(place);
        }
        return uri;
    }

    private static InvalidInput notHttps(String place, String text) {
        return invalid(
                place,
                Problem.quote(text) + " is not an https address",
                "write it as in `https://github.com/example/deployment`; the token is sent encrypted only");
    }

    private static InvalidInput invalid(String place, String what, String remedy) {
        return new InvalidInput(Problem.error(ProblemCodes.GIT_ADDRESS, Location.of(place), what, remedy));
    }

    private static InvalidInput withCredentials(String place) {
        return new InvalidInput(Problem.error(
                ProblemCodes.URL_CREDENTIALS,
                Location.of(place),
                "the address contains a user, a password, a query or a fragment",
                "write the plain address, and give the token as credentials"));
    }

    /** {@code OWNER/NAME}. */
    String fullName() {
        return owner + "/" + name;
    }

    /** The address in backticks, for messages. */
    String quoted() {
        return Problem.quote(url);
    }
}
