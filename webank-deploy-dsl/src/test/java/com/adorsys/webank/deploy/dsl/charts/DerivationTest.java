package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a template is found behind renderings. */
class DerivationTest {
    private final DialectBuilder rows = new DialectBuilder(MapTree.of());

    private static Point point(int sample, MapTree values) {
        return new Point(values, Release.of("release-" + sample, "namespace"), "sample", true);
    }

    /** The text of the template of an object with one field. */
    private String template(Function<Point, Tree> field) throws NotUniform {
        List<Merging.Case> cases = new ArrayList<>();
        for (int changed = -1; changed < rows.features().size(); changed++) {
            Point[] points = new Point[2];
            for (int sample = 0; sample < 2; sample++) {
                points[sample] = point(sample, MapTree.of());
                for (int i = 0; i < rows.features().size(); i++) {
                    List<Feature.Variant> variants = rows.features().get(i).variants();
                    points[sample] =
                            variants.get(i == changed ? variants.size() - 1 : 0).applied(points[sample], sample);
                }
            }
            cases.add(new Merging.Case(
                    points[0],
                    Derivation.of(
                            MapTree.of("field", field.apply(points[0])),
                            MapTree.of("field", field.apply(points[1])),
                            rows.terms(),
                            points[0],
                            points[1])));
        }
        return TemplateText.of(new Merging(rows.conditions()).merged(cases));
    }

    private static Tree value(Point point, String path) {
        Tree value = point.value(path);
        return value == null ? ScalarTree.of("nothing") : value;
    }

    @Nested
    class Finds {
        @Test
        void what_is_the_same_everywhere() throws NotUniform {
            assertThat(template(point -> ScalarTree.of("a {{ b }}: \"c\"")))
                    .isEqualTo("field: \"a {{ \"{{\" }} b }}: \\\"c\\\"\"");
        }

        @Test
        void a_string() throws NotUniform {
            rows.text("name", Shape.string(), number -> "name-" + number, "");

            assertThat(template(point -> value(point, "name"))).isEqualTo("field: {{ toJson $.Values.name }}");
        }

        @Test
        void a_number() throws NotUniform {
            rows.number("count", 1, 9, "");
            rows.feature((point, number) -> point.with("count", ScalarTree.of(5 + number)));

            assertThat(template(point -> value(point, "count"))).isEqualTo("field: {{ int64 $.Values.count }}");
        }

        @Test
        void the_parts_of_a_string() throws NotUniform {
            rows.text("host", Shape.string(), number -> "host-" + number, "");
            rows.number("port", 1, 99, "");
            rows.feature((point, number) -> point.with("port", ScalarTree.of(50 + number)));

            assertThat(template(
                            point -> ScalarTree.of("100% " + point.text("host") + ":" + point.number("port") + "/x")))
                    .isEqualTo("field: {{ toJson (printf \"100%% %s:%d/x\" $.Values.host (int64 $.Values.port)) }}");
        }

        @Test
        void items_between_others() throws NotUniform {
            rows.items("names", Shape.string(), number -> ScalarTree.of("item-" + number), "");

            assertThat(template(point -> ListTree.of(items(point)))).isEqualTo("""
                            field:
                              - first
                              {{- if $.Values.names }}
                              {{- toYaml $.Values.names | nindent 2 }}
                              {{- end }}
                              - last""");
        }

        private List<Tree> items(Point point) {
            List<Tree> items = new ArrayList<>(List.of(ScalarTree.of("first")));
            if (point.value("names") instanceof ListTree names) {
                items.addAll(names.items());
            }
            items.add(ScalarTree.of("last"));
            return items;
        }

        @Test
        void entries_among_others() throws NotUniform {
            rows.entries("labels", Shape.labels(), "label", "");

            assertThat(template(point -> MapTree.of("own", "yes").toBuilder()
                            .putAll(point.map("labels"))
                            .build()))
                    .isEqualTo("""
                            field:
                              {{- if $.Values.labels }}
                              {{- toYaml $.Values.labels | nindent 2 }}
                              {{- end }}
                              own: "yes\"""");
        }

        @Test
        void a_choice() throws NotUniform {
            rows.optionalText("name", Shape.string(), number -> "name-" + number, "");

            assertThat(template(point -> value(point, "name"))).isEqualTo("""
                            {{- if $.Values.name }}
                            field: {{ toJson $.Values.name }}
                            {{- else }}
                            field: nothing
                            {{- end }}""");
        }
    }

    @Nested
    class Refuses {
        @Test
        void a_value_that_is_computed_in_an_unknown_way() {
            rows.text("name", Shape.string(), number -> "name-" + number, "");

            assertThatExceptionOfType(NotUniform.class)
                    .isThrownBy(() ->
                            template(point -> ScalarTree.of(point.text("name").toUpperCase(java.util.Locale.ROOT))))
                    .satisfies(refused -> {
                        assertThat(refused.path()).isEqualTo("field");
                        assertThat(refused.what())
                                .isEqualTo("it is `NAME-0` or `NAME-1`, which is no value of the chart");
                    });
        }

        @Test
        void a_list_of_another_length() {
            rows.number("count", 1, 9, "");
            rows.feature((point, number) -> point.with("count", ScalarTree.of(5 + number)));

            assertThatExceptionOfType(NotUniform.class)
                    .isThrownBy(() -> template(point ->
                            ListTree.ofStrings(java.util.Collections.nCopies((int) point.number("count"), "x"))))
                    .satisfies(refused ->
                            assertThat(refused.what()).isEqualTo("the list has another length with other values"));
        }

        @Test
        void a_difference_that_no_condition_tells() {
            rows.partOfNames("name", Shape.string(), number -> "name-" + number, "");
            rows.conditions().clear();

            assertThatExceptionOfType(NotUniform.class)
                    .isThrownBy(() ->
                            template(point -> ScalarTree.of(point.text("name").isEmpty())))
                    .satisfies(refused -> assertThat(refused.what())
                            .isEqualTo("it differs between values that no condition of the chart tells apart"));
        }
    }

    @Test
    void guards_are_written_in_their_shortest_form() {
        Condition one = new Condition("$.a", point -> true);
        Condition two = new Condition("$.b", point -> true);
        Guard is = Guard.decided(two, Guard.TRUE, Guard.FALSE);

        assertThat(Guard.decided(one, Guard.TRUE, is).expression()).isEqualTo("(or $.a $.b)");
        assertThat(Guard.decided(one, is, Guard.FALSE).expression()).isEqualTo("(and $.a $.b)");
        assertThat(Guard.decided(one, Guard.FALSE, Guard.TRUE).expression()).isEqualTo("(not $.a)");
        assertThat(Guard.decided(one, Guard.FALSE, is).expression()).isEqualTo("(and (not $.a) $.b)");
        assertThat(Guard.decided(one, is, Guard.TRUE).expression()).isEqualTo("(or (not $.a) $.b)");
        assertThat(Guard.decided(one, is, is)).isEqualTo(is);
    }
}
