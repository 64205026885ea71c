package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * A request or limit of a namespace's settings.
 *
 * @param part {@code requests} or {@code limits}
 * @param resource {@code cpu}, {@code memory} or {@code ephemeral-storage}
 * @param text the quantity, as it was given
 */
record Amount(String part, String resource, String text) {
    private static final List<String> KNOWN = List.of("cpu", "memory", "ephemeral-storage");

    /**
     * All requests, then all limits.
     *
     * @throws InvalidInput if a resource is another one, or an amount is not a quantity of 0 or more
     */
    static List<Amount> of(String place, Resources resources) {
        List<Amount> amounts = new ArrayList<>();
        for (String part : new String[] {"requests", "limits"}) {
            MapTree map = Trees.map(resources.tree(), part);
            for (String resource : map.keys()) {
                amounts.add(of(place, part, resource, map.string(resource).orElse("")));
            }
        }
        return amounts;
    }

    /** One amount; conditions as in {@link #of(String, Resources)}. */
    static Amount of(String place, String part, String resource, String text) {
        if (!KNOWN.contains(resource)) {
            throw invalid(
                    ProblemCodes.UNKNOWN_VALUE,
                    place,
                    "the resource " + Problem.quote(resource) + " is not one of " + String.join(", ", KNOWN),
                    "leave it out, or write the object as an extra manifest");
        }
        if (ResourceQuantity.parse(text).amount().signum() < 0) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    place,
                    "the amount " + Problem.quote(text) + " of " + resource + " is below 0",
                    "give 0 or more");
        }
        return new Amount(part, resource, text);
    }

    static InvalidInput invalid(String code, String place, String what, String remedy) {
        return new InvalidInput(Problem.error(code, Location.of(place), what, remedy));
    }
}
