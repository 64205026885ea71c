package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gives each component and database its own ServiceAccount. */
final class ServiceAccountStep extends LibraryStep {
    ServiceAccountStep() {
        super(
                "service-account",
                Phase.POD,
                ChangeClass.ROLL_OUT,
                "each component has its own ServiceAccount, without a token for an API that it does not call",
                KUBERNETES + "tasks/configure-pod-container/configure-service-account/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        boolean isDatabase = part.database().isPresent();
        MapTree workload =
                part.object(isDatabase ? "StatefulSet" : "Deployment").orElse(MapTree.of());
        if (workload.isEmpty() || part.component().isEmpty() && !isDatabase) {
            return part;
        }
        Optional<ServiceAccountSettings> settings =
                isDatabase ? Optional.empty() : part.component().get().serviceAccount();
        boolean token = settings.isPresent()
                && settings.get().token().orElse(ServiceAccountSettings.Token.NOT_MOUNTED)
                        == ServiceAccountSettings.Token.MOUNTED;
        MapTree metadata = Trees.map(workload, "metadata");
        MapTree annotations = Metadata.merged(
                Trees.map(metadata, "annotations"),
                settings.isPresent() ? settings.get().allAnnotations() : Map.of());
        MapTree account = MapTree.builder(4)
                .put("apiVersion", "v1")
                .put("kind", "ServiceAccount")
                .put("metadata", annotations.isEmpty() ? metadata : metadata.with("annotations", annotations))
                .put("automountServiceAccountToken", token)
                .build();
        String name = metadata.string("name").orElse("");
        return part.with(account).editPods(new Edit(name, token));
    }

    private record Edit(String account, boolean token) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree pod) {
            return pod.toBuilder()
                    .put("serviceAccountName", account)
                    .put("automountServiceAccountToken", token)
                    .build();
        }
    }
}
