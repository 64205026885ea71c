package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeKey;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An exported chart with drawn values, and what the model renders with them: for tests that compare another renderer with it.
 *
 * <p>Every test gets the same draws. With {@code -Dcharts.seed=N} they are others.
 */
public final class DrawnChart {
    private static final int DRAWS = 500 * Integer.getInteger("charts.draws", 1);

    private static final long SEED = Long.getLong("charts.seed", 1);

    private static final List<Tree> OF_EACH_TYPE = List.of(
            ScalarTree.ofNull(),
            ScalarTree.of(true),
            ScalarTree.of(1),
            ScalarTree.of("text"),
            ListTree.of(List.of()),
            MapTree.of());

    private final HelmChart chart;
    private final ValuesReading reading;
    private final Posture posture;
    private final int count;

    private DrawnChart(HelmChart chart, ValuesReading reading, Posture posture, int count) {
        this.chart = chart;
        this.reading = reading;
        this.posture = posture;
        this.count = count;
    }

    /**
     * The charts of a Webank with 500 draws each; with 100 that of a microservice in it, and the umbrella in the chart posture. With
     * {@code -Dcharts.draws=N} they have N times as many.
     */
    public static List<DrawnChart> samples() {
        Webank webank = Samples.dev()
                .plusMicroservices(Microservice.builder()
                        .name("bank-accounts")
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                        .port(8082)
                        .route("/api/accounts")
                        .build());
        List<DrawnChart> samples =
                new ArrayList<>(all(WebankCharts.of(webank), webank, new Rendered(Posture.hardened(), List.of())));
        List<DrawnChart> old =
                all(WebankCharts.of(webank, Posture.chart()), webank, new Rendered(Posture.chart(), List.of()));
        samples.add(old.get(old.size() - 1).withCount(DRAWS / 5));
        samples.replaceAll(chart -> chart.toString().startsWith("bank-accounts,") ? chart.withCount(DRAWS / 5) : chart);
        return samples;
    }

    /** The charts of an environment. */
    public static List<DrawnChart> of(Environment environment) {
        return all(
                WebankCharts.of(environment),
                environment.webank(),
                new Rendered(environment.posture(), environment.patches()));
    }

    private static List<DrawnChart> all(WebankCharts charts, Webank webank, Rendered rendered) {
        ValuesReading umbrella = new ValuesReading(new WebankDialect(webank, rendered));
        List<DrawnChart> all = new ArrayList<>();
        umbrella.parts()
                .forEach((name, part) ->
                        all.add(new DrawnChart(charts.part(name).chart(), part, rendered.posture(), DRAWS)));
        all.add(new DrawnChart(charts.umbrella(), umbrella, rendered.posture(), DRAWS));
        return all;
    }

    private DrawnChart withCount(int other) {
        return new DrawnChart(chart, reading, posture, other);
    }

    public HelmChart chart() {
        return chart;
    }

    /** How many draws it has. */
    public int count() {
        return count;
    }

