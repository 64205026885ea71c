package com.adorsys.webank.deploy.gitops.github;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting. */
interface Time {
    /** The time of this machine. */
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };

    Instant now();

    /** A time that no change of the clock affects, for differences. */
    long nanos();

    void pause(Duration duration) throws InterruptedException;
}
