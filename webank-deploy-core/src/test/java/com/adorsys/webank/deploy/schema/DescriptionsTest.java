package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.schema.FieldType.Kind;
import com.adorsys.webank.deploy.schema.internal.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The committed descriptions, all of them. */
class DescriptionsTest {
    private static final Pattern SOURCE = Pattern.compile("(\\S+) v(\\d+\\.\\d+)\\.\\d+ h1:[A-Za-z0-9+/]{43}=");

    static Stream<String> groups() {
        return Schemas.groups().stream();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void every_line_is_in_order_and_can_be_read(String group) {
        List<String> kinds = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<String> lines = Texts.of(group).lines().toList();
        assertThat(lines.get(0)).startsWith("# ");
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line).doesNotEndWith(" ").matches(" {0,2}\\S+( \\S+)*");
            List<String> words = Lines.split(line.strip(), ' ');
            if (line.startsWith("  ")) {
                fields.add(types.get(types.size() - 1) + " " + words.get(0));
            } else if (line.startsWith("v")) {
                types.add(words.get(0));
            } else if (line.startsWith("gone ")) {
                assertThat(types).as("kinds are before types").isEmpty();
                gone.add(words.get(1) + " " + words.get(2));
            } else {
                assertThat(line).startsWith("kind ");
                assertThat(gone).as("kinds are before those that are gone").isEmpty();
                kinds.add(words.get(1) + " " + words.get(2));
            }
        }

        assertSorted(kinds);
        assertSorted(gone);
        assertSorted(types);
        Set<String> names = new TreeSet<>();
        for (String name : Schemas.typesOf(group)) {
            names.add(name.substring(group.length() + 1));
            List<String> ofType = new ArrayList<>();
            for (Field field : Schemas.type(name).fields()) {
                ofType.add(field.name());
                read.add(name.substring(group.length() + 1) + " " + field.name()
                        + (field.requiredIn().equals(Optional.of(VersionRange.ALL)) ? "!" : ""));
            }
            assertSorted(ofType);
        }
        assertThat(names).containsExactlyElementsOf(types);
        assertThat(read).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(Objects.requireNonNull(Group.read(group)).kinds())
                .extracting(
                        kind -> kind.apiVersion().substring(kind.apiVersion().indexOf('/') + 1) + " " + kind.kind())
                .containsExactlyElementsOf(
                        Stream.concat(kinds.stream(), gone.stream()).toList());
    }

    private static void assertSorted(List<String> names) {
        assertThat(names).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void every_reference_leads_to_a_type(String group) {
        for (String name : Schemas.typesOf(group)) {
            for (Field field : Schemas.type(name).fields()) {
                FieldType leaf = leaf(field.type());
                if (leaf.kind() == Kind.FIELDS) {
                    assertThat(leaf.object().name()).isEqualTo(leaf.objectName());
                    Set<String> keys = new HashSet<>(field.listKeys());
                    field.mergeKey().ifPresent(keys::add);
                    for (String key : keys) {
                        assertThat(leaf.object().field(key))
                                .as("%s of %s in %s", key, field, name)
                                .isPresent();
                    }
                } else {
                    assertThat(field.listKeys()).as("%s in %s", field, name).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void every_kind_has_a_type_and_every_replacement_is_served(String group) {
        for (ApiKind kind : Objects.requireNonNull(Group.read(group)).kinds()) {
            if (kind.isServed()) {
                assertThat(kind.type().field("metadata")).as("%s", kind).isPresent();
            } else {
                assertThat(kind.removed()).as("%s", kind).isPresent();
            }
            if (!kind.replacement().isEmpty()) {
                List<String> words = Lines.split(kind.replacement(), ' ');
                assertThat(Schemas.kind(words.get(0), words.get(1)))
                        .as("replacement of %s", kind)
                        .hasValueSatisfying(
                                other -> assertThat(other.isServed()).isTrue());
            }
        }
    }

    @Test
    void every_type_is_reached_from_a_kind_or_another_type() {
        Set<String> types = new TreeSet<>();
        Set<String> reached = new TreeSet<>();
        for (String group : Schemas.groups()) {
            types.addAll(Schemas.typesOf(group));
            for (ApiKind kind : Objects.requireNonNull(Group.read(group)).kinds()) {
                if (kind.isServed()) {
                    reached.add(kind.type().name());
                }
            }
            for (String name : Schemas.typesOf(group)) {
                for (Field field : Schemas.type(name).fields()) {
                    FieldType leaf = leaf(field.type());
                    if (leaf.kind() == Kind.FIELDS) {
                        reached.add(leaf.objectName());
                    }
                }
            }
        }
        assertThat(types).containsExactlyElementsOf(reached);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void every_default_is_json_and_every_bound_can_be_used(String group) {
        for (String name : Schemas.typesOf(group)) {
            for (Field field : Schemas.type(name).fields()) {
                field.defaultValue().ifPresent(value -> JsonMapper.shared().readTree(value));
                field.rule("pattern").ifPresent(Pattern::compile);
                for (String bound : List.of("minLength", "maxLength", "minItems", "maxItems")) {
                    field.rule(bound)
                            .ifPresent(
                                    value -> assertThat(Long.parseLong(value)).isNotNegative());
                }
                boolean isDouble = leaf(field.type()).kind() == Kind.DOUBLE;
                for (String bound : List.of("minimum", "maximum")) {
                    field.rule(bound)
                            .ifPresent(
                                    value -> assertThat(value).matches(isDouble ? "-?[0-9]+(\\.[0-9]+)?" : "-?[0-9]+"));
                }
                assertThat(field.values()).extracting(EnumValue::text).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_group_has_a_text_and_every_version_a_source() throws Exception {
        assertThat(Schemas.groups())
                .allSatisfy(group -> assertThat(Texts.of(group)).startsWith("# Kinds of "));
        assertThat(Texts.of("other")).isNull();
        Path folder = Path.of(Objects.requireNonNull(Texts.class.getResource("Texts.class"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith("Text.class")))
                    .as("one class a group, and one each for the groups and the sources")
                    .hasSize(Schemas.groups().size() + 2);
        }
        List<String> sources = new ArrayList<>();
        for (String line : Texts.of("sources").lines().toList()) {
            if (!line.startsWith("#")) {
                var source = SOURCE.matcher(line);
                assertThat(source.matches()).as(line).isTrue();
                sources.add(source.group(1).replaceFirst("^github.com/argoproj/argo-cd/v\\d$", "Argo CD") + " "
                        + source.group(2));
            }
        }
        assertThat(sources)
                .containsAll(Schemas.kubernetesVersions().stream()
                        .map(version -> "k8s.io/kubernetes " + version.number())
                        .toList())
                .containsAll(Schemas.argoCdVersions().stream()
                        .map(ProductVersion::toString)
                        .toList());
    }

    private static FieldType leaf(FieldType type) {
        FieldType leaf = type;
        while (leaf.kind() == Kind.LIST || leaf.kind() == Kind.MAP) {
            leaf = leaf.items();
        }
        return leaf;
    }
}
