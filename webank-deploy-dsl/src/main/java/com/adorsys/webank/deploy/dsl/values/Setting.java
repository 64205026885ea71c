package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.DeploymentStrategy;
import com.adorsys.webank.deploy.dsl.ReadComponents.ReleaseBuilder;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the charts sets in the model: how it is read, and how it is written back. Each row of {@link ChartTables} names one.
 *
 * <p>Reading is on the way of every command that renders, where a class or a lambda for each setting would take longer than these
 * switches.
 */
enum Setting {
    /** Nothing by itself: the rows of the map have settings. */
    ROWS,
    /** A part of the setting of its map. */
    IN_MAP,
    /** Nothing: the chart ignores the value, and a warning says so. */
    IGNORED,
    /** Nothing: the value is for the PostgreSQL of the chart, which is not rendered. */
    UNRENDERED,
    /** Whether the chart renders its PostgreSQL. It is written, since the chart does by default. */
    POSTGRES,
    /** The registry of every image: {@link NormalValues} reads it, and the images have it when they are written. */
    REGISTRY,
    /** A component of the umbrella. */
    COMPONENT,
    NAME,
    FULLNAME,
    NAMESPACE,
    LABELS,
    ANNOTATIONS,
    INGRESS,
    IMAGE,
    PULL_POLICY,
    PULL_SECRETS,
    ENV,
    SOURCES,
    PUBLIC_ENV,
    PUBLIC_SOURCES,
    DATABASE,
    REPLICAS,
    AUTOSCALING,
    STRATEGY,
    RESOURCES,
    VOLUMES,
    VOLUME_MOUNTS,
    LIVENESS,
    READINESS,
    SERVICE,
    PORT,
    SERVICE_ACCOUNT;

    /**
     * Reads a value into the model's builder.
     *
     * @param value null if there is none
     * @return the builder
     */
    ReleaseBuilder read(ModelReading model, ChartValue row, @Nullable Tree value) {
        return switch (this) {
            case ROWS, IN_MAP, IGNORED, UNRENDERED, POSTGRES, REGISTRY -> model.builder;
            case COMPONENT -> model.component(row.key, Trees.map(value));
            case NAME -> model.builder.nameOverride(ModelReading.name(value));
            case FULLNAME -> model.builder.fullnameOverride(ModelReading.name(value));
            case NAMESPACE -> model.builder.namespaceOverride(ModelReading.name(value));
            case LABELS -> model.labels(value);
            case ANNOTATIONS -> model.annotations(value);
            case INGRESS -> model.ingress(value);
            case IMAGE -> model.part().image(ModelReading.image(Trees.map(value)));
            case PULL_POLICY -> model.pullPolicy(row, value);
            case PULL_SECRETS, ENV, VOLUMES, VOLUME_MOUNTS -> model.items(this, value);
            case SOURCES -> model.sources(value);
            case PUBLIC_ENV -> model.publicEnv(value);
            case PUBLIC_SOURCES -> model.publicSources(value);
            case DATABASE -> model.database(Trees.map(value));
            case REPLICAS -> model.replicas(value);
            case AUTOSCALING -> model.autoscaling(Trees.map(value));
            case STRATEGY -> model.part().strategy(DeploymentStrategy.of(Trees.map(value)));
            case RESOURCES ->
                value instanceof MapTree resources && model.said.map(row.key).isPresent()
                        ? model.part().resources(Resources.of(resources))
                        : model.builder;
            case LIVENESS, READINESS -> model.probe(row, Trees.map(value));
            case SERVICE -> model.service(Trees.map(value));
            case PORT -> model.port();
            case SERVICE_ACCOUNT -> model.serviceAccount(Trees.map(value));
        };
    }

    /**
     * The value of a setting; of a map whose rows make one setting, the values of these rows.
     *
     * @return null if there is none; a default is left out later
     */
    @Nullable
    Tree write(ValuesWriter model, ChartValue row) {
        return switch (this) {
            case ROWS, IN_MAP, IGNORED, UNRENDERED, REGISTRY -> null;
            case POSTGRES -> ScalarTree.of(false);
            case COMPONENT -> model.component(row);
            case NAME -> model.nameOverride();
            case FULLNAME -> model.fullnameOverride();
            case NAMESPACE -> model.namespaceOverride();
            case LABELS -> ValuesWriter.strings(model.labels());
            case ANNOTATIONS -> ValuesWriter.strings(model.annotations());
            case INGRESS -> model.ingress();
            case IMAGE -> model.image();
            case PULL_POLICY -> model.pullPolicy();
            case PULL_SECRETS -> model.pullSecrets();
            case ENV -> model.env();
            case PUBLIC_ENV -> Trees.list(model.container, "env");
            case SOURCES, PUBLIC_SOURCES -> model.container.get("envFrom");
            case DATABASE -> model.database();
            case REPLICAS -> model.replicas();
            case AUTOSCALING -> model.autoscaling();
            case STRATEGY -> model.strategy();
            case RESOURCES -> model.resources();
            case VOLUMES -> model.pod.get("volumes");
            case VOLUME_MOUNTS -> model.container.get("volumeMounts");
            case LIVENESS -> model.probe(row, "probes.liveness");
            case READINESS -> model.probe(row, "probes.readiness");
            case SERVICE -> model.service();
            case PORT -> model.targetPort();
            case SERVICE_ACCOUNT -> model.serviceAccount();
        };
    }
}
