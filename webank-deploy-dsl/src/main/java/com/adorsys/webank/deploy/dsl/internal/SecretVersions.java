package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Backend;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The versions of Secrets that the references of a release name. */
public final class SecretVersions {
    private final Map<String, String> versions = new TreeMap<>();
    private final Set<String> conflicts = new TreeSet<>();

    /** Adds those of a component, its pods and its database. */
    public void add(Component component) {
        add(component, component.volumeMounts());
        if (component instanceof Backend backend) {
            add(backend.secrets());
            variables(backend.env(), backend.envFrom());
        }
        Optional<Database> database = database(component);
        if (database.isPresent()) {
            add(Optional.of(database.get().password().ref()));
        }
        if (database.isPresent() && database.get() instanceof InClusterDatabase server) {
            add(server, List.of());
        }
    }

    private static Optional<Database> database(Component component) {
        if (component instanceof OnlineBanking obs) {
            return Optional.of(obs.database());
        }
        if (component instanceof PendingRegistration prs) {
            return Optional.of(prs.database());
        }
        return component instanceof Microservice service ? service.database() : Optional.empty();
    }

    /** By the names of the Secrets, sorted. */
    public Map<String, String> versions() {
        return versions;
    }

    /** The names of the Secrets that have two versions. */
    public Set<String> conflicts() {
        return conflicts;
    }

    private void add(PodSettings pod, List<VolumeMount> mounts) {
        for (PodVolume volume : pod.volumes()) {
            add(volume);
        }
        mounts(mounts);
        containers(pod.initContainers());
        containers(pod.containers());
    }

    private void containers(List<PodContainer> containers) {
        for (PodContainer container : containers) {
            variables(container.env(), container.envFrom());
            mounts(container.volumeMounts());
        }
    }

    private void variables(List<EnvVar> variables, List<EnvFrom> sources) {
        for (EnvVar variable : variables) {
            add(variable);
        }
        for (EnvFrom source : sources) {
            add(source);
        }
    }

    private void mounts(List<VolumeMount> mounts) {
        for (VolumeMount mount : mounts) {
            if (mount.volume().isPresent()) {
                add(mount.volume().get());
            }
        }
    }

    private void add(TreeValue value) {
        add(value.versionedSecret());
    }

    private void add(Optional<SecretRef> secret) {
        if (secret.isEmpty() || secret.get().version().isEmpty()) {
            return;
        }
        String version = secret.get().version().get();
        String other = versions.putIfAbsent(secret.get().name(), version);
        if (other != null && !other.equals(version)) {
            conflicts.add(secret.get().name());
        }
    }
}
