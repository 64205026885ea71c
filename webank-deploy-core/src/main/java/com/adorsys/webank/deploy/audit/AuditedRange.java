package com.adorsys.webank.deploy.audit;

/** Which commits an audit is about. Immutable. */
public final class AuditedRange {
    private final String repository;
    private final String branch;
    private final String newest;
    private final String since;
    private final boolean containsSince;

    private AuditedRange(String repository, String branch, String newest, String since, boolean containsSince) {
        this.repository = repository;
        this.branch = branch;
        this.newest = newest;
        this.since = since;
        this.containsSince = containsSince;
    }

    /** The commits of a branch of a repository: from its newest one back to another one, which is not among them. */
    public static AuditedRange of(String repository, String branch, String newest, String since) {
        return new AuditedRange(Printable.line(repository), Printable.line(branch), newest, since, true);
    }

    /**
     * A copy for a commit to start from that is not in the history of the branch: the commits back to the newest that both
     * have.
     */
    public AuditedRange withForeignStart() {
        return new AuditedRange(repository, branch, newest, since, false);
    }

    /** The address of the repository. */
    public String repository() {
        return repository;
    }

    /** The branch. */
    public String branch() {
        return branch;
    }

    /** The id of the newest commit. */
    public String newest() {
        return newest;
    }

    /** The id of the commit that the audit starts from, which is not part of it. */
    public String since() {
        return since;
    }

    /**
     * Whether the commit to start from is in the history of the branch. If not, it is one of another branch, or the history
     * was rewritten.
     */
    public boolean containsSince() {
        return containsSince;
    }

    /** The branch and the two commits. */
    @Override
    public String toString() {
        return branch + " " + since + ".." + newest;
    }
}
