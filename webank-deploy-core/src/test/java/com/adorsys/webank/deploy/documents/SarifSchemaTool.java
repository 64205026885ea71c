package com.adorsys.webank.deploy.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the JSON schema of SARIF 2.1.0, without its descriptions, from a Go module that contains it.
 *
 * <p>The arguments are the folder of the module {@code github.com/owenrumney/go-sarif/v3} as {@code go mod download -json} prints
 * it, its checksum, and the folder to write to.
 */
final class SarifSchemaTool {
    private static final String FILE = "pkg/report/v210/sarif/schema.go";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SarifSchemaTool() {}

    public static void main(String... arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        String source = Files.readString(module.resolve(FILE));
        JsonNode schema = MAPPER.readTree(source.substring(source.indexOf('`') + 1, source.lastIndexOf('`')));
        removeDescriptions(schema);
        Files.writeString(
                folder.resolve("schema.json"), MAPPER.writeValueAsString(schema).replace("\r\n", "\n") + "\n");
        Files.copy(
                module.resolve("LICENSE"),
                folder.resolve("LICENSE"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String name = module.getFileName().toString();
        Files.writeString(folder.resolve("sources.txt"), """
                # What schema.json was made from: a Go module, with its checksum of go.sum, and one of its files.
                # The module is in the public domain, by the Unlicense in LICENSE. The schema in it is that of the OASIS
                # standard SARIF 2.1.0, errata 01. CONTRIBUTING.md says how to make the file anew.
                github.com/owenrumney/go-sarif/v3 %s %s
                %s
                """.formatted(
                        name.substring(name.indexOf('@') + 1), arguments[1], FILE));
    }

    private static void removeDescriptions(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("description") != null
                && object.get("description").isString()) {
            object.remove(List.of("description"));
        }
        node.forEach(SarifSchemaTool::removeDescriptions);
    }
}
