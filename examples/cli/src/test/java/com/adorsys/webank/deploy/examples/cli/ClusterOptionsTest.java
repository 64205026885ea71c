package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.IgnoredField;
import com.adorsys.webank.deploy.eks.ObjectRef;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands for clusters take, before anything is connected. */
class ClusterOptionsTest {
    private static final String RELEASE = " --release shop --namespace shop";

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @ParameterizedTest
    @CsvSource({"plan", "apply"})
    void refuse_versions_that_are_not_described(String command) {
        assertRefused(
                command + " --environment dev --kubernetes-version 1.20 --argocd-version 2.0",
                "webank-deploy: error VERSION_UNSUPPORTED --kubernetes-version: `1.20` is not a supported version of Kubernetes. Write one of 1.32 to 1.37.",
                "webank-deploy: error VERSION_UNSUPPORTED --argocd-version: `2.0` is not a supported version of Argo CD. Write one of 2.13 to 3.6.");
    }

    @Nested
    class the_release_and_its_manifests {
        @Test
        void are_needed() {
            assertRefused(
                    "apply",
                    "webank-deploy: error MISSING_OPTION: `apply` requires `--release NAME`. Add it: `webank-deploy apply --help` lists the options.",
                    "webank-deploy: error MISSING_OPTION: `apply` requires `--namespace NAMESPACE`. Add it: `webank-deploy apply --help` lists the options.",
                    "webank-deploy: error MISSING_OPTION: `apply` requires `--manifests PATH` or `--environment NAME`. Add it: `webank-deploy apply --help` lists the options.");
        }

        @Test
        void are_said_once() {
            assertRefused(
                    "plan --environment dev --manifests deploy",
                    "webank-deploy: error MISPLACED_OPTION: `--manifests` and `--environment` cannot be given together. Keep the one that is meant.");
            assertRefused(
                    "status --environment dev --release shop",
                    "webank-deploy: error RELEASE_MISMATCH --release: `shop` does not match the environment `dev`, which has `webank`. Leave `--release` out, or name the environment that is meant.");
        }

        @Test
        void of_an_environment_that_there_is_not_are_refused() {
            assertThat(tool.run("status --environment de").err())
                    .startsWith("webank-deploy: error ENVIRONMENT_UNKNOWN environment: there is no environment `de`");
        }

        @Test
        void must_be_manifests() {
            tool.file("deploy/values.yaml", "replicaCount: 3\n");
            tool.file("empty/notes.txt", "");
            assertRefused(
                    "plan --manifests deploy --manifests empty --manifests missing.yaml" + RELEASE,
                    "empty: error NO_MANIFESTS: this folder contains no *.yaml, *.yml or *.json. Name a file, or another folder.",
                    "deploy/values.yaml:1:1: error NOT_A_MANIFEST: this document has neither `apiVersion` nor `kind`. Name files with manifests; `webank-deploy render` renders them from a chart's values.",
                    "missing.yaml: error FILE_MISSING: there is no such file. Check the path.");
        }

        @Test
        void are_not_what_manifests_are_made_from_nor_links_to_nothing() throws IOException {
            tool.file("deploy/base/kustomization.yaml", "resources: [web.yaml]\n");
            tool.file(
                    "deploy/kustomization.yaml",
                    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [base]\n");
            Files.createSymbolicLink(folder.resolve("deploy/web.yaml"), Path.of("gone.yaml"));
            String remedy =
                    ":1:1: error NOT_A_MANIFEST: this is a Kustomization, and not a manifest. Pass what `kubectl kustomize` makes of its folder to `--manifests -`.";
            assertRefused(
                    "plan --manifests deploy" + RELEASE,
                    "deploy/base/kustomization.yaml" + remedy,
                    "deploy/kustomization.yaml" + remedy,
                    "deploy/web.yaml: error FILE_MISSING: this is a link to a file that is not there. Remove it, or link to another file.");
        }
    }

