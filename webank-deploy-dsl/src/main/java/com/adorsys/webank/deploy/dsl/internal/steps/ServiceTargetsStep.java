package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets each Service target the main port of its pods by name. */
final class ServiceTargetsStep extends LibraryStep {
    ServiceTargetsStep() {
        super(
                "service-targets",
                Phase.RELEASE,
                ChangeClass.CONFIGURATION,
                "a Service finds the port that each pod has, while old and new pods listen on different ones",
                KUBERNETES + "concepts/services-networking/service/#field-spec-ports");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        return byName(part);
    }

    /** The part with the first port of its Service by name, where its pods name their main port. */
    static ReleasePart byName(ReleasePart part) {
        MapTree deployment = part.object("Deployment").orElse(MapTree.of());
        MapTree pod = Trees.map(deployment, PodPath.spec(deployment));
        return part.component().isPresent() && PortNamesStep.hasPort(Containers.main(pod, part), PortNamesStep.HTTP)
                ? part.edit("Service", new FirstByName())
                : part;
    }

    private static final class FirstByName implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree service) {
            ListTree ports = Trees.list(service, "spec", "ports");
            if (ports.isEmpty()) {
                return service;
            }
            List<Tree> changed = new ArrayList<>(ports.items());
            changed.set(0, Trees.map(ports, 0).with("targetPort", PortNamesStep.HTTP));
            return Trees.with(service, ListTree.of(changed), "spec", "ports");
        }
    }
}
