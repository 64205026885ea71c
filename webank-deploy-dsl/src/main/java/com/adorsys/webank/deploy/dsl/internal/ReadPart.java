package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.Scaling;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the values of a part say, in the types of the model. */
public interface ReadPart extends ReadNames {
    /** The value of {@link #writtenReplicas} for a Deployment without {@code replicas}. */
    int UNWRITTEN = -1;

    /** The field for a null {@code image.pullPolicy}. */
    String PULL_POLICY = "imagePullPolicy";

    /** The field for a null {@code autoscaling.minReplicas}. */
    String MIN_REPLICAS = "minReplicas";

    /** The image. */
    Image image();

    /** The pull policy; the model's default where the values have none. */
    PullPolicy pullPolicy();

    /** The Secrets for the registry. */
    List<SecretRef> imagePullSecrets();

    /** The number of pods, or the autoscaler. */
    Scaling scaling();

    /** How new pods replace old ones. */
    DeploymentStrategy strategy();

    /** The resources that the user set; the chart ignores them. */
    Optional<Resources> resources();

    /** The target port of the Service. */
    int targetPort();

    /** The probes. */
    Probes probes();

    /** The volumes. */
    List<PodVolume> volumes();

    /** Where they are mounted. */
    List<VolumeMount> volumeMounts();

    /** The Service. */
    ServiceSettings service();

    /** The ServiceAccount, if the chart creates one. */
    Optional<ServiceAccountSettings> serviceAccount();

    /** The database of a backend. */
    Database database();

    /** The variables of a backend. */
    List<EnvVar> env();

    /** The Secret that a backend names first. */
    Optional<SecretRef> secrets();

    /** The further sources of a backend's variables. */
    List<EnvFrom> envFrom();

    /** The variables of the user app; empty if one is more than a name and a text. */
    Map<String, String> publicEnv();

    /** The number of pods to write beside an autoscaler, or {@link #UNWRITTEN}; empty if {@link #scaling} says it. */
    OptionalInt writtenReplicas();

    /** The data of the Secret that the chart creates from a literal password; confidential. */
    Optional<MapTree> databaseSecret();

    /** The variables of the user app as they are, where {@link #publicEnv} cannot hold them. */
    Optional<ListTree> rawEnv();

    /** The {@code envFrom} of the user app. */
    Optional<ListTree> rawEnvFrom();

    /** The fields that have a default in the model and that a null in the values removes. */
    Set<String> unwritten();
}
