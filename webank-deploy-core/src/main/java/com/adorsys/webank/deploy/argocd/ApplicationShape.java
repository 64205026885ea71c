package com.adorsys.webank.deploy.argocd;

import static com.adorsys.webank.deploy.schema.Shape.any;
import static com.adorsys.webank.deploy.schema.Shape.bool;
import static com.adorsys.webank.deploy.schema.Shape.integer;
import static com.adorsys.webank.deploy.schema.Shape.listOf;
import static com.adorsys.webank.deploy.schema.Shape.mapOf;
import static com.adorsys.webank.deploy.schema.Shape.object;
import static com.adorsys.webank.deploy.schema.Shape.string;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import java.util.Optional;

/** The fields of an Application that a version of Argo CD knows, as its CRD lists them. */
final class ApplicationShape {
    private final ArgoCdVersion target;

    private ApplicationShape(ArgoCdVersion target) {
        this.target = target;
    }

    /** The shape of an Application for a version of Argo CD. */
    static Shape of(ArgoCdVersion target) {
        return new ApplicationShape(target).application();
    }

    private Shape application() {
        return map().named("an Application")
                .required("apiVersion", Shape.oneOf(ArgoApplication.API_VERSION))
                .required("kind", Shape.oneOf("Application"))
                .required("metadata", metadata())
                .required("spec", spec())
                .field("operation", any())
                .field("status", any())
                .build();
    }

    private static Shape metadata() {
        return map().required("name", string(Grammar.SUBDOMAIN))
                .field("namespace", string(Grammar.LABEL))
                .field("labels", Shape.labels())
                .field("annotations", Shape.annotations())
                .field("finalizers", listOf(text()))
                .field("ownerReferences", any())
                .field("generateName", string())
                .field("uid", string())
                .field("resourceVersion", string())
                .field("generation", integer())
                .field("creationTimestamp", string())
                .field("deletionTimestamp", string())
                .field("deletionGracePeriodSeconds", integer())
                .field("managedFields", any())
                .field("selfLink", string())
                .build();
    }

    private Shape spec() {
        ShapeBuilder spec = map().required("project", string(Grammar.NOT_EMPTY).example("default"))
                .field("source", source())
                .field("sources", listOf(source()))
                .required("destination", destination())
                .field("syncPolicy", syncPolicy())
                .field("ignoreDifferences", listOf(ignoreDifference()))
                .field("info", listOf(nameAndValue().build()))
                .field("revisionHistoryLimit", Shape.count().example("10"))
                .misplaced("namespace", "move it to `spec.destination.namespace`")
                .misplaced("server", "move it to `spec.destination.server`")
                .misplaced("repoURL", "move it to `spec.source.repoURL`")
                .misplaced("path", "move it to `spec.source.path`")
                .misplaced("chart", "move it to `spec.source.chart`")
                .misplaced("targetRevision", "move it to `spec.source.targetRevision`")
                .misplaced("helm", "move it to `spec.source.helm`")
                .misplaced("automated", "move it to `spec.syncPolicy.automated`")
                .misplaced("syncOptions", "move it to `spec.syncPolicy.syncOptions`")
                .misplaced("finalizers", "move it to `metadata.finalizers`");
        since(spec, "sourceHydrator", any(), ArgoCdVersion.V2_14);
        return spec.build();
    }

    private Shape source() {
        ShapeBuilder source = map().required(
                        "repoURL", string(Grammar.NOT_EMPTY).example("https://example.com/charts"))
                .field("path", text())
                .field("targetRevision", text().example("\"1.2.3\""))
                .field("chart", text())
                .field("helm", helm())
                .field("kustomize", kustomize())
                .field("directory", directory())
                .field("plugin", plugin())
                .field("ref", text())
                .atMostOneOf("path", "chart")
                .atMostOneOf("helm", "kustomize", "directory", "plugin")
                .misplaced("version", "name the version in `targetRevision`")
                .misplaced("repoUrl", "did you mean `repoURL`? if not, remove the key")
                .misplaced("releaseName", "move it to `helm.releaseName`")
                .misplaced("valueFiles", "move it to `helm.valueFiles`")
                .misplaced("values", "move it to `helm.values`")
                .misplaced("valuesObject", "move it to `helm.valuesObject`")
                .misplaced("recurse", "move it to `directory.recurse`");
        since(source, "name", text(), ArgoCdVersion.V2_14);
        since(source, "tagPrefix", text(), ArgoCdVersion.V3_5);
        return source.build();
    }

