package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.PodSecurityLevel;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.eks.testing.PodAdmission;
import com.adorsys.webank.deploy.eks.testing.PodAdmission.Answer;
import com.adorsys.webank.deploy.eks.testing.PodAdmission.Verdict;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The restricted level of Pod Security admits the pods of every workload under the hardened posture. */
class PodTemplatesIT {
    private final TestCluster cluster = TestCluster.shared();

    @Test
    void each_is_admitted_as_a_bare_pod() {
        PodAdmission admission = PodAdmission.in(cluster, PodSecurityLevel.RESTRICTED, "latest");
        List<String> refusals = new ArrayList<>();
        workloads().forEach((name, workload) -> {
            Answer answer = admission.answer(pod(workload));
            if (answer.verdict() != Verdict.ADMITTED) {
                refusals.add(name + ": " + answer.text());
            }
        });
        assertThat(String.join("\n", refusals)).isEmpty();
    }

    @Test
    void each_workload_draws_no_warning() throws Exception {
        String namespace = cluster.namespace("warned", Map.of("pod-security.kubernetes.io/warn", "restricted"));
        List<String> warnings = new ArrayList<>();
        for (Map.Entry<String, Manifest> workload : workloads().entrySet()) {
            for (String warning : applied(workload.getValue(), namespace).headers("Warning")) {
                if (warning.contains("PodSecurity")) {
                    warnings.add(workload.getKey() + ": " + warning);
                }
            }
        }
        assertThat(String.join("\n", warnings)).isEmpty();
    }

    /** By environment and object, the workloads of all examples. */
    private static Map<String, Manifest> workloads() {
        List<Environment> environments = new ArrayList<>();
        WebankEnvironments.all().forEach(environments::add);
        environments.add(WebankEnvironments.dev().withWebank(EverySetting.webank()));
        Map<String, Manifest> workloads = new LinkedHashMap<>();
        for (int i = 0; i < environments.size(); i++) {
            String name = i < environments.size() - 1 ? environments.get(i).name() : "every setting";
            for (Manifest manifest :
                    environments.get(i).withPosture(Posture.hardened()).manifests()) {
                if (PodTemplates.makesPods(manifest.apiVersion(), manifest.kind())) {
                    workloads.put(name + " " + manifest, manifest);
                }
            }
        }
        assertThat(workloads).hasSizeGreaterThan(9);
        return workloads;
    }

    /** A pod of a workload, with its claims, and without the names of objects that the cluster would have to have. */
    private static MapTree pod(Manifest workload) {
        List<String> path =
                PodTemplates.path(workload.apiVersion(), workload.kind()).orElseThrow();
        MapTree template = Trees.map(workload.tree(), path.toArray(new String[0]));
        MapTree spec = Trees.map(template, "spec").without("serviceAccountName").without("priorityClassName");
        List<Tree> volumes = new ArrayList<>(Trees.list(spec, "volumes").items());
        for (Tree claim : Trees.list(workload.tree(), "spec", "volumeClaimTemplates")) {
            String name = Trees.text(Trees.map(claim), "metadata", "name");
            volumes.add(MapTree.of("name", name).with("persistentVolumeClaim", MapTree.of("claimName", name)));
        }
        return MapTree.of("apiVersion", "v1")
                .with("kind", "Pod")
                .with("metadata", Trees.map(template, "metadata").with("name", "bare"))
                .with("spec", spec.with("volumes", ListTree.of(volumes)));
    }

    private HttpResponse<String> applied(Manifest workload, String namespace) throws Exception {
        HttpClient http = cluster.client().getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(cluster.server() + "/apis/" + workload.apiVersion() + "/namespaces/" + namespace + "/"
                        + workload.kind().toLowerCase(Locale.ROOT) + "s/" + workload.name()
                        + "?dryRun=All&fieldManager=templates")
                .method(
                        "PATCH",
                        "application/apply-patch+yaml",
                        JsonWriter.write(
                                Trees.with(workload.tree(), ScalarTree.of(namespace), "metadata", "namespace")))
                .build();
        HttpResponse<String> response = http.sendAsync(request, String.class).get();
        assertThat(response.isSuccessful()).as(workload + " " + response.body()).isTrue();
        return response;
    }
}
