package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wait}, for an environment that was published to a repository which a real Argo CD reads. */
class WaitIT {
    private static final String ZERO = "0".repeat(40);

    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final TestCluster cluster = argoCd.cluster();
    private final String namespace = cluster.namespace("wait");

    @TempDir
    Path folder;

    private TestRepository repository;
    private Tool tool;

    @BeforeEach
    void makeEnvironment() {
        repository = TestRepository.in(folder);
        // No load balancer controller gives the Ingress an address, without which Argo CD does not call it healthy.
        Environment dev = WebankEnvironments.dev()
                .withWebank(WebankEnvironments.dev().webank().withIngress(Optional.empty()))
                .withDestination(Destination.inCluster(namespace))
                .withRepository(repository.uri())
                .withTarget(ClusterTarget.context("test", cluster.server()));
        tool = new Tool(folder).with(() -> Environments.of(dev));
    }

    @AfterEach
    void delete() {
        cluster.run(
                "kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "application.argoproj.io/webank-dev");
    }

    private String cluster() {
        return " --kubeconfig " + cluster.kubeconfig("user");
    }

    @Test
    void waits_for_what_publish_committed() throws Exception {
        Result published = tool.run("publish --repository configuration.git --branch main");
        assertThat(published.code()).as(published.err()).isZero();
        String commit = repository.head();
        assertThat(tool.run("generate --out tree").code()).isZero();
        TestCluster.Ran applied = cluster.run(
                "kubectl",
                "apply",
                "--server-side",
                "--recursive",
                "--filename",
                folder.resolve("tree/argocd").toString());
        assertThat(applied.code()).as(applied.err()).isZero();

        Result result = tool.run("wait --environment dev --revision " + commit + cluster()
                + " --record --repository configuration.git --author Jane<jane@example.com>");

        assertThat(result.err())
                .startsWith("webank-deploy: wait webank-dev at " + cluster.server()
                        + "\nwebank-deploy: waiting for 1 object\n")
                .endsWith("Application/argocd/webank-dev ready\n");
        assertThat(result.out())
                .isEqualTo("Application/argocd/webank-dev is synced to " + commit + " and healthy\n"
                        + "Recorded as healthy in the repository `" + folder.resolve("configuration.git") + "`\n");
        assertThat(result.code()).isZero();
        assertThat(Git.run(
                                folder,
                                "-C",
                                "configuration.git",
                                "notes",
                                "--ref=webank-deploy/healthy/dev",
                                "show",
                                commit)
                        .lines()
                        .filter(line -> !line.startsWith("Time: ")))
                .startsWith("Application: argocd/webank-dev", "Revision: " + commit)
                .containsAll(WebankEnvironments.dev().webank().images().values().stream()
                        .map(image -> "Image: " + image)
                        .toList());
    }

    @Test
    void an_application_that_does_not_exist_ends_with_4() {
        assertThat(tool.run("wait --environment dev --revision " + ZERO + cluster()))
                .isEqualTo(new Result(
                        4,
                        "",
                        "webank-deploy: wait webank-dev at " + cluster.server()
                                + "\nwebank-deploy: waiting for 1 object\n"
                                + "webank-deploy: Application/argocd/webank-dev does not exist. Apply it first, or name the"
                                + " namespace of the Applications.\n"));
    }

    @Test
    void a_repository_for_the_record_that_does_not_exist_is_reported_before_the_wait() {
        assertThat(tool.run(
                        "wait --environment dev --revision " + ZERO + cluster() + " --record --repository none.git"))
                .isEqualTo(new Result(
                        4,
                        "",
                        "webank-deploy: there is no repository `" + folder.resolve("none.git")
                                + "`. Check the path.\n"));
    }

    @Test
    void wrong_options_are_all_reported() {
        assertThat(tool.run("wait --revision 1a2b --newer-than 1a2b --timeout 5 --token-file x --author Jane"
                                + cluster())
                        .err())
                .isEqualTo("""
                        webank-deploy: error MISSING_OPTION: `wait` requires `--environment NAME`. Add it: `webank-deploy wait --help` lists the options.
                        webank-deploy: error MISPLACED_OPTION: `--revision` and `--newer-than` cannot be given together. Keep the one that is meant.
                        webank-deploy: error MISPLACED_OPTION: `--token-file` is for a record. Add `--record`, or remove it.
                        webank-deploy: error MISPLACED_OPTION: `--author` is for a record. Add `--record`, or remove it.
                        webank-deploy: error INVALID_VALUE: `--timeout` cannot be `5`. Add the unit: `5s` or `5m`.
                        """);
        assertThat(tool.run("wait --environment dev --revision 1a2b --record" + cluster())
                        .err())
                .isEqualTo(
                        "webank-deploy: error MISSING_OPTION: `wait` requires `--repository URI`. Add it: `webank-deploy"
                                + " wait --help` lists the options.\n");
        assertThat(tool.run("wait --environment dev --revision 1a2b" + cluster()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: wait webank-dev at " + cluster.server()
                                + "\nwebank-deploy: error OPTION_INVALID revision: `1a2b` is not a full commit id. Use the 40"
                                + " hexadecimal digits that `git rev-parse HEAD` prints.\n"));
    }
}
