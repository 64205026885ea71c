package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.ApplySets;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whose a live object is, and whether the release may have it. */
final class Ownership {
    /** In which {@code kubectl apply} keeps what it applied. */
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final Release release;
    private final Consents consents;
    private final DeployOptions options;
    private final Inventory inventory;
    private final ApplySets sets;

    Ownership(ApiServer api, Release release, Consents consents, Inventory inventory) {
        this.sets = new ApplySets(api);
        this.release = release;
        this.consents = consents;
        this.options = consents.options();
        this.inventory = inventory;
    }

    /**
     * Whose an object is.
     *
     * @param isAdoption whether it becomes the release's by this run
     * @param handedOver managers whose fields become the release's
     * @param marks labels and annotations of another tool that go
     * @param note why, for people; empty if there is nothing to say
     * @param problem why it may not be touched; null if it may
     */
    record Verdict(
            boolean isAdoption,
            Set<String> handedOver,
            FieldSet marks,
            String note,
            @Nullable Problem problem) {
        private Verdict marks(FieldSet removed) {
            return new Verdict(isAdoption, handedOver, removed, note, problem);
        }
    }

    private static final Verdict OURS = new Verdict(false, Set.of(), FieldSet.of(), "", null);

    Verdict of(DesiredObject desired, LiveObject live) {
        consents.see(live);
        return judged(desired, live).marks(consents.removed(live));
    }

    private Verdict judged(DesiredObject desired, LiveObject live) {
        Set<String> handingOver = consents.handingOver(live);
        if (ApplySet.isOf(live, release) || isMember(desired, live)) {
            return handingOver.isEmpty()
                    ? OURS
                    : new Verdict(false, handingOver, FieldSet.of(), handedOver(handingOver), null);
        }
        HelmMark helm = HelmMark.of(live);
        for (TakeOver takeOver : options.takenOver()) {
            if (helm.is(takeOver, release)) {
                return adoption(
                        helm.managers(live),
                        handingOver,
                        "it is taken over from Helm release " + Problem.quote(helm.name()));
            }
            for (ToolMark mark : ApplySet.of(live).isEmpty() ? ToolMark.of(live) : List.<ToolMark>of()) {
                if (mark.source() != ToolSource.HELM_RELEASE && mark.is(takeOver)) {
                    return adoption(mark.managers(live), handingOver, "it is taken over from " + mark);
                }
            }
            boolean known = takeOver.tool() == TakeOver.Tool.KUBECTL || takeOver.tool() == TakeOver.Tool.MANAGER;
            if (known && helm.isNone() && ApplySet.of(live).isEmpty()) {
                Set<String> makers = makers(takeOver, desired, live);
                if (!makers.isEmpty()) {
                    String tool = takeOver.manager().isEmpty() ? "kubectl" : Problem.quote(takeOver.manager());
                    return adoption(makers, handingOver, "it is taken over from " + tool);
                }
            }
        }
        if (options.adopted().stream().anyMatch(ref -> ref.matches(desired.id()))) {
            return adoption(options.forcedManagers(), handingOver, "it is adopted, as asked");
        }
        if (isBegun(desired, live)) {
            return adoption(options.forcedManagers(), handingOver, "its take-over was begun by a run that did not end");
        }
        String owner = owner(desired, live);
        return new Verdict(
                false, Set.of(), FieldSet.of(), owner, Problems.foreign(desired, owner, remedy(desired, live)));
    }

    /** Why an object that is not there is none of the manifests': it is copied from what the cluster made; null if it is not. */
    @Nullable
    Problem copied(DesiredObject desired) {
        String maker = MadeByCluster.maker(
                desired.id(), new LiveObject(desired.manifest().tree()));
        boolean asked = options.adopted().stream().anyMatch(ref -> ref.matches(desired.id()));
        return maker.isEmpty() || asked ? null : Problems.foreign(desired, maker, leaveOut(desired));
    }

    /** {@code `a`, `b` hold}. */
    static String held(Set<String> managers) {
        return quoted(managers) + (managers.size() == 1 ? " holds" : " hold");
    }

    private static String handedOver(Set<String> managers) {
        return "what " + held(managers) + " of it is handed over";
    }

    /** Whether the run makes a namespace that is not in the set. */
    boolean makesNamespace(String namespace) {
        return options.ownNamespace() == OwnNamespace.CREATE && namespace.equals(release.namespace());
    }

    /** The release made it, and somebody took its label away. */
    private boolean isMember(DesiredObject desired, LiveObject live) {
        Optional<Member> member = inventory.find(desired.id());
        return ApplySet.of(live).isEmpty()
                && member.isPresent()
                && member.get().uid().equals(live.uid());
    }

    /** A run was killed between the hand-over of the object's fields and applying it. */
    private boolean isBegun(DesiredObject desired, LiveObject live) {
        return ApplySet.of(live).isEmpty()
                && inventory.find(desired.id()).isPresent()
                && live.isAppliedBy(LiveObject.MANAGER);
    }

