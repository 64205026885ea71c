package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.PostureStage;
import com.adorsys.webank.deploy.dsl.environment.StepEffect;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.LiveEndpoints.Least;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live release of the charts that gets the hardened posture, on a cluster whose controllers make pods and EndpointSlices.
 *
 * <p>The pods are kwok's: they are ready at once, and nothing listens in them. So this proves that a ready pod that declares
 * the port is always an endpoint; not that its process answers there, nor how long the load balancer takes to know it.
 */
class PostureStepsIT {
    private static final String[] SERVICES = {"webank-obs", "webank-prs", "webank-userapp"};

    private final TestCluster cluster = TestCluster.sharedWithControllers();

    @TempDir
    Path folder;

    private Environment dev;

    @BeforeEach
    void deployWhatTheChartsRender() {
        // An Ingress would need its class in the cluster.
        dev = WebankEnvironments.dev()
                .withWebank(WebankEnvironments.dev().webank().withIngress(Optional.empty()))
                .withDestination(Destination.inCluster(cluster.namespace("steps")))
                .withTarget(ClusterTarget.context("test", cluster.server()));
        done(dev.withPosture(Posture.chart()), "apply --wait");
    }

    @Test
    void step_by_step_each_service_keeps_its_endpoints_and_at_once_is_refused() {
        List<PostureStage> stages = dev.stages();
        assertThat(run(dev, "plan --steps").out())
                .contains("service-account  ")
                .doesNotContain("live")
                .endsWith(
                        "\nNext: service-account to labels; then, each after the roll-outs before it: service-targets, "
                                + stages.get(2)
                                + ", namespace-enforce.\n  webank-deploy apply --environment dev --steps\n");

        Map<String, String> before = versions();
        Result refused = run(dev, "apply --wait");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("webank-deploy: Nothing was written.\nerror SERVICE_GAP Service/" + namespace()
                        + "/webank-userapp: its new target `http` is a port of no pod that runs now (`Deployment/"
                        + namespace()
                        + "/webank-userapp`): until new pods are ready, the Service has no endpoint that answers. Apply the port of the pods first, and the Service once they are ready: for an environment `apply --steps` does both, or accept it with `--allow-gap Service/"
                        + namespace() + "/webank-userapp`.\n");
        assertThat(versions()).isEqualTo(before);

        try (LiveEndpoints live = LiveEndpoints.of(cluster.client(), namespace())) {
            Result applied = done(dev, "apply --steps");
            assertThat(applied.err())
                    .contains("webank-deploy: service-account to labels (stage 1 of 4)\n")
                    .contains("webank-deploy: service-targets (stage 2 of 4)\n")
                    .contains("webank-deploy: " + stages.get(2) + " (stage 3 of 4)\n");
            assertKept(live);
        }
        assertThat(run(dev, "plan --steps").out()).endsWith("\nNothing is to do: the release has every step.\n");
        assertThat(run(dev, "plan --exit-code 3").code()).isZero();
        assertThat(done(dev, "apply --steps").err())
                .contains("webank-deploy: nothing to do step by step: the release has every step\n");
        MapTree report = (MapTree) YamlReader.read(
                        "out", run(dev, "plan --steps --output json").out().getBytes(StandardCharsets.UTF_8))
                .tree();
        assertThat(report.list("stages").orElseThrow()).hasSize(4);
        assertThat(report.has("next")).isFalse();
    }

    @Test
    void each_step_alone_keeps_the_endpoints_too() {
        // Each takes seconds, so by default only those run that change the ports.
        List<String> steps = new ArrayList<>(List.of("port-names", "service-targets", "user-app"));
        if (Boolean.getBoolean("steps.each")) {
            steps.clear();
            for (StepEffect effect : dev.stepEffects()) {
                steps.add(effect.step().name());
            }
        }
        try (LiveEndpoints live = LiveEndpoints.of(cluster.client(), namespace())) {
            for (String step : steps) {
                done(dev, "apply --wait --up-to " + step);
                String report = run(dev, "plan --steps").out();
                assertThat(report)
                        .containsPattern("\n" + step + " .* (live|no change)\n")
                        .doesNotContain("partly");
            }
            assertKept(live);
        }
    }

    @Test
    void a_stage_that_fails_is_named_and_the_same_command_goes_on_from_there() {
        Image missing = Image.parse("example.com/userapp:" + PodFate.MISSING_TAG);
        Environment broken = dev.withWebank(dev.webank().withUserApp(app -> app.withImage(missing)));

        Result failed = run(broken, "apply --steps --object-timeout 2s");
        assertThat(failed.code()).isEqualTo(4);
        assertThat(failed.err())
                .contains(
                        "\nwebank-deploy: stopped in service-account to labels (stage 1 of 4): no stage is complete; the"
                                + " same command goes on from here\n");

        done(dev, "apply --steps");
        assertThat(run(dev, "plan --exit-code 3").code()).isZero();
    }

    @Test
    void the_watch_sees_the_gap_of_a_service_that_is_allowed_to_have_one() {
        try (LiveEndpoints live = LiveEndpoints.of(cluster.client(), namespace())) {
            done(dev, "apply --wait --allow-gap Service/" + namespace() + "/webank-userapp");
            assertThat(live.least().get("webank-userapp").computed()).isZero();
            assertThat(live.least().get("webank-userapp").pods()).isPositive();
        }
    }

    private static void assertKept(LiveEndpoints live) {
        Map<String, Least> least = live.least();
        assertThat(least).containsOnlyKeys(SERVICES);
        assertThat(least.values()).allSatisfy(service -> {
            assertThat(service.pods()).isPositive();
            assertThat(service.endpoints()).isPositive();
            assertThat(service.computed()).isPositive();
        });
    }

    /** The versions of what the release consists of, and of its pods. */
    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        String list = cluster.run(
                        "kubectl",
                        "--namespace",
                        namespace(),
                        "get",
                        "deployments,services,serviceaccounts,poddisruptionbudgets,networkpolicies,pods",
                        "--output=jsonpath={range .items[*]}{.kind}/{.metadata.name}={.metadata.resourceVersion}{\"\\n\"}{end}")
                .out();
        list.lines().forEach(line -> versions.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return versions;
    }

    private String namespace() {
        return dev.release().namespace();
    }

    private Result done(Environment environment, String command) {
        Result result = run(environment, command);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private Result run(Environment environment, String command) {
        int end = command.indexOf(' ');
        String line = command.substring(0, end) + " --environment dev" + command.substring(end);
        return new Tool(folder)
                .with(() -> Environments.of(environment))
                .run(line + " --kubeconfig " + cluster.kubeconfig());
    }
}
