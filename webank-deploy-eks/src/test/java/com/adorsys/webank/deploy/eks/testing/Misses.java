package com.adorsys.webank.deploy.eks.testing;

import java.util.Map;

/** Why the checks do not report some {@link Mutants} that the server refuses. */
public final class Misses {
    /** The reasons, by a regular expression that finds the mutant. */
    public static final Map<String, String> REASONS =
            Map.of("scaleTargetRef\\.apiVersion (empty text|missing|null|text)$", "Kubernetes up to 1.33 accepts any");

    private Misses() {}
}
