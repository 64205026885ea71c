package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What several Applications have in common, as a template of Go, and how they differ, as its parameters: a text has a
 * parameter of its own, and all other differences of an Application are one patch.
 */
final class CommonTemplate {
    private static final String PATCH = "patch";

    /** The parameters by name, each with its text for every Application. */
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** What the template cannot say of each Application. */
    private final List<MapTree> patches;

    private final MapTree template;

    private CommonTemplate(List<MapTree> applications) {
        List<Tree> metadata = new ArrayList<>();
        List<Tree> specs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (MapTree application : applications) {
            MapTree own = Trees.map(application, "metadata");
            names.add(Trees.text(own, "name"));
            metadata.add(own.without("namespace"));
            specs.add(Trees.map(application, "spec"));
        }
        // The name is a parameter in any case: the set needs something that tells its Applications apart.
        parameters.put("name", names);
        List<MapTree.Builder> own = new ArrayList<>();
        applications.forEach(application -> own.add(MapTree.builder()));
        this.template = MapTree.builder()
                .put("metadata", part("metadata", metadata, own))
                .put("spec", part("spec", specs, own))
                .build();
        this.patches = own.stream().map(MapTree.Builder::build).toList();
    }

    /**
     * The template of Applications.
     *
     * @throws InvalidInput if there is none
     */
    static CommonTemplate of(List<MapTree> applications) {
        if (applications.isEmpty()) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.TEXT_EMPTY,
                    Location.of("spec.generators"),
                    "there is no Application to make the set of",
                    "give at least one"));
        }
        return new CommonTemplate(applications);
    }

    MapTree template() {
        return template;
    }

    /** What the template is patched with; empty if it says everything. */
    Optional<String> patch() {
        return patches.stream().allMatch(MapTree::isEmpty) ? Optional.empty() : Optional.of("{{ ." + PATCH + " }}");
    }

    /** The parameters of each Application. */
    List<Map<String, String>> elements() {
        List<Map<String, String>> elements = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            Map<String, String> element = new TreeMap<>();
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                element.put(parameter.getKey(), parameter.getValue().get(i));
            }
            if (patch().isPresent()) {
                element.put(PATCH, JsonWriter.write(patches.get(i)));
            }
            elements.add(element);
        }
        return elements;
    }

    /** What maps have in common; what differs otherwise is put into the patches below the key. */
    private Tree part(String key, List<Tree> maps, List<MapTree.Builder> patches) {
        List<MapTree.Builder> inner = new ArrayList<>();
        patches.forEach(patch -> inner.add(MapTree.builder()));
        MapTree.Builder merged = MapTree.builder();
        for (String name : keys(maps)) {
            List<@Nullable Tree> values = new ArrayList<>();
            maps.forEach(map -> values.add(((MapTree) map).get(name)));
            Tree common = values.contains(null) ? null : common(key, name, values, inner);
            if (common != null) {
                merged.put(name, common);
                continue;
            }
            for (int i = 0; i < values.size(); i++) {
                Tree value = values.get(i);
                if (value != null) {
                    inner.get(i).put(name, value);
                }
            }
        }
        for (int i = 0; i < patches.size(); i++) {
            patches.get(i).putUnlessEmpty(key, inner.get(i).build());
        }
        return merged.build();
    }

    private static Set<String> keys(List<Tree> maps) {
        Set<String> keys = new LinkedHashSet<>();
        maps.forEach(map -> keys.addAll(((MapTree) map).keys()));
        return keys;
    }

    /** What values have in common; null if a template cannot say it. */
    private @Nullable Tree common(
            String parent, String key, List<? extends @Nullable Tree> given, List<MapTree.Builder> patches) {
        List<Tree> values = new ArrayList<>();
        for (Tree value : given) {
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        Tree first = values.get(0);
        boolean isName = parent.equals("metadata") && key.equals("name");
        if (!isName && values.stream().allMatch(first::equals)) {
            return literal(first);
        }
        if (values.stream().allMatch(MapTree.class::isInstance)) {
            return part(key, values, patches);
        }
        if (values.stream().allMatch(value -> value instanceof ScalarTree scalar && scalar.isString())) {
            return ScalarTree.of(
                    "{{ ." + parameter(key, values.stream().map(Trees::text).toList()) + " }}");
        }
        return null;
    }

    /** The parameter with these texts; a new one is named after its key. */
    private String parameter(String key, List<String> texts) {
        for (Map.Entry<String, List<String>> known : parameters.entrySet()) {
            if (known.getValue().equals(texts)) {
                return known.getKey();
            }
        }
        StringBuilder word = new StringBuilder();
        for (int i = key.lastIndexOf('.') + 1; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean isPart = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' && i > 0;
            word.append(isPart ? c : '_');
        }
        String name = word.toString();
        for (int number = 2; name.equals(PATCH) || parameters.containsKey(name); number++) {
            name = word.toString() + number;
        }
        parameters.put(name, texts);
        return name;
    }

    /** A value whose texts are not taken for parameters. */
    private static Tree literal(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder literal = MapTree.builder();
            map.forEach((key, value) -> literal.put(key, literal(value)));
            return literal.build();
        }
        if (tree instanceof ListTree list) {
            List<Tree> items = new ArrayList<>();
            for (Tree item : list) {
                items.add(literal(item));
            }
            return ListTree.of(items);
        }
        return tree instanceof ScalarTree scalar
                        && scalar.isString()
                        && scalar.text().contains("{{")
                ? ScalarTree.of(scalar.text().replace("{{", "{{ \"{{\" }}"))
                : tree;
    }
}
