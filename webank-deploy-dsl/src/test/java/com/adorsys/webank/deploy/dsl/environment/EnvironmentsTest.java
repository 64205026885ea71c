package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.IgnoreDifference;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentsTest {
    private static final Environment DEV = environment("dev");
    private static final Environment PROD = environment("prod")
            .withDestination(Destination.inCluster("webank-prod"))
            .withWebank(Samples.dev().withOnlineBanking(obs -> obs.withReplicas(3)));

    @Nested
    class The_tree {
        @Test
        void has_a_file_for_each_object_the_application_and_the_project() {
            assertThat(DEV.tree().paths())
                    .containsExactly(
                            "argocd/shared/app-dev.yaml",
                            "argocd/shared/project-webank.yaml",
                            "environments/dev/.webank-deploy",
                            "environments/dev/obs/deployment-webank-obs.yaml",
                            "environments/dev/obs/networkpolicy-webank-obs.yaml",
                            "environments/dev/obs/service-webank-obs.yaml",
                            "environments/dev/obs/serviceaccount-webank-obs.yaml",
                            "environments/dev/prs/deployment-webank-prs.yaml",
                            "environments/dev/prs/networkpolicy-webank-prs.yaml",
                            "environments/dev/prs/service-webank-prs.yaml",
                            "environments/dev/prs/serviceaccount-webank-prs.yaml",
                            "environments/dev/userapp/deployment-webank-userapp.yaml",
                            "environments/dev/userapp/networkpolicy-webank-userapp.yaml",
                            "environments/dev/userapp/service-webank-userapp.yaml",
                            "environments/dev/userapp/serviceaccount-webank-userapp.yaml",
                            "environments/dev/webank/ingress-webank.yaml",
                            "environments/dev/webank/networkpolicy-webank.default-deny.yaml");
        }

        @Test
        void holds_what_the_webank_renders() {
            FileTree tree = DEV.tree();
            ManifestSet rendered = DEV.webank().render(DEV.release());
            assertThat(rendered).isNotEmpty();
            for (Manifest manifest : rendered) {
                String component = manifest.label("app.kubernetes.io/name").orElseThrow();
                String path = "environments/dev/" + component + "/"
                        + manifest.kind().toLowerCase(java.util.Locale.ROOT) + "-" + manifest.name() + ".yaml";

                assertThat(YamlReader.read(path, tree.bytes(path)).tree()).isEqualTo(manifest.tree());
            }
        }

        @Test
        void points_argo_cd_to_the_folder_of_the_environment() {
            MapTree application = read(DEV.tree(), "argocd/shared/app-dev.yaml");

            assertThat(application.at("metadata", "name")).hasToString("Optional[string of 10 characters]");
            MapTree source = (MapTree) application.at("spec", "source").orElseThrow();
            assertThat(source.string("path")).contains("environments/dev");
            assertThat(source.string("repoURL")).contains("https://github.com/example/deployment");
            assertThat(source.string("targetRevision")).contains("main");
            assertThat(application.at("spec", "source", "directory", "recurse")).hasToString("Optional[true]");
            assertThat(application.at("metadata", "finalizers")).isEmpty();
        }

        @Test
        void lists_fields_in_which_live_objects_may_differ() {
            Environment environment = DEV.withIgnoreDifferences(IgnoreDifference.replicasOfDeployments());

            assertThat(environment.tree().text("argocd/shared/app-dev.yaml"))
                    .contains("ignoreDifferences:", "kind: Deployment", "- /spec/replicas");
        }

        @Test
        void shares_a_project_that_allows_every_environment_of_the_cluster() {
            Environment other = environment("blue").withDestination(Destination.inCluster("webank-blue"));

            FileTree all = Environments.of(DEV, other).tree();
            FileTree one = Environments.of(DEV, other).select(List.of("dev")).tree();

            assertThat(one.text("argocd/shared/project-webank.yaml"))
                    .isEqualTo(all.text("argocd/shared/project-webank.yaml"))
                    .contains("namespace: webank\n", "namespace: webank-blue\n");
        }

        @Test
        void refuses_a_secret_value_unless_its_object_is_allowed_by_name() {
            Manifest secret = Manifest.of(MapTree.builder()
                    .put("apiVersion", "v1")
                    .put("kind", "Secret")
                    .put(
                            "metadata",
                            MapTree.builder()
                                    .put("name", "keys")
                                    .put("namespace", "webank")
                                    .build())
                    .put("stringData", MapTree.of("key", "s3cret"))
                    .build());
            Environment leaking = DEV.withExtraManifests(ManifestSet.of(secret));

            assertThatThrownBy(leaking::tree)
                    .hasMessage(
                            "error SECRET_VALUE Secret/webank/keys.stringData.key: the environment `dev` would write a secret value to Git. Refer to a Secret that exists in the cluster, or add `keys` to `secretsInGit`.");
            assertThat(leaking.withSecretsInGit("keys").tree().paths())
                    .contains("environments/dev/other/secret-keys.yaml");
        }
    }

    @Nested
    class Credentials {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://webank:pa55@github.com/example/deployment",
                    "https://webank:pa/55@github.com/example/deployment",
                    "https://ghp_pa55@github.com/example/deployment",
                    "ssh://git:pa55@github.com/example/deployment",
                    "webank:pa55@github.com/example/deployment",
                    "https://github.com/example/deployment?token=pa55",
                })
        void in_the_address_of_the_repository_are_refused(String repository) {
            assertThatThrownBy(() -> DEV.withRepository(repository))
                    .hasMessage(
                            "error URL_CREDENTIALS spec.source.repoURL: the address contains a user, a password, a query or a fragment. Write the plain address, and give Argo CD the credentials in a repository Secret.");
        }

        @Test
        void in_a_url_are_not_written_to_git_unless_the_object_is_allowed_by_name() {
            Environment leaking = DEV.withWebank(Samples.dev()
                    .withOnlineBanking(obs -> obs.withEnv(EnvVar.of("BROKER", "amqp://webank:pa55@mq.example.com"))));

            assertThatThrownBy(leaking::tree)
                    .hasMessage(
                            "error SECRET_VALUE Deployment/webank/webank-obs.spec.template.spec.containers[0].env[3].value: the environment `dev` would write a secret value to Git: a URL with a password. Refer to a Secret that exists in the cluster, or add `webank-obs` to `secretsInGit`.");
            assertThat(leaking.withSecretsInGit("webank-obs").tree().paths())
                    .contains("environments/dev/obs/deployment-webank-obs.yaml");
            assertThat(DEV.withWebank(Samples.dev()
                                    .withOnlineBanking(
                                            obs -> obs.withEnv(EnvVar.of("BROKER", "amqp://webank:$(PASSWORD)@mq"))))
                            .tree()
                            .paths())
                    .contains("environments/dev/obs/deployment-webank-obs.yaml");
        }
    }

    @Nested
    class Writing {
        @TempDir
        Path folder;

        @Test
        void an_environment_does_not_change_the_files_of_others() throws Exception {
            Environments all = Environments.of(DEV, PROD);
            all.writeTo(folder);
            String prod = Files.readString(folder.resolve("environments/prod/obs/deployment-webank-obs.yaml"));

            Environments changed = Environments.of(
                    DEV.withWebank(Samples.smallest()),
                    PROD.withWebank(Samples.dev().withOnlineBanking(obs -> obs.withReplicas(9))));
            changed.select(List.of("dev")).writeTo(folder);

            assertThat(folder.resolve("environments/dev/prs")).doesNotExist();
            assertThat(Files.readString(folder.resolve("environments/prod/obs/deployment-webank-obs.yaml")))
                    .isEqualTo(prod);
            assertThat(changed.compareWith(folder).changed())
                    .contains("environments/prod/obs/deployment-webank-obs.yaml");
        }

        @Test
        void again_changes_nothing() {
            Environments all = Environments.of(DEV, PROD);

            assertThat(all.writeTo(folder).isEmpty()).isFalse();
            assertThat(all.writeTo(folder).isEmpty()).isTrue();
            assertThat(all.compareWith(folder).isEmpty()).isTrue();
        }
    }

    @Nested
    class ApplicationSets {
        private final Environments sets = Environments.of(DEV, PROD).withApplicationSets(Deletion.KEEP_OBJECTS);

        @Test
        void take_the_place_of_applications_and_name_every_environment() {
            FileTree tree = sets.select(List.of("dev")).tree();

            assertThat(tree.paths())
                    .contains("argocd/shared/applicationset-webank.yaml")
                    .noneMatch(path -> path.contains("/app-"));
            assertThat(tree.text("argocd/shared/applicationset-webank.yaml"))
                    .contains("path: environments/dev", "path: environments/prod", "path: \"{{ .path }}\"");
        }

        @Test
        void are_the_same_for_every_selection_so_they_are_shared() {
            FileTree both = FileTree.of(List.of(
                    sets.select(List.of("dev")).tree(),
                    sets.select(List.of("prod")).tree()));

            assertThat(both).isEqualTo(sets.tree());
        }
    }

    @Nested
    class Images {
        @Test
        void come_from_the_lock_file_of_each_environment() {
            FileTree files = FileTree.builder()
                    .put("images/dev.yaml", "obs: ghcr.io/adorsys-gis/webank-online-banking:new\n")
                    .put("images/other.yaml", "not read\n")
                    .build();

            Environments locked = Environments.of(DEV, PROD).withImages(files.source());

            assertThat(locked.get("dev").webank().onlineBanking().image().tag()).contains("new");
            assertThat(locked.get("dev").webank().userApp()).isEqualTo(Samples.userApp());
            assertThat(locked.get("prod")).isEqualTo(PROD);
        }

        @Test
        void of_environments_that_are_not_selected_are_not_read() {
            FileTree files =
                    FileTree.builder().put("images/prod.yaml", "invalid\n").build();
            Environments all = Environments.of(DEV, PROD);

            assertThat(all.select(List.of("dev")).withImages(files.source()).get("dev"))
                    .isEqualTo(DEV);
            assertThatThrownBy(() -> all.withImages(files.source())).hasMessageContaining("images/prod.yaml");
        }

        @Test
        void of_unknown_components_are_errors_with_their_place(@TempDir Path folder) throws IOException {
            Path file = Files.createDirectory(folder.resolve("images")).resolve("dev.yaml");
            Files.writeString(file, "obs: ghcr.io/a/obs:1\nops: ghcr.io/a/obs:1\n");

            assertThatThrownBy(() -> Environments.of(DEV, PROD).withImages(FileTree.folder(folder)))
                    .hasMessage(file + ":2:1: error COMPONENT_UNKNOWN ops: there is no component `ops`."
                            + " Did you mean `obs`? If not, use one of userapp, obs, prs.");
        }

        @Test
        void are_not_read_through_links(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
            Files.writeString(elsewhere.resolve("dev.yaml"), "obs: ghcr.io/a/obs:1\n");
            Files.createSymbolicLink(folder.resolve("images"), elsewhere);

            assertThatThrownBy(() -> Environments.of(DEV).withImages(FileTree.folder(folder)))
                    .hasMessageContaining(
                            "it is not a file in a folder, and so not the lock file of the environment" + " `dev`");
        }

        @Test
        void are_listed_by_component() {
            assertThat(DEV.webank().images().keySet()).containsExactly("userapp", "obs", "prs");
            assertThat(DEV.webank().withImages(DEV.webank().images())).isEqualTo(DEV.webank());
        }
    }

    @Test
    void with_the_same_name_are_rejected() {
        assertThatThrownBy(() -> Environments.of(DEV, DEV)).hasMessage("""
                        error DUPLICATE environment.dev: two environments are named `dev`. Give each a name of its own.
                        error DUPLICATE environment.dev.applicationName: the cluster `shared` has two Applications named `webank-dev`. Give each a name of its own.""");
    }

    @Nested
    class The_cluster {
        private static final ClusterTarget EKS = ClusterTarget.eks("webank-dev", "eu-central-1", "111122223333");
        private static final ClusterTarget OTHER = ClusterTarget.eks("webank-dev", "eu-central-1", "444455556666");

        @Test
        void is_none_unless_it_is_named_and_changes_no_file() {
            assertThat(DEV.target()).isEmpty();
            assertThat(DEV.withTarget(EKS).target()).contains(EKS);
            assertThat(DEV.withTarget(EKS).tree()).isEqualTo(DEV.tree());
            assertThat(DEV.withTarget(EKS).withName("blue").cluster()).isEqualTo("shared");
        }

        @Test
        void has_a_namespace_for_each_of_its_environments() {
            assertThatThrownBy(() -> Environments.of(DEV, environment("blue").withReleaseName("blue")))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(inOneNamespace("dev", "blue", "webank"));
            assertThatThrownBy(() -> Environments.of(
                            environment("blue").withCluster("blue").withTarget(EKS),
                            environment("green").withCluster("green").withTarget(EKS)))
                    .hasMessage(inOneNamespace("blue", "green", "webank"));
            Destination server = Destination.server("https://dev.example.com", "jobs");
            assertThatThrownBy(() -> Environments.of(
                            environment("blue").withCluster("blue").withDestination(server),
                            environment("green").withCluster("green").withDestination(server)))
                    .hasMessage(inOneNamespace("blue", "green", "jobs"));
            assertThatThrownBy(() -> Environments.of(
                            DEV.withTarget(EKS),
                            environment("blue"),
                            environment("green").withCluster("x").withTarget(EKS)))
                    .hasMessage(
                            inOneNamespace("dev", "blue", "webank") + "\n" + inOneNamespace("dev", "green", "webank"));
        }

        @Test
        void may_have_a_namespace_with_the_same_name_as_in_another_cluster() {
            Destination other = Destination.inCluster("other");
            assertThat(Environments.of(
                                    DEV.withTarget(EKS),
                                    environment("namespace").withTarget(EKS).withDestination(other),
                                    environment("cluster").withCluster("other").withTarget(OTHER),
                                    environment("server").withDestination(Destination.server("https://a", "webank")),
                                    environment("name").withDestination(Destination.cluster("a", "webank")))
                            .names())
                    .hasSize(5);
        }

        private static String inOneNamespace(String one, String other, String namespace) {
            return "error NAMESPACE_SHARED environment." + other + ".destination: the environments `" + one + "` and `"
                    + other
                    + "` use the namespace `" + namespace
                    + "` of the same cluster. Give each a namespace of its own; or, if they are in different"
                    + " clusters, set `target`, `cluster` and `destination`.";
        }
    }

    @Test
    void that_do_not_exist_cannot_be_selected() {
        assertThatThrownBy(() -> Environments.of(DEV, PROD).select(List.of("prodd")))
                .hasMessage(
                        "error ENVIRONMENT_UNKNOWN environment: there is no environment `prodd`. Did you mean `prod`? If not, use one of dev, prod.");
    }

    @Test
    void take_labels_and_namespaces_into_the_tree() {
        Environment other = DEV.withWebank(Samples.dev()
                        .withOnlineBanking(
                                obs -> obs.withNamespaceOverride("banking").withLabels(Map.of("team", "a"))))
                .allowNamespaces("banking")
                .withWaiver(Waiver.of("DANGLING_REFERENCE", "Ingress/webank", "/api answers nothing in this test"));

        assertThat(other.tree().paths()).contains("environments/dev/obs/deployment-banking.webank-obs.yaml");
    }

    private static Environment environment(String name) {
        return Environment.builder()
                .name(name)
                .webank(Samples.dev())
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/deployment")
                .cluster("shared")
                .build();
    }

    private static MapTree read(FileTree tree, String path) {
        return (MapTree) YamlReader.read(path, tree.bytes(path)).tree();
    }
}
