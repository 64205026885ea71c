package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.StepEffect;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepStateTest {
    @ParameterizedTest
    @CsvSource({"dev", "staging", "prod"})
    void of_a_release_that_has_some_steps_these_are_live_and_the_others_to_do(String name) {
        Environment environment = WebankEnvironments.all().get(name);
        List<StepEffect> effects = environment.stepEffects();
        for (int taken = 0; taken <= effects.size(); taken++) {
            ManifestSet live = taken == 0
                    ? environment.withPosture(Posture.chart()).manifests()
                    : effects.get(taken - 1).manifests();

            List<String> states = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (StepState state : StepState.of(effects, new Changes(live, environment.manifests()))) {
                states.add(state.name() + " " + state.text());
                expected.add(state.name() + " "
                        + (state.effect().diff().isEmpty() ? "no change" : expected.size() < taken ? "live" : "to do"));
            }

            assertThat(states).as(taken + " steps").isEqualTo(expected);
        }
    }

    @Test
    void of_a_release_that_has_all_steps_none_is_taken_back_when_its_images_change() {
        Environment dev = WebankEnvironments.dev();
        Image image = Image.parse("ghcr.io/adorsys-gis/webank:2");
        Environment next = dev.withWebank(
                dev.webank().withOnlineBanking(obs -> obs.withImage(image)).withUserApp(app -> app.withImage(image)));

        StepReport report = new StepReport(next, new Changes(dev.manifests(), next.manifests()));

        assertThat(report.stages().get(report.current()).manifests()).isEqualTo(next.manifests());
    }

    @Test
    void a_release_of_the_charts_is_in_the_first_stage() {
        Environment dev = WebankEnvironments.dev();
        ManifestSet charts = dev.withPosture(Posture.chart()).manifests();

        assertThat(new StepReport(dev, new Changes(charts, dev.manifests())).current())
                .isZero();
    }

    /** A plan by the difference between two sets. */
    private record Changes(ManifestSet live, ManifestSet desired) implements Plan {
        @Override
        public Release release() {
            return Release.of("webank", "webank");
        }

        @Override
        public List<PlannedChange> changes() {
            List<PlannedChange> changes = new ArrayList<>();
            ManifestDiff.between(live, desired).objects().forEach(change -> changes.add(new Changed(change)));
            return changes;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public boolean isEmpty() {
            return live.equals(desired);
        }

        @Override
        public Optional<DeployException> refusal() {
            return Optional.empty();
        }

        @Override
        public ChangeClass changeClass() {
            return ManifestDiff.between(live, desired).changeClass();
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public String fullText() {
            return "";
        }

        @Override
        public String json() {
            return "{}";
        }
    }

    private record Changed(ManifestDiff.Change change) implements PlannedChange {
        @Override
        public ResourceId id() {
            return change.id();
        }

        @Override
        public Action action() {
            return switch (change.action()) {
                case CREATED -> Action.CREATE;
                case CHANGED -> Action.UPDATE;
                case DELETED -> Action.DELETE;
                case UNCHANGED -> Action.UNCHANGED;
            };
        }

        @Override
        public List<Difference> differences() {
            return change.differences();
        }

        @Override
        public ChangeClass changeClass() {
            return change.changeClass();
        }

        @Override
        public List<ManagedField> otherManagers() {
            return List.of();
        }

        @Override
        public List<Difference> ignoredDifferences() {
            return List.of();
        }

        @Override
        public List<RetainedField> retainedFields() {
            return List.of();
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public boolean isUnverified() {
            return false;
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }
}
