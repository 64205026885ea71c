package com.adorsys.webank.deploy.eks.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    private static final Call APPLY = new Call("PATCH", "/api/v1/x?a=b", "a/b", "{}", Call.Effect.REPEATABLE);
    private static final Call CREATE = new Call("POST", "/api/v1/x", "a/b", "{}", Call.Effect.ONCE);

    private static ApiException failure(int code, String status) {
        return ApiException.answered("GET /", code, status.getBytes(StandardCharsets.UTF_8), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | true  | true
            502 | true  | false
            503 | true  | false
            504 | true  | false
            500 | false | false
            422 | false | false
            409 | false | false
            404 | false | false
            403 | false | false
            """)
    void a_code_says_what_may_be_sent_again(int code, boolean apply, boolean create) {
        ApiException failure = failure(code, "{\"message\":\"no\"}");
        assertThat(APPLY.isRepeatableAfter(failure)).isEqualTo(apply);
        assertThat(CREATE.isRepeatableAfter(failure)).isEqualTo(create);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | {"message":"no","details":{"retryAfterSeconds":1}}                     | true
            500 | {"message":"Internal error: failed to allocate a serviceIP: full"}     | true
            422 | {"message":"Service is invalid: the allocator not ready"}              | true
            500 | {"message":"failed to create typed patch object: field not declared"}  | false
            """)
    void a_server_that_is_not_ready_is_asked_again(int code, String status, boolean again) {
        assertThat(APPLY.isRepeatableAfter(failure(code, status))).isEqualTo(again);
        assertThat(CREATE.isRepeatableAfter(failure(code, status))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/x?a=b, GET /api/v1/x", "/readyz, GET /readyz"})
    void its_name_has_no_query(String path, String name) {
        assertThat(Call.read(path).name()).isEqualTo(name);
    }
}
