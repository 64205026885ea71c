package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that name another cluster than the environment does, as far as names tell: nothing is connected. */
class EnvironmentClusterTest {
    private static final Environment DEV = WebankEnvironments.dev();
    private static final Environment BY_CONTEXT =
            DEV.withTarget(ClusterTarget.context("dev", "https://dev.example.com:6443"));

    @TempDir
    Path folder;

    @Nested
    class Another_cluster {
        @ParameterizedTest
        @ValueSource(strings = {"plan", "apply", "status", "history", "rollback --revision 1", "delete"})
        void on_eks_is_refused_by_every_command(String command) {
            assertRefused(
                    DEV,
                    command + " --environment dev --cluster webank-prod --region eu-central-1",
                    "error CLUSTER_MISMATCH --cluster: the environment `dev` belongs to another cluster: the options name the EKS cluster `webank-prod` in `eu-central-1`, not the EKS cluster `webank-dev` in `eu-central-1`, account `111122223333`. Leave `--cluster` out, or add `--other-cluster` to use it nevertheless.");
        }

        @Test
        void of_the_same_name_in_another_region_is_refused() {
            assertRefused(
                    DEV,
                    "apply --environment dev --cluster webank-dev --region eu-west-1",
                    "error CLUSTER_MISMATCH --cluster: the environment `dev` belongs to another cluster: the options name the EKS cluster `webank-dev` in `eu-west-1`, not the EKS cluster `webank-dev` in `eu-central-1`, account `111122223333`. Leave `--cluster` out, or add `--other-cluster` to use it nevertheless.");
        }

        @Test
        void of_another_kind_is_refused() {
            assertRefused(
                    BY_CONTEXT,
                    "status --environment dev --cluster webank-dev --region eu-central-1",
                    "error CLUSTER_MISMATCH --cluster: the environment `dev` belongs to another cluster: the options name the EKS cluster `webank-dev` in `eu-central-1`, not the kubeconfig context `dev` at `https://dev.example.com:6443`. Leave `--cluster` out, or add `--other-cluster` to use it nevertheless.");
        }

        @Test
        void by_another_context_is_refused() {
            assertRefused(
                    BY_CONTEXT,
                    "delete --environment dev --context prod",
                    "error CLUSTER_MISMATCH --context: the environment `dev` belongs to another cluster: the options name the kubeconfig context `prod`, not the kubeconfig context `dev` at `https://dev.example.com:6443`. Leave `--context` out, or add `--other-cluster` to use it nevertheless.");
        }
    }

    @Nested
    class Options {
        @Test
        void that_are_about_eks_need_a_cluster_there() {
            assertRefused(
                    BY_CONTEXT,
                    "status --environment dev --profile deploy --role arn:aws:iam::111122223333:role/deployer",
                    "error MISPLACED_OPTION: `--profile` is for a cluster on EKS, but none is named. Add `--cluster NAME`, or leave it out.",
                    "error MISPLACED_OPTION: `--role` is for a cluster on EKS, but none is named. Add `--cluster NAME`, or leave it out.");
            assertRefused(
                    DEV.withTarget(Optional.empty()),
                    "status --environment dev --profile deploy",
                    "error MISPLACED_OPTION: `--profile` is for a cluster on EKS, but none is named. Add `--cluster NAME`, or leave it out.");
            assertRefused(
                    DEV,
                    "status --environment dev --role deployer",
                    "error ROLE_INVALID --role: the role `deployer` is not the ARN of an IAM role. Write it as in `arn:aws:iam::123456789012:role/deployer`.");
        }

        @Test
        void ask_for_another_cluster_only_where_they_name_one() {
            assertRefused(
                    DEV,
                    "status --environment dev --other-cluster",
                    "error MISPLACED_OPTION: `--other-cluster` is given, but no other cluster is named. Add `--cluster NAME --region REGION`, `--context NAME` or `--kubeconfig FILE`, or leave it out.");
            assertRefused(
                    DEV,
                    "status --release webank --namespace webank --other-cluster --context prod",
                    "error MISPLACED_OPTION: `--other-cluster` has no effect without `--environment`. Leave it out.");
        }

        @Test
        void that_ask_for_another_cluster_go_there() {
            String config = folder.resolve("config").toString();
            assertThat(run(DEV, "status --environment dev --other-cluster --kubeconfig " + config))
                    .isEqualTo(
                            new Result(
                                    2,
                                    "",
                                    config
                                            + ": error KUBECONFIG_MISSING: the kubeconfig does not exist. Name another, or let `aws eks update-kubeconfig` write it.\n"));
        }
    }

    private void assertRefused(Environment environment, String line, String... problems) {
        assertThat(run(environment, line))
                .isEqualTo(new Result(2, "", "webank-deploy: " + String.join("\nwebank-deploy: ", problems) + "\n"));
    }

    private Result run(Environment environment, String line) {
        return new Tool(folder).with(() -> Environments.of(environment)).run(line);
    }
}
