package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import java.util.List;
import java.util.Optional;

/** What is to be said of a Helm release that is taken over, and done beside its objects. */
final class HelmTakeOver {
    private final RunContext context;
    private final DesiredSet set;
    private final TakeOver takeOver;
    private final String name;

    HelmTakeOver(RunContext context, DesiredSet set, TakeOver takeOver) {
        this.context = context;
        this.set = set;
        this.takeOver = takeOver;
        this.name = Problem.quote(takeOver.helmRelease());
    }

    /** Adds to the tasks and problems of a plan. */
    void plan(List<String> tasks, List<Problem> problems) {
        int found = context.records().helmRecords(takeOver.helmRelease()).size();
        if (found == 0) {
            return;
        }
        if (takeOver.removesRecords()) {
            tasks.add("archive and delete Helm's " + (found == 1 ? "record" : found + " records") + " of release "
                    + name + ", so that `helm uninstall` harms nothing");
        } else {
            problems.add(warning(
                    "HELM_RECORDS",
                    "Helm keeps " + (found == 1 ? "1 record" : found + " records") + " of release " + name
                            + ": while one is there, `helm uninstall` deletes every object that it lists",
                    "let them be archived and removed (`--take-over helm:" + takeOver.helmRelease()
                            + ",remove-records`)"));
        }
        for (ResourceId object : context.records().helmObjects(takeOver.helmRelease())) {
            leftBehind(object).ifPresent(problems::add);
        }
    }

    /** An object of the Helm release that the set lacks: nobody would delete it any more. */
    private Optional<Problem> leftBehind(ResourceId listed) {
        Optional<ApiResource> resource = context.resources().find(listed.apiVersion(), listed.kind());
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        String own = context.release().namespace();
        String namespace =
                !resource.get().namespaced() ? "" : listed.namespace().isEmpty() ? own : listed.namespace();
        ResourceId id = ResourceId.of(listed.apiVersion(), listed.kind(), namespace, listed.name());
        boolean desired = set.objects().stream().anyMatch(object -> isSame(object.id(), id));
        if (desired || !isThere(resource.get().path(namespace, id.name()))) {
            return Optional.empty();
        }
        return Optional.of(warning(
                "HELM_OBJECT_LEFT",
                "`" + id + "` is in Helm release " + name + " and not in the set: it stays, and is in no release then",
                "put it into the set, or delete it by hand if nobody needs it"));
    }

    private static boolean isSame(ResourceId a, ResourceId b) {
        return a.kind().equals(b.kind())
                && a.group().equals(b.group())
                && a.namespace().equals(b.namespace())
                && a.name().equals(b.name());
    }

    private boolean isThere(String path) {
        try {
            return context.api().find(path).isPresent();
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return true;
            }
            throw e;
        }
    }

    private Problem warning(String code, String what, String remedy) {
        return Problem.warning(code, Location.of(context.release().toString()), what, remedy);
    }
}
