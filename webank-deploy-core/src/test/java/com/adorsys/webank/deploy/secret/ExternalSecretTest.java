package com.adorsys.webank.deploy.secret;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExternalSecretTest {
    private static final ExternalSecret DATABASE = ExternalSecret.builder()
            .name("database")
            .store(SecretStoreRef.cluster("aws"))
            .putData("username", RemoteKey.of("webank-dev/db").withProperty("user"))
            .putData(
                    "password",
                    RemoteKey.of("webank-dev/db").withProperty("password").withVersion("AWSPREVIOUS"))
            .addDataFrom(RemoteKey.of("webank-dev/obs"))
            .refreshInterval(Duration.ofMinutes(90))
            .targetName("rds-secret")
            .creationPolicy(ExternalSecret.CreationPolicy.ORPHAN)
            .build();

    @Test
    void every_setting_is_a_field_that_external_secrets_has() {
        ManifestSet manifests = ManifestSet.of(DATABASE.manifest("webank"));

        assertThat(Checks.all().check(manifests)).isEmpty();
        assertThat(YamlWriter.write(manifests)).isEqualTo("""
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: database
                  namespace: webank
                spec:
                  secretStoreRef:
                    kind: ClusterSecretStore
                    name: aws
                  refreshInterval: 1h30m0s
                  target:
                    name: rds-secret
                    creationPolicy: Orphan
                  data:
                  - secretKey: password
                    remoteRef:
                      key: webank-dev/db
                      property: password
                      version: AWSPREVIOUS
                      conversionStrategy: Default
                      decodingStrategy: None
                      metadataPolicy: None
                  - secretKey: username
                    remoteRef:
                      key: webank-dev/db
                      property: user
                      conversionStrategy: Default
                      decodingStrategy: None
                      metadataPolicy: None
                  dataFrom:
                  - extract:
                      key: webank-dev/obs
                      conversionStrategy: Default
                      decodingStrategy: None
                      metadataPolicy: None
                """);
    }

    @Test
    void a_reference_is_to_the_secret_and_not_to_the_external_one() {
        assertThat(DATABASE.ref()).isEqualTo(SecretRef.of("rds-secret"));
        assertThat(DATABASE.key("any")).isEqualTo(SecretKeyRef.of("rds-secret", "any"));
        assertThat(smallest().ref()).isEqualTo(SecretRef.of("database"));
    }

    @Test
    void a_key_that_it_does_not_write_has_no_reference() {
        assertThatThrownBy(() -> smallest().key("pasword"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error DANGLING_REFERENCE externalSecret.database: the Secret `database` gets no key"
                        + " `pasword`. Did you mean `password`? If not, use one of password.");
        assertThat(smallest()
                        .withTemplate(MapTree.of("type", "kubernetes.io/basic-auth"))
                        .key("username"))
                .isEqualTo(SecretKeyRef.of("database", "username"));
    }

    @Test
    void a_secret_that_exists_is_not_created() {
        assertThat(DATABASE.createdSecrets()).containsExactly("rds-secret");
        assertThat(DATABASE.withCreationPolicy(ExternalSecret.CreationPolicy.MERGE)
                        .createdSecrets())
                .isEmpty();
    }

    @Test
    void intervals_are_written_as_go_does() {
        assertThat(interval(Duration.ZERO)).isEqualTo("0s");
        assertThat(interval(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(interval(Duration.ofMinutes(1))).isEqualTo("1m0s");
        assertThat(interval(Duration.ofDays(2))).isEqualTo("48h0m0s");
    }

    private static String interval(Duration time) {
        return smallest()
                .withRefreshInterval(time)
                .spec()
                .string("refreshInterval")
                .orElse("");
    }

    @Test
    void every_problem_is_reported_at_once() {
        assertThatThrownBy(() -> ExternalSecret.builder()
                        .name("Database")
                        .store(SecretStoreRef.of("aws"))
                        .refreshInterval(Duration.ofMillis(1))
                        .targetName("a b")
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("error NAME_INVALID externalSecret.Database.name: ")
                .hasMessageContaining("error NAME_INVALID externalSecret.Database.targetName: ")
                .hasMessageContaining("error OUT_OF_RANGE externalSecret.Database.refreshInterval: ")
                .hasMessageContaining("error LIST_EMPTY externalSecret.Database: it reads nothing from the store."
                        + " Add keys with `putData`, or a secret of the store with `addDataFrom`.");
        assertThatThrownBy(() -> smallest().plusData("a/b", RemoteKey.of("c")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error NAME_INVALID externalSecret.database.data: `a/b` is not a valid key: ");
        assertThatThrownBy(() -> RemoteKey.of(" "))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error TEXT_EMPTY remoteKey.key: `key` is empty. Write what the store calls it.");
    }

    @Test
    void a_copy_keeps_its_other_keys_and_takes_each_once() {
        assertThat(smallest()
                        .plusData("salt", RemoteKey.of("webank-dev/prs"))
                        .plusDataFrom(RemoteKey.of("webank-dev/obs"))
                        .data())
                .containsOnlyKeys("password", "salt");
        assertThatThrownBy(() -> smallest().plusData("password", RemoteKey.of("other")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error DUPLICATE data: `password` is already set to another value.");
    }

    @Test
    void a_store_is_named_as_kubectl_does() {
        assertThat(SecretStoreRef.parse("aws")).isEqualTo(SecretStoreRef.of("aws"));
        assertThat(SecretStoreRef.parse("SecretStore/aws")).isEqualTo(SecretStoreRef.of("aws"));
        assertThat(SecretStoreRef.parse("ClusterSecretStore/aws")).isEqualTo(SecretStoreRef.cluster("aws"));
        assertThatThrownBy(() -> SecretStoreRef.parse("Store/aws"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error NAME_INVALID secretStore.name: `Store/aws` is not a valid name: ");
    }

    private static ExternalSecret smallest() {
        return ExternalSecret.builder()
                .name("database")
                .store(SecretStoreRef.of("aws"))
                .putData("password", RemoteKey.of("webank-dev/db"))
                .build();
    }
}
