package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;

/** For a client that somebody else made: nothing is known but its address. */
final class PlainAdvice implements Advice {
    @Override
    public String unreachable(NetworkFault fault) {
        return "Check its address, and that this machine may reach it";
    }

    @Override
    public String untrusted() {
        return "Give the client the certificate authority of this cluster";
    }

    @Override
    public String unauthorized() {
        return "Give the client credentials that the cluster accepts";
    }
}
