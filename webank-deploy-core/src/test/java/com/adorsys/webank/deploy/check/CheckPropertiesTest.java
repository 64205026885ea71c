package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of shapes and checks for every tree. */
class CheckPropertiesTest {
    private static final String SECRET = "hunter2hunter2";
    private static final List<Shape> SHAPES = List.of(
            Shapes.probe(),
            Shapes.volume(),
            Shapes.volumeMount(),
            Shapes.envVars(),
            Shapes.envFromSources(),
            Shapes.resourceRequirements(),
            Shapes.deploymentStrategy(),
            Shapes.localObjectReference(),
            Shapes.of(Schemas.type("meta/v1.LabelSelector")),
            Shapes.of(Schemas.type("core/v1.PersistentVolumeClaimSpec")),
            Shape.intOrString(),
            Shape.intOrPercent(),
            Shape.portNumberOrName(),
            Shapes.of(Schemas.type("core/v1.PodSpec")),
            Shapes.of(Schemas.type("apps/v1.StatefulSet")),
            Shapes.of(Schemas.type("core/v1.Secret")));

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_shape_checks_any_tree_and_reports_places_in_it(@ForAll("trees") Tree tree) {
        Set<String> places = places("", tree);
        for (Shape shape : SHAPES) {
            assertThat(ShapeCheck.problems(shape, tree, Locations.none())).allSatisfy(problem -> {
                assertThat(problem.toString())
                        .doesNotContain("\n")
                        .doesNotContain("null.")
                        .hasSizeLessThan(2_000);
                assertIsIn(problem, places);
            });
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void checks_accept_any_set_and_report_places_in_it(@ForAll("sets") ManifestSet manifests) {
        assertThatProblemsAreIn(manifests);
        Set<String> places = places(manifests);
        assertThat(References.in(manifests))
                .allSatisfy(reference -> assertThat(reference.path()).matches(places::contains, "is in the set"));
    }

    private static void assertThatProblemsAreIn(ManifestSet manifests) {
        Set<String> places = places(manifests);
        assertThat(Checks.all().check(manifests)).allSatisfy(problem -> assertIsIn(problem, places));
    }

    /** The place of a problem is there, or it is that of a missing field, and what it is missing in is there. */
    private static void assertIsIn(Problem problem, Set<String> places) {
        String path = problem.location().path();
        String holder = switch (problem.code()) {
            case "MISSING_KEY" -> path.replaceFirst("\\.?[\\w/-]+$", "");
            case "POD_SECURITY" -> path.replaceFirst("\\.securityContext(\\..*)?$", "");
            default -> path;
        };
        assertThat(places.contains(path) || places.contains(holder))
                .as(problem.toString())
                .isTrue();
    }

    private static Set<String> places(ManifestSet manifests) {
        Set<String> places = new HashSet<>();
        manifests.forEach(manifest -> places.addAll(places(manifest.id().toString(), manifest.tree())));
        return places;
    }

    /** The paths of a tree's parts. */
    private static Set<String> places(String path, Tree tree) {
        Set<String> places = new HashSet<>(Set.of(path));
        if (tree instanceof MapTree map) {
            map.forEach((key, value) -> places.addAll(places(TreePath.child(path, key), value)));
        } else if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                places.addAll(places(TreePath.child(path, i), list.get(i)));
            }
        }
        return places;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void checks_accept_a_valid_set_with_any_part_replaced(@ForAll long seed, @ForAll("trees") Tree part) {
        assertThatProblemsAreIn(withPartsReplaced(seed, part));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void checks_of_links_find_the_same_in_what_is_kept(@ForAll long seed, @ForAll("trees") Tree part) {
        ManifestSet set = withPartsReplaced(seed, part);
        List<Manifest> kept = new ArrayList<>();
        set.forEach(manifest -> kept.add(Links.of(manifest)));
        Checks links = Checks.all().reaching(Check.Reach.LINKS);

        assertThat(links.check(ManifestSet.of(kept))).isEqualTo(links.check(set));
    }

    /** A good set with one part of each object replaced by anything. */
    private static ManifestSet withPartsReplaced(long seed, Tree part) {
        Random random = new Random(seed);
        List<Manifest> manifests = new ArrayList<>();
        for (Manifest manifest : Sets.of(Sets.GOOD)) {
            MapTree tree = (MapTree) replaced(manifest.tree(), part, random, 0);
            manifests.add(Manifest.of(tree.with("apiVersion", manifest.apiVersion())
                    .with("kind", manifest.kind())
                    .with("metadata", manifest.tree().get("metadata"))));
        }
        return ManifestSet.of(manifests);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_secret_value_is_never_printed(@ForAll("places") List<String> place, @ForAll boolean number) {
        Tree value = number ? ScalarTree.of(new BigInteger("27182818284590")) : ScalarTree.of(SECRET);
        List<Problem> problems = new ArrayList<>();
        for (Shape shape :
                List.of(Shapes.envVars(), Shapes.of(Schemas.type("core/v1.Secret")), Shapes.envFromSources())) {
            problems.addAll(ShapeCheck.problems(shape, nested(place, value), Locations.none()));
            problems.addAll(ShapeCheck.problems(shape, ListTree.of(nested(place, value)), Locations.none()));
        }

        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(problem.toString()).doesNotContain(SECRET).doesNotContain("27182818284590"));
    }

    private static Tree nested(List<String> place, Tree value) {
        Tree tree = value;
        for (int i = place.size() - 1; i >= 0; i--) {
            tree = MapTree.of(place.get(i), tree);
        }
        return tree;
    }

    static Tree replaced(Tree tree, Tree part, Random random, int depth) {
        if (depth > 0 && random.nextInt(12) == 0) {
            return part;
        }
        if (tree instanceof MapTree map && !map.isEmpty()) {
            int chosen = random.nextInt(map.size());
            return map.with(map.keyAt(chosen), replaced(map.valueAt(chosen), part, random, depth + 1));
        }
        if (tree instanceof ListTree list && !list.isEmpty()) {
            int chosen = random.nextInt(list.size());
            return list.with(chosen, replaced(list.get(chosen), part, random, depth + 1));
        }
        return part;
    }

    @Provide
    Arbitrary<List<String>> places() {
        return Arbitraries.of("value", "data", "stringData", "password", "valueFrom", "secretRef", "prefix")
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Tree> trees() {
        return tree(4);
    }

    @Provide
    Arbitrary<ManifestSet> sets() {
        Arbitrary<String> kinds = Arbitraries.of(
                "v1 Pod",
                "v1 Service",
                "v1 Secret",
                "v1 ConfigMap",
                "v1 ServiceAccount",
                "v1 Unknown",
                "apps/v1 Deployment",
                "apps/v1 StatefulSet",
                "batch/v1 CronJob",
                "networking.k8s.io/v1 Ingress",
                "networking.k8s.io/v1 NetworkPolicy",
                "autoscaling/v2 HorizontalPodAutoscaler",
                "rbac.authorization.k8s.io/v1 RoleBinding",
                "example.com/v1 Thing");
        return Combinators.combine(kinds, tree(4))
                .as(CheckPropertiesTest::manifest)
                .list()
                .ofMaxSize(6)
                .map(CheckPropertiesTest::set);
    }

    private static Manifest manifest(String apiVersionAndKind, Tree rest) {
        String[] parts = apiVersionAndKind.split(" ", 2);
        MapTree.Builder tree = MapTree.builder()
                .put("apiVersion", parts[0])
                .put("kind", parts[1])
                .put("metadata", MapTree.of("name", "a"))
                .put("spec", rest)
                .put("data", rest);
        return Manifest.of(tree.build());
    }

    private static ManifestSet set(List<Manifest> manifests) {
        Map<Object, Manifest> byId = new LinkedHashMap<>();
        for (Manifest manifest : manifests) {
            byId.put(manifest.id(), manifest);
        }
        return ManifestSet.of(byId.values());
    }

    private static Arbitrary<Tree> tree(int depth) {
        Arbitrary<Tree> scalars = Arbitraries.frequencyOf(
                Tuple.of(6, texts().map(ScalarTree::of)),
                Tuple.of(2, Arbitraries.integers().map(ScalarTree::of)),
                Tuple.of(1, Arbitraries.bigIntegers().map(ScalarTree::of)),
                Tuple.of(1, Arbitraries.of(true, false).map(ScalarTree::of)),
                Tuple.of(1, Arbitraries.of("0.5", "1e400", ".inf", ".nan").map(ScalarTree::ofFloat)),
                Tuple.of(1, Arbitraries.just(ScalarTree.ofNull())));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Tree> below = tree(depth - 1);
        Arbitrary<Tree> maps = Combinators.combine(
                        keys().list().ofMaxSize(3), below.list().ofSize(3))
                .as((keys, values) -> {
                    MapTree.Builder map = MapTree.builder();
                    for (int i = 0; i < keys.size(); i++) {
                        map.put(keys.get(i), values.get(i));
                    }
                    return map.build();
                });
        Arbitrary<Tree> lists = below.list().ofMaxSize(3).map(ListTree::of);
        return Arbitraries.oneOf(List.of(scalars, maps, maps, lists));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.of(
                        "a", "http", "25%", "200m", "-", "*.a", "", "Utilization", "Deployment", "In", "/", ".."));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(4),
                Arbitraries.of(
                        "name",
                        "value",
                        "valueFrom",
                        "secretKeyRef",
                        "key",
                        "env",
                        "envFrom",
                        "ports",
                        "port",
                        "containers",
                        "initContainers",
                        "volumes",
                        "volumeMounts",
                        "template",
                        "spec",
                        "metadata",
                        "selector",
                        "matchLabels",
                        "matchExpressions",
                        "operator",
                        "securityContext",
                        "rules",
                        "http",
                        "paths",
                        "backend",
                        "service",
                        "scaleTargetRef",
                        "kind",
                        "metrics",
                        "resource",
                        "target",
                        "type",
                        "livenessProbe",
                        "httpGet",
                        "data"));
    }
}
