package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * JSON schemas of the kinds of Kubernetes for kubeconform, in the form in which they are published for it: a file for each kind, with
 * everything in it and no other fields allowed. They come from the OpenAPI description in the Go module of the tests' API server.
 */
final class KubernetesSchemas {
    private static final String DESCRIPTION = "api/openapi-spec/swagger.json";

    private final MapTree definitions;

    private KubernetesSchemas(MapTree definitions) {
        this.definitions = definitions;
    }

    /** Writes the schemas into a folder, and returns it. */
    static Path write(Path folder) throws IOException, InterruptedException {
        byte[] description = Files.readAllBytes(module().resolve(DESCRIPTION));
        Tree whole = YamlReader.read(DESCRIPTION, description).tree();
        new KubernetesSchemas(Trees.map(Trees.map(whole), "definitions")).writeAll(folder);
        return folder;
    }

    private static Path module() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "go", "mod", "download", "-json", "k8s.io/kubernetes@v" + TestCluster.kubernetesVersion())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("GOWORK", "off");
        Process process = builder.start();
        byte[] answer;
        try (InputStream output = process.getInputStream()) {
            answer = output.readAllBytes();
        }
        process.waitFor();
        return Path.of(
                Trees.text(Trees.map(YamlReader.read("go mod download", answer).tree()), "Dir"));
    }

    private void writeAll(Path folder) throws IOException {
        for (String name : definitions.keys()) {
            MapTree definition = Trees.map(definitions, name);
            ListTree kinds = Trees.list(definition, "x-kubernetes-group-version-kind");
            if (kinds.size() == 1) {
                MapTree kind = Trees.map(kinds, 0);
                String group = Trees.text(kind, "group");
                int dot = group.indexOf('.');
                String suffix = group.isEmpty() ? "" : "-" + (dot < 0 ? group : group.substring(0, dot));
                Files.writeString(
                        folder.resolve(Trees.text(kind, "kind").toLowerCase(Locale.ROOT) + suffix + "-"
                                + Trees.text(kind, "version") + ".json"),
                        JsonWriter.writeIndented(schema(definition, List.of(name))));
            }
        }
    }

    /** A schema with everything that it refers to; what it is itself a part of is left open. */
    private MapTree schema(MapTree description, List<String> above) {
        String reference = Trees.text(description, "$ref");
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (above.contains(name)) {
                return MapTree.of();
            }
            List<String> deeper = new ArrayList<>(above);
            deeper.add(name);
            return schema(Trees.map(definitions, name), deeper);
        }
        if (Trees.text(description, "format").equals("int-or-string")) {
            return MapTree.of("type", ListTree.ofStrings(List.of("string", "integer", "null")));
        }
        MapTree.Builder schema = MapTree.builder();
        for (int i = 0; i < description.size(); i++) {
            String key = description.keyAt(i);
            Tree value = description.valueAt(i);
            switch (key) {
                case "properties" -> schema.put(key, properties(Trees.map(description, key), above));
                case "items", "additionalProperties" ->
                    schema.put(key, value instanceof MapTree map ? schema(map, above) : value);
                case "type" -> schema.put(key, ListTree.ofStrings(List.of(Trees.text(description, key), "null")));
                default -> schema.put(key, value);
            }
        }
        if (description.has("properties") && !description.has("additionalProperties")) {
            schema.put("additionalProperties", ScalarTree.of(false));
        }
        return schema.build();
    }

    private MapTree properties(MapTree properties, List<String> above) {
        MapTree.Builder schemas = MapTree.builder();
        for (String name : properties.keys()) {
            schemas.put(name, schema(Trees.map(properties, name), above));
        }
        return schemas.build();
    }
}
