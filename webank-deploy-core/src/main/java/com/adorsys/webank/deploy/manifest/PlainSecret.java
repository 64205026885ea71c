package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.SecretRule;

/** A place in a tree that contains a secret in plain sight, and the rule that found it. The secret is not included. */
public record PlainSecret(String path, SecretRule rule) {
    /** What to do about it, as problems say it. */
    public static final String REMEDY =
            "keep the value in a Secret, and refer to that; replace the value if it was in Git";

    /** What is wrong: {@code the value contains a GitHub token}. */
    public String what() {
        return "the value contains " + rule;
    }
}
