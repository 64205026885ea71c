package com.adorsys.webank.deploy.eks.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimiterTest {
    private final Limiter limiter = new Limiter(16);

    @Test
    void an_overload_halves_it_down_to_one() {
        for (int expected : new int[] {8, 4, 2, 1, 1}) {
            limiter.overloaded(System.nanoTime() + 1_000_000_000);
            assertThat(limiter.limit()).isEqualTo(expected);
        }
    }

    @Test
    void requests_that_were_under_way_together_halve_it_once() {
        long began = System.nanoTime();
        limiter.overloaded(began);
        limiter.overloaded(began);
        assertThat(limiter.limit()).isEqualTo(8);
    }

    @Test
    void as_many_successes_as_are_allowed_at_once_raise_it_by_one_up_to_the_most() {
        limiter.overloaded(System.nanoTime());
        for (int i = 0; i < 7; i++) {
            limiter.succeeded();
        }
        assertThat(limiter.limit()).isEqualTo(8);
        limiter.succeeded();
        assertThat(limiter.limit()).isEqualTo(9);
        for (int i = 0; i < 1000; i++) {
            limiter.succeeded();
        }
        assertThat(limiter.limit()).isEqualTo(16);
    }

    @Test
    void an_overload_forgets_the_successes_before_it() {
        limiter.overloaded(System.nanoTime());
        for (int i = 0; i < 7; i++) {
            limiter.succeeded();
        }
        limiter.overloaded(System.nanoTime() + 1_000_000_000);
        for (int i = 0; i < 3; i++) {
            limiter.succeeded();
        }
        assertThat(limiter.limit()).isEqualTo(4);
    }

    @Test
    void a_place_that_is_given_back_lets_the_next_one_in() throws InterruptedException {
        Limiter narrow = new Limiter(1);
        narrow.enter();
        Thread next = new Thread(narrow::enter);
        next.start();
        narrow.leave();
        next.join(30_000);
        assertThat(next.isAlive()).isFalse();
    }
}
