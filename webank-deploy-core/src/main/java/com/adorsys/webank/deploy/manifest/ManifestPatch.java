package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.CallerFault;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A change to objects of a {@link ManifestSet}: which objects, and what changes in each of them. Immutable.
 *
 * <pre>{@code
 * ManifestPatch.merge(ManifestSelector.object("Deployment", "webank-obs"), MergePatch.of(...));
 * ManifestPatch.edit(ManifestSelector.kind("Deployment"), Deployment.class, deployment -> ...);
 * }</pre>
 *
 * <p>A patch leaves API group, kind, namespace and name as they are. Two JSON patches or merge patches of the same
 * content are equal; two edits are equal if their functions are.
 */
public final class ManifestPatch {
    /** What changes in an object. */
    private sealed interface Change {
        ManifestSet apply(ManifestSet manifests, ResourceId id);

        String describe();
    }

    private record Json(JsonPatch patch) implements Change {
        @Override
        public ManifestSet apply(ManifestSet manifests, ResourceId id) {
            return manifests.patch(id, patch);
        }

        @Override
        public String describe() {
            return "JSON patch";
        }
    }

    private record Merge(MergePatch patch) implements Change {
        @Override
        public ManifestSet apply(ManifestSet manifests, ResourceId id) {
            return manifests.patch(id, patch);
        }

        @Override
        public String describe() {
            return "merge patch";
        }
    }

    private record Edit<T extends HasMetadata>(Class<T> type, UnaryOperator<T> edit) implements Change {
        @Override
        public ManifestSet apply(ManifestSet manifests, ResourceId id) {
            return manifests.patch(id, type, this::edited);
        }

        @Override
        public String describe() {
            return "edit";
        }

        private T edited(T view) {
            @Nullable T edited;
            try {
                edited = edit.apply(view);
            } catch (DeployException.InvalidInput e) {
                throw e;
            } catch (RuntimeException e) {
                throw failed(CallerFault.describe(e));
            }
            if (edited == null) {
                throw failed("its function returned null");
            }
            return edited;
        }

        private static DeployException.InvalidInput failed(String what) {
            return new DeployException.InvalidInput(
                    Problem.error(ProblemCodes.PATCH_FAILED, Location.of(""), what, "correct the function"));
        }
    }

    private final ManifestSelector target;
    private final Change change;

    private ManifestPatch(ManifestSelector target, Change change) {
        this.target = target;
        this.change = change;
    }

    /** Changes every selected object by a JSON Patch. */
    public static ManifestPatch json(ManifestSelector target, JsonPatch patch) {
        return new ManifestPatch(target, new Json(patch));
    }

    /** Changes every selected object by a JSON Merge Patch. */
    public static ManifestPatch merge(ManifestSelector target, MergePatch patch) {
        return new ManifestPatch(target, new Merge(patch));
    }

    /**
     * Changes every selected object by an edit of its typed view.
     *
     * <p>The object changes only where the edit changed the view: what the type cannot express, such as an empty list,
     * is kept. The function gets a copy, and returns it or another object; equal views must give equal results.
     */
    public static <T extends HasMetadata> ManifestPatch edit(
            ManifestSelector target, Class<T> type, UnaryOperator<T> edit) {
        return new ManifestPatch(target, new Edit<>(type, edit));
    }

    /** The objects that are changed. */
    public ManifestSelector target() {
        return target;
    }

    /**
     * A set with this patch applied.
     *
     * @throws DeployException.InvalidInput as {@link #applyAll}
     */
    public ManifestSet apply(ManifestSet manifests) {
        List<Problem> problems = new ArrayList<>();
        ManifestSet patched = apply(manifests, "", new HashSet<>(), problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        return patched;
    }

    /**
     * A set with patches applied, one after the other.
     *
     * <p>All problems are reported at once, each at {@code patches[0]} and so on. If a patch fails for an object, the
     * patches after it skip that object.
     *
     * @throws DeployException.InvalidInput if a patch selects no object, or several objects by one name; if it cannot
     *     be applied; or if it changes the API group, kind, namespace or name of an object
     */
    public static ManifestSet applyAll(List<ManifestPatch> patches, ManifestSet manifests) {
        List<Problem> problems = new ArrayList<>();
        Set<ResourceId> failed = new HashSet<>();
        ManifestSet patched = manifests;
        for (int i = 0; i < patches.size(); i++) {
            patched = patches.get(i).apply(patched, TreePath.child("patches", i), failed, problems);
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return patched;
    }

    private ManifestSet apply(ManifestSet manifests, String place, Set<ResourceId> failed, List<Problem> problems) {
        List<Manifest> found = target.find(manifests);
        if (found.isEmpty()) {
            problems.add(Problem.error(
                    ProblemCodes.OBJECT_MISSING,
                    Location.of(place),
                    "the " + change.describe() + " of " + Problem.quote(target.toString()) + " matches no object",
                    target.remedy(manifests)));
            return manifests;
        }
        if (target.isObject() && found.size() > 1) {
            problems.add(Problem.error(
                    ProblemCodes.OBJECT_AMBIGUOUS,
                    Location.of(place),
                    "the " + change.describe() + " of " + Problem.quote(target.toString()) + " finds " + found.size()
                            + " objects: " + Problem.quote(found.get(0).toString()) + " and "
                            + Problem.quote(found.get(1).toString()),
                    "add the namespace of the intended object, or select it by a label"));
            return manifests;
        }
        ManifestSet patched = manifests;
        for (Manifest manifest : found) {
            if (failed.contains(manifest.id())) {
                continue;
            }
            try {
                patched = change.apply(patched, manifest.id());
            } catch (DeployException.InvalidInput e) {
                failed.add(manifest.id());
                for (Problem problem : e.problems()) {
                    problems.add(Problem.error(
                            problem.code(),
                            Location.of(place),
                            "the " + change.describe() + " of " + Problem.quote(target.toString()) + " fails at "
                                    + Problem.quote(manifest.toString()) + ": " + problem.what(),
                            problem.remedy()));
                }
            }
        }
        return patched;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestPatch that && target.equals(that.target) && change.equals(that.change);
    }

    @Override
    public int hashCode() {
        return 31 * target.hashCode() + change.hashCode();
    }

    /** The kind of the patch and its objects, without values, since they may be secret. */
    @Override
    public String toString() {
        return change.describe() + " of " + target;
    }
}
