package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;
import com.adorsys.webank.deploy.schema.Targets;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonSchemaTest {
    /** Codes of what a schema can say of every tree. */
    private static final Set<String> STRUCTURE = Set.of(
            "WRONG_TYPE",
            "UNKNOWN_KEY",
            "MISSING_KEY",
            "OUT_OF_RANGE",
            "UNKNOWN_VALUE",
            "EXCLUSIVE_KEYS",
            "LIST_EMPTY",
            "QUANTITY_INVALID");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    private static final Shape SHOP = Shape.object()
            .named("a shop")
            .required("name", Shape.string(Grammar.LABEL))
            .field("size", Shape.count().example("3"))
            .field("kind", Shape.oneOf("small", "large").nullable())
            .field("port", Shape.portNumberOrName())
            .field("old", Shape.any())
            .field("new", Shape.any())
            .field("code", Shape.matching("^[A-Z]+$"))
            .field("parts", Shape.listOf(Shape.mapOf(Grammar.DATA_KEY, Shape.bool())))
            .atMostOneOf("old", "new")
            .build();

    @Test
    void has_the_same_rules_as_the_shape() {
        assertThat(JsonSchema.of(SHOP)).isEqualTo(JsonTrees.map("""
                {
                  '$schema': 'http://json-schema.org/draft-07/schema#',
                  type: object,
                  title: 'a shop',
                  properties: {
                    name: {type: string, pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$'},
                    size: {type: integer, minimum: 0, maximum: 2147483647, examples: [3]},
                    kind: {anyOf: [{type: string, enum: [small, large]}, {type: 'null'}]},
                    port: {anyOf: [
                      {type: integer, minimum: 1, maximum: 65535, examples: [8080]},
                      {type: string, pattern: '^[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$'}
                    ]},
                    old: {},
                    'new': {},
                    code: {type: string, pattern: '^[A-Z]+$'},
                    parts: {type: array, items: {
                      type: object,
                      additionalProperties: {type: boolean},
                      propertyNames: {pattern: '^(\\\\.?[-A-Za-z0-9_][-A-Za-z0-9_.]*)$', maxLength: 253}
                    }}
                  },
                  required: [name],
                  additionalProperties: false,
                  allOf: [{oneOf: [
                    {required: [old]},
                    {required: ['new']},
                    {not: {anyOf: [{required: [old]}, {required: ['new']}]}}
                  ]}]
                }
                """.replaceAll(
                        "(?<=[ \\[])(string|integer|boolean|object|array|small|large|name|old)(?=[],}])", "'$1'")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: 'a'}                        | true",
                "{name: 'a', old: 1}                | true",
                "{name: 'a', old: 1, 'new': 1}      | false",
                "{name: 'a', kind: null}            | true",
                "{name: 'a', kind: 'huge'}          | false",
                "{name: 'a', port: 'http'}          | true",
                "{name: 'a', port: 0}               | false",
                "{name: 'a', code: 'a'}             | false",
                "{name: 'a', parts: [{a: true}]}    | true",
                "{name: 'a', parts: [{'..': true}]} | false",
                "{name: 'a', parts: [{'ä': true}]}  | false",
                "{name: 'a', more: 1}               | false",
                "{}                                 | false"
            })
    void is_as_strict_as_the_shape(String json, boolean valid) {
        assertThat(isValid("shop", SHOP, JsonTrees.tree(json))).isEqualTo(valid);
    }

    @Test
    void has_the_fields_that_the_versions_know() {
        Shape pod = Shapes.of(Schemas.type("core/v1.PodSpec"));

        MapTree spec = (MapTree) JsonSchema.of(pod)
                .at("definitions", "core.v1.PodSpec", "properties")
                .orElseThrow();
        MapTree old = (MapTree) JsonSchema.of(pod, Targets.any().with(ProductVersion.kubernetes("1.33")))
                .at("definitions", "core.v1.PodSpec", "properties")
                .orElseThrow();

        assertThat(spec.has("hostnameOverride")).isTrue();
        assertThat(old.has("hostnameOverride")).isFalse();
        assertThat(old.has("containers")).isTrue();
    }

    @Test
    void of_a_recursive_shape_is_finite() {
        Shape definition = Shapes.of(Schemas.kind("apiextensions.k8s.io/v1", "CustomResourceDefinition")
                .orElseThrow());
        String schema = REGISTRY.getSchema(json(JsonSchema.of(definition))).toString();

        assertThat(schema).contains("JSONSchemaProps");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agrees_with_the_check_of_manifests_with_any_part_replaced(@ForAll long seed, @ForAll("parts") Tree part) {
        for (Manifest manifest : Sets.of(Sets.GOOD)) {
            Shape shape = Shapes.of(
                    Schemas.kind(manifest.apiVersion(), manifest.kind()).orElseThrow());
            Tree tree = CheckPropertiesTest.replaced(manifest.tree(), part, new java.util.Random(seed), 0);
            List<Problem> errors = ShapeCheck.problems(shape, tree, Locations.none()).stream()
                    .filter(Problem::isError)
                    .toList();
            boolean valid = isValid(manifest.kind(), shape, tree);
            if (errors.isEmpty()) {
                assertThat(valid).as("%s", tree).isTrue();
            } else if (errors.stream().anyMatch(error -> STRUCTURE.contains(error.code()))) {
                assertThat(valid).as("%s: %s", errors, tree).isFalse();
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void patterns_match_what_the_grammar_accepts(@ForAll Grammar grammar, @ForAll("texts") String text) {
        boolean matches =
                java.util.regex.Pattern.compile(grammar.pattern()).matcher(text).find()
                        && (grammar.longest() == 0 || text.length() <= grammar.longest());
        if (grammar.apply(text).isEmpty()) {
            assertThat(matches).as("%s of %s", text, grammar).isTrue();
        } else if (isExact(grammar) && text.indexOf('/') <= 253) {
            assertThat(matches).as("%s of %s", text, grammar).isFalse();
        }
    }

    private static boolean isExact(Grammar grammar) {
        return switch (grammar) {
            case HOST,
                    IMAGE,
                    IMAGE_TEXT,
                    PORT_NAME,
                    SUB_PATH,
                    FILE_PATH,
                    ADDRESS,
                    LEGACY_ADDRESS,
                    CLUSTER_ADDRESS,
                    LEGACY_CLUSTER_ADDRESS,
                    POD_FIELD,
                    CIDR,
                    LEGACY_CIDR,
                    SECRET_DATA,
                    BINARY_DATA,
                    BYTES -> false;
            default -> true;
        };
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "b-c",
                "A",
                "-",
                ".",
                "..",
                "/",
                "%",
                "1",
                "0",
                "25%",
                "=",
                "+",
                " ",
                ":",
                "_",
                "ä",
                "Ki",
                "m",
                "e3",
                "cpu",
                "hugepages-",
                "*.",
                "example.com",
                "aGk=",
                "None",
                "limits.",
                "metadata.labels['",
                "']",
                "10.0.0.0",
                "2001:db8::",
                "/32",
                "x".repeat(62),
                "y".repeat(64),
                "z.".repeat(120));
        return pieces.list().ofMaxSize(5).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Tree> parts() {
        return Arbitraries.oneOf(
                // Only whole numbers: a schema takes 1.0 for one, and .inf is not JSON.
                TreeArbitraries.treesWithNulls().filter(tree -> !hasFloat(tree)),
                Arbitraries.of(
                        ScalarTree.ofNull(),
                        ScalarTree.of(-1),
                        ScalarTree.of(70_000),
                        ScalarTree.of(""),
                        ScalarTree.of("500m"),
                        ListTree.of(),
                        MapTree.of()));
    }

    private static boolean hasFloat(Tree tree) {
        if (tree instanceof MapTree map) {
            return IntStream.range(0, map.size()).anyMatch(i -> hasFloat(map.valueAt(i)));
        }
        return tree instanceof ListTree list
                ? list.items().stream().anyMatch(JsonSchemaTest::hasFloat)
                : ((ScalarTree) tree).kind() == ScalarTree.Kind.FLOAT;
    }

    private static boolean isValid(String name, Shape shape, Tree tree) {
        return SCHEMAS.computeIfAbsent(name, first -> REGISTRY.getSchema(json(JsonSchema.of(shape))))
                .validate(json(tree))
                .isEmpty();
    }

    private static JsonNode json(Tree tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (tree instanceof MapTree map) {
            ObjectNode node = nodes.objectNode();
            map.forEach((key, value) -> node.set(key, json(value)));
            return node;
        }
        if (tree instanceof ListTree list) {
            ArrayNode node = nodes.arrayNode();
            list.items().forEach(item -> node.add(json(item)));
            return node;
        }
        ScalarTree scalar = (ScalarTree) tree;
        return switch (scalar.kind()) {
            case STRING -> nodes.stringNode(scalar.text());
            case INTEGER -> nodes.numberNode(new BigInteger(scalar.text()));
            case FLOAT -> throw new IllegalArgumentException(scalar.text());
            case BOOLEAN -> nodes.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL -> nodes.nullNode();
        };
    }
}
