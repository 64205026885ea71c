package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A container beside the main one of a pod: an init container, a sidecar, or another container. Immutable.
 *
 * <pre>{@code
 * PodContainer.builder().name("proxy").image(Image.parse("envoyproxy/envoy:v1.36.0"))
 *         .restartPolicy(PodContainer.RestartPolicy.ALWAYS)
 *         .build()
 * }</pre>
 */
@Value.Immutable
@DeployStyle
public abstract class PodContainer implements ContainerSettings, WithPodContainer, PlusContainer<PodContainer> {
    /** What happens when the container has ended. */
    public enum RestartPolicy {
        /** It is started again. An init container with it is a sidecar. */
        ALWAYS("Always"),
        /** It is started again if it failed. Kubernetes 1.35 or later. */
        ON_FAILURE("OnFailure"),
        /** It stays ended. Kubernetes 1.35 or later. */
        NEVER("Never");

        private final String text;

        RestartPolicy(String text) {
            this.text = text;
        }

        /** The word of the API. */
        public String text() {
            return text;
        }
    }

    PodContainer() {}

    /** A builder: {@code name}, {@code image}, then what is optional. */
    public static ImmutablePodContainer.NameBuildStage builder() {
        return ImmutablePodContainer.builder();
    }

    /** The container's name, a DNS label. */
    public abstract String name();

    /** What the container runs. */
    public abstract Image image();

    /** When nodes pull the image. Default of Kubernetes: always for the tag {@code latest}, else if it is not there. */
    public abstract Optional<PullPolicy> pullPolicy();

    /** Environment variables. */
    public abstract List<EnvVar> env();

    /** Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract List<EnvFrom> envFrom();

    /**
     * How the kubelet asks whether the container is started, alive and ready. Default: not at all. A probe without a port
     * of its own asks the first of {@link #ports}.
     */
    @Value.Default
    public Probes probes() {
        return Probes.none();
    }

    /** What happens when the container has ended. Default: what the pod says. */
    public abstract Optional<RestartPolicy> restartPolicy();

    /** The same container as a sidecar, for {@link PodSettings#initContainers}. */
    public final PodContainer asSidecar() {
        return withRestartPolicy(RestartPolicy.ALWAYS);
    }

    /** Whether it is a sidecar where it stands among the init containers. */
    public final boolean isSidecar() {
        return restartPolicy().equals(Optional.of(RestartPolicy.ALWAYS));
    }

    /** A copy with further environment variables. */
    public final PodContainer plusEnv(EnvVar... variables) {
        return withEnv(Additions.to(env(), variables));
    }

    /** A copy with further Secrets and ConfigMaps of which every key becomes an environment variable. */
    public final PodContainer plusEnvFrom(EnvFrom... sources) {
        return withEnvFrom(Additions.to(envFrom(), sources));
    }
}
