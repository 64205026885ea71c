package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One program of Webank: an image, and how it runs. Immutable.
 *
 * <p>It becomes a Deployment and a Service, with a HorizontalPodAutoscaler, a ServiceAccount and an Ingress where the
 * settings or the posture ask for them.
 */
public abstract sealed class Component permits Backend, UserApp {
    Component() {}

    /** What the container runs. */
    public abstract Image image();

    /** When nodes pull the image; {@code IfNotPresent} unless said, and {@code Always} for pending registration. */
    @Value.Default
    public PullPolicy pullPolicy() {
        return traits().pullPolicy();
    }

    /** Secrets with the registry's credentials. */
    public abstract List<SecretRef> imagePullSecrets();

    /** How many pods there are; one unless said. */
    @Value.Default
    public Scaling scaling() {
        return Replicas.of(1);
    }

    /** How new pods take the place of old ones; by a rolling update of 25% and 25% unless said. */
    @Value.Default
    public DeploymentStrategy strategy() {
        return DeploymentStrategy.rollingUpdate();
    }

    /** What the container requests and may use; unless said, the hardened posture requests 200m and 512Mi. */
    public abstract Optional<Resources> resources();

    /** The port that the container listens on: 8081 for online banking, 8080 for pending registration, 80 for the user app unless said. */
    @Value.Default
    public int port() {
        return traits().port();
    }

    /**
     * How the kubelet asks whether the container is started, alive and ready. Default: those of the charts, on the
     * component's {@link #port}; for a microservice a TCP connection every 5 s.
     */
    @Value.Default
    public Probes probes() {
        return traits().probes();
    }

    /** Volumes of the pod beside those that {@link #volumeMounts} bring. */
    public abstract List<Volume> volumes();

    /** Volumes in the container's file system. */
    public abstract List<VolumeMount> volumeMounts();

    /** How the Service offers the component; inside the cluster, on the component's port, unless said. */
    @Value.Default
    public ServiceSettings service() {
        return ServiceSettings.clusterIp();
    }

    /** The pods' identity; an own one without a token under the hardened posture, none in the charts, unless said. */
    public abstract Optional<ServiceAccountSettings> serviceAccount();

    /** An Ingress of the component's own, beside the one of {@link Webank#ingress}. */
    public abstract Optional<Ingress> ingress();

    /** Labels beside the standard ones, on every object of the component. */
    public abstract Map<String, String> labels();

    /** Annotations on every object of the component, its pods among them. */
    public abstract Map<String, String> annotations();

    /** Takes the place of the component's name in the objects' names and labels. */
    public abstract Optional<String> nameOverride();

    /** The objects' name; made of the release's and the component's name unless said. */
    public abstract Optional<String> fullnameOverride();

    /** The objects' namespace; the release's unless said. */
    public abstract Optional<String> namespaceOverride();

    /** What only the charts' values can say. */
    @Value.Default
    ChartOnly chartOnly() {
        return ChartOnly.NONE;
    }

    /** What the component is by its kind. */
    abstract Traits traits();

    /** Renders the component alone, without the umbrella, in the {@link Posture#hardened() hardened} posture. */
    public final ManifestSet render(Release release) {
        return render(release, Posture.hardened());
    }

    /** Renders the component alone, without the umbrella: names and labels are those of its own chart. */
    public final ManifestSet render(Release release, Posture posture) {
        ReleaseDraft draft = new ReleaseDraft(release, posture.versions());
        draft.add(this, traits().chartName());
        return draft.finish(posture);
    }

    final void check(ModelChecks checks) {
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
        List<String> names = new ArrayList<>();
        for (Volume volume : volumes()) {
            names.add(volume.name());
        }
        checks.distinct("volumes", names);
        List<String> paths = new ArrayList<>();
        for (VolumeMount mount : volumeMounts()) {
            paths.add(mount.path());
        }
        checks.distinct("volumeMounts", paths);
    }
}
