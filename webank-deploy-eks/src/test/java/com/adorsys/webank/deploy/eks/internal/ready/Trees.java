package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;

/** LiveObject objects written as YAML. */
final class Trees {
    private Trees() {}

    static MapTree of(String yaml) {
        return (MapTree) YamlReader.read("live.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}
