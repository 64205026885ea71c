package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import java.util.function.Supplier;

/** What the failure of a write says of the write. */
final class Writes {
    private Writes() {}

    /** No answer, or one of a server or proxy that does not know what became of the request. */
    static boolean isUnknown(ApiException e) {
        return e.outcomeUnknown() || e.isUnanswered() || e.code() >= 500;
    }

    /** What is there after a write that failed; if it cannot be read, what became of the write stays unknown. */
    static <T> T readBack(ApiException write, Supplier<T> read) {
        try {
            return read.get();
        } catch (ApiException e) {
            throw write.outcomeUnknown() ? write : e;
        }
    }
}
