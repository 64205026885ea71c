package com.adorsys.webank.deploy.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind in one of its API versions. Immutable. */
public final class ApiKind {
    private final String apiVersion;
    private final String kind;
    private final String type;
    private final boolean namespaced;
    private final boolean served;
    private final VersionRange versions;
    private final @Nullable ProductVersion deprecated;
    private final @Nullable ProductVersion removed;
    private final String replacement;

    private ApiKind(
            String apiVersion,
            String kind,
            String type,
            boolean namespaced,
            boolean served,
            VersionRange versions,
            @Nullable ProductVersion deprecated,
            @Nullable ProductVersion removed,
            String replacement) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.type = type;
        this.namespaced = namespaced;
        this.served = served;
        this.versions = versions;
        this.deprecated = deprecated;
        this.removed = removed;
        this.replacement = replacement;
    }

    /**
     * Reads a line of a description.
     *
     * @param words {@code kind v1 Deployment namespaced}, or {@code gone v1beta1 Deployment}, with attributes after it
     * @throws IllegalStateException if an attribute is unknown
     */
    static ApiKind parse(List<String> words, String group, String product) {
        @Nullable ProductVersion[] versions = new ProductVersion[4];
        String replacement = "";
        boolean served = words.get(0).equals("kind");
        boolean namespaced = false;
        for (String word : words.subList(3, words.size())) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "since=" -> versions[0] = ProductVersion.parse(product, value);
                case "until=" -> versions[1] = ProductVersion.parse(product, value);
                case "deprecated=" -> versions[2] = ProductVersion.parse(product, value);
                case "removed=" -> versions[3] = ProductVersion.parse(product, value);
                case "use=" -> replacement = value;
                case "" -> namespaced = value.equals("namespaced");
                default -> throw new IllegalStateException("unknown attribute of a kind: " + word);
            }
        }
        return new ApiKind(
                group.equals(Schemas.CORE) ? words.get(1) : group + "/" + words.get(1),
                words.get(2),
                group + "/" + words.get(1) + "." + words.get(2),
                namespaced,
                served,
                served ? VersionRange.of(versions[0], versions[1]) : VersionRange.NONE,
                versions[2],
                versions[3],
                replacement);
    }

    /** {@code apps/v1}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** {@code Deployment}. */
    public String kind() {
        return kind;
    }

    /** Whether objects of the kind are in a namespace; false for a kind that was removed before the supported versions. */
    public boolean isNamespaced() {
        return namespaced;
    }

    /** Whether a supported version serves it; otherwise it was removed before the oldest one. */
    public boolean isServed() {
        return served;
    }

    /** The supported versions that serve it. */
    public VersionRange versions() {
        return versions;
    }

    /** The version that deprecates it, which may be later than the supported ones. */
    public Optional<ProductVersion> deprecated() {
        return Optional.ofNullable(deprecated);
    }

    /** The version that removes it, which may be earlier or later than the supported ones. */
    public Optional<ProductVersion> removed() {
        return Optional.ofNullable(removed);
    }

    /** The kind that replaces it, {@code apps/v1 Deployment}; empty if none is known. */
    public String replacement() {
        int dot = replacement.lastIndexOf('.');
        return dot < 0 ? "" : replacement.substring(0, dot) + " " + replacement.substring(dot + 1);
    }

    /**
     * The keys of an object.
     *
     * @throws IllegalStateException if no supported version serves the kind
     */
    public ObjectType type() {
        if (!served) {
            throw new IllegalStateException("no supported version serves " + this);
        }
        return Schemas.type(type);
    }

    @Override
    public String toString() {
        return apiVersion + " " + kind;
    }
}
