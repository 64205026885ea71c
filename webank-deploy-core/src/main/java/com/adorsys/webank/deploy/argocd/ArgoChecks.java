package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the problems of one value, so that all of them are reported at once. */
final class ArgoChecks {
    /** What a repository holds, which decides how its address may look. */
    enum Repository {
        GIT,
        HELM,
        ANY
    }

    private final List<Problem> problems = new ArrayList<>();
    private final String path;

    /** Checks of the value at a path in the object. */
    ArgoChecks(String path) {
        this.path = path;
    }

    void error(String code, String field, String what, String remedy) {
        String place = path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
        problems.add(Problem.error(code, Location.of(place), what, remedy));
    }

    boolean hasNone() {
        return problems.isEmpty();
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
    }

    void name(String field, String name) {
        complain(ProblemCodes.NAME_INVALID, field, name, Names.subdomain(name));
    }

    void namespace(String field, String namespace) {
        complain(ProblemCodes.NAME_INVALID, field, namespace, Names.label(namespace));
    }

    /** Strings sorted by key, since the order of a map may differ from run to run. */
    static MapTree sorted(Map<String, String> entries) {
        return MapTree.ofStrings(new TreeMap<>(entries));
    }

    /** Items with a name and a value, sorted by name. */
    static ListTree pairs(Map<String, String> entries) {
        List<Tree> pairs = new ArrayList<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            pairs.add(MapTree.of("name", entry.getKey()).with("value", entry.getValue()));
        }
        return ListTree.of(pairs);
    }

    void labels(String field, Map<String, String> labels) {
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            complain(ProblemCodes.LABEL_INVALID, field, label.getKey(), Names.labelKey(label.getKey()));
            complain(ProblemCodes.LABEL_INVALID, field, label.getValue(), Names.labelValue(label.getValue()));
        }
    }

    void annotations(String field, Map<String, String> annotations) {
        for (String key : new TreeMap<>(annotations).keySet()) {
            complain(ProblemCodes.ANNOTATION_INVALID, field, key, Names.labelKey(key));
        }
    }

    private void complain(String code, String field, String text, Optional<String> complaint) {
        if (complaint.isPresent()) {
            error(
                    code,
                    field,
                    text.isEmpty() ? "`" + field + "` is empty" : Problem.quote(text) + " is not valid",
                    complaint.get());
        }
    }

    void notEmpty(String field, Optional<String> text) {
        if (text.isPresent()) {
            notEmpty(field, text.get());
        }
    }

    void notEmpty(String field, String text) {
        if (text.isBlank()) {
            error(
                    ProblemCodes.TEXT_EMPTY,
                    field,
                    "`" + field + "` is empty",
                    "set it, or leave it out if it is optional");
        }
    }

    /** Fields by JSON Pointer and by jq expression. */
    void fields(List<String> pointers, List<String> expressions) {
        for (String pointer : pointers) {
            if (!pointer.startsWith("/")) {
                error(
                        ProblemCodes.POINTER_INVALID,
                        "jsonPointers",
                        Problem.quote(pointer) + " is not a JSON Pointer",
                        "start it with `/`, as in `/spec/replicas`");
            }
        }
        for (String expression : expressions) {
            notEmpty("jqPathExpressions", expression);
        }
    }

    void atLeastOne(String field, Collection<?> items, String remedy) {
        if (items.isEmpty()) {
            error(ProblemCodes.TEXT_EMPTY, field, "`" + field + "` is empty", remedy);
        }
    }

    /** A relative path of a folder inside a repository; {@code .} is the whole repository. */
    void repositoryPath(String field, String text) {
        boolean good = !text.isEmpty() && !text.startsWith("/") && !text.startsWith("~") && !text.contains("://");
        for (String part : text.split("/", -1)) {
            good &= !part.equals("..");
        }
        for (int i = 0; i < text.length(); i++) {
            good &= text.charAt(i) >= ' ' && text.charAt(i) != 127 && text.charAt(i) != '\\';
        }
        if (!good) {
            error(
                    ProblemCodes.PATH_INVALID,
                    field,
                    text.isEmpty() ? "the path is empty" : Problem.quote(text) + " is not a path inside the repository",
                    "write a relative path without `..`, or `.` for the whole repository");
        }
    }

    /** The address of a repository. It is printed only if it cannot contain a password. */
    void repository(String field, String url, Repository kind) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int slash = url.indexOf('/', from);
        String authority = url.substring(from, slash < 0 ? url.length() : slash);
        String rest = slash < 0 ? "" : url.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        boolean isScp = scheme < 0 && at > 0 && authority.indexOf(':', at) > 0;
        if (UrlCredentials.areIn(url) || url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            error(
                    ProblemCodes.URL_CREDENTIALS,
                    field,
                    "the address contains a user, a password, a query or a fragment",
                    "write the plain address, and give Argo CD the credentials in a repository Secret");
            return;
        }
        boolean good = isPlain(url);
        String name = scheme < 0 ? "" : url.substring(0, scheme);
        switch (name) {
            // Without TLS inside a cluster, as Argo CD takes it.
            case "https", "http" -> good &= isHost(authority);
            case "ssh", "git" ->
                good &= kind != Repository.HELM && isHost(authority.substring(at + 1)) && !rest.isEmpty();
            case "file" -> good &= kind != Repository.HELM && authority.isEmpty() && !rest.isEmpty();
            case "oci" -> good &= kind != Repository.GIT && at < 0 && isHost(authority) && !rest.isEmpty();
            case "" -> {
                boolean isRegistry = at < 0 && isHost(authority) && authority.indexOf('.') > 0 && !rest.isEmpty();
                good &= isScp
                        ? kind != Repository.HELM && isHost(authority.substring(at + 1, authority.indexOf(':', at)))
                        : kind != Repository.GIT && isRegistry;
            }
            default -> good = false;
        }
        if (!good) {
            error(
                    ProblemCodes.URL_INVALID,
                    field,
                    url.isEmpty()
                            ? "the address of the repository is empty"
                            : Problem.quote(url) + " is not the address of a repository",
                    kind == Repository.HELM
                            ? "write `https://host/path`, or `oci://host/path` for a registry"
                            : "write `https://host/path`, `ssh://user@host/path` or `user@host:path`");
        }
    }

    private static boolean isPlain(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c > '~' || "\"<>\\^`{|}*".indexOf(c) >= 0) {
                return false;
            }
        }
        return !url.isEmpty();
    }

    /** A host with an optional port. */
    private static boolean isHost(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        if (colon >= 0) {
            String port = text.substring(colon + 1);
            boolean digits = !port.isEmpty() && port.length() <= 5;
            for (int i = 0; i < port.length(); i++) {
                digits &= port.charAt(i) >= '0' && port.charAt(i) <= '9';
            }
            if (!digits || Integer.parseInt(port) > 65535) {
                return false;
            }
        }
        return Names.subdomain(host.toLowerCase(java.util.Locale.ROOT)).isEmpty();
    }

    /** The address of a cluster's API server. */
    void server(String field, String url) {
        https(
                field,
                url,
                "an API server",
                "write `https://host`, such as `https://kubernetes.default.svc` for the cluster that Argo CD runs in");
    }

    /**
     * The address of a server.
     *
     * @param whose what the server is
     */
    void https(String field, String url, String whose, String remedy) {
        boolean https = url.startsWith("https://");
        String rest = https ? url.substring("https://".length()) : "";
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        if (url.indexOf('@') >= 0) {
            error(
                    ProblemCodes.URL_CREDENTIALS,
                    field,
                    "the address contains a user or a password",
                    "write the plain address");
        } else if (!https || !isPlain(url) || !isHost(authority) || url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            error(ProblemCodes.URL_INVALID, field, Problem.quote(url) + " is not the address of " + whose, remedy);
        }
    }

    /** The name of a cluster in Argo CD. Users write an address by mistake, which may contain a password. */
    void clusterName(String field, String name) {
        notEmpty(field, name);
        if (UrlCredentials.areIn(name)) {
            error(
                    ProblemCodes.URL_CREDENTIALS,
                    field,
                    "the cluster's name is an address with a user or a password",
                    "write the name that Argo CD has for the cluster");
        }
    }

    void wholeSeconds(String field, Duration time) {
        if (time.isNegative() || time.isZero() || time.toNanosPart() != 0) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    Problem.quote(time.toString()) + " is not a whole number of seconds of at least 1",
                    "write whole seconds, as in `Duration.ofSeconds(5)`");
        }
    }

    void atLeast(String field, long number, long least) {
        if (number < least) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + number + "` is less than " + least,
                    "write a number of at least " + least);
        }
    }
}
