package com.adorsys.webank.deploy.eks.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    /** An answer with one header, or without. */
    private record Answer(Optional<String> header) implements HttpResponse<byte[]> {
        @Override
        public int code() {
            return 429;
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }

        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<?>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String key) {
            return key.equals("Retry-After") ? header.stream().toList() : List.of();
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of("Retry-After", headers("Retry-After"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 7 ', 7", "0, 0", "-5, 0", "3600, 60"})
    void the_server_is_given_the_time_that_it_asks_for_up_to_a_minute(String header, long seconds) {
        Duration wait = RetryAfter.of(new Answer(Optional.of(header)), 0);
        assertThat(wait)
                .isBetween(
                        Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plusMillis(200));
    }

    @Test
    void a_date_or_nothing_is_waited_for_as_after_any_failure() {
        for (Optional<String> header :
                List.of(Optional.of("Wed, 21 Oct 2026 07:28:00 GMT"), Optional.<String>empty())) {
            assertThat(RetryAfter.of(new Answer(header), 0)).isBetween(Duration.ofMillis(25), Duration.ofMillis(75));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 25, 75", "1, 50, 150", "6, 1600, 4800", "7, 2500, 7500", "1000, 2500, 7500"})
    void each_wait_is_about_twice_the_one_before_up_to_five_seconds(int round, long least, long most) {
        assertThat(RetryAfter.backoff(round)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }
}
