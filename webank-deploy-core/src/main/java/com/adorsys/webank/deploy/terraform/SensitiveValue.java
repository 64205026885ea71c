package com.adorsys.webank.deploy.terraform;

import java.util.Objects;

/**
 * A secret text. Only {@link #reveal()} returns it.
 *
 * <p>Equal only to itself, so that neither a comparison nor a hash discloses anything about the text.
 */
public final class SensitiveValue {
    private final String text;

    private SensitiveValue(String text) {
        this.text = text;
    }

    /** A secret text. */
    public static SensitiveValue of(String text) {
        return new SensitiveValue(Objects.requireNonNull(text, "text"));
    }

    /** The text itself. Keep it out of logs, messages and Git. */
    public String reveal() {
        return text;
    }

    /** Always {@code (sensitive value)}. */
    @Override
    public String toString() {
        return "(sensitive value)";
    }
}
