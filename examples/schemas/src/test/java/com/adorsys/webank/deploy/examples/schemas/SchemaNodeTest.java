package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SchemaNodeTest {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Description description = new Description();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: string}; string",
                "{type: string, format: byte}; bytes",
                "{type: string, format: date-time}; time",
                "{type: string, format: uri}; string",
                "{type: integer}; int64",
                "{type: integer, format: int32}; int32",
                "{type: number, format: double}; double",
                "{type: boolean}; bool",
                "{type: object}; object",
                "{}; any",
                "{x-kubernetes-preserve-unknown-fields: true}; any",
                "{type: object, x-kubernetes-preserve-unknown-fields: true}; object",
                "{type: object, x-kubernetes-embedded-resource: true, properties: {kind: {type: string}}}; object",
                "{x-kubernetes-int-or-string: true}; int-or-string",
                "{x-kubernetes-int-or-string: true, pattern: '^[0-9]+$'}; quantity",
                "{format: int-or-string}; int-or-string",
                "{type: array, items: {type: string}}; []string",
                "{type: array, items: {type: array, items: {type: integer}}}; [][]int64",
                "{type: object, additionalProperties: {type: string}}; {}string",
                "{type: object, additionalProperties: {}}; {}any",
                "{type: object, additionalProperties: {type: array, items: {type: string}}}; {}[]string",
                "{type: object, additionalProperties: true}; object",
                "{$ref: '#/components/schemas/a.b.C'}; a.b.C",
                "{allOf: [{$ref: '#/components/schemas/a.b.C'}], default: {}}; a.b.C",
                "{type: array, items: {allOf: [{$ref: '#/components/schemas/a.b.C'}]}}; []a.b.C"
            })
    void a_schema_has_a_type(String schema, String type) {
        assertThat(field(schema).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: string, default: a b}; default=\"a%20b\"",
                "{type: boolean, default: false}; default=false",
                "{type: array, items: {}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, protocol]};"
                        + " keys=port,protocol",
                "{type: array, items: {type: string}, x-kubernetes-list-type: set}; set",
                "{type: array, items: {}, x-kubernetes-list-type: atomic}; ''",
                "{type: array, items: {}, x-kubernetes-patch-strategy: 'merge,retainKeys', x-kubernetes-patch-merge-key: name};"
                        + " merge=name",
                "{type: array, items: {}, x-kubernetes-patch-merge-key: name}; ''",
                "{type: object, x-kubernetes-map-type: atomic}; atomic",
                "{type: string, nullable: true}; nullable",
                "{type: integer, minimum: 1, maximum: 65535}; maximum=65535 minimum=1",
                "{type: string, minLength: 0, maxLength: 63}; maxLength=63 minLength=0",
                "{type: string, pattern: '^a b|c%$'}; pattern=^a%20b%7Cc%25$",
                "{x-kubernetes-int-or-string: true, pattern: '^[0-9]+$'}; ''",
                "{type: array, minItems: 1, items: {type: string, minLength: 2}}; minItems=1 minLength=2",
                "{type: object, additionalProperties: {type: string, maxLength: 5}}; maxLength=5",
                "{type: string, default: null}; ''"
            })
    void a_schema_has_rules(String schema, String rules) {
        assertThat(String.join(" ", field(schema).rules())).isEqualTo(rules);
    }

    @Test
    void an_enumeration_is_of_the_field_or_of_its_items() {
        assertThat(field("{type: string, enum: [b, a, '']}").values()).containsExactly("", "a", "b");
        assertThat(field("{type: array, items: {type: string, enum: [b]}}").values())
                .containsExactly("b");
        assertThat(field("{type: string}").values()).isEmpty();
    }

    @Test
    void a_map_with_known_keys_inside_another_is_a_type_that_is_named_by_its_path() {
        Description.Type outer = type("""
                required: [items]
                x-kubernetes-map-type: atomic
                properties:
                  items:
                    type: array
                    items:
                      x-kubernetes-preserve-unknown-fields: true
                      properties:
                        deep: {type: object, properties: {leaf: {type: string}}}
                  text: {type: string}
                """);

        assertThat(outer.fields().keySet()).containsExactly("items", "text");
        assertThat(outer.atomic()).isTrue();
        assertThat(outer.open()).isFalse();
        assertThat(outer.fields().get("items").required()).isTrue();
        assertThat(outer.fields().get("text").required()).isFalse();
        assertThat(outer.fields().get("items").type()).isEqualTo("[]g/v1.T.items");
        assertThat(description.types.keySet()).containsExactly("g/v1.T.items", "g/v1.T.items.deep");
        assertThat(description.types.get("g/v1.T.items").open()).isTrue();
        assertThat(description.types.get("g/v1.T.items.deep").fields()).containsOnlyKeys("leaf");
    }

    private Description.Field field(String schema) {
        Description.Field field =
                type("{properties: {key: " + schema + "}}").fields().get("key");
        assertThat(field).isNotNull();
        return field;
    }

    private Description.Type type(String schema) {
        JsonNode node = YAML.readTree(schema);
        return new SchemaNode(description, name -> name).type(node, "g/v1.T");
    }
}
