package com.adorsys.webank.deploy.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformOutputsTest {
    private static final Path FOLDER = Path.of("src/test/resources/terraform");

    /** Outputs of strings: {@code name=value}. */
    private static TerraformOutputs strings(String... outputs) {
        StringBuilder json = new StringBuilder("{");
        for (String output : outputs) {
            int equals = output.indexOf('=');
            json.append(json.length() == 1 ? "\n" : ",\n")
                    .append(string(output.substring(0, equals), output.substring(equals + 1)));
        }
        return parse(json + "\n}");
    }

    private static String string(String name, String value) {
        return output(name, "false", "\"string\"", '"' + value + '"');
    }

    private static String output(String name, String sensitive, String type, String value) {
        return "\"" + name + "\": {\"sensitive\": " + sensitive + ", \"type\": " + type + ", \"value\": " + value + "}";
    }

    private static TerraformOutputs parse(String json) {
        return TerraformOutputs.parse("f.json", json.getBytes(UTF_8));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message)
                .hasNoCause();
    }

    private static void assertRefused(String json, String message) {
        assertRefused(() -> parse(json), message);
    }

    /** A file that Terraform wrote: see main.tf beside it. */
    @Nested
    class WhatTerraformWrote {
        private final TerraformOutputs outputs = TerraformOutputs.read(FOLDER.resolve("outputs.json"));

        @Test
        void has_its_outputs_in_order() {
            assertThat(outputs.names())
                    // main.tf has 29, and Terraform leaves out the one that is null.
                    .hasSize(28)
                    .startsWith("bool_true", "certificate_arn", "cluster_name")
                    .endsWith("unicode", "ünïcode-name_1");
            assertThat(outputs.has("nothing")).isFalse();
        }

        @Test
        void gives_what_an_environment_and_a_cluster_need() {
            assertThat(outputs.clusterName()).isEqualTo("webank-dev");
            assertThat(outputs.region()).isEqualTo("eu-central-1");
            assertThat(outputs.certificateArn())
                    .isEqualTo(
                            "arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012");
            assertThat(outputs.publicSubnets()).containsExactly("subnet-0a1b2c3d4e5f60718", "subnet-0b1b2c3d4e5f60718");
            assertThat(outputs.privateSubnets())
                    .containsExactly("subnet-0c1b2c3d4e5f60718", "subnet-0d1b2c3d4e5f60718");
            assertThat(outputs.database().host())
                    .isEqualTo(Host.of("webank-dev.c9akciq32.eu-central-1.rds.amazonaws.com"));
            assertThat(outputs.database().port()).isEqualTo(5432);
            assertThat(outputs.database()).hasToString("webank-dev.c9akciq32.eu-central-1.rds.amazonaws.com:5432");
            assertThat(outputs.roleArn("webank-obs")).isEqualTo("arn:aws:iam::111122223333:role/webank-dev/webank-obs");
            assertThat(outputs.roleArns()).containsOnlyKeys("webank-obs", "webank-prs");
            assertThat(outputs.require(Purpose.values())).isSameAs(outputs);
        }

        @Test
        void gives_values_of_every_type() {
            assertThat(outputs.bool("bool_true")).isTrue();
            assertThat(outputs.string("empty_string")).isEmpty();
            assertThat(outputs.strings("empty_list")).isEmpty();
            assertThat(outputs.stringMap("empty_map")).isEmpty();
            assertThat(outputs.strings("set_of_strings")).containsExactly("webank-obs", "webank-prs");
            assertThat(outputs.string("multi_line"))
                    .isEqualTo("-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n");
            assertThat(outputs.number("number_big")).isEqualTo(new BigDecimal("123456789012345678901234567890"));
            assertThat(outputs.number("number_negative")).isEqualTo(new BigDecimal("-17.25"));
            assertThat(outputs.number("number_of_exponent")).isEqualTo(new BigDecimal("250000000000000000000"));
            assertThat(outputs.number("number_fraction").precision()).isGreaterThan(100);
            assertThat(outputs.string("unicode")).isEqualTo("Grüße, 日本語, 😀, \u2028, \u00e9, \u007f, \u0085, \ufeff");
            assertThat(outputs.string("ünïcode-name_1")).isEqualTo("a name with letters of its own");
        }

        @Test
        void is_empty_where_something_is_not_there() {
            assertThat(outputs.findString("nothing")).isEmpty();
            assertThat(outputs.findStrings("nothing")).isEmpty();
            assertThat(outputs.findStringMap("nothing")).isEmpty();
            assertThat(outputs.findNumber("nothing")).isEmpty();
            assertThat(outputs.findBool("nothing")).isEmpty();
            assertThat(outputs.findSensitive("nothing")).isEmpty();
            assertThat(outputs.findString("region")).contains("eu-central-1");
            assertThat(outputs.findStrings("set_of_strings")).contains(List.of("webank-obs", "webank-prs"));
            assertThat(outputs.findStringMap("empty_map")).contains(Map.of());
            assertThat(outputs.findNumber("database_port")).contains(BigDecimal.valueOf(5432));
            assertThat(outputs.findBool("bool_true")).contains(true);
        }

        @Test
        void gives_what_is_sensitive_masked() {
            SensitiveValue password = outputs.sensitive("database_password");
            assertThat(outputs.isSensitive("database_password")).isTrue();
            assertThat(outputs.isSensitive("region")).isFalse();
            assertThat(password).hasToString("(sensitive value)");
            assertThat(password.reveal()).isEqualTo("correct horse: \"battery\"\n\\ staple €");
            assertThat(password).isNotEqualTo(outputs.sensitive("database_password"));
            assertThat(outputs.sensitive("sensitive_bool").reveal()).isEqualTo("true");
            assertThat(outputs.sensitive("sensitive_number").reveal()).isEqualTo("4711081512");
            assertThat(outputs.findSensitive("region").orElseThrow().reveal()).isEqualTo("eu-central-1");
            assertThat(outputs.toString())
                    .startsWith("src/test/resources/terraform/outputs.json: outputs [bool_true, ")
                    .doesNotContain("battery", "4711081512", "webank-secret", "eu-central-1");
        }

        @Test
        void does_not_give_what_is_sensitive_unmasked() {
            String at = "src/test/resources/terraform/outputs.json:";
            String remedy = "is sensitive. Read it with `sensitive(...)`, which masks it.";
            assertRefused(
                    () -> outputs.string("database_password"),
                    at + "25:5: error TERRAFORM_SENSITIVE database_password.value: the output `database_password` "
                            + remedy);
            assertRefused(
                    () -> outputs.number("sensitive_number"),
                    at + "241:5: error TERRAFORM_SENSITIVE sensitive_number.value: the output `sensitive_number` "
                            + remedy);
            assertRefused(
                    () -> outputs.findBool("sensitive_bool"),
                    at + "236:5: error TERRAFORM_SENSITIVE sensitive_bool.value: the output `sensitive_bool` "
                            + remedy);
            assertRefused(
                    () -> outputs.stringMap("sensitive_object"),
                    at + "258:5: error TERRAFORM_SENSITIVE sensitive_object.value: the output `sensitive_object` "
                            + remedy);
            assertRefused(
                    () -> outputs.sensitive("sensitive_object"),
                    at
                            + "258:5: error WRONG_TYPE sensitive_object.value: the output `sensitive_object` is a map, and a string, number or bool is expected. Use the getter for its type, or change it in Terraform.");
        }
    }

    @Nested
    class OtherFiles {
        private static final String WRITE = "Write the file with `terraform output -json > FILE`.";

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                state.json      ~ this is a state file of Terraform, which may contain secrets that are not marked. Write only the outputs with `terraform output -json > FILE`.
                show.json       ~ this is what `terraform show -json` prints. Write only the outputs with `terraform output -json > FILE`.
                apply.json      ~ this is the log of a Terraform command with `-json`, such as `terraform apply -json`. Write the file with `terraform output -json > FILE`.
                outputs.txt     ~ this is what `terraform output` prints without `-json`. Write the file with `terraform output -json > FILE`.
                no-outputs.txt  ~ this is a message of Terraform. Do what it says, then write the file with `terraform output -json > FILE`.
                one-value.json  ~ this is a single value, as `terraform output -json NAME` prints it, and not a map of outputs. Leave out the name: `terraform output -json > FILE`.
                """)
        void of_Terraform_are_distinguished_from_outputs(String file, String message) {
            assertRefused(
                    () -> TerraformOutputs.read(FOLDER.resolve(file)),
                    "src/test/resources/terraform/" + file + ": error TERRAFORM_OTHER_FILE: " + message);
        }

        @Test
        void are_recognized_by_their_start() {
            String error = "f.json: error TERRAFORM_OTHER_FILE: ";
            assertRefused("output \"a\" {\n  value = 1\n}\n", error + "this is a source file of Terraform. " + WRITE);
            assertRefused("terraform {\n}\n", error + "this is a source file of Terraform. " + WRITE);
            assertRefused("PK\u0003\u0004...", error + "this is a plan file of Terraform. " + WRITE);
            assertRefused(
                    "\u2577\n\u2502 Error: No state file was found!\n",
                    error
                            + "this is a message of Terraform. Do what it says, then write the file with `terraform output -json > FILE`.");
            assertRefused(
                    " \n",
                    error
                            + "the file is empty. Terraform may have failed: write it again with `terraform output -json > FILE`.");
            assertRefused(
                    "{\"a\": \"b\", \"c\": {}}",
                    error
                            + "the file has no outputs: no entry is a map with `sensitive`, `type` and `value`. Write the file with `terraform output -json > FILE`, without a name.");
            assertRefused(
                    "a word",
                    "f.json:1:1: error JSON_SYNTAX: this word is neither `true`, `false` nor `null`. "
                            + "Write a text in double quotes, and these in lower case.");
        }

        @Test
        void of_the_wrapper_of_setup_terraform_are_recognized() {
            String message =
                    "f.json: error TERRAFORM_OTHER_FILE: the file contains lines of the wrapper that the GitHub action `setup-terraform` installs. Set `terraform_wrapper: false` in that action's step, or use its version 3 or later.";
            String outputs = "{" + string("a", "b") + "}\n";
            assertRefused("[command]/opt/terraform-bin output -json\n" + outputs, message);
            assertRefused(outputs + "::debug::Terraform exited with code 0.\n", message);
        }

        @Test
        void with_no_outputs_say_why() {
            assertRefused(
                    () -> TerraformOutputs.read(FOLDER.resolve("no-outputs.json")),
                    "src/test/resources/terraform/no-outputs.json:1:1: error TERRAFORM_NO_OUTPUTS: there are no outputs: Terraform writes such a file if nothing was applied or no `output` is declared. Write the file in the folder and workspace of the root module, after `terraform apply`.");
        }

        @Test
        void that_cannot_be_read_say_why() {
            assertRefused(
                    () -> TerraformOutputs.read(Path.of("no/such/outputs.json")),
                    "no/such/outputs.json: error FILE_MISSING: there is no such file. Check the path, or write it with `terraform output -json > FILE`.");
            assertRefused(
                    () -> TerraformOutputs.read(FOLDER),
                    "src/test/resources/terraform: error FILE_IS_DIRECTORY: this is a directory. Name a file in it.");
            assertRefused(
                    () -> TerraformOutputs.parse("f.json", new byte[16 * 1024 * 1024 + 1]),
                    "f.json: error FILE_TOO_LARGE: the file is larger than 16 MiB. Name the file that `terraform output -json > FILE` wrote.");
        }

        @Test
        void in_other_encodings_say_how_to_write_them() {
            String save =
                    "Save the file as UTF-8 without a byte-order mark; in Windows PowerShell, `cmd /c \"terraform output -json > FILE\"` does that.";
            assertRefused(
                    () -> TerraformOutputs.parse("f.json", new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0}),
                    "f.json:1:1: error JSON_ENCODING: the file is in UTF-16, and JSON is in UTF-8. " + save);
            assertRefused(
                    "\ufeff{}", "f.json:1:1: error JSON_ENCODING: the file starts with a byte-order mark. " + save);
            assertRefused(
                    () -> TerraformOutputs.parse("f.json", new byte[] {'{', '\n', ' ', '"', (byte) 0xE4, '"', '}'}),
                    "f.json:2:3: error JSON_ENCODING: the bytes here are not UTF-8. " + save);
        }
    }

    @Nested
    class Structure {
        @Test
        void every_problem_is_reported_at_once() {
            assertRefused("""
                    {
                      "a": 1,
                      "b": {"value": "x"},
                      "c": {"sensitive": "no", "type": "string", "value": "x"},
                      "d": {"sensitive": false, "type": "strnig", "value": "x"},
                      "e": {"sensitive": false, "type": "string", "value": 1, "valeu": 2},
                      "f": {"sensitive": false, "type": ["list", "string"], "value": ["x", true]},
                      "g": {"sensitive": false, "type": ["tuple", ["string"]], "value": []},
                      "h": {"sensitive": false, "type": ["object", {"x.y": "number"}], "value": {"x.y": "1"}},
                      "i": {"sensitive": false, "type": ["object", {"x": "number"}], "value": {"y": 1}},
                      "j": {"sensitive": false, "type": "list", "value": ["x"]},
                      "k": {"sensitive": false, "sensitive": false, "type": "bool", "value": true},
                      "k": {"sensitive": false, "type": "bool", "value": true},
                      "l": {"sensitive": false, "type": ["map", "bool"], "value": {"m": true, "m": false}},
                      "7": {"sensitive": false, "type": "bool", "value": true}
                    }
                    """, """
                    f.json:2:3: error WRONG_TYPE a: this is a number, and an output is a map of `sensitive`, `type` and `value`. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:3:3: error MISSING_KEY b: the output has no `sensitive`. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:3:3: error MISSING_KEY b: the output has no `type`. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:4:9: error WRONG_TYPE c.sensitive: this is a string, and `sensitive` is `true` or `false`. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:5:29: error TERRAFORM_TYPE d.type: this is not a type of Terraform. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:6:47: error WRONG_TYPE e.value: this is a number, and its type is a string. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:6:59: error UNKNOWN_KEY e.valeu: an output has the keys `sensitive`, `type` and `value`, and not this one. Write `value`.
                    f.json:7:72: error WRONG_TYPE f.value[1]: this is a bool, and its type is a string. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:8:60: error WRONG_TYPE g.value: the list has 0 items, and its type is a list of 1 item. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:9:78: error WRONG_TYPE h.value["x.y"]: this is a string, and its type is a number. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:10:66: error MISSING_KEY i.value: a key that the type of the output has is missing. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:10:76: error UNKNOWN_KEY i.value.y: the type of the output has no such key. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:11:29: error TERRAFORM_TYPE j.type: `list` without the type of its values is a type of Terraform before 0.12. Apply with Terraform 0.12 or later, and write the file again.
                    f.json:12:29: error JSON_DUPLICATE_KEY k.sensitive: this key is there twice, first in line 12. Remove or rename one of the two.
                    f.json:13:3: error JSON_DUPLICATE_KEY k: this key is there twice, first in line 12. Remove or rename one of the two.
                    f.json:14:75: error JSON_DUPLICATE_KEY l.value.m: this key is there twice, first in line 14. Remove or rename one of the two.
                    f.json:15:3: error TERRAFORM_NAME 7: this is not a valid name of an output: a name has letters, digits, - and _, and starts with a letter or _. The file was edited: write it again with `terraform output -json > FILE`.""".stripIndent());
        }

        @Test
        void a_problem_inside_of_what_is_sensitive_shows_no_key() {
            assertRefused("""
                    {
                      "a": {"sensitive": true, "type": ["map", "string"], "value": {"s3cret": 1, "s3cret": "x"}},
                      "b": {"sensitive": true, "type": "dynamic", "value": [{"s3cret": 1, "s3cret": 2}]},
                      "c": {"type": "what", "value": {"s3cret": {"s3cret": 1, "s3cret": 2}}},
                      "d": {"sensitive": true, "type": ["object", {"s3cret": 1}], "value": {}, "s3cret": 1}
                    }
                    """, """
                    f.json:2:65: error WRONG_TYPE a.value: this is a number, and its type is a string. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:2:78: error JSON_DUPLICATE_KEY a.value: this key is there twice, first in line 2. Remove or rename one of the two.
                    f.json:3:71: error JSON_DUPLICATE_KEY b.value: this key is there twice, first in line 3. Remove or rename one of the two.
                    f.json:4:3: error MISSING_KEY c: the output has no `sensitive`. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:4:9: error TERRAFORM_TYPE c.type: this is not a type of Terraform. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:4:59: error JSON_DUPLICATE_KEY c.value: this key is there twice, first in line 4. Remove or rename one of the two.
                    f.json:5:48: error TERRAFORM_TYPE d.type: this is not a type of Terraform. The file was edited: write it again with `terraform output -json > FILE`.
                    f.json:5:76: error UNKNOWN_KEY d: an output has the keys `sensitive`, `type` and `value`, and not this one. The file was edited: write it again with `terraform output -json > FILE`.""".stripIndent());
        }

        @Test
        void keys_stay_on_one_line() {
            assertRefused(
                    "{\"a\":{\"sensitive\":false,\"type\":[\"map\",\"string\"],\"value\":{\"b\\n\\\"`\\\\\":1}}}",
                    "f.json:1:58: error WRONG_TYPE a.value[\"b\\n\\\"`\\\\\"]: this is a number, and its type is a string. The file was edited: write it again with `terraform output -json > FILE`.");
        }

        @Test
        void fifty_problems_are_enough() {
            StringBuilder json = new StringBuilder("{\"a\": {\"value\": 1}");
            for (int i = 0; i < 200; i++) {
                json.append(",\"b").append(i).append("\":1");
            }
            assertThatThrownBy(() -> parse(json + "}"))
                    .isInstanceOfSatisfying(
                            DeployException.InvalidInput.class,
                            invalid -> assertThat(invalid.problems()).hasSize(50));
        }
    }

    @Nested
    class Getters {
        private final TerraformOutputs outputs = parse("{\n"
                + String.join(
                        ",\n",
                        string("region", "eu-central-1"),
                        output("port", "false", "\"number\"", "5432"),
                        output("none", "false", "\"dynamic\"", "null"),
                        output("zones", "false", "[\"list\", \"string\"]", "[\"a\", null]"),
                        output("tags", "false", "[\"map\", \"number\"]", "{\"x\": 1}"),
                        output("huge", "false", "\"number\"", "1e99999999999"))
                + "\n}");

        @Test
        void say_what_there_is_instead() {
            assertRefused(
                    () -> outputs.string("regoin"),
                    "f.json: error TERRAFORM_OUTPUT_MISSING: there is no output `regoin`; perhaps `region` is meant. Add it to the root module, with a value other than null, and apply, or use one of `region`, `port`, `none`, `zones`, `tags`, `huge`.");
            assertRefused(
                    () -> outputs.isSensitive("x`y"),
                    "f.json: error TERRAFORM_OUTPUT_MISSING: there is no output `x\\`y`. Add it to the root module, with a value other than null, and apply, or use one of `region`, `port`, `none`, `zones`, `tags`, `huge`.");
        }

        @Test
        void list_twenty_names() {
            String[] many = new String[25];
            for (int i = 0; i < many.length; i++) {
                many[i] = "output_" + i + "=x";
            }
            assertThatThrownBy(() -> strings(many).string("region"))
                    .hasMessageEndingWith("`output_18`, `output_19` and 5 more.");
        }

        @Test
        void want_the_type_that_is_there() {
            String remedy = " is expected. Use the getter for its type, or change it in Terraform.";
            assertRefused(
                    () -> outputs.string("port"),
                    "f.json:3:48: error WRONG_TYPE port.value: the output `port` is a number, and a string" + remedy);
            assertRefused(
                    () -> outputs.number("region"),
                    "f.json:2:50: error WRONG_TYPE region.value: the output `region` is a string, and a number"
                            + remedy);
            assertRefused(
                    () -> outputs.strings("region"),
                    "f.json:2:50: error WRONG_TYPE region.value: the output `region` is a string, and a list of strings"
                            + remedy);
            assertRefused(
                    () -> outputs.stringMap("zones"),
                    "f.json:5:59: error WRONG_TYPE zones.value: the output `zones` is a list, and a map of strings"
                            + remedy);
            assertRefused(
                    () -> outputs.findBool("port"),
                    "f.json:3:48: error WRONG_TYPE port.value: the output `port` is a number, and a bool" + remedy);
            assertRefused(
                    () -> outputs.strings("zones"),
                    "f.json:5:74: error WRONG_TYPE zones.value[1]: this is null, and a string is expected. Remove it in Terraform, or make it a string there.");
            assertRefused(
                    () -> outputs.stringMap("tags"),
                    "f.json:6:67: error WRONG_TYPE tags.value.x: this is a number, and a string is expected. Remove it in Terraform, or make it a string there.");
        }

        @Test
        void tell_null_from_a_value() {
            assertThat(outputs.has("none")).isTrue();
            assertThat(outputs.findString("none")).isEmpty();
            assertRefused(
                    () -> outputs.string("none"),
                    "f.json:4:49: error TERRAFORM_NULL none.value: the output `none` is null. Give it a value and apply, or use a getter whose name starts with `find`.");
        }

        @Test
        void give_no_number_that_nobody_can_compute_with() {
            assertRefused(
                    () -> outputs.number("huge"),
                    "f.json:7:48: error OUT_OF_RANGE huge.value: the output `huge` is a number with too many digits. Output at most 1000 digits.");
        }

        @Test
        void give_what_cannot_be_changed() {
            TerraformOutputs real = TerraformOutputs.read(FOLDER.resolve("outputs.json"));
            assertThatThrownBy(() -> real.roleArns().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> real.publicSubnets().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> real.names().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class Purposes {
        @Test
        void have_the_names_of_Webank_s_own_root_module_too() {
            TerraformOutputs outputs = parse("{"
                    + String.join(
                            ",",
                            string("eks_cluster_name", "webank_dev-1"),
                            string("aws_region", "us-gov-west-1"),
                            string("rds_endpoint", "db.example.com:5433"),
                            output("rds_port", "false", "\"number\"", "5433"))
                    + "}");
            assertThat(outputs.clusterName()).isEqualTo("webank_dev-1");
            assertThat(outputs.region()).isEqualTo("us-gov-west-1");
            assertThat(outputs.database()).hasToString("db.example.com:5433");
        }

        @Test
        void state_their_names() {
            assertThat(Purpose.DATABASE_ENDPOINT.defaultNames())
                    .containsExactly("database_endpoint", "db_instance_endpoint", "rds_endpoint");
            for (Purpose purpose : Purpose.values()) {
                assertThat(TerraformNames.defaults().of(purpose)).isEqualTo(purpose.defaultNames());
            }
        }

        @Test
        void can_be_served_by_outputs_of_other_names() {
            TerraformOutputs outputs = strings(
                            "cluster_name=other", "my_cluster=webank", "obs=arn:aws:iam::111122223333:role/obs")
                    .withNames(TerraformNames.defaults()
                            .with(Purpose.CLUSTER_NAME, "my_cluster")
                            .withRole("webank-obs", "obs"));
            assertThat(outputs.clusterName()).isEqualTo("webank");
            assertThat(outputs.roleArn("webank-obs")).isEqualTo("arn:aws:iam::111122223333:role/obs");
            assertThat(TerraformNames.defaults().with(Purpose.REGION, "a"))
                    .isEqualTo(
                            TerraformNames.defaults().with(Purpose.REGION, "b").with(Purpose.REGION, "a"))
                    .hasSameHashCodeAs(TerraformNames.defaults().with(Purpose.REGION, "a"))
                    .isNotEqualTo(TerraformNames.defaults())
                    .hasToString("names of outputs {REGION=a}, of roles {}");
        }

        @Test
        void that_are_missing_are_reported_at_once() {
            assertRefused(
                    () -> strings("certificate_arm=x", "region=eu-central-1a")
                            .require(
                                    Purpose.CLUSTER_NAME,
                                    Purpose.REGION,
                                    Purpose.CERTIFICATE,
                                    Purpose.DATABASE_ENDPOINT),
                    """
                    f.json: error TERRAFORM_OUTPUT_MISSING: there is no output `cluster_name` or `eks_cluster_name`, for the cluster's name. Add it to the root module, with a value other than null (of `terraform-aws-modules/eks`, that is `cluster_name`), and apply, or name another with `TerraformNames.defaults().with(Purpose.CLUSTER_NAME, NAME)`; there are `certificate_arm`, `region`.
                    f.json:3:50: error REGION_INVALID region.value: `eu-central-1a` is an availability zone. Output its region, `eu-central-1`.
                    f.json: error TERRAFORM_OUTPUT_MISSING: there is no output `certificate_arn` or `acm_certificate_arn`, for the certificate's ARN; perhaps `certificate_arm` is meant. Add it to the root module, with a value other than null, and apply, or name another with `TerraformNames.defaults().with(Purpose.CERTIFICATE, NAME)`; there are `certificate_arm`, `region`.
                    f.json: error TERRAFORM_OUTPUT_MISSING: there is no output `database_endpoint`, `db_instance_endpoint` or `rds_endpoint`, for the database's endpoint. Add it to the root module, with a value other than null, and apply, or name another with `TerraformNames.defaults().with(Purpose.DATABASE_ENDPOINT, NAME)`; there are `certificate_arm`, `region`.""".stripIndent());
        }

        @Test
        void take_the_first_output_that_is_not_null() {
            TerraformOutputs outputs = parse("{" + output("cluster_name", "false", "\"string\"", "null") + ","
                    + string("eks_cluster_name", "webank") + "}");
            assertThat(outputs.clusterName()).isEqualTo("webank");
            assertRefused(
                    () -> parse("{" + output("cluster_name", "false", "\"string\"", "null") + "}")
                            .clusterName(),
                    "f.json:1:57: error TERRAFORM_NULL cluster_name.value: the output `cluster_name`, for the cluster's name, is null. Give it a value and apply.");
        }

        @Test
        void take_no_output_of_two_that_differ() {
            assertThat(strings("region=eu-central-1", "aws_region=eu-central-1").region())
                    .isEqualTo("eu-central-1");
            assertRefused(
                    () -> strings("region=eu-central-1", "aws_region=eu-west-1").region(),
                    "f.json:3:54: error TERRAFORM_AMBIGUOUS aws_region.value: the outputs `region` and `aws_region` are both for the region, and differ. Choose one of them with `TerraformNames.defaults().with(Purpose.REGION, NAME)`.");
        }

        @Test
        void take_nothing_that_is_sensitive() {
            assertRefused(
                    () -> parse("{" + output("region", "true", "\"string\"", "\"eu-central-1\"") + "}")
                            .region(),
                    "f.json:1:50: error TERRAFORM_SENSITIVE region.value: the output `region` is sensitive, and the region must be shown. Remove `sensitive = true` from it, with `nonsensitive(...)` around its value, or name another output with `TerraformNames.defaults().with(Purpose.REGION, NAME)`.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                webank dev   ~ NAME_INVALID cluster_name.value: the value is not a valid EKS cluster name. Output a name of at most 100 letters, digits, - and _ that starts with a letter or digit.
                -webank      ~ NAME_INVALID cluster_name.value: `-webank` is not a valid EKS cluster name. Output a name of at most 100 letters, digits, - and _ that starts with a letter or digit.
                arn:aws:eks:eu-central-1:111122223333:cluster/webank ~ NAME_INVALID cluster_name.value: `arn:aws:eks:eu-central-1:111122223333:cluster/webank` is not a valid EKS cluster name. Output only the name, `webank`.
                """)
        void want_a_name_for_the_cluster(String name, String message) {
            assertRefused(() -> strings("cluster_name=" + name).clusterName(), "f.json:2:56: error " + message);
        }

        @ParameterizedTest
        @CsvSource({"eu-central-1", "us-gov-east-1", "us-isob-east-1", "eusc-de-east-1", "ap-southeast-7"})
        void know_regions(String region) {
            assertThat(strings("region=" + region).region()).isEqualTo(region);
        }

        @ParameterizedTest
        @CsvSource({"Frankfurt", "eu-central", "EU-CENTRAL-1", "eu_central_1", "eu-central-01"})
        void know_invalid_regions(String region) {
            assertRefused(
                    () -> strings("region=" + region).region(),
                    "f.json:2:50: error REGION_INVALID region.value: `" + region
                            + "` is not an AWS region. Output the region's code, as in `eu-central-1`.");
        }

        @ParameterizedTest
        @CsvSource({
            "arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
            "arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/mrk-0",
            "arn:aws:iam::111122223333:server-certificate/path/name"
        })
        void know_certificates(String arn) {
            assertThat(strings("certificate_arn=" + arn).certificateArn()).isEqualTo(arn);
        }

        @ParameterizedTest
        @CsvSource({
            "arn:aws:acm:eu-central-1:1111:certificate/1",
            "arn:aws:acm::111122223333:certificate/1",
            "arn:aws:rds:eu-central-1:111122223333:db:webank",
            "arn:aws:acm:eu-central-1:111122223333:certificate/",
            "*.example.com"
        })
        void know_invalid_certificates(String arn) {
            assertRefused(
                    () -> strings("certificate_arn=" + arn).certificateArn(),
                    "f.json:2:59: error ARN_INVALID certificate_arn.value: `" + arn
                            + "` is not the ARN of a certificate. Output arn:aws:acm:REGION:ACCOUNT:certificate/ID, the `arn` of an `aws_acm_certificate`.");
        }

        @Test
        void want_the_certificate_in_the_cluster_s_region() {
            assertRefused(
                    () -> strings(
                                    "region=eu-central-1",
                                    "certificate_arn=arn:aws:acm:us-east-1:111122223333:certificate/1")
                            .certificateArn(),
                    "f.json:3:59: error REGION_MISMATCH certificate_arn.value: the certificate is in `us-east-1`, and the cluster in `eu-central-1`: a load balancer accepts only certificates of its own region. Output a certificate of `eu-central-1`.");
        }

        @Test
        void want_ids_of_subnets() {
            Function<String, TerraformOutputs> subnets =
                    list -> parse("{" + output("public_subnets", "false", "[\"list\", \"string\"]", list) + "}");
            assertThat(subnets.apply("[\"subnet-01234567\"]").publicSubnets()).containsExactly("subnet-01234567");
            assertRefused(
                    () -> subnets.apply("[]").publicSubnets(),
                    "f.json:1:69: error TERRAFORM_EMPTY public_subnets.value: there is no subnet in this list. Output at least one.");
            assertRefused(
                    () -> subnets.apply("[\"10.0.0.0/16\", \"subnet-01234567\", \"public a\"]")
                            .publicSubnets(),
                    """
                    f.json:1:79: error SUBNET_INVALID public_subnets.value[0]: `10.0.0.0/16` is not a subnet id. Output ids, as in `subnet-0123456789abcdef0`, not names, ARNs or address ranges.
                    f.json:1:113: error SUBNET_INVALID public_subnets.value[2]: the value is not a subnet id. Output ids, as in `subnet-0123456789abcdef0`, not names, ARNs or address ranges.""".stripIndent());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                db.example.com:0        ~ OUT_OF_RANGE database_endpoint.value: `0` is not a port number. Output a number from 1 to 65535.
                db.example.com:65536    ~ OUT_OF_RANGE database_endpoint.value: `65536` is not a port number. Output a number from 1 to 65535.
                db.example.com:         ~ OUT_OF_RANGE database_endpoint.value: the value is not a port number. Output a number from 1 to 65535.
                :5432                   ~ HOST_INVALID database_endpoint.value: the host is empty. Use at most 253 characters of a-z, 0-9, - and .; each part between dots has at most 63 characters and does not start or end with -; only the first part may be `*`.
                DB.example.com:5432     ~ HOST_INVALID database_endpoint.value: the host `DB.example.com` is neither a DNS name nor an IPv4 address. Write it in lower case, `db.example.com`.
                *.example.com:5432      ~ HOST_INVALID database_endpoint.value: `*.example.com:5432` is a wildcard. Output the server's own name.
                db.example.com          ~ MISSING_KEY database_endpoint.value: the endpoint `db.example.com` has no port, and there is no output `database_port`, `db_instance_port` or `rds_port`. Output `host:port`, or the port in an output of its own.
                postgres://u:s3cret@h/d ~ HOST_INVALID database_endpoint.value: the database's endpoint has more than a host and a port. Output only `host:port`, the `endpoint` of an `aws_db_instance`.
                """)
        void want_a_host_and_a_port(String endpoint, String message) {
            assertRefused(() -> strings("database_endpoint=" + endpoint).database(), "f.json:2:61: error " + message);
        }

        @Test
        void take_the_port_from_beside_the_host() {
            assertThat(strings("database_endpoint=10.0.0.5", "database_port=5433")
                            .database())
                    .isEqualTo(strings("database_endpoint=10.0.0.5:5433").database())
                    .hasSameHashCodeAs(
                            strings("database_endpoint=10.0.0.5:5433").database())
                    .isNotEqualTo(strings("database_endpoint=10.0.0.5:5432").database());
            assertRefused(
                    () -> strings("database_endpoint=db:5432", "rds_port=5433").database(),
                    "f.json:2:61: error TERRAFORM_AMBIGUOUS database_endpoint.value: the endpoint has the port 5432, and the output for the port is 5433. Choose the output for the port with `TerraformNames.defaults().with(Purpose.DATABASE_PORT, NAME)`.");
            for (String port : List.of("1e999999999", "5432.5", "-1", "70000")) {
                assertRefused(
                        () -> parse("{" + output("database_port", "false", "\"number\"", port) + "}")
                                .require(Purpose.DATABASE_PORT),
                        "f.json:1:58: error OUT_OF_RANGE database_port.value: `" + port.replace("1e", "1E+")
                                + "` is not a port number. Output a number from 1 to 65535.");
            }
        }

        @Test
        void know_roles() {
            Function<String, TerraformOutputs> roles =
                    map -> parse("{" + output("role_arns", "false", "[\"map\", \"string\"]", map) + "}");
            String good = "\"webank-obs\": \"arn:aws:iam::111122223333:role/a/b/webank_obs+=,.@-\"";
            assertThat(roles.apply("{" + good + "}").roleArn("webank-obs"))
                    .isEqualTo("arn:aws:iam::111122223333:role/a/b/webank_obs+=,.@-");
            assertRefused(
                    () -> roles.apply("{" + good + "}").roleArn("webank-ops"),
                    "f.json:1:63: error TERRAFORM_ROLE_MISSING role_arns.value: there is no role for the service account `webank-ops`; perhaps `webank-obs` is meant. Add it to the output, or name one for it with `TerraformNames.withRole`; there are `webank-obs`.");
            assertRefused(
                    () -> roles.apply("{\"a\": \"arn:aws:iam::111122223333:policy/a\", \"b\": \"obs\"}")
                            .roleArns(),
                    """
                    f.json:1:73: error ARN_INVALID role_arns.value.a: `arn:aws:iam::111122223333:policy/a` is not the ARN of an IAM role. Output arn:aws:iam::ACCOUNT:role/NAME, the `arn` of an `aws_iam_role`.
                    f.json:1:116: error ARN_INVALID role_arns.value.b: `obs` is not the ARN of an IAM role. Output arn:aws:iam::ACCOUNT:role/NAME, the `arn` of an `aws_iam_role`.""".stripIndent());
            assertRefused(
                    () -> strings("obs=arn:aws:iam::111122223333:user/obs")
                            .withNames(TerraformNames.defaults().withRole("webank-obs", "obs"))
                            .roleArn("webank-obs"),
                    "f.json:2:47: error ARN_INVALID obs.value: `arn:aws:iam::111122223333:user/obs` is not the ARN of an IAM role. Output arn:aws:iam::ACCOUNT:role/NAME, the `arn` of an `aws_iam_role`.");
        }
    }
}
