package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The namespace of an environment: who makes it, its labels and annotations, and what its pods may use. Immutable.
 *
 * <p>The steps {@code readiness-gates}, {@code namespace-warn} and {@code namespace-enforce} of the hardened posture add labels:
 * see {@link Environment#namespaceLabels}.
 */
@Value.Immutable
@DeployStyle
public abstract class NamespaceSettings
        implements WithNamespaceSettings, PlusLabels<NamespaceSettings>, PlusAnnotations<NamespaceSettings> {
    /** Who makes the namespace, and so sets its labels and annotations. */
    public enum Owner {
        /**
         * Argo CD: the Application has the sync option {@code CreateNamespace=true} and the labels in {@code
         * managedNamespaceMetadata}. Argo CD sets them on a namespace that exists, too, and never deletes it.
         */
        ARGO_CD,
        /**
         * This library: a Namespace is one of the manifests. Neither Argo CD nor {@code apply} and {@code delete} of this library
         * ever delete it, since with it all Secrets in it would go, also those of others.
         */
        GIT,
        /** Others, such as Terraform. They set the labels: {@link Environment#namespaceLabels}. */
        OTHERS
    }

    NamespaceSettings() {}

    /**
     * A builder; everything has a default.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableNamespaceSettings.Builder builder() {
        return ImmutableNamespaceSettings.builder();
    }

    /** Who makes the namespace. Default: Argo CD. */
    @Value.Default
    public Owner owner() {
        return Owner.ARGO_CD;
    }

    /** Labels of the namespace, in addition to those of the posture. Default: none. */
    @Override
    public abstract Map<String, String> labels();

    /** Annotations of the namespace. Default: none. */
    @Override
    public abstract Map<String, String> annotations();

    /** What all pods of the namespace together may use. Default: no quota. */
    public abstract Optional<NamespaceQuota> quota();

    /** The defaults and maximums of single containers. Default: no limit range. */
    public abstract Optional<NamespaceLimits> limits();

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("namespace");
        checks.labels("labels", labels());
        checks.annotations("annotations", annotations());
        if (owner() == Owner.OTHERS && !(labels().isEmpty() && annotations().isEmpty())) {
            checks.error(
                    ProblemCodes.SETTING_CONFLICT,
                    "owner",
                    "others make the namespace, so nobody writes these labels and annotations",
                    "Leave them out, or let `Owner.ARGO_CD` or `Owner.GIT` make the namespace");
        }
        checks.throwIfAny();
    }
}
