package com.adorsys.webank.deploy.examples.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine, in its time zone, which is read when it is asked for: that takes as long as the checks of some files. */
final class MachineClock extends Clock {
    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }
}
