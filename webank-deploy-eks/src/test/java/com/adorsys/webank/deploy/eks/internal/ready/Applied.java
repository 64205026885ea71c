package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Entry;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects that a test applies to a real server in its namespace, and what to wait for. */
final class Applied {
    private static final Map<String, String> PLURALS = Map.of("Ingress", "ingresses", "StorageClass", "storageclasses");

    private final ApiServer api;
    private final String namespace;
    private final List<Target> targets;

    Applied(ApiServer api, String namespace) {
        this(api, namespace, List.of());
    }

    private Applied(ApiServer api, String namespace, List<Target> targets) {
        this.api = api;
        this.namespace = namespace;
        this.targets = targets;
    }

    ApiServer api() {
        return api;
    }

    /** Deletes what is at a path. */
    void delete(String path) {
        api.delete(path, ApiAnswer.metadata(api.get(path).body(), "uid"), "");
    }

    List<Target> targets() {
        return targets;
    }

    static ApiResource resource(String apiVersion, String kind) {
        String plural = PLURALS.getOrDefault(kind, kind.toLowerCase(Locale.ROOT) + "s");
        boolean namespaced = !kind.equals("CustomResourceDefinition") && !kind.equals("Namespace");
        return new ApiResource(apiVersion, kind, plural, namespaced);
    }

    /** This and one more object, applied now. */
    Applied apply(String yaml) {
        MapTree desired = Trees.of(yaml);
        LiveObject wanted = new LiveObject(desired);
        ApiResource resource = resource(wanted.text("apiVersion"), wanted.kind());
        String where = resource.namespaced() ? namespace : "";
        LiveObject live = new LiveObject(applied(resource.path(where, wanted.name()), desired));
        Target target = new Target(
                ResourceId.of(wanted.text("apiVersion"), wanted.kind(), where, wanted.name()),
                resource,
                live.uid(),
                live.count("metadata", "generation"),
                Duration.ofSeconds(60));
        java.util.ArrayList<Target> more = new java.util.ArrayList<>(targets);
        more.add(target);
        return new Applied(api, namespace, List.copyOf(more));
    }

    private MapTree applied(String path, MapTree desired) {
        Deadline end = Deadline.in(Duration.ofSeconds(30));
        while (true) {
            try {
                return api.apply(path, desired, ApplyMode.of("test")).body();
            } catch (ApiException e) {
                // A new kind is served a moment after it is established.
                if (!e.isKindUnserved() || end.isOver()) {
                    throw e;
                }
            }
        }
    }

    /** Waits for the last object until it is as a text says, or nothing more is to come; returns how it is. */
    Entry await(Duration most, String readiness) {
        Target last = targets.get(targets.size() - 1);
        class Reached extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        try {
            return new Waiting(api, WaitOptions.defaults())
                    .await(List.of(last), Deadline.in(most), change -> {
                        if (change.readiness().toString().equals(readiness)) {
                            throw new Reached();
                        }
                    })
                    .entries()
                    .get(0);
        } catch (Reached e) {
            MapTree live = api.get(last.resource()
                            .path(last.id().namespace(), last.id().name()))
                    .body();
            if (!KStatus.of(live).toString().equals(readiness)) {
                // A Deployment may make progress again just after its deadline.
                return await(most, readiness);
            }
            return new Entry(
                    last.id(), WaitResult.Outcome.UNFINISHED, KStatus.of(live), java.util.Optional.of(live), false);
        }
    }
}
