package com.adorsys.webank.deploy.core;

/** The rules by which a secret in plain sight is found. {@link SecretTexts} applies them to texts. */
public enum SecretRule {
    /** A private key in PEM, or PEM in base64, with its content. */
    PEM_PRIVATE_KEY("a private key in PEM"),
    /** A JSON Web Key with a private or symmetric member. */
    PRIVATE_JWK("a private JWK"),
    /** {@code AKIA} or {@code ASIA} and 16 characters. */
    AWS_ACCESS_KEY("the id of an AWS access key"),
    /** 40 random characters beside the id of an access key. */
    AWS_SECRET_KEY("an AWS secret access key"),
    /** {@code ghp_}, {@code gho_}, {@code ghu_}, {@code ghs_}, {@code ghr_} or {@code github_pat_}. */
    GITHUB_TOKEN("a GitHub token"),
    /** {@code glpat-}, {@code glrt-}, {@code gldt-} or {@code glptt-}. */
    GITLAB_TOKEN("a GitLab token"),
    /** {@code xox?-} with digits, or the address of a webhook. */
    SLACK_TOKEN("a Slack token"),
    /** {@code npm_} and 36 characters. */
    NPM_TOKEN("an npm token"),
    /** {@code AIza} and 35 characters. */
    GOOGLE_API_KEY("a Google API key"),
    /** {@code sk_live_}, {@code rk_live_}, {@code sk_test_} or {@code rk_test_}. */
    STRIPE_KEY("a Stripe key"),
    /** {@code AGE-SECRET-KEY-1}, as SOPS uses it. */
    AGE_KEY("an age key"),
    /** A URL of JDBC with a password, as userinfo or as a parameter. */
    JDBC_PASSWORD("a JDBC URL with a password"),
    /** Any other URL with a password. */
    URL_PASSWORD("a URL with a password"),
    /** A random value in a variable whose name ends as {@link SecretNames} lists. */
    NAMED_VALUE("a random value in a variable with a secret name");

    private final String text;

    SecretRule(String text) {
        this.text = text;
    }

    /** The rule as messages show it: {@code a GitHub token}. */
    @Override
    public String toString() {
        return text;
    }
}
