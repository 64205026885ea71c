package com.adorsys.webank.deploy.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container image: an optional registry, a repository, and a tag or a digest or both. Immutable.
 *
 * <p>The grammar is that of the <a href="https://pkg.go.dev/github.com/distribution/reference">distribution
 * project</a>, which kubelet and the container runtimes use too. No default is added: an image without a registry stays
 * without one ({@code docker.io} is the runtime's default, not this library's). An image with neither tag nor digest is
 * invalid, since it may refer to different content every day.
 */
public final class Image {
    private static final int LONGEST_REPOSITORY = 255;
    private static final int LONGEST_TAG = 128;
    private static final String PIN = "add a tag, as in `nginx:1.27`, or a digest, as in `nginx@sha256:...`";

    private final String registry;
    private final String repository;
    private final @Nullable String tag;
    private final @Nullable String digest;

    private Image(String registry, String repository, @Nullable String tag, @Nullable String digest) {
        this.registry = registry;
        this.repository = repository;
        this.tag = tag;
        this.digest = digest;
    }

    /**
     * Reads a reference such as {@code ghcr.io/adorsys-gis/webank-online-banking:bd93440d} or {@code
     * postgres@sha256:...}.
     *
     * <p>The part before the first {@code /} is the registry if it has a dot or a colon or is {@code localhost}.
     *
     * @throws DeployException.InvalidInput if the text is not an OCI reference, or has neither tag nor digest
     */
    public static Image parse(String reference) {
        if (reference.isEmpty()) {
            throw invalid("the image is empty", "give a reference, as in `ghcr.io/owner/name:1.0`");
        }
        int scheme = reference.indexOf("://");
        if (scheme >= 0) {
            throw invalid(
                    "the image " + Problem.quoteImage(reference) + " starts with a scheme",
                    "remove " + Problem.quote(reference.substring(0, scheme + 3)));
        }
        int at = reference.indexOf('@');
        String digest = at < 0 ? null : reference.substring(at + 1);
        String named = at < 0 ? reference : reference.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String tag = colon < 0 ? null : named.substring(colon + 1);
        return checked("", colon < 0 ? named : named.substring(0, colon), tag, digest, reference);
    }

    /**
     * An image with a tag.
     *
     * @param registry the registry's host and optional port; empty for the runtime's default, unless the repository
     *     starts with a registry
     * @param repository the path in the registry
     * @param tag the tag
     * @throws DeployException.InvalidInput if a part is not valid
     */
    public static Image of(String registry, String repository, String tag) {
        return checked(
                registry, repository, tag, null, (registry.isEmpty() ? "" : registry + "/") + repository + ":" + tag);
    }

    /** The registry's host and port; empty if the reference has none. */
    public String registry() {
        return registry;
    }

    /** The path in the registry. */
    public String repository() {
        return repository;
    }

    /** The tag, if there is one. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** The digest, algorithm and hex digits, if there is one. */
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * This image in another registry; empty for the runtime's default.
     *
     * @throws DeployException.InvalidInput if the registry is not valid
     */
    public Image withRegistry(String newRegistry) {
        return checked(newRegistry, repository, tag, digest, newRegistry);
    }

    /**
     * The image of another repository in the same registry.
     *
     * @throws DeployException.InvalidInput if the repository is not valid
     */
    public Image withRepository(String newRepository) {
        return checked(registry, newRepository, tag, digest, newRepository);
    }

    /**
     * This image with another tag. A digest is dropped, since it is that of the old tag.
     *
     * @throws DeployException.InvalidInput if the tag is not valid
     */
    public Image withTag(String newTag) {
        return checked(registry, repository, newTag, null, newTag);
    }

