package com.adorsys.webank.deploy.eks.testing;

import java.util.HashMap;
import java.util.Map;

/**
 * Why the checks do not report {@link Mutants} that the server refuses: the reasons that all tests have in common, by a regular
 * expression that finds the mutant.
 */
public final class Misses {
    private static final Map<String, String> COMMON = Map.of(
            "Ingress spec( empty map|.rules(\\[\\])? (empty list|missing|null))$",
                    "no rule says that one of two keys is there",
            "paths\\[\\].path (missing|null|empty text)$", "it depends on the pathType",
            "resources.requests( |\\.storage )", "no rule says which resource is there",
            "average(Utilization|Value) (missing|null)$", "it depends on the type of the target",
            "(scaleTargetRef|subjects\\[\\]|roleRef)\\.[a-zA-Z]+ ", "it depends on the kind that is meant",
            "fieldPath text$", "fields of a pod are not described as paths");

    private Misses() {}

    /** The common reasons, and those that only one test has. */
    public static Map<String, String> commonAnd(Map<String, String> others) {
        Map<String, String> reasons = new HashMap<>(COMMON);
        reasons.putAll(others);
        return reasons;
    }
}
