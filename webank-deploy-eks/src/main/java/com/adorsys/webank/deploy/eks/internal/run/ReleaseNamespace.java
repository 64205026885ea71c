package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The namespace of a release, in which its records are. */
final class ReleaseNamespace {
    private final RunContext context;
    private final String name;
    private @Nullable LiveObject made;

    ReleaseNamespace(RunContext context) {
        this.context = context;
        this.name = context.release().namespace();
    }

    /** What a plan says of making it; empty if it is there, or nobody asks for it. */
    Optional<String> task(DesiredSet set) {
        return !set.bringsNamespace(name) && isWanted()
                ? Optional.of("create the namespace " + Problem.quote(name))
                : Optional.empty();
    }

    /** That it is missing, where no object in it says so; who may not read it learns that from the records. */
    Optional<Problem> problem(DesiredSet set) {
        boolean isSaid = set.objects().stream()
                .anyMatch(object -> object.id().namespace().equals(name));
        if (isSaid || set.bringsNamespace(name) || context.options().ownNamespace() == OwnNamespace.CREATE) {
            return Optional.empty();
        }
        try {
            if (context.api().find(path()).isPresent()) {
                return Optional.empty();
            }
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(missing(context.release()));
    }

    /** A release's namespace is missing, so that its records have no place. */
    static Problem missing(Release release) {
        return Problem.error(
                ProblemCodes.NAMESPACE_MISSING,
                Location.of(release.toString()),
                "there is no namespace " + Problem.quote(release.namespace()) + " for the release's records",
                "create it, put it into the set, or let the run make it (`--create-namespace`)");
    }

    /**
     * Makes it, if the set brings it or the options ask for it, and it is not there.
     *
     * @return whether it was made now
     */
    boolean make(DesiredSet set) {
        Optional<DesiredObject> brought = set.objects().stream()
                .filter(object -> object.isNamespace() && object.id().name().equals(name))
                .findFirst();
        if (brought.isPresent() ? context.api().find(path()).isPresent() : !isWanted()) {
            return false;
        }
        MapTree namespace = brought.map(object -> object.manifest().tree())
                .orElseGet(() -> MapTree.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "Namespace")
                        .put("metadata", MapTree.of("name", name))
                        .build());
        try {
            MapTree metadata = Trees.map(namespace, "metadata").with("resourceVersion", Writer.ABSENT);
            ApiAnswer answer =
                    context.api().apply(path(), namespace.with("metadata", metadata), ApplyMode.of(LiveObject.MANAGER));
            made = brought.isPresent() ? new LiveObject(answer.body()) : null;
            return true;
        } catch (ApiException e) {
            if (e.isConflict()) {
                // Another was faster; whose it is is found out when it is written.
                return false;
            }
            throw ServerTexts.failure("Making the namespace `" + name + "`", e);
        }
    }

    /** An object as it is planned, or as it was made here if it is this namespace. */
    PlannedObject asMade(PlannedObject object) {
        LiveObject namespace = made;
        return namespace != null
                        && Deletions.isNamespace(object.id())
                        && object.id().name().equals(name)
                ? object.made(namespace)
                : object;
    }

    /** Whether it is not there, and the options ask for it. */
    private boolean isWanted() {
        return context.options().ownNamespace() == OwnNamespace.CREATE
                && context.api().find(path()).isEmpty();
    }

    private String path() {
        return "/api/v1/namespaces/" + name;
    }
}
