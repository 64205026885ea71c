package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.ArgoSync;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.SourceSwitch;

/** Connects to real clusters. */
final class EksConnector implements Connector {
    @Override
    public Connection connect(ClusterChoice cluster, Release release) {
        LateSockets.install();
        EksClient client = cluster.connect();
        return new Connection() {
            @Override
            public void warmUp() {
                client.warmUp(release);
            }

            @Override
            public String address() {
                return client.server();
            }

            @Override
            public Deployer deployer() {
                return client.deployer(release);
            }

            @Override
            public ArgoSync argoSync() {
                return client.argoSync();
            }

            @Override
            public SourceSwitch sourceSwitch() {
                return client.sourceSwitch();
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
