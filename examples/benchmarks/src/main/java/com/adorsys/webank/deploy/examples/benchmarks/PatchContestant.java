package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.List;
import java.util.Locale;

/** Each object is applied and nothing else is asked; optionally each gets a dry run before. */
final class PatchContestant implements Contestant {
    private static final String QUERY = "?fieldManager=bare&force=true";

    private final String name;
    private final boolean dryRun;
    private final BareRequests requests;
    private List<BareRequests.Request> dryRuns = List.of();
    private List<BareRequests.Request> patches = List.of();

    private PatchContestant(String name, boolean dryRun, BareRequests requests) {
        this.name = name;
        this.dryRun = dryRun;
        this.requests = requests;
    }

    static PatchContestant bare(TestCluster cluster, String server) {
        return new PatchContestant("the PATCHes alone", false, new BareRequests(cluster, server));
    }

    static PatchContestant withDryRuns(TestCluster cluster, String server) {
        return new PatchContestant("dry runs of all, then the PATCHes", true, new BareRequests(cluster, server));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int objects, String namespace, String version) {
        List<Manifest> manifests =
                SampleRelease.set(objects, namespace, version).manifests();
        dryRuns = dryRun ? patches(manifests, "&dryRun=All") : List.of();
        patches = patches(manifests, "");
    }

    @Override
    public void apply() {
        send(dryRuns);
        send(patches);
    }

    private void send(List<BareRequests.Request> all) {
        requests.send(all).forEach(answer -> {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer + ": " + answer.body());
            }
        });
    }

    private static List<BareRequests.Request> patches(List<Manifest> manifests, String query) {
        return manifests.stream().map(manifest -> patch(manifest, query)).toList();
    }

    private static BareRequests.Request patch(Manifest manifest, String query) {
        String group = manifest.id().kind().equals("Deployment") ? "/apis/apps/v1" : "/api/v1";
        String path = group + "/namespaces/" + manifest.id().namespace() + "/"
                + manifest.id().kind().toLowerCase(Locale.ROOT) + "s/"
                + manifest.id().name();
        return new BareRequests.Request(
                "PATCH", path + QUERY + query, "application/apply-patch+yaml", YamlWriter.write(manifest.tree()));
    }

    @Override
    public void close() {
        requests.close();
    }
}
