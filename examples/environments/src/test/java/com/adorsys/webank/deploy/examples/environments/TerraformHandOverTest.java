package com.adorsys.webank.deploy.examples.environments;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.ServiceAccountSettings;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.terraform.DatabaseEndpoint;
import com.adorsys.webank.deploy.terraform.Purpose;
import com.adorsys.webank.deploy.terraform.TerraformOutputs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An environment and a cluster from outputs that Terraform wrote; main.tf is beside them. */
class TerraformHandOverTest {
    private final TerraformOutputs outputs = TerraformOutputs.read(Path.of("src/test/resources/terraform/outputs.json"))
            .require(
                    Purpose.CLUSTER_NAME,
                    Purpose.REGION,
                    Purpose.CERTIFICATE,
                    Purpose.DATABASE_ENDPOINT,
                    Purpose.ROLE_ARNS);
    private final Environment environment = WebankEnvironments.dev().withWebank(webank(outputs));
    private final ManifestSet manifests = environment.manifests();

    private static Webank webank(TerraformOutputs outputs) {
        DatabaseEndpoint endpoint = outputs.database();
        Database database = ExternalDatabase.builder()
                .host(endpoint.host())
                .name("webank_dev_env")
                .user("webank")
                .password(SecretKeyRef.of("rds-secret", "password"))
                .port(endpoint.port())
                .build();
        return WebankEnvironments.dev()
                .webank()
                .withOnlineBanking(obs -> obs.withDatabase(database)
                        .withServiceAccount(ServiceAccountSettings.of()
                                .withAnnotations(Map.of("eks.amazonaws.com/role-arn", outputs.roleArn("webank-obs")))))
                .withPendingRegistration(prs -> prs.withDatabase(database))
                .withIngress(AlbIngress.builder()
                        .host(Host.of("dev.webank.example.com"))
                        .certificate(outputs.certificateArn())
                        .build());
    }

    @Test
    void the_database_is_that_of_the_outputs() {
        String url = "jdbc:postgresql://webank-dev.c9akciq32.eu-central-1.rds.amazonaws.com:5432/webank_dev_env";
        assertThat(manifests).deployment("webank-obs").hasEnv("SPRING_DATASOURCE_URL", url);
        assertThat(manifests).deployment("webank-prs").hasEnv("SPRING_DATASOURCE_URL", url);
    }

    @Test
    void the_certificate_is_that_of_the_outputs() {
        assertThat(manifests)
                .ingress("webank")
                .hasAnnotation(
                        "alb.ingress.kubernetes.io/certificate-arn",
                        "arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012");
    }

    @Test
    void the_role_is_that_of_the_outputs() {
        assertThat(manifests)
                .serviceAccount("webank-obs")
                .hasAnnotation("eks.amazonaws.com/role-arn", "arn:aws:iam::111122223333:role/webank-dev-obs");
    }

    @Test
    void the_cluster_is_that_of_the_outputs() {
        EksCluster cluster = EksCluster.of(outputs.clusterName(), outputs.region());
        assertThat(cluster.name()).isEqualTo("webank-dev");
        assertThat(cluster.region()).isEqualTo("eu-central-1");
    }

    @Test
    void nothing_that_is_sensitive_comes_with_it() {
        assertThat(outputs.isSensitive("database_password")).isTrue();
        assertThat(manifests).hasNoSecretData();
        assertThat(environment.tree().paths()).isNotEmpty();
        for (String path : environment.tree().paths()) {
            assertThat(environment.tree().text(path)).doesNotContain("not-a-real-password");
        }
        assertThat(environment.release()).isEqualTo(Release.of("webank", "webank"));
    }
}