    @Nested
    class steps {
        @Test
        void are_those_of_an_environment_and_taken_in_one_way() {
            assertRefused(
                    "apply --manifests deploy --steps --up-to labels" + RELEASE,
                    "webank-deploy: error MISPLACED_OPTION: `--steps` and `--up-to` cannot be given together. Keep the one that is meant.",
                    "webank-deploy: error MISPLACED_OPTION: `--steps` is for `--environment` only. Name an environment, or leave `--steps` out.",
                    "webank-deploy: error MISPLACED_OPTION: `--up-to` is for `--environment` only. Name an environment, or leave `--up-to` out.");
        }

        @Test
        void must_be_steps_of_the_posture() {
            assertThat(tool.run("plan --environment dev --up-to label --other-cluster --kubeconfig "
                                    + tool.file("config", "{}"))
                            .err())
                    .contains("POSTURE_STEP_UNKNOWN posture: the posture `hardened` has no step `label`");
        }

        @Test
        void are_waited_for() {
            assertThat(new options().options("apply --environment dev --steps --object-timeout 90s"))
                    .isEqualTo(DeployOptions.defaults()
                            .withWaiting(DeployOptions.Waiting.READY)
                            .withObjectTimeout(Duration.ofSeconds(90)));
        }
    }

    @Nested
    class the_cluster {
        @Test
        void is_named_once() {
            assertRefused(
                    "status --cluster webank-dev --context a --kubeconfig b" + RELEASE,
                    "webank-deploy: error MISPLACED_OPTION: `--kubeconfig` and `--cluster` name two clusters. Keep the one that is meant.",
                    "webank-deploy: error MISPLACED_OPTION: `--context` and `--cluster` name two clusters. Keep the one that is meant.",
                    "webank-deploy: error MISSING_OPTION: `status` requires `--region REGION`. Add it: `webank-deploy status --help` lists the options.");
            assertRefused(
                    "status --region eu-central-1" + RELEASE,
                    "webank-deploy: error MISPLACED_OPTION: `--region` is for a cluster on EKS, but none is named. Add `--cluster NAME`, or leave it out.");
        }

        @Test
        void must_be_there() {
            assertRefused(
                    "status --kubeconfig " + folder.resolve("config") + RELEASE,
                    folder.resolve("config")
                            + ": error KUBECONFIG_MISSING: the kubeconfig does not exist. Name another, or let `aws eks update-kubeconfig` write it.");
        }
    }

    @Nested
    class options {
        @Test
        void have_the_defaults_of_the_library() {
            assertThat(options("apply")).isEqualTo(DeployOptions.defaults());
        }

        @Test
        void are_those_of_the_library() {
            assertThat(
                            options(
                                    "apply --wait --wait-for-ingress --rollback-on-failure --timeout 1h2m3s --object-timeout 90s --concurrency 4 --revisions 5 --actor me --source-commit 4f2c --no-prune --skip-hooks --rerun-jobs --create-namespace"
                                            + " --force-conflicts a --force-conflicts b --adopt Service/shop/web --replace Job/shop/migrate --delete-data PersistentVolumeClaim/shop/data --allow-gap Service/shop/web --ignore-field Deployment/web:/spec/replicas"
                                            + " --take-over kubectl --take-over helm:shop --take-over helm:other,remove-records"
                                            + " --take-over kustomize-controller --take-over argocd:shop --take-over flux:flux-system/shop"))
                    .isEqualTo(DeployOptions.builder()
                            .waiting(DeployOptions.Waiting.READY)
                            .ingressAddresses(DeployOptions.IngressAddresses.AWAITED)
                            .onFailure(DeployOptions.OnFailure.ROLL_BACK)
                            .timeout(Duration.ofSeconds(3723))
                            .objectTimeout(Duration.ofSeconds(90))
                            .concurrency(4)
                            .revisionsKept(5)
                            .actor("me")
                            .sourceCommit("4f2c")
                            .pruning(DeployOptions.Pruning.KEEP)
                            .hooks(DeployOptions.Hooks.SKIP)
                            .endedJobs(DeployOptions.EndedJobs.RERUN)
                            .ownNamespace(DeployOptions.OwnNamespace.CREATE)
                            .addForcedManagers("a", "b")
                            .addAdopted(ObjectRef.parse("Service/shop/web"))
                            .addReplaced(ObjectRef.parse("Job/shop/migrate"))
                            .addDataDeleted(ObjectRef.parse("PersistentVolumeClaim/shop/data"))
                            .addGapsAllowed(ObjectRef.parse("Service/shop/web"))
                            .addIgnoredFields(IgnoredField.parse("Deployment/web:/spec/replicas"))
                            .addTakenOver(
                                    TakeOver.kubectl(),
                                    TakeOver.helm("shop"),
                                    TakeOver.helm("other").removingRecords(),
                                    TakeOver.manager("kustomize-controller"),
                                    TakeOver.argoCd("shop"),
                                    TakeOver.flux("flux-system/shop"))
                            .build());
        }

