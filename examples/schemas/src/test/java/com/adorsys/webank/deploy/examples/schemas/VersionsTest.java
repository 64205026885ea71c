package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final String TEXT = "{type: string}";

    @Test
    void fields_say_which_versions_have_them() {
        assertThat(fields(
                        "always: " + TEXT + ", gone: " + TEXT + ", first: " + TEXT,
                        "always: " + TEXT + ", gone: " + TEXT + ", once: " + TEXT,
                        "always: " + TEXT + ", late: " + TEXT))
                .isEqualTo("""
                          always string
                          first string until=1.1
                          gone string until=1.2
                          late string since=1.3
                          once string since=1.2 until=1.2
                        """);
    }

    @Test
    void a_field_is_required_always_or_in_the_versions_that_are_named() {
        assertThat(required("[early, always]", "[always]", "[late, always]")).isEqualTo("""
                  always! string
                  early string required-until=1.1
                  late string required-since=1.3
                """);
    }

    @Test
    void a_field_that_is_required_wherever_it_is_known_is_required() {
        Versions versions = new Versions()
                .add("1.1", description("Widget", "required: [], properties: {}"))
                .add("1.2", description("Widget", "required: [new], properties: {new: " + TEXT + "}"));

        assertThat(versions.texts("x").get("example.com")).contains("\n  new! string since=1.2\n");
    }

    @Test
    void the_values_of_an_enumeration_say_which_versions_have_them() {
        assertThat(fields(
                        "mode: {type: string, enum: [A, B, 'x y', 'p(1)']}, later: {type: string}",
                        "mode: {type: string, enum: [A, B, C, 'x y', 'p(1)']}, later: {type: string, enum: [D]}",
                        "mode: {type: string, enum: [A, C, 'x y', 'p(1)']}, later: {type: string, enum: [D, E]}"))
                .isEqualTo("""
                          later string enum=D|E(since=1.3)
                          mode string enum=A|B(until=1.2)|C(since=1.2)|p%281)|x%20y
                        """);
    }

    @Test
    void the_type_and_the_rules_are_those_of_the_newest_version() {
        assertThat(fields(
                        "size: {type: integer, maximum: 5, default: 1}, gone: {type: boolean, default: true}",
                        "size: {type: string, default: a}"))
                .isEqualTo("""
                          gone bool until=1.1 default=true
                          size string default="a"
                        """);
    }

    @Test
    void what_comes_goes_and_comes_again_is_an_error() {
        assertThatThrownBy(() -> fields("a: " + TEXT, "b: " + TEXT, "a: " + TEXT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("1.2 does not have what versions before and after it have: [Field[");
    }

    @Test
    void kinds_and_types_say_which_versions_have_them_and_when_they_end() {
        Versions versions = new Versions()
                .add("1.1", description("Old", "properties: {part: {properties: {a: " + TEXT + "}}}"))
                .add("1.2", description("New", "properties: {}"));
        Description ends = new Description();
        versions.addLifecycles(ends);
        ends.lifecycles.put("example.com/v1 Old", new Description.Lifecycle(1, 2, "example.com/v1 New"));
        ends.lifecycles.put("example.com/v1 New", new Description.Lifecycle(3, 0, null));
        ends.lifecycles.put("example.com/v0 New", new Description.Lifecycle(0, 1, "example.com/v0 Middle"));
        ends.lifecycles.put("example.com/v0 Middle", new Description.Lifecycle(1, 1, "example.com/v1 New"));
        ends.lifecycles.put("example.com/v0 Round", new Description.Lifecycle(1, 1, "example.com/v0 Round"));
        ends.lifecycles.put("example.com/v0 Never", new Description.Lifecycle(1, 1, "example.com/v2 Never"));
        ends.lifecycles.put("gone.example.com/v0 New", new Description.Lifecycle(0, 1, null));
        ends.lifecycles.put("example.com/v0 Kept", new Description.Lifecycle(1, 0, null));

        assertThat(versions.texts("x"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("example.com", """
                        # x
                        kind v1 New namespaced since=1.2 deprecated=1.3
                        kind v1 Old namespaced until=1.1 deprecated=1.1 removed=1.2 use=example.com/v1.New
                        gone v0 Middle deprecated=1.1 removed=1.1 use=example.com/v1.New
                        gone v0 Never deprecated=1.1 removed=1.1
                        gone v0 New removed=1.1 use=example.com/v1.New
                        gone v0 Round deprecated=1.1 removed=1.1
                        v1.New since=1.2
                          apiVersion string
                          kind string
                          metadata meta/v1.ObjectMeta
                        v1.Old until=1.1
                          apiVersion string
                          kind string
                          metadata meta/v1.ObjectMeta
                          part v1.Old.part
                        v1.Old.part until=1.1
                          a string
                        """, "gone.example.com", "# x\ngone v0 New removed=1.1\n"));
    }

    @Test
    void equal_types_inside_others_are_one_in_each_group() {
        String ref = "{properties: {name: " + TEXT + ", key: {properties: {id: " + TEXT + "}}}}";
        Description description = new Description();
        for (String group : new String[] {"a.com", "b.com"}) {
            Description read = read(
                    group,
                    "Widget",
                    "properties: {z: " + ref + ", list: {type: array, items: " + ref + "}, map: {type: object,"
                            + " additionalProperties: " + ref + "}, deep: {properties: {inner: " + ref + "}}}");
            read.kinds.values().forEach(description::add);
            description.types.putAll(read.types);
        }

        String text = """
                # x
                kind v1 Widget namespaced
                v1.Widget
                  apiVersion string
                  deep v1.Widget.deep
                  kind string
                  list []v1.Widget.list
                  map {}v1.Widget.list
                  metadata meta/v1.ObjectMeta
                  z v1.Widget.list
                v1.Widget.deep
                  inner v1.Widget.list
                v1.Widget.list
                  key v1.Widget.list.key
                  name string
                v1.Widget.list.key
                  id string
                """;
        assertThat(new Versions().add("1.1", description).texts("x"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a.com", text, "b.com", text));
    }

    @Test
    void a_type_of_another_group_is_named_with_it() {
        Description description = description("Widget", "properties: {}");
        Description.Type widget = description.types.get("example.com/v1.Widget");
        widget.fields()
                .replaceAll((name, field) -> new Description.Field(
                        "[]more.example.com/v1.Part", field.required(), field.values(), field.rules()));

        assertThat(new Versions().add("1.1", description).texts("x").get("example.com"))
                .contains("\n  kind []more.example.com/v1.Part\n");
    }

    /** What is said of the fields of a type that has these in its versions. */
    private static String fields(String... properties) {
        return part(Stream.of(properties).map(all -> "properties: {" + all + "}"));
    }

    /** What is said of three fields of which these are required in the versions. */
    private static String required(String... required) {
        String properties = "{early: " + TEXT + ", always: " + TEXT + ", late: " + TEXT + "}";
        return part(Stream.of(required).map(names -> "required: " + names + ", properties: " + properties));
    }

    private static String part(Stream<String> schemas) {
        Versions versions = new Versions();
        int minor = 1;
        for (String schema : schemas.toList()) {
            versions.add("1." + minor++, description("Widget", "properties: {part: {" + schema + "}}"));
        }
        String text = versions.texts("x").get("example.com");
        String type = "v1.Widget.part\n";
        return text.substring(text.indexOf("\n" + type) + type.length() + 1);
    }

    private static Description description(String kind, String schema) {
        return read("example.com", kind, schema);
    }

    private static Description read(String group, String kind, String schema) {
        String definition =
                "{kind: CustomResourceDefinition, spec: {group: " + group + ", scope: Namespaced, names: {kind: " + kind
                        + "}, versions: [{name: v1, served: true, schema: {openAPIV3Schema: {" + schema + "}}}]}}";
        return CustomResources.read(new Texts(Map.of("crd.yaml", definition)), "", ".yaml");
    }
}
