package com.adorsys.webank.deploy.secret;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class SecretProviderClassTest {
    private static final SyncedSecret SYNCED =
            SyncedSecret.of("rds-secret").plusKey("username", "db-user").plusKey("password", "db-password");
    private static final SecretProviderClass FILES = SecretProviderClass.builder()
            .name("webank-obs")
            .addObjects(
                    AwsSecretObject.secret("webank-dev/db")
                            .withFile("db")
                            .withVersion("EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE")
                            .plusProperty("user", "db-user")
                            .plusProperty("password", "db-password"),
                    AwsSecretObject.parameter("/webank/dev/jwt"))
            .addSecrets(SYNCED)
            .region("eu-central-1")
            .identity(SecretProviderClass.Identity.POD_IDENTITY)
            .build();

    @Test
    void every_setting_is_a_field_that_the_driver_has() {
        ManifestSet manifests = ManifestSet.of(FILES.manifest("webank"));

        assertThat(Checks.all().check(manifests)).isEmpty();
        assertThat(Checks.all()
                        .check(manifests.map(
                                object -> Manifest.of(object.tree().with("spec", MapTree.of("providers", "aws"))))))
                .as("the fields are known")
                .extracting(Problem::code)
                .containsExactly(ProblemCodes.UNKNOWN_KEY);
        assertThat(YamlWriter.write(manifests)).isEqualTo("""
                ---
                apiVersion: secrets-store.csi.x-k8s.io/v1
                kind: SecretProviderClass
                metadata:
                  name: webank-obs
                  namespace: webank
                spec:
                  provider: aws
                  parameters:
                    region: eu-central-1
                    usePodIdentity: "true"
                    objects: |
                      - objectName: webank-dev/db
                        objectType: secretsmanager
                        objectAlias: db
                        objectVersion: EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE
                        jmesPath:
                        - path: user
                          objectAlias: db-user
                        - path: password
                          objectAlias: db-password
                      - objectName: /webank/dev/jwt
                        objectType: ssmparameter
                  secretObjects:
                  - secretName: rds-secret
                    type: Opaque
                    data:
                    - objectName: db-password
                      key: password
                    - objectName: db-user
                      key: username
                """);
    }

    @Test
    void a_reference_is_to_a_secret_that_the_driver_makes() {
        assertThat(SYNCED.ref()).isEqualTo(SecretRef.of("rds-secret"));
        assertThat(SYNCED.key("password")).isEqualTo(SecretKeyRef.of("rds-secret", "password"));
        assertThatThrownBy(() -> SYNCED.key("pasword"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error DANGLING_REFERENCE secretProviderClass.secrets.rds-secret: it gets no key `pasword`."
                        + " Did you mean `password`? If not, use one of password, username.");
        assertThat(FILES.createdSecrets()).containsExactly("rds-secret");
    }

    @Test
    void every_problem_is_reported_at_once() {
        assertThatThrownBy(() -> SecretProviderClass.builder()
                        .name("Obs")
                        .region("Frankfurt")
                        .addSecrets(SyncedSecret.of("a"), SyncedSecret.of("a").plusKey("key", "file"))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("error NAME_INVALID secretProviderClass.Obs.name: ")
                .hasMessageContaining("error LIST_EMPTY secretProviderClass.Obs.objects: it reads no secret.")
                .hasMessageContaining("error REGION_INVALID secretProviderClass.Obs.region: ")
                .hasMessageContaining("error DUPLICATE secretProviderClass.Obs.secrets: `a` is there twice.")
                .hasMessageContaining("error LIST_EMPTY secretProviderClass.Obs.secrets.a: the Secret has no keys.");
        assertThatThrownBy(
                        () -> FILES.plusObjects(AwsSecretObject.secret("other").withFile("db")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error DUPLICATE secretProviderClass.webank-obs.objects: `db` is there twice.");
        assertThatThrownBy(() -> FILES.plusSecrets(SyncedSecret.of("other").plusKey("jwt", "jwt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error DANGLING_REFERENCE secretProviderClass.webank-obs.secrets.other.jwt: there is no file"
                                + " `jwt`. Use one of db, db-user, db-password, _webank_dev_jwt.");
    }

    @Test
    void a_file_has_no_folder_and_a_parameter_no_arn() {
        assertThatThrownBy(() -> AwsSecretObject.secret("a").withFile("b/c"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error NAME_INVALID secretProviderClass.objects.objectAlias: `b/c` is not the name of a file:"
                                + " it contains `/`. Write a name without folders.");
        assertThatThrownBy(() -> AwsSecretObject.parameter("arn:aws:ssm:eu-central-1:111122223333:parameter/a"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error NAME_INVALID secretProviderClass.objects.objectName:"
                                + " `arn:aws:ssm:eu-central-1:111122223333:parameter/a` is an ARN. Write the name of the parameter.");
    }
}
