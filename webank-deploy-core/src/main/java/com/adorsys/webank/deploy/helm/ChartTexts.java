package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlWriter;

/** How the files of a chart are written. */
final class ChartTexts {
    private static final String DOCUMENT = "---\n";

    private ChartTexts() {}

    /** A map that is the whole of a file. */
    static String yaml(MapTree tree) {
        return YamlWriter.write(tree).substring(DOCUMENT.length());
    }

    /** A text that ends with one line break. */
    static String withLineBreak(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
