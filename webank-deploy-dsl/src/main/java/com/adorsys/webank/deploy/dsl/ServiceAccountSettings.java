package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
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

    /** Annotations, such as {@code eks.amazonaws.com/role-arn}. */
    @Override
    public abstract Map<String, String> annotations();
}
