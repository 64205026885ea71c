package com.adorsys.webank.deploy.eks.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Quantities as a real server writes them. */
class CanonicalQuantityIT {
    private final ApiServer api = TestServer.of(TestCluster.shared().client());

    @Example
    void odd_ones_are_written_as_the_server_writes_them() {
        agree(List.of(
                "1",
                "+1",
                "1.",
                ".5",
                "0.5",
                "00.50",
                "1.5",
                "1.500",
                "1.50",
                "1000",
                "1000m",
                "1500m",
                "0m",
                "0.0",
                "00",
                "0Ki",
                "1u",
                "1n",
                "0.1n",
                "999999n",
                "1e3",
                "1E3",
                "1E",
                "1e0",
                "12e-1",
                "12e-3",
                "100e1",
                "1.5e2",
                "1k",
                "1000k",
                "1.5k",
                "1024",
                "1Ki",
                "8Ki",
                "1024Ki",
                "1000Ki",
                "1.5Ki",
                "0.5Ki",
                "0.1Ki",
                "1.1Mi",
                "1.25Ki",
                "187.5Ki",
                "62.5Ki",
                "0.001Gi",
                "2048Mi",
                "3Mi",
                "7Gi",
                "1023",
                "1024Mi",
                "0.5Gi",
                "1.25Gi",
                "4096Ti",
                "7Ei",
                "1P",
                "1000P",
                "9E",
                "123456789012345678",
                "1234567890123456789",
                "0.123456789",
                "0.1234567891",
                "1.0000000001",
                "100.100",
                "1M",
                "1000000",
                "1000000m",
                "0.001",
                "0.0001",
                "1e-9"));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void all_are_written_as_the_server_writes_them(@ForAll("lists") List<String> texts) {
        agree(texts);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> zeros = Arbitraries.of("", "", "0", "000");
        Arbitrary<String> fractions = Combinators.combine(digits, zeros).as((some, end) -> "." + some + end);
        Arbitrary<String> suffixes = Arbitraries.of(
                "", "", "m", "u", "n", "k", "M", "G", "Ki", "Mi", "Gi", "Ti", "e1", "e2", "e3", "E-3", "e-7");
        return Combinators.combine(digits, zeros, Arbitraries.oneOf(Arbitraries.just(""), fractions), suffixes)
                .as((number, end, fraction, suffix) -> number + end + fraction + suffix)
                .filter(CanonicalQuantityIT::isReadable)
                .list()
                .ofSize(60);
    }

    /** The library refuses amounts beyond 2^63-1, which the server counts as that. */
    private static boolean isReadable(String text) {
        try {
            ResourceQuantity.parse(text);
            return true;
        } catch (DeployException.InvalidInput e) {
            return false;
        }
    }

    /** One Deployment holds them all: as limits, which the server rounds to thousandths, and as sizes, which it does not. */
    private void agree(List<String> texts) {
        List<Tree> containers = new ArrayList<>();
        List<Tree> volumes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            containers.add(JsonTrees.map(
                    "{name: 'c%d', image: 'x', resources: {limits: {memory: '%s'}}}".formatted(i, texts.get(i))));
            volumes.add(JsonTrees.map("{name: 'v%d', emptyDir: {sizeLimit: '%s'}}".formatted(i, texts.get(i))));
        }
        MapTree pods = MapTree.of("containers", ListTree.of(containers)).with("volumes", ListTree.of(volumes));
        MapTree deployment = JsonTrees.map("""
                        {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'quantities'}}""")
                .with(
                        "spec",
                        JsonTrees.map("{selector: {matchLabels: {a: 'b'}}}")
                                .with(
                                        "template",
                                        JsonTrees.map("{metadata: {labels: {a: 'b'}}}")
                                                .with("spec", pods)));

        MapTree answer = api.dryRunCreate("/apis/apps/v1/namespaces/default/deployments", deployment)
                .body();

        MapTree canonical = canonical(deployment);
        assertThat(texts(canonical, texts)).isEqualTo(texts(answer, texts));
        assertThat(canonical(answer)).isSameAs(answer);
    }

    private static MapTree canonical(MapTree deployment) {
        return Desired.normalised(Manifest.of(deployment)).tree();
    }

    private static List<String> texts(MapTree deployment, List<String> texts) {
        List<String> found = new ArrayList<>();
        ListTree containers = (ListTree)
                deployment.at("spec", "template", "spec", "containers").orElseThrow();
        ListTree volumes =
                (ListTree) deployment.at("spec", "template", "spec", "volumes").orElseThrow();
        for (int i = 0; i < texts.size(); i++) {
            MapTree limits = (MapTree)
                    ((MapTree) containers.get(i)).at("resources", "limits").orElseThrow();
            MapTree volume = (MapTree) ((MapTree) volumes.get(i)).get("emptyDir");
            found.add(texts.get(i) + " is " + limits.string("memory").orElse("nothing") + " and "
                    + volume.string("sizeLimit").orElse("nothing"));
        }
        return found;
    }
}
