package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.ClusterIpService;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.NodePortService;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings as a builder would be given them: without what the charts repeat or ignore. */
final class PlainSettings {
    private PlainSettings() {}

    static Component of(Component component) {
        Map<String, String> labels = component.labels();
        Map<String, String> annotations = component.annotations();
        return component
                .withResources(Optional.empty())
                .withService(service(component.service(), component.port(), labels, annotations))
                .withIngress(ingress(component.ingress(), labels, annotations));
    }

    static Webank of(Webank webank) {
        return webank.withIngress(ingress(webank.ingress(), webank.labels(), webank.annotations()));
    }

    private static Optional<Ingress> ingress(
            Optional<Ingress> ingress, Map<String, String> labels, Map<String, String> annotations) {
        return ingress.map(settings -> settings instanceof ClassIngress own
                ? own.withLabels(without(own.labels(), labels)).withAnnotations(without(own.annotations(), annotations))
                : settings);
    }

    private static ServiceSettings service(
            ServiceSettings service, int port, Map<String, String> common, Map<String, String> commonAnnotations) {
        OptionalInt given =
                service.port().isPresent() && service.port().getAsInt() == port ? OptionalInt.empty() : service.port();
        Map<String, String> labels = without(service.labels(), common);
        Map<String, String> annotations = without(service.annotations(), commonAnnotations);
        if (service instanceof ClusterIpService inside) {
            return inside.withPort(given).withLabels(labels).withAnnotations(annotations);
        }
        return service instanceof NodePortService node
                ? node.withPort(given).withLabels(labels).withAnnotations(annotations)
                : ((LoadBalancerService) service)
                        .withPort(given)
                        .withLabels(labels)
                        .withAnnotations(annotations);
    }

    private static Map<String, String> without(Map<String, String> entries, Map<String, String> common) {
        Map<String, String> own = new LinkedHashMap<>(entries);
        own.entrySet().removeAll(common.entrySet());
        return own;
    }
}
