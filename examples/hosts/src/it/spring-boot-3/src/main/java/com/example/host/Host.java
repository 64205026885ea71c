package com.example.host;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.json.JacksonJsonParser;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A Spring Boot application that renders Webank, uses typed views, and connects by a kubeconfig and by AWS. */
@SpringBootApplication
public class Host {
    public static void main(String[] args) throws IOException {
        try (ConfigurableApplicationContext context = SpringApplication.run(Host.class, args)) {
            ManifestSet manifests = context.getBean(ManifestSet.class);
            Deployment deployment = manifests.get(Deployment.class, "webank-obs");
            Deployment scaled = new DeploymentBuilder(deployment)
                    .editSpec()
                    .withReplicas(3)
                    .endSpec()
                    .build();
            Deployment read = manifests.withObject(scaled).get(Deployment.class, "webank-obs");
            expect(3, read.getSpec().getReplicas());

            HttpServer server = server();
            try {
                URI address =
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort());
                expect("v1.35.4", version(address));
                expect(DeployException.Refused.class, describe(address));
            } finally {
                server.stop(0);
            }

            // Jackson as Spring Boot has it, beside that of the library.
            expect(Map.of("replicas", 3), new JacksonJsonParser().parseMap("{\"replicas\": 3}"));
        }
    }

    @Bean
    ManifestSet manifests() {
        return Webank.builder()
                .onlineBanking(OnlineBanking.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:bd93440d"))
                        .database(ExternalDatabase.builder()
                                .host(com.adorsys.webank.deploy.core.Host.of("db.example.com"))
                                .name("webank")
                                .user("webank")
                                .password(SecretKeyRef.of("rds-secret", "password"))
                                .build())
                        .secrets(SecretRef.of("webank-obs-secret"))
                        .build())
                .userApp(UserApp.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:0d3fab92"))
                        .build())
                .build()
                .render(Release.of("webank", "webank"));
    }

    /** An API server that knows its version alone, and AWS with no cluster. */
    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean version = exchange.getRequestURI().getPath().equals("/version");
            byte[] body = (version ? "{\"gitVersion\": \"v1.35.4\"}" : "{\"message\": \"none\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "ResourceNotFoundException");
            exchange.sendResponseHeaders(version ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Connects as a kubeconfig says. */
    private static String version(URI address) throws IOException {
        Path kubeconfig = Files.createTempFile("kubeconfig", ".yaml");
        try {
            Files.writeString(kubeconfig, """
                    clusters: [{name: test, cluster: {server: "%s"}}]
                    users: [{name: test, user: {token: none}}]
                    contexts: [{name: test, context: {cluster: test, user: test}}]
                    current-context: test
                    """.formatted(address));
            try (EksClient eks = EksClient.connect(Kubeconfig.of(kubeconfig))) {
                return eks.kubernetes().getKubernetesVersion().getGitVersion();
            }
        } finally {
            Files.delete(kubeconfig);
        }
    }

    /** Asks AWS for a cluster. */
    private static Class<?> describe(URI address) {
        EksCluster cluster = EksCluster.of("webank-dev", "eu-central-1")
                .withCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .withEksEndpoint(address)
                .withStsEndpoint(address);
        try (EksClient eks = EksClient.connect(cluster)) {
            return eks.getClass();
        } catch (DeployException e) {
            return e.getClass();
        }
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
