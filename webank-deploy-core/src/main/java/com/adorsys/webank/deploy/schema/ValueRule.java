package com.adorsys.webank.deploy.schema;

import org.jspecify.annotations.Nullable;

/** What a value must keep besides its type, such as a length. Immutable. */
public interface ValueRule {
    /**
     * How a value of the right type breaks the rule; null if it keeps it.
     *
     * @param value a tree of the package {@code manifest}, which this one does not know
     */
    @Nullable
    Breach breach(Object value);

    /**
     * A breach of a rule.
     *
     * @param code the code of the problem
     * @param fact what is wrong, as it follows the name of the value: {@code has 3 items, more than 2}
     * @param remedy what to do
     */
    record Breach(String code, String fact, String remedy) {}
}
