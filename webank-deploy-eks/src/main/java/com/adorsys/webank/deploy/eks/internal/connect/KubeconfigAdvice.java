package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;

/** For a connection from a kubeconfig. */
record KubeconfigAdvice(String context, String user) implements Advice {
    @Override
    public String unreachable(NetworkFault fault) {
        return "Check `server` in the kubeconfig, and that this machine may reach it: a private endpoint answers only"
                + " within its network";
    }

    @Override
    public String untrusted() {
        return "Write the certificate authority of this cluster into the kubeconfig, as `certificate-authority-data`";
    }

    @Override
    public String unauthorized() {
        return user.isEmpty()
                ? "The context " + Problem.quote(context) + " names no user: add one"
                : "Renew the credentials of the user " + Problem.quote(user)
                        + " in the kubeconfig, or let the cluster know" + " them";
    }
}
