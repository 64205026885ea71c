package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;

/** A number of pods, or a percentage of them. Immutable. */
public final class IntOrPercent {
    private final int number;
    private final boolean percent;

    private IntOrPercent(int number, boolean percent) {
        this.number = number;
        this.percent = percent;
    }

    /**
     * A number of pods.
     *
     * @throws DeployException.InvalidInput if it is negative
     */
    public static IntOrPercent of(int pods) {
        return checked(pods, false);
    }

    /**
     * A percentage of the pods.
     *
     * @throws DeployException.InvalidInput if it is negative
     */
    public static IntOrPercent percent(int percent) {
        return checked(percent, true);
    }

    private static IntOrPercent checked(int number, boolean percent) {
        if (number < 0) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("strategy"),
                    "`" + number + (percent ? "%" : "") + "` is negative",
                    "Give a number of pods or a percentage of 0 or more"));
        }
        return new IntOrPercent(number, percent);
    }

    Tree tree() {
        return percent ? ScalarTree.of(number + "%") : ScalarTree.of(number);
    }

    boolean isZero() {
        return number == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntOrPercent that && number == that.number && percent == that.percent;
    }

    @Override
    public int hashCode() {
        return percent ? -1 - number : number;
    }

    /** {@code 2} or {@code 25%}. */
    @Override
    public String toString() {
        return percent ? number + "%" : Integer.toString(number);
    }
}
