package com.adorsys.webank.deploy.check;

/** Finds out by a variable's name whether its value is likely a secret. */
public final class SecretNames {
    /** The endings of variable names whose values are mostly secrets. */
    private static final String[] SECRET_ENDINGS = {
        "PASSWORD",
        "PASSWD",
        "PASSPHRASE",
        "SECRET",
        "SECRET_KEY",
        "TOKEN",
        "API_KEY",
        "APIKEY",
        "ACCESS_KEY",
        "PRIVATE_KEY",
        "PRIVATE_KEY_JSON",
        "PRIVATE_KEY_PEM",
        "CREDENTIALS",
        "SALT"
    };

    private SecretNames() {}

    /** Whether a name has such an ending: {@code OTP_SALT}, {@code TWILIO_AUTH_TOKEN}. */
    public static boolean isLikely(String name) {
        for (String ending : SECRET_ENDINGS) {
            int start = name.length() - ending.length();
            if (start < 0 || !name.regionMatches(true, start, ending, 0, ending.length())) {
                continue;
            }
            if (start == 0 || name.charAt(start - 1) == '_' || name.charAt(start - 1) == '-') {
                return true;
            }
        }
        return false;
    }
}
