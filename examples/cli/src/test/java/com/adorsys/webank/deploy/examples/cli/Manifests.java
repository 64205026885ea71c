package com.adorsys.webank.deploy.examples.cli;

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
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: gadgets.%1$s
                spec:
                  group: %1$s
                  scope: Namespaced
                  names: {plural: gadgets, singular: gadget, kind: Gadget}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
                ---
                apiVersion: %1$s/v1
                kind: Gadget
                metadata:
                  name: %2$s
                spec: {a: 1}
                """.formatted(group, name);
    }
}
