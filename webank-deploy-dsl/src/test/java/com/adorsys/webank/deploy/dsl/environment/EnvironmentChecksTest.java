package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.ResourceKind;
import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentChecksTest {
    private static final Environment DEV = environment("dev", "webank");
    private static final Environment AS_ROOT =
            DEV.withPosture(Posture.hardened().upTo("labels").without("pod-security", "to have warnings"));

    /** Selects no pod, on a port that there is not. */
    private static final String SERVICE = """
            {apiVersion: v1, kind: Service, metadata: {name: shop, namespace: webank},
             spec: {selector: {app: shop}, ports: [{port: 0}]}}""";

    private static final String PORT =
            "error OUT_OF_RANGE environment.dev.Service/webank/shop.spec.ports[0].port: `port` is `0`; a whole number from"
                    + " 1 to 65535 is expected. Write a number within the range.";
    private static final String SELECTOR =
            "error DANGLING_REFERENCE environment.dev.Service/webank/shop.spec.selector: ";

    @Nested
    class Errors {
        @TempDir
        Path folder;

        @Test
        void of_all_environments_are_reported_and_nothing_is_written() {
            Environment faulty = DEV.withExtraManifests(set(SERVICE));
            Environment alsoFaulty = elsewhere("test").withExtraManifests(set(SERVICE));

            assertThatThrownBy(() -> Environments.of(elsewhere("good"), faulty, alsoFaulty)
                            .writeTo(folder))
                    .isInstanceOfSatisfying(
                            DeployException.InvalidInput.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(problem -> problem.code() + " "
                                            + problem.location().path())
                                    .containsExactly(
                                            "OUT_OF_RANGE environment.dev.Service/webank/shop.spec.ports[0].port",
                                            "DANGLING_REFERENCE environment.dev.Service/webank/shop.spec.selector",
                                            "OUT_OF_RANGE environment.test.Service/webank/shop.spec.ports[0].port",
                                            "DANGLING_REFERENCE environment.test.Service/webank/shop.spec.selector"));
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void can_be_waived_one_by_one() {
            Environment waived = DEV.withExtraManifests(set(SERVICE))
                    .withWaiver(Waiver.of("OUT_OF_RANGE", "Service/shop", "the mesh takes it"));

            assertThatThrownBy(waived::tree).message().startsWith(SELECTOR).hasLineCount(1);
            assertThat(waived.withWaiver(Waiver.of("DANGLING_REFERENCE", "Service/shop", "pods come later"))
                            .tree()
                            .paths())
                    .contains("environments/dev/other/service-shop.yaml");
        }

        @Test
        void in_a_file_name_the_file() {
            Environment faulty = DEV.withExtraManifests(
                    YamlReader.readManifests("shop.yaml", SERVICE.getBytes(StandardCharsets.UTF_8)));

            assertThatThrownBy(faulty::tree)
                    .message()
                    .startsWith("shop.yaml:2:41: error OUT_OF_RANGE Service/webank/shop.spec.ports[0].port: ")
                    .contains("\nshop.yaml:2:9: error DANGLING_REFERENCE Service/webank/shop.spec.selector: ");
        }

        @Test
        void do_not_prevent_reading_the_manifests() {
            Environment faulty = DEV.withExtraManifests(set(SERVICE));

            assertThat(faulty.manifests()).hasSize(DEV.manifests().size() + 1);
            assertThat(faulty.checkReport().manifests()).isEqualTo(faulty.manifests());
            assertThat(faulty.checkReport().errors()).first().hasToString(PORT);
        }
    }

    @Test
    void warnings_do_not_prevent_writing_and_are_reported() {
        GeneratedEnvironments generated =
                Environments.of(AS_ROOT, elsewhere("test")).generate();

        assertThat(generated.tree())
                .isEqualTo(Environments.of(AS_ROOT, elsewhere("test")).tree());
        assertThat(generated.trees()).containsOnlyKeys("dev", "test");
        assertThat(generated.trees().get("dev")).isEqualTo(AS_ROOT.tree());
        assertThat(generated.reports()).containsOnlyKeys("dev", "test");
        assertThat(generated.reports().get("dev").problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith("warning POD_SECURITY environment.dev.Deployment/webank/webank-"));
    }

    @Test
    void a_pod_that_its_namespace_would_refuse_is_an_error() {
        Environment asRoot = DEV.withWebank(DEV.webank()
                .withOnlineBanking(obs ->
                        obs.withSecurityContext(ContainerSecuritySettings.none().withRunAsUser(0))));

        assertThatThrownBy(asRoot::tree)
                .message()
                .startsWith("error POD_SECURITY environment.dev.Deployment/webank/webank-obs.spec.template.spec"
                        + ".containers[0].securityContext.runAsUser: `runAsUser` is 0, which is root.");
        assertThat(asRoot.withPosture(Posture.hardened().without("namespace-enforce", "for a while"))
                        .tree()
                        .paths())
                .isNotEmpty();
    }

    @Test
    void waived_problems_are_kept_with_their_reason_and_an_unused_waiver_is_a_warning() {
        Waiver root = Waiver.of("POD_SECURITY", "Deployment/webank-userapp", "nginx of this image starts as root");
        Waiver gone = Waiver.of("POD_SECURITY", "Deployment/webank-usrapp", "nginx of this image starts as root");

        CheckReport report = AS_ROOT.withWaiver(root).withWaiver(gone).checkReport();

        assertThat(report.waived()).containsOnlyKeys(root);
        assertThat(report.waived().get(root)).hasSize(1);
        assertThat(report.problems())
                .hasSize(3)
                .last()
                .satisfies(problem -> assertThat(problem)
                        .hasToString(
                                "warning WAIVER_UNUSED environment.dev.waivers[1]: the waiver of `POD_SECURITY` for"
                                        + " `Deployment/webank-usrapp` waives nothing: there is no such object. Did you mean"
                                        + " `Deployment/webank-userapp`? If so, write it."));
    }

    @Test
    void a_secret_value_is_reported_together_with_the_errors_of_the_checks_and_not_shown() {
        Environment leaking = DEV.withExtraManifests(set(SERVICE)
                .plus(set("{apiVersion: v1, kind: Secret, metadata: {name: keys, namespace: webank},"
                        + " stringData: {key: hunter2}}")));

        assertThatThrownBy(leaking::tree)
                .message()
                .contains(PORT, "error SECRET_VALUE Secret/webank/keys.stringData.key: ")
                .doesNotContain("hunter2");
    }

    @Test
    void a_sealed_secret_goes_to_git_as_it_is() {
        ManifestSet sealed =
                set("{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: keys, namespace:"
                        + " webank}, spec: {encryptedData: {password: AgBy3i4OJSWKPiTySYZZA9rO43cGDEqYqZDkNUvZdeVdZk8x1B},"
                        + " template: {type: Opaque, metadata: {name: keys, namespace: webank}}}}");
        Environment dev = DEV.withExtraManifests(sealed);

        assertThat(SecretData.in(dev.manifests()).places()).isEmpty();
        assertThat(dev.manifests().find("SealedSecret", "keys"))
                .contains(sealed.manifests().get(0));
        assertThat(dev.tree().paths()).contains("environments/dev/other/sealedsecret-keys.yaml");
        assertThat(dev.checkReport().errors()).isEmpty();
    }

    @Test
    void a_template_of_an_external_secret_may_name_values_but_not_have_them() {
        assertThat(DEV.withExtraManifests(external("postgres://webank:{{ .password }}@db/webank"))
                        .tree()
                        .paths())
                .contains("environments/dev/other/externalsecret-keys.yaml");
        assertThatThrownBy(DEV.withExtraManifests(external("postgres://webank:pa55word@db/webank"))::tree)
                .hasMessage(
                        "error SECRET_VALUE ExternalSecret/webank/keys.spec.target.template.data.url: the environment"
                                + " `dev` would write a secret value to Git: a URL with a password. Refer to a Secret that exists"
                                + " in the cluster, or add `keys` to `secretsInGit`.");
    }

    private static ManifestSet external(String url) {
        return set(
                "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: keys, namespace: webank},"
                        + " spec: {secretStoreRef: {kind: SecretStore, name: aws}, target: {template: {data: {url: '"
                        + url
                        + "'}}}, data: [{secretKey: password, remoteRef: {key: webank-dev/db, property: password}}]}}");
    }

    @Nested
    class The_project {
        private static final String ROLE =
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: reader}, rules: []}";
        private static final String CLASS =
                "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 1000}";
        private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: banking}}";
        private static final ResourceKind CLUSTER_ROLE = ResourceKind.of("rbac.authorization.k8s.io", "ClusterRole");

        @Test
        void does_not_allow_kinds_without_namespaces() {
            assertThatThrownBy(DEV.withExtraManifests(set(ROLE, CLASS, NAMESPACE))::tree)
                    .hasMessage("""
                            error KIND_NOT_ADMITTED environment.dev.PriorityClass/high: the Argo CD project `webank` does not allow `PriorityClass`, a kind without namespaces. Leave the object out, or allow the kind in the project: `allowClusterKinds(ResourceKind.of("scheduling.k8s.io", "PriorityClass"))`.
                            error KIND_NOT_ADMITTED environment.dev.ClusterRole/reader: the Argo CD project `webank` does not allow `ClusterRole`, a kind without namespaces. Leave the object out, or allow the kind in the project: `allowClusterKinds(ResourceKind.of("rbac.authorization.k8s.io", "ClusterRole"))`.""");
        }

        @Test
        void allows_kinds_that_the_environment_allows() {
            Environment allowed = DEV.withExtraManifests(set(ROLE, CLASS, NAMESPACE))
                    .allowClusterKinds(ResourceKind.of("scheduling.k8s.io", "PriorityClass"))
                    .allowClusterKinds(CLUSTER_ROLE);

            assertThat(allowed.tree().text("argocd/shared/project-webank.yaml")).contains("""
                              clusterResourceWhitelist:
                              - group: ""
                                kind: Namespace
                              - group: rbac.authorization.k8s.io
                                kind: ClusterRole
                              - group: scheduling.k8s.io
                                kind: PriorityClass
                            """);
            assertThat(allowed.tree().paths()).contains("environments/dev/other/clusterrole-reader.yaml");
        }

        @Test
        void allows_the_same_for_every_environment_that_shares_it() {
            Environment blue = environment("blue", "blue")
                    .allowClusterKinds(CLUSTER_ROLE)
                    .allowNamespaces("blue-jobs", "blue-data");
            Environment green = environment("green", "green").withExtraManifests(set(ROLE));
            String project = "argocd/shared/project-webank.yaml";

            Environments both = Environments.of(blue, green);

            assertThat(both.tree().text(project))
                    .isEqualTo(both.select(List.of("green")).tree().text(project))
                    .contains("kind: ClusterRole\n", "namespace: blue\n", "namespace: green\n")
                    .containsSubsequence("namespace: blue-data\n", "namespace: blue-jobs\n");
            assertThatThrownBy(Environments.of(blue.withCluster("other"), green)::tree)
                    .message()
                    .startsWith("error KIND_NOT_ADMITTED environment.green.ClusterRole/reader: ");
        }

        @Test
        void does_not_allow_other_namespaces_than_those_of_its_environments() {
            String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: jobs, namespace: banking}}";
            Environment elsewhere = DEV.withExtraManifests(set(account));

            assertThatThrownBy(elsewhere::tree)
                    .hasMessage(
                            "error NAMESPACE_NOT_ADMITTED environment.dev.ServiceAccount/banking/jobs: the Argo CD project"
                                    + " `webank` does not allow the namespace `banking`. Use the namespace `webank`, or allow"
                                    + " the other one in the project: `allowNamespaces(\"banking\")`.");
            assertThat(Environments.of(elsewhere, environment("bank", "banking"))
                            .tree()
                            .paths())
                    .contains("environments/dev/other/serviceaccount-banking.jobs.yaml");
            assertThat(elsewhere.allowNamespaces("banking").tree().text("argocd/shared/project-webank.yaml"))
                    .contains("""
                              destinations:
                              - server: https://kubernetes.default.svc
                                namespace: webank
                              - server: https://kubernetes.default.svc
                                namespace: banking
                            """);
        }

        @Test
        void requires_the_scope_of_a_custom_kind_without_a_definition() {
            String issuer = "{apiVersion: cert-manager.io/v1, kind: ClusterIssuer, metadata: {name: acme}}";
            Environment unknown = DEV.withExtraManifests(set(issuer));

            assertThatThrownBy(unknown::tree)
                    .hasMessage(
                            "error KIND_SCOPE_UNKNOWN environment.dev.ClusterIssuer/acme: the object has no namespace,"
                                    + " and it is not known whether its kind `ClusterIssuer` of `cert-manager.io` has namespaces;"
                                    + " if not, the Argo CD project `webank` does not allow it. Write the object's namespace; or,"
                                    + " if the kind has no namespaces, allow it in the project:"
                                    + " `allowClusterKinds(ResourceKind.of(\"cert-manager.io\", \"ClusterIssuer\"))`.");
            assertThat(unknown.allowClusterKinds(ResourceKind.of("cert-manager.io", "ClusterIssuer"))
                            .tree()
                            .paths())
                    .contains("environments/dev/other/clusterissuer-acme.yaml");
            assertThat(DEV.withExtraManifests(set(issuer.replace("name: acme", "name: acme, namespace: webank")))
                            .tree()
                            .paths())
                    .contains("environments/dev/other/clusterissuer-acme.yaml");
        }

        @Test
        void knows_the_scope_that_a_definition_in_the_set_gives() {
            String definition = """
                    {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,
                     metadata: {name: widgets.example.com},
                     spec: {group: example.com, scope: SCOPE, names: {kind: Widget, plural: widgets},
                            versions: [{name: v1, served: true, storage: true,
                                        schema: {openAPIV3Schema: {type: object}}}]}}""";
            String widget = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}}";
            ResourceKind definitions = ResourceKind.of("apiextensions.k8s.io", "CustomResourceDefinition");
            Environment environment = DEV.allowClusterKinds(definitions);

            assertThat(environment
                            .withExtraManifests(set(definition.replace("SCOPE", "Namespaced"), widget))
                            .tree()
                            .paths())
                    .contains("environments/dev/other/widget-a.yaml");
            assertThatThrownBy(
                            environment.withExtraManifests(set(definition.replace("SCOPE", "Cluster"), widget))::tree)
                    .message()
                    .startsWith("error KIND_NOT_ADMITTED environment.dev.Widget/a: ");
        }

        @Test
        void reports_two_objects_that_argo_cd_takes_for_the_same() {
            String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: limits}}";
            Environment twice =
                    DEV.withExtraManifests(set(map, map.replace("name: limits", "name: limits, namespace: webank")));

            assertThatThrownBy(twice::tree)
                    .hasMessage("error OBJECT_DUPLICATE environment.dev.ConfigMap/limits: the object has no namespace,"
                            + " so Argo CD takes it for `ConfigMap/webank/limits`, which exists too. Leave out one of the two, or give"
                            + " it another name or namespace.");
            assertThat(DEV.withExtraManifests(set(map)).tree().paths())
                    .contains("environments/dev/other/configmap-limits.yaml");
        }

        @Test
        void rejects_names_that_a_namespace_cannot_have() {
            assertThatThrownBy(() -> DEV.allowNamespaces("Banking"))
                    .message()
                    .startsWith("error NAME_INVALID environment.dev.allowedNamespaces: `Banking` is not a valid name");
        }
    }

    @Test
    void reports_say_which_environments_could_be_rendered() {
        Environment twice = elsewhere("test").withExtraManifests(DEV.manifests());

        GeneratedEnvironments generated = Environments.of(DEV, twice).generate();

        assertThat(generated.reports()).containsOnlyKeys("dev");
        assertThat(generated).hasToString("generated environments [dev]");
        assertThatThrownBy(generated::tree)
                .isInstanceOfSatisfying(
                        DeployException.InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .hasSize(DEV.manifests().size())
                                .allSatisfy(problem -> assertThat(problem.toString())
                                        .startsWith("error OBJECT_DUPLICATE environment.test.")));
        assertThatThrownBy(generated::trees).isInstanceOf(DeployException.InvalidInput.class);
    }

    private static Environment environment(String name, String namespace) {
        return Environment.builder()
                .name(name)
                .webank(Samples.dev())
                .destination(Destination.inCluster(namespace))
                .repository("https://github.com/example/deployment")
                .cluster("shared")
                .build();
    }

    /** In the same namespace of a cluster of its own. */
    private static Environment elsewhere(String name) {
        return environment(name, "webank").withCluster(name);
    }

    private static ManifestSet set(String... objects) {
        ManifestSet set = ManifestSet.empty();
        for (String object : objects) {
            set = set.with(Manifest.of((MapTree) YamlReader.read("test.yaml", object.getBytes(StandardCharsets.UTF_8))
                    .tree()));
        }
        return set;
    }

    @Test
    void the_version_of_kubernetes_decides_what_is_known() {
        Environment override = DEV.withPosture(Posture.hardened()
                .with(PostureStep.of(
                        "hostname",
                        ChangeClass.ROLL_OUT,
                        "a sample",
                        part -> part.editPods(pod -> pod.with("hostnameOverride", "a.example.com")))));

        assertThat(override.checkReport().errors()).isEmpty();
        assertThat(override.checkReport().warnings())
                .anyMatch(problem -> problem.code().equals("VERSION_DEPENDENT"));
        assertThat(override.withKubernetes(ProductVersion.kubernetes("1.34"))
                        .checkReport()
                        .warnings())
                .noneMatch(problem -> problem.code().equals("VERSION_DEPENDENT"));
        assertThat(override.withKubernetes(ProductVersion.kubernetes("1.33"))
                        .checkReport()
                        .errors())
                .isNotEmpty()
                .allMatch(problem -> problem.code().equals("UNKNOWN_KEY"));
    }
}
