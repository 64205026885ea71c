package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReadComponents;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.Map;
import java.util.Optional;

/** The least values of a part that say what no builder offers. They never have a password. */
final class ChartOnlyValues {
    private ChartOnlyValues() {}

    static MapTree of(Component component) {
        ChartExtras extras = ReadComponents.extras(component);
        boolean isScaled = component.scaling() instanceof Autoscaling;
        MapTree.Builder values = MapTree.builder();
        names(values, component.nameOverride(), component.fullnameOverride(), component.namespaceOverride());
        labels(values, extras.labels(), extras.annotations());
        if (isScaled) {
            MapTree.Builder autoscaling = MapTree.builder().put("enabled", true);
            if (extras.unwritten().contains(ChartExtras.MIN_REPLICAS)) {
                autoscaling.put("minReplicas", ScalarTree.ofNull());
            }
            values.put("autoscaling", autoscaling.build());
        }
        if (extras.replicas().isPresent()) {
            int replicas = extras.replicas().getAsInt();
            values.put(
                    "replicaCount", replicas == ChartExtras.UNWRITTEN ? ScalarTree.ofNull() : ScalarTree.of(replicas));
        }
        if (extras.unwritten().contains(ChartExtras.PULL_POLICY)) {
            values.put("image", MapTree.of("pullPolicy", ScalarTree.ofNull()));
        }
        if (extras.servicePort().isPresent()) {
            Tree port = ScalarTree.of(extras.servicePort().getAsInt());
            values.put("service", MapTree.of("targetPort", port));
        }
        extras.env().ifPresent(env -> values.put("env", env));
        extras.envFrom().ifPresent(envFrom -> values.put("envFrom", envFrom));
        if (extras.databaseSecret().isPresent()) {
            // The Secret with the chart's own password has the user too.
            component.usedDatabase().ifPresent(database -> values.put("database", MapTree.of("user", database.user())));
        }
        return values.build();
    }

    static void names(
            MapTree.Builder values, Optional<String> name, Optional<String> fullname, Optional<String> namespace) {
        name.ifPresent(text -> values.put("nameOverride", text));
        fullname.ifPresent(text -> values.put("fullnameOverride", text));
        namespace.ifPresent(text -> values.put("namespaceOverride", text));
    }

    static void labels(MapTree.Builder values, Map<String, String> labels, Map<String, String> annotations) {
        values.putUnlessEmpty("commonLabels", MapTree.ofStrings(labels));
        values.putUnlessEmpty("commonAnnotations", MapTree.ofStrings(annotations));
    }
}
