package com.adorsys.webank.deploy.examples.flow;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Plays the AWS Load Balancer Controller, which cannot run here: every Ingress gets the address of a load balancer. Argo CD
 * calls an Ingress healthy when it has one.
 */
final class LoadBalancers implements AutoCloseable {
    private final KubernetesClient client;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "load balancers");
        thread.setDaemon(true);
        return thread;
    });

    LoadBalancers(KubernetesClient client) {
        this.client = client;
        var unused = thread.scheduleWithFixedDelay(this::giveAddresses, 0, 500, TimeUnit.MILLISECONDS);
    }

    private void giveAddresses() {
        try {
            client.network().v1().ingresses().inAnyNamespace().list().getItems().stream()
                    .filter(ingress ->
                            ingress.getStatus().getLoadBalancer().getIngress().isEmpty())
                    .forEach(ingress -> client.resource(withAddress(ingress)).patchStatus());
        } catch (KubernetesClientException e) {
            // The Ingress was changed or deleted meanwhile: the next round looks again.
        }
    }

    private static Ingress withAddress(Ingress ingress) {
        return new IngressBuilder(ingress)
                .editOrNewStatus()
                .editOrNewLoadBalancer()
                .addNewIngress()
                .withHostname(ingress.getMetadata().getNamespace() + ".elb.amazonaws.com")
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
