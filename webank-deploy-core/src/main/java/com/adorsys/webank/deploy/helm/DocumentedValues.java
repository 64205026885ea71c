package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Objects;

/**
 * The values of a chart with a description of each: the text of {@code values.yaml}, and a table for its README. Immutable.
 *
 * <pre>{@code
 * DocumentedValues values = DocumentedValues.builder()
 *         .header("Values of the chart.")
 *         .describe("replicas", 1, "How many pods run.")
 *         .section("image", "The image of the pods.")
 *         .describe("image.repository", "ghcr.io/example/web", "Its repository.")
 *         .describeUnset("image.digest", "sha256:4a5b...", "Its digest, which overrides the tag.")
 *         .build();
 * }</pre>
 *
 * <p>Keys are written in the order in which they are described; those of a section stand together, where its first one is
 * described.
 */
public final class DocumentedValues {
    private static final DocumentedValues EMPTY = new DocumentedValues("", List.of());

    private final String header;
    private final List<ValueNode> nodes;

    private DocumentedValues(String header, List<ValueNode> nodes) {
        this.header = header;
        this.nodes = nodes;
    }

    /** No values. */
    public static DocumentedValues empty() {
        return EMPTY;
    }

    /**
     * Values without descriptions.
     *
     * @throws DeployException.InvalidInput if a map has a null, which {@code values.yaml} cannot set
     */
    public static DocumentedValues of(MapTree values) {
        ValuesPaths paths = new ValuesPaths();
        values.forEach(paths::put);
        return new DocumentedValues("", paths.build());
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The values that are set. A section without any is an empty map, so that templates can read below it. */
    public MapTree tree() {
        return ValueNode.tree(nodes);
    }

    /**
     * The text of {@code values.yaml}: above each key its description as a comment, which is wrapped at 100 columns. A value that
     * is not set is an example behind {@code #}.
     */
    public String yaml() {
        return ValuesText.of(header, nodes);
    }

    /** A table in Markdown with the path, the type, the default and the description of each value; empty without values. */
    public String markdown() {
        return ValuesTable.of(nodes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentedValues that && header.equals(that.header) && nodes.equals(that.nodes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, nodes);
    }

    /** The top keys only, since values may be secret. */
    @Override
    public String toString() {
        return "values of " + tree().keys();
    }

    /** Collects values in order. Not thread-safe. */
    public static final class Builder {
        private final ValuesPaths paths = new ValuesPaths();
        private String header = "";

        private Builder() {}

        /** The comment at the top of {@code values.yaml}. Default: none. */
        public Builder header(String text) {
            paths.checkProse("header", text);
            header = text;
            return this;
        }

        /**
         * Describes the map that holds the values below a path. A section needs no description.
         *
         * @param path keys joined by dots, each of letters, digits, {@code -} and {@code _}
         */
        public Builder section(String path, String description) {
            paths.section(path, description);
            return this;
        }

        /**
         * A value and its default.
         *
         * @param path keys joined by dots, each of letters, digits, {@code -} and {@code _}
         * @param value the default; a map is one value, whose keys are not described
         * @param description what the value is for; may have several lines
         */
        public Builder describe(String path, Tree value, String description) {
            paths.describe(path, value, description, ValueNode.Use.DEFAULT);
            return this;
        }

        /** {@link #describe(String, Tree, String)} with a string. */
        public Builder describe(String path, String value, String description) {
            return describe(path, ScalarTree.of(value), description);
        }

        /** {@link #describe(String, Tree, String)} with a whole number. */
        public Builder describe(String path, long value, String description) {
            return describe(path, ScalarTree.of(value), description);
        }

        /** {@link #describe(String, Tree, String)} with a boolean. */
        public Builder describe(String path, boolean value, String description) {
            return describe(path, ScalarTree.of(value), description);
        }

        /**
         * A value that is not set by default.
         *
         * @param path as in {@link #describe(String, Tree, String)}
         * @param example what a user could set
         * @param description what the value is for; may have several lines
         */
        public Builder describeUnset(String path, Tree example, String description) {
            paths.describe(path, example, description, ValueNode.Use.EXAMPLE);
            return this;
        }

        /** {@link #describeUnset(String, Tree, String)} with a string. */
        public Builder describeUnset(String path, String example, String description) {
            return describeUnset(path, ScalarTree.of(example), description);
        }

        /** {@link #describeUnset(String, Tree, String)} with a whole number. */
        public Builder describeUnset(String path, long example, String description) {
            return describeUnset(path, ScalarTree.of(example), description);
        }

        /** {@link #describeUnset(String, Tree, String)} with a boolean. */
        public Builder describeUnset(String path, boolean example, String description) {
            return describeUnset(path, ScalarTree.of(example), description);
        }

        /**
         * The values.
         *
         * @throws DeployException.InvalidInput with everything that is wrong: a path outside its grammar or described twice, a
         *     value below another one, a null, a control character in a description
         */
        public DocumentedValues build() {
            return new DocumentedValues(header, paths.build());
        }
    }
}
