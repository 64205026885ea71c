package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import java.util.Optional;
import org.immutables.value.Value;

/** A Service of type ClusterIP, reachable inside the cluster. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ClusterIpService
        implements ServiceSettings,
                WithClusterIpService,
                PlusLabels<ClusterIpService>,
                PlusAnnotations<ClusterIpService> {
    ClusterIpService() {}

    /** A fixed address inside the cluster's service range, or {@code None} for a headless Service. */
    public abstract Optional<String> clusterIp();

    @Override
    public final String type() {
        return "ClusterIP";
    }

    @Override
    public abstract ClusterIpService withPort(int port);
}
