package com.adorsys.webank.deploy.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatTest {
    private static final DocumentReport REPORT = DocumentChecks.all()
            .plusRule(SeverityRule.parse("SECRET_VALUE waived: a \"test\""))
            .check(List.of(
                    DocumentSource.text("a b,100%:é.yaml", """
                            apiVersion: v1
                            kind: Secret
                            metadata: {name: a}
                            type: 1
                            stringData: {password: hunter2}
                            """),
                    DocumentSource.text("/c.yaml", """
                            apiVersion: apps/v1beta1
                            kind: Deployment
                            metadata: {name: "<&'>\\u0001"}
                            """),
                    DocumentSource.text("d.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")));

    private static MapTree json(ReportFormat format) {
        return (MapTree) YamlReader.read("report.json", format.write(REPORT).getBytes(StandardCharsets.UTF_8))
                .tree();
    }

    @Test
    void text_has_a_line_for_each_problem_and_rule() {
        assertThat(ReportFormat.TEXT.write(REPORT).lines().map(line -> line.replaceFirst("(error|warning) .*", "$1")))
                .containsExactly(
                        "a b,100%:é.yaml:4:1: error",
                        "/c.yaml:3:12: error",
                        "1 problem by the rule SECRET_VALUE waived: a \"test\"",
                        "3 files, 2 errors, 0 warnings");
    }

    @Test
    void json_has_the_parts_of_each_problem() {
        MapTree json = json(ReportFormat.JSON);

        assertThat(Trees.number(json, 0, "errors")).isEqualTo(2);
        MapTree first = Trees.map(Trees.list(json, "problems"), 0);
        assertThat(first.keys())
                .containsExactly("severity", "code", "file", "line", "column", "path", "what", "remedy");
        assertThat(Trees.text(first, "path")).isEqualTo("Secret/a.type");
        assertThat(Trees.text(Trees.map(Trees.list(json, "rules"), 0), "reason"))
                .isEqualTo("a \"test\"");
    }

    /** By the schema of the standard, without its descriptions: {@link SarifSchemaTool}. */
    @Test
    void sarif_is_valid_by_its_schema() throws IOException {
        Schema schema;
        try (InputStream in = ReportFormatTest.class.getResourceAsStream("/sarif/schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(JsonMapper.shared().readTree(in));
        }
        String sarif = ReportFormat.SARIF.write(REPORT);

        assertThat(schema.validate(JsonMapper.shared().readTree(sarif))).isEmpty();
        assertThat(schema.validate(
                        JsonMapper.shared().readTree(sarif.replace("\"level\": \"error\"", "\"level\": \"bad\""))))
                .hasSize(2);
        assertThat(schema.validate(JsonMapper.shared()
                        .readTree(ReportFormat.SARIF.write(DocumentChecks.all()
                                .check("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")))))
                .isEmpty();
    }

    @Test
    void sarif_has_the_rules_and_places_of_its_results() {
        MapTree sarif = json(ReportFormat.SARIF);

        assertThat(Trees.text(sarif, "version")).isEqualTo("2.1.0");
        assertThat(sarif.keys()).containsExactly("version", "$schema", "runs");
        MapTree run = Trees.map(Trees.list(sarif, "runs"), 0);
        assertThat(run.keys()).containsExactly("tool", "columnKind", "results");
        assertThat(Trees.text(run, "tool", "driver", "name")).isEqualTo("webank-deploy");
        List<Tree> rules = Trees.list(run, "tool", "driver", "rules").items();
        List<Tree> results = Trees.list(run, "results").items();
        assertThat(rules).extracting(rule -> Trees.text(Trees.map(rule), "id")).doesNotHaveDuplicates();
        assertThat(results).hasSize(3).allSatisfy(result -> {
            MapTree map = Trees.map(result);
            MapTree rule = Trees.map(rules.get((int) Trees.number(map, -1, "ruleIndex")));
            assertThat(Trees.text(rule, "id")).isEqualTo(Trees.text(map, "ruleId"));
            assertThat(Trees.text(rule, "shortDescription", "text")).isNotEmpty();
            assertThat(Trees.text(map, "level")).isIn("error", "warning");
            assertThat(Trees.text(map, "message", "text")).endsWith(".");
            MapTree place = Trees.map(Trees.map(Trees.list(map, "locations"), 0), "physicalLocation");
            assertThat(Trees.number(place, 0, "region", "startLine")).isPositive();
            assertThat(Trees.number(place, 0, "region", "startColumn")).isPositive();
        });
        assertThat(results)
                .extracting(result -> Trees.text(
                        Trees.map(Trees.list(Trees.map(result), "locations"), 0),
                        "physicalLocation",
                        "artifactLocation",
                        "uri"))
                .containsExactly("a%20b%2C100%25%3A%C3%A9.yaml", "file:///c.yaml", "a%20b%2C100%25%3A%C3%A9.yaml");
        assertThat(Trees.map(Trees.list(Trees.map(results.get(2)), "suppressions"), 0))
                .isEqualTo(MapTree.builder()
                        .put("kind", "external")
                        .put("justification", "a \"test\"")
                        .build());
    }

    @Test
    void junit_has_a_test_case_for_each_file() throws Exception {
        byte[] xml = ReportFormat.JUNIT.write(REPORT).getBytes(StandardCharsets.UTF_8);
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        NodeList cases = suites.getElementsByTagName("testcase");

        assertThat(suites.getAttribute("tests")).isEqualTo("3");
        assertThat(suites.getAttribute("failures")).isEqualTo("2");
        assertThat(cases.getLength()).isEqualTo(3);
        assertThat(((Element) cases.item(0)).getAttribute("name")).isEqualTo("a b,100%:é.yaml");
        assertThat(cases.item(0).getTextContent()).contains("error WRONG_TYPE Secret/a.type: ");
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void github_has_a_command_for_each_problem() {
        assertThat(ReportFormat.GITHUB.write(REPORT).lines().map(line -> line.replaceFirst("(::.*::[^:]*).*", "$1")))
                .containsExactly(
                        "::error title=WRONG_TYPE,file=a b%2C100%25%3Aé.yaml,line=4,col=1::Secret/a.type",
                        "::error title=NAME_INVALID,file=/c.yaml,line=3,col=12::metadata.name",
                        "::notice::3 files, 2 errors, 0 warnings");
    }
}
