package com.adorsys.webank.deploy.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RenderPropertiesTest {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class,
            "Secret", Secret.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    @Property(tries = 100)
    void every_subset_of_steps_gives_manifests_without_errors(
            @ForAll("webanks") Webank webank, @ForAll("releases") Release release, @ForAll("steps") Set<String> off) {
        Posture posture = Posture.hardened();
        for (String step : off) {
            posture = posture.without(step, "to see what is left");
        }

        assertThat(Checks.all().check(webank.render(release, posture)))
                .filteredOn(Problem::isError)
                .isEmpty();
    }

    @Property(tries = 100)
    void a_step_applied_twice_changes_nothing(@ForAll("webanks") Webank webank, @ForAll("releases") Release release) {
        Posture hardened = Posture.hardened();
        List<PostureStep> twice = new ArrayList<>(hardened.steps());
        twice.addAll(hardened.steps());
        Posture repeated = new Posture("hardened", 1, ChartVersions.defaults(), twice, Map.of());

        assertThat(text(webank.render(release, repeated))).isEqualTo(text(webank.render(release, hardened)));
    }

    @Property(tries = 50)
    void every_object_is_read_into_its_fabric8_type_and_back_without_loss(
            @ForAll("webanks") Webank webank,
            @ForAll("releases") Release release,
            @ForAll("postures") Posture posture) {
        ManifestSet rendered = webank.render(release, posture);
        assertThat(rendered).isNotEmpty();
        for (Manifest manifest : rendered) {
            Class<? extends HasMetadata> type = TYPES.get(manifest.kind());
            assertThat(type).as(manifest.kind()).isNotNull();

            HasMetadata view = ManifestSet.of(manifest).get(type, manifest.name());

            assertThat(ManifestSet.ofObjects(view).manifests()).containsExactly(manifest);
        }
    }

    @Property(tries = 50)
    void the_same_model_gives_the_same_bytes_in_every_locale(
            @ForAll("webanks") Webank webank,
            @ForAll("releases") Release release,
            @ForAll("postures") Posture posture) {
        String text = text(webank.render(release, posture));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(text(webank.render(release, posture))).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 100)
    void selectors_are_the_same_as_in_the_charts(
            @ForAll("webanks") Webank webank, @ForAll("releases") Release release) {
        ManifestSet chart = webank.render(release, Posture.chart());
        ManifestSet all = webank.render(release, Posture.hardened());
        assertThat(all.all("Deployment")).hasSizeGreaterThanOrEqualTo(2);
        for (Manifest hardened : all.all("Deployment")) {
            assertThat(hardened.tree().at("spec", "selector"))
                    .isEqualTo(chart.get(hardened.id()).tree().at("spec", "selector"));
        }
    }

    @Provide
    Arbitrary<Webank> webanks() {
        return WebankArbitraries.webanks();
    }

    @Provide
    Arbitrary<Release> releases() {
        return WebankArbitraries.releases();
    }

    @Provide
    Arbitrary<Posture> postures() {
        return Arbitraries.of(Posture.chart(), Posture.hardened());
    }

    @Provide
    Arbitrary<Set<String>> steps() {
        return Arbitraries.of(Posture.hardened().steps().stream()
                        .map(PostureStep::name)
                        .toList())
                .set();
    }

    private static String text(ManifestSet manifests) {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : manifests) {
            YamlWriter.writeTo(text, manifest.tree());
        }
        return text.toString();
    }
}
