package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostureStagesTest {
    private static final Environment DEV = Environment.builder()
            .name("dev")
            .webank(Samples.dev())
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .build();

    @Test
    void the_effects_of_all_steps_lead_from_the_charts_to_the_whole_posture() {
        List<StepEffect> effects = DEV.stepEffects();

        assertThat(effects)
                .extracting(effect -> effect.step().name())
                .containsExactlyElementsOf(DEV.posture().steps().stream()
                        .sorted((a, b) -> a.phase().compareTo(b.phase()))
                        .map(PostureStep::name)
                        .toList());
        ManifestSet before = DEV.withPosture(Posture.chart()).manifests();
        for (StepEffect effect : effects) {
            assertThat(effect.manifests())
                    .isEqualTo(DEV.upTo(effect.step().name()).manifests());
            assertThat(effect.diff().text())
                    .isEqualTo(ManifestDiff.between(before, effect.manifests()).text());
            before = effect.manifests();
        }
        assertThat(before).isEqualTo(DEV.manifests());
    }

    @Test
    void a_step_that_changes_nothing_is_listed_too() {
        Environment twice = DEV.withPosture(Posture.hardened()
                .with(PostureStep.of("nothing", ChangeClass.NONE, "to be seen in the list", part -> part)));

        assertThat(twice.stepEffects()).extracting(StepEffect::toString).contains("nothing (NONE)");
    }

    @Test
    void a_stage_ends_before_the_service_targets_the_name_before_the_port_changes_and_before_pods_are_refused() {
        List<PostureStage> stages = DEV.stages();

        assertThat(stages).extracting(PostureStage::lastStep).startsWith("labels", "service-targets");
        assertThat(stages).hasSize(4);
        assertThat(stages.get(0)).hasToString("service-account to labels");
        assertThat(stages.get(1)).hasToString("service-targets");
        assertThat(stages.get(2).effects().get(0).step().name()).isEqualTo("user-app");
        assertThat(stages.get(3)).hasToString("namespace-enforce");
        assertThat(stages.get(3).manifests()).isEqualTo(DEV.manifests());
        assertThat(stages.stream().flatMap(stage -> stage.effects().stream()).map(StepEffect::step))
                .isEqualTo(DEV.stepEffects().stream().map(StepEffect::step).toList());
    }

    @Test
    void without_the_step_that_changes_the_port_one_cut_is_left() {
        Environment old =
                DEV.withPosture(Posture.hardened().without("user-app", "the image has its own configuration"));

        assertThat(old.stages())
                .extracting(PostureStage::lastStep)
                .containsExactly("labels", "namespace-warn", "namespace-enforce");
    }

    @Test
    void a_posture_without_steps_has_no_stage() {
        assertThat(DEV.withPosture(Posture.chart()).stages()).isEmpty();
    }

    @Test
    void a_patch_is_applied_from_the_step_on_that_makes_what_it_changes() {
        Environment patched = DEV.withPatch(ManifestPatch.merge(
                        ManifestSelector.object("ServiceAccount", "webank-obs"),
                        MergePatch.of(MapTree.of("automountServiceAccountToken", ScalarTree.of(true)))))
                .withPosture(Posture.chart().with(stepOf("resources")).with(stepOf("service-account")));

        assertThat(patched.upTo("resources").patches()).isEmpty();
        assertThat(patched.upTo("service-account")).isEqualTo(patched);
        Manifest account = patched.stepEffects()
                .get(1)
                .manifests()
                .find("ServiceAccount", "webank-obs")
                .orElseThrow();
        assertThat(Trees.isTrue(account.tree(), "automountServiceAccountToken")).isTrue();
    }

    @Test
    void a_patch_that_changes_nothing_of_the_whole_posture_is_an_error() {
        Environment wrong = DEV.withPatch(
                ManifestPatch.merge(ManifestSelector.object("Deployment", "webank-abc"), MergePatch.of(MapTree.of())));

        assertThatThrownBy(wrong::stages)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessageContaining("`Deployment/webank-abc`");
    }

    private static PostureStep stepOf(String name) {
        return Posture.hardened().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
