package com.adorsys.webank.deploy.examples.flow;

import com.adorsys.webank.deploy.argocd.DeletionPolicy;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.time.Duration;

/** The environments of this story: Webank's, side by side in one cluster, read from one repository. */
final class FlowEnvironments {
    /** The cluster's folder of Applications. */
    static final String CLUSTER = "main";

    private final String repository;
    private final ClusterTarget target;

    FlowEnvironments(String repository, ClusterTarget target) {
        this.repository = repository;
        this.target = target;
    }

    Environment dev() {
        return here(WebankEnvironments.dev());
    }

    Environment staging() {
        // It starts with the images of dev, so that a promotion moves only what dev has changed.
        return here(WebankEnvironments.staging()
                .withImages(WebankEnvironments.dev().webank().images()));
    }

    Environment prod() {
        return here(WebankEnvironments.prod());
    }

    private Environment here(Environment environment) {
        return environment
                .withWebank(impatient(environment.webank()))
                .withDestination(Destination.inCluster("webank-" + environment.name()))
                .withRepository(repository)
                .withCluster(CLUSTER)
                .withDeletion(DeletionPolicy.CASCADE)
                .withTarget(target);
    }

    /** A roll-out that makes no progress fails after seconds, so that nobody waits ten minutes for it here. */
    private static Webank impatient(Webank webank) {
        Duration deadline = Duration.ofSeconds(20);
        return webank.withOnlineBanking(obs -> obs.withProgressDeadline(deadline))
                .withPendingRegistration(prs -> prs.withProgressDeadline(deadline))
                .withUserApp(app -> app.withProgressDeadline(deadline));
    }
}
