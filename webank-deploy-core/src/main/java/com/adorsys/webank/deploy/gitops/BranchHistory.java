package com.adorsys.webank.deploy.gitops;

/**
 * Compares the histories of two commits, which {@link GitOpsRepository} does not fetch. The server of the repository
 * knows them.
 */
@FunctionalInterface
public interface BranchHistory {
    /**
     * Compares a commit with that of the base branch.
     *
     * @param base the id of the base branch's commit
     * @param commit the id of the commit
     */
    Comparison compare(String base, String commit);

    /**
     * How many commits each of two histories has that the other does not have.
     *
     * @param ahead commits that the base does not have
     * @param behind commits that only the base has
     */
    record Comparison(int ahead, int behind) {}
}
