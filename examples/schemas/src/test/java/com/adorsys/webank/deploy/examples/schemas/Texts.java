package com.adorsys.webank.deploy.examples.schemas;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A module whose files a test has written.
 *
 * @param byPath their texts
 */
record Texts(Map<String, String> byPath) implements ModuleFiles {
    @Override
    public List<String> files(String folder, String ending) {
        return new TreeMap<>(byPath)
                .keySet().stream()
                        .filter(path -> path.startsWith(folder) && path.endsWith(ending))
                        .toList();
    }

    @Override
    public String text(String file) {
        return Objects.requireNonNull(byPath.get(file), file);
    }
}
