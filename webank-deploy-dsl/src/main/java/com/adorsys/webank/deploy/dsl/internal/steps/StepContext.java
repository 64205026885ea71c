package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Rendering;
import com.adorsys.webank.deploy.dsl.Surroundings;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step knows of a release besides its parts. */
public final class StepContext {
    private final Release release;
    private final @Nullable Webank webank;
    private final Surroundings surroundings;
    private final List<Problem> problems;
    private final List<Problem> missing = new ArrayList<>();

    /**
     * The context of one rendering.
     *
     * @param webank what is rendered; null if it is a component alone
     * @param surroundings the network's settings, and where requests to a component alone come from
     * @param problems receives the problems
     */
    public StepContext(Release release, @Nullable Webank webank, Surroundings surroundings, List<Problem> problems) {
        this.release = release;
        this.webank = webank;
        this.surroundings = surroundings;
        this.problems = problems;
    }

    Release release() {
        return release;
    }

    /** What is rendered; empty if it is a component alone. */
    Optional<Webank> webank() {
        return Optional.ofNullable(webank);
    }

    /** The settings of the network. */
    NetworkIsolation network() {
        return surroundings.network();
    }

    /** Whether a load balancer, whose Ingress is not rendered here, sends requests to the component. */
    boolean isBehindLoadBalancer() {
        return surroundings.requests() == Surroundings.Requests.LOAD_BALANCER;
    }

    /** Reports an error, which refuses the rendering, or a warning of {@link Rendering#warnings}. */
    void report(Problem problem) {
        problems.add(problem);
    }

    /** Reports a warning of {@link Rendering#missing}. */
    void reportMissing(Problem warning) {
        missing.add(warning);
    }

    /** The warnings of {@link Rendering#missing}. */
    public List<Problem> missing() {
        return missing;
    }
}
