package com.adorsys.webank.deploy.eks.internal.api;

/**
 * How the API server calls the objects of a kind.
 *
 * @param apiVersion {@code v1}, {@code apps/v1}
 * @param kind {@code Deployment}
 * @param plural {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {
    /** The API group; empty for the core group. */
    public String group() {
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