    /**
     * This image pinned to a digest. A tag is kept, and {@link #tag()} still returns it.
     *
     * @throws DeployException.InvalidInput if the digest is not valid
     */
    public Image withDigest(String newDigest) {
        return checked(registry, repository, tag, newDigest, newDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image that
                && registry.equals(that.registry)
                && repository.equals(that.repository)
                && Objects.equals(tag, that.tag)
                && Objects.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(registry, repository, tag, digest);
    }

    /** The reference; with a digest the tag is omitted, since runtimes ignore it then. */
    @Override
    public String toString() {
        String name = registry.isEmpty() ? repository : registry + "/" + repository;
        return digest == null ? name + ":" + tag : name + "@" + digest;
    }

    private static Image checked(
            String registry, String path, @Nullable String tag, @Nullable String digest, String shown) {
        if (UrlCredentials.areIn(shown)) {
            // A part of the text, such as the apparent tag, may be a part of a password.
            throw invalid(
                    "the image " + Problem.quoteImage(shown) + " contains a user or a password",
                    "remove the part before the `@`, and keep it in a Secret that `imagePullSecrets` names");
        }
        String host = registry;
        String repository = path;
        int slash = path.indexOf('/');
        if (registry.isEmpty() && slash >= 0 && isRegistry(path, slash)) {
            host = path.substring(0, slash);
            repository = path.substring(slash + 1);
        }
        if (!host.isEmpty() && !isHostAndPort(host)) {
            throw invalid(
                    "the registry " + Problem.quote(host) + " of the image " + Problem.quoteImage(shown)
                            + " is not valid: a registry is a host name with an optional port",
                    "write the registry as in `ghcr.io` or `localhost:5000`");
        }
        checkRepository(repository, shown);
        if (tag != null && !isTag(tag)) {
            throw invalid(
                    "the tag " + Problem.quote(tag) + " of the image " + Problem.quoteImage(shown)
                            + " is not valid: a tag has 1 to 128 characters of A-Z, a-z, 0-9, _, . and -, and does not start"
                            + " with . or -",
                    "correct the tag");
        }
        if (digest != null && !isDigest(digest)) {
            throw invalid(
                    "the digest " + Problem.quoteImage(digest) + " of the image " + Problem.quoteImage(shown)
                            + " is not valid: a digest is sha256:, sha384: or sha512:, then 64, 96 or 128 digits of 0-9 and"
                            + " a-f",
                    "copy the whole digest from the registry");
        }
        if (tag == null && digest == null) {
            throw invalid("the image " + Problem.quoteImage(shown) + " has neither a tag nor a digest", PIN);
        }
        return new Image(host, repository, tag, digest);
    }

    private static void checkRepository(String repository, String shown) {
        if (repository.length() > LONGEST_REPOSITORY) {
            throw invalid(
                    "the repository of the image " + Problem.quoteImage(shown) + " has " + repository.length()
                            + " characters, and at most " + LONGEST_REPOSITORY + " are allowed",
                    "use a shorter repository");
        }
        int from = 0;
        for (int i = 0; i <= repository.length(); i++) {
            if (i == repository.length() || repository.charAt(i) == '/') {
                if (!isPathComponent(repository, from, i)) {
                    throw invalid(
                            "the repository " + Problem.quote(repository) + " of the image " + Problem.quoteImage(shown)
                                    + " is not valid: each part between / consists of a-z and 0-9, joined by ., _, __ or"
                                    + " hyphens",
                            hasUpperCase(repository)
                                    ? "write the repository in lower case"
                                    : "write the repository as in `owner/name`");
                }
                from = i + 1;
            }
        }
    }

    private static boolean isRegistry(String path, int end) {
        for (int i = 0; i < end; i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == ':') {
                return true;
            }
        }
        return end == "localhost".length() && path.startsWith("localhost");
    }

    /** A host name in any case, or an IPv6 address in brackets; then a colon and digits, or nothing. */
    private static boolean isHostAndPort(String text) {
        int end = text.length();
        int colon = text.lastIndexOf(':');
        if (colon >= 0 && text.indexOf(']', colon) < 0) {
            for (int i = colon + 1; i < end; i++) {
                if (!isDigit(text.charAt(i))) {
                    return false;
                }
            }
            if (colon + 1 == end) {
                return false;
            }
            end = colon;
        }
        if (end > 2 && text.charAt(0) == '[') {
            for (int i = 1; i < end - 1; i++) {
                if (!isHex(text.charAt(i)) && text.charAt(i) != ':') {
                    return false;
                }
            }
            return text.charAt(end - 1) == ']';
        }
        boolean atStartOfPart = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (atStartOfPart || text.charAt(i - 1) == '-') {
                    return false;
                }
                atStartOfPart = true;
            } else if (c == '-' && !atStartOfPart || isLetterOrDigit(c)) {
                atStartOfPart = false;
            } else {
                return false;
            }
        }
        return !atStartOfPart && text.charAt(end - 1) != '-';
    }

    /** Runs of a-z and 0-9, joined by one dot, one or two underscores, or any number of hyphens. */
    private static boolean isPathComponent(String text, int from, int to) {
        int i = from;
        while (true) {
            int start = i;
            while (i < to && isLowerOrDigit(text.charAt(i))) {
                i++;
            }
            if (i == start) {
                return false;
            }
            if (i == to) {
                return true;
            }
            char separator = text.charAt(i);
            i++;
            if (separator == '_') {
                if (i < to && text.charAt(i) == '_') {
                    i++;
                }
            } else if (separator == '-') {
                while (i < to && text.charAt(i) == '-') {
                    i++;
                }
            } else if (separator != '.') {
                return false;
            }
        }
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (!isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** One of the algorithms that container runtimes know, with as many digits as it has. */
    private static boolean isDigest(String digest) {
        int digits = digest.startsWith("sha256:")
                ? 64
                : digest.startsWith("sha384:") ? 96 : digest.startsWith("sha512:") ? 128 : -1;
        if (digits < 0 || digest.length() != "sha256:".length() + digits) {
            return false;
        }
        for (int i = "sha256:".length(); i < digest.length(); i++) {
            char c = digest.charAt(i);
            if (!(isDigit(c) || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasUpperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isLowerOrDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLowerOrDigit(c) || c >= 'A' && c <= 'Z';
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.IMAGE_INVALID, Location.of("image"), what, remedy));
    }
}
