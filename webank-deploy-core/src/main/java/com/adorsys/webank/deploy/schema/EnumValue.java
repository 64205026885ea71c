package com.adorsys.webank.deploy.schema;

import java.util.Objects;

/** A value of an enumeration. Immutable. */
public final class EnumValue {
    private final String text;
    private final VersionRange versions;

    EnumValue(String text, VersionRange versions) {
        this.text = Objects.requireNonNull(text);
        this.versions = Objects.requireNonNull(versions);
    }

    /** The value. */
    public String text() {
        return text;
    }

    /** The versions that know the value, of those that know the field. */
    public VersionRange versions() {
        return versions;
    }

    @Override
    public String toString() {
        return text;
    }
}
