package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.ArgoSync;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.SourceSwitch;

/** Connects a command to a cluster. Tests use one that needs no cluster. */
interface Connector {
    /** Opens a connection. */
    Connection connect(ClusterChoice cluster, Release release);

    /** A connection, for one release. */
    interface Connection extends AutoCloseable {
        /** Gets ready for the first call, beside what the command does before it; see {@link EksClient#warmUp}. */
        void warmUp();

        /** The address of the cluster's API server. */
        String address();

        /** The release's deployer, with the default options. */
        Deployer deployer();

        /** The wait for Applications of Argo CD, with the default settings. */
        ArgoSync argoSync();

        /** The check of Applications of Argo CD that leave their charts, with the default settings. */
        SourceSwitch sourceSwitch();

        @Override
        void close();
    }
}