    private Shape helm() {
        ShapeBuilder helm = map().field("releaseName", string(Names::release).printable())
                .field("valueFiles", listOf(text().example("values.yaml")))
                .field("valuesObject", mapOf(any()))
                .field("values", string())
                .field(
                        "parameters",
                        listOf(map().field("name", text())
                                .field("value", string())
                                .field("forceString", bool())
                                .build()))
                .field(
                        "fileParameters",
                        listOf(map().field("name", text()).field("path", text()).build()))
                .field("version", text())
                .field("passCredentials", bool())
                .field("ignoreMissingValueFiles", bool())
                .field("skipCrds", bool())
                .field("namespace", string(Grammar.LABEL))
                .field("kubeVersion", text().example("\"1.31\""))
                .field("apiVersions", listOf(text()))
                .misplaced("valuesFiles", "did you mean `valueFiles`? if not, remove the key");
        since(helm, "skipSchemaValidation", bool(), ArgoCdVersion.V2_14);
        since(helm, "skipTests", bool(), ArgoCdVersion.V2_14);
        return helm.build();
    }

    private Shape kustomize() {
        ShapeBuilder kustomize = map().field("namePrefix", text())
                .field("nameSuffix", text())
                .field("images", listOf(text()))
                .field("commonLabels", mapOf(string()))
                .field("commonAnnotations", mapOf(string()))
                .field("commonAnnotationsEnvsubst", bool())
                .field("forceCommonLabels", bool())
                .field("forceCommonAnnotations", bool())
                .field("labelWithoutSelector", bool())
                .field("components", listOf(text()))
                .field("namespace", string(Grammar.LABEL))
                .field(
                        "replicas",
                        listOf(map().required("name", text())
                                .required("count", Shape.intOrString())
                                .build()))
                .field(
                        "patches",
                        listOf(map().field("path", text())
                                .field("patch", string())
                                .field(
                                        "target",
                                        map().field("group", text())
                                                .field("version", text())
                                                .field("kind", text())
                                                .field("name", text())
                                                .field("namespace", text())
                                                .field("labelSelector", text())
                                                .field("annotationSelector", text())
                                                .build())
                                .field("options", mapOf(bool()))
                                .build()))
                .field("version", text())
                .field("kubeVersion", text())
                .field("apiVersions", listOf(text()));
        since(kustomize, "labelIncludeTemplates", bool(), ArgoCdVersion.V3_0);
        since(kustomize, "ignoreMissingComponents", bool(), ArgoCdVersion.V3_0);
        return kustomize.build();
    }

    private static Shape directory() {
        Shape variables = listOf(nameAndValue().field("code", bool()).build());
        return map().field("recurse", bool())
                .field("include", text())
                .field("exclude", text())
                .field(
                        "jsonnet",
                        map().field("extVars", variables)
                                .field("tlas", variables)
                                .field("libs", listOf(text()))
                                .build())
                .build();
    }

    private static Shape plugin() {
        return map().field("name", text())
                .field("env", listOf(nameAndValue().build()))
                .field(
                        "parameters",
                        listOf(map().field("name", text())
                                .field("string", string())
                                .field("map", mapOf(string()))
                                .field("array", listOf(string()))
                                .build()))
                .build();
    }

