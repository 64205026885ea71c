package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One object on a real server, and the ways in which people and programs change it. */
final class Live {
    static final String MANAGER = "webank-deploy";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String STRATEGIC_PATCH = "application/strategic-merge-patch+json";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApiServer api;
    private final Sample sample;
    private final String path;
    private final MapTree desired;

    private Live(ApiServer api, Sample sample, String path, MapTree desired) {
        this.api = api;
        this.sample = sample;
        this.path = path;
        this.desired = desired;
    }

    /** A new object that we applied. */
    static Live applied(TestCluster cluster, String namespace, Sample sample) {
        Live live = named(cluster, namespace, sample);
        live.apply();
        return live;
    }

    /** An object with a new name that is not there yet. */
    static Live named(TestCluster cluster, String namespace, Sample sample) {
        String name = "x" + NUMBER.incrementAndGet();
        return new Live(
                TestServer.of(cluster.client()), sample, sample.resource().path(namespace, name), sample.desired(name));
    }

    MapTree desired() {
        return desired;
    }

    String name() {
        return desired.map("metadata")
                .flatMap(metadata -> metadata.string("name"))
                .orElseThrow();
    }

    MapTree get() {
        return api.get(path).body();
    }

    String digest() {
        return digest(get());
    }

    String digest(MapTree live) {
        return OwnedDigest.of(live, desired).orElseThrow();
    }

    MapTree apply() {
        return api.apply(path, desired, ApplyMode.of(MANAGER)).body();
    }

    MapTree apply(MapTree object) {
        return api.apply(path, object, ApplyMode.of(MANAGER)).body();
    }

    MapTree applyByForce() {
        return api.apply(path, desired, ApplyMode.of(MANAGER).forced()).body();
    }

    /** Somebody else applies an object. */
    MapTree applyAs(String manager, MapTree object) {
        return api.apply(path, object, ApplyMode.of(manager).forced()).body();
    }

    MapTree patch(String type, Tree body) {
        return api.patch(path + "?fieldManager=somebody", type, body).body();
    }

    MapTree patchOf(String subresource, Tree body) {
        return api.patch(path + "/" + subresource + "?fieldManager=somebody", MERGE_PATCH, body)
                .body();
    }

    MapTree replace(Tree body) {
        return api.replace(path + "?fieldManager=somebody", body).body();
    }

    /** The objects of the same collection, as a list has them. */
    ListTree list() {
        List<Tree> items = new ArrayList<>();
        api.list(path.substring(0, path.lastIndexOf('/')), items::add);
        return ListTree.of(items);
    }

    Sample sample() {
        return sample;
    }

    /** The object after a change; null if the server takes it for no valid one. */
    @Nullable
    MapTree accepted(Supplier<MapTree> change) {
        try {
            return change.get();
        } catch (ApiException e) {
            if (e.code() == 422 || e.code() == 400 || e.code() == 500) {
                return null;
            }
            throw e;
        }
    }
}
