package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;

/** A fixed number of pods. Immutable. */
public final class Replicas implements Scaling {
    private static final Replicas ONE = new Replicas(1);

    private final int count;

    private Replicas(int count) {
        this.count = count;
    }

    /**
     * A number of pods; 0 keeps the component's objects but runs no pods.
     *
     * @throws DeployException.InvalidInput if it is negative
     */
    public static Replicas of(int count) {
        if (count < 0) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("scaling"),
                    "`" + count + "` replicas are requested",
                    "Give a number of 0 or more"));
        }
        return count == 1 ? ONE : new Replicas(count);
    }

    /** The number of pods. */
    public int count() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Replicas that && count == that.count;
    }

    @Override
    public int hashCode() {
        return count;
    }

    @Override
    public String toString() {
        return count + " replicas";
    }
}
