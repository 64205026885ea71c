package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Writes the texts of many documents one after another, such as the files of many environments. Each is what {@link
 * YamlWriter#write(Tree)} writes; memory is used again for the next. Not thread-safe.
 */
public final class YamlTexts {
    private final StringBuilder out = new StringBuilder(4096);
    /** Manifests of several environments repeat most of their texts, too. */
    private final @Nullable String[] plainTexts = YamlWriter.plainTexts();

    /**
     * A text and then a document.
     *
     * @param header lines of comments; empty, or with a final newline
     * @throws DeployException.InvalidInput if the tree contains what YAML cannot represent
     */
    public String write(String header, Tree tree) {
        out.setLength(0);
        out.append(header);
        YamlWriter.writeTo(out, tree, plainTexts);
        return out.toString();
    }
}
