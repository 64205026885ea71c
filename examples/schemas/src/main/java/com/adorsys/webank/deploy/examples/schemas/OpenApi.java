package com.adorsys.webank.deploy.examples.schemas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the OpenAPI 3 description in the module {@code k8s.io/kubernetes}. The enumerations are not in it; they are read
 * from the Go code that the description is made from.
 */
final class OpenApi {
    private static final String FOLDER = "api/openapi-spec/v3/";
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final String GROUP_VERSION_KIND = "x-kubernetes-group-version-kind";

    /** The defaults that the description has for every field that Go writes without a value. They are no defaults. */
    private static final Set<String> ZERO_VALUES =
            Set.of("default=\"\"", "default=0", "default=false", "default={}", "default=[]");

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    /** The API group by the package of its types, as {@code networking.k8s.io} by {@code io.k8s.api.networking}. */
    private final Map<String, String> groups = new HashMap<>();

    private final Description description = new Description();

    private OpenApi() {}

    /** What a version of Kubernetes says: the kinds that it serves, and every type that they are made of. */
    static Description read(ModuleFiles kubernetes) {
        OpenApi api = new OpenApi();
        for (String file : kubernetes.files(FOLDER + "api", "_openapi.json")) {
            JsonNode document = JsonMapper.shared().readTree(kubernetes.text(file));
            for (var schema : document.path("components").path("schemas").properties()) {
                api.schemas.put(schema.getKey(), schema.getValue());
            }
            api.addKinds(document.path("paths"));
        }
        api.findGroups();
        api.addTypes();
        new GoEnumerations(kubernetes.text("pkg/generated/openapi/zz_generated.openapi.go")).addTo(api.description);
        return api.description;
    }

    /** A kind is one that can be created or listed: the path of its collection takes a POST or a GET. */
    private void addKinds(JsonNode paths) {
        for (var path : paths.properties()) {
            String method = path.getValue().has("post") ? "post" : "get";
            JsonNode kind = path.getValue().path(method).path(GROUP_VERSION_KIND);
            if (kind.isObject() && !path.getKey().contains("{name}")) {
                String apiVersion = apiVersion(kind);
                String type = Description.groupOfApi(apiVersion) + "/"
                        + kind.path("version").asString() + "."
                        + kind.path("kind").asString();
                description.add(new Description.Kind(
                        apiVersion,
                        kind.path("kind").asString(),
                        path.getKey().contains("/{namespace}/") || isNamespaced(apiVersion, kind),
                        type));
            }
        }
    }

    private boolean isNamespaced(String apiVersion, JsonNode kind) {
        Description.Kind known =
                description.kinds.get(apiVersion + " " + kind.path("kind").asString());
        return known != null && known.namespaced();
    }

    private static String apiVersion(JsonNode kind) {
        String group = kind.path("group").asString("");
        return (group.isEmpty() ? "" : group + "/") + kind.path("version").asString();
    }

    private void findGroups() {
        for (Map.Entry<String, JsonNode> schema : schemas.entrySet()) {
            JsonNode kinds = schema.getValue().path(GROUP_VERSION_KIND);
            if (kinds.size() == 1) {
                groups.put(packageOf(schema.getKey()), Description.groupOfApi(apiVersion(kinds.path(0))));
            }
        }
    }

    /** The package without the version. */
    private static String packageOf(String schema) {
        String withVersion = schema.substring(0, schema.lastIndexOf('.'));
        return withVersion.substring(0, withVersion.lastIndexOf('.'));
    }

    private void addTypes() {
        Map<String, String> schemaOf = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        SchemaNode reader = new SchemaNode(description, schema -> {
            String scalar = scalar(schema);
            if (scalar != null) {
                return scalar;
            }
            String name = typeName(schema);
            if (schemaOf.put(name, schema) == null) {
                open.add(name);
            }
            return name;
        });
        for (String schema : schemas.keySet()) {
            String name = scalar(schema) == null ? typeName(schema) : "";
            if (description.kinds.values().stream().anyMatch(kind -> kind.type().equals(name))) {
                schemaOf.put(name, schema);
                open.add(name);
            }
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            String schema = Objects.requireNonNull(schemaOf.get(name), name);
            description.types.put(name, withoutZeroValues(reader.type(schema(schema), name)));
        }
    }

    private static Description.Type withoutZeroValues(Description.Type type) {
        SortedMap<String, Description.Field> fields = new TreeMap<>(type.fields());
        fields.replaceAll((name, field) -> new Description.Field(
                field.type(),
                field.required(),
                field.values(),
                field.rules().stream()
                        .filter(rule -> !ZERO_VALUES.contains(rule))
                        .toList()));
        return new Description.Type(fields, type.open(), type.atomic());
    }

    /** The scalar as which a schema is described; null for a map with known keys. */
    private @Nullable String scalar(String schema) {
        if (schema.equals(META + "Time") || schema.equals(META + "MicroTime")) {
            return "time";
        }
        if (schema.equals(META + "FieldsV1")) {
            return "object";
        }
        if (schema.endsWith(".api.resource.Quantity")) {
            return "quantity";
        }
        if (schema.endsWith(".IntOrString")) {
            return "int-or-string";
        }
        JsonNode type = schema(schema);
        if (schema.endsWith(".RawExtension") || !type.has("type")) {
            return "any";
        }
        return switch (type.path("type").asString()) {
            case "object" -> null;
            case "string" -> "string";
            default -> throw new IllegalStateException("a schema is neither an object nor a string: " + schema);
        };
    }

    private JsonNode schema(String name) {
        return Objects.requireNonNull(schemas.get(name), () -> "no schema is named " + name);
    }

    private String typeName(String schema) {
        String name = schema.substring(schema.lastIndexOf('.') + 1);
        String withVersion = schema.substring(0, schema.lastIndexOf('.'));
        String version = withVersion.substring(withVersion.lastIndexOf('.') + 1);
        String group = schema.startsWith(META) ? "meta" : groups.getOrDefault(packageOf(schema), packageOf(schema));
        return group + "/" + version + "." + name;
    }
}
