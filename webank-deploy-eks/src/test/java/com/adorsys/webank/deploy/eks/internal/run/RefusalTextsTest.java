package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiFailures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as Kubernetes 1.35 writes them. */
class RefusalTextsTest {
    private static final String TYPED = "failed to create typed patch object (shop/web; apps/v1, Kind=Deployment): ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    .spec.repicas: field not declared in schema | `.spec.repicas` is not a field of this kind
                    .spec.replicas: expected numeric (int or float), got string | `.spec.replicas` is not a number
                    .data.password: expected string, got &value.valueUnstructured{Value:12345} | `.data.password` is not a string
                    .spec.template.spec.containers[name="app"].env: expected list, got map | `.spec.template.spec.containers[name="app"].env` is not a list
                    .spec.template.spec.containers: duplicate entries for key [name="app"] | `.spec.template.spec.containers` has two items with the key `name="app"`
                    """)
    void of_the_schema(String said, String text) {
        assertThat(RefusalTexts.of(TYPED + said)).isEqualTo(text);
    }

    @Test
    void of_several_faults_against_the_schema() {
        assertThat(RefusalTexts.of(TYPED
                        + "errors:\n  .spec.template.spec.containers[name=\"app\"].image: expected string,"
                        + " got &value.valueUnstructured{Value:3}\n  .spec.repicas: field not declared in schema"))
                .isEqualTo("`.spec.template.spec.containers[name=\"app\"].image` is not a string;"
                        + " `.spec.repicas` is not a field of this kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    error decoding from json: illegal base64 data at input byte 3 | a value below `data` or `binaryData` is not in base64
                    quantities must match the regular expression '([+-]?[0-9.]+)' | a quantity is not a number with a suffix such as `m`, `Ki`, `Mi`, `Gi` or none
                    cannot convert float64 to int32 | a number is not whole
                    parsing time "now" as "2006-01-02T15:04:05Z07:00": cannot parse "now" as "2006" | a time is not written as in `2026-01-31T12:00:00Z`
                    json: cannot unmarshal array into Go value of type int32 | a value is a list, and not a number
                    json: cannot unmarshal number 1.5 into Go value of type int32 | a value is not a whole number, or too large
                    """)
    void of_a_value_that_is_none_of_its_type(String why, String text) {
        assertThat(RefusalTexts.of(
                        "failed to convert new object (shop/web; apps/v1, Kind=Deployment) to proper version:"
                                + " unable to convert unstructured object to apps/v1, Kind=Deployment: " + why))
                .isEqualTo(text);
    }

    @Test
    void of_what_is_forbidden_without_the_name() {
        assertThat(RefusalTexts.of(
                        "pods \"web\" is forbidden: maximum cpu usage per Container is 200m, but limit is 2"))
                .isEqualTo("maximum cpu usage per Container is 200m, but limit is 2");
    }

    /** Of what may hold secrets only texts are shown that name fields and types. */
    @Test
    void without_values() {
        assertThat(RefusalTexts.withoutValues(
                        ApiFailures.answered(500, TYPED + ".data.p: expected string, got &{hunter2}")))
                .contains("`.data.p` is not a string");
        assertThat(RefusalTexts.withoutValues(ApiFailures.answered(500, "cannot do it with hunter2")))
                .isEmpty();
        String denial = "admission webhook 'x' denied the request: no".replace("'x'", "\\\"x\\\"");
        assertThat(ApiFailures.answered(422, denial))
                .matches(ApiException::isDenied)
                .matches(e -> !e.isInvalid());
        assertThat(RefusalTexts.withoutValues(ApiFailures.answered(422, denial)))
                .contains("admission webhook \"x\" denied the request: no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.repicas", duplicate field "spec.paused" | `.spec.repicas` is not a field of this kind; `.spec.paused` is there twice
                    ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string | `.data` is a number, and not a string
                    Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32 | `.spec.replicas` is a string, and not a number
                    json: cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container | `.spec.template.spec.containers` is a map, and not a list
                    something that is not known | something that is not known
                    """)
    void of_the_decoder(String said, String text) {
        assertThat(RefusalTexts.of(said)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    tls: failed to verify certificate: x509: certificate signed by unknown authority | its certificate is not signed by the authority in `caBundle`
                    tls: failed to verify certificate: x509: certificate is valid for a.b.svc, not hook.shop.svc | its certificate is not for `hook.shop.svc`
                    tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-29T09:00:00Z is after 2026-01-01T00:00:00Z | its certificate has expired, or is not valid yet
                    could not get REST client: unable to load root certificates: unable to parse bytes as PEM block | the `caBundle` in its configuration has no certificate as PEM
                    dial tcp 10.0.0.1:443: connect: connection refused | it refuses connections
                    dial tcp: lookup hook.shop.svc on 10.96.0.10:53: no such host | its name is not found in DNS
                    context deadline exceeded | it does not answer in time
                    service "hook" not found | its Service `hook` does not exist
                    no endpoints available for service "hook" | its Service `hook` has no endpoint
                    EOF | it ends the connection
                    """)
    void of_a_webhook(String why, String text) {
        assertThat(RefusalTexts.of(
                        "Internal error occurred: failed calling webhook \"policy.example.com\": failed to call"
                                + " webhook: Post \"https://hook.shop.svc:443/check?timeout=10s\": " + why))
                .isEqualTo("the webhook `policy.example.com` at `https://hook.shop.svc:443/check`: " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    Required value: valid values: OnFailure, Never | is required: valid values: OnFailure, Never
                    Required value | is required
                    Unsupported value: "hunter2": supported values: "OnFailure", "Never" | is not supported: use one of "OnFailure", "Never"
                    Invalid value: {"a": "hunter2: {\\" x", "b": ["]"]}: must be '1' | is not valid: must be '1'
                    Invalid value: "hunter2 \\": x": is too short | is not valid: is too short
                    Invalid value: core.PodSpec{Password: "hunter2"}: field is immutable | is not valid
                    Invalid value: hunter2: field is immutable | is not valid
                    Invalid value: "hunter2 | is not valid
                    Duplicate value: {"name": "hunter2"} | is there twice
                    Not found: "hunter2" | names what is not there
                    Forbidden: may not be set | is not allowed here: may not be set
                    Too long: may not be more than 63 bytes | is too long
                    Too many: 3: must have at most 2 items | has too many items
                    something that has hunter2 | is not accepted
                    """)
    void of_fields_whose_values_may_be_secret(String said, String text) {
        String message = said.replace("\\", "\\\\").replace("\"", "\\\"");
        assertThat(RefusalTexts.fieldsWithoutValues(ApiFailures.invalid("spec.template.x", message)))
                .isEqualTo("`.spec.template.x` " + text);
    }
}
