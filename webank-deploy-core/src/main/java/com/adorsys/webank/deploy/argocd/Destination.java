package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * A namespace of a cluster. The cluster is given by its API server, or by its name in Argo CD. Immutable.
 *
 * <p>One that others wrote may have no namespace, or an address that this library would not write.
 */
public final class Destination {
    private static final String IN_CLUSTER = "https://kubernetes.default.svc";

    private final MapTree tree;

    private Destination(MapTree tree) {
        this.tree = tree;
    }

    private static Destination of(String key, String cluster, String namespace) {
        ArgoChecks checks = new ArgoChecks("spec.destination");
        if (key.equals("server")) {
            checks.server(key, cluster);
        } else {
            checks.clusterName(key, cluster);
        }
        checks.namespace("namespace", namespace);
        checks.throwIfAny();
        return new Destination(
                MapTree.builder(2).put(key, cluster).put("namespace", namespace).build());
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
        return of("server", url, namespace);
    }

    /**
     * A namespace of the cluster that Argo CD knows by this name.
     *
     * @throws DeployException.InvalidInput if the cluster's name is empty or the namespace's outside its grammar
     */
    public static Destination cluster(String name, String namespace) {
        return of("name", name, namespace);
    }

    /**
     * A destination as an Application has it, with no grammar and no part required. It is checked when the Application is
     * written.
     */
    public static Destination of(MapTree tree) {
        return new Destination(tree);
    }

    /** The address of the API server, or the cluster's name. Empty if neither is given. */
    public String cluster() {
        return isByServer() ? Trees.text(tree, "server") : Trees.text(tree, "name");
    }

    /**
     * Whether the cluster is given by an address that means the same cluster for every Argo CD. It is not for the cluster
     * that Argo CD runs in, nor for one that is given by its name in Argo CD.
     */
    public boolean isByAddress() {
        return isByServer() && !cluster().equals(IN_CLUSTER);
    }

    /** Whether it is in another cluster than the one that Argo CD runs in, which has the name {@code in-cluster}. */
    boolean isOtherCluster() {
        return isByServer() ? isByAddress() : !cluster().equals("in-cluster");
    }

    private boolean isByServer() {
        return !Trees.text(tree, "server").isEmpty();
    }

    /** The namespace. Empty if none is given. */
    public String namespace() {
        return Trees.text(tree, "namespace");
    }

    /**
     * A copy with another namespace of the same cluster.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public Destination withNamespace(String newNamespace) {
        return of(isByServer() ? "server" : "name", cluster(), newNamespace);
    }

    /** {@code spec.destination}. */
    public MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Destination that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The cluster and the namespace: {@code https://kubernetes.default.svc/webank}. */
    @Override
    public String toString() {
        return cluster() + "/" + namespace();
    }
}
