package com.adorsys.webank.deploy.manifest;

/**
 * A piece of a manifest: a map, a list or a scalar. Immutable.
 *
 * <p>Two trees are equal if they say the same to a reader of YAML or JSON: the order of a map's keys does not count, the
 * order of a list does, and a number is a number ({@code 1} and {@code 1.0} differ, {@code 1_0} and {@code 10} do not).
 */
public sealed interface Tree permits MapTree, ListTree, ScalarTree {
    /** What this is, in the words of an error message: {@code a map}, {@code a list}, {@code a string} and so on. */
    String describe();
}
