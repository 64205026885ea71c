package com.adorsys.webank.deploy.audit;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Who wrote or committed something, and when, as the commit says; nobody has verified it. Immutable. */
public final class CommitPerson {
    private final String name;
    private final String email;
    private final OffsetDateTime time;

    private CommitPerson(String name, String email, OffsetDateTime time) {
        this.name = name;
        this.email = email;
        this.time = time;
    }

    /** A person. Of the texts, control characters are replaced, and credentials and well-known tokens masked. */
    public static CommitPerson of(String name, String email, OffsetDateTime time) {
        return new CommitPerson(Printable.line(name), Printable.line(email), time);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The e-mail address. */
    public String email() {
        return email;
    }

    /** The time, with the offset that the person had. */
    public OffsetDateTime time() {
        return time;
    }

    /** The time, such as {@code 2026-11-28T10:00:00+01:00}. */
    String timeText() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** {@code Name <mail>}. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
