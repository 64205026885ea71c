package com.adorsys.webank.deploy.checks;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.FieldType.Kind;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.VersionRange;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The descriptions of Kubernetes have the kinds, keys and types that the classes of fabric8 have, and no others.
 *
 * <p>fabric8's classes are made from the Go sources of Kubernetes, the descriptions from the OpenAPI documents that it
 * publishes. Each difference is a line of {@code fabric8-differences.txt}, below its reason. The file is written by hand: a
 * difference without a line fails, and so does a line without a difference.
 */
class Fabric8FieldsTest {
    private static final Path DIFFERENCES =
            Path.of("examples", "checks", "src", "test", "resources", "fabric8-differences.txt");

    /** The version that the classes are of. */
    private static final ProductVersion VERSION = ProductVersion.kubernetes("1.37");

    /** How the descriptions write what fabric8 has a class for. Bytes and most times are strings there. */
    private static final Map<Type, String> SCALARS = Map.ofEntries(
            entry(String.class, "string"),
            entry(Integer.class, "int32"),
            entry(Long.class, "int64"),
            entry(Double.class, "double"),
            entry(Boolean.class, "bool"),
            entry(MicroTime.class, "time"),
            entry(Quantity.class, "quantity"),
            entry(IntOrString.class, "int-or-string"),
            entry(FieldsV1.class, "object"),
            entry(RawExtension.class, "object"),
            entry(KubernetesResource.class, "object"),
            entry(AnyType.class, "any"),
            entry(JsonNode.class, "any"),
            entry(Object.class, "any"));

    private final Set<String> differences = new TreeSet<>();
    private final Set<Pair> compared = new HashSet<>();
    private final Queue<Pair> waiting = new ArrayDeque<>();

    /** A class of fabric8 and the type that it should be equal to. */
    private record Pair(Class<?> bean, String type) {}

    @Test
    void every_difference_has_a_reason_and_every_reason_a_difference() throws IOException {
        compareKinds();
        while (!waiting.isEmpty()) {
            compareFields(waiting.remove());
        }
        addTypesWithoutClass();

        List<String> explained = explained();
        assertThat(without(differences, explained))
                .as("differences without a reason; find it, and add them to %s", DIFFERENCES)
                .isEmpty();
        assertThat(without(explained, differences))
                .as("lines of %s that are no differences; remove them", DIFFERENCES)
                .isEmpty();
    }

    /** The lines of the file, without the reasons above them. */
    private static List<String> explained() throws IOException {
        List<String> all = new ArrayList<>();
        String text = Files.readString(DocumentationTest.root().resolve(DIFFERENCES));
        for (String section : text.strip().split("\n\n", -1)) {
            List<String> lines = section.lines().toList();
            List<String> below = lines.subList(1, lines.size());
            assertThat(lines.get(0)).as("a section starts with its reason").matches("# [A-Z].*");
            assertThat(below).as("%s", lines.get(0)).isNotEmpty().isSorted().doesNotHaveDuplicates();
            all.addAll(below);
        }
        return all;
    }

    private static List<String> without(Collection<String> lines, Collection<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private void compareKinds() {
        Map<String, Class<?>> classes = classes();
        Map<String, ApiKind> kinds = kinds();
        classes.forEach((name, bean) -> {
            ApiKind kind = kinds.get(name);
            int slash = name.indexOf('/');
            if (slash > 0 && !Schemas.isKubernetesGroup(name.substring(0, slash))) {
                differences.add(name.substring(0, slash) + ": group only in fabric8");
            } else if (kind == null) {
                differences.add(name + ": only in fabric8" + removed(name));
            } else {
                addIfGone(name, kind.versions());
                compareLater(bean, kind.type());
            }
        });
        kinds.forEach((name, kind) -> {
            if (!classes.containsKey(name)) {
                differences.add(name + ": only described" + suffix(kind.versions()));
            }
        });
    }

    /** The kinds that some supported version serves, by API version and kind. */
    private static Map<String, ApiKind> kinds() {
        Map<String, ApiKind> kinds = new TreeMap<>();
        for (String name : Schemas.kubernetesKinds()) {
            for (String apiVersion : Schemas.apiVersionsOf(name)) {
                ApiKind kind = Schemas.kind(apiVersion, name).orElseThrow();
                kinds.put(kind.toString(), kind);
            }
        }
        return kinds;
    }

    /** The classes that fabric8 registers for kinds, by API version and kind. */
    private static Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new TreeMap<>();
        ServiceLoader.load(KubernetesResource.class).stream()
                .map(ServiceLoader.Provider::type)
                .filter(HasMetadata.class::isAssignableFrom)
                .map(registered -> registered.asSubclass(HasMetadata.class))
                .forEach(kind -> assertThat(
                                classes.put(HasMetadata.getApiVersion(kind) + " " + HasMetadata.getKind(kind), kind))
                        .as("a second class of the kind of %s", kind)
                        .isNull());
        return classes;
    }

