package com.adorsys.webank.deploy.gitops.github;

/** The credentials of a request. */
@FunctionalInterface
interface Authorization {
    /** The header with the credentials. It is asked for before each attempt. */
    String header();

    /** Forgets credentials that were not accepted; false if there are no others. */
    default boolean renew() {
        return false;
    }
}
