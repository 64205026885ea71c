package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import java.util.Optional;

/** A problem that began or ceased in an audit, or both. Immutable. */
public final class AuditedProblem {
    private final String environment;
    private final Problem problem;
    private final Optional<String> began;
    private final Optional<String> ceased;

    AuditedProblem(String environment, Problem problem, Optional<String> began, Optional<String> ceased) {
        this.environment = environment;
        this.problem = problem;
        this.began = began;
        this.ceased = ceased;
    }

    /** The environment's folder; empty if a file cannot be read, which is of no environment then. */
    public String environment() {
        return environment;
    }

    /** The problem, as it was found first. */
    public Problem problem() {
        return problem;
    }

    /** The id of the commit in which it began; empty if it was there before. */
    public Optional<String> began() {
        return began;
    }

    /** The id of the commit in which it ceased; empty if it is still there. */
    public Optional<String> ceased() {
        return ceased;
    }

    AuditedProblem withCeased(String commit) {
        return new AuditedProblem(environment, problem, began, Optional.of(commit));
    }

    /** The problem on one line. */
    @Override
    public String toString() {
        return Printable.of((environment.isEmpty() ? "" : environment + ": ") + problem);
    }
}
