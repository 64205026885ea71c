package com.adorsys.webank.deploy.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the bytes, they are read or refused; and nothing that is sensitive is ever shown. */
class TerraformOutputsPropertyTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();
    /** Stands in every value below, and nowhere else. */
    private static final String SECRET = "s3cr3t";
    /** Every number below. */
    private static final long SECRET_NUMBER = 4711081512L;

    private static final List<Function<TerraformOutputs, Object>> GETTERS = List.of(
            TerraformOutputs::clusterName,
            TerraformOutputs::region,
            TerraformOutputs::certificateArn,
            TerraformOutputs::publicSubnets,
            TerraformOutputs::privateSubnets,
            TerraformOutputs::database,
            TerraformOutputs::roleArns,
            outputs -> outputs.roleArn("webank-obs"),
            outputs -> outputs.require(Purpose.values()));
    private static final List<Function<String, Function<TerraformOutputs, Object>>> NAMED = List.of(
            name -> outputs -> outputs.string(name),
            name -> outputs -> outputs.strings(name),
            name -> outputs -> outputs.stringMap(name),
            name -> outputs -> outputs.number(name),
            name -> outputs -> outputs.bool(name),
            name -> outputs -> outputs.findString(name),
            name -> outputs -> outputs.findStrings(name),
            name -> outputs -> outputs.findStringMap(name),
            name -> outputs -> outputs.findNumber(name),
            name -> outputs -> outputs.findBool(name),
            name -> outputs -> outputs.sensitive(name),
            name -> outputs -> outputs.findSensitive(name));

    /** All that anybody sees of a text: its outputs and what each getter gives or says. */
    private static List<String> seen(byte[] json) {
        List<String> seen = new ArrayList<>();
        try {
            TerraformOutputs outputs = TerraformOutputs.parse("f.json", json);
            seen.add(outputs.toString());
            for (Function<TerraformOutputs, Object> getter : GETTERS) {
                seen.add(said(outputs, getter));
            }
            for (String name : outputs.names()) {
                for (Function<String, Function<TerraformOutputs, Object>> getter : NAMED) {
                    seen.add(said(outputs, getter.apply(name)));
                }
            }
        } catch (DeployException.InvalidInput refused) {
            assertThat(refused).hasNoCause();
            seen.add(refused.getMessage());
        }
        return seen;
    }

    private static String said(TerraformOutputs outputs, Function<TerraformOutputs, Object> getter) {
        try {
            return String.valueOf(getter.apply(outputs));
        } catch (DeployException.InvalidInput refused) {
            assertThat(refused).hasNoCause();
            return refused.getMessage();
        }
    }

    private static boolean isSecret(String text) {
        return text.contains(SECRET) || text.contains(String.valueOf(SECRET_NUMBER));
    }

    @Property(tries = 500)
    void any_bytes_are_read_or_refused(@ForAll @Size(max = 64) byte[] bytes) {
        seen(bytes);
    }

    @Property(tries = 300)
    void any_JSON_is_read_or_refused(@ForAll("values") List<@Nullable Object> json) {
        seen(JACKSON.writeValueAsBytes(json.get(0)));
    }

    @Property(tries = 300)
    void outputs_of_any_parts_are_read_or_refused(@ForAll("outputs") Map<String, @Nullable Object> outputs) {
        seen(JACKSON.writeValueAsBytes(outputs));
    }

    @Property(tries = 300)
    void no_sensitive_value_is_ever_shown(@ForAll("sensitive") Map<String, @Nullable Object> outputs) {
        assertThat(seen(JACKSON.writeValueAsBytes(outputs))).noneMatch(TerraformOutputsPropertyTest::isSecret);
    }

    @Property(tries = 300)
    void a_text_that_was_cut_or_changed_shows_no_sensitive_value(
            @ForAll("sensitive") Map<String, @Nullable Object> outputs,
            @ForAll("pieces") String piece,
            @ForAll int at) {
        String json = JACKSON.writeValueAsString(outputs);
        int where = Math.floorMod(at, json.length() + 1);
        String cut = json.substring(0, where);
        assertThat(seen(cut.getBytes(UTF_8))).noneMatch(TerraformOutputsPropertyTest::isSecret);
        assertThat(seen((cut + piece + json.substring(where)).getBytes(UTF_8)))
                .noneMatch(TerraformOutputsPropertyTest::isSecret);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "\"", "'", ",", "{", "}", "[", "]", "\\", "\n", "#", "/", ":", "x", "1", "\"a\":", "\u0000");
    }

    @Provide
    Arbitrary<List<@Nullable Object>> values() {
        return Arbitraries.randomValue(random -> Collections.singletonList(new RandomJson(random, "").value(3)));
    }

    /** Outputs, among them some that are none. */
    @Provide
    Arbitrary<Map<String, @Nullable Object>> outputs() {
        return Arbitraries.randomValue(
                random -> new RandomJson(random, "").outputs(Arrays.asList(false, false, true, null, 1), 6));
    }

    /** Outputs of which each is sensitive, or not clearly something else. */
    @Provide
    Arbitrary<Map<String, @Nullable Object>> sensitive() {
        return Arbitraries.randomValue(
                random -> new RandomJson(random, SECRET).outputs(Arrays.asList(true, true, true, "false", 0, null), 6));
    }

    /** Makes JSON with a mark in every string, key and number of the values. */
    private static final class RandomJson {
        private static final List<String> TEXTS = List.of(
                "", "x", "eu-central-1", "arn:aws:iam::111122223333:role/x", "db.example.com:5432", "subnet-01234567");
        private static final List<String> KEYS = List.of("a", "b.c", "value", "type", "sensitive", "webank-obs");
        private static final List<String> NAMES = Stream.concat(
                        Stream.of("a", "b-c", "7", "x y"),
                        Stream.of(Purpose.values()).flatMap(purpose -> purpose.defaultNames().stream()))
                .toList();

        private final Random random;
        private final String mark;

        RandomJson(Random random, String mark) {
            this.random = random;
            this.mark = mark;
        }

        Map<String, @Nullable Object> outputs(List<?> sensitive, int most) {
            Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
            for (int i = random.nextInt(most); i >= 0; i--) {
                Map<String, @Nullable Object> parts = new LinkedHashMap<>();
                parts.put("sensitive", one(sensitive));
                Object type = type(2);
                parts.put("type", type);
                parts.put("value", random.nextInt(4) == 0 ? value(2) : valueOf(type));
                if (random.nextInt(10) == 0) {
                    parts.remove(one(List.of("sensitive", "type")));
                }
                outputs.put(one(NAMES), parts);
            }
            if (mark.isEmpty() && random.nextInt(5) == 0) {
                outputs.put("none", value(2));
            }
            return outputs;
        }

        @Nullable
        Object value(int depth) {
            return switch (random.nextInt(depth == 0 ? 4 : 7)) {
                case 0 -> null;
                case 1 -> random.nextBoolean();
                case 2 -> number();
                case 3 -> text();
                case 4, 5 -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    for (int i = random.nextInt(3); i > 0; i--) {
                        list.add(value(depth - 1));
                    }
                    yield list;
                }
                default -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    for (int i = random.nextInt(3); i > 0; i--) {
                        map.put(mark + one(KEYS), value(depth - 1));
                    }
                    yield map;
                }
            };
        }

        private Object type(int depth) {
            return switch (random.nextInt(depth == 0 ? 5 : 9)) {
                case 0, 1 -> "string";
                case 2 -> "number";
                case 3 -> "bool";
                case 4 -> one(List.of("dynamic", "other"));
                case 5 -> List.of(one(List.of("list", "set", "map")), type(depth - 1));
                case 6 -> List.of("tuple", List.of(type(depth - 1), type(depth - 1)));
                case 7 -> List.of("object", Map.of(mark + one(KEYS), type(depth - 1)));
                default -> List.of("list", "string");
            };
        }

        @Nullable
        private Object valueOf(Object type) {
            if (type instanceof List<?> list) {
                Object of = list.get(1);
                return switch (String.valueOf(list.get(0))) {
                    case "map" -> Collections.singletonMap(mark + one(KEYS), valueOf(of));
                    case "tuple" ->
                        ((List<?>) of).stream().map(this::valueOf).collect(Collectors.toCollection(ArrayList::new));
                    case "object" -> {
                        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                        ((Map<?, ?>) of).forEach((key, value) -> map.put(key, valueOf(value)));
                        yield map;
                    }
                    default -> Collections.singletonList(valueOf(of));
                };
            }
            return switch (String.valueOf(type)) {
                case "string" -> text();
                case "number" -> number();
                case "bool" -> random.nextBoolean();
                default -> null;
            };
        }

        private String text() {
            return mark + one(TEXTS);
        }

        /** A secret number has the secret's digits. */
        private Object number() {
            return mark.isEmpty() ? (Object) random.nextInt() : (Object) SECRET_NUMBER;
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
