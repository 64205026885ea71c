package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.ContainerSettings;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.TaintToleration;
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
 * One component of Webank: an image, and how it runs. Immutable.
 *
 * <p>It is rendered as a Deployment and a Service, and as a HorizontalPodAutoscaler, a ServiceAccount and an Ingress if
 * the settings or the posture require them. The settings of its pods and its container are in {@link PodSettings} and
 * {@link ContainerSettings}.
 */
public abstract sealed class Component implements PodSettings, ContainerSettings permits Backend, UserApp {
    Component() {}

    /** The image that the container runs. */
    public abstract Image image();

    /**
     * When nodes pull the image. Default: {@code IfNotPresent}, and {@code Always} for pending registration; in the hardened
     * posture {@code Always}, unless it is {@code Never}.
     */
    @Value.Default
    public PullPolicy pullPolicy() {
        return traits().pullPolicy();
    }

    /** Secrets with the registry's credentials. */
    public abstract List<SecretRef> imagePullSecrets();

    /** The number of pods. Default: 1. */
    @Value.Default
    public Scaling scaling() {
        return Replicas.of(1);
    }

    /**
     * How new pods replace old ones. Default: a rolling update with a maximum surge and a maximum unavailability of
     * 25%.
     */
    @Value.Default
    public DeploymentStrategy strategy() {
        return DeploymentStrategy.rollingUpdate();
    }

    /**
     * The time for which a new pod must be ready before it counts as available, in whole seconds. Default of
     * Kubernetes: 0 s.
     */
    public abstract Optional<Duration> minReady();

    /**
     * The time after which a roll-out without progress counts as failed, in whole seconds. Default of Kubernetes: 600
     * s.
     */
    public abstract Optional<Duration> progressDeadline();

    /** The number of old ReplicaSets to keep for rollbacks. Default of Kubernetes: 10. */
    public abstract OptionalInt revisionHistoryLimit();

    /** The port that the container listens on. Default: 8081 for online banking, 8080 for pending registration, 80 for the user app. */
    @Value.Default
    public int port() {
        return traits().port();
    }

    /**
     * The startup, liveness and readiness probes. Default: {@code GET /swagger-ui.html} for online banking and pending
     * registration, {@code GET /} for the user app, a TCP connection for a microservice; each on the component's {@link
     * #port}, every 5 s.
     */
    @Value.Default
    public Probes probes() {
        return traits().probes();
    }

    abstract Optional<ImageNeeds> givenImageNeeds();

    /**
     * What the image needs to run without root. Default: user 65532 for pending registration, with its folders of logs, user
     * 10101 for the user app, with the folders of nginx, and otherwise user 10001 with {@code /tmp}.
     */
    public final ImageNeeds imageNeeds() {
        return givenImageNeeds().orElse(traits().needs());
    }

    /** Whether what the image needs was set, and is not the default. */
    public final boolean hasOwnImageNeeds() {
        return givenImageNeeds().isPresent();
    }

    /** The component's Service. Default: type ClusterIP, on the component's port. */
    @Value.Default
    public ServiceSettings service() {
        return ServiceSettings.clusterIp();
    }

    /**
     * The pods' ServiceAccount. Default: in the hardened posture one per component, without a token; in the chart
     * posture none.
     */
    public abstract Optional<ServiceAccountSettings> serviceAccount();

    /** An Ingress for this component only, in addition to {@link Webank#ingress}. */
    public abstract Optional<Ingress> ingress();

    /** Labels of every object of the component, in addition to the standard ones. */
    public abstract Map<String, String> labels();

    /** Annotations of every object of the component, including its pods. */
    public abstract Map<String, String> annotations();

    /** Replaces the component's name in the objects' names and labels. */
    public abstract Optional<String> nameOverride();

    /** The objects' name. Default: the release's name and the component's name. */
    public abstract Optional<String> fullnameOverride();

    /** The objects' namespace. Default: the release's. */
    public abstract Optional<String> namespaceOverride();

    /** The path on the environment's host that is routed to the component, if there is one. */
    public Optional<String> route() {
        return Optional.of(traits().route());
    }

    /** The name of the component's main container, by which patches and steps find it. */
    public final String containerName() {
        return traits().container();
    }

    /** A copy with another image. */
    public abstract Component withImage(Image image);