    private static Shape destination() {
        return map().field("server", text().example("https://kubernetes.default.svc"))
                .field("name", text())
                .field("namespace", string(ApplicationShape::namespace).printable())
                .exactlyOneOf("server", "name")
                .build();
    }

    private static Optional<String> namespace(String text) {
        return text.isEmpty() ? Optional.empty() : Names.label(text);
    }

    private Shape syncPolicy() {
        ShapeBuilder automated = map().field("prune", bool())
                .field("selfHeal", bool())
                .field("allowEmpty", bool())
                .misplaced("syncOptions", "move it to `spec.syncPolicy.syncOptions`")
                .misplaced("retry", "move it to `spec.syncPolicy.retry`");
        since(automated, "enabled", bool(), ArgoCdVersion.V3_1);
        ShapeBuilder retry = map().field("limit", integer().example("5"))
                .field(
                        "backoff",
                        map().field("duration", duration().example("5s"))
                                .field("factor", integer(1, Integer.MAX_VALUE).example("2"))
                                .field("maxDuration", duration().example("3m"))
                                .build());
        since(retry, "refresh", bool(), ArgoCdVersion.V3_2);
        return map().field("automated", automated.build())
                .field("syncOptions", listOf(text().example("CreateNamespace=true")))
                .field("retry", retry.build())
                .field(
                        "managedNamespaceMetadata",
                        map().field("labels", Shape.labels())
                                .field("annotations", Shape.annotations())
                                .build())
                .misplaced("revisionHistoryLimit", "move it to `spec.revisionHistoryLimit`: the API drops it here")
                .misplaced("prune", "move it to `spec.syncPolicy.automated.prune`")
                .misplaced("selfHeal", "move it to `spec.syncPolicy.automated.selfHeal`")
                .misplaced("allowEmpty", "move it to `spec.syncPolicy.automated.allowEmpty`")
                .misplaced("ignoreDifferences", "move it to `spec.ignoreDifferences`")
                .build();
    }

    private static Shape ignoreDifference() {
        return map().field("group", text())
                .required("kind", string(Grammar.NOT_EMPTY).example("Deployment"))
                .field("name", text())
                .field("namespace", text())
                .field("jsonPointers", listOf(text().example("/spec/replicas")))
                .field("jqPathExpressions", listOf(text()))
                .field("managedFieldsManagers", listOf(text()))
                .build();
    }

    /** A Go duration, or a number of seconds as text. */
    private static Shape duration() {
        return string(ApplicationShape::duration).printable();
    }

    private static Optional<String> duration(String text) {
        int i = 0;
        boolean good = !text.isEmpty();
        while (good && i < text.length()) {
            int from = i;
            while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9' || text.charAt(i) == '.')) {
                i++;
            }
            String unit = i < text.length() ? text.substring(i, Math.min(i + 2, text.length())) : "";
            boolean isLong = unit.equals("ms") || unit.equals("us") || unit.equals("ns");
            boolean isShort = unit.startsWith("s") || unit.startsWith("m") || unit.startsWith("h");
            boolean isSeconds = unit.isEmpty() && from == 0 && text.indexOf('.') < 0;
            good = i > from && text.charAt(from) != '.' && (isLong || isShort || isSeconds);
            i += isLong ? 2 : isShort ? 1 : 0;
        }
        return good ? Optional.empty() : Optional.of("write a time with its unit, as in `5s`, `3m` or `1h`");
    }

    private static ShapeBuilder nameAndValue() {
        return map().required("name", text()).required("value", string());
    }

    /** A string that is a name or an address, not a secret. */
    private static Shape text() {
        return string().printable();
    }

    private static ShapeBuilder map() {
        return object().nullIsUnset();
    }

    private void since(ShapeBuilder map, String key, Shape shape, ArgoCdVersion version) {
        if (target.isAtLeast(version)) {
            map.field(key, shape);
        } else {
            map.misplaced(key, "leave it out: Argo CD " + target + " ignores it, it exists since " + version);
        }
    }
}
