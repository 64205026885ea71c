package com.adorsys.webank.deploy.terraform;

import java.util.Objects;

/**
 * A text that is not to be shown: only {@link #reveal()} gives it.
 *
 * <p>Equal to itself alone, so that neither a comparison nor a hash tells anything of the text.
 */
public final class SensitiveValue {
    private final String text;

    private SensitiveValue(String text) {
        this.text = text;
    }

    /** A text that is not to be shown. */
    public static SensitiveValue of(String text) {
        return new SensitiveValue(Objects.requireNonNull(text, "text"));
    }

    /** The text itself. Keep it out of logs, messages and whatever goes to Git. */
    public String reveal() {
        return text;
    }

    /** Always {@code (sensitive value)}. */
    @Override
    public String toString() {
        return "(sensitive value)";
    }
}
