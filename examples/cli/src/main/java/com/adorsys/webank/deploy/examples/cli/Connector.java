package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.Deployer;

/** Gives a command the deployer that it works with. Tests give it one without a cluster. */
interface Connector {
    /** Opens a connection. */
    Connection connect(ClusterChoice cluster, Release release);

    /** A connection, for one release. */
    interface Connection extends AutoCloseable {
        /** Where it leads to, as people know it. */
        String address();

        /** The release's deployer, with the default options. */
        Deployer deployer();

        @Override
        void close();
    }
}
