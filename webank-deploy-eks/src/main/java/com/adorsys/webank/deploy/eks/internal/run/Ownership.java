package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.OwnedFields;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.ApplySets;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whose a live object is, and whether the release may have it. */
final class Ownership {
    private static final String HELM_RELEASE = "meta.helm.sh/release-name";
    private static final String HELM_NAMESPACE = "meta.helm.sh/release-namespace";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final Release release;
    private final String set;
    private final DeployOptions options;
    private final Optional<Inventory> inventory;
    private final ApplySets sets;

    Ownership(ApiServer api, Release release, DeployOptions options, Optional<Inventory> inventory) {
        this.sets = new ApplySets(api);
        this.release = release;
        this.set = ApplySet.id(release);
        this.options = options;
        this.inventory = inventory;
    }

    /**
     * Whose an object is.
     *
     * @param isAdoption whether it becomes the release's by this run
     * @param handedOver managers whose fields become the release's
     * @param note why, for people; empty if there is nothing to say
     * @param problem why it may not be touched; null if it may
     */
    record Verdict(
            boolean isAdoption,
            Set<String> handedOver,
            String note,
            @Nullable Problem problem) {}

    private static final Verdict OURS = new Verdict(false, Set.of(), "", null);

    Verdict of(DesiredObject desired, LiveObject live) {
        if (live.set().equals(set) || isMember(desired, live)) {
            return OURS;
        }
        String helm = live.annotation(HELM_RELEASE);
        for (TakeOver takeOver : options.takenOver()) {
            if (takeOver.isHelm()
                    && helm.equals(takeOver.helmRelease())
                    && live.annotation(HELM_NAMESPACE).equals(release.namespace())) {
                return adoption(helmManagers(live), "it is taken over from Helm release " + Problem.quote(helm));
            }
            if (!takeOver.isHelm() && helm.isEmpty() && live.set().isEmpty()) {
                Set<String> managers = kubectlManagers(desired, live);
                if (!managers.isEmpty()) {
                    return adoption(managers, "it is taken over from kubectl");
                }
            }
        }
        if (options.adopted().stream().anyMatch(ref -> ref.matches(desired.id()))) {
            return adoption(options.forcedManagers(), "it is adopted, as asked");
        }
        if (isBegun(desired, live)) {
            return adoption(options.forcedManagers(), "its take-over was begun by a run that did not end");
        }
        String owner = owner(desired, live);
        return new Verdict(false, Set.of(), owner, Problems.foreign(desired, owner, remedy(desired, live)));
    }

    /** Whether the run makes a namespace that is not in the set. */
    boolean makesNamespace(String namespace) {
        return options.ownNamespace() == OwnNamespace.CREATE && namespace.equals(release.namespace());
    }

    /** The release made it, and somebody took its label away. */
    private boolean isMember(DesiredObject desired, LiveObject live) {
        Optional<Member> member = inventory.flatMap(known -> known.find(desired.id()));
        return live.set().isEmpty() && member.isPresent() && member.get().uid().equals(live.uid());
    }

    /** A run was killed between the hand-over of the object's fields and applying it. */
    private boolean isBegun(DesiredObject desired, LiveObject live) {
        return live.set().isEmpty()
                && inventory.flatMap(known -> known.find(desired.id())).isPresent()
                && live.isAppliedByUs();
    }

    private static Verdict adoption(Set<String> managers, String note) {
        return new Verdict(true, managers, note, null);
    }

    /** Helm calls itself by the name of the program that it runs in; who set its annotation is it. */
    private static Set<String> helmManagers(LiveObject live) {
        MapTree annotated = MapTree.of(
                "metadata", MapTree.of("annotations", MapTree.of(HELM_RELEASE, live.annotation(HELM_RELEASE))));
        Set<String> managers = managers(live, annotated);
        managers.addAll(HandOver.HELM);
        return managers;
    }

    private static Set<String> kubectlManagers(DesiredObject desired, LiveObject live) {
        Set<String> managers = managers(live, desired.manifest().tree());
        if (!live.annotation(LAST_APPLIED).isEmpty()) {
            managers.addAll(managers(
                    live, MapTree.of("metadata", MapTree.of("annotations", MapTree.of(LAST_APPLIED, "")))));
        }
        managers.retainAll(HandOver.KUBECTL);
        return managers;
    }

    private static Set<String> managers(LiveObject live, MapTree fields) {
        Set<String> managers = new HashSet<>();
        for (FieldOwner owner : OwnedFields.others(live.tree(), fields, LiveObject.MANAGER)) {
            if (owner.subresource().isEmpty()) {
                managers.add(owner.manager());
            }
        }
        return managers;
    }

    private String owner(DesiredObject desired, LiveObject live) {
        if (!live.set().isEmpty()) {
            String namespace = desired.id().namespace();
            return "it belongs to " + sets.describe(live.set(), namespace.isEmpty() ? release.namespace() : namespace);
        }
        if (!live.annotation(HELM_RELEASE).isEmpty()) {
            return "it belongs to Helm release "
                    + Problem.quote(live.annotation(HELM_NAMESPACE) + "/" + live.annotation(HELM_RELEASE));
        }
        if (!live.annotation("argocd.argoproj.io/tracking-id").isEmpty()) {
            return "it belongs to Argo CD, " + Problem.quote(live.annotation("argocd.argoproj.io/tracking-id"));
        }
        if (!live.annotation(LAST_APPLIED).isEmpty()) {
            return "it was made by `kubectl apply`";
        }
        return "it is there already, and belongs to no release";
    }

    private static String remedy(DesiredObject desired, LiveObject live) {
        String adopt = "adopt it by name (`--adopt " + desired.id() + "`)";
        if (!live.annotation(HELM_RELEASE).isEmpty()) {
            return "take the Helm release over (`--take-over helm:" + live.annotation(HELM_RELEASE) + "`), or " + adopt;
        }
        if (!live.annotation(LAST_APPLIED).isEmpty()) {
            return "take over what kubectl made (`--take-over kubectl`), or " + adopt;
        }
        return adopt + ", or give yours another name";
    }
}
