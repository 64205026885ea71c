package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Manifests with one fault each, at every path, by the check of the structure and by a real API server: what the one reports the
 * other refuses, but for the two tables.
 */
class MutantsIT {
    /** What is reported although the server takes it, and why. */
    private static final Map<String, String> STRICTER = Map.ofEntries(
            Map.entry(
                    "null$",
                    "a null in a map or a list is a value that somebody forgot; the server makes it empty or 0"),
            Map.entry("\\.image text$", "no container can start"),
            Map.entry("(configMap|secret)\\.name text$", "there can be no such object"),
            Map.entry("topologyKey text$", "no node can have such a label"),
            Map.entry("PodDisruptionBudget metadata.name text$", "it cannot be named in a path"),
            Map.entry("subjects\\[\\].namespace (empty )?text$", "there can be no such namespace"),
            Map.entry("(rules\\[\\].host|serviceName) empty text$", "an empty text is a value that somebody forgot"),
            Map.entry(
                    "(configMap|hostPath|projected|secret|serviceAccountToken) missing$", "a volume without a source"),
            Map.entry("sources\\[\\] empty map$", "a volume without a source"),
            Map.entry("Secret data.a empty list$", "the server reads a list of bytes"));

    /** What is not reported although the server refuses it, and why. */
    private static final Map<String, String> MISSES = Map.ofEntries(
            Map.entry(
                    "spec.selector|template.metadata|jobTemplate.*metadata",
                    "labels and selectors are compared by the references"),
            Map.entry(
                    "volumes(\\[\\])?( |\\.).*|volumes.*missing$",
                    "mounts are compared with volumes by the references"),
            Map.entry(
                    "(containers|paths|rules|accessModes|apiGroups|resources|verbs)(\\[\\])? (empty list|missing|null)$",
                    "no rule says that a list has an item"),
            Map.entry("Ingress spec empty map$", "no rule says that one of two keys is there"),
            Map.entry("paths\\[\\].path (missing|null)$", "it depends on the pathType"),
            Map.entry("resources.requests( |\\.storage )", "no rule says which resource is there"),
            Map.entry("averageUtilization (missing|null)$", "it depends on the type of the target"),
            Map.entry(
                    "(resource|scaleTargetRef|subjects\\[\\]|roleRef)\\.[a-zA-Z]+ ",
                    "it depends on the kind that is meant"),
            Map.entry("fieldPath text$", "fields of a pod are not described as paths"),
            Map.entry("schedule text$", "no grammar of schedules"));

    private final TestCluster cluster = TestCluster.shared();
    private final Checks checks = Checks.of(Checks.structure(Targets.any().with(ProductVersion.kubernetes("1.35"))));

    @Test
    void are_judged_as_the_server_judges_them() throws Exception {
        String namespace = cluster.namespace("mutants");
        SortedMap<String, String> stricter = new TreeMap<>();
        SortedMap<String, String> misses = new TreeMap<>();
        int agreed = 0;
        for (String document : ServerDefaultsIT.documents()) {
            Manifest manifest = ServerDefaultsIT.manifest(document.replace("NAMESPACE", namespace));
            for (Map.Entry<String, MapTree> mutant : mutants(manifest).entrySet()) {
                Manifest changed = Manifest.of(mutant.getValue());
                String ours = error(changed);
                String servers = refusal(changed, namespace);
                if (ours.isEmpty() == servers.isEmpty()) {
                    agreed++;
                } else if (servers.isEmpty()) {
                    stricter.put(mutant.getKey(), ours);
                } else {
                    misses.put(mutant.getKey(), servers);
                }
            }
        }

        assertThat(agreed).isGreaterThan(3000);
        // A number that grows is a fault to be mended, not to be written down.
        assertThat(List.of(stricter.size(), misses.size())).isEqualTo(List.of(108, 126));
        assertExplained(stricter, STRICTER);
        assertExplained(misses, MISSES);
    }

    private static void assertExplained(SortedMap<String, String> found, Map<String, String> reasons) {
        SortedMap<String, String> left = new TreeMap<>(found);
        reasons.keySet().forEach(reason -> {
            assertThat(found.keySet()).as(reason).anyMatch(mutant -> is(mutant, reason));
            left.keySet().removeIf(mutant -> is(mutant, reason));
        });
        assertThat(left).isEmpty();
    }

    private static boolean is(String mutant, String reason) {
        return Pattern.compile(reason).matcher(mutant).find();
    }

    private String error(Manifest manifest) {
        return checks.check(ManifestSet.of(manifest)).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .findFirst()
                .orElse("");
    }

    private String refusal(Manifest manifest, String namespace) throws InterruptedException, ExecutionException {
        String kind = manifest.kind().toLowerCase(Locale.ROOT);
        String plural = kind.endsWith("y")
                ? kind.substring(0, kind.length() - 1) + "ies"
                : kind + (kind.endsWith("s") ? "es" : "s");
        String api = manifest.apiVersion().equals("v1") ? "/api/v1" : "/apis/" + manifest.apiVersion();
        HttpClient http = cluster.client().getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(cluster.server() + api + "/namespaces/" + namespace + "/" + plural
                        + "?dryRun=All&fieldValidation=Strict")
                .post("application/yaml", YamlWriter.write(ManifestSet.of(manifest)))
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
