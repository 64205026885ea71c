package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.network.AlbHealthCheck;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.network.NetworkPeer;
import com.adorsys.webank.deploy.dsl.network.OutboundAccess;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodContainer;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import java.time.Duration;

/** Webanks that tests start from. */
public final class Samples {
    /** The release that the real environment runs. */
    public static final Release RELEASE = Release.of("webank", "webank");

    private static final String TAG = "bd93440d5977debae17cf9552913d91fe44a907d";

    private Samples() {}

    /** The development environment as it runs. */
    public static Webank dev() {
        return Webank.builder()
                .onlineBanking(onlineBanking())
                .userApp(userApp())
                .pendingRegistration(PendingRegistration.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-prs:cf473e31804906edaf95e1ca3cced343a63b221c"))
                        .database(database())
                        .secrets(SecretRef.of("webank-prs-secret"))
                        .addEnv(EnvVar.of("SPRING_PROFILES_ACTIVE", "postgres"))
                        .build())
                .ingress(ingress())
                .network(network()
                        .plusOutbound(OutboundAccess.of(
                                "prs", NetworkPeer.internetExcept(Cidr.of("12.34.0.0/16")), 443, 587)))
                .build();
    }

    /** The network of the development environment. */
    public static NetworkIsolation network() {
        return NetworkIsolation.builder()
                .enforcement(NetworkIsolation.Enforcement.VPC_CNI)
                .addLoadBalancerSubnets(Cidr.of("12.34.0.0/24"), Cidr.of("12.34.1.0/24"), Cidr.of("12.34.2.0/24"))
                .addDatabaseSubnets(Cidr.of("12.34.21.0/24"), Cidr.of("12.34.22.0/24"), Cidr.of("12.34.23.0/24"))
                .build();
    }

    /** The smallest Webank that there is. */
    public static Webank smallest() {
        return Webank.builder()
                .onlineBanking(onlineBanking())
                .userApp(userApp())
                .network(network())
                .build();
    }

    /** Online banking as it runs. */
    public static OnlineBanking onlineBanking() {
        return OnlineBanking.builder()
                .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:" + TAG))
                .database(database())
                .secrets(SecretRef.of("webank-obs-secret"))
                .pullPolicy(PullPolicy.ALWAYS)
                .addEnv(EnvVar.of("SPRING_PROFILES_ACTIVE", "postgres"))
                .build();
    }

    /** The user app as it runs, but for the Secret that its chart gives away. */
    public static UserApp userApp() {
        return UserApp.builder()
                .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:0d3fab925c4b647ff10cee76ea62522e7961e88d"))
                .pullPolicy(PullPolicy.ALWAYS)
                .putPublicEnv("VITE_WEBANK_OBS_URL", "/api")
                .putPublicEnv("VITE_WEBANK_PRS_URL", "/api/prs")
                .build();
    }

    /** The database on RDS. */
    public static ExternalDatabase database() {
        return ExternalDatabase.builder()
                .host(Host.of("db.example.com"))
                .name("webank_dev_env")
                .user("webank")
                .password(SecretKeyRef.of("rds-secret", "password"))
                .build();
    }

    /** A database that is part of the release. */
    public static InClusterDatabase inClusterDatabase() {
        return InClusterDatabase.builder()
                .name("webank")
                .user("webank")
                .password(SecretKeyRef.of("webank-db-secret", "password"))
                .build();
    }

    /** A further service. */
    public static Microservice bankAccount() {
        return Microservice.builder()
                .name("bankaccount")
                .image(Image.parse("ghcr.io/adorsys-gis/webank-bankaccount:1.0.0"))
                .port(8082)
                .route("/api/bankaccount")
                .build();
    }

    /** The load balancer of the development environment. */
    public static AlbIngress ingress() {
        return AlbIngress.builder()
                .host(Host.of("dev.webank.example.com"))
                .certificate("arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000")
                .loadBalancerName("webank-dev")
                .putTags("Environment", "dev")
                .putTags("Owner", "webank")
                .externalDns(Host.of("dev.webank.example.com"))
                .healthCheck(AlbHealthCheck.builder()
                        .interval(Duration.ofSeconds(15))
                        .timeout(Duration.ofSeconds(5))
                        .healthyThreshold(2)
                        .unhealthyThreshold(2)
                        .build())
                .build();
    }

    /** A container beside the main one. */
    public static PodContainer sidecar(String name) {
        return PodContainer.builder()
                .name(name)
                .image(Image.parse("example.com/" + name + ":1"))
                .build();
    }
}
