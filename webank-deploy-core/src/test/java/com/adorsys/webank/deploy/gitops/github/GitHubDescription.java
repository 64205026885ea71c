package com.adorsys.webank.deploy.gitops.github;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What GitHub publishes of its REST API, reduced by {@link DescriptionTool}. */
final class GitHubDescription {
    static final ObjectMapper MAPPER = JsonMapper.shared();

    private static final JsonNode WHOLE = read();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private GitHubDescription() {}

    private static JsonNode read() {
        try (InputStream in = GitHubDescription.class.getResourceAsStream("/github/description.json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An operation, such as {@code get /repos/{owner}/{repo}}. */
    record Operation(String name, JsonNode description) {
        /** The operation of a request. */
        static Optional<Operation> of(String method, String path) {
            for (String name : WHOLE.get("operations").propertyNames()) {
                String pattern = name.replaceAll("\\{[a-z_]+}", "[^/]+");
                if (Pattern.matches(pattern, method.toLowerCase(java.util.Locale.ROOT) + " " + path)) {
                    return Optional.of(
                            new Operation(name, WHOLE.get("operations").get(name)));
                }
            }
            return Optional.empty();
        }

        /** What is wrong with a request. */
        List<String> ofRequest(List<String> query, String body) {
            List<String> faults = new ArrayList<>();
            List<String> allowed = new ArrayList<>();
            description.get("query").forEach(parameter -> allowed.add(parameter.asString()));
            for (String each : query) {
                if (!allowed.contains(each)) {
                    faults.add(name + ": there is no parameter " + each);
                }
            }
            if (description.has("request")) {
                faults.addAll(faults("request", description.get("request"), MAPPER.readTree(body)));
            } else if (!body.isEmpty()) {
                faults.add(name + ": a request has no body");
            }
            return faults;
        }

        /** What is wrong with an answer. */
        List<String> ofAnswer(int status, JsonNode body) {
            JsonNode answer = description.get("responses").path(String.valueOf(status));
            return answer.has("schema") ? faults("answer " + status, answer.get("schema"), body) : List.of();
        }

        /** GitHub's example of an answer. */
        JsonNode example(int status) {
            return description
                    .get("responses")
                    .get(String.valueOf(status))
                    .get("example")
                    .deepCopy();
        }

        private List<String> faults(String what, JsonNode schema, JsonNode value) {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.set("allOf", MAPPER.createArrayNode().add(schema));
            whole.set("$defs", WHOLE.get("$defs"));
            Schema compiled = REGISTRY.getSchema(whole);
            return compiled.validate(value).stream()
                    .map(error -> name + ": " + what + ": " + error)
                    .toList();
        }
    }
}
