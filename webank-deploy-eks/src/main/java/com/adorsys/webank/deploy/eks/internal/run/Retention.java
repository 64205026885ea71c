package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.GivenUp;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.fields.OtherManagers;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that stay in a live object although the desired object does not have them, because other managers hold
 * them.
 *
 * <p>Only fields count that the release once set, or that the author of an object had set when the release adopted it. What
 * others add to an object of the release is theirs. The fields are found in what we applied, in the revision before, and in
 * the inventory, which remembers them from then on.
 *
 * @param forced the managers whose fields do not stay
 * @param before the set that the release was brought to last; read only if it is needed
 */
record Retention(ApiServer api, Set<String> forced, Supplier<ManifestSet> before) {
    /**
     * Fields that the desired object does not have.
     *
     * @param dropped the fields that the release had set, or had found when it adopted the object, whoever holds them
     * @param retained those of them that stay, with their managers
     * @param forced managers that hold some of them, and give them up
     */
    record Found(FieldSet dropped, List<RetainedField> retained, Set<String> forced) {
        static final Found NONE = new Found(FieldSet.of(), List.of(), Set.of());

        /** What nobody is asked to give up. */
        Found(FieldSet dropped, List<RetainedField> retained) {
            this(dropped, retained, Set.of());
        }
    }

    /** The fields that stay, of those that the inventory remembers of a member. */
    static List<RetainedField> of(FieldSet dropped, MapTree desired, LiveObject live) {
        return dropped.isEmpty() ? List.of() : holding(live.others(Set.of()), dropped, desired);
    }

    Found find(DesiredObject desired, @Nullable Member member, LiveObject live, Ownership.Verdict verdict) {
        MapTree tree = desired.manifest().tree();
        OtherManagers others = live.others(verdict.handedOver());
        FieldSet dropped = live.applied();
        if (member != null) {
            dropped = dropped.union(member.dropped());
        }
        FieldSet theirs = others.fields().outside(tree);
        if (verdict.isAdoption()) {
            dropped = dropped.union(others.applied());
        } else if (isAnother(desired, member) && !theirs.minus(dropped).isEmpty()) {
            // A field that another manager took by force is no longer among those that we applied.
            FieldSet had = before.get()
                    .find(desired.id())
                    .map(Manifest::tree)
                    .map(theirs::within)
                    .orElse(FieldSet.of());
            dropped = dropped.union(had);
        }
        return found(dropped, others, desired);
    }

    /**
     * Adds the fields that an adopted object has from a tool that writes by updates. Such a tool also holds the server's
     * defaults, which would stay without it; they are left out.
     *
     * @param found the result of {@link #find}
     * @param applied the server's answer to a dry run of applying the object
     */
    Found findWritten(
            Found found, DesiredObject desired, LiveObject live, ApiAnswer applied, Ownership.Verdict verdict) {
        OtherManagers others = new LiveObject(applied.body()).others(verdict.handedOver());
        Set<String> tools = tools(desired, List.of(live.tree(), applied.body()));
        tools.retainAll(others.updating());
        if (tools.isEmpty()) {
            return found;
        }
        try {
            FieldSet going = new HandOverDryRun(api, GivenUp.by(tools)).going(desired, live, applied);
            return found(found.dropped().union(going), others, desired);
        } catch (ApiException e) {
            if (e.isInvalid()) {
                // The object is not valid without them, so they are not the tool's to give up.
                return found;
            }
            throw e;
        }
    }

    /**
     * Finds the fields because of which the server refuses the object as invalid: it would be valid without them.
     *
     * @param found the result of {@link #find}
     * @return {@link Found#NONE} if the object is invalid for another reason
     */
    Found findInTheWay(Found found, DesiredObject desired, LiveObject live, Ownership.Verdict verdict) {
        Set<String> holders = new TreeSet<>(verdict.handedOver());
        found.retained().forEach(field -> holders.add(field.manager()));
        if (verdict.isAdoption()) {
            Set<String> tools = tools(desired, List.of(live.tree()));
            tools.retainAll(live.others(Set.of()).updating());
            holders.addAll(tools);
        }
        Optional<FieldSet> gone = new HandOverDryRun(api, GivenUp.by(holders)).goneAfterBoth(desired, live);
        if (gone.isEmpty()) {
            return Found.NONE;
        }
        FieldSet dropped = verdict.isAdoption() ? found.dropped().union(gone.get()) : found.dropped();
        return found(dropped, live.others(verdict.handedOver()), desired);
    }

    private Found found(FieldSet dropped, OtherManagers others, DesiredObject desired) {
        MapTree tree = desired.manifest().tree();
        FieldSet outside = IgnoredFields.of(tree).without(dropped.outside(tree), tree);
        List<RetainedField> staying = new ArrayList<>();
        Set<String> givingUp = new TreeSet<>();
        for (RetainedField field : holding(others, outside, tree)) {
            if (forced.contains(field.manager())) {
                givingUp.add(field.manager());
            } else {
                staying.add(field);
            }
        }
        return new Found(outside, List.copyOf(staying), givingUp);
    }

    /** The managers of tools that may have made an object by an update: Helm, kubectl, and whoever wrote a desired field. */
    private static Set<String> tools(DesiredObject desired, List<MapTree> states) {
        Set<String> tools = new TreeSet<>(HandOver.KUBECTL);
        tools.addAll(HandOver.HELM);
        for (MapTree object : states) {
            new LiveObject(object).owners(desired.manifest().tree()).forEach(owner -> tools.add(owner.manager()));
        }
        return tools;
    }

    private static boolean isAnother(DesiredObject desired, @Nullable Member member) {
        return member != null && member.desired().isKnown() && !member.desired().equals(desired.digest());
    }

    private static List<RetainedField> holding(OtherManagers others, FieldSet dropped, MapTree desired) {
        return others.holding(dropped, desired).stream()
                .map(owner -> new RetainedField(owner.path(), owner.manager()))
                .toList();
    }
}
