package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;

/** What the failure of a write says of the write. */
final class Writes {
    private Writes() {}

    /** No answer, or one of a server or proxy that does not know what became of the request. */
    static boolean isUnknown(ApiException e) {
        return e.outcomeUnknown() || e.isUnanswered() || e.code() >= 500;
    }
}
