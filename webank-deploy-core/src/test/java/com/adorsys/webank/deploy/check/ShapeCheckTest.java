package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import com.adorsys.webank.deploy.schema.Shapes;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShapeCheckTest {

    private static final Shape VALUES = Shape.object()
            .named("the chart webank-obs")
            .field("replicaCount", Shape.count().example("3"))
            .field("env", Shapes.envVars())
            .field("host", Shape.string())
            .field("pullPolicy", Shapes.pullPolicy())
            .field("enabled", Shape.bool())
            .field("args", Shape.listOf(Shape.string()))
            .field("labels", Shape.labels())
            .field("resources", Shapes.resourceRequirements())
            .build();

    private static List<String> problems(Shape shape, Tree tree) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : ShapeCheck.problems(shape, tree, Locations.none())) {
            texts.add(problem.toString());
        }
        return texts;
    }

    private static MapTree map(Object... entries) {
        MapTree.Builder builder = MapTree.builder();
        for (int i = 0; i < entries.length; i += 2) {
            builder.put((String) entries[i], tree(entries[i + 1]));
        }
        return builder.build();
    }

    private static ListTree list(Object... items) {
        List<Tree> trees = new ArrayList<>();
        for (Object item : items) {
            trees.add(tree(item));
        }
        return ListTree.of(trees);
    }

    private static Tree tree(Object value) {
        if (value instanceof Tree tree) {
            return tree;
        }
        if (value instanceof Integer number) {
            return ScalarTree.of(number);
        }
        if (value instanceof Boolean truth) {
            return ScalarTree.of(truth);
        }
        return ScalarTree.of((String) value);
    }

    @Nested
    class Types {
        @Test
        void a_valid_tree_has_no_problems() {
            assertThat(problems(
                            VALUES,
                            map(
                                    "replicaCount",
                                    3,
                                    "env",
                                    list(map("name", "A", "value", "1")),
                                    "host",
                                    "db.example.com",
                                    "enabled",
                                    false,
                                    "args",
                                    list("-v"),
                                    "resources",
                                    map("requests", map("cpu", 1, "memory", "512Mi")))))
                    .isEmpty();
        }

        @Test
        void a_map_instead_of_a_list_is_reported_with_the_keys_of_the_items() {
            assertThat(problems(VALUES, map("env", map("A", "secret"))))
                    .containsExactly(
                            "error WRONG_TYPE env: `env` is a map; a list is expected. Write a list of items, each with `name` and `value`.");
        }

        @Test
        void a_list_instead_of_a_number_is_reported_with_what_to_write() {
            assertThat(problems(VALUES, map("replicaCount", list())))
                    .containsExactly(
                            "error WRONG_TYPE replicaCount: `replicaCount` is a list; a whole number of at least 0 is expected. Write a whole number of at least 0, as in `replicaCount: 3`.");
        }

        @Test
        void a_quoted_number_should_have_no_quotes() {
            assertThat(problems(VALUES, map("replicaCount", "3")))
                    .containsExactly(
                            "error WRONG_TYPE replicaCount: `replicaCount` is a string; a whole number of at least 0 is expected. Write a whole number of at least 0 without quotes, as in `replicaCount: 3`.");
        }

        @Test
        void an_unquoted_number_should_be_quoted_and_is_not_printed_since_it_may_be_a_secret() {
            assertThat(problems(VALUES, map("env", list(map("name", "PIN", "value", 271828)))))
                    .containsExactly(
                            "error WRONG_TYPE env[0].value: `value` is a number; a string is expected. Write it in quotes.");
        }

        @Test
        void an_unquoted_boolean_should_be_quoted() {
            assertThat(problems(VALUES, map("env", list(map("name", "DEBUG", "value", true)))))
                    .containsExactly(
                            "error WRONG_TYPE env[0].value: `value` is `true`; a string is expected. Write it in quotes: `\"true\"`.");
        }

        @Test
        void a_number_instead_of_a_printable_string_is_shown_in_quotes() {
            assertThat(problems(VALUES, map("labels", map("team", 7))))
                    .containsExactly(
                            "error WRONG_TYPE labels.team: `team` is the number `7`; a string is expected. Write it in quotes: `\"7\"`.");
        }

        @Test
        void an_item_is_named_by_its_list() {
            assertThat(problems(VALUES, map("args", list("a", map()))))
                    .containsExactly(
                            "error WRONG_TYPE args[1]: `args[1]` is a map; a string is expected. Write a string, as in `- \"text\"`.");
        }

        @Test
        void a_scalar_instead_of_a_map_is_reported_with_the_keys() {
            assertThat(problems(VALUES, map("resources", "big")))
                    .containsExactly(
                            "error WRONG_TYPE resources: `resources` is a string; a map is expected. Write a map; its keys are `claims`, `limits` and `requests`.");
        }

        @Test
        void the_whole_document_may_be_of_the_wrong_type() {
            assertThat(problems(Shape.labels(), list()))
                    .containsExactly(
                            "error WRONG_TYPE: the document is a list; a map is expected. Write a map of `key: value`.");
        }

        @Test
        void alternatives_are_distinguished_by_type() {
            Shape port = Shape.object().field("port", Shape.portNumberOrName()).build();

            assertThat(problems(port, map("port", 8080))).isEmpty();
            assertThat(problems(port, map("port", "http"))).isEmpty();
            assertThat(problems(port, map("port", "8080")))
                    .containsExactly(
                            "error NAME_INVALID port: `port` is `8080`. Write the number without quotes: `8080`.");
            assertThat(problems(port, map("port", "8080_")))
                    .containsExactly(
                            "error NAME_INVALID port: `port` is `8080_`. A port name has at most 15 characters of a-z, 0-9 and -, starts and ends with a letter or digit, and has at least one letter and no two - in a row.");
            assertThat(problems(port, map("port", true)))
                    .containsExactly(
                            "error WRONG_TYPE port: `port` is `true`; a whole number from 1 to 65535 or a port's name is expected. Write a whole number from 1 to 65535 or a port's name, as in `port: 8080`.");
        }

        @Test
        void null_is_a_problem_unless_it_is_allowed() {
            assertThat(problems(VALUES, map("env", ScalarTree.ofNull())))
                    .containsExactly(
                            "error WRONG_TYPE env: `env` is null; a list is expected. Write a list of items, each with `name` and `value`.");
            assertThat(problems(Shape.string().nullable(), ScalarTree.ofNull())).isEmpty();
            assertThat(problems(
                            Shape.object()
                                    .nullIsUnset()
                                    .field("env", Shapes.envVars())
                                    .build(),
                            map("env", ScalarTree.ofNull())))
                    .isEmpty();
        }
    }

    @Nested
    class Keys {
        @Test
        void a_misspelt_key_is_reported_with_the_nearest_one() {
            assertThat(problems(VALUES, map("replicaCout", 3)))
                    .containsExactly(
                            "error UNKNOWN_KEY replicaCout: `replicaCout` is not a key of the chart webank-obs. Did you mean `replicaCount`? If not, remove the key.");
        }

        @Test
        void an_unknown_key_is_reported_with_the_known_ones() {
            assertThat(problems(VALUES, map("resources", map("redis", map()))))
                    .containsExactly(
                            "error UNKNOWN_KEY resources.redis: `redis` is not a key of `resources`. Remove it; the keys are `claims`, `limits` and `requests`.");
        }

        @Test
        void a_long_list_of_known_keys_is_shortened() {
            assertThat(problems(Shapes.volume(), map("name", "a", "emptyDir", map(), "redis", 1)))
                    .containsExactly(
                            "error UNKNOWN_KEY redis: `redis` is not a key. Remove it; the keys are `name`, `configMap`, `secret`, `emptyDir`, `persistentVolumeClaim`, `projected`, `downwardAPI`, `csi`, `ephemeral`, `hostPath`, `image`, `nfs` and 19 more.");
        }

        @Test
        void a_common_wrong_key_has_its_own_remedy() {
            assertThat(problems(VALUES, map("resources", map("cpu", "200m"))))
                    .containsExactly(
                            "error UNKNOWN_KEY resources.cpu: `cpu` is not a key of `resources`. Write it below `requests` or `limits`.");
        }

        @Test
        void a_missing_key_is_named_with_an_example() {
            assertThat(problems(VALUES, map("env", list(map("value", "x")))))
                    .containsExactly(
                            "error MISSING_KEY env[0].name: `name` is missing in `env[0]`. Write it, as in `name: SPRING_PROFILES_ACTIVE`.");
        }

        @Test
        void a_key_without_effect_is_a_warning() {
            Shape shape = Shape.object()
                    .ignored("kubeVersion", Shape.string(), "`kubeVersion` has no effect", "remove it")
                    .build();

            assertThat(problems(shape, map("kubeVersion", "1.29")))
                    .containsExactly("warning IGNORED_KEY kubeVersion: `kubeVersion` has no effect. Remove it.");
        }

        @Test
        void keys_that_exclude_each_other_are_named() {
            assertThat(problems(
                            VALUES,
                            map(
                                    "env",
                                    list(map(
                                            "name",
                                            "A",
                                            "value",
                                            "x",
                                            "valueFrom",
                                            map("secretKeyRef", map("name", "s", "key", "k")))))))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS env[0].valueFrom: `value` and `valueFrom` exclude each other. Keep one of them.");
        }

        @Test
        void one_of_several_keys_may_be_required() {
            assertThat(problems(Shapes.of(Schemas.type("core/v1.EnvFromSource")), map("prefix", "A_")))
                    .containsExactly(
                            "error MISSING_KEY: the document has none of `secretRef` and `configMapRef`. Write one of them.");
        }

        @Test
        void a_key_with_its_own_remedy_in_one_shape_can_be_valid_in_another() {
            Shape shape = Shape.object()
                    .fieldsOf(Shapes.resourceRequirements())
                    .field("cpu", Shape.quantity())
                    .build();

            assertThat(problems(shape, map("cpu", "200m"))).isEmpty();
        }

        @Test
        void an_open_map_accepts_any_key() {
            assertThat(problems(Shape.object().open().field("a", Shape.bool()).build(), map("b", 1)))
                    .isEmpty();
        }

        @Test
        void a_shape_can_reuse_the_fields_of_another() {
            Shape more = Shape.object()
                    .fieldsOf(Shapes.of(Schemas.type("core/v1.EnvFromSource")))
                    .field("more", Shape.bool())
                    .build();

            assertThat(problems(more, map("more", true, "secretRef", map("name", "s"))))
                    .isEmpty();
            assertThatThrownBy(() -> Shape.object().fieldsOf(Shape.string()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Contents {
        @Test
        void a_number_out_of_range_is_printed() {
            assertThat(problems(Shape.object().field("port", Shape.portNumber()).build(), map("port", 70000)))
                    .containsExactly(
                            "error OUT_OF_RANGE port: `port` is `70000`; a whole number from 1 to 65535 is expected. Write a number within the range.");
            assertThat(problems(Shape.integer(), ScalarTree.of(BigInteger.TEN.pow(30))))
                    .containsExactly(
                            "error OUT_OF_RANGE: the document is `1000000000000000000000000000000`; a whole number from -9223372036854775808 to 9223372036854775807 is expected. Write a number within the range.");
        }

        @Test
        void an_unknown_value_is_reported_with_the_nearest_one() {
            assertThat(problems(VALUES, map("pullPolicy", "always")))
                    .containsExactly(
                            "error UNKNOWN_VALUE pullPolicy: `pullPolicy` is `always`, which is not one of its values. Did you mean `Always`? The values are `Always`, `IfNotPresent` and `Never`.");
            assertThat(problems(VALUES, map("pullPolicy", "")))
                    .containsExactly(
                            "error UNKNOWN_VALUE pullPolicy: `pullPolicy` is empty. Write one of `Always`, `IfNotPresent` and `Never`.");
        }

        @Test
        void labels_are_checked_key_and_value() {
            assertThat(problems(VALUES, map("labels", map("a b", "ok", "c", "two words"))))
                    .containsExactly(
                            "error LABEL_INVALID labels[\"a b\"]: `a b` is not valid as a key of `labels`. A key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit.",
                            "error LABEL_INVALID labels.c: `c` is `two words`. A label value has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit.");
        }

        @Test
        void quantities_are_checked() {
            assertThat(problems(VALUES, map("resources", map("limits", map("cpu", "-1", "memroy", "1Gi")))))
                    .containsExactly(
                            "error QUANTITY_INVALID resources.limits.cpu: `cpu` is `-1`. A quantity is a number that is not negative, with a suffix of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei or none.",
                            "error RESOURCE_INVALID resources.limits.memroy: `memroy` is not valid as a key of `limits`. A resource is cpu, memory, ephemeral-storage, hugepages-<size>, or a name with a domain as in `example.com/gpu`.");
        }

        @Test
        void a_quantity_with_a_space_or_another_suffix_is_recognized() {
            assertThat(problems(VALUES, map("resources", map("limits", map("cpu", "1,5", "memory", "512 MB")))))
                    .allMatch(problem -> problem.contains("If not, a quantity is a number"))
                    .anyMatch(problem -> problem.contains("Did you mean `1.5`?"))
                    .anyMatch(problem -> problem.contains("Did you mean `512M`?"));
        }

        @Test
        void a_text_that_may_be_secret_is_not_printed() {
            Shape secret =
                    Shape.object().field("token", Shape.string(Names::label)).build();

            assertThat(problems(secret, map("token", "Hunter 2")))
                    .containsExactly(
                            "error TEXT_INVALID token: `token` has a text that is not valid. A name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit.");
        }

        @Test
        void long_texts_are_cut_and_control_characters_are_replaced() {
            assertThat(problems(Shape.string(Grammar.LABEL), ScalarTree.of("a\n" + "b".repeat(200))))
                    .containsExactly(
                            "error NAME_INVALID: the document is `a\\n" + "b".repeat(75)
                                    + "...`. A name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit.");
        }
    }

    /** More rules than a word has bits, over keys that are unset, empty or set. */
    @Property(tries = 200)
    void each_choice_counts_the_keys_that_are_set(
            @ForAll @Size(6) List<@IntRange(max = 4) Integer> states,
            @ForAll @Size(max = 70) List<@Size(min = 1, max = 3) Set<@IntRange(max = 5) Integer>> choices,
            @ForAll boolean isNullUnset) {
        ShapeBuilder shape = Shape.object();
        MapTree.Builder map = MapTree.builder();
        Tree[] values = {ScalarTree.of("set"), ScalarTree.of(""), ScalarTree.ofNull(), ScalarTree.of("other")};
        for (int i = 0; i < 6; i++) {
            shape.field("k" + i, Shape.string());
            if (states.get(i) < 4) {
                map.put("k" + i, values[states.get(i)]);
            }
        }
        shape = isNullUnset ? shape.nullIsUnset() : shape;
        int excluded = 0;
        int missing = 0;
        for (int i = 0; i < choices.size(); i++) {
            String[] names = choices.get(i).stream().map(key -> "k" + key).toArray(String[]::new);
            int chosen = 0;
            for (int key : choices.get(i)) {
                int state = states.get(key);
                chosen += state == 0 || state == 3 || state < 4 && !isNullUnset ? 1 : 0;
            }
            switch (i % 3) {
                case 0 -> shape.atMostOneOf(names);
                case 1 -> shape.exactlyOneOf(names);
                default -> shape.atLeastOneOf(names);
            }
            excluded += i % 3 == 2 ? 0 : Math.max(0, chosen - 1);
            missing += i % 3 > 0 && chosen == 0 ? 1 : 0;
        }

        List<String> codes = new ArrayList<>();
        for (Problem problem : ShapeCheck.problems(shape.build(), map.build(), Locations.none())) {
            codes.add(problem.code());
        }
        assertThat(Collections.frequency(codes, ProblemCodes.EXCLUSIVE_KEYS)).isEqualTo(excluded);
        assertThat(Collections.frequency(codes, ProblemCodes.MISSING_KEY)).isEqualTo(missing);
    }

    @Test
    void all_problems_are_reported_in_the_order_of_the_tree_with_their_places() {
        YamlDocument document =
                YamlReader.read("values.yaml", "hots: x\n\nenabled: 'yes'\n".getBytes(StandardCharsets.UTF_8));

        assertThat(ShapeCheck.problems(VALUES, document.tree(), document.locations()))
                .extracting(Problem::toString)
                .containsExactly(
                        "values.yaml:1:1: error UNKNOWN_KEY hots: `hots` is not a key of the chart webank-obs. Did you mean `host`? If not, remove the key.",
                        "values.yaml:3:1: error WRONG_TYPE enabled: `enabled` is a string; `true` or `false` is expected. Write `true` or `false` without quotes, as in `enabled: true`.");
    }
}
