package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.Tls;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the values that the umbrella and its parts have in common into the types of the model. */
class NamesReading {
    final MapTree values;

    NamesReading(MapTree values) {
        this.values = values;
    }

    final Map<String, String> labels() {
        return strings(values.get("commonLabels"));
    }

    final Map<String, String> annotations() {
        return strings(values.get("commonAnnotations"));
    }

    final Optional<String> nameOverride() {
        return override("nameOverride");
    }

    final Optional<String> fullnameOverride() {
        return override("fullnameOverride");
    }

    final Optional<String> namespaceOverride() {
        return override("namespaceOverride");
    }

    /** The charts cut names at 63 characters. */
    private Optional<String> override(String key) {
        String text = values.string(key).orElse("");
        return text.isEmpty() ? Optional.empty() : Optional.of(ChartNames.name(text, null));
    }

    Optional<Ingress> ingress() {
        if (!(values.get("ingress") instanceof MapTree ingress)) {
            return Optional.empty();
        }
        String className = ingress.string("className").orElse("");
        String host = ingress.string("host").orElse("");
        return Optional.of(ClassIngress.builder()
                .host(host.isEmpty() ? Host.any() : Host.of(host))
                .putAllAnnotations(strings(ingress.get("annotations")))
                .putAllLabels(strings(ingress.get("additionalLabels")))
                .ingressClass(className.isEmpty() ? Optional.empty() : Optional.of(className))
                .addAllTls(Trees.isTrue(ingress, "tls") ? List.of(Tls.byController()) : List.of())
                .build());
    }

    final MapTree map(String key) {
        return Trees.map(values, key);
    }

    static Map<String, String> strings(@Nullable Tree tree) {
        Map<String, String> strings = new LinkedHashMap<>();
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (map.valueAt(i) instanceof ScalarTree scalar && scalar.isString()) {
                    strings.put(map.keyAt(i), scalar.text());
                }
            }
        }
        return strings;
    }

    /** A whole number, whose size was checked before. */
    static OptionalInt number(MapTree map, String key) {
        return map.get(key) instanceof ScalarTree scalar && scalar.kind() == ScalarTree.Kind.INTEGER
                ? OptionalInt.of(Integer.parseInt(scalar.text()))
                : OptionalInt.empty();
    }
}
