package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real API server takes every setting of the model, and keeps each field as it was sent. */
class EverySettingIT {
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    private String namespace;

    @BeforeEach
    void makeNamespace() {
        namespace = cluster.namespace("settings");
        for (String name : new String[] {"alb", "nginx"}) {
            IngressClass ingressClass = new IngressClassBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .withNewSpec()
                    .withController("example.com/" + name)
                    .endSpec()
                    .build();
            cluster.client().resource(ingressClass).serverSideApply();
        }
    }

    @Test
    void hardened() {
        isTakenAsItIs(Posture.hardened());
    }

    @Test
    void as_the_charts() {
        isTakenAsItIs(Posture.chart());
    }

    private void isTakenAsItIs(Posture posture) {
        Environment environment = WebankEnvironments.dev()
                .withWebank(EverySetting.webank())
                .withPosture(posture)
                .withDestination(Destination.inCluster(namespace))
                .withTarget(ClusterTarget.context("test", cluster.server()));

        Result applied = run(environment, "apply --environment dev");
        assertThat(applied.code()).as(applied.err()).isZero();

        Result plan = run(environment, "plan --environment dev --exit-code 3");
        assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
    }

    private Result run(Environment environment, String command) {
        return new Tool(folder)
                .with(() -> Environments.of(environment))
                .run(command + " --kubeconfig " + cluster.kubeconfig("user"));
    }
}
