package com.adorsys.webank.deploy.audit;

/** A commit that a merge brought to the branch. Immutable. */
public final class MergedCommit {
    private final String id;
    private final CommitPerson author;
    private final String subject;

    private MergedCommit(String id, CommitPerson author, String subject) {
        this.id = id;
        this.author = author;
        this.subject = subject;
    }

    /** A commit; of the subject, control characters are replaced, and credentials and well-known tokens masked. */
    public static MergedCommit of(String id, CommitPerson author, String subject) {
        return new MergedCommit(id, author, Printable.line(subject));
    }

    /** The id in hexadecimal digits. */
    public String id() {
        return id;
    }

    /** The author, and when it was written. */
    public CommitPerson author() {
        return author;
    }

    /** The first line of the message. */
    public String subject() {
        return subject;
    }

    /** The id, the subject and the author. */
    @Override
    public String toString() {
        return id + " " + subject + " (" + author + ")";
    }
}
