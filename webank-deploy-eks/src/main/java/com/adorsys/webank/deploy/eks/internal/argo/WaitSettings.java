package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.eks.ArgoSync.Refresh;
import com.adorsys.webank.deploy.eks.ProgressListener;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** The settings of a wait; the interface {@link com.adorsys.webank.deploy.eks.ArgoSync} says what each means. Immutable. */
@Value.Immutable
@DeployStyle
abstract class WaitSettings implements WithWaitSettings {
    WaitSettings() {}

    @Value.Default
    String namespace() {
        return "argocd";
    }

    @Value.Default
    Duration timeout() {
        return Duration.ofMinutes(10);
    }

    @Value.Default
    Duration tolerance() {
        return Duration.ofSeconds(30);
    }

    /** Empty for any. */
    @Value.Default
    String project() {
        return "";
    }

    abstract Optional<Manifest> generated();

    @Value.Default
    Refresh refresh() {
        return Refresh.NONE;
    }

    @Value.Default
    ProgressListener listener() {
        return ProgressListener.NONE;
    }
}
