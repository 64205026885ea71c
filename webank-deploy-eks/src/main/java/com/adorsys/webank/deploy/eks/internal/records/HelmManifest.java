package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Which objects one of Helm's records lists, those of its hooks too, which Helm leaves in the cluster. Of their content nothing is
 * kept.
 */
final class HelmManifest {
    private static final String KEY = "release";
    private static final int LARGEST = 64 * 1024 * 1024;

    private HelmManifest() {}

    /**
     * The ids, as the manifest has them: without a namespace where it names none, also for kinds that have one.
     *
     * @param secret that holds the record: gzipped JSON, in base64 twice
     */
    static List<ResourceId> objects(MapTree secret) throws Damaged {
        try {
            byte[] text = Base64.getDecoder().decode(RecordSecrets.bytes(secret, KEY));
            MapTree record = Json.readMap(Gzip.expand(text, LARGEST));
            StringBuilder all = new StringBuilder(record.string("manifest").orElse(""));
            Trees.list(record, "hooks")
                    .forEach(hook -> all.append("\n---\n").append(Trees.text(Trees.map(hook), "manifest")));
            String manifest = all.toString();
            List<ResourceId> objects = new ArrayList<>();
            for (YamlDocument document : YamlReader.readAll("manifest", manifest.getBytes(StandardCharsets.UTF_8))) {
                for (YamlDocument object : document.objects()) {
                    if (object.tree() instanceof MapTree tree) {
                        objects.add(Manifest.of(tree).id());
                    }
                }
            }
            return objects;
        } catch (IllegalArgumentException | Json.Malformed | DeployException.InvalidInput e) {
            throw new Damaged("it is not as Helm writes it");
        }
    }
}
