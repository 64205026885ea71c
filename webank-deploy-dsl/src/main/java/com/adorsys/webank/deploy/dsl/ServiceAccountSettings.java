package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.identity.PodIdentity;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The ServiceAccount of a component's pods: their identity for the Kubernetes API and AWS. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class ServiceAccountSettings
        implements WithServiceAccountSettings, PlusAnnotations<ServiceAccountSettings> {
    /** Whether pods get a token for the Kubernetes API. */
    public enum Token {
        /** Pods get a token. */
        MOUNTED,
        /** Pods get none. */
        NOT_MOUNTED
    }

    ServiceAccountSettings() {}

    /** Settings with all defaults. */
    public static ServiceAccountSettings of() {
        return ImmutableServiceAccountSettings.builder().build();
    }

    /** Whether pods get a token. Default: none in the hardened posture, one in the chart posture. */
    public abstract Optional<Token> token();

    /** Further annotations. */
    @Override
    public abstract Map<String, String> annotations();

    /**
     * The role that the pods get by EKS Pod Identity. Nothing of it is written to the ServiceAccount: the role is associated
     * with it outside of Kubernetes, by {@link PodIdentity#association}. The NetworkPolicies let the pods reach the agent.
     */
    public abstract Optional<PodIdentity> podIdentity();

    /** The role that the pods get by IAM roles for service accounts (IRSA), by an annotation of the ServiceAccount. */
    public abstract Optional<PodIdentity> irsa();

    /** All annotations that result from the settings. */
    public final Map<String, String> allAnnotations() {
        return irsa().isEmpty()
                ? annotations()
                : Additions.to("annotations", annotations(), irsa().get().irsaAnnotations());
    }

    @Value.Check
    void check() {
        boolean annotated = annotations().containsKey(PodIdentity.IRSA_ANNOTATION);
        if (podIdentity().isPresent() && (irsa().isPresent() || annotated) || irsa().isPresent() && annotated) {
            ValueChecks checks = new ValueChecks("serviceAccount");
            checks.error(
                    ProblemCodes.SETTING_CONFLICT,
                    "",
                    "the role of AWS is set twice",
                    "Keep one of `podIdentity`, `irsa` and the annotation `" + PodIdentity.IRSA_ANNOTATION + "`");
            checks.throwIfAny();
        }
    }
}
