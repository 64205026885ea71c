package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** A set of manifests as compressed JSON: a list of the objects in their order, keys as they came. */
final class RevisionBytes {
    /** What a set may expand to: 10,000 objects have about 20 MB. */
    private static final int LONGEST = 512 << 20;

    private RevisionBytes() {}

    static byte[] write(ManifestSet manifests) {
        StringBuilder json = new StringBuilder(1024 * manifests.size());
        String separator = "[\n";
        for (Manifest manifest : manifests) {
            json.append(separator).append(Json.write(manifest.tree()));
            separator = ",\n";
        }
        json.append(manifests.isEmpty() ? "[\n]\n" : "\n]\n");
        return Gzip.compress(json.toString().getBytes(StandardCharsets.UTF_8), Deflater.DEFAULT_COMPRESSION);
    }

    static ManifestSet read(byte[] gzip) throws Damaged {
        try {
            if (!(Json.read(Gzip.expand(gzip, LONGEST)) instanceof ListTree list)) {
                throw new Damaged("it is not a list of objects");
            }
            List<Manifest> manifests = new ArrayList<>(list.size());
            for (Tree item : list) {
                if (!(item instanceof MapTree tree)) {
                    throw new Damaged("it has an item that is not an object");
                }
                manifests.add(Manifest.of(tree));
            }
            return ManifestSet.of(manifests);
        } catch (Json.Malformed | DeployException.InvalidInput e) {
            throw new Damaged("it is not a set of objects");
        }
    }
}
