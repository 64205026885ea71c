package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Manifests with one fault each, at every path, by the check of the structure and by a real API server: what the one reports the
 * other refuses, but for the two tables.
 */
class MutantsIT {
    /** What is reported although the server takes it, and why. */
    private static final Map<String, String> STRICTER =
            Map.of("Secret data.a empty list$", "the server reads a list of bytes");

    /** What is not reported although the server refuses it, and why. */
    private static final Map<String, String> MISSES = Map.ofEntries(
            Map.entry(
                    "(containers|paths|rules|accessModes|apiGroups|resources|verbs)(\\[\\])? (empty list|missing|null)$",
                    "no rule says that a list has an item"),
            Map.entry("Ingress spec empty map$", "no rule says that one of two keys is there"),
            Map.entry("paths\\[\\].path (missing|null|empty text)$", "it depends on the pathType"),
            Map.entry("resources.requests( |\\.storage )", "no rule says which resource is there"),
            Map.entry("averageUtilization (missing|null)$", "it depends on the type of the target"),
            Map.entry("(scaleTargetRef|subjects\\[\\]|roleRef)\\.[a-zA-Z]+ ", "it depends on the kind that is meant"),
            Map.entry("fieldPath text$", "fields of a pod are not described as paths"),
            Map.entry("schedule text$", "no grammar of schedules"));

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void are_judged_as_the_server_judges_them() throws Exception {
        String namespace = cluster.namespace("mutants");
        Mutants mutants = new Mutants(cluster, namespace, 1);
        for (String document : ServerDefaultsIT.documents()) {
            mutants.judgeWithReferences(ServerDefaultsIT.manifest(document.replace("NAMESPACE", namespace)));
        }

        assertThat(mutants.judged()).isGreaterThan(3000);
        // A number that grows is a fault to be mended, not to be written down.
        assertThat(List.of(mutants.stricter().size(), mutants.misses().size())).isEqualTo(List.of(1, 56));
        Mutants.assertExplained(mutants.stricter(), STRICTER);
        Mutants.assertExplained(mutants.misses(), MISSES);
    }
}
