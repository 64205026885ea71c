package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.ContainerSettings;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One program of Webank: an image, and how it runs. Immutable.
 *
 * <p>It becomes a Deployment and a Service, with a HorizontalPodAutoscaler, a ServiceAccount and an Ingress where the
 * settings or the posture ask for them. What its pods and its container can say is in {@link PodSettings} and {@link
 * ContainerSettings}.
 */
public abstract sealed class Component implements PodSettings, ContainerSettings permits Backend, UserApp {
    Component() {}

    /** What the container runs. */
    public abstract Image image();

    /** When nodes pull the image. Default: {@code IfNotPresent}, and {@code Always} for pending registration. */
    @Value.Default
    public PullPolicy pullPolicy() {
        return traits().pullPolicy();
    }

    /** Secrets with the registry's credentials. */
    public abstract List<SecretRef> imagePullSecrets();

    /** How many pods there are. Default: 1. */
    @Value.Default
    public Scaling scaling() {
        return Replicas.of(1);
    }

    /** How new pods take the place of old ones. Default: a rolling update, 25% more and 25% fewer pods at most. */
    @Value.Default
    public DeploymentStrategy strategy() {
        return DeploymentStrategy.rollingUpdate();
    }

    /** How long a new pod must be ready before it counts as available, in whole seconds. Default of Kubernetes: 0 s. */
    public abstract Optional<Duration> minReady();

    /**
     * How long a roll-out may make no progress before it counts as failed, in whole seconds. Default of Kubernetes: 600 s.
     */
    public abstract Optional<Duration> progressDeadline();

    /** How many old ReplicaSets are kept to go back to. Default of Kubernetes: 10. */
    public abstract OptionalInt revisionHistoryLimit();

    /** The port that the container listens on. Default: 8081 for online banking, 8080 for pending registration, 80 for the user app. */
    @Value.Default
    public int port() {
        return traits().port();
    }

    /**
     * How the kubelet asks whether the container is started, alive and ready. Default: {@code GET /swagger-ui.html} for
     * online banking and pending registration, {@code GET /} for the user app, a TCP connection for a microservice; each
     * on the component's {@link #port}, every 5 s.
     */
    @Value.Default
    public Probes probes() {
        return traits().probes();
    }

    /** How the Service offers the component. Default: inside the cluster, on the component's port. */
    @Value.Default
    public ServiceSettings service() {
        return ServiceSettings.clusterIp();
    }

    /** The pods' identity. Default: one of their own without a token in the hardened posture, none in the charts. */
    public abstract Optional<ServiceAccountSettings> serviceAccount();

    /** An Ingress of the component's own, beside the one of {@link Webank#ingress}. */
    public abstract Optional<Ingress> ingress();

    /** Labels beside the standard ones, on every object of the component. */
    public abstract Map<String, String> labels();

    /** Annotations on every object of the component, its pods among them. */
    public abstract Map<String, String> annotations();

    /** Takes the place of the component's name in the objects' names and labels. */
    public abstract Optional<String> nameOverride();

    /** The objects' name. Default: made of the release's and the component's name. */
    public abstract Optional<String> fullnameOverride();

    /** The objects' namespace. Default: the release's. */
    public abstract Optional<String> namespaceOverride();

    /** The path below the environment's host that leads to the component, if one does. */
    public Optional<String> route() {
        return Optional.of(traits().route());
    }

    /** The name of the component's own container, by which patches and steps find it. */
    public final String containerName() {
        return traits().container();
    }

    /** What only the charts' values can say. */
    @Value.Default
    ChartOnly chartOnly() {
        return ChartOnly.NONE;
    }

    /** What the component is by its kind. */
    abstract Traits traits();

    /** Where the component keeps its data; null for one that has none. */
    @Nullable
    Database ownDatabase() {
        return null;
    }

    /**
     * The variables of its container.
     *
     * @param database those that lead to its database
     */
    abstract ListTree variables(ListTree database);

    /** The sources of variables of its container. */
    abstract ListTree sources();

    /** Renders the component alone, without the umbrella, in the {@link Posture#hardened() hardened} posture. */
    public final ManifestSet render(Release release) {
        return render(release, Posture.hardened());
    }

    /**
     * Renders the component alone, without the umbrella: names and labels are those of its own chart.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput with every problem of the parts, and of the
     *     posture's steps
     */
    public final ManifestSet render(Release release, Posture posture) {
        return ReleaseRendering.of(this, release, posture);
    }

    final void check(ValueChecks checks) {
        checks.port("port", port());
        if (service().port().isPresent()) {
            checks.port("service.port", service().port().getAsInt());
        }
        checks.labels("labels", labels());
        checks.labels("service.labels", service().labels());
        ComponentConflicts.check(this, checks);
        checks.annotations("annotations", annotations());
        checks.annotations("service.annotations", service().annotations());
        checks.name("nameOverride", nameOverride());
        checks.name("fullnameOverride", fullnameOverride());
        checks.name("namespaceOverride", namespaceOverride());
        PodChecks pod = new PodChecks(this, checks);
        pod.check(containerName(), volumeMounts());
        pod.checkMain(this);
        checks.seconds("minReady", minReady(), 0);
        checks.seconds("progressDeadline", progressDeadline(), 1);
        checks.range("revisionHistoryLimit", revisionHistoryLimit().orElse(0), 0, Integer.MAX_VALUE);
    }
}
