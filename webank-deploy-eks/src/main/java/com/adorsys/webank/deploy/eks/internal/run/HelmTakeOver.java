package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.manifest.KindOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be said of a Helm release that is taken over, and done beside its objects. */
final class HelmTakeOver {
    private final RunContext context;
    private final Map<ResourceId, PlannedObject> planned = new TreeMap<>(KindOrder::compare);
    private final Deletions deletions;
    private final TakeOver takeOver;
    private final String name;

    /** @param objects what happens to every object of the set and of the release */
    HelmTakeOver(RunContext context, List<PlannedObject> objects, TakeOver takeOver) {
        this.context = context;
        objects.forEach(object -> planned.put(object.id(), object));
        this.deletions = new Deletions(objects);
        this.takeOver = takeOver;
        this.name = Problem.quote(takeOver.helmRelease());
    }

    /** Adds to the tasks and problems of a plan. */
    void plan(List<String> tasks, List<Problem> problems) {
        int found = context.helmArchive().find(takeOver.helmRelease()).size();
        if (found == 0) {
            boolean done = takeOver.removesRecords() && context.helmArchive().has(takeOver.helmRelease());
            if (!done && !context.consents().hasSeen(takeOver)) {
                problems.add(warning(
                        ProblemCodes.OPTION_WITHOUT_EFFECT,
                        Problem.quote("--take-over helm:" + takeOver.helmRelease())
                                + " has no effect: Helm has no record of"
                                + " release " + name + " in namespace "
                                + Problem.quote(context.release().namespace())
                                + ", and no object in the set belongs to it",
                        "leave it out, or name the release as `helm list` shows it"));
            }
            return;
        }
        if (takeOver.removesRecords()) {
            tasks.add("archive and delete Helm's " + (found == 1 ? "record" : found + " records") + " of release "
                    + name + ", so that `helm uninstall` harms nothing");
        } else {
            problems.add(warning(
                    ProblemCodes.HELM_RECORDS,
                    "Helm keeps " + (found == 1 ? "1 record" : found + " records") + " of release " + name
                            + ": while one is there, `helm uninstall` deletes every object that it lists",
                    "let them be archived and removed (`--take-over helm:" + takeOver.helmRelease()
                            + ",remove-records`)"));
        }
        for (ResourceId object : context.helmArchive().objects(takeOver.helmRelease())) {
            leftBehind(object).ifPresent(problems::add);
        }
    }

    /** A warning about an object of the Helm release that is neither in the set nor in our release: the run leaves it alone. */
    private Optional<Problem> leftBehind(ResourceId listed) {
        Optional<ApiResource> resource = context.resources()
                .find(listed.apiVersion(), listed.kind())
                .or(() -> context.resources().findInGroup(listed.group(), listed.kind()));
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        String own = context.release().namespace();
        String namespace =
                !resource.get().namespaced() ? "" : listed.namespace().isEmpty() ? own : listed.namespace();
        ResourceId id = ResourceId.of(resource.get().apiVersion(), listed.kind(), namespace, listed.name());
        PlannedObject known = planned.get(id);
        // The plan has a line for each object of ours. One that it forgets is in no release then.
        boolean forgotten = known != null && known.action() == Action.KEEP && known.member() == null;
        if (known != null && !forgotten) {
            return Optional.empty();
        }
        return fate(id, resource.get().path(namespace, id.name()))
                .map(fate -> warning(
                        ProblemCodes.HELM_OBJECT_LEFT,
                        "`" + id + "` is in Helm release " + name + " and not in the set: " + fate,
                        "put it into the set, or delete it by hand if nobody needs it"));
    }

    /** What becomes of an object; empty if it is not there, or another release has it. */
    private Optional<String> fate(ResourceId id, String path) {
        Optional<LiveObject> live;
        try {
            live = context.api().find(path).map(LiveObject::new);
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return Optional.of("it may not be read, and stays if it is there");
            }
            throw e;
        }
        if (live.isEmpty() || live.get().isTerminating() || isOfAnother(live.get())) {
            return Optional.empty();
        }
        Optional<ResourceId> with = deletions.taking(id);
        if (with.isPresent()) {
            return Optional.of("it goes with `" + with.get() + "`, which is deleted");
        }
        return Optional.of(
                takeOver.removesRecords()
                        ? "it stays, and belongs to no release afterwards"
                        : "it stays, and belongs to Helm only afterwards");
    }

    private boolean isOfAnother(LiveObject live) {
        HelmMark helm = HelmMark.of(live);
        return ApplySet.isOfAnother(live, context.release()) || !helm.isNone() && !helm.is(takeOver, context.release());
    }

    private Problem warning(String code, String what, String remedy) {
        return Problems.warning(context.release(), code, what, remedy);
    }
}
