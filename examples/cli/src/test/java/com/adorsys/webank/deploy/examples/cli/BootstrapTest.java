package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.RepositoryCredentials;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
    private static final String OPTIONS = "bootstrap --secret-store aws --credentials token";

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void a_cluster_is_written_to_a_file_as_to_standard_output() {
        Result printed = tool.run(OPTIONS + " --cluster webank-dev");
        Result written = tool.run(OPTIONS + " --cluster webank-dev --out bootstrap.yaml");

        assertThat(printed)
                .isEqualTo(new Result(
                        0,
                        YamlWriter.write(WebankEnvironments.all()
                                .bootstrap("webank-dev", RepositoryCredentials.TOKEN, SecretStoreRef.of("aws"))
                                .manifests()),
                        ""));
        assertThat(written).isEqualTo(new Result(0, "Written to " + folder.resolve("bootstrap.yaml") + "\n", ""));
        assertThat(tool.text("bootstrap.yaml")).isEqualTo(printed.out());
    }

    @Test
    void the_only_cluster_need_not_be_named() {
        tool.with(() -> Environments.of(WebankEnvironments.dev()));

        assertThat(tool.run(OPTIONS + " --secret-prefix team/argocd --commit-statuses https://argocd.example.com")
                        .out())
                .contains("    path: argocd/webank-dev\n", "      key: team/argocd/webhook\n", "  service.github: |\n");
    }

    @Test
    void wrong_options_are_all_reported() {
        assertThat(tool.run("bootstrap --credentials ssh --commit-statuses argocd --secret-store A")
                        .err())
                .isEqualTo("""
                        webank-deploy: error NAME_INVALID --secret-store: `A` is not a valid name: a name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit. Change it.
                        webank-deploy: error UNKNOWN_VALUE: `--credentials` cannot be `ssh`. Use one of none, token, ssh-key, github-app.
                        webank-deploy: error URL_INVALID --commit-statuses: `argocd` is not the address of Argo CD. Write `https://host`.
                        """);
        assertThat(tool.run(OPTIONS).err())
                .isEqualTo(
                        "webank-deploy: error MISSING_OPTION: `bootstrap` requires `--cluster NAME`, one of webank-dev,"
                                + " webank-prod, webank-staging. Add it: `webank-deploy bootstrap --help` lists the options.\n");
        assertThat(tool.run(OPTIONS + " --cluster webank-prd"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error CLUSTER_UNKNOWN cluster: no environment has the cluster `webank-prd`. Did you"
                                        + " mean `webank-prod`? If not, use one of webank-dev, webank-prod, webank-staging.\n"));
        assertThat(tool.run(OPTIONS + " --cluster webank-dev --out missing/bootstrap.yaml"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "missing/bootstrap.yaml: error OUTPUT_NOT_WRITABLE: the file cannot be written. Check the path and its"
                                + " permissions.\n"));
    }

    @Test
    void one_root_application_cannot_read_two_branches() {
        tool.with(() -> Environments.of(
                WebankEnvironments.dev().withCluster("webank"),
                WebankEnvironments.staging()
                        .withCluster("webank")
                        .withRevision("next")
                        .withDestination(Destination.inCluster("webank-staging"))));

        assertThat(tool.run(OPTIONS))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: error BOOTSTRAP_SOURCE environment.staging.revision: the environments of the cluster"
                                + " `webank` have the revisions `main` and `next`, but the root Application can read only one."
                                + " Give them one revision, or build a `Bootstrap` with the one that has the folder"
                                + " `argocd/webank`.\n"));
    }
}
