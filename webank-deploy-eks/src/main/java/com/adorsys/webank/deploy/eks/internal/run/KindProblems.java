package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import java.util.List;
import java.util.Optional;

/** What keeps an object from being applied that lies in its kind, in words. */
final class KindProblems {
    private KindProblems() {}

    /** A kind that neither the server nor the set knows in the version of an object. */
    static Problem unknown(DesiredObject desired, DesiredSet set, ApiResources resources) {
        ResourceId id = desired.id();
        Optional<DesiredObject> definition = set.definitionOf(id);
        if (definition.isPresent()) {
            return unservedVersion(desired, definition.get());
        }
        if (set.hasNamed("APIService", id.version() + "." + id.group())) {
            return unknown(
                    desired,
                    "the cluster does not know " + kind(id) + " before the server of `APIService/" + id.version() + "."
                            + id.group() + "` runs, which is applied last",
                    "apply that server and the APIService first, as a release of their own");
        }
        return resources
                .findInGroup(id.group(), id.kind())
                .map(served -> served.apiVersion().equals(id.apiVersion())
                        ? unserved(desired)
                        : servedOtherwise(desired, served))
                .orElseGet(() -> unknown(
                        desired,
                        "the cluster does not know " + kind(id),
                        "install its custom resource definition, put that into the set, or correct `apiVersion` and"
                                + " `kind`"));
    }

    private static Problem unservedVersion(DesiredObject desired, DesiredObject definition) {
        List<String> served = Definitions.served(definition.manifest());
        String group = desired.id().group() + "/";
        String write = served.isEmpty()
                ? ""
                : "write `apiVersion: " + group + String.join("` or `" + group, served) + "`, or ";
        return unknown(
                desired,
                "its definition in the set, `" + definition.id() + "`, does not serve version `"
                        + desired.id().version() + "`",
                write + "let the definition serve it");
    }

    private static Problem servedOtherwise(DesiredObject desired, ApiResource other) {
        return unknown(
                desired,
                "the cluster serves kind `" + other.kind() + "` as `" + other.apiVersion() + "` and not as "
                        + Problem.quote(desired.id().apiVersion()),
                "write `apiVersion: " + other.apiVersion() + "`, or let its definition serve version `"
                        + desired.id().version() + "`");
    }

    private static Problem unknown(DesiredObject desired, String what, String remedy) {
        return Problems.problem(ProblemCodes.KIND_UNKNOWN, desired, what, remedy);
    }

    /** A kind that the server does not serve, although it is or was defined. */
    static Problem unserved(DesiredObject desired) {
        return Problems.problem(
                ProblemCodes.KIND_UNSERVED,
                desired,
                "the cluster does not serve " + kind(desired.id()),
                "check that its custom resource definition is there and established, and apply again");
    }

    /** A namespace that was made, and that the server did not know in time. */
    static Problem unservedNamespace(DesiredObject desired) {
        return Problems.problem(
                ProblemCodes.NAMESPACE_UNSERVED,
                desired,
                "namespace `" + desired.id().namespace() + "` was applied, but the cluster does not show it",
                "check that nobody deletes it, and apply again");
    }

    /** A kind whose definition is being deleted, so that no object of it can be made. */
    static Problem terminating(DesiredObject desired) {
        return Problems.problem(
                ProblemCodes.KIND_TERMINATING,
                desired,
                "the custom resource definition of " + kind(desired.id()) + " is being deleted",
                "wait until it is gone; if it does not go, check that the controllers of the finalizers of its objects"
                        + " run");
    }

    private static String kind(ResourceId id) {
        return "kind `" + id.kind() + "` of " + Problem.quote(id.apiVersion());
    }
}
