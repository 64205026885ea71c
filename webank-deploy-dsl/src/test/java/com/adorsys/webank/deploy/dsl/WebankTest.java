package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.dsl.Samples.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebankTest {
    @Test
    void renders_a_deployment_and_a_service_of_each_component_and_one_ingress() {
        assertThat(ids(Samples.dev().render(RELEASE, Posture.chart())))
                .containsExactly(
                        "Service/webank/webank-obs",
                        "Service/webank/webank-prs",
                        "Service/webank/webank-userapp",
                        "Deployment/webank/webank-obs",
                        "Deployment/webank/webank-prs",
                        "Deployment/webank/webank-userapp",
                        "Ingress/webank/webank");
    }

    @Test
    void needs_no_more_than_online_banking_and_the_user_app() {
        assertThat(ids(Samples.smallest().render(RELEASE, Posture.chart())))
                .containsExactly(
                        "Service/webank/webank-obs",
                        "Service/webank/webank-userapp",
                        "Deployment/webank/webank-obs",
                        "Deployment/webank/webank-userapp");
    }

    @Test
    void is_derived_without_changing_the_original() {
        Webank dev = Samples.dev();
        Webank prod = dev.withOnlineBanking(obs -> obs.withReplicas(3))
                .withPendingRegistration(prs -> prs.withReplicas(2))
                .withUserApp(app -> app.withReplicas(4));

        assertThat(replicas(prod, "webank-obs")).isEqualTo(3);
        assertThat(replicas(prod, "webank-prs")).isEqualTo(2);
        assertThat(replicas(prod, "webank-userapp")).isEqualTo(4);
        assertThat(replicas(dev, "webank-obs")).isEqualTo(1);
        assertThat(dev).isEqualTo(Samples.dev());
    }

    @Test
    void keeps_zero_replicas() {
        assertThat(replicas(Samples.dev().withOnlineBanking(obs -> obs.withReplicas(0)), "webank-obs"))
                .isZero();
    }

    @Test
    void routes_each_component_below_the_host() {
        Webank webank = Samples.dev().withMicroservices(Samples.bankAccount());

        Ingress ingress = webank.render(RELEASE).get(Ingress.class, "webank");

        assertThat(ingress.getSpec().getRules()).hasSize(1);
        assertThat(ingress.getSpec().getRules().get(0).getHost()).isEqualTo("dev.webank.example.com");
        assertThat(ingress.getSpec().getRules().get(0).getHttp().getPaths())
                .extracting(WebankTest::route)
                .containsExactly(
                        "/ -> webank-userapp:80",
                        "/api -> webank-obs:8081",
                        "/api/prs -> webank-prs:8080",
                        "/api/bankaccount -> webank-bankaccount:8082");
    }

    @Test
    void names_the_real_service_of_an_overridden_component() {
        Webank webank = Samples.dev().withOnlineBanking(obs -> obs.withFullnameOverride("banking-api"));

        Ingress ingress = webank.render(RELEASE).get(Ingress.class, "webank");

        assertThat(ingress.getSpec().getRules().get(0).getHttp().getPaths())
                .extracting(WebankTest::route)
                .contains("/api -> banking-api:8081");
    }

    @Test
    void serves_tls_on_an_ingress_of_any_class() {
        Webank webank = Samples.dev()
                .withIngress(ClassIngress.builder()
                        .host(Host.of("*.example.com"))
                        .ingressClass("nginx")
                        .addTls(Tls.of(SecretRef.of("wildcard-tls")))
                        .build());

        Ingress ingress = webank.render(RELEASE).get(Ingress.class, "webank");

        assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
        assertThat(ingress.getSpec().getTls()).singleElement().satisfies(tls -> {
            assertThat(tls.getHosts()).containsExactly("*.example.com");
            assertThat(tls.getSecretName()).isEqualTo("wildcard-tls");
        });
    }

    @Test
    void a_rule_for_every_host_has_no_host_and_no_host_of_tls() {
        Webank webank = Samples.smallest()
                .withIngress(ClassIngress.builder()
                        .host(Host.any())
                        .addTls(Tls.of(SecretRef.of("default-tls")))
                        .build());

        Ingress ingress = webank.render(RELEASE).get(Ingress.class, "webank");

        assertThat(ingress.getSpec().getRules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getHost()).isNull());
        assertThat(ingress.getSpec().getTls()).singleElement().satisfies(tls -> {
            assertThat(tls.getHosts()).isEmpty();
            assertThat(tls.getSecretName()).isEqualTo("default-tls");
        });
    }

    @Test
    void writes_the_settings_as_annotations_of_the_load_balancer_controller() {
        Ingress ingress = Samples.dev().render(RELEASE).get(Ingress.class, "webank");

        assertThat(ingress.getMetadata().getAnnotations())
                .containsEntry("alb.ingress.kubernetes.io/listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]")
                .containsEntry("alb.ingress.kubernetes.io/ssl-redirect", "443")
                .containsEntry("alb.ingress.kubernetes.io/scheme", "internet-facing")
                .containsEntry("alb.ingress.kubernetes.io/target-type", "ip")
                .containsEntry("alb.ingress.kubernetes.io/tags", "Environment=dev,Owner=webank")
                .containsEntry("alb.ingress.kubernetes.io/load-balancer-name", "webank-dev")
                .containsEntry("alb.ingress.kubernetes.io/healthcheck-interval-seconds", "15")
                .containsEntry("external-dns.alpha.kubernetes.io/hostname", "dev.webank.example.com");
        assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("alb");
    }

    @Nested
    class With_a_database_in_the_cluster {
        private final ManifestSet manifests = Samples.smallest()
                .withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase()))
                .withPendingRegistration(PendingRegistration.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-prs:1"))
                        .database(Samples.inClusterDatabase())
                        .secrets(SecretRef.of("webank-prs-secret"))
                        .build())
                .render(RELEASE);

        @Test
        void renders_one_server_for_all_that_share_it() {
            assertThat(manifests.all("StatefulSet")).hasSize(1);
            StatefulSet server = manifests.get(StatefulSet.class, "webank-db");
            assertThat(server.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getImage())
                    .isEqualTo("docker.io/library/postgres:17.6");
            assertThat(server.getSpec().getVolumeClaimTemplates())
                    .singleElement()
                    .satisfies(claim -> assertThat(storage(claim)).isEqualTo("10Gi"));
        }

        @Test
        void connects_components_to_its_service() {
            Service service = manifests.get(Service.class, "webank-db");
            StatefulSet server = manifests.get(StatefulSet.class, "webank-db");

            assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
            assertThat(service.getSpec().getSelector())
                    .isEqualTo(server.getSpec().getSelector().getMatchLabels());
            assertThat(server.getSpec().getServiceName()).isEqualTo("webank-db");
            assertThat(env(manifests, "webank-obs"))
                    .contains("SPRING_DATASOURCE_URL=jdbc:postgresql://webank-db:5432/webank");
        }

        @Test
        void reads_the_password_from_a_secret_that_it_does_not_create() {
            assertThat(manifests.all("Secret")).isEmpty();
            StatefulSet server = manifests.get(StatefulSet.class, "webank-db");
            assertThat(server.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getEnv())
                    .filteredOn(variable -> variable.getName().equals("POSTGRES_PASSWORD"))
                    .singleElement()
                    .satisfies(variable -> assertThat(
                                    variable.getValueFrom().getSecretKeyRef().getName())
                            .isEqualTo("webank-db-secret"));
        }

        @Test
        void refuses_two_servers_with_the_same_name() {
            Webank webank = Samples.dev()
                    .withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase()))
                    .withPendingRegistration(
                            prs -> prs.withDatabase(Samples.inClusterDatabase().withName("other")));

            assertThatThrownBy(() -> webank.render(RELEASE))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(
                            "error DATABASE_CONFLICT pendingRegistration.database: the database `db` differs from the"
                                    + " one that another component has. Give both components the same value, or another"
                                    + " alias.");
        }
    }

    @Nested
    class With_a_microservice {
        private final ManifestSet manifests = Samples.smallest()
                .withMicroservices(Samples.bankAccount().withReplicas(2).withDatabase(Samples.database()))
                .render(Release.of("webank", "bank"));

        @Test
        void renders_it_as_any_other_component() {
            Deployment deployment = manifests.get(Deployment.class, "webank-bankaccount");
            Service service = manifests.get(Service.class, "webank-bankaccount");

            assertThat(deployment.getMetadata().getNamespace()).isEqualTo("bank");
            assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts().get(0).getPort()).isEqualTo(8082);
            assertThat(env(manifests, "webank-bankaccount"))
                    .contains("SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com:5432/webank_dev_env");
        }

        @Test
        void probes_its_port_by_default() {
            Deployment deployment = manifests.get(Deployment.class, "webank-bankaccount");

            assertThat(deployment
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getReadinessProbe()
                            .getTcpSocket()
                            .getPort()
                            .getIntVal())
                    .isEqualTo(8082);
        }
    }

    @Nested
    class Refuses {
        @Test
        void a_label_that_a_selector_needs() {
            assertThatThrownBy(() ->
                            Samples.onlineBanking().withLabels(java.util.Map.of("app.kubernetes.io/name", "banking")))
                    .hasMessage("error SELECTOR_LABEL onlineBanking.labels: `app.kubernetes.io/name` would differ from"
                            + " what the Service and the Deployment select. Use nameOverride for another name, or"
                            + " another label.");
        }

        @Test
        void all_problems_of_a_value_at_once() {
            assertThatThrownBy(() -> Samples.bankAccount()
                            .withFullnameOverride("Bank_Account")
                            .withPort(0))
                    .isInstanceOf(DeployException.InvalidInput.class);
            assertThatThrownBy(() -> Microservice.builder()
                            .name("Bank")
                            .image(Image.parse("a/b:1"))
                            .port(0)
                            .route("api")
                            .build())
                    .isInstanceOfSatisfying(
                            DeployException.InvalidInput.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(problem -> problem.location().path())
                                    .containsExactly(
                                            "microservices.Bank.name",
                                            "microservices.Bank.route",
                                            "microservices.Bank.port"));
        }

        @Test
        void two_services_with_the_same_name_or_route() {
            Microservice one = Samples.bankAccount();

            assertThatThrownBy(() -> Samples.smallest().withMicroservices(one, one))
                    .hasMessage("error DUPLICATE webank.microservices.name: `bankaccount` is there twice. Remove one of"
                            + " them.\n"
                            + "error DUPLICATE webank.microservices.route: `/api/bankaccount` is there twice."
                            + " Remove one of them.");
        }

        @Test
        void an_address_as_the_host_of_an_ingress() {
            assertThatThrownBy(() ->
                            ClassIngress.builder().host(Host.of("10.0.0.1")).build())
                    .hasMessage(
                            "error HOST_INVALID ingress.host: `10.0.0.1` is an IP address; an Ingress routes by host"
                                    + " name. Give a DNS name.");
        }

        @Test
        void an_autoscaler_without_a_target() {
            assertThatThrownBy(() -> Autoscaling.builder().maxReplicas(3).build())
                    .hasMessage(
                            "error MISSING_KEY autoscaling: the autoscaler has no CPU target, no memory target and no"
                                    + " other metric. Set targetCpuPercent, targetMemoryPercent or metrics.");
        }

        @Test
        void a_limit_below_its_request() {
            assertThatThrownBy(() -> Resources.request("200m", "1Gi").withLimits("1", "512Mi"))
                    .hasMessage(
                            "error OUT_OF_RANGE resources.limits.memory: the limit `512Mi` is lower than the request"
                                    + " `1Gi`. Raise the limit or lower the request.");
        }
    }

    private static List<String> ids(ManifestSet manifests) {
        return manifests.manifests().stream()
                .map(manifest -> manifest.id().toString())
                .toList();
    }

    private static int replicas(Webank webank, String name) {
        Manifest deployment = webank.render(RELEASE).find("Deployment", name).orElseThrow();
        Optional<Tree> replicas = deployment.tree().at("spec", "replicas");
        return Integer.parseInt(((ScalarTree) replicas.orElseThrow()).text());
    }

    private static String route(HTTPIngressPath path) {
        return path.getPath() + " -> " + path.getBackend().getService().getName() + ":"
                + path.getBackend().getService().getPort().getNumber();
    }

    private static List<String> env(ManifestSet manifests, String name) {
        Deployment deployment = manifests.get(Deployment.class, name);
        List<EnvVar> env = deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv();
        return env.stream()
                .map(variable -> variable.getName() + "=" + variable.getValue())
                .toList();
    }

    private static String storage(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources().getRequests().get("storage").toString();
    }

    @Test
    void shows_only_names_in_its_text() {
        assertThat(MapTree.of("password", "s3cret").toString()).isEqualTo("map of [password]");
        assertThat(com.adorsys.webank.deploy.dsl.pod.EnvVar.of("TOKEN", "s3cret")
                        .toString())
                .isEqualTo("TOKEN");
    }
}
