package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of Applications that the cluster's Argo CD knows, by the schema that the API server publishes. The API server
 * removes other fields from what is applied.
 */
final class KnownFields {
    private static final String DOCUMENT = "/openapi/v3/apis/argoproj.io/v1alpha1";
    private static final String[] SCHEMA = {"components", "schemas", "io.argoproj.v1alpha1.Application"};

    private KnownFields() {}

    /**
     * A field that a generated Application has, and neither the live one nor the schema: its path. Empty too if the account
     * may not read the schema.
     */
    static Optional<String> firstUnknown(MapTree generated, MapTree live, ApiServer api) {
        List<List<String>> missing = new ArrayList<>();
        collectMissing(Trees.map(generated, "spec"), Trees.map(live, "spec"), List.of("spec"), missing);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return api.findIfAllowed(DOCUMENT)
                .map(document -> Trees.map(document, SCHEMA))
                .flatMap(schema ->
                        missing.stream().filter(path -> !isKnown(schema, path)).findFirst())
                .map(KnownFields::shown);
    }

    /** The keys on the way to each value that only the generated tree has; an item of a list is a number. */
    private static void collectMissing(
            Tree wanted, @Nullable Tree live, List<String> path, List<List<String>> missing) {
        if (live == null) {
            missing.add(path);
        } else if (wanted instanceof MapTree map) {
            map.forEach((key, value) -> collectMissing(value, Trees.map(live).get(key), plus(path, key), missing));
        } else if (wanted instanceof ListTree list && live instanceof ListTree others) {
            for (int i = 0; i < Math.min(list.size(), others.size()); i++) {
                collectMissing(list.get(i), others.get(i), plus(path, String.valueOf(i)), missing);
            }
        }
    }

    private static boolean isKnown(MapTree schema, List<String> path) {
        MapTree at = schema;
        for (String key : path) {
            boolean isList = at.has("items");
            if (!isList && !at.has("properties")) {
                // Any key is allowed here, or nothing is published.
                return true;
            }
            at = isList ? Trees.map(at, "items") : Trees.map(at, "properties", key);
            if (at.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String shown(List<String> path) {
        String shown = "";
        for (String key : path) {
            boolean isIndex = Character.isDigit(key.charAt(0));
            shown = isIndex ? TreePath.child(shown, Integer.parseInt(key)) : TreePath.child(shown, key);
        }
        return shown;
    }

    private static List<String> plus(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
