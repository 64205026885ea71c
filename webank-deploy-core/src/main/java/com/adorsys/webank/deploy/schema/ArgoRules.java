package com.adorsys.webank.deploy.schema;

import static com.adorsys.webank.deploy.schema.Shape.intOrPercent;
import static com.adorsys.webank.deploy.schema.Shape.integer;
import static com.adorsys.webank.deploy.schema.Shape.labels;
import static com.adorsys.webank.deploy.schema.Shape.listOf;
import static com.adorsys.webank.deploy.schema.Shape.oneOf;
import static com.adorsys.webank.deploy.schema.Shape.string;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Argo CD demands and its custom resource definitions do not say: grammars, ranges, keys that exclude each other, and
 * what people often write in a wrong place.
 *
 * <p>The rules are those of <a
 * href="https://github.com/argoproj/argo-cd/tree/master/pkg/apis/application/v1alpha1">pkg/apis/application/v1alpha1</a>
 * ({@code types.go}: {@code ExplicitType}, {@code parseStringToDuration}, {@code SyncWindow.Validate}; {@code
 * app_project_types.go}: {@code ValidateProject}), of {@code util/argo/argo.go} ({@code GetDestinationCluster}, {@code
 * validateSourcePermissions}) and of {@code applicationset/controllers}, of Argo CD 3.5. To Argo CD an empty text is as good
 * as none.
 */
final class ArgoRules {
    static final String GROUP = "argoproj.io";

    private static final String API_VERSION = GROUP + "/v1alpha1";

    /** Keys whose texts may be secrets. */
    private static final List<String> VALUES =
            List.of("value", "values", "string", "array", "patch", "elementsYaml", "templatePatch", "manifests");

    private ArgoRules() {}

    /** Adds the rules of a type to its fields. */
    static void addTo(ShapeBuilder fields, ObjectType type, String name) {
        addToTemplate(fields, type, name);
        switch (name) {
            case "v1alpha1.Application" -> addToObject(fields, type, "an Application");
            case "v1alpha1.AppProject" -> addToObject(fields, type, "an AppProject");
            case "v1alpha1.ApplicationSet" -> addToObject(fields, type, "an ApplicationSet");
            case "v1alpha1.Application.spec" ->
                fields.as("project", string(Grammar.SUBDOMAIN).example("default"))
                        .as("destination", destination())
                        .as("revisionHistoryLimit", integer(0, Long.MAX_VALUE).example("10"));
            case "v1alpha1.Application.spec.source" ->
                fields.as("repoURL", string(Grammar.NOT_EMPTY).example("https://example.com/charts"))
                        .atMostOneOf("path", "chart")
                        .atMostOneOf("helm", "kustomize", "directory", "plugin");
            case "v1alpha1.Application.spec.sourceHydrator.drySource" ->
                fields.as("repoURL", string(Grammar.NOT_EMPTY).example("https://example.com/webank.git"))
                        .atMostOneOf("helm", "kustomize", "directory", "plugin");
            case "v1alpha1.Application.spec.source.helm", "v1alpha1.Application.spec.sourceHydrator.drySource.helm" ->
                fields.as("releaseName", optional(ArgoText.RELEASE)).as("namespace", optional(Grammar.LABEL));
            case "v1alpha1.Application.spec.source.kustomize",
                    "v1alpha1.Application.spec.sourceHydrator.drySource.kustomize" ->
                fields.as("namespace", optional(Grammar.LABEL));
            case "v1alpha1.Application.spec.ignoreDifferences" ->
                fields.as("kind", string(Grammar.NOT_EMPTY).example("Deployment"));
            case "v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata" ->
                fields.as("labels", labels()).as("annotations", Shape.annotations());
            case "v1alpha1.Application.operation.retry" ->
                fields.as("limit", integer().example("5"));
            case "v1alpha1.Application.operation.retry.backoff" ->
                fields.as("duration", optional(ArgoText.DURATION).example("5s"))
                        .as("factor", integer(1, Integer.MAX_VALUE).example("2"))
                        .as("maxDuration", optional(ArgoText.DURATION).example("3m"));
            default -> addToOthers(fields, name);
        }
    }

    private static void addToOthers(ShapeBuilder fields, String name) {
        switch (name) {
            case "v1alpha1.AppProject.spec.roles" ->
                fields.as("name", string(ArgoText.ROLE).printable().example("deployer"));
            case "v1alpha1.AppProject.spec.syncWindows" ->
                fields.as("kind", oneOf("allow", "deny"))
                        .as("schedule", string(ArgoText.SCHEDULE).printable().example("\"0 22 * * *\""))
                        .as("duration", string(ArgoText.WINDOW).printable().example("1h"))
                        .require("kind", "schedule", "duration");
            case "v1alpha1.ApplicationSet.spec.strategy" ->
                fields.as(
                                "type",
                                oneOf("AllAtOnce", "RollingSync").emptyIsUnset().example("RollingSync"))
                        .as(
                                "deletionOrder",
                                oneOf("AllAtOnce", "Reverse").emptyIsUnset().example("Reverse"));
            case "v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps" -> fields.as("maxUpdate", intOrPercent());
            case "v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps.matchExpressions" ->
                fields.as("operator", oneOf("In", "NotIn"));
            case "v1alpha1.ApplicationSet.spec.generators.matrix.generators" ->
                // The definitions say nothing of generators two levels down, since they would not end.
                fields.as("matrix", ApiShapes.later(GROUP + "/v1alpha1.ApplicationSet.spec.generators.matrix"))
                        .as("merge", ApiShapes.later(GROUP + "/v1alpha1.ApplicationSet.spec.generators.merge"));
            default -> {}
        }
    }

