package com.adorsys.webank.deploy.manifest;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random trees, manifests and sets for properties, here and in other modules (they depend on this module's test jar).
 *
 * <p>Texts and keys lean towards what is hard to write and read: what looks like another type, quotes, control
 * characters, line ends, other scripts. jqwik's own edge cases are off, since trees have so many that nothing random would
 * be left.
 */
public final class TreeArbitraries {
    private static final int DEPTH = 4;

    private TreeArbitraries() {}

    /** Keys of maps. */
    public static Arbitrary<String> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withCharRange('a', 'f')
                                .ofMinLength(1)
                                .ofMaxLength(3)),
                Tuple.of(2, Arbitraries.of("name", "app.kubernetes.io/name", "a.b", "a/b", "a[0]", "~", "")),
                Tuple.of(2, texts()));
    }

    /** Texts without half surrogate pairs. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> plain =
                Arbitraries.strings().withCharRange('a', 'z').withChars(" -:.").ofMaxLength(12);
        Arbitrary<String> hard = Arbitraries.of(
                "",
                " ",
                "~",
                "null",
                "yes",
                "No",
                "on",
                "true",
                "FALSE",
                "1",
                "-1",
                "0x1F",
                "0o7",
                "010",
                "1_000",
                "1e3",
                ".5",
                "+1.",
                ".inf",
                "-.INF",
                ".nan",
                "1:30",
                "2001-01-01",
                "=",
                "<<",
                "-",
                "- a",
                "? a",
                ": a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "'",
                "\"",
                "'a'",
                "\"a\"",
                "{}",
                "[]",
                "{a",
                "[a",
                ",",
                "a,b",
                "\\",
                "\\n",
                "\t",
                "\n",
                "\r",
                "\r\n",
                "a\n",
                "a\n\n",
                "\na",
                " a",
                "a ",
                "a\nb",
                "a\n b\n",
                "  a\nb",
                "a\tb",
                "---",
                "...",
                "--- a",
                "\u0000",
                "\u0007",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u00a0",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\ufffe",
                "\u00e9",
                "\u4e2d\u6587",
                "\ud83d\ude00",
                "{{ .Release.Name }}");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(8).map(TreeArbitraries::withoutHalves);
        return Arbitraries.oneOf(plain, hard, any).withoutEdgeCases();
    }

    /** Strings, whole numbers, numbers with fractions, truth values; no null. */
    public static Arbitrary<ScalarTree> scalars() {
        return Arbitraries.oneOf(
                        texts().map(ScalarTree::of),
                        Arbitraries.longs().map(ScalarTree::of),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TWO.pow(80).negate(), BigInteger.TWO.pow(80))
                                .map(ScalarTree::of),
                        Arbitraries.bigDecimals().ofScale(3).map(number -> ScalarTree.ofFloat(number.toPlainString())),
                        Arbitraries.of("0.50", "1.0", "-0.0", "1.5e3", ".inf", "-.inf", ".nan")
                                .map(ScalarTree::ofFloat),
                        Arbitraries.of(true, false).map(ScalarTree::of))
                .withoutEdgeCases();
    }

    /** Trees without null. */
    public static Arbitrary<Tree> trees() {
        return trees(scalars().map(scalar -> (Tree) scalar), DEPTH);
    }

    /** Trees in which some scalars are null. */
    public static Arbitrary<Tree> treesWithNulls() {
        Arbitrary<Tree> scalars = scalars().map(scalar -> (Tree) scalar);
        return trees(Arbitraries.oneOf(scalars, scalars, Arbitraries.just(ScalarTree.ofNull())), DEPTH);
    }

    /** Maps without null. */
    public static Arbitrary<MapTree> maps() {
        return maps(trees(scalars().map(scalar -> (Tree) scalar), DEPTH - 1));
    }

    /** Objects of well-known kinds and others, some with labels and annotations, and a random {@code spec} or data. */
    public static Arbitrary<Manifest> manifests() {
        Arbitrary<List<String>> kinds = Arbitraries.of(
                List.of("apps/v1", "Deployment"),
                List.of("apps/v1", "StatefulSet"),
                List.of("v1", "Service"),
                List.of("v1", "ConfigMap"),
                List.of("v1", "Secret"),
                List.of("v1", "Namespace"),
                List.of("v1", "PersistentVolumeClaim"),
                List.of("batch/v1", "Job"),
                List.of("networking.k8s.io/v1", "Ingress"),
                List.of("argoproj.io/v1alpha1", "Application"),
                List.of("example.com/v1", "Widget"));
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(3);
        Arbitrary<String> namespaces = Arbitraries.of("", "webank", "other");
        Arbitrary<MapTree> strings = maps(texts().map(ScalarTree::of));
        return Combinators.combine(kinds, names, namespaces, strings, strings, maps())
                .as((kind, name, namespace, labels, annotations, body) -> {
                    MapTree.Builder metadata = MapTree.builder().put("name", name);
                    if (!namespace.isEmpty()) {
                        metadata.put("namespace", namespace);
                    }
                    metadata.putUnlessEmpty("labels", labels).putUnlessEmpty("annotations", annotations);
                    boolean data =
                            kind.get(1).equals("ConfigMap") || kind.get(1).equals("Secret");
                    return Manifest.of(MapTree.builder()
                            .put("apiVersion", kind.get(0))
                            .put("kind", kind.get(1))
                            .put("metadata", metadata.build())
                            .put(data ? "data" : "spec", data ? annotations : body)
                            .build());
                });
    }

    /** Sets of up to 12 objects. */
    public static Arbitrary<ManifestSet> manifestSets() {
        return manifests()
                .withoutEdgeCases()
                .list()
                .ofMaxSize(12)
                .uniqueElements(Manifest::id)
                .map(ManifestSet::of)
                .withoutEdgeCases();
    }

    /** Two sets, before and after a deployment: some objects are kept, some changed, some gone, some new. */
    public static Arbitrary<List<ManifestSet>> changes() {
        return Combinators.combine(
                        manifestSets(),
                        manifestSets(),
                        maps().list().ofSize(12),
                        Arbitraries.integers().list().ofSize(12))
                .as((before, more, bodies, choices) -> {
                    ManifestSet after = more.select(manifest -> !before.has(manifest.id()));
                    for (int i = 0; i < before.size(); i++) {
                        Manifest manifest = before.manifests().get(i);
                        switch (Math.floorMod(choices.get(i), 4)) {
                            case 0 -> after = after.with(manifest);
                            case 1 -> after = after.with(changed(manifest, "spec", bodies.get(i)));
                            case 2 -> after = after.with(changed(manifest, "data", bodies.get(i)));
                            default -> {
                                // Gone.
                            }
                        }
                    }
                    return List.of(before, after);
                })
                .withoutEdgeCases();
    }

    private static Manifest changed(Manifest manifest, String key, MapTree body) {
        return Manifest.of((MapTree) MergePatch.of(MapTree.of(key, body)).apply(manifest.tree()));
    }

    private static Arbitrary<Tree> trees(Arbitrary<Tree> scalars, int depth) {
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Tree> below = Arbitraries.lazy(() -> trees(scalars, depth - 1));
        return Arbitraries.oneOf(
                        scalars,
                        scalars,
                        maps(below).map(map -> (Tree) map),
                        below.list().ofMaxSize(4).map(ListTree::of))
                .withoutEdgeCases();
    }

    private static Arbitrary<MapTree> maps(Arbitrary<? extends Tree> values) {
        return Arbitraries.maps(keys(), values)
                .ofMaxSize(5)
                .map(entries -> {
                    MapTree.Builder map = MapTree.builder();
                    entries.forEach((key, value) -> map.put(key, value));
                    return map.build();
                })
                .withoutEdgeCases();
    }

    private static String withoutHalves(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
