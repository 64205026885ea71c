package com.example.host;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An application on fabric8 7 that reads values, renders and checks them, and writes the Git tree, without typed views. */
public class Host {
    private static final String VALUES = """
            obs:
              replicaCount: 3
              image:
                tag: "20250321"
              database:
                secretName: rds-secret
            prs:
              database:
                secretName: rds-secret
            """;

    public static void main(String[] args) throws IOException {
        YamlDocument values = YamlReader.read("values.yaml", VALUES.getBytes(StandardCharsets.UTF_8));
        Webank webank = ChartValues.read(Chart.WEBANK, values)
                .toModel(Release.of("webank", "webank"))
                .webank()
                .orElseThrow()
                .withNetwork(NetworkIsolation.builder()
                        .enforcement(NetworkIsolation.Enforcement.VPC_CNI)
                        .addIngressControllers(NetworkPeer.namespace("ingress-nginx"))
                        .addDatabaseSubnets(Cidr.of("10.0.20.0/24"))
                        .addOutbound(OutboundAccess.of("prs", NetworkPeer.internet(), 443, 587))
                        .build());
        Environment environment = Environment.builder()
                .name("dev")
                .webank(webank)
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/deployment")
                .build();
        List<Problem> problems = Checks.all().check(environment.manifests());
        expect(List.of(), problems.stream().filter(Problem::isError).toList());

        Path folder = Path.of("target", "deployment");
        environment.tree().writeTo(folder);

        Path file = folder.resolve("environments/dev/obs/deployment-webank-obs.yaml");
        Deployment deployment = Serialization.unmarshal(Files.readString(file), Deployment.class);
        expect(3, deployment.getSpec().getReplicas());
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