    private static Verdict adoption(Set<String> managers, Set<String> more, String note) {
        Set<String> all = new TreeSet<>(managers);
        all.addAll(more);
        return new Verdict(true, all, FieldSet.of(), note, null);
    }

    /** Those of a tool's managers who made an object, or set what is desired of it; empty if it is not the tool's. */
    private static Set<String> makers(TakeOver takeOver, DesiredObject desired, LiveObject live) {
        if (takeOver.manager().isEmpty()) {
            return kubectlManagers(desired, live);
        }
        String manager = takeOver.manager();
        boolean made = live.managers(desired.manifest().tree()).contains(manager)
                || !manager.equals(LiveObject.MANAGER) && live.isAppliedBy(manager);
        return made ? Set.of(manager) : Set.of();
    }

    private static Set<String> kubectlManagers(DesiredObject desired, LiveObject live) {
        Set<String> managers = live.managers(desired.manifest().tree());
        if (!live.annotation(LAST_APPLIED).isEmpty()) {
            managers.addAll(live.managers(annotated(LAST_APPLIED)));
        }
        managers.retainAll(HandOver.KUBECTL);
        // What is applied server-side or created may share no field with what is desired, as stringData of a Secret.
        HandOver.KUBECTL.stream().filter(live::isAppliedBy).forEach(managers::add);
        live.managers().stream().filter(HandOver.KUBECTL_CREATORS::contains).forEach(managers::add);
        return managers;
    }

    static MapTree annotated(String annotation) {
        return MapTree.of("metadata", MapTree.of("annotations", MapTree.of(annotation, "")));
    }

    private String owner(DesiredObject desired, LiveObject live) {
        if (!ApplySet.of(live).isEmpty()) {
            String namespace = desired.id().namespace();
            return "it belongs to "
                    + sets.describe(ApplySet.of(live), namespace.isEmpty() ? release.namespace() : namespace);
        }
        String maker = MadeByCluster.maker(desired.id(), live);
        if (!maker.isEmpty()) {
            return maker;
        }
        List<ToolMark> marks = ToolMark.of(live);
        if (!HelmMark.of(live).isNone()) {
            return "it belongs to " + HelmMark.of(live)
                    + marks.stream()
                            .findFirst()
                            .map(mark -> ", which is deployed by " + mark)
                            .orElse("");
        }
        if (!marks.isEmpty()) {
            return "it belongs to " + marks.get(0);
        }
        if (!live.annotation(LAST_APPLIED).isEmpty()) {
            return "it was made by `kubectl apply`";
        }
        Set<String> applying = live.others(Set.of()).applying();
        if (!applying.isEmpty() && HandOver.KUBECTL.containsAll(applying)) {
            return "it was made by `kubectl apply --server-side`";
        }
        if (!live.isTracked()) {
            return "it is there already, and nothing tells who made it";
        }
        if (applying.isEmpty() && kubectlManagers(desired, live).contains("kubectl-create")) {
            return "it was made by `kubectl create`";
        }
        return applying.isEmpty()
                ? "it is there already, and belongs to no release"
                : "it was applied by " + quoted(applying);
    }

    private static String quoted(Set<String> names) {
        return names.stream().map(Problem::quote).collect(Collectors.joining(", "));
    }

    private static String leaveOut(DesiredObject desired) {
        return "leave it out of the manifests, or " + adopt(desired);
    }

    private static String adopt(DesiredObject desired) {
        return "adopt it by name (`--adopt " + desired.id() + "`)";
    }

    private static String remedy(DesiredObject desired, LiveObject live) {
        if (ApplySet.of(live).isEmpty()
                && !MadeByCluster.maker(desired.id(), live).isEmpty()) {
            return leaveOut(desired);
        }
        String adopt = adopt(desired);
        if (!HelmMark.of(live).isNone()) {
            return "take the Helm release over (`--take-over helm:"
                    + HelmMark.of(live).name() + "`), or " + adopt;
        }
        List<ToolMark> marks = ApplySet.of(live).isEmpty() ? ToolMark.of(live) : List.of();
        if (!marks.isEmpty()) {
            return "take over what it deploys (`" + marks.get(0).option() + "`), or " + adopt;
        }
        Set<String> tools = live.others(Set.of()).applying();
        boolean created = !Collections.disjoint(live.managers(), HandOver.KUBECTL_CREATORS);
        boolean ofKubectl = !live.annotation(LAST_APPLIED).isEmpty()
                || (tools.isEmpty() ? created : HandOver.KUBECTL.containsAll(tools));
        if (ofKubectl) {
            return (live.isTracked() ? "" : "if kubectl did, ")
                    + "take over what kubectl made (`--take-over kubectl`), or " + adopt;
        }
        String applying =
                tools.stream().map(manager -> "--take-over " + manager).collect(Collectors.joining(" "));
        return applying.isEmpty()
                ? adopt + ", or give yours another name"
                : "take over what was applied (`" + applying + "`), or " + adopt;
    }
}
