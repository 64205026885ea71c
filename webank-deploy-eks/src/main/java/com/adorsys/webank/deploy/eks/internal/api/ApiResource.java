package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.Locale;
import java.util.Optional;

/**
 * How the API server calls the objects of a kind.
 *
 * @param apiVersion {@code v1}, {@code apps/v1}
 * @param kind {@code Deployment}
 * @param plural {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {
    /**
     * How API servers call a kind of Kubernetes itself; empty for any other kind, and for a version that no supported server
     * serves. A server of another version may not serve it.
     */
    public static Optional<ApiResource> builtIn(String apiVersion, String kind) {
        if (!Schemas.isKubernetesGroup(group(apiVersion))) {
            return Optional.empty();
        }
        return Schemas.kind(apiVersion, kind)
                .filter(ApiKind::isServed)
                .map(known -> new ApiResource(apiVersion, kind, plural(kind), known.isNamespaced()));
    }

    /** The plural of a kind by Kubernetes' convention, which all its own kinds follow. */
    public static String plural(String kind) {
        String name = kind.toLowerCase(Locale.ROOT);
        int last = name.length() - 1;
        if (name.equals("endpoints")) {
            return name;
        }
        if (name.endsWith("s") || name.endsWith("x") || name.endsWith("ch") || name.endsWith("sh")) {
            return name + "es";
        }
        return name.endsWith("y") && last > 0 && "aeiou".indexOf(name.charAt(last - 1)) < 0
                ? name.substring(0, last) + "ies"
                : name + "s";
    }

    /** The API group; empty for the core group. */
    public String group() {
        return group(apiVersion);
    }

    /** The group of an API version; empty for the core group. */
    public static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The path of all objects of the kind; of those in a namespace, if the kind is namespaced and one is named. */
    public String path(String namespace) {
        String root = apiVersion.indexOf('/') < 0 ? "/api/" + apiVersion : "/apis/" + apiVersion;
        return namespaced && !namespace.isEmpty()
                ? root + "/namespaces/" + namespace + "/" + plural
                : root + "/" + plural;
    }

    /** The path of an object. */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + ApiServer.segment(name);
    }

    /** As a record's own, which each process would have to link first. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApiResource that
                && namespaced == that.namespaced
                && apiVersion.equals(that.apiVersion)
                && kind.equals(that.kind)
                && plural.equals(that.plural);
    }

    @Override
    public int hashCode() {
        return 31 * apiVersion.hashCode() + kind.hashCode();
    }
}
