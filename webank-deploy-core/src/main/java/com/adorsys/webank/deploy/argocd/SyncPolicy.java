package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** When and how an Application is applied. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class SyncPolicy implements WithSyncPolicy {
    SyncPolicy() {}

    /**
     * A builder; everything has a default.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if a label is outside its grammar, or labels are
     * given for a namespace that is not created.
     */
    public static ImmutableSyncPolicy.Builder builder() {
        return ImmutableSyncPolicy.builder();
    }

    /** Applied by hand only, with the recommended options. */
    public static SyncPolicy manual() {
        return builder().build();
    }

    /** Applied, pruned and healed by Argo CD, with the recommended options. */
    public static SyncPolicy automatic() {
        return builder().automation(Automation.pruningAndHealing()).build();
    }

    /** What Argo CD does by itself. Default: nothing. */
    public abstract Optional<Automation> automation();

    /** The options. Default: {@link SyncOptions#recommended()}. */
    @Value.Default
    public SyncOptions options() {
        return SyncOptions.recommended();
    }

    /** How a failed sync is tried again. Default: not at all. */
    public abstract Optional<Retry> retry();

    /** Labels of the namespace that {@link SyncOption#CREATE_NAMESPACE} creates, such as those of pod security. */
    public abstract Map<String, String> namespaceLabels();

    /** Annotations of the namespace that {@link SyncOption#CREATE_NAMESPACE} creates. */
    public abstract Map<String, String> namespaceAnnotations();

    /**
     * A copy with one more label of the namespace.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    public final SyncPolicy plusNamespaceLabels(String key, String value) {
        return plusNamespaceLabels(Map.of(key, value));
    }

    /**
     * A copy with more labels of the namespace.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    public final SyncPolicy plusNamespaceLabels(Map<String, String> added) {
        return withNamespaceLabels(Additions.to("namespaceLabels", namespaceLabels(), added));
    }

    /**
     * A copy with one more annotation of the namespace.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    public final SyncPolicy plusNamespaceAnnotations(String key, String value) {
        return plusNamespaceAnnotations(Map.of(key, value));
    }

    /**
     * A copy with more annotations of the namespace.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    public final SyncPolicy plusNamespaceAnnotations(Map<String, String> added) {
        return withNamespaceAnnotations(Additions.to("namespaceAnnotations", namespaceAnnotations(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.syncPolicy");
        checks.labels("managedNamespaceMetadata.labels", namespaceLabels());
        checks.annotations("managedNamespaceMetadata.annotations", namespaceAnnotations());
        boolean hasMetadata =
                !namespaceLabels().isEmpty() || !namespaceAnnotations().isEmpty();
        if (hasMetadata && !options().has(SyncOption.CREATE_NAMESPACE)) {
            checks.error(
                    ProblemCodes.NAMESPACE_NOT_CREATED,
                    "managedNamespaceMetadata",
                    "the namespace gets labels and annotations only if `CreateNamespace=true` creates it",
                    "add `SyncOption.CREATE_NAMESPACE`, or leave the labels and annotations out");
        }
        checks.throwIfAny();
    }

    final MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4);
        automation().ifPresent(automation -> tree.put("automated", automation.tree()));
        tree.putUnlessEmpty("syncOptions", options().tree());
        retry().ifPresent(retry -> tree.put("retry", retry.tree()));
        return tree.putUnlessEmpty(
                        "managedNamespaceMetadata",
                        MapTree.builder(2)
                                .putUnlessEmpty("labels", ArgoChecks.sorted(namespaceLabels()))
                                .putUnlessEmpty("annotations", ArgoChecks.sorted(namespaceAnnotations()))
                                .build())
                .build();
    }
}
