package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What makes a problem of two states the same: severity, code, file and path. The line may be another, and the text may name
 * other values.
 */
record ProblemIdentity(Severity severity, String code, String file, String path) {
    static ProblemIdentity of(Problem problem) {
        return new ProblemIdentity(
                problem.severity(),
                problem.code(),
                problem.location().file().orElse(""),
                problem.location().path());
    }

    /** The problems that are not among others. */
    static List<Problem> without(List<Problem> problems, List<Problem> others) {
        Set<ProblemIdentity> known = new HashSet<>();
        others.forEach(problem -> known.add(of(problem)));
        List<Problem> rest = new ArrayList<>(problems);
        rest.removeIf(problem -> known.contains(of(problem)));
        return rest;
    }
}
