package com.adorsys.webank.deploy.gitops.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only when somebody waits. */
final class FakeTime implements Time {
    final List<Duration> pauses = new ArrayList<>();
    Instant now = Instant.now();
    private Duration passed = Duration.ZERO;

    void pass(Duration duration) {
        passed = passed.plus(duration);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        pass(duration);
    }
}
