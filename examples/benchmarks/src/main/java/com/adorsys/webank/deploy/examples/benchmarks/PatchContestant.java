package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The requests alone, sixteen at once over HTTP/2: each object is applied, and rehearsed before if that is wanted. */
final class PatchContestant implements Contestant {
    private static final int AT_ONCE = 16;
    private static final String QUERY = "?fieldManager=bare&force=true";

    private record Patch(String path, String body) {}

    private final String name;
    private final boolean rehearsed;
    private final String server;
    private final String token;
    private final HttpClient client;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private List<Patch> patches = List.of();

    private PatchContestant(String name, boolean rehearsed, TestCluster cluster, String server) {
        this.name = name;
        this.rehearsed = rehearsed;
        this.server = server;
        this.token = cluster.token("admin");
        this.client = HttpClient.newBuilder().sslContext(cluster.tls()).build();
    }

    static PatchContestant bare(TestCluster cluster, String server) {
        return new PatchContestant("the PATCHes alone", false, cluster, server);
    }

    static PatchContestant rehearsed(TestCluster cluster, String server) {
        return new PatchContestant("all rehearsed, then the PATCHes", true, cluster, server);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int objects, String namespace, String version) {
        patches = SampleRelease.set(objects, namespace, version).manifests().stream()
                .map(PatchContestant::patch)
                .toList();
    }

    private static Patch patch(Manifest manifest) {
        String group = manifest.id().kind().equals("Deployment") ? "/apis/apps/v1" : "/api/v1";
        String path = group + "/namespaces/" + manifest.id().namespace() + "/"
                + manifest.id().kind().toLowerCase(Locale.ROOT) + "s/"
                + manifest.id().name();
        return new Patch(path, YamlWriter.write(manifest.tree()));
    }

    @Override
    public void apply() {
        if (rehearsed) {
            sendAll("&dryRun=All");
        }
        sendAll("");
    }

    private void sendAll(String query) {
        List<Callable<Integer>> calls = new ArrayList<>();
        patches.forEach(patch -> calls.add(() -> send(patch, query)));
        try {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                int code = call.get();
                if (code >= 300) {
                    throw new IllegalStateException("a PATCH was answered " + code);
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(Patch patch, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + patch.path + QUERY + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/apply-patch+yaml")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch.body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
