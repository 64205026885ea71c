package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import java.util.Optional;
import org.immutables.value.Value;

/** A Service of type NodePort, on a port of every node. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class NodePortService
        implements ServiceSettings, WithNodePortService, PlusLabels<NodePortService>, PlusAnnotations<NodePortService> {
    NodePortService() {}

    /** A fixed address inside the cluster's service range. */
    public abstract Optional<String> clusterIp();

    @Override
    public final String type() {
        return "NodePort";
    }

    @Override
    public abstract NodePortService withPort(int port);
}