    /** Adds what holds also where texts have placeholders. */
    static void addToTemplate(ShapeBuilder fields, ObjectType type, String name) {
        addPrintable(fields, type);
        String leaf = name.substring(name.lastIndexOf('.') + 1);
        if (name.endsWith("Application.spec") || name.endsWith("template.spec")) {
            addToSpec(fields);
        } else if (name.startsWith("v1alpha1.ApplicationSet") || name.startsWith("v1alpha1.Application.")) {
            switch (leaf) {
                case "source" -> addToSource(fields);
                case "helm" -> fields.misplaced("valuesFiles", "did you mean `valueFiles`? If not, remove the key");
                case "syncPolicy" -> addToSyncPolicy(fields, type);
                case "automated" ->
                    fields.misplaced("syncOptions", "move it to `spec.syncPolicy.syncOptions`")
                            .misplaced("retry", "move it to `spec.syncPolicy.retry`");
                default -> {}
            }
        }
    }

    /** Texts that are names or addresses may stand in messages. */
    private static void addPrintable(ShapeBuilder fields, ObjectType type) {
        for (Field field : type.fields()) {
            boolean isPlain = field.values().isEmpty() && field.rule("pattern").isEmpty();
            FieldType fieldType = field.type();
            if (isPlain && !VALUES.contains(field.name())) {
                if (fieldType.kind() == FieldType.Kind.STRING) {
                    fields.as(field.name(), string().printable());
                } else if (fieldType.kind() == FieldType.Kind.LIST
                        && fieldType.items().kind() == FieldType.Kind.STRING) {
                    fields.as(field.name(), listOf(string().printable()));
                }
            }
        }
    }

    private static void addToObject(ShapeBuilder fields, ObjectType type, String title) {
        ApiRules.addToObject(fields, type, Grammar.SUBDOMAIN);
        String name = type.name();
        fields.named(title)
                .as("apiVersion", oneOf(API_VERSION))
                .as("kind", oneOf(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static void addToSpec(ShapeBuilder fields) {
        fields.misplaced("namespace", "move it to `spec.destination.namespace`")
                .misplaced("server", "move it to `spec.destination.server`")
                .misplaced("repoURL", "move it to `spec.source.repoURL`")
                .misplaced("path", "move it to `spec.source.path`")
                .misplaced("chart", "move it to `spec.source.chart`")
                .misplaced("targetRevision", "move it to `spec.source.targetRevision`")
                .misplaced("helm", "move it to `spec.source.helm`")
                .misplaced("automated", "move it to `spec.syncPolicy.automated`")
                .misplaced("syncOptions", "move it to `spec.syncPolicy.syncOptions`")
                .misplaced("finalizers", "move it to `metadata.finalizers`");
    }

    private static void addToSource(ShapeBuilder fields) {
        fields.as("targetRevision", string().printable().example("\"1.2.3\""))
                .misplaced("version", "name the version in `targetRevision`")
                .misplaced("repoUrl", "did you mean `repoURL`? If not, remove the key")
                .misplaced("releaseName", "move it to `helm.releaseName`")
                .misplaced("valueFiles", "move it to `helm.valueFiles`")
                .misplaced("values", "move it to `helm.values`")
                .misplaced("valuesObject", "move it to `helm.valuesObject`")
                .misplaced("recurse", "move it to `directory.recurse`");
    }

    private static void addToSyncPolicy(ShapeBuilder fields, ObjectType type) {
        if (type.field("automated").isPresent()) {
            fields.as("syncOptions", listOf(string().printable().example("CreateNamespace=true")))
                    .misplaced("revisionHistoryLimit", "move it to `spec.revisionHistoryLimit`: the API drops it here")
                    .misplaced("prune", "move it to `spec.syncPolicy.automated.prune`")
                    .misplaced("selfHeal", "move it to `spec.syncPolicy.automated.selfHeal`")
                    .misplaced("allowEmpty", "move it to `spec.syncPolicy.automated.allowEmpty`")
                    .misplaced("ignoreDifferences", "move it to `spec.ignoreDifferences`");
        }
    }

    /** A cluster and a namespace. Those of a project may be patterns. */
    private static Shape destination() {
        return Shape.object()
                .fieldsOf(ApiShapes.of(GROUP + "/v1alpha1.AppProject.spec.destinations"))
                .nullIsUnset()
                .as("server", string().printable().example("https://kubernetes.default.svc"))
                .as("namespace", optional(Grammar.LABEL))
                .exactlyOneOf("server", "name")
                .build();
    }

    /** A text that follows a grammar, or an empty one. */
    private static Shape optional(Function<String, Optional<String>> grammar) {
        return string(grammar).printable().emptyIsUnset();
    }
}
