package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {
    private static final String DEFINITION = """
            kind: CustomResourceDefinition
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Widget}
              versions:
                - name: v1
                  served: true
                  schema:
                    openAPIV3Schema:
                      required: [spec]
                      properties:
                        metadata: {type: object}
                        spec: {type: object, properties: {size: {type: integer, default: 0}}}
                - name: v1alpha1
                  served: false
                  schema: {openAPIV3Schema: {type: object}}
            """;

    @Test
    void a_definition_describes_the_versions_that_are_served() {
        assertThat(text(Map.of("crds/widget.yaml", DEFINITION))).isEqualTo("""
                # Widgets
                kind v1 Widget namespaced
                v1.Widget
                  apiVersion string
                  kind string
                  metadata meta/v1.ObjectMeta
                  spec! v1.Widget.spec
                v1.Widget.spec
                  size int64 default=0
                """);
    }

    @Test
    void a_file_may_have_several_definitions_and_other_objects() {
        String cluster = DEFINITION.replace("Namespaced", "Cluster").replace("Widget", "Area");

        assertThat(text(Map.of(
                        "crds/all.yaml",
                        "# a comment\n---\n" + DEFINITION + "---\nkind: Service\nspec: {group: no}\n---\n" + cluster,
                        "crds/README.md",
                        "no: [yaml",
                        "other/widget.yaml",
                        DEFINITION.replace("Widget", "Other"))))
                .contains("kind v1 Area cluster\nkind v1 Widget namespaced\nv1.Area\n")
                .doesNotContain("Other", "Service");
    }

    @Test
    void a_definition_with_a_reference_is_an_error() {
        String reference = DEFINITION.replace("{type: object}", "{$ref: '#/a'}").replace("metadata:", "more:");

        assertThatThrownBy(() -> text(Map.of("crds/widget.yaml", reference)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a definition has no references: a");
    }

    private static String text(Map<String, String> files) {
        Description description = CustomResources.read(new Texts(files), "crds/", ".yaml");
        return new Versions().add("1.0", description).texts("Widgets").get("example.com");
    }
}
