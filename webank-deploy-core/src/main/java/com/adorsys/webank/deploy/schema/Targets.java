package com.adorsys.webank.deploy.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The versions that manifests are checked for: one of Kubernetes, one of Argo CD, or none of either. Immutable.
 *
 * <p>Without a version, what no supported version knows is an error, and what only some know is a warning that says which.
 * With one, what that version does not know is an error.
 */
public final class Targets {
    private static final Targets ANY = new Targets(List.of());

    private final List<ProductVersion> versions;

    private Targets(List<ProductVersion> versions) {
        this.versions = versions;
    }

    /** Every supported version of every product. */
    public static Targets any() {
        return ANY;
    }

    /** A copy with a version in place of the one of its product. */
    public Targets with(ProductVersion version) {
        List<ProductVersion> changed = new ArrayList<>(versions);
        changed.removeIf(other -> other.product().equals(version.product()));
        changed.add(version);
        Collections.sort(changed);
        return new Targets(List.copyOf(changed));
    }

    /** The version of Kubernetes; empty if any is meant. */
    public Optional<ProductVersion> kubernetes() {
        return of(Schemas.KUBERNETES);
    }

    /** The version of Argo CD; empty if any is meant. */
    public Optional<ProductVersion> argoCd() {
        return of(Schemas.ARGO_CD);
    }

    /** The version of a product by its name; empty if any is meant. */
    public Optional<ProductVersion> of(String product) {
        for (ProductVersion version : versions) {
            if (version.product().equals(product)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Targets that && versions.equals(that.versions);
    }

    @Override
    public int hashCode() {
        return versions.hashCode();
    }

    /** {@code Argo CD 3.2, Kubernetes 1.35}; {@code any version}. */
    @Override
    public String toString() {
        if (versions.isEmpty()) {
            return "any version";
        }
        String text = versions.toString();
        return text.substring(1, text.length() - 1);
    }
}
