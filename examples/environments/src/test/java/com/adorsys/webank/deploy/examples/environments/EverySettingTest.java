package com.adorsys.webank.deploy.examples.environments;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A Webank that uses every setting, in both postures. */
class EverySettingTest {
    private static final Release RELEASE = Release.of("webank", "webank");
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    /** Settings of a component that the sample leaves out. */
    private static final Set<String> LEFT_OUT = Set.of(
            "imagePullSecrets",
            "serviceAccount",
            "ingress",
            "labels",
            "annotations",
            "nameOverride",
            "fullnameOverride",
            "namespaceOverride",
            "runtimeClassName");

    private final ManifestSet hardened = EverySetting.webank().render(RELEASE);

    @Test
    void is_rendered_as_the_golden_says() {
        assertThat(hardened).matchesGolden("every-setting.yaml");
    }

    @Test
    void has_no_errors_in_either_posture() {
        assertThat(Checks.all().check(hardened)).filteredOn(Problem::isError).isEmpty();
        assertThat(Checks.all().check(EverySetting.webank().render(RELEASE, Posture.chart())))
                .filteredOn(Problem::isError)
                .isEmpty();
    }

    @Test
    void is_read_into_the_types_of_fabric8_and_back_without_loss() {
        for (Manifest manifest : hardened) {
            HasMetadata view = ManifestSet.of(manifest).get(TYPES.get(manifest.kind()), manifest.name());

            assertThat(ManifestSet.ofObjects(view).manifests()).containsExactly(manifest);
        }
    }

    @Test
    void uses_every_setting_of_pods_and_containers() throws ReflectiveOperationException {
        Component obs = EverySetting.webank().onlineBanking();
        Set<String> unused = new TreeSet<>();
        for (Method setting : Component.class.getMethods()) {
            if (setting.getParameterCount() == 0
                    && setting.getDeclaringClass() != Object.class
                    && isEmpty(setting.invoke(obs))) {
                unused.add(setting.getName());
            }
        }

        assertThat(unused).isEqualTo(new TreeSet<>(LEFT_OUT));
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> collection && collection.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Optional<?> optional && optional.isEmpty()
                || value instanceof OptionalInt number && number.isEmpty();
    }
}
