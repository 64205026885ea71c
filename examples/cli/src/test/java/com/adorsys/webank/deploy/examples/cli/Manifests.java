package com.adorsys.webank.deploy.examples.cli;

import java.util.Locale;

/** Small manifests, as files hold them. */
final class Manifests {
    private Manifests() {}

    static String configMap(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  key: "%s"
                """.formatted(name, value);
    }

    static String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %1$s
                spec:
                  replicas: 2
                  selector:
                    matchLabels: {app: %1$s}
                  template:
                    metadata:
                      labels: {app: %1$s}
                    spec:
                      containers:
                        - name: app
                          image: registry.example.com/app:1
                """.formatted(name);
    }

    /** A kind {@code Gadget} of a group, and a gadget. */
    static String gadget(String group, String name) {
        return definition(group, "v1", "Gadget") + """
                ---
                apiVersion: %1$s/v1
                kind: Gadget
                metadata:
                  name: %2$s
                spec: {a: 1}
                """.formatted(group, name);
    }

    /** The definition of a kind of a group, whose objects may have any fields. */
    static String definition(String group, String version, String kind) {
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: %1$ss.%2$s
                spec:
                  group: %2$s
                  scope: Namespaced
                  names: {plural: %1$ss, singular: %1$s, kind: %3$s}
                  versions:
                    - name: %4$s
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
                """.formatted(kind.toLowerCase(Locale.ROOT), group, kind, version);
    }
}
