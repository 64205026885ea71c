package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.check.ArgoCdCheck;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Argo CD's ApplicationSet: Applications that are made of a template and the parameters of generators. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/">ApplicationSet</a>
 */
@Value.Immutable
@DeployStyle
public abstract class ArgoApplicationSet extends ArgoObject<ArgoApplicationSet> implements WithArgoApplicationSet {
    /** The option that makes a missing parameter an error, where Go would write {@code <no value>}. */
    private static final ListTree OPTIONS = ListTree.ofStrings(List.of("missingkey=error"));

    /** What happens to the objects of an Application when the ApplicationSet, or its parameters, are deleted. */
    public enum Deletion {
        /** The Application's objects are deleted. This is Argo CD's default. */
        DELETE_OBJECTS,
        /** The Application's objects stay in the cluster. */
        KEEP_OBJECTS
    }

    ArgoApplicationSet() {}

    /**
     * A builder: {@code name}, {@code template}, {@code deletion}, then what is optional; at least one of {@code generators}.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is outside its grammar.
     */
    public static ImmutableArgoApplicationSet.NameBuildStage builder() {
        return ImmutableArgoApplicationSet.builder();
    }

    /**
     * The set that makes these Applications: its template has what all of them have. A text in which they differ is a parameter
     * of its own; all else in which they differ is in the parameter {@code patch}, which {@link #templatePatch()} applies. The
     * Applications are in the set's namespace.
     *
     * @param targets the version of Argo CD
     * @throws DeployException.InvalidInput if there is no Application
     */
    public static ArgoApplicationSet of(
            String name, Deletion deletion, Collection<ArgoApplication> applications, Targets targets) {
        List<MapTree> trees = new ArrayList<>();
        for (ArgoApplication application : applications) {
            trees.add(application.manifest(targets).tree());
        }
        CommonTemplate common = CommonTemplate.of(trees);
        return builder()
                .name(name)
                .template(common.template())
                .deletion(deletion)
                .addGenerators(ApplicationGenerator.list(common.elements()))
                .templatePatch(common.patch())
                .build();
    }

    /** The name. */
    @Override
    public abstract String name();

    /**
     * The template: {@code metadata} and {@code spec} of an Application, with parameters in texts: {@code {{ .name }}}, or
     * {@code {{name}}} if {@link #isGoTemplate()} is false.
     */
    public abstract MapTree template();

    /** What happens to the objects of an Application that is no longer generated. */
    public abstract Deletion deletion();

    /** What the Applications are made of. */
    public abstract List<ApplicationGenerator> generators();

    /** Whether the template is one of Go. Default: true. */
    @Value.Default
    public boolean isGoTemplate() {
        return true;
    }

    /**
     * Whether a parameter that no generator gives is an error; else it becomes {@code <no value>}. Default: true, for a template
     * of Go; other templates leave it as it stands.
     */
    @Value.Default
    public boolean isMissingParameterAnError() {
        return isGoTemplate();
    }

    /**
     * A patch of the template in YAML, with parameters: what a text in the template cannot say, such as a setting that only some
     * Applications have. Default: none.
     */
    public abstract Optional<String> templatePatch();

    /** The steps in which changes are synced. Default: none; all Applications at once. */
    public abstract List<RolloutStep> rollout();

    /** Fields of the Applications that others may change, and the set does not set again. */
    public abstract List<IgnoreApplicationDifference> ignoreApplicationDifferences();

    /**
     * What the other settings cannot say, as a part of the document, such as {@code spec.syncPolicy.applicationsSync}. It is merged at
     * writing, map by map, and validated. Default: nothing.
     */
    @Override
    public abstract Optional<MapTree> rest();

