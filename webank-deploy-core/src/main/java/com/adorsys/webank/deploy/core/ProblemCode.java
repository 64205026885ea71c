package com.adorsys.webank.deploy.core;

/**
 * A code of problems with its meaning, as {@link ProblemCodes} lists it. Immutable.
 *
 * @param code the code, such as {@code NAME_INVALID}
 * @param group what the code is about, such as {@code Fields and settings}
 * @param meaning what is wrong, in one or two sentences
 * @param example an input that has such a problem
 */
public record ProblemCode(String code, String group, String meaning, String example) {}
