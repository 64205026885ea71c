package com.adorsys.webank.deploy.eks.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Failures of an API server, for tests that do without one. */
public final class ApiFailures {
    private ApiFailures() {}

    /** An answer of 400 or more. */
    public static ApiException answered(int code, String message) {
        String body = "{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"" + message + "\"}";
        return ApiException.answered("GET /", code, body.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** A 422 about one field. */
    public static ApiException invalid(String field, String message) {
        String body =
                "{\"kind\":\"Status\",\"code\":422,\"reason\":\"Invalid\",\"message\":\"it is invalid\",\"details\":"
                        + "{\"causes\":[{\"field\":\"" + field + "\",\"message\":\"" + message + "\"}]}}";
        return ApiException.answered("GET /", 422, body.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** No answer. */
    public static ApiException lost() {
        return ApiException.unanswered(
                "GET /", "the connection was refused", ApiException.Outcome.NOTHING_WRITTEN, null);
    }
}
