package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.DriftedField;
import com.adorsys.webank.deploy.eks.DriftedField.Change;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.OwnedFields;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what others did to an object since it was applied: with the names of fields and managers. */
final class DriftFinder {
    private final LiveObject live;
    private final MapTree applied;
    private final Set<String> ours;

    /**
     * A finder.
     *
     * @param applied the object as it was applied
     */
    DriftFinder(LiveObject live, Manifest applied) {
        this.live = live;
        this.applied = applied.tree();
        this.ours = new HashSet<>(live.applied().leaves());
    }

    /** The fields that were applied, and that another manager changed or removed since. */
    List<DriftedField> changed() {
        List<DriftedField> drifted = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (FieldOwner owner : OwnedFields.others(live.tree(), applied, LiveObject.MANAGER)) {
            if (!ours.contains(owner.path())) {
                drifted.add(new DriftedField(owner.path(), owner.manager(), Change.CHANGED));
                found.add(owner.path());
            }
        }
        ManifestSet before = ManifestSet.of(Manifest.of(applied));
        for (ManifestDiff.Change change :
                ManifestDiff.between(before, ManifestSet.of(live.content())).objects()) {
            for (Difference difference : change.differences()) {
                String path = serverPath(difference.path());
                boolean lost =
                        difference.before().filter(value -> !isEmpty(value)).isPresent()
                                && ours.stream().noneMatch(own -> own.startsWith(path))
                                && found.stream().noneMatch(other -> other.startsWith(path) || path.startsWith(other));
                if (lost) {
                    boolean removed = difference.after().isEmpty();
                    drifted.add(new DriftedField(path, "", removed ? Change.REMOVED : Change.CHANGED));
                }
            }
        }
        return List.copyOf(drifted);
    }

    /** What others added to lists of the object, and to what a pod runs. */
    List<DriftedField> added() {
        List<DriftedField> added = new ArrayList<>();
        for (FieldOwner owner : live.others(Set.of()).adding(applied)) {
            added.add(new DriftedField(owner.path(), owner.manager(), Change.ADDED));
        }
        return List.copyOf(added);
    }

    /** {@code spec.containers[name=app].image} as the API server writes it: {@code .spec.containers[name="app"].image}. */
    private static String serverPath(String path) {
        return "." + path.replaceAll("=([^\\],\"]*[^\\],\"0-9][^\\],\"]*)(?=[\\],])", "=\"$1\"");
    }

    /** What the server leaves out, so that it is not missed. */
    private static boolean isEmpty(Tree value) {
        if (value instanceof ScalarTree scalar) {
            String text = scalar.text();
            return text.isEmpty() || text.equals("0") || text.equals("false") || text.equals("null");
        }
        return value instanceof MapTree map ? map.isEmpty() : ((ListTree) value).size() == 0;
    }
}
