package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;

/** A namespace of a cluster. The cluster is given by its API server, or by its name in Argo CD. Immutable. */
public final class Destination {
    private static final String IN_CLUSTER = "https://kubernetes.default.svc";

    private final String key;
    private final String cluster;
    private final String namespace;

    private Destination(String key, String cluster, String namespace) {
        this.key = key;
        this.cluster = cluster;
        this.namespace = namespace;
        ArgoChecks checks = new ArgoChecks("spec.destination");
        if (key.equals("server")) {
            checks.server(key, cluster);
        } else {
            checks.clusterName(key, cluster);
        }
        checks.namespace("namespace", namespace);
        checks.throwIfAny();
    }

    /**
     * A namespace of the cluster that Argo CD runs in.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public static Destination inCluster(String namespace) {
        return server(IN_CLUSTER, namespace);
    }

    /**
     * A namespace of the cluster with this API server.
     *
     * @param url the server's address, {@code https://host}
     * @throws DeployException.InvalidInput if the address or the name is outside its grammar
     */
    public static Destination server(String url, String namespace) {
        return new Destination("server", url, namespace);
    }

    /**
     * A namespace of the cluster that Argo CD knows by this name.
     *
     * @throws DeployException.InvalidInput if the cluster's name is empty or the namespace's outside its grammar
     */
    public static Destination cluster(String name, String namespace) {
        return new Destination("name", name, namespace);
    }

    /** The address of the API server, or the cluster's name. */
    public String cluster() {
        return cluster;
    }

    /**
     * Whether the cluster is given by an address that means the same cluster for every Argo CD. It is not for the cluster
     * that Argo CD runs in, nor for one that is given by its name in Argo CD.
     */
    public boolean isByAddress() {
        return key.equals("server") && !cluster.equals(IN_CLUSTER);
    }

    /** The namespace. */
    public String namespace() {
        return namespace;
    }

    /**
     * A copy with another namespace of the same cluster.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public Destination withNamespace(String newNamespace) {
        return new Destination(key, cluster, newNamespace);
    }

    /** {@code spec.destination}. */
    public MapTree tree() {
        return MapTree.builder(2).put(key, cluster).put("namespace", namespace).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Destination that
                && key.equals(that.key)
                && cluster.equals(that.cluster)
                && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
        return (key.hashCode() * 31 + cluster.hashCode()) * 31 + namespace.hashCode();
    }

    /** The cluster and the namespace: {@code https://kubernetes.default.svc/webank}. */
    @Override
    public String toString() {
        return cluster + "/" + namespace;
    }
}
