package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.DriftedField;
import com.adorsys.webank.deploy.eks.DriftedField.Change;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.FieldPath;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what others did to an object since it was applied: with the names of fields and managers.
 *
 * @param applied the object as it was applied
 */
record DriftFinder(LiveObject live, MapTree applied) {
    /** The fields that were applied, and that another manager changed or removed since; not those that are left to others. */
    List<DriftedField> changed() {
        IgnoredFields ignored = IgnoredFields.of(applied);
        MapTree checked = ignored.isNone() ? applied : ignored.unset(applied, live.tree());
        Set<String> ours = new HashSet<>(live.applied().leaves());
        List<DriftedField> drifted = new ArrayList<>();
        for (FieldOwner owner : live.owners(checked)) {
            if (!ours.contains(owner.path())) {
                drifted.add(new DriftedField(owner.path(), owner.manager(), Change.CHANGED));
            }
        }
        for (FieldPath lost : live.lost(checked)) {
            boolean removed = lost.in(live.tree()) == null;
            drifted.add(new DriftedField(lost.toString(), "", removed ? Change.REMOVED : Change.CHANGED));
        }
        return List.copyOf(drifted);
    }

    /** What others added to lists of the object, and to what a pod runs; and labels by which another tool says that it deploys it. */
    List<DriftedField> added() {
        List<DriftedField> added = new ArrayList<>();
        for (FieldOwner owner : live.others(Set.of()).adding(applied)) {
            added.add(new DriftedField(owner.path(), owner.manager(), Change.ADDED));
        }
        for (ToolMark mark : ToolMark.of(live)) {
            for (FieldOwner owner : live.others(Set.of()).holding(mark.fields(), applied)) {
                added.add(new DriftedField(owner.path(), owner.manager(), Change.ADDED));
            }
        }
        return List.copyOf(added);
    }
}
