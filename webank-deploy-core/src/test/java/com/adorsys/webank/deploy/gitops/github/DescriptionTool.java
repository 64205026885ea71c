package com.adorsys.webank.deploy.gitops.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reduces GitHub's OpenAPI description to the operations that are used, as JSON Schema of the draft 2020-12: {@code nullable}
 * becomes a type, descriptions are left out, and a request may have no field that is not described. One example of each
 * answer stays.
 *
 * <p>The arguments are the package {@code @octokit/openapi} of npm, as a {@code .tgz} file, and the folder to write to.
 */
final class DescriptionTool {
    private static final String DESCRIPTION = "package/generated/api.github.com.json";

    /** The operations, each with its method and path. */
    private static final List<String> OPERATIONS = List.of(
            "get /app/installations/{installation_id}",
            "post /app/installations/{installation_id}/access_tokens",
            "get /repos/{owner}/{repo}",
            "get /repos/{owner}/{repo}/compare/{basehead}",
            "get /repos/{owner}/{repo}/installation",
            "post /repos/{owner}/{repo}/issues/{issue_number}/labels",
            "get /repos/{owner}/{repo}/pulls",
            "post /repos/{owner}/{repo}/pulls",
            "patch /repos/{owner}/{repo}/pulls/{pull_number}",
            "post /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
            "get /repos/{owner}/{repo}/pulls/{pull_number}/reviews");

    private static final Set<String> LEFT_OUT =
            Set.of("description", "summary", "example", "examples", "externalDocs", "title", "format", "nullable");

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode whole;
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    private DescriptionTool(JsonNode whole) {
        this.whole = whole;
    }

    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        byte[] archive = Files.readAllBytes(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Map<String, byte[]> files = files(archive);
        String version = MAPPER.readTree(files.get("package/package.json"))
                .get("version")
                .asString();
        ObjectNode reduced = new DescriptionTool(MAPPER.readTree(files.get(DESCRIPTION))).reduce();
        Files.writeString(
                folder.resolve("description.json"),
                MAPPER.writeValueAsString(reduced).replace("\r\n", "\n").replaceAll("gh[a-z]_\\w+", "a-token") + "\n");
        Files.write(folder.resolve("LICENSE"), files.get("package/LICENSE"));
        Files.writeString(folder.resolve("sources.txt"), """
                # What description.json was made from: a package of npm, with its checksum there, and one of its files.
                # It is under the licence MIT, in LICENSE. CONTRIBUTING.md says how to make the file anew.
                @octokit/openapi %s sha512-%s
                %s
                """.formatted(
                version,
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(archive)),
                DESCRIPTION.substring("package/".length())));
    }

    /** The files of a tar archive, by path. */
    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Set<String> wanted = Set.of("package/package.json", "package/LICENSE", DESCRIPTION);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            for (byte[] header = in.readNBytes(512); header.length == 512; header = in.readNBytes(512)) {
                String name = text(header, 0, 100);
                String size = text(header, 124, 12);
                if (name.isEmpty()) {
                    break;
                }
                int length = Integer.parseInt(size.strip(), 8);
                if (wanted.contains(name)) {
                    files.put(name, in.readNBytes(length));
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes((512 - length % 512) % 512);
            }
        }
        return files;
    }

    private static String text(byte[] bytes, int start, int length) {
        String text = new String(bytes, start, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private ObjectNode reduce() {
        ObjectNode operations = MAPPER.createObjectNode();
        for (String each : OPERATIONS) {
            String[] parts = each.split(" ");
            JsonNode operation = whole.get("paths").get(parts[1]).get(parts[0]);
            ObjectNode reduced = operations.putObject(each);
            ArrayNode query = reduced.putArray("query");
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode resolved = resolve(parameter);
                if (resolved.get("in").asString().equals("query")) {
                    query.add(resolved.get("name").asString());
                }
            }
            JsonNode request = operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            if (!request.isMissingNode()) {
                JsonNode schema = schema(request);
                if (schema.has("properties")) {
                    ((ObjectNode) schema).put("additionalProperties", false);
                }
                reduced.set("request", schema);
            }
            ObjectNode responses = reduced.putObject("responses");
            operation.get("responses").forEachEntry((status, response) -> {
                JsonNode content = resolve(response).path("content").path("application/json");
                ObjectNode answer = responses.putObject(status);
                if (content.has("schema")) {
                    answer.set("schema", schema(content.get("schema")));
                }
                if (status.startsWith("2") && content.has("examples")) {
                    answer.set(
                            "example",
                            resolve(content.get("examples").iterator().next()).get("value"));
                }
            });
        }
        ObjectNode result = MAPPER.createObjectNode();
        result.set("operations", operations);
        ObjectNode definitions = result.putObject("$defs");
        schemas.forEach(definitions::set);
        return result;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? whole.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** A schema; those that it refers to are collected. */
    private JsonNode schema(JsonNode node) {
        ObjectNode result = MAPPER.createObjectNode();
        if (node.has("$ref")) {
            String reference = node.get("$ref").asString();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            result.put("$ref", "#/$defs/" + name);
            if (!schemas.containsKey(name)) {
                schemas.put(name, MAPPER.createObjectNode());
                schemas.put(name, schema(resolve(node)));
            }
        } else {
            node.forEachEntry((key, value) -> {
                if (key.equals("properties")) {
                    ObjectNode properties = result.putObject(key);
                    value.forEachEntry((name, property) -> properties.set(name, schema(property)));
                } else if (!LEFT_OUT.contains(key) && !key.startsWith("x-")) {
                    result.set(key, value(value));
                }
            });
        }
        return node.path("nullable").asBoolean(false) ? nullable(result) : result;
    }

    private JsonNode value(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            value.forEach(item -> array.add(value(item)));
            return array;
        }
        return value.isObject() ? schema(value) : value;
    }

    private static JsonNode nullable(ObjectNode schema) {
        ObjectNode result = MAPPER.createObjectNode();
        ArrayNode either = result.putArray("anyOf");
        either.addObject().put("type", "null");
        either.add(schema);
        return result;
    }
}
