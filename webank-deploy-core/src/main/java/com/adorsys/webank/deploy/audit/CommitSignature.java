package com.adorsys.webank.deploy.audit;

import java.util.List;

/**
 * By whom a commit is signed. Immutable.
 *
 * @see CommitVerifier
 */
public final class CommitSignature {
    private static final CommitSignature NONE = new CommitSignature(Status.NONE, "", "", List.of(), "not signed");

    /** What is known of a signature. */
    public enum Status {
        /** The commit is not signed. */
        NONE,
        /** The signature fits the commit, and its key is one of SSH of an allowed signer, or one of the OpenPGP keys. */
        GOOD,
        /** The signature fits the commit; its key of SSH does not belong to an allowed signer. */
        UNKNOWN_KEY,
        /** The signature fits the commit; its key was not allowed to make it, for example because it had expired. */
        INVALID_KEY,
        /** It was not verified, since its key of OpenPGP was not given, or it is of another format or kind of key. */
        NOT_VERIFIED,
        /** It does not fit the commit, or is not a signature. */
        BAD
    }

    private final Status status;
    private final String format;
    private final String key;
    private final List<String> principals;
    private final String text;

    CommitSignature(Status status, String format, String key, List<String> principals, String text) {
        this.status = status;
        this.format = format;
        this.key = key;
        this.principals = List.copyOf(principals);
        this.text = text;
    }

    /** No signature. */
    public static CommitSignature none() {
        return NONE;
    }

    /** What is known of it. */
    public Status status() {
        return status;
    }

    /** {@code SSH}, {@code OpenPGP} or {@code X.509}; empty if there is no signature of a known format. */
    public String format() {
        return format;
    }

    /**
     * The key that it was made with, or, if it is not verified or bad, that it names: its fingerprint, or in OpenPGP perhaps
     * its id. Empty if it names none.
     */
    public String key() {
        return key;
    }

    /**
     * Whose key it is: the principals of the allowed signers, or the user ID of the OpenPGP key. Empty unless the signature
     * is good.
     */
    public List<String> principals() {
        return principals;
    }

    /** All of this in a sentence without its full stop. */
    public String text() {
        return text;
    }

    /** The same as {@link #text}. */
    @Override
    public String toString() {
        return text;
    }
}
