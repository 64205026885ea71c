package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Steps that a user adds to a posture. */
class OwnStepsTest {
    private static final Release RELEASE = Samples.RELEASE;
    private static final PostureStep PRIORITY = PostureStep.of(
            "priority",
            ChangeClass.ROLL_OUT,
            "payments go first",
            part -> part.editPods(pod -> pod.with("priorityClassName", "payments")));

    private static PostureStep step(UnaryOperator<ReleasePart> change) {
        return PostureStep.of("own", ChangeClass.ROLL_OUT, "a sample", change);
    }

    private static ManifestSet rendered(PostureStep... steps) {
        return database().render(RELEASE, with(steps));
    }

    private static Posture with(PostureStep... steps) {
        Posture posture = Posture.hardened();
        for (PostureStep step : steps) {
            posture = posture.with(step);
        }
        return posture;
    }

    private static Webank database() {
        return Samples.dev().withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase()));
    }

    private static List<String> changed(ManifestSet before, ManifestSet after) {
        TreeSet<String> changed = new TreeSet<>();
        before.forEach(manifest -> {
            if (!after.has(manifest.id()) || !after.get(manifest.id()).equals(manifest)) {
                changed.add(manifest.kind() + "/" + manifest.name());
            }
        });
        after.forEach(manifest -> {
            if (!before.has(manifest.id())) {
                changed.add("new " + manifest.kind() + "/" + manifest.name());
            }
        });
        return List.copyOf(changed);
    }

    @Nested
    class Change {
        private final ManifestSet before = rendered();

        @Test
        void the_pods_of_every_workload_whatever_its_kind() {
            assertThat(changed(before, rendered(PRIORITY)))
                    .containsExactly(
                            "Deployment/webank-obs",
                            "Deployment/webank-prs",
                            "Deployment/webank-userapp",
                            "StatefulSet/webank-db");
        }

        @Test
        void the_containers_of_one_component() {
            PostureStep tty = step(part -> part.name().equals("obs")
                    ? part.editContainers(container -> container.with("tty", ScalarTree.of(true)))
                    : part);

            assertThat(changed(before, rendered(tty))).containsExactly("Deployment/webank-obs");
        }

        @Test
        void every_object_of_a_kind() {
            PostureStep families = step(part -> part.edit(
                    "Service",
                    service -> Trees.with(service, ScalarTree.of("PreferDualStack"), "spec", "ipFamilyPolicy")));

            assertThat(changed(before, rendered(families)))
                    .containsExactly(
                            "Service/webank-db", "Service/webank-obs", "Service/webank-prs", "Service/webank-userapp");
        }

        @Test
        void which_objects_exist() {
            PostureStep budget = step(part -> part.component().isEmpty()
                    ? part.without("Ingress")
                    : part.with(MapTree.of("apiVersion", "policy/v1")
                            .with("kind", "PodDisruptionBudget")
                            .with("metadata", MapTree.of("name", part.name()))
                            .with("spec", MapTree.of("maxUnavailable", ScalarTree.of(1)))));

            assertThat(changed(before, rendered(budget)))
                    .containsExactly(
                            "Ingress/webank",
                            "new PodDisruptionBudget/obs",
                            "new PodDisruptionBudget/prs",
                            "new PodDisruptionBudget/userapp");
        }

        @Test
        void what_earlier_phases_made() {
            PostureStep token = new PostureStep("token", PostureStep.Phase.WORKLOAD, ChangeClass.ROLL_OUT, "a sample") {
                @Override
                public ReleasePart apply(ReleasePart part) {
                    return part.edit(
                            "ServiceAccount",
                            account -> account.with("automountServiceAccountToken", ScalarTree.of(true)));
                }
            };

            assertThat(changed(before, rendered(token)))
                    .containsExactly(
                            "ServiceAccount/webank-db",
                            "ServiceAccount/webank-obs",
                            "ServiceAccount/webank-prs",
                            "ServiceAccount/webank-userapp");
        }

        @Test
        void the_template_of_a_cron_job_that_an_earlier_step_added() {
            MapTree pod = MapTree.of(
                    "containers", ListTree.of(MapTree.of("name", "report").with("image", "a:1")));
            MapTree job = Trees.with(
                    MapTree.of("apiVersion", "batch/v1")
                            .with("kind", "CronJob")
                            .with("metadata", MapTree.of("name", "report")),
                    pod,
                    "spec",
                    "jobTemplate",
                    "spec",
                    "template",
                    "spec");
            PostureStep add = step(part -> part.name().equals("obs") ? part.with(job) : part);

            ManifestSet manifests = rendered(add, PRIORITY);

            Tree changed = manifests
                    .all("CronJob")
                    .get(0)
                    .tree()
                    .at("spec", "jobTemplate", "spec", "template", "spec", "priorityClassName")
                    .orElseThrow();
            assertThat(changed).isEqualTo(ScalarTree.of("payments"));
        }

        @Test
        void the_labels_of_the_pods_of_a_cron_job_as_those_of_a_deployment() {
            MapTree labels = MapTree.of("app.kubernetes.io/name", "report")
                    .with("app.kubernetes.io/managed-by", "Helm")
                    .with("note", "x");
            MapTree job = Trees.with(
                    MapTree.of("apiVersion", "batch/v1")
                            .with("kind", "CronJob")
                            .with("metadata", MapTree.of("name", "report")),
                    MapTree.of("metadata", MapTree.of("labels", labels)).with("spec", MapTree.of()),
                    "spec",
                    "jobTemplate",
                    "spec",
                    "template");
            PostureStep add = new PostureStep("report", PostureStep.Phase.WORKLOAD, ChangeClass.ROLL_OUT, "a report") {
                @Override
                public ReleasePart apply(ReleasePart part) {
                    return part.name().equals("obs") ? part.with(job) : part;
                }
            };
            Webank annotated = Samples.dev().withOnlineBanking(obs -> obs.withAnnotations(Map.of("note", "x")));

            Tree spec = annotated
                    .render(RELEASE, with(add))
                    .all("CronJob")
                    .get(0)
                    .tree()
                    .at("spec")
                    .orElseThrow();

            assertThat(((MapTree) spec).keys())
                    .as("no template beside that of the jobs")
                    .containsExactly("jobTemplate");
            assertThat(Trees.map((MapTree) spec, "jobTemplate", "spec", "template", "metadata", "labels")
                            .without("app.kubernetes.io/version"))
                    .isEqualTo(MapTree.of("app.kubernetes.io/name", "report")
                            .with("app.kubernetes.io/part-of", "webank")
                            .with("app.kubernetes.io/managed-by", "webank-deploy"));
        }

        @Test
        void what_the_charts_render_too() {
            assertThat(changed(
                            database().render(RELEASE, Posture.chart()),
                            database().render(RELEASE, Posture.chart().with(PRIORITY))))
                    .hasSize(4);
        }

        @Test
        void what_an_environment_writes() {
            Environment environment = Environment.builder()
                    .name("dev")
                    .webank(Samples.dev())
                    .destination(Destination.inCluster("webank"))
                    .repository("https://github.com/example/deployment")
                    .posture(with(PRIORITY))
                    .build();

            assertThat(environment.tree())
                    .file("environments/dev/obs/deployment-webank-obs.yaml")
                    .contains("priorityClassName: payments");
        }
    }

    @Nested
    class Belong_to_the_value {
        @Test
        void postures_with_the_same_steps_are_equal() {
            PostureStep other = step(part -> part);

            assertThat(with(PRIORITY)).isEqualTo(with(PRIORITY)).hasSameHashCodeAs(with(PRIORITY));
            assertThat(with(PRIORITY)).isNotEqualTo(with()).isNotEqualTo(with(other));
            assertThat(with(step(part -> part))).isNotEqualTo(with(other));
        }

        @Test
        void the_text_of_a_posture_has_their_names() {
            assertThat(with(PRIORITY).without("probes", "no endpoint"))
                    .hasToString("hardened 1 with priority without probes");
            assertThat(PRIORITY).hasToString("priority: payments go first");
        }

        @Test
        void a_step_is_switched_off_by_its_name() {
            assertThat(database().render(RELEASE, with(PRIORITY).without("priority", "no such class")))
                    .isEqualTo(rendered());
        }
    }

    @Nested
    class Are_refused {
        @Test
        void with_the_name_of_another_step() {
            assertThatThrownBy(() -> with(PRIORITY, PRIORITY))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error DUPLICATE posture.step: the posture `hardened` has a step `priority` already. Give the new one another name, or switch the other one off first with `without`.");
        }

        @Test
        void without_a_name_and_a_reason() {
            assertThatThrownBy(() -> with(PostureStep.of("My Step", ChangeClass.NONE, " ", part -> part)))
                    .hasMessageContaining("error NAME_INVALID posture.step: `My Step` is not a valid name: ")
                    .hasMessageContaining(
                            "error POSTURE_REASON_MISSING posture.step: the step `My Step` has no reason. State why it exists, for readers of the code.");
        }

        @Test
        void when_they_break_objects_all_at_once() {
            PostureStep nameless = step(part -> part.edit("Deployment", object -> object.without("metadata")));
            PostureStep throwing = PostureStep.of("throwing", ChangeClass.NONE, "a sample", part -> {
                if (part.name().equals("userapp")) {
                    throw new IllegalStateException("s3cret");
                }
                return part;
            });
            PostureStep nothing = PostureStep.of("nothing", ChangeClass.NONE, "a sample", part -> null);
            PostureStep twice = PostureStep.of(
                    "twice",
                    ChangeClass.NONE,
                    "a sample",
                    part -> part.with(MapTree.of("apiVersion", "v1")
                            .with("kind", "ConfigMap")
                            .with("metadata", MapTree.of("name", "one"))));

            List<String> problems = new ArrayList<>();
            try {
                Samples.smallest().render(RELEASE, with(nameless, throwing, nothing, twice));
            } catch (DeployException.InvalidInput e) {
                e.problems().forEach(problem -> problems.add(problem.toString()));
            }

            assertThat(problems).hasSize(8);
            assertThat(problems.get(0))
                    .startsWith("error ")
                    .contains(" posture.own: the step fails for the part `userapp`: ");
            assertThat(problems.get(1)).contains(" posture.own: the step fails for the part `obs`: ");
            assertThat(problems.get(2))
                    .startsWith(
                            "error STEP_FAILED posture.throwing: the step fails for the part `userapp`: its function threw"
                                    + " java.lang.IllegalStateException in ")
                    .contains("(OwnStepsTest.java:")
                    .doesNotContain("s3cret");
            assertThat(problems.get(3))
                    .isEqualTo("error STEP_FAILED posture.nothing: the step fails for the part `userapp`: its function"
                            + " returned null. Return a part; return the given one if nothing changes.");
            assertThat(problems.get(6))
                    .isEqualTo(
                            "error OBJECT_DUPLICATE posture.twice: the step fails for the part `obs`: it creates `ConfigMap/one`"
                                    + " twice. Give one of them another name.");
        }

        @Test
        void when_an_edit_returns_null() {
            for (PostureStep step : List.of(
                    step(part -> part.edit(object -> null)),
                    step(part -> part.editPods(pod -> null)),
                    step(part -> part.editContainers(container -> null)))) {
                assertThatThrownBy(() -> Samples.smallest().render(RELEASE, with(step)))
                        .isInstanceOf(DeployException.InvalidInput.class)
                        .hasMessageContaining(
                                "error STEP_FAILED posture.own: the step fails for the part `obs`: its function"
                                        + " threw java.lang.NullPointerException in lambda$")
                        .hasMessageContaining("(OwnStepsTest.java:");
            }
        }
    }
}
