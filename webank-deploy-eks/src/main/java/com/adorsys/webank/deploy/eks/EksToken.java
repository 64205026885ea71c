package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.aws.EksTokens;
import com.adorsys.webank.deploy.eks.internal.connect.BearerToken;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A token that a cluster on EKS takes for some minutes, for clients other than {@link EksClient}, which makes its own.
 * Immutable.
 */
public final class EksToken {
    private static final List<String> VERSIONS =
            List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

    private final BearerToken token;

    private EksToken(BearerToken token) {
        this.token = token;
    }

    /**
     * Signs a token with the credentials that are to be used for a cluster. The cluster is not asked for, so there may be
     * none of that name; AWS is called only for credentials that come from there, such as those of a role.
     *
     * @throws DeployException if there are no credentials: why, and what to do
     */
    public static EksToken sign(EksCluster cluster) {
        return new EksToken(EksTokens.sign(cluster, Clock.systemUTC()));
    }

    /** The token: a secret. */
    public String text() {
        return token.text();
    }

    /** From when on it is of no use. */
    public Instant expiry() {
        return token.expiry();
    }

    /**
     * What an {@code exec} plug-in of a kubeconfig prints: an ExecCredential as JSON on one line.
     *
     * @param apiVersion {@code client.authentication.k8s.io/v1} or {@code client.authentication.k8s.io/v1beta1}
     * @throws DeployException.InvalidInput for any other version
     */
    public String execCredential(String apiVersion) {
        if (!VERSIONS.contains(apiVersion)) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.EXEC_VERSION_UNSUPPORTED,
                    Location.of("apiVersion"),
                    Problem.quote(apiVersion) + " is not a supported version of ExecCredential",
                    "Write `" + String.join("` or `", VERSIONS) + "` into the kubeconfig"));
        }
        return Json.write(MapTree.builder()
                .put("kind", "ExecCredential")
                .put("apiVersion", apiVersion)
                .put("spec", MapTree.of())
                .put(
                        "status",
                        MapTree.builder()
                                .put(
                                        "expirationTimestamp",
                                        expiry().truncatedTo(ChronoUnit.SECONDS).toString())
                                .put("token", text())
                                .build())
                .build());
    }

    /** Until when, and nothing of the token. */
    @Override
    public String toString() {
        return token.toString();
    }
}