    /** The first draws. */
    public List<Draw> draws(int count) {
        Random random = new Random(SEED);
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            draws.add(draw(new ChartDraws(random)));
        }
        return draws;
    }

    /**
     * Values of two types at each key, and nothing else; with {@code -Dcharts.draws=2} of all types. Of parts only the keys that Helm
     * itself reads: the others are those of the parts' own charts.
     */
    public List<Draw> misfits() {
        List<String> paths = new ArrayList<>();
        paths(reading.shape(), "", paths);
        reading.parts().forEach((name, part) -> {
            paths.add(name + ".enabled");
            paths.add(name + "." + ChartShapes.GLOBAL);
            paths(
                    Objects.requireNonNull(part.shape().keys().get(ChartShapes.GLOBAL))
                            .shape(),
                    name + "." + ChartShapes.GLOBAL + ".",
                    paths);
        });
        int step = DRAWS > 500 ? 1 : 3;
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            for (int type = i % step; type < OF_EACH_TYPE.size(); type += step) {
                MapTree values = Trees.with(MapTree.of(), OF_EACH_TYPE.get(type), Point.keys(paths.get(i)));
                draws.add(draw(Release.of("web", "namespace"), values));
            }
        }
        return draws;
    }

    private static void paths(Shape shape, String prefix, List<String> paths) {
        for (ShapeKey key : shape.keys().all()) {
            paths.add(prefix + key.name());
            if (key.shape().kind() == Shape.Kind.OBJECT) {
                paths(key.shape(), prefix + key.name() + ".", paths);
            }
        }
    }

    private Draw draw(ChartDraws draws) {
        MapTree values = draws.values(reading);
        return draw(Release.of(draws.release(reading.dialect().chartName()), "namespace"), values);
    }

    private Draw draw(Release release, MapTree values) {
        try {
            Point point = reading.point(release, GivenValues.of(values));
            return new Draw(
                    release,
                    values,
                    "",
                    objects(reading.dialect().render(point).manifests()),
                    hooks(reading.dialect(), point));
        } catch (DeployException.InvalidInput refused) {
            return new Draw(release, values, refused.getMessage(), Map.of(), Map.of());
        }
    }

    private static Map<String, MapTree> hooks(Dialect dialect, Point point) {
        Map<String, MapTree> hooks = new TreeMap<>();
        for (MapTree hook : dialect.hooks(point).values()) {
            hooks.put(Manifest.of(hook).id().toString(), hook);
        }
        dialect.parts().forEach((name, part) -> {
            if (point.isTrue(name + ".enabled")) {
                hooks.putAll(hooks(part, dialect.section(point, name)));
            }
        });
        return hooks;
    }

    /** The chart and the posture. */
    @Override
    public String toString() {
        return chart.metadata().name() + ", " + posture.name();
    }

    private static Map<String, MapTree> objects(List<Manifest> manifests) {
        Map<String, MapTree> objects = new TreeMap<>();
        for (Manifest manifest : manifests) {
            objects.put(manifest.id().toString(), manifest.tree());
        }
        return objects;
    }

    /**
     * One draw.
     *
     * @param refusal why the model refuses the values; empty if it does not
     * @param objects what the model renders, by name
     * @param hooks what it has for {@code helm test}, by name
     */
    public record Draw(
            Release release, MapTree values, String refusal, Map<String, MapTree> objects, Map<String, MapTree> hooks) {
        /** Checks that a renderer, which rendered these documents, rendered what the model renders, and its hooks. */
        public void assertRendered(String renderer, String documents) {
            Map<Boolean, List<Manifest>> byHook = rendered(renderer, documents);
            assertEqual(renderer, "objects", objects, byHook.get(false));
            assertEqual(renderer, "hooks", hooks, byHook.get(true));
        }

        /** The same for a renderer that leaves hooks out. */
        public void assertRenderedWithoutHooks(String renderer, String documents) {
            Map<Boolean, List<Manifest>> byHook = rendered(renderer, documents);
            assertEqual(renderer, "objects", objects, byHook.get(false));
            assertThat(byHook.get(true)).isEmpty();
        }

        private Map<Boolean, List<Manifest>> rendered(String renderer, String documents) {
            assertThat(refusal).as("what the model says of " + this).isEmpty();
            ManifestSet rendered = YamlReader.readManifests(renderer, documents.getBytes(StandardCharsets.UTF_8));
            return rendered.manifests().stream()
                    .collect(Collectors.partitioningBy(
                            manifest -> manifest.annotation("helm.sh/hook").isPresent()));
        }

        private void assertEqual(
                String renderer, String what, Map<String, MapTree> expected, List<Manifest> manifests) {
            Map<String, MapTree> actual = DrawnChart.objects(manifests);
            assertThat(actual.keySet())
                    .as(what + " by " + renderer + " of " + this)
                    .isEqualTo(expected.keySet());
            expected.forEach((id, object) -> {
                MapTree other = actual.get(id);
                assertThat(Unordered.equal(object, other))
                        .as(() -> id + " by " + renderer + " of " + this + " differs at "
                                + Unordered.firstDifference(object, other) + ":\n" + JsonWriter.write(object) + "\n"
                                + renderer + ":\n" + (other == null ? "nothing" : JsonWriter.write(other)))
                        .isTrue();
            });
        }

        /** Checks that the model refuses the values too. */
        public void assertRefused(String renderer, String error) {
            assertThat(refusal)
                    .as(renderer + " refuses " + this + ", which the model renders: " + error)
                    .isNotEmpty();
        }

        /** The release and the values. */
        @Override
        public String toString() {
            return "the release " + release + " with the values " + JsonWriter.write(values);
        }
    }
}
