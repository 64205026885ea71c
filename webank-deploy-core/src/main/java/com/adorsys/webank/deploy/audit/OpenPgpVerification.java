package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.audit.CommitSignature.Status;

/** The result of verifying a signature of OpenPGP. Immutable. */
public final class OpenPgpVerification {
    private final Status status;
    private final String key;
    private final String user;
    private final String detail;

    private OpenPgpVerification(Status status, String key, String user, String detail) {
        this.status = status;
        this.key = key;
        this.user = user;
        this.detail = detail;
    }

    /**
     * The signature fits the commit, and its key was allowed to make it.
     *
     * @param key the fingerprint of the key or subkey that made it
     * @param primary the fingerprint of the primary key, which may be the same
     * @param user the user ID of the primary key
     */
    public static OpenPgpVerification good(String key, String primary, String user) {
        String detail = key.equals(primary) ? "the key " + key : "the subkey " + key + " of the key " + primary;
        return new OpenPgpVerification(Status.GOOD, key, user, detail);
    }

    /**
     * The signature fits the commit, but its key was not allowed to make it.
     *
     * @param key the fingerprint of the key or subkey that made it
     * @param why what is wrong with the key, as in {@code "which had expired"}
     */
    public static OpenPgpVerification invalidKey(String key, String why) {
        return new OpenPgpVerification(Status.INVALID_KEY, key, "", why);
    }

    /**
     * The signature could not be verified.
     *
     * @param why the reason, as in {@code "since its key was not given"}
     */
    public static OpenPgpVerification notVerified(String why) {
        return new OpenPgpVerification(Status.NOT_VERIFIED, "", "", why);
    }

    /**
     * The signature does not fit the commit, or is not one.
     *
     * @param why the reason, as in {@code "it cannot be read"}
     */
    public static OpenPgpVerification bad(String why) {
        return new OpenPgpVerification(Status.BAD, "", "", why);
    }

    Status status() {
        return status;
    }

    /** The fingerprint of the key that made it; empty if it was not verified or is bad. */
    String key() {
        return key;
    }

    /** The user ID, as the key has it; empty unless the signature is good. */
    String user() {
        return user;
    }

    /** The key of a good signature; otherwise the reason. */
    String detail() {
        return detail;
    }
}
