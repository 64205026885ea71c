package com.adorsys.webank.deploy.eks.internal.run;

/** Why the server cannot be asked yet what it would do with an object: something that the plan brings is not there. */
enum Unverified {
    KIND("its kind comes with this plan"),
    VERSION("its API version comes with this plan"),
    SCHEMA("the schema of its kind changes with this plan"),
    CONVERSION("the webhook that converts its kind comes with this plan"),
    NAMESPACE("its namespace comes with this plan"),
    ROLE("its role comes with this plan");

    private final String text;

    Unverified(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
