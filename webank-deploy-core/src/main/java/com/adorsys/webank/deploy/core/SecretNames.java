package com.adorsys.webank.deploy.core;

import java.util.Arrays;

/** Finds out by a variable's name whether its value is likely a secret. */
public final class SecretNames {
    /** The endings of variable names whose values are mostly secrets. An underscore may be missing, as in {@code apiKey}. */
    private static final String[] ENDINGS = {
        "PASSWORD",
        "PASSWD",
        "PASSPHRASE",
        "PWD",
        "PASS",
        "SECRET",
        "SECRET_KEY",
        "TOKEN",
        "API_KEY",
        "ACCESS_KEY",
        "PRIVATE_KEY",
        "PRIVATE_KEY_JSON",
        "PRIVATE_KEY_PEM",
        "ENCRYPTION_KEY",
        "SIGNING_KEY",
        "CREDENTIAL",
        "CREDENTIALS",
        "SALT"
    };

    /** The endings by their last letter, from A. */
    private static final String[][] BY_LAST = new String[26][0];

    static {
        for (String ending : ENDINGS) {
            int last = ending.charAt(ending.length() - 1) - 'A';
            BY_LAST[last] = Arrays.copyOf(BY_LAST[last], BY_LAST[last].length + 1);
            BY_LAST[last][BY_LAST[last].length - 1] = ending;
        }
    }

    private SecretNames() {}

    /** Whether a name has such an ending: {@code OTP_SALT}, {@code TWILIO_AUTH_TOKEN}, {@code clientSecret}. */
    public static boolean isLikely(String name) {
        int last = name.isEmpty() ? -1 : (name.charAt(name.length() - 1) | 0x20) - 'a';
        if (last < 0 || last >= BY_LAST.length) {
            return false;
        }
        for (String ending : BY_LAST[last]) {
            int start = start(name, ending);
            if (start == 0 || start > 0 && isBoundary(name.charAt(start - 1), name.charAt(start))) {
                return true;
            }
        }
        return false;
    }

    /** Where an ending starts in a name that has it; -1 in any other. */
    private static int start(String name, String ending) {
        int at = name.length();
        for (int i = ending.length() - 1; i >= 0; i--) {
            char expected = ending.charAt(i);
            char c = at == 0 ? 0 : name.charAt(at - 1);
            if (c == expected || c == (expected | 0x20) || expected == '_' && (c == '-' || c == '.')) {
                at--;
            } else if (expected != '_') {
                return -1;
            }
        }
        return at;
    }

    private static boolean isBoundary(char before, char first) {
        return before == '_' || before == '-' || before == '.' || first <= 'Z' && before >= 'a' && before <= 'z';
    }
}