    private static String removed(String name) {
        int space = name.indexOf(' ');
        return Schemas.kind(name.substring(0, space), name.substring(space + 1))
                .flatMap(ApiKind::removed)
                .map(version -> ", removed in " + version)
                .orElse("");
    }

    private void compareLater(Class<?> bean, ObjectType type) {
        Pair pair = new Pair(bean, type.name());
        if (compared.add(pair)) {
            waiting.add(pair);
        }
    }

    private void compareFields(Pair pair) {
        Map<String, Type> properties = properties(pair.bean());
        ObjectType type = Schemas.type(pair.type());
        properties.forEach((key, property) -> {
            String name = pair.type() + "." + key;
            Optional<Field> field = type.field(key);
            if (field.isEmpty()) {
                differences.add(name + ": only in fabric8");
                return;
            }
            addIfGone(name, field.get().versions());
            if (!isSame(property, field.get().type())) {
                differences.add(name + ": " + text(property) + " in fabric8, "
                        + field.get().type() + " described");
            }
        });
        for (Field field : type.fields()) {
            if (!properties.containsKey(field.name())) {
                differences.add(pair.type() + "." + field.name() + ": only described" + suffix(field.versions()));
            }
        }
    }

    /** What Jackson reads and writes of a class, by key. */
    private static Map<String, Type> properties(Class<?> bean) {
        Map<String, Type> properties = new TreeMap<>();
        for (Class<?> part = bean; part != null; part = part.getSuperclass()) {
            for (java.lang.reflect.Field field : part.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null) {
                    properties.put(property.value(), field.getGenericType());
                }
            }
        }
        return properties;
    }

    /** Whether a property has the type of a field. What is inside a map with known keys is compared later. */
    private boolean isSame(Type property, FieldType type) {
        if (property instanceof ParameterizedType generic) {
            Kind kind = generic.getRawType().equals(List.class) ? Kind.LIST : Kind.MAP;
            return type.kind() == kind && isSame(lastArgument(generic), type.items());
        }
        if (type.kind() == Kind.FIELDS && !SCALARS.containsKey(property)) {
            compareLater((Class<?>) property, type.object());
            return true;
        }
        boolean textual = type.kind() == Kind.BYTES || type.kind() == Kind.TIME;
        return text(property).equals(type.toString()) || textual && property.equals(String.class);
    }

    private static String text(Type property) {
        if (property instanceof ParameterizedType generic) {
            return (generic.getRawType().equals(List.class) ? "[]" : "{}") + text(lastArgument(generic));
        }
        return SCALARS.getOrDefault(property, ((Class<?>) property).getSimpleName());
    }

    private static Type lastArgument(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private void addIfGone(String name, VersionRange versions) {
        if (!versions.contains(VERSION)) {
            differences.add(name + ": in fabric8, described" + suffix(versions));
        }
    }

    /** Adds the types of the classes' version that no comparison reached. */
    private void addTypesWithoutClass() {
        Set<String> missing = new TreeSet<>();
        for (String group : Schemas.groups()) {
            if (group.equals("meta") || Schemas.isKubernetesGroup(group)) {
                missing.addAll(Schemas.typesOf(group));
            }
        }
        compared.forEach(pair -> missing.remove(pair.type()));
        for (String type : missing) {
            if (Schemas.type(type).versions().contains(VERSION)) {
                differences.add(type + ": only described");
            }
        }
    }

    private static String suffix(VersionRange versions) {
        return versions.isAll() ? "" : " for " + versions;
    }
}
