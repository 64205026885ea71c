package com.adorsys.webank.deploy.schema;

import org.jspecify.annotations.Nullable;

/** The versions of a product that have something. Immutable. */
public final class VersionRange {
    /** Every supported version. */
    public static final VersionRange ALL = new VersionRange(null, null);

    /** No supported version. */
    public static final VersionRange NONE = new VersionRange(null, null);

    private final @Nullable ProductVersion since;
    private final @Nullable ProductVersion until;

    private VersionRange(@Nullable ProductVersion since, @Nullable ProductVersion until) {
        this.since = since;
        this.until = until;
    }

    /** A version and all later ones. */
    public static VersionRange since(ProductVersion version) {
        return new VersionRange(version, null);
    }

    /** A version and all earlier ones. */
    static VersionRange until(ProductVersion version) {
        return new VersionRange(null, version);
    }

    /** The versions from one to another; null is no bound. Both are part of the range. */
    static VersionRange of(@Nullable ProductVersion since, @Nullable ProductVersion until) {
        return since == null && until == null ? ALL : new VersionRange(since, until);
    }

    /** Whether every supported version has it. */
    public boolean isAll() {
        return this == ALL;
    }

    /**
     * Whether a version has it.
     *
     * @throws IllegalArgumentException if the version is of another product
     */
    public boolean contains(ProductVersion version) {
        String product = product();
        if (!product.isEmpty() && !product.equals(version.product())) {
            throw new IllegalArgumentException(version + " is not a version of " + product);
        }
        return this != NONE
                && (since == null || version.compareTo(since) >= 0)
                && (until == null || version.compareTo(until) <= 0);
    }

    /** {@code Kubernetes} or {@code Argo CD}; empty where every version has it, or none. */
    public String product() {
        return since != null ? since.product() : until != null ? until.product() : "";
    }

    /** {@code Kubernetes 1.34 and later}; {@code every version}; {@code no version}. */
    @Override
    public String toString() {
        if (this == NONE) {
            return "no version";
        }
        if (since == null) {
            return until == null ? "every version" : until + " and earlier";
        }
        if (until == null) {
            return since + " and later";
        }
        return since.equals(until) ? since.toString() : since + " to " + until.number();
    }
}
