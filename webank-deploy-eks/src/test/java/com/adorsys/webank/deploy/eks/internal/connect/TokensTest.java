package com.adorsys.webank.deploy.eks.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens t-1, t-2, ... that live for 14 minutes each, by a clock that the test sets. */
class TokensTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final SettableClock clock = new SettableClock();
    private int made;
    private boolean failing;
    private final Tokens tokens = new Tokens(this::make, clock);

    @Test
    void one_token_serves_until_a_minute_before_its_end() {
        assertThat(tokens.current()).isEqualTo("t-1");
        clock.now = START.plus(Duration.ofMinutes(13)).minusMillis(1);
        assertThat(tokens.current()).isEqualTo("t-1");
        clock.now = START.plus(Duration.ofMinutes(13));
        assertThat(tokens.current()).isEqualTo("t-2");
        assertThat(tokens.current()).isEqualTo("t-2");
    }

    @Test
    void a_token_that_is_refused_is_made_anew_once_however_many_requests_it_went_with() {
        String refused = tokens.current();
        Set<String> others = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20).parallel().forEach(n -> others.add(tokens.insteadOf(refused)));
        assertThat(others).containsExactly("t-2");
        assertThat(tokens.insteadOf("t-2")).isEqualTo("t-3");
    }

    @Test
    void many_requests_at_the_beginning_cause_one_token() {
        Set<String> used = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20).parallel().forEach(n -> used.add(tokens.current()));
        assertThat(used).containsExactly("t-1");
    }

    @Test
    void what_cannot_be_renewed_early_is_used_to_its_end() {
        tokens.current();
        failing = true;
        clock.now = START.plus(Duration.ofMinutes(14)).minusMillis(1);
        assertThat(tokens.current()).isEqualTo("t-1");
        clock.now = START.plus(Duration.ofMinutes(14));
        assertThatThrownBy(tokens::current).hasMessage("There is none.");
        failing = false;
        assertThat(tokens.current()).isEqualTo("t-2");
    }

    @Test
    void a_token_that_was_refused_is_not_used_again_even_if_there_is_no_other() {
        tokens.current();
        failing = true;
        assertThatThrownBy(() -> tokens.insteadOf("t-1")).hasMessage("There is none.");
        assertThatThrownBy(tokens::current).hasMessage("There is none.");
    }

    @Test
    void a_short_life_is_renewed_in_its_last_tenth() {
        BearerToken token = BearerToken.of("t", START, START.plusSeconds(100));
        assertThat(token.renewal()).isEqualTo(START.plusSeconds(90));
        assertThat(BearerToken.of("t", START, START.plusSeconds(3600)).renewal())
                .isEqualTo(START.plusSeconds(3540));
    }

    @Test
    void a_token_without_an_end_is_made_once() {
        Tokens lasting = new Tokens(() -> BearerToken.lasting("t-" + ++made), clock);
        lasting.current();
        clock.now = START.plus(Duration.ofDays(4000));
        assertThat(lasting.current()).isEqualTo("t-1");
    }

    @Test
    void nothing_shows_the_token() {
        assertThat(BearerToken.of("s3cret", START, START.plusSeconds(60)))
                .hasToString("token until 2026-11-23T12:01:00Z");
    }

    private BearerToken make() {
        if (failing) {
            throw new DeployException.Refused("There is none.");
        }
        made++;
        return BearerToken.of("t-" + made, clock.now, clock.now.plus(Duration.ofMinutes(14)));
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
