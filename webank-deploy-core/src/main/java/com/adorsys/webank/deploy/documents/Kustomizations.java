package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that Kustomizations use for something else than an object: patches, settings, and the content of ConfigMaps and Secrets.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">kustomization</a>
 */
final class Kustomizations {
    /** The names by which kustomize finds its file. */
    static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final String[] PATCHES = {"patches", "patchesStrategicMerge", "patchesJson6902", "replacements"};
    private static final String[] SETTINGS = {"transformers", "generators", "validators", "configurations"};
    private static final String[] CONTENTS = {"configMapGenerator", "secretGenerator"};

    private final Set<Path> seen = new HashSet<>();
    private final Map<Path, Sort> uses = new HashMap<>();

    /** Reads the Kustomization of a folder, if it has one. One that cannot be read is reported when it is checked. */
    void readIn(Path folder) {
        if (!seen.add(folder)) {
            return;
        }
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    for (YamlDocument document : YamlReader.readAll(file)) {
                        read(Trees.map(document.tree()), folder);
                    }
                } catch (DeployException.InvalidInput e) {
                    // Reported when the file is checked.
                }
            }
        }
    }

    /** What a Kustomization uses a file for; null if none does, or as an object. */
    @Nullable
    Sort useOf(DocumentFile file) {
        Path path = uses.isEmpty() ? null : file.path();
        return path == null ? null : uses.get(normal(path));
    }

    private void read(MapTree kustomization, Path folder) {
        for (String key : PATCHES) {
            for (Tree item : Trees.list(kustomization, key)) {
                add(item instanceof MapTree map ? map.get("path") : item, folder, Sort.PATCH);
            }
        }
        for (String key : SETTINGS) {
            for (Tree item : Trees.list(kustomization, key)) {
                add(item, folder, Sort.KUSTOMIZE_SETTINGS);
            }
        }
        add(Trees.value(kustomization, "openapi", "path"), folder, Sort.KUSTOMIZE_SETTINGS);
        for (Tree chart : Trees.list(kustomization, "helmCharts")) {
            add(Trees.map(chart).get("valuesFile"), folder, Sort.OTHER_VALUES);
            addAll(Trees.list(Trees.map(chart), "additionalValuesFiles"), folder, Sort.OTHER_VALUES);
        }
        for (String key : CONTENTS) {
            for (Tree generator : Trees.list(kustomization, key)) {
                addAll(Trees.list(Trees.map(generator), "files"), folder, Sort.CONTENT);
                addAll(Trees.list(Trees.map(generator), "envs"), folder, Sort.CONTENT);
            }
        }
    }

    private void addAll(ListTree items, Path folder, Sort use) {
        for (Tree item : items) {
            add(item, folder, use);
        }
    }

    private void add(@Nullable Tree item, Path folder, Sort use) {
        if (!(item instanceof ScalarTree scalar)
                || !scalar.isString()
                || scalar.text().indexOf('\n') >= 0) {
            return;
        }
        // A file of a generator may have the name of its key before it.
        String text =
                use.equals(Sort.CONTENT) ? scalar.text().substring(scalar.text().indexOf('=') + 1) : scalar.text();
        try {
            uses.putIfAbsent(normal(folder.resolve(text)), use);
        } catch (InvalidPathException e) {
            // Not a path, but for instance the text of a patch.
        }
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether a document is a Kustomization or a Component: by its type or, since kustomize fills that in, by the name of its file. */
    static boolean isKustomization(MapTree map, DocumentFile file) {
        return Trees.text(map, "apiVersion").startsWith("kustomize.config.k8s.io/")
                || NAMES.contains(file.fileName())
                        && (!map.has("kind")
                                || List.of("Kustomization", "Component").contains(Trees.text(map, "kind")));
    }
}
