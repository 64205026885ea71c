package com.adorsys.webank.deploy.examples.environments;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.ImagePolicy;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import java.time.Duration;

/** Webank's development, staging and production environments. */
public final class WebankEnvironments {
    private static final String CONFIGURATION = "https://github.com/ADORSYS-GIS/webank-deployment";
    private static final String REGION = "eu-central-1";
    private static final String ACCOUNT = "111122223333";
    private static final String CERTIFICATES = "arn:aws:acm:" + REGION + ":" + ACCOUNT + ":certificate/";

    private WebankEnvironments() {}

    /** All environments. */
    public static Environments all() {
        return Environments.of(dev(), staging(), prod());
    }

    /** Where every change goes first. */
    public static Environment dev() {
        return environment("dev", webank("dev", "12.34", "00000000-0000-0000-0000-000000000000"));
    }

    /** As production, on a smaller scale. */
    public static Environment staging() {
        return environment(
                "staging",
                pinned(webank("staging", "12.35", "00000000-0000-0000-0000-000000000001"))
                        .withOnlineBanking(obs -> obs.withReplicas(2))
                        .withUserApp(app -> app.withReplicas(2)));
    }

    /** What customers use: staging, with room to grow. */
    public static Environment prod() {
        Webank webank = pinned(webank("prod", "12.36", "00000000-0000-0000-0000-000000000002"))
                .withOnlineBanking(obs -> obs.withScaling(Autoscaling.builder()
                                .maxReplicas(6)
                                .minReplicas(2)
                                .targetCpuPercent(70)
                                .build())
                        .withResources(Resources.request("500m", "1Gi").withLimits("2", "1Gi")))
                .withPendingRegistration(prs -> prs.withReplicas(2))
                .withUserApp(app -> app.withReplicas(3));
        return environment("prod", webank).withRevisionHistoryLimit(4).withImagePolicy(ImagePolicy.DIGESTS_REQUIRED);
    }

    /** The images by their digests, so that prod runs what staging has tested. */
    private static Webank pinned(Webank webank) {
        return webank.withOnlineBanking(obs -> obs.withImage(obs.image().withDigest("sha256:" + "0b5d".repeat(16))))
                .withPendingRegistration(prs -> prs.withImage(prs.image().withDigest("sha256:" + "9a5d".repeat(16))))
                .withUserApp(app -> app.withImage(app.image().withDigest("sha256:" + "a99d".repeat(16))));
    }

    private static Environment environment(String name, Webank webank) {
        return Environment.builder()
                .name(name)
                .webank(webank)
                .destination(Destination.inCluster("webank"))
                .repository(CONFIGURATION)
                .cluster("webank-" + name)
                .target(ClusterTarget.eks("webank-" + name, REGION, ACCOUNT))
                .build();
    }

    /**
     * The network of an environment.
     *
     * @param vpc the first two numbers of the addresses of its VPC, which are public ones, so that the internet excludes them by name
     */
    private static NetworkIsolation network(String vpc) {
        return NetworkIsolation.builder()
                .enforcement(NetworkIsolation.Enforcement.VPC_CNI)
                .addLoadBalancerSubnets(Cidr.of(vpc + ".0.0/24"), Cidr.of(vpc + ".1.0/24"), Cidr.of(vpc + ".2.0/24"))
                .addDatabaseSubnets(Cidr.of(vpc + ".21.0/24"), Cidr.of(vpc + ".22.0/24"), Cidr.of(vpc + ".23.0/24"))
                .addOutbound(OutboundAccess.of("prs", NetworkPeer.internetExcept(Cidr.of(vpc + ".0.0/16")), 443, 587))
                .build();
    }

    private static Webank webank(String environment, String vpc, String certificate) {
        Host host = Host.of(environment + ".webank.example.com");
        Database database = ExternalDatabase.builder()
                .host(Host.of("db." + environment + ".webank.example.com"))
                .name("webank_" + environment + "_env")
                .user("webank")
                .password(SecretKeyRef.of("rds-secret", "password"))
                .build();
        return Webank.builder()
                .onlineBanking(OnlineBanking.builder()
                        .image(Image.parse(
                                "ghcr.io/adorsys-gis/webank-online-banking:bd93440d5977debae17cf9552913d91fe44a907d"))
                        .database(database)
                        .secrets(SecretRef.of("webank-obs-secret"))
                        .pullPolicy(PullPolicy.ALWAYS)
                        .addEnv(EnvVar.of("SPRING_PROFILES_ACTIVE", "postgres"))
                        .build())
                .userApp(UserApp.builder()
                        .image(Image.parse(
                                "ghcr.io/adorsys-gis/webank-userapp:0d3fab925c4b647ff10cee76ea62522e7961e88d"))
                        .pullPolicy(PullPolicy.ALWAYS)
                        .putPublicEnv("VITE_WEBANK_OBS_URL", "/api")
                        .putPublicEnv("VITE_WEBANK_PRS_URL", "/api/prs")
                        .build())
                .pendingRegistration(PendingRegistration.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-prs:cf473e31804906edaf95e1ca3cced343a63b221c"))
                        .database(database)
                        .secrets(SecretRef.of("webank-prs-secret"))
                        .addEnv(EnvVar.of("SPRING_PROFILES_ACTIVE", "postgres"))
                        .build())
                .ingress(AlbIngress.builder()
                        .host(host)
                        .certificate(CERTIFICATES + certificate)
                        .loadBalancerName("webank-" + environment)
                        .putTags("Environment", environment)
                        .putTags("Owner", "webank")
                        .externalDns(host)
                        .healthCheck(AlbHealthCheck.builder()
                                .interval(Duration.ofSeconds(15))
                                .timeout(Duration.ofSeconds(5))
                                .healthyThreshold(2)
                                .unhealthyThreshold(2)
                                .build())
                        .build())
                .network(network(vpc))
                .build();
    }
}
