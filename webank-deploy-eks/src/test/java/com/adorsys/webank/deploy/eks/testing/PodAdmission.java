package com.adorsys.webank.deploy.eks.testing;

import com.adorsys.webank.deploy.check.PodSecurityLevel;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The PodSecurity admission of a real API server, in a namespace that enforces a level. Thread-safe. */
public final class PodAdmission {
    private static final String LABEL = "pod-security.kubernetes.io/enforce";

    private final TestCluster cluster;
    private final String namespace;

    private PodAdmission(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** What became of a Pod. */
    public enum Verdict {
        /** It would be created. */
        ADMITTED,
        /** PodSecurity refuses it. */
        REFUSED,
        /** It is refused for another reason, mostly since it is invalid, before or after PodSecurity was asked. */
        INVALID
    }

    /** A verdict, and the code and the message of the server; empty if the Pod is admitted. */
    public record Answer(Verdict verdict, String text) {}

    /**
     * The admission by a level in a new namespace.
     *
     * @param version {@code v1.35}, or {@code latest}
     */
    public static PodAdmission in(TestCluster cluster, PodSecurityLevel level, String version) {
        String name = level.name().toLowerCase(Locale.ROOT);
        return new PodAdmission(cluster, cluster.namespace(name, Map.of(LABEL, name, LABEL + "-version", version)));
    }

    /** The answer to a dry run that creates a bare Pod. */
    public Answer answer(MapTree pod) {
        HttpClient http = cluster.client().getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(cluster.server() + "/api/v1/namespaces/" + namespace + "/pods?dryRun=All")
                .post("application/json", JsonWriter.write(pod))
                .build();
        HttpResponse<String> response;
        try {
            response = http.sendAsync(request, String.class).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (response.isSuccessful()) {
            return new Answer(Verdict.ADMITTED, "");
        }
        String message = Serialization.unmarshal(response.body(), Status.class).getMessage();
        boolean refused = response.code() == 403 && message.contains("violates PodSecurity");
        return new Answer(refused ? Verdict.REFUSED : Verdict.INVALID, response.code() + " " + message);
    }
}
