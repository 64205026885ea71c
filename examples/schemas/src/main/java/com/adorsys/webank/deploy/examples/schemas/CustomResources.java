package com.adorsys.webank.deploy.examples.schemas;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads CustomResourceDefinitions. */
final class CustomResources {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private CustomResources() {}

    /** What the definitions in files of a module say; other objects in them are ignored. */
    static Description read(ModuleFiles module, String folder, String ending) {
        Description description = new Description();
        for (String file : module.files(folder, ending)) {
            for (JsonNode definition : YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(module.text(file))
                    .readAll()) {
                add(definition, description);
            }
        }
        return description;
    }

    private static void add(JsonNode definition, Description description) {
        if (!definition.path("kind").asString("").equals("CustomResourceDefinition")) {
            return;
        }
        JsonNode spec = definition.path("spec");
        String group = spec.path("group").asString();
        String kind = spec.path("names").path("kind").asString();
        for (JsonNode version : spec.path("versions")) {
            if (!version.path("served").asBoolean()) {
                continue;
            }
            String name = version.path("name").asString();
            String type = group + "/" + name + "." + kind;
            description.add(new Description.Kind(
                    group + "/" + name, kind, spec.path("scope").asString().equals("Namespaced"), type));
            SchemaNode reader = new SchemaNode(description, reference -> {
                throw new IllegalStateException("a definition has no references: " + reference);
            });
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            Description.Type read = reader.type(schema, type);
            SortedMap<String, Description.Field> fields = new TreeMap<>(read.fields());
            // The API server adds these to every kind.
            fields.put("apiVersion", string());
            fields.put("kind", string());
            fields.put("metadata", new Description.Field("meta/v1.ObjectMeta", false, new TreeSet<>(), List.of()));
            description.types.put(type, new Description.Type(fields, read.open(), false));
        }
    }

    private static Description.Field string() {
        return new Description.Field("string", false, new TreeSet<>(), List.of());
    }
}
