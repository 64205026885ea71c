package com.adorsys.webank.deploy.manifest;

/**
 * A piece of a manifest: a map, a list or a scalar. Immutable.
 *
 * <p>Two trees are equal if readers of YAML or JSON read the same from them: the order of keys in a map is ignored, the
 * order of a list is not, and numbers are compared by kind and value ({@code 1} and {@code 1.0} differ, {@code 1_0} and
 * {@code 10} do not).
 */
public sealed interface Tree permits MapTree, ListTree, ScalarTree {
    /** The kind of this tree, for error messages: {@code a map}, {@code a list}, {@code a string} and so on. */
    String describe();
}
