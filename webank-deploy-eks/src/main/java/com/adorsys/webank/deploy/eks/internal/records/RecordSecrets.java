package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Secrets that are written once and never changed, and how they are read and deleted. */
final class RecordSecrets {
    private final ApiServer api;
    private final RecordNames names;

    RecordSecrets(ApiServer api, Release release) {
        this.api = api;
        this.names = new RecordNames(release);
    }

    RecordNames names() {
        return names;
    }

    Optional<MapTree> find(String name) {
        return api.find(path(name));
    }

    /** The metadata of the release's Secrets of a type. */
    List<MapTree> list(String type) {
        return listAt(names.secrets(type));
    }

    List<MapTree> listAt(String pathAndQuery) {
        List<MapTree> found = new ArrayList<>();
        api.listMetadata(pathAndQuery, item -> item.map("metadata").ifPresent(found::add));
        return found;
    }

    /** An immutable Secret of the release. */
    MapTree secret(String name, String type, MapTree labels, MapTree annotations, MapTree data) {
        MapTree metadata = MapTree.builder()
                .put("name", name)
                .put("namespace", names.namespace())
                .put("labels", names.labels().toBuilder().putAll(labels).build())
                .putUnlessEmpty("annotations", annotations)
                .build();
        return MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "Secret")
                .put("metadata", metadata)
                .put("type", type)
                .put("immutable", true)
                .put("data", data)
                .build();
    }

    /**
     * Creates a Secret, and returns what is there then: the one that was created, now or by an earlier try whose answer was lost, or
     * the one of the same name that was there before. The caller compares.
     */
    MapTree put(MapTree secret) {
        String name = ApiAnswer.metadata(secret, "name");
        Patience patience = new Patience(
                api.deadline(),
                "Writing a record of " + names.describe() + " was interrupted. The next run finds what was written.");
        for (int round = 0; ; round++) {
            ApiException failure;
            try {
                return api.create(names.secrets(), secret).body();
            } catch (ApiException e) {
                if (!e.isAlreadyExists() && !Writes.isUnknown(e)) {
                    throw e;
                }
                failure = e;
            }
            Optional<MapTree> there = Writes.readBack(failure, () -> find(name));
            if (there.isPresent()) {
                return there.get();
            }
            // Not there, and whether the first one still arrives does not matter: the second is refused then, and
            // found.
            if (round >= 20 || !patience.pause()) {
                throw failure;
            }
        }
    }

    /**
     * Deletes the very Secret whose metadata was read. That it is gone is success, and so is that another has its name by
     * now, which is left alone.
     */
    void delete(MapTree metadata) {
        try {
            api.delete(
                    path(metadata.string("name").orElse("")),
                    metadata.string("uid").orElse(""),
                    "");
        } catch (ApiException e) {
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    /** Whether a Secret is the release's and of a type. */
    boolean isOurs(MapTree secret, String type) {
        return secret.string("type").orElse("").equals(type) && names.areOn(Trees.map(secret, "metadata"));
    }

    /** The bytes below a key of a Secret's data. */
    static byte[] bytes(MapTree secret, String key) throws Damaged {
        Tree value = secret.at("data", key).orElse(ScalarTree.ofNull());
        if (!(value instanceof ScalarTree scalar) || !scalar.isString()) {
            throw new Damaged("`data` has no `" + key + "`");
        }
        try {
            return Base64.getDecoder().decode(scalar.text());
        } catch (IllegalArgumentException e) {
            throw new Damaged("`data." + key + "` is not base64");
        }
    }

    /** {@code Secret `webank/webank-deploy.obs.v7`}. */
    String describe(String name) {
        return "Secret `" + names.namespace() + "/" + name + "`";
    }

    private String path(String name) {
        return names.secrets() + "/" + name;
    }
}
