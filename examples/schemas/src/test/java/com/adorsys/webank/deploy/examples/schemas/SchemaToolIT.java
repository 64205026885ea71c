package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.EnumValue;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.internal.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Compares the committed descriptions with what they were made from: those of Kubernetes 1.35 with that version's own, and
 * with {@code -Dschemas.full=true} every source, byte for byte. {@code -Dschemas.update=true} writes them instead.
 *
 * <p>Needs the {@code go} command, and the network for modules that are not in its cache. Where they cannot be had the tests
 * are aborted, and fail if {@code CI} is {@code true}.
 */
class SchemaToolIT {
    private static final Path FOLDER =
            Path.of("../../webank-deploy-core/src/main/java/com/adorsys/webank/deploy/schema/internal");

    @TestFactory
    Stream<DynamicTest> the_committed_descriptions() {
        if (Boolean.getBoolean("schemas.update")) {
            return Stream.of(DynamicTest.dynamicTest("are written", () -> TextClasses.write(made(), FOLDER)));
        }
        DynamicTest kubernetes = DynamicTest.dynamicTest(
                "say of Kubernetes 1.35 what it says of itself", SchemaToolIT::kubernetesIsWhatItSaysOfItself);
        DynamicTest all = DynamicTest.dynamicTest("are what the tool makes", SchemaToolIT::filesAreWhatTheToolMakes);
        return Boolean.getBoolean("schemas.full") ? Stream.of(kubernetes, all) : Stream.of(kubernetes);
    }

    private static void kubernetesIsWhatItSaysOfItself() throws IOException {
        String source = Objects.requireNonNull(Texts.of("sources"))
                .lines()
                .filter(line -> line.startsWith("k8s.io/kubernetes v1.35."))
                .findFirst()
                .orElseThrow();
        String[] parts = source.split(" ");
        Description published;
        try (GoModule module = download(parts[0], parts[1])) {
            assertThat(module).hasToString(source);
            published = OpenApi.read(module);
        }

        SortedSet<String> described = described(ProductVersion.kubernetes("1.35"));
        SortedSet<String> expected = lines(published);
        assertThat(expected).contains("apps/v1 Deployment namespaced");
        assertThat(without(expected, described)).as("published, not described").isEmpty();
        assertThat(without(described, expected)).as("described, not published").isEmpty();
    }

    private static SortedSet<String> without(SortedSet<String> lines, SortedSet<String> others) {
        SortedSet<String> left = new TreeSet<>(lines);
        left.removeAll(others);
        return left;
    }

    private static void filesAreWhatTheToolMakes() throws IOException {
        SortedMap<String, String> committed = TextClasses.read(FOLDER);
        SortedMap<String, String> made = made();

        assertThat(committed).containsOnlyKeys(made.keySet());
        committed.forEach((file, text) -> assertThat(text).as(file).isEqualTo(made.get(file)));
    }

    /** A line for each kind, type and field of a description. */
    private static SortedSet<String> lines(Description description) {
        SortedSet<String> lines = new TreeSet<>();
        description.kinds.forEach((name, kind) -> lines.add(kindLine(name, kind.namespaced())));
        description.types.forEach((name, type) -> {
            lines.add(typeLine(name, type.open(), type.atomic()));
            type.fields()
                    .forEach((key, field) -> lines.add(fieldLine(
                            name, key, field.required(), field.type(), field.values(), new TreeSet<>(field.rules()))));
        });
        return lines;
    }

    /** The same of the committed descriptions, through the public methods. */
    private static SortedSet<String> described(ProductVersion version) {
        SortedSet<String> lines = new TreeSet<>();
        for (String kind : Schemas.kubernetesKinds()) {
            for (String apiVersion : Schemas.apiVersionsOf(kind)) {
                ApiKind found = Schemas.kind(apiVersion, kind).orElseThrow();
                if (found.versions().contains(version)) {
                    lines.add(kindLine(found.toString(), found.isNamespaced()));
                }
            }
        }
        for (String group : Schemas.groups()) {
            if (group.equals("meta") || Schemas.isKubernetesGroup(group)) {
                for (String name : Schemas.typesOf(group)) {
                    addLines(Schemas.type(name), version, lines);
                }
            }
        }
        return lines;
    }

    private static void addLines(ObjectType type, ProductVersion version, SortedSet<String> lines) {
        if (!type.versions().contains(version)) {
            return;
        }
        lines.add(typeLine(type.name(), type.isOpen(), type.isAtomic()));
        for (Field field : type.fields()) {
            if (field.versions().contains(version)) {
                SortedSet<String> values = new TreeSet<>();
                for (EnumValue value : field.values()) {
                    if (value.versions().contains(version)) {
                        values.add(value.text());
                    }
                }
                boolean required =
                        field.requiredIn().map(range -> range.contains(version)).orElse(false);
                lines.add(fieldLine(
                        type.name(), field.name(), required, field.type().toString(), values, rules(field)));
            }
        }
    }

    /** As the tool writes them. Kubernetes describes no others. */
    private static SortedSet<String> rules(Field field) {
        SortedSet<String> rules = new TreeSet<>();
        field.defaultValue().ifPresent(value -> rules.add("default=" + SchemaNode.escaped(value)));
        field.mergeKey().ifPresent(key -> rules.add("merge=" + key));
        if (!field.listKeys().isEmpty()) {
            rules.add("keys=" + String.join(",", field.listKeys()));
        }
        if (field.isSet()) {
            rules.add("set");
        }
        if (field.isAtomic()) {
            rules.add("atomic");
        }
        return rules;
    }

    private static String kindLine(String name, boolean namespaced) {
        return name + (namespaced ? " namespaced" : " cluster");
    }

    private static String typeLine(String name, boolean open, boolean atomic) {
        return name + (open ? " open" : "") + (atomic ? " atomic" : "");
    }

    private static String fieldLine(
            String type,
            String name,
            boolean required,
            String typeOfField,
            SortedSet<String> values,
            SortedSet<String> rules) {
        return type + " " + name + (required ? "! " : " ") + typeOfField + " " + values + " " + rules;
    }

    private static SortedMap<String, String> made() {
        try {
            return TextClasses.sources(SchemaTool.make());
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    static GoModule download(String path, String version) {
        try {
            return GoModule.download(path, version);
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    private static RuntimeException unavailable(IOException failure) {
        String reason = "What the descriptions were made from cannot be had: " + failure.getMessage();
        return "true".equals(System.getenv("CI"))
                ? new IllegalStateException(reason, failure)
                : new TestAbortedException(reason, failure);
    }
}
