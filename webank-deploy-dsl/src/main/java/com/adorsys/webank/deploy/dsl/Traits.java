package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.dsl.pod.ContainerProbe;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import com.adorsys.webank.deploy.dsl.pod.PullPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data in which the kinds of components differ.
 *
 * @param chart the chart that it replaces, if there is one
 * @param name the name inside the umbrella
 * @param path its path in the model
 * @param container the container's name
 * @param port the default of the container's port
 * @param pullPolicy the default of the pull policy
 * @param probePath the HTTP path of the chart's probes; empty for a TCP probe
 * @param probeDelaySeconds the initial delay of the chart's probes
 * @param containerPort the name of the port in the charts: {@code http}, or empty for a TCP port without a name
 * @param route the path that is routed to it; empty if the component sets its own
 * @param needs the default of what the image needs to run without root
 */
record Traits(
        @Nullable Chart chart,
        String name,
        String path,
        String container,
        int port,
        PullPolicy pullPolicy,
        String probePath,
        int probeDelaySeconds,
        String containerPort,
        String route,
        ImageNeeds needs) {
    static final Traits ONLINE_BANKING = new Traits(
            Chart.WEBANK_OBS,
            "obs",
            "onlineBanking",
            "online-banking-service",
            8081,
            PullPolicy.IF_NOT_PRESENT,
            "/swagger-ui.html",
            10,
            "http",
            "/api",
            ImageNeeds.user(10001));

    static final Traits PENDING_REGISTRATION = new Traits(
            Chart.WEBANK_PRS,
            "prs",
            "pendingRegistration",
            "online-banking-service",
            8080,
            PullPolicy.ALWAYS,
            "/swagger-ui.html",
            10,
            "http",
            "/api/prs",
            ImageNeeds.user(65532).withWritablePath("/app/logs").withWritablePath("/var/log/webank-prs"));

    static final Traits USER_APP = new Traits(
            Chart.WEBANK_USERAPP,
            "userapp",
            "userApp",
            "userapp-frontend",
            80,
            PullPolicy.IF_NOT_PRESENT,
            "/",
            5,
            "",
            "/",
            ImageNeeds.user(10101).withWritablePath("/var/cache/nginx", "64Mi").withWritablePath("/var/run", "1Mi"));

    /** The kinds of which a Webank has at most one component, in the order of their routes. */
    static final List<Traits> FIXED = List.of(USER_APP, ONLINE_BANKING, PENDING_REGISTRATION);

    static Traits microservice(String name) {
        return new Traits(
                null,
                name,
                "microservices." + name,
                name,
                8080,
                PullPolicy.IF_NOT_PRESENT,
                "",
                0,
                "http",
                "",
                ImageNeeds.user(10001));
    }

    /** The component's name when it is rendered without the umbrella. */
    String chartName() {
        return chart == null ? name : chart.chartName();
    }

    /** The default probes, which follow the component's port. */
    Probes probes() {
        ContainerProbe probe = probePath.isEmpty()
                ? ContainerProbe.tcpSocket()
                : ContainerProbe.httpGet(probePath).withInitialDelay(Duration.ofSeconds(probeDelaySeconds));
        return Probes.of(probe.withPeriod(Duration.ofSeconds(5)));
    }
}