    /**
     * Reads an ApplicationSet that others wrote. Nothing is lost: {@link #manifest()} gives the same tree.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoApplicationSet of(Manifest manifest) {
        return of(manifest.tree(), Locations.none());
    }

    /**
     * The same for a document, with the places of its errors in a text.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoApplicationSet of(MapTree document, Locations locations) {
        Rest.validate(ArgoCdCheck.applicationSet(document, locations, Targets.any()));
        MapTree metadata = Trees.map(document, "metadata");
        MapTree spec = Trees.map(document, "spec");
        boolean keeps = Trees.isTrue(Trees.map(spec, "syncPolicy"), "preserveResourcesOnDeletion");
        ArgoApplicationSet typed = builder()
                .name(Trees.text(metadata, "name"))
                .template(Trees.map(spec, "template"))
                .deletion(keeps ? Deletion.KEEP_OBJECTS : Deletion.DELETE_OBJECTS)
                .namespace(Trees.text(metadata, "namespace"))
                .putAllLabels(ApplicationReader.strings(metadata, "labels"))
                .putAllAnnotations(ApplicationReader.strings(metadata, "annotations"))
                .addAllGenerators(ApplicationReader.all(
                        Trees.list(spec, "generators"), ApplicationGenerator::of, ApplicationGenerator::tree))
                .isGoTemplate(Trees.isTrue(spec, "goTemplate"))
                .isMissingParameterAnError(
                        spec.list("goTemplateOptions").filter(OPTIONS::equals).isPresent())
                .templatePatch(spec.string("templatePatch"))
                .addAllIgnoreApplicationDifferences(ApplicationReader.all(
                        Trees.list(spec, "ignoreApplicationDifferences"),
                        IgnoreApplicationDifference::read,
                        IgnoreApplicationDifference::tree))
                .addAllRollout(steps(Trees.map(spec, "strategy")))
                .rest(MapTree.of())
                .build();
        return typed.withRest(Rest.of(document, typed.tree()));
    }

    private static List<RolloutStep> steps(MapTree strategy) {
        List<RolloutStep> steps = new ArrayList<>();
        for (Tree item : Trees.list(strategy, "rollingSync", "steps")) {
            RolloutStep.read(item).ifPresent(steps::add);
        }
        return Trees.text(strategy, "type").equals("RollingSync") ? steps : List.of();
    }

    /** A copy with further generators. */
    public final ArgoApplicationSet plusGenerators(ApplicationGenerator... added) {
        return withGenerators(Additions.to(generators(), added));
    }

    /** A copy with further steps of a rolling sync. */
    public final ArgoApplicationSet plusRollout(RolloutStep... added) {
        return withRollout(Additions.to(rollout(), added));
    }

    /** A copy with further fields that others may change. */
    public final ArgoApplicationSet plusIgnoreApplicationDifferences(IgnoreApplicationDifference... added) {
        return withIgnoreApplicationDifferences(Additions.to(ignoreApplicationDifferences(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("");
        checkMetadata(checks);
        if (rest().isEmpty()) {
            checks.atLeastOne("spec.generators", generators(), "add a generator: without one there is no Application");
        }
        merged(checks);
        if (isMissingParameterAnError() && !isGoTemplate()) {
            checks.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "spec.goTemplateOptions",
                    "a template that is not one of Go has no options",
                    "make it one of Go, or leave `isMissingParameterAnError` out");
        }
        checks.throwIfAny();
    }

    @Override
    final List<Problem> problems(MapTree document, Targets targets) {
        return ArgoCdCheck.applicationSet(document, Locations.none(), targets);
    }

    @Override
    final MapTree tree() {
        MapTree.Builder spec = MapTree.builder();
        if (isGoTemplate()) {
            spec.put("goTemplate", true);
        }
        if (isMissingParameterAnError()) {
            spec.put("goTemplateOptions", OPTIONS);
        }
        List<Tree> made = new ArrayList<>();
        generators().forEach(generator -> made.add(generator.tree()));
        spec.putUnlessEmpty("generators", ListTree.of(made));
        List<Tree> steps = new ArrayList<>();
        rollout().forEach(step -> steps.add(step.tree()));
        if (!steps.isEmpty()) {
            spec.put(
                    "strategy",
                    MapTree.builder()
                            .put("type", "RollingSync")
                            .put("rollingSync", MapTree.of("steps", ListTree.of(steps)))
                            .build());
        }
        if (deletion() == Deletion.KEEP_OBJECTS) {
            spec.put(
                    "syncPolicy",
                    MapTree.builder().put("preserveResourcesOnDeletion", true).build());
        }
        List<Tree> ignored = new ArrayList<>();
        ignoreApplicationDifferences().forEach(difference -> ignored.add(difference.tree()));
        spec.putUnlessEmpty("ignoreApplicationDifferences", ListTree.of(ignored));
        spec.put("template", template());
        templatePatch().ifPresent(patch -> spec.put("templatePatch", patch));
        return MapTree.builder()
                .put("apiVersion", API_VERSION)
                .put("kind", "ApplicationSet")
                .put("metadata", metadata(ArgoChecks.sorted(annotations())).build())
                .put("spec", spec.build())
                .build();
    }
}
