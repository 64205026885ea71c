package com.adorsys.webank.deploy.eks.internal.api;

/**
 * How an object is applied.
 *
 * @param fieldManager the name under which its fields are managed
 * @param force whether fields of other managers are taken
 * @param dryRun whether the server only says what it would do
 */
public record ApplyMode(String fieldManager, boolean force, boolean dryRun) {
    /** Applying for real, without force. */
    public static ApplyMode of(String fieldManager) {
        return new ApplyMode(fieldManager, false, false);
    }

    public ApplyMode forced() {
        return new ApplyMode(fieldManager, true, dryRun);
    }

    public ApplyMode asDryRun() {
        return new ApplyMode(fieldManager, force, true);
    }

    String query() {
        return "?fieldManager=" + ApiServer.encoded(fieldManager) + "&fieldValidation=Strict"
                + (force ? "&force=true" : "")
                + (dryRun ? "&dryRun=All" : "");
    }
}
