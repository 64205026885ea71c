package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Optional;

/**
 * The rules between the fields of an ApplicationSet: generators that make something, the options of its template, the steps
 * of a rolling sync, and what happens to objects when it is deleted.
 */
final class ApplicationSetRules {
    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    /** What a generator of pull requests or repositories has besides a provider. */
    private static final List<String> COMMON = List.of(
            "filters", "requeueAfterSeconds", "template", "values", "continueOnRepoNotFoundError", "cloneProtocol");

    private final ArgoCdCheck check;

    private ApplicationSetRules(ArgoCdCheck check) {
        this.check = check;
    }

    static void check(MapTree spec, ArgoCdCheck check) {
        ApplicationSetRules rules = new ApplicationSetRules(check);
        ListTree generators = Trees.list(spec, "generators");
        if (spec.has("generators") && generators.isEmpty()) {
            rules.nothing(
                    "spec.generators",
                    "there is no generator, so no Application is made, and those made before are deleted",
                    "add one");
        }
        rules.generators(generators, "spec.generators");
        rules.options(spec);
        if (!Trees.isSet(spec, "templatePatch")) {
            rules.steps(spec);
        }
        rules.deletion(spec);
        SourceReferences.check(Trees.map(spec, "template", "spec"), "spec.template.spec", check);
        TemplateParameters.check(spec, check);
    }

    private void generators(ListTree generators, String path) {
        for (int i = 0; i < generators.size(); i++) {
            MapTree generator = Trees.map(generators, i);
            String place = TreePath.child(path, i);
            if (generators.get(i) instanceof MapTree
                    && generator.without("selector").isEmpty()) {
                nothing(
                        place,
                        "the generator has no kind, so it makes no Application",
                        "write one, such as `list`, or remove the item");
            }
            for (String kind : generator.keys()) {
                if (generator.get(kind) instanceof MapTree settings) {
                    generator(kind, settings, TreePath.child(place, kind));
                }
            }
        }
    }

    private void generator(String kind, MapTree settings, String path) {
        switch (kind) {
            case "list" -> {
                if (Trees.list(settings, "elements").isEmpty() && !Trees.isSet(settings, "elementsYaml")) {
                    nothing(
                            path,
                            "the list has no elements, so it makes no Application",
                            "add one, or remove the generator");
                }
            }
            case "git" -> {
                if (Trees.list(settings, "directories").isEmpty()
                        && Trees.list(settings, "files").isEmpty()) {
                    missing(path, "`git` has neither `directories` nor `files`", "write one of them");
                }
            }
            case "pullRequest", "scmProvider" -> {
                if (COMMON.containsAll(settings.keys())) {
                    missing(path, "`" + kind + "` has no provider", "write one, such as `github`");
                }
            }
            case "matrix", "merge" -> inner(kind, settings, path);
            default -> {}
        }
    }

    /** A matrix combines two generators, a merge at least two. */
    private void inner(String kind, MapTree settings, String path) {
        Optional<ListTree> inner = settings.list("generators");
        if (inner.isEmpty()) {
            return;
        }
        String place = TreePath.child(path, "generators");
        int size = inner.get().size();
        boolean isMatrix = kind.equals("matrix");
        if (size < 2 || isMatrix && size > 2) {
            check.error(
                    ProblemCodes.OUT_OF_RANGE,
                    place,
                    (isMatrix ? "a matrix combines two generators" : "a merge combines two generators or more")
                            + "; there are " + size,
                    isMatrix ? "write two; one of them may be a matrix or a merge itself" : "write at least two");
        }
        if (settings.list("mergeKeys").filter(ListTree::isEmpty).isPresent()) {
            missing(path, "`mergeKeys` is empty", "name a parameter that tells Applications apart");
        }
        generators(inner.get(), place);
    }

    private void options(MapTree spec) {
        ListTree options = Trees.list(spec, "goTemplateOptions");
        boolean isGoTemplate = Trees.isTrue(spec, "goTemplate");
        boolean isStrict = false;
        for (Tree option : options) {
            isStrict |= Trees.text(option).equals("missingkey=error");
        }
        if (isGoTemplate && !isStrict) {
            check.warning(
                    ProblemCodes.PARAMETER_MAY_BE_MISSING,
                    "spec.goTemplate",
                    "a parameter that no generator gives becomes `<no value>`",
                    "write `goTemplateOptions: [\"missingkey=error\"]`");
        }
        if (!isGoTemplate && !options.isEmpty()) {
            check.warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.goTemplateOptions",
                    "`goTemplateOptions` is ignored without `goTemplate: true`",
                    "add `goTemplate: true`, or remove the key");
        }
    }

    /** A step selects Applications by the labels that the template gives them. */
    private void steps(MapTree spec) {
        MapTree labels = Trees.map(spec, "template", "metadata", "labels");
        ListTree steps = Trees.list(spec, "strategy", "rollingSync", "steps");
        for (int i = 0; i < steps.size(); i++) {
            ListTree expressions = Trees.list(Trees.map(steps, i), "matchExpressions");
            for (int j = 0; j < expressions.size(); j++) {
                MapTree expression = Trees.map(expressions, j);
                String key = Trees.text(expression, "key");
                if (Trees.text(expression, "operator").equals("In") && !labels.has(key)) {
                    check.warning(
                            ProblemCodes.DANGLING_REFERENCE,
                            TreePath.child(
                                            TreePath.child("spec.strategy.rollingSync.steps", i) + ".matchExpressions",
                                            j)
                                    + ".key",
                            "the template has no label " + Problem.quote(key) + ", so the step selects no Application",
                            "add the label to `spec.template.metadata.labels`");
                }
            }
        }
    }

    private void deletion(MapTree spec) {
        boolean deletes = false;
        for (Tree finalizer : Trees.list(spec, "template", "metadata", "finalizers")) {
            deletes |= Trees.text(finalizer).startsWith(FINALIZER);
        }
        if (deletes && Trees.isTrue(spec, "syncPolicy", "preserveResourcesOnDeletion")) {
            check.warning(
                    ProblemCodes.IGNORED_KEY,
                    "spec.syncPolicy.preserveResourcesOnDeletion",
                    "`preserveResourcesOnDeletion` has no effect, because the template has the finalizer `" + FINALIZER
                            + "`, which deletes the objects",
                    "remove one of the two");
        }
    }

    private void nothing(String path, String what, String remedy) {
        check.warning(ProblemCodes.GENERATES_NOTHING, path, what, remedy);
    }

    private void missing(String path, String what, String remedy) {
        check.error(ProblemCodes.MISSING_KEY, path, what, remedy);
    }
}