        private DeployOptions options(String line) {
            Arguments arguments = Arguments.parse(Cli.command("apply", WebankEnvironments::all), line.split(" "));
            DeployOptions options = DeployArguments.options(arguments);
            assertThat(arguments.problems()).isEmpty();
            return options;
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--timeout 5 | INVALID_VALUE: `--timeout` cannot be `5`. Add the unit: `5s` or `5m`.",
                    "--timeout 0s | INVALID_VALUE: `--timeout` cannot be `0s`. Write a time such as `90s`, `5m` or `1h30m`.",
                    "--timeout 1d | INVALID_VALUE: `--timeout` cannot be `1d`. Write a time such as `90s`, `5m` or `1h30m`.",
                    "--concurrency 65 | INVALID_VALUE: `--concurrency` cannot be `65`. Write a whole number from 1 to 64.",
                    "--object-timeout 5m | MISPLACED_OPTION: `--object-timeout` has no effect without `--wait`. Add `--wait`, or leave it out.",
                    "--adopt web | OBJECT_TEXT_INVALID --adopt: `web` is not the name of an object. Write KIND/NAMESPACE/NAME, as in `Deployment/webank/webank-obs`, or KIND/NAME where there is no namespace.",
                    "--ignore-field web:/spec | IGNORED_FIELD_INVALID --ignore-field: `web:/spec` names no field of an object. Write it as in `Deployment/web:/spec/replicas`.",
                    "--take-over fluks:shop | INVALID_VALUE: `--take-over` cannot be `fluks:shop`. Write `kubectl`, `helm:RELEASE`, `argocd:APPLICATION`, `flux:KUSTOMIZATION` or the name of a field manager.",
                    "--take-over helm:a,b | INVALID_VALUE: `--take-over` cannot be `helm:a,b`. After the release only `,remove-records` may follow.",
                    "--output yaml | UNKNOWN_VALUE: `--output` cannot be `yaml`. Use one of text, json."
                })
        void that_cannot_be_are_refused_with_what_can(String options, String problem) {
            assertRefused("apply --manifests deploy" + RELEASE + " " + options, "webank-deploy: error " + problem);
        }

        @Test
        void an_exit_code_that_means_something_else_is_refused() {
            for (String code : List.of("0", "1", "2", "4", "126", "x")) {
                assertRefused(
                        "plan --manifests deploy" + RELEASE + " --exit-code " + code,
                        "webank-deploy: error INVALID_VALUE: `--exit-code` cannot be `" + code
                                + "`. Write `3`, or another code from 5 to 125: the others have a meaning already.");
            }
        }
    }

    private void assertRefused(String line, String... problems) {
        assertThat(tool.run(line)).isEqualTo(new Result(2, "", String.join("\n", problems) + "\n"));
    }
}
