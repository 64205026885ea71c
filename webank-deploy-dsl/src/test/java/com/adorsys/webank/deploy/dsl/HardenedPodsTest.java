package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.dsl.Samples.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.LifecycleHooks;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.dsl.pod.PodSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the steps of the hardened posture make of pods, Deployments and Services. */
class HardenedPodsTest {
    private static final Webank WEBANK = Samples.dev()
            .withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase()))
            .plusMicroservices(Samples.bankAccount());

    @Nested
    class Pod_security {
        @Test
        void is_restricted_for_every_component_and_the_database() {
            List<Problem> problems = new ArrayList<>();
            Checks.podSecurity().check(WEBANK.render(RELEASE), problems);

            assertThat(problems).isEmpty();
        }

        @Test
        void sets_a_numeric_user_for_each_image() {
            ManifestSet manifests = WEBANK.render(RELEASE);

            assertThat(user(manifests, "Deployment", "webank-obs")).isEqualTo("10001:10001:10001");
            assertThat(user(manifests, "Deployment", "webank-prs")).isEqualTo("65532:65532:65532");
            assertThat(user(manifests, "Deployment", "webank-userapp")).isEqualTo("10101:10101:10101");
            assertThat(user(manifests, "Deployment", "webank-bankaccount")).isEqualTo("10001:10001:10001");
            assertThat(user(manifests, "StatefulSet", "webank-db")).isEqualTo("999:999:999");
        }

        @Test
        void knows_the_user_of_postgres_on_alpine() {
            InClusterDatabase alpine =
                    Samples.inClusterDatabase().withImage(Image.parse("docker.io/library/postgres:17.6-alpine"));
            ManifestSet manifests =
                    WEBANK.withOnlineBanking(obs -> obs.withDatabase(alpine)).render(RELEASE);

            assertThat(user(manifests, "StatefulSet", "webank-db")).isEqualTo("70:70:70");
        }

        @Test
        void mounts_an_empty_folder_of_a_limited_size_at_each_writable_path() {
            MapTree pod = pod(WEBANK.render(RELEASE), "Deployment", "webank-prs");

            assertThat(YamlWriter.write(pod.list("volumes").orElseThrow())).isEqualTo("""
                    ---
                    - name: app-logs
                      emptyDir:
                        sizeLimit: 256Mi
                    - name: tmp
                      emptyDir:
                        sizeLimit: 256Mi
                    - name: var-log-webank-prs
                      emptyDir:
                        sizeLimit: 256Mi
                    """);
            assertThat(YamlWriter.write(main(pod).list("volumeMounts").orElseThrow()))
                    .isEqualTo("""
                    ---
                    - name: app-logs
                      mountPath: /app/logs
                    - name: tmp
                      mountPath: /tmp
                    - name: var-log-webank-prs
                      mountPath: /var/log/webank-prs
                    """);
        }

        @Test
        void gives_an_image_of_ones_own_what_it_needs() {
            Microservice service = Samples.bankAccount()
                    .withImageNeeds(ImageNeeds.user(1000)
                            .withGroup(2000)
                            .withWritablePath("/data", "1Gi")
                            .withWritableRoot());
            MapTree pod = pod(
                    Samples.smallest().plusMicroservices(service).render(RELEASE), "Deployment", "webank-bankaccount");

            assertThat(YamlWriter.write(Trees.map(pod, "securityContext"))).isEqualTo("""
                    ---
                    runAsNonRoot: true
                    runAsUser: 1000
                    runAsGroup: 2000
                    fsGroup: 2000
                    seccompProfile:
                      type: RuntimeDefault
                    """);
            assertThat(main(pod).at("securityContext", "readOnlyRootFilesystem"))
                    .isEmpty();
            assertThat(text(main(pod), "resources", "limits", "ephemeral-storage"))
                    .as("256Mi for logs, 256Mi for /tmp and 1Gi for /data")
                    .isEqualTo("1536Mi");
        }

        @Test
        void lets_a_port_below_1024_be_opened_without_root() {
            Microservice service = Samples.bankAccount().withPort(443);
            MapTree pod = pod(
                    Samples.smallest().plusMicroservices(service).render(RELEASE), "Deployment", "webank-bankaccount");

            assertThat(YamlWriter.write(
                            Trees.map(pod, "securityContext").list("sysctls").orElseThrow()))
                    .isEqualTo("""
                    ---
                    - name: net.ipv4.ip_unprivileged_port_start
                      value: "0"
                    """);
        }

        @Test
        void gives_further_containers_the_user_of_the_pod_or_their_own() {
            OnlineBanking obs = Samples.onlineBanking()
                    .withContainers(
                            Samples.sidecar("logs"), Samples.sidecar("proxy").withImageNeeds(ImageNeeds.user(101)));
            MapTree pod = pod(Samples.smallest().withOnlineBanking(obs).render(RELEASE), "Deployment", "webank-obs");

            assertThat(containers(pod))
                    .extracting(container -> text(Trees.map(container), "securityContext", "runAsUser"))
                    .containsExactly("", "", "101");
            assertThat(containers(pod))
                    .allMatch(container ->
                            Trees.isTrue(Trees.map(container), "securityContext", "readOnlyRootFilesystem"));
        }

        @Test
        void leaves_what_the_model_sets() {
            OnlineBanking obs = Samples.onlineBanking()
                    .withPodSecurityContext(PodSecuritySettings.none().withRunAsUser(5))
                    .withSecurityContext(ContainerSecuritySettings.none().addCapabilities("NET_BIND_SERVICE"))
                    .withVolumeMounts(PodVolume.emptyDir("mine", "1Mi").mountedAt("/tmp"));
            MapTree pod = pod(Samples.smallest().withOnlineBanking(obs).render(RELEASE), "Deployment", "webank-obs");

            assertThat(text(pod, "securityContext", "runAsUser")).isEqualTo("5");
            assertThat(YamlWriter.write(Trees.map(main(pod), "securityContext", "capabilities")))
                    .isEqualTo("""
                    ---
                    add:
                    - NET_BIND_SERVICE
                    drop:
                    - ALL
                    """);
            assertThat(YamlWriter.write(pod.list("volumes").orElseThrow())).isEqualTo("""
                    ---
                    - name: mine
                      emptyDir:
                        sizeLimit: 1Mi
                    """);
        }

        @Test
        void needs_valid_users_and_paths() {
            assertThatThrownBy(() -> ImageNeeds.user(0))
                    .hasMessageStartingWith("error OUT_OF_RANGE imageNeeds.user: `0` is not between 1 and 2147483647.");
            assertThatThrownBy(() -> ImageNeeds.user(1).withWritablePath("cache"))
                    .hasMessage("error PATH_INVALID imageNeeds.writablePaths: `cache` is not a valid path of a folder"
                            + " in a container. Write an absolute path, such as `/var/cache`, without a slash at its"
                            + " end.");
        }
    }

    @Nested
    class The_user_app {
        @TempDir
        Path folder;

        @Test
        void listens_on_8080_and_is_reached_by_the_name_of_the_port() {
            ManifestSet manifests = WEBANK.render(RELEASE);
            MapTree container = main(pod(manifests, "Deployment", "webank-userapp"));

            assertThat(YamlWriter.write(container.list("ports").orElseThrow())).isEqualTo("""
                    ---
                    - name: http
                      containerPort: 8080
                      protocol: TCP
                    """);
            assertThat(text(container, "readinessProbe", "httpGet", "port")).isEqualTo("8080");
            assertThat(port(manifests, "webank-userapp")).isEqualTo("80 -> http");
        }

        @Test
        void changes_its_port_in_three_steps_of_which_each_finds_the_pods_of_the_one_before() {
            ManifestSet named = WEBANK.render(RELEASE, Posture.hardened().upTo("port-names"));
            ManifestSet targeted = WEBANK.render(RELEASE, Posture.hardened().upTo("service-targets"));

            assertThat(port(named, "webank-userapp")).isEqualTo("80 -> 80");
            assertThat(text(firstPort(named), "name")).isEqualTo("http");
            assertThat(port(targeted, "webank-userapp")).isEqualTo("80 -> http");
            assertThat(text(firstPort(targeted), "containerPort")).isEqualTo("80");
            assertThat(text(firstPort(WEBANK.render(RELEASE)), "containerPort")).isEqualTo("8080");
        }

        @Test
        void with_an_image_of_its_own_is_treated_like_a_microservice() {
            UserApp own = Samples.userApp().withImageNeeds(ImageNeeds.user(5));
            MapTree pod = pod(Samples.smallest().withUserApp(own).render(RELEASE), "Deployment", "webank-userapp");

            assertThat(pod.has("initContainers")).isFalse();
            assertThat(text(Trees.map(main(pod).list("ports").orElseThrow(), 0), "containerPort"))
                    .isEqualTo("80");
            assertThat(Trees.map(pod, "securityContext").has("sysctls")).isTrue();
        }

        @Test
        void gets_a_copy_of_its_pages_and_of_its_configuration_on_the_other_port() throws Exception {
            String configuration = """
                    server {
                        listen       80;
                        listen  [::]:80 default_server;
                        listen 0.0.0.0:80;
                        listen 8443 ssl;
                        # listen 80;
                        location / { proxy_pass http://backend:80; }
                    }
                    """;

            assertThat(prepare(configuration)).isEmpty();
            assertThat(Files.readString(folder.resolve("copies/conf.d/default.conf")))
                    .isEqualTo("""
                    server {
                        listen       8080;
                        listen  [::]:8080 default_server;
                        listen 0.0.0.0:8080;
                        listen 8443 ssl;
                        # listen 80;
                        location / { proxy_pass http://backend:80; }
                    }
                    """);
            assertThat(Files.readString(folder.resolve("copies/html/assets/index.html")))
                    .isEqualTo("<p>webank</p>");
        }

        @Test
        void does_not_start_if_nothing_listens_on_port_80() throws Exception {
            assertThat(prepare("server {\n  listen 3000;\n}\n"))
                    .isEqualTo("no server in " + folder + "/conf.d listens on port 80\n");
        }

        /** Runs the script of the init container on folders of this machine; returns what it says if it fails. */
        private String prepare(String configuration) throws IOException, InterruptedException {
            Files.createDirectories(folder.resolve("html/assets"));
            Files.writeString(folder.resolve("html/assets/index.html"), "<p>webank</p>");
            Files.createDirectories(folder.resolve("conf.d"));
            Files.writeString(folder.resolve("conf.d/default.conf"), configuration);
            Files.createDirectories(folder.resolve("copies/html"));
            Files.createDirectories(folder.resolve("copies/conf.d"));
            MapTree init = Trees.map(
                    pod(WEBANK.render(RELEASE), "Deployment", "webank-userapp")
                            .list("initContainers")
                            .orElseThrow(),
                    0);
            List<String> command = init.list("command").orElseThrow().items().stream()
                    .map(HardenedPodsTest::text)
                    .map(text -> text.replace("/usr/share/nginx/html", folder + "/html")
                            .replace("/etc/nginx/conf.d", folder + "/conf.d")
                            .replace("/copies/", folder + "/copies/"))
                    .toList();
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(said.isEmpty() ? 0 : 1);
            return said;
        }

        private MapTree firstPort(ManifestSet manifests) {
            return Trees.map(
                    main(pod(manifests, "Deployment", "webank-userapp"))
                            .list("ports")
                            .orElseThrow(),
                    0);
        }
    }

    @Nested
    class Probes_and_stops {
        @Test
        void ask_pending_registration_by_connections_until_it_is_ready() {
            MapTree container = main(pod(WEBANK.render(RELEASE), "Deployment", "webank-prs"));

            assertThat(Trees.map(container, "startupProbe").has("tcpSocket")).isTrue();
            assertThat(Trees.map(container, "livenessProbe").has("tcpSocket")).isTrue();
            assertThat(text(container, "readinessProbe", "httpGet", "path")).isEqualTo("/swagger-ui.html");
        }

        @Test
        void never_restart_a_pod_for_what_only_makes_it_unready() {
            MapTree container = main(pod(WEBANK.render(RELEASE), "Deployment", "webank-obs"));

            assertThat(YamlWriter.write(Trees.map(container, "livenessProbe"))).isEqualTo("""
                    ---
                    tcpSocket:
                      port: 8081
                    periodSeconds: 10
                    timeoutSeconds: 5
                    failureThreshold: 6
                    """);
        }

        @Test
        void of_the_actuator_ask_for_the_groups() {
            OnlineBanking obs = Samples.onlineBanking().withProbes(Probes.actuator("/api"));
            MapTree container =
                    main(pod(Samples.smallest().withOnlineBanking(obs).render(RELEASE), "Deployment", "webank-obs"));

            assertThat(text(container, "startupProbe", "httpGet", "path")).isEqualTo("/api/actuator/health/liveness");
            assertThat(text(container, "livenessProbe", "httpGet", "path")).isEqualTo("/api/actuator/health/liveness");
            assertThat(text(container, "readinessProbe", "httpGet", "path"))
                    .isEqualTo("/api/actuator/health/readiness");
            assertThat(Trees.number(container, 0, "startupProbe", "failureThreshold")
                            * Trees.number(container, 0, "startupProbe", "periodSeconds"))
                    .isEqualTo(150);
        }

        @Test
        void are_longer_behind_a_load_balancer_of_aws() {
            MapTree behind = pod(WEBANK.render(RELEASE), "Deployment", "webank-obs");
            MapTree inside = pod(Samples.smallest().render(RELEASE), "Deployment", "webank-obs");

            assertThat(text(main(behind), "lifecycle", "preStop", "sleep", "seconds"))
                    .isEqualTo("20");
            assertThat(text(behind, "terminationGracePeriodSeconds")).isEqualTo("60");
            assertThat(text(main(inside), "lifecycle", "preStop", "sleep", "seconds"))
                    .isEqualTo("5");
            assertThat(inside.has("terminationGracePeriodSeconds")).isFalse();
        }

        @Test
        void fit_a_grace_period_that_is_set() {
            ManifestSet manifests = WEBANK.withOnlineBanking(
                            obs -> obs.withTerminationGracePeriod(Duration.ofSeconds(16)))
                    .render(RELEASE);

            assertThat(text(
                            main(pod(manifests, "Deployment", "webank-obs")),
                            "lifecycle",
                            "preStop",
                            "sleep",
                            "seconds"))
                    .isEqualTo("8");
            assertThat(annotations(manifests, "webank-obs"))
                    .contains("target-group-attributes: deregistration_delay.timeout_seconds=3\n");
        }

        @Test
        void leave_an_action_that_is_set() {
            ManifestSet manifests = WEBANK.withOnlineBanking(
                            obs -> obs.withLifecycle(LifecycleHooks.preStop(LifecycleHooks.Action.exec("/bin/drain"))))
                    .render(RELEASE);

            assertThat(Trees.map(main(pod(manifests, "Deployment", "webank-obs")), "lifecycle", "preStop")
                            .keys())
                    .containsExactly("exec");
            assertThat(annotations(manifests, "webank-obs")).doesNotContain("deregistration_delay");
        }
    }

    @Nested
    class Load_balancers {
        @Test
        void check_what_the_readiness_probe_checks() {
            assertThat(annotations(WEBANK.render(RELEASE), "webank-obs")).isEqualTo("""
                    ---
                    alb.ingress.kubernetes.io/healthcheck-path: /swagger-ui.html
                    alb.ingress.kubernetes.io/success-codes: "200-399"
                    alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds=15
                    """);
        }

        @Test
        void expect_any_answer_where_the_probe_asks_another_port() {
            ManifestSet manifests = WEBANK.withMicroservice(
                            "bankaccount",
                            service -> service.withProbes(Probes.of(ContainerProbe.httpGet("/ready", 9090))))
                    .render(RELEASE);

            assertThat(annotations(manifests, "webank-bankaccount"))
                    .contains("healthcheck-path: /\n", "success-codes: \"200-499\"\n");
        }

        @Test
        void expect_any_answer_where_no_path_is_known() {
            ManifestSet manifests = WEBANK.withMicroservice(
                            "bankaccount",
                            service -> service.withPorts(NamedPort.of("management", 9090))
                                    .withProbes(Probes.of(ContainerProbe.httpGet("/ready", "management"))))
                    .render(RELEASE);

            assertThat(annotations(manifests, "webank-bankaccount"))
                    .contains("healthcheck-path: /\n", "success-codes: \"200-499\"\n");
        }

        @Test
        void keep_a_path_that_the_ingress_sets_for_all() {
            ManifestSet manifests = WEBANK.withIngress(Samples.ingress()
                            .withHealthCheck(
                                    AlbHealthCheck.builder().path("/healthz").build()))
                    .render(RELEASE);

            assertThat(annotations(manifests, "webank-obs")).doesNotContain("healthcheck-path", "success-codes");
        }

        @Test
        void of_another_class_get_no_annotations() {
            ManifestSet manifests = WEBANK.withIngress(ClassIngress.builder()
                            .host(Host.of("a.example.com"))
                            .ingressClass("nginx")
                            .build())
                    .render(RELEASE);

            assertThat(manifests
                            .find("Service", "webank-obs")
                            .orElseThrow()
                            .tree()
                            .at("metadata", "annotations"))
                    .isEmpty();
        }
    }

    @Nested
    class Workloads {
        @Test
        void with_one_pod_keep_it_in_a_roll_out_and_never_block_a_drain() {
            ManifestSet manifests = WEBANK.withOnlineBanking(obs ->
                            obs.withStrategy(DeploymentStrategy.rollingUpdate(IntOrPercent.of(0), IntOrPercent.of(1))))
                    .render(RELEASE);

            assertThat(YamlWriter.write(Trees.map(
                            manifests
                                    .find("Deployment", "webank-obs")
                                    .orElseThrow()
                                    .tree(),
                            "spec",
                            "strategy")))
                    .isEqualTo("""
                    ---
                    type: RollingUpdate
                    rollingUpdate:
                      maxSurge: 1
                      maxUnavailable: 0
                    """);
            assertThat(manifests.all("PodDisruptionBudget")).isEmpty();
        }

        @Test
        void are_scaled_without_new_pods() {
            ManifestSet scaled =
                    WEBANK.withOnlineBanking(obs -> obs.withReplicas(3)).render(RELEASE);

            assertThat(ManifestDiff.between(WEBANK.render(RELEASE), scaled).changeClass())
                    .isEqualTo(ChangeClass.CONFIGURATION);
        }

        @Test
        void with_more_pods_have_a_budget_and_are_spread() {
            ManifestSet manifests =
                    WEBANK.withOnlineBanking(obs -> obs.withReplicas(2)).render(RELEASE);
            MapTree pod = pod(manifests, "Deployment", "webank-obs");

            assertThat(YamlWriter.write(Trees.map(
                            manifests
                                    .find("PodDisruptionBudget", "webank-obs")
                                    .orElseThrow()
                                    .tree(),
                            "spec")))
                    .isEqualTo("""
                    ---
                    maxUnavailable: 1
                    selector:
                      matchLabels:
                        app.kubernetes.io/instance: webank
                        app.kubernetes.io/name: obs
                    unhealthyPodEvictionPolicy: AlwaysAllow
                    """);
            assertThat(Trees.map(pod.list("topologySpreadConstraints").orElseThrow(), 0)
                            .string("topologyKey"))
                    .isEqualTo(Optional.of("topology.kubernetes.io/zone"));
            assertThat(Trees.map(pod, "affinity").has("podAntiAffinity")).isTrue();
        }

        @Test
        void with_an_autoscaler_scale_calmly_and_need_a_metrics_server() {
            Autoscaling scaling =
                    Autoscaling.builder().maxReplicas(3).targetCpuPercent(70).build();
            Rendering unknown =
                    WEBANK.withOnlineBanking(obs -> obs.withScaling(scaling)).rendering(RELEASE, Posture.hardened());
            Rendering installed = WEBANK.withOnlineBanking(
                            obs -> obs.withScaling(scaling.withMetricsServer(Autoscaling.MetricsServer.INSTALLED)))
                    .rendering(RELEASE, Posture.hardened());

            assertThat(metricsWarnings(unknown))
                    .containsExactly(
                            "warning METRICS_UNKNOWN onlineBanking.scaling: the autoscaler does not scale until the"
                                    + " cluster has a metrics server, which EKS does not install by itself. Install it,"
                                    + " and set `metricsServer(Autoscaling.MetricsServer.INSTALLED)`.");
            assertThat(metricsWarnings(installed)).isEmpty();
            assertThat(Trees.map(
                                    unknown.manifests()
                                            .find("HorizontalPodAutoscaler", "webank-obs")
                                            .orElseThrow()
                                            .tree(),
                                    "spec",
                                    "behavior")
                            .keys())
                    .containsExactly("scaleUp", "scaleDown");
        }

        private List<String> metricsWarnings(Rendering rendering) {
            return rendering.warnings().stream()
                    .map(Problem::toString)
                    .filter(text -> text.contains("METRICS_UNKNOWN"))
                    .toList();
        }

        @Test
        void request_and_limit_each_resource() {
            ManifestSet manifests = WEBANK.render(RELEASE);

            assertThat(resources(manifests, "Deployment", "webank-obs"))
                    .isEqualTo("requests cpu 200m, requests memory 1Gi, requests ephemeral-storage 64Mi, limits cpu 2,"
                            + " limits memory 1Gi, limits ephemeral-storage 512Mi");
            assertThat(resources(manifests, "Deployment", "webank-userapp"))
                    .isEqualTo("requests cpu 50m, requests memory 64Mi, requests ephemeral-storage 64Mi, limits cpu"
                            + " 500m, limits memory 128Mi, limits ephemeral-storage 577Mi");
            assertThat(text(main(pod(manifests, "StatefulSet", "webank-db")), "resources", "limits", "memory"))
                    .isEqualTo("1Gi");
        }

        @Test
        void may_be_written_as_numbers() {
            MapTree numbers =
                    MapTree.of("limits", MapTree.builder(1).put("cpu", 1).build());
            ManifestSet manifests = WEBANK.withOnlineBanking(obs -> obs.withResources(Resources.of(numbers)))
                    .render(RELEASE);

            assertThat(resources(manifests, "Deployment", "webank-obs")).contains("requests cpu 200m, ");
        }

        @Test
        void keep_a_request_above_the_default_limit_and_a_limit_that_is_set_alone() {
            ManifestSet manifests = WEBANK.withOnlineBanking(obs -> obs.withResources(Resources.request("4", "8Gi")))
                    .withPendingRegistration(prs ->
                            prs.withResources(Resources.request("1", "2Gi").withMemoryLimit("2Gi")))
                    .render(RELEASE);

            assertThat(resources(manifests, "Deployment", "webank-obs")).contains("limits cpu 4, limits memory 8Gi");
            assertThat(resources(manifests, "Deployment", "webank-prs"))
                    .contains("limits memory 2Gi")
                    .doesNotContain("limits cpu");
        }

        private String resources(ManifestSet manifests, String kind, String name) {
            return Resources.of(Trees.map(main(pod(manifests, kind, name)), "resources"))
                    .toString();
        }
    }

    /** The text of a scalar of any type; empty if there is none. */
    private static String text(MapTree tree, String... path) {
        return text(Trees.value(tree, path));
    }

    private static String text(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar ? scalar.text() : "";
    }

    private static MapTree pod(ManifestSet manifests, String kind, String name) {
        return Trees.map(manifests.find(kind, name).orElseThrow().tree(), "spec", "template", "spec");
    }

    private static List<Tree> containers(MapTree pod) {
        return Trees.list(pod, "containers").items();
    }

    private static MapTree main(MapTree pod) {
        return Trees.map(containers(pod).get(0));
    }

    private static String user(ManifestSet manifests, String kind, String name) {
        MapTree context = Trees.map(pod(manifests, kind, name), "securityContext");
        return text(context, "runAsUser") + ":" + text(context, "runAsGroup") + ":" + text(context, "fsGroup");
    }

    private static String port(ManifestSet manifests, String service) {
        MapTree port = Trees.map(
                Trees.list(manifests.find("Service", service).orElseThrow().tree(), "spec", "ports"), 0);
        return text(port, "port") + " -> " + text(port, "targetPort");
    }

    private static String annotations(ManifestSet manifests, String service) {
        return YamlWriter.write(
                Trees.map(manifests.find("Service", service).orElseThrow().tree(), "metadata", "annotations"));
    }
}
