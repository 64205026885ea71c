package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A container of a pod other than the main one: an init container, a sidecar, or another container. Immutable.
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
    /** What happens when the container exits. */
    public enum RestartPolicy {
        /** It is restarted. An init container with this policy is a sidecar. */
        ALWAYS("Always"),
        /** It is restarted if it failed. Kubernetes 1.35 or later. */
        ON_FAILURE("OnFailure"),
        /** It is not restarted. Kubernetes 1.35 or later. */
        NEVER("Never");

        private final String text;

        RestartPolicy(String text) {
            this.text = text;
        }

        /** The value in the API. */
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

    /** The image that the container runs. */
    public abstract Image image();

    /**
     * When nodes pull the image. Default of Kubernetes: {@code Always} for the tag {@code latest}, otherwise {@code
     * IfNotPresent}.
     */
    public abstract Optional<PullPolicy> pullPolicy();

    /** Environment variables. */
    public abstract List<EnvVar> env();

    /** Secrets and ConfigMaps of which every key becomes an environment variable. */
    public abstract List<EnvFrom> envFrom();

    /**
     * The startup, liveness and readiness probes. Default: none. A probe without its own port uses the first of {@link
     * #ports}.
     */
    @Value.Default
    public Probes probes() {
        return Probes.none();
    }

    /** What the image needs to run without root. Default: the user of the pod, and {@code /tmp}. */
    public abstract Optional<ImageNeeds> imageNeeds();

    /** What happens when the container exits. Default: the pod's restart policy. */
    public abstract Optional<RestartPolicy> restartPolicy();

    /** A copy as a sidecar, for {@link PodSettings#initContainers}. */
    public final PodContainer asSidecar() {
        return withRestartPolicy(RestartPolicy.ALWAYS);
    }

    /** Whether it is a sidecar when used as an init container. */
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
