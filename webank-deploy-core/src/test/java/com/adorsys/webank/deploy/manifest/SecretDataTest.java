package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.SecretRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretDataTest {
    private static final Manifest SECRET = JsonTrees.manifest(
            "{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'a', namespace: 'n', annotations:"
                    + " {'kubectl.kubernetes.io/last-applied-configuration': 'hunter2', b: 'shown'}}, type: 'Opaque',"
                    + " data: {password: 'aHVudGVyMg==', empty: '', none: null}, stringData: {'a.b': 'hunter2', n: 7}}");

    @Test
    void names_the_places() {
        Manifest config =
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}, data: {a: 'b'}}");

        SecretData found = SecretData.in(ManifestSet.of(SECRET, config));

        assertThat(found)
                .hasToString("secret data [Secret/n/a.data.password, Secret/n/a.stringData[\"a.b\"],"
                        + " Secret/n/a.stringData.n, Secret/n/a.metadata.annotations[\"kubectl.kubernetes.io/"
                        + "last-applied-configuration\"]]");
        assertThat(found.places().get(0).id()).isEqualTo(SECRET.id());
        assertThat(found.places().get(0).path()).isEqualTo("data.password");
        assertThat(SecretData.in(config).isEmpty()).isTrue();
    }

    @Test
    void finds_nothing_in_a_secret_of_another_group() {
        Manifest other = JsonTrees.manifest(
                "{apiVersion: 'example.com/v1', kind: 'Secret', metadata: {name: 'a'}, data: {a: 'b'}}");

        assertThat(SecretData.in(ManifestSet.of(other)).isEmpty()).isTrue();
    }

    @Test
    void finds_values_of_a_wrong_type() {
        Manifest wrong =
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'a'}, data: ['hunter2']}");

        assertThat(SecretData.in(wrong)).hasToString("secret data [Secret/a.data]");
        assertThat(SecretData.masked(wrong).tree().get("data")).isEqualTo(ScalarTree.of("(secret)"));
    }

    @Test
    void masks_every_value() {
        assertThat(SecretData.masked(SECRET))
                .isEqualTo(JsonTrees.manifest(
                        "{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'a', namespace: 'n', annotations:"
                                + " {'kubectl.kubernetes.io/last-applied-configuration': '(secret)', b: 'shown'}}, type:"
                                + " 'Opaque', data: {password: '(secret)', empty: '', none: null}, stringData: {'a.b':"
                                + " '(secret)', n: '(secret)'}}"));
    }

    @Test
    void finds_and_masks_passwords_in_urls() {
        Manifest config = JsonTrees.manifest(
                "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a', annotations: {owner: 'jane@example.com'}},"
                        + " data: {url: 'postgres://webank:hunter2@db/x', text: 'a: 1\\nuri: amqp://a:hunter2@mq',"
                        + " later: 'postgres://webank:$(PASSWORD)@db/x', token: 'https://hunter2@example.com/x',"
                        + " image: 'nginx:1.27@sha256:abc', user: 'oidc:jane@example.com'}}");

        assertThat(SecretData.in(ManifestSet.of(config)))
                .hasToString("secret data [ConfigMap/a.data.url, ConfigMap/a.data.text]");
        assertThat(SecretData.masked(config).tree().get("data"))
                .isEqualTo(JsonTrees.map("{url: 'postgres://***@db/x', text: 'a: 1\\nuri: amqp://***@mq', later:"
                        + " 'postgres://***@db/x', token: 'https://***@example.com/x', image:"
                        + " 'nginx:1.27@sha256:abc', user: 'oidc:jane@example.com'}"));
    }

    @Test
    void does_not_change_other_objects() {
        Manifest config =
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}, data: {a: 'b'}}");

        assertThat(SecretData.masked(config)).isSameAs(config);
    }

    @Test
    void does_not_mask_which_object_it_is() {
        String token = "glpat-" + "abcdefghij0123456789";
        Manifest config = JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: '" + token
                + "', namespace: '" + token + "', labels: {a: '" + token + "'}}, data: {a: '" + token + "'}}");

        assertThat(SecretData.masked(config).tree())
                .isEqualTo(JsonTrees.map("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: '" + token
                        + "', namespace: '" + token + "', labels: {a: '***'}}, data: {a: '***'}}"));
    }

    @Test
    void finds_and_masks_secrets_by_what_is_beside_them() {
        String random = "k7Jd92nQx0PzLw4TsVb8Yc3RmHg6Fa1EuKi5oNtB";
        Manifest config = JsonTrees.manifest("{apiVersion: 'a/v1', kind: 'A', metadata: {name: 'a'}, env: [{name:"
                + " 'API_TOKEN', value: '" + random + "'}, {name: 'COLOR', value: '" + random + "'}], aws: {id: 'AK"
                + "IAJ7Q2ZK4LW8XN3VTB', other: '" + random + "'}, jwk: {kty: 'EC', x: '" + random + "', d: '" + random
                + "'}, encryptedData: {password: '" + random + "'}, auth: {password: '" + random + "'}}");

        SecretData found = SecretData.in(config);

        assertThat(found)
                .hasToString("secret data [A/a.env[0].value, A/a.aws.id, A/a.aws.other, A/a.jwk.d, A/a.auth.password]");
        assertThat(found.places().stream().map(SecretData.Place::rule))
                .containsExactly(
                        Optional.of(SecretRule.NAMED_VALUE),
                        Optional.of(SecretRule.AWS_ACCESS_KEY),
                        Optional.of(SecretRule.AWS_SECRET_KEY),
                        Optional.of(SecretRule.PRIVATE_JWK),
                        Optional.of(SecretRule.NAMED_VALUE));
        assertThat(SecretData.masked(config)
                        .tree()
                        .without("apiVersion")
                        .without("kind")
                        .without("metadata"))
                .isEqualTo(JsonTrees.map("{env: [{name: 'API_TOKEN', value: '***'}, {name: 'COLOR', value: '" + random
                        + "'}], aws: {id: '***', other: '***'}, jwk: {kty: 'EC', x: '" + random
                        + "', d: '***'}, encryptedData: {password: '" + random + "'}, auth: {password: '***'}}"));
    }
}
