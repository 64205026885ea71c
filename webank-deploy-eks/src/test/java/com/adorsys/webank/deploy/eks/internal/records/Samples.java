package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Inventories and sets as they really are. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-11-23T09:00:00.123456Z");
    static final Release RELEASE = Release.of("obs", "webank");
    static final ApiResource NAMESPACES = new ApiResource("v1", "Namespace", "namespaces", false);
    static final ApiResource CONFIG_MAPS = new ApiResource("v1", "ConfigMap", "configmaps", true);
    static final ApiResource DEPLOYMENTS = new ApiResource("apps/v1", "Deployment", "deployments", true);
    static final ApiResource SERVICES = new ApiResource("v1", "Service", "services", true);
    static final ApiResource ACCOUNTS = new ApiResource("v1", "ServiceAccount", "serviceaccounts", true);
    static final ApiResource INGRESSES = new ApiResource("networking.k8s.io/v1", "Ingress", "ingresses", true);
    static final ApiResource WIDGETS = new ApiResource("example.com/v1", "Widget", "widgets", true);

    private Samples() {}

    static Attempt attempt(String id, long revision) {
        return new Attempt(id, revision, Digest.none(), Origin.of(TIME, "jane@example.com"));
    }

    static Member member(ApiResource resource, String namespace, String name) {
        return Member.of(ResourceId.of(resource.apiVersion(), resource.kind(), namespace, name), resource);
    }

    /** An inventory that is READY, of members of six kinds in four namespaces, names like real ones, uids and digests random. */
    static Inventory inventory(int size, Random random) {
        ApiResource[] resources = {CONFIG_MAPS, DEPLOYMENTS, SERVICES, ACCOUNTS, INGRESSES, WIDGETS};
        String[] namespaces = {"webank", "webank-staging", "payments", "monitoring"};
        String[] words = {
            "online", "banking", "pending", "registration", "user", "app", "account", "ledger", "audit", "report",
            "mail", "sms", "gateway", "cache", "index", "event", "stream", "export", "import", "rates"
        };
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = words[random.nextInt(words.length)] + "-" + words[random.nextInt(words.length)] + "-"
                    + Integer.toString(i / resources.length, 36)
                    + (i % 5 == 0 ? "-" + words[random.nextInt(words.length)] : "");
            members.add(member(resources[i % resources.length], namespaces[random.nextInt(4)], name)
                    .withUid(new UUID(random.nextLong(), random.nextLong()).toString())
                    .withDigests(digest(random), digest(random)));
        }
        Attempt attempt = new Attempt(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                17,
                digest(random),
                Origin.of(TIME, "jane@example.com").from("0c5690dd0c5690dd0c5690dd0c5690dd0c5690dd"));
        return Samples.begin(attempt).with(Inventory.Phase.READY, attempt, members);
    }

    static Digest digest(Random random) {
        return Digest.of(random.nextLong(), random.nextInt());
    }

    /** ConfigMaps of a namespace whose data is random, so that gzip makes little of it. */
    static ManifestSet configMaps(String namespace, int count, int bytes) {
        Random random = new Random(count);
        List<Manifest> manifests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[bytes];
            random.nextBytes(data);
            manifests.add(Manifest.of(MapTree.builder()
                    .put("apiVersion", "v1")
                    .put("kind", "ConfigMap")
                    .put(
                            "metadata",
                            MapTree.builder()
                                    .put("name", "data-" + i)
                                    .put("namespace", namespace)
                                    .build())
                    .put("data", MapTree.of("value", Base64.getEncoder().encodeToString(data)))
                    .put("numbers", MapTree.of("half", ScalarTree.ofFloat("0.50")))
                    .build()));
        }
        return ManifestSet.of(manifests);
    }

    /** The inventory of a release that has none yet: without members, its first attempt under way. */
    static Inventory begin(Attempt attempt) {
        return Inventory.none().with(Inventory.Phase.APPLYING, attempt, java.util.List.of());
    }
}
