package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;

/** Advice that is known before anything fails. */
record FixedAdvice(String unreachable, String untrusted, String unauthorized) implements Advice {
    @Override
    public String unreachable(NetworkFault fault) {
        return unreachable;
    }
}
