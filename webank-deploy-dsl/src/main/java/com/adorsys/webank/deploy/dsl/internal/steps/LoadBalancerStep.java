package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Tells the load balancer how to check the pods of each Service, and when to let go of them. */
final class LoadBalancerStep extends LibraryStep {
    private static final String CODES = AlbIngress.PREFIX + "success-codes";
    private static final String ATTRIBUTES = AlbIngress.PREFIX + "target-group-attributes";

    /** The statuses by which the kubelet takes a pod for ready. */
    private static final String READY = "200-399";
    /** Any answer of the server itself: nobody says which path is open. */
    private static final String ANY_ANSWER = "200-499";

    private static final long MARGIN = 5;

    LoadBalancerStep() {
        super(
                "load-balancer",
                Phase.RELEASE,
                ChangeClass.CONFIGURATION,
                "the load balancer checks what the readiness probe checks, and not `/` for a 200, which backends do not answer; it lets go of a pod before the pod stops",
                "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/");
    }

    @Override
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        List<ReleasePart> changed = new ArrayList<>(parts.size());
        for (ReleasePart part : parts) {
            changed.add(LoadBalancing.isBehind(part, context) ? annotated(part, context) : part);
        }
        return changed;
    }

    private static ReleasePart annotated(ReleasePart part, StepContext context) {
        MapTree deployment = part.object("Deployment").orElse(MapTree.of());
        MapTree pod = Trees.map(deployment, PodPath.spec(deployment));
        MapTree container = Containers.main(pod, part);
        Map<String, String> annotations = new TreeMap<>();
        if (!LoadBalancing.setsPath(part, context)) {
            String path = readinessPath(container);
            annotations.put(LoadBalancing.HEALTH_CHECK_PATH, path.isEmpty() ? unknownPath(part) : path);
            annotations.put(CODES, path.isEmpty() ? ANY_ANSWER : READY);
        }
        long sleep = Trees.number(container, 0, "lifecycle", "preStop", "sleep", "seconds");
        if (sleep > 0) {
            annotations.put(
                    ATTRIBUTES, "deregistration_delay.timeout_seconds=" + (sleep > MARGIN ? sleep - MARGIN : sleep));
        }
        return annotations.isEmpty() ? part : part.edit("Service", new Annotated(annotations));
    }

    /** The path of the readiness probe; empty if it is not a request to the port of the Service. */
    private static String readinessPath(MapTree container) {
        MapTree request = Trees.map(container, "readinessProbe", "httpGet");
        MapTree port = Trees.map(Trees.list(container, "ports"), 0);
        boolean isServed = request.has("port")
                && (Objects.equals(request.get("port"), port.get("containerPort"))
                        || Objects.equals(request.get("port"), port.get("name")));
        return isServed ? Trees.text(request, "path") : "";
    }

    /** A path of which only an answer is expected. */
    private static String unknownPath(ReleasePart part) {
        return part.component().orElse(null) instanceof PendingRegistration ? "/swagger-ui.html" : "/";
    }

    /** The annotations of the Service win. */
    private record Annotated(Map<String, String> annotations) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree service) {
            MapTree present = Trees.map(service, "metadata", "annotations");
            Map<String, String> added = new TreeMap<>(annotations);
            for (int i = 0; i < present.size(); i++) {
                added.remove(present.keyAt(i));
            }
            return added.isEmpty()
                    ? service
                    : Trees.with(service, Metadata.merged(present, added), "metadata", "annotations");
        }
    }
}