    /** A copy with other image pull secrets. */
    public abstract Component withImagePullSecrets(Iterable<? extends SecretRef> secrets);

    /** A copy with another number of pods. */
    public abstract Component withScaling(Scaling scaling);

    /** A copy with another port. */
    public abstract Component withPort(int port);

    /** A copy with other probes. */
    public abstract Component withProbes(Probes probes);

    /** A copy with other requests and limits. */
    public abstract Component withResources(Resources resources);

    /** A copy with other requests and limits; empty for none. */
    public abstract Component withResources(Optional<? extends Resources> resources);

    /** A copy with another Service. */
    public abstract Component withService(ServiceSettings service);

    /** A copy with another ServiceAccount. */
    public abstract Component withServiceAccount(ServiceAccountSettings account);

    /** A copy with another Ingress of its own; empty for none. */
    public abstract Component withIngress(Optional<? extends Ingress> ingress);

    /** A copy with other labels of every object. */
    public abstract Component withLabels(Map<String, ? extends String> labels);

    /** A copy with other annotations of every object. */
    public abstract Component withAnnotations(Map<String, ? extends String> annotations);

    /** A copy with other labels of the pods only. */
    public abstract Component withPodLabels(Map<String, ? extends String> labels);

    /** A copy with other annotations of the pods only. */
    public abstract Component withPodAnnotations(Map<String, ? extends String> annotations);

    /** A copy with other labels that a node must have. */
    public abstract Component withNodeSelector(Map<String, ? extends String> labels);

    /** A copy with other tolerations. */
    public abstract Component withTolerations(Iterable<? extends TaintToleration> tolerations);

    /** A copy with another affinity; empty for none. */
    public abstract Component withAffinity(Optional<? extends AffinityRules> affinity);

    /** A copy with another PriorityClass; empty for none. */
    public abstract Component withPriorityClassName(Optional<String> name);

    /** A copy with another name in the objects' names and labels; empty for the default. */
    public abstract Component withNameOverride(Optional<String> name);

    /** A copy with another name of the objects; empty for the default. */
    public abstract Component withFullnameOverride(Optional<String> name);

    /** A copy with another namespace of the objects; empty for the release's. */
    public abstract Component withNamespaceOverride(Optional<String> namespace);

    /** The database that it connects to, if it has one. */
    public final Optional<Database> usedDatabase() {
        return Optional.ofNullable(ownDatabase());
    }

    /** The name of its chart: {@code webank-obs}, {@code webank-prs}, {@code webank-userapp}, or a microservice's name. */
    public final String chartName() {
        return traits().chartName();
    }

    /** Its name in a Webank: {@code obs}, {@code prs}, {@code userapp}, or a microservice's name. */
    public final String partName() {
        return traits().name();
    }

    /** Settings that only chart values have. */
    @Value.Default
    ChartOnly chartOnly() {
        return ChartOnly.NONE;
    }

    /** The data that is specific to the component's kind. */
    abstract Traits traits();

    /** The component's database; null if there is none. */
    @Nullable
    Database ownDatabase() {
        return null;
    }

    /**
     * The environment variables of its container.
     *
     * @param database the variables for its database
     */
    abstract ListTree variables(ListTree database);

    /** The {@code envFrom} of its container. */
    abstract ListTree sources();

    /** Renders the component without the umbrella, in the {@link Posture#hardened() hardened} posture. */
    public final ManifestSet render(Release release) {
        return render(release, Posture.hardened());
    }

    /**
     * Renders the component without the umbrella: names and labels are those of the component's chart.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput with every problem of the parts, and of the
     *     posture's steps
     */
    public final ManifestSet render(Release release, Posture posture) {
        return rendering(release, posture).manifests();
    }

    /**
     * Renders every object, and says what the posture warns of.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput as {@link #render(Release, Posture)}
     */
    public final Rendering rendering(Release release, Posture posture) {
        return rendering(release, posture, Surroundings.of(this));
    }

    /**
     * Renders every object of the component as a part of something larger.
     *
     * @param surroundings what the posture has to know of the rest
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput as {@link #render(Release, Posture)}
     */
    public final Rendering rendering(Release release, Posture posture, Surroundings surroundings) {
        return ReleaseRendering.of(this, release, posture, surroundings);
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
