package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.tree.TreeScopes;
import com.adorsys.webank.deploy.tree.TreeSource;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads configurations one after another; of a file that the one before has too, the manifests are not read again, and an
 * environment that is equal to that of the one before is the same object.
 */
final class ConfigurationReader {
    private Map<String, FileContent> known = new HashMap<>();
    private Map<String, ManifestSet> before = Map.of();

    /** One configuration that is being read. */
    private final class Reading {
        private final TreeSource source;
        private final Map<String, FileContent> contents = new HashMap<>();
        private final SortedMap<String, Map<ResourceId, Manifest>> environments = new TreeMap<>();
        private final Map<String, FileContent> files = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(TreeSource source) {
            this.source = source;
        }

        void generated(String environment, SortedSet<String> paths) throws IOException {
            for (String path : paths) {
                FileContent content = isManifestFile(path) ? content(path) : null;
                if (content != null) {
                    problems.addAll(content.problems());
                    add(environment, content, path);
                }
            }
        }

        /**
         * Reads the files that are not generated.
         *
         * @param environment the scope that the folder lies in; null if it lies in none
         */
        void others(String folder, @Nullable String environment, TreeScopes scopes, SortedSet<String> generated)
                throws IOException {
            String own = scopes.paths().containsKey(folder) ? folder : environment;
            for (String name : source.list(folder)) {
                String path = folder.isEmpty() ? name : folder + "/" + name;
                if (source.kind(path) == Kind.FOLDER) {
                    if (!name.startsWith(".")) {
                        others(path, own, scopes, generated);
                    }
                } else if (isManifestFile(path) && !generated.contains(path)) {
                    FileContent content = content(path);
                    if (content != null && !content.manifests().isEmpty()) {
                        add(own == null ? folder : own, content, path);
                    }
                }
            }
        }

        private void add(String environment, FileContent content, String path) {
            Map<ResourceId, Manifest> manifests =
                    environments.computeIfAbsent(shown(environment), key -> new LinkedHashMap<>());
            for (Manifest manifest : content.manifests()) {
                if (manifests.putIfAbsent(manifest.id(), manifest) != null) {
                    problems.add(Problem.warning(
                            ProblemCodes.OBJECT_DUPLICATE,
                            Location.ofFile(path),
                            "another file of `" + shown(environment) + "` has " + manifest.id() + " too; this one is"
                                    + " skipped",
                            "remove one of the two"));
                }
            }
        }

        /** The content of a file; null if there is none. */
        private @Nullable FileContent content(String path) throws IOException {
            if (!isReachable(path)) {
                return null;
            }
            String key = source.contentId(path) + " " + path;
            FileContent content = contents.get(key);
            if (content == null) {
                content = known.get(key);
                if (content == null) {
                    content = parse(path, source.read(path));
                }
                contents.put(key, content);
            }
            files.put(path, content);
            return content;
        }

        private boolean isReachable(String path) throws IOException {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (source.kind(path.substring(0, slash)) != Kind.FOLDER) {
                    return false;
                }
            }
            return source.kind(path) == Kind.FILE;
        }
    }

    Configuration read(TreeSource source) throws IOException {
        Reading reading = new Reading(source);
        TreeScopes scopes = TreeScopes.in(source);
        reading.problems.addAll(scopes.problems());
        SortedSet<String> generated = new TreeSet<>();
        for (Map.Entry<String, SortedSet<String>> scope : scopes.paths().entrySet()) {
            generated.addAll(scope.getValue());
            reading.generated(scope.getKey(), scope.getValue());
        }
        reading.others("", null, scopes, generated);
        known = reading.contents;
        SortedMap<String, ManifestSet> environments = new TreeMap<>();
        reading.environments.forEach((environment, manifests) -> {
            ManifestSet set = ManifestSet.of(manifests.values());
            ManifestSet old = before.get(environment);
            environments.put(environment, old != null && set.equals(old) ? old : set);
        });
        before = environments;
        return new Configuration(environments, reading.files, reading.problems);
    }

    private static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    private static boolean isManifestFile(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }

    private static FileContent parse(String path, byte[] bytes) {
        try {
            return new FileContent(YamlReader.readManifests(path, bytes).manifests(), List.of());
        } catch (InvalidInput e) {
            return new FileContent(List.of(), e.problems());
        }
    }
}
