package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Manifests with one fault each, at every path, judged by the check of the structure for the version of the cluster and by a real API
 * server of that version.
 */
public final class Mutants {
    private final TestCluster cluster;
    private final String namespace;
    private final double share;
    private final Random random = new Random(1);
    private final Checks structure;
    private final SortedMap<String, String> stricter = new TreeMap<>();
    private final SortedMap<String, String> misses = new TreeMap<>();
    private int judged;

    private Mutants(TestCluster cluster, String namespace, Checks structure, double share) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.structure = structure;
        this.share = share;
    }

    /** Judges every mutant in a namespace of a cluster. */
    public static Mutants in(TestCluster cluster, String namespace) {
        Check structure =
                Checks.structure(Targets.any().with(ProductVersion.kubernetes(TestCluster.kubernetesMinor())));
        return new Mutants(cluster, namespace, Checks.of(structure), 1);
    }

    /** The same with another check of the structure. */
    public Mutants by(Check check) {
        return new Mutants(cluster, namespace, Checks.of(check), share);
    }

    /** The same for a share of the mutants, always the same ones. */
    public Mutants withShare(double part) {
        return new Mutants(cluster, namespace, structure, part);
    }

    /** Gives the server a CustomResourceDefinition, and waits until it serves the kind. */
    public static void define(TestCluster cluster, String definition) throws InterruptedException, ExecutionException {
        CustomResourceDefinition sent = cluster.client()
                .resource(Serialization.unmarshal(definition, CustomResourceDefinition.class))
                .forceConflicts()
                .serverSideApply();
        String plural = sent.getSpec().getNames().getPlural();
        String version = sent.getSpec().getVersions().get(0).getName();
        String collection = "/apis/" + sent.getSpec().getGroup() + "/" + version + "/" + plural;
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        HttpClient http = cluster.client().getHttpClient();
        HttpRequest request =
                http.newHttpRequestBuilder().uri(cluster.server() + collection).build();
        while (!http.sendAsync(request, String.class).get().isSuccessful()) {
            assertThat(Instant.now()).as(collection).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** Judges the mutants of a manifest, which is valid. */
    public void judge(Manifest manifest) throws InterruptedException, ExecutionException {
        judge(manifest, structure);
    }

    /** Judges the mutants of a manifest by the checks of its references too, if it refers to no other one. */
    public void judgeWithReferences(Manifest manifest) throws InterruptedException, ExecutionException {
        Checks more = structure.with(Checks.references());
        judge(manifest, error(more, manifest).isEmpty() ? more : structure);
    }

    private void judge(Manifest manifest, Checks checks) throws InterruptedException, ExecutionException {
        assertThat(refusal(manifest)).as(manifest.toString()).isEmpty();
        assertThat(error(checks, manifest)).as(manifest.toString()).isEmpty();
        for (Map.Entry<String, MapTree> mutant : mutants(manifest).entrySet()) {
            if (random.nextDouble() >= share) {
                continue;
            }
            Manifest changed = Manifest.of(mutant.getValue());
            String ours = error(checks, changed);
            String servers = refusal(changed);
            judged++;
            if (ours.isEmpty() && !servers.isEmpty()) {
                misses.put(mutant.getKey(), servers);
            } else if (!ours.isEmpty()
                    && servers.isEmpty()
                    && refusalOfApply(changed).isEmpty()) {
                stricter.put(mutant.getKey(), ours);
            }
        }
    }

    /** The number of mutants that were judged. */
    public int judged() {
        return judged;
    }

    /** What is an error although the server takes it, created and applied: the message by the mutant. */
    public SortedMap<String, String> stricter() {
        return stricter;
    }

    /** What the server refuses to create although it is no error: the server's answer by the mutant. */
    public SortedMap<String, String> misses() {
        return misses;
    }

    /**
     * Asserts that every mutant has a reason.
     *
     * @param reasons by a regular expression that finds it
     */
    public static void assertExplained(SortedMap<String, String> found, Map<String, String> reasons) {
        SortedMap<String, String> left = new TreeMap<>(found);
        reasons.keySet().forEach(reason -> left.keySet().removeIf(mutant -> is(mutant, reason)));
        assertThat(left).isEmpty();
    }

    /** The reasons that no mutant has. */
    public static List<String> unused(SortedMap<String, String> found, Map<String, String> reasons) {
        return reasons.keySet().stream()
                .filter(reason -> found.keySet().stream().noneMatch(mutant -> is(mutant, reason)))
                .toList();
    }

    private static boolean is(String mutant, String reason) {
        return Pattern.compile(reason).matcher(mutant).find();
    }

    private static String error(Checks checks, Manifest manifest) {
        return checks.check(ManifestSet.of(manifest)).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .findFirst()
                .orElse("");
    }

    private String refusal(Manifest manifest) throws InterruptedException, ExecutionException {
        return refusal(manifest, "POST", "", "application/yaml");
    }

    /** The answer to a server-side apply, which takes bytes as base64 only; a creation takes a list of them, too. */
    private String refusalOfApply(Manifest manifest) throws InterruptedException, ExecutionException {
        return refusal(manifest, "PATCH", "/" + manifest.name(), "application/apply-patch+yaml");
    }

    private String refusal(Manifest manifest, String method, String name, String contentType)
            throws InterruptedException, ExecutionException {
        String kind = manifest.kind().toLowerCase(Locale.ROOT);
        String plural = kind.endsWith("y")
                ? kind.substring(0, kind.length() - 1) + "ies"
                : kind + (kind.endsWith("s") ? "es" : "s");
        String api = manifest.apiVersion().equals("v1") ? "/api/v1" : "/apis/" + manifest.apiVersion();
        boolean isNamespaced = Schemas.kind(manifest.apiVersion(), manifest.kind())
                .map(ApiKind::isNamespaced)
                .orElse(true);
        String scope = isNamespaced ? "/namespaces/" + namespace + "/" : "/";
        HttpClient http = cluster.client().getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(cluster.server() + api + scope + plural + name
                        + "?dryRun=All&fieldValidation=Strict&fieldManager=mutants")
                .method(method, contentType, YamlWriter.write(ManifestSet.of(manifest)))
                .build();
        HttpResponse<String> response = http.sendAsync(request, String.class).get();
        return response.isSuccessful() ? "" : response.code() + " " + response.body();
    }

    /** Copies with one change, by the path and the change. */
    private static Map<String, MapTree> mutants(Manifest manifest) {
        Map<String, MapTree> mutants = new LinkedHashMap<>();
        for (String key : manifest.tree().keys()) {
            // What they are and where they go stays.
            if (!key.equals("apiVersion") && !key.equals("kind")) {
                addMutants(manifest, key, List.of(key), mutants);
            }
        }
        mutants.keySet().removeIf(mutant -> mutant.contains(" metadata ") || mutant.contains(" metadata.namespace "));
        mutants.values().removeIf(tree -> Trees.text(tree, "metadata", "name").isEmpty());
        return mutants;
    }

    private static void addMutants(Manifest manifest, String path, List<Object> steps, Map<String, MapTree> into) {
        Tree here = at(manifest.tree(), steps);
        changes(here)
                .forEach((change, value) ->
                        into.put(manifest.kind() + " " + path.replaceAll("\\[\\d+\\]", "[]") + " " + change, (MapTree)
                                changed(manifest.tree(), steps, value)));
        if (here instanceof MapTree map) {
            map.keys().forEach(key -> addMutants(manifest, path + "." + key, and(steps, key), into));
        } else if (here instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                addMutants(manifest, path + "[" + i + "]", and(steps, i), into);
            }
        }
    }

    private static Map<String, @Nullable Tree> changes(Tree here) {
        Map<String, @Nullable Tree> changes = new LinkedHashMap<>();
        changes.put("missing", null);
        changes.put("null", ScalarTree.ofNull());
        changes.put("empty text", ScalarTree.of(""));
        changes.put("text", ScalarTree.of("A b!"));
        changes.put("true", ScalarTree.of(true));
        changes.put("-1", ScalarTree.of(-1));
        changes.put("0", ScalarTree.of(0));
        changes.put("70000", ScalarTree.of(70_000));
        changes.put("3000000000", ScalarTree.of(3_000_000_000L));
        changes.put("empty list", ListTree.of());
        changes.put("empty map", MapTree.of());
        if (here instanceof MapTree map) {
            changes.put("unknown key", map.with("unknownKey", ScalarTree.of("a")));
        }
        return changes;
    }

    private static List<Object> and(List<Object> steps, Object step) {
        List<Object> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private static Tree at(Tree tree, List<Object> steps) {
        Tree at = tree;
        for (Object step : steps) {
            at = step instanceof String key
                    ? ((MapTree) at).at(key).orElseThrow()
                    : ((ListTree) at).get((Integer) step);
        }
        return at;
    }

    private static @Nullable Tree changed(Tree tree, List<Object> steps, @Nullable Tree value) {
        if (steps.isEmpty()) {
            return value;
        }
        List<Object> rest = steps.subList(1, steps.size());
        Tree inner = changed(at(tree, steps.subList(0, 1)), rest, value);
        if (tree instanceof MapTree map) {
            String key = (String) steps.get(0);
            return inner == null ? map.without(key) : map.with(key, inner);
        }
        List<Tree> items = new ArrayList<>(((ListTree) tree).items());
        int index = (Integer) steps.get(0);
        if (inner == null) {
            items.remove(index);
        } else {
            items.set(index, inner);
        }
        return ListTree.of(items.toArray(new Tree[0]));
    }
}
