package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.check.ArgoCdCheck;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Argo CD's Application: a source of manifests, and the cluster and namespace where they are applied. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/">Application
 *     Specification</a>
 */
@Value.Immutable
@DeployStyle
public abstract class ArgoApplication extends ArgoObject<ArgoApplication> implements WithArgoApplication {
    ArgoApplication() {}

    /**
     * A builder: {@code name}, {@code project}, {@code source}, {@code destination}, {@code deletion}, then what has a
     * default.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is outside its grammar.
     */
    public static ImmutableArgoApplication.NameBuildStage builder() {
        return ImmutableArgoApplication.builder();
    }

    /** The name. It is the default of the release's name if the source is a chart. */
    @Override
    public abstract String name();

    /** The AppProject that must allow the source and the destination. */
    public abstract String project();

    /** Where the manifests come from. */
    public abstract ApplicationSource source();

    /** Where they are applied. */
    public abstract Destination destination();

    /** What happens to the objects when the Application is deleted. */
    public abstract DeletionPolicy deletion();

    /** When and how it is applied. Default: by hand, with the recommended options. */
    @Value.Default
    public SyncPolicy syncPolicy() {
        return SyncPolicy.manual();
    }

    /** Fields that may differ between the source and the cluster. */
    public abstract List<IgnoreDifference> ignoreDifferences();

    /** How many past syncs are kept to roll back to, 0 or more. Default of Argo CD: 10. */
    public abstract OptionalInt revisionHistoryLimit();

    /** The sync wave among the Applications of one parent: the lowest is applied first. Default of Argo CD: 0. */
    public abstract OptionalInt syncWave();

    /** Links and notes that Argo CD shows on its pages, by title. */
    public abstract Map<String, String> info();

    /** Further finalizers, which are written after that of {@link #deletion()}. */
    public abstract List<String> finalizers();

    /**
     * What the other settings cannot say, as a part of the document: {@code spec.source.kustomize}, an {@code operation}. It is
     * merged at writing, map by map, and validated. A list that the other settings cannot say as a whole is here as a whole.
     * Default: nothing.
     *
     * <p>What is here and in another setting too is an error.
     */
    @Override
    public abstract Optional<MapTree> rest();

    /**
     * Reads an Application that others wrote.
     *
     * <p>What the settings can say is in them, and all else in {@link #rest()}, {@link OtherSource} or {@link
     * Destination#of(MapTree)}. Nothing is lost: {@link #manifest()} gives the same tree, with the finalizer of {@link
     * #deletion()} as the first.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoApplication of(Manifest manifest) {
        return of(manifest.tree(), Locations.none());
    }

    /**
     * The same for a document, with the places of its errors in a text.
     *
     * @throws DeployException.InvalidInput with the errors of the document, if it has some in every supported version
     */
    public static ArgoApplication of(MapTree document, Locations locations) {
        Rest.validate(ArgoCdCheck.application(document, locations, Targets.any()));
        return new ApplicationReader(document).read();
    }

    /** A copy with further finalizers. */
    public final ArgoApplication plusFinalizers(String... finalizers) {
        return withFinalizers(Additions.to(finalizers(), finalizers));
    }

    /** A copy with further fields that may differ. */
    public final ArgoApplication plusIgnoreDifferences(IgnoreDifference... differences) {
        return withIgnoreDifferences(Additions.to(ignoreDifferences(), differences));
    }

    /**
     * A copy with one more line on Argo CD's pages.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    public final ArgoApplication plusInfo(String key, String value) {
        return plusInfo(Map.of(key, value));
    }

    /**
     * A copy with more lines on Argo CD's pages.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    public final ArgoApplication plusInfo(Map<String, String> added) {
        return withInfo(Additions.to("info", info(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("");
        checkMetadata(checks);
        if (syncWave().isPresent() && annotations().containsKey(SyncWave.ANNOTATION)) {
            checks.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "metadata.annotations",
                    "the sync wave is given twice, as `syncWave` and as an annotation",
                    "keep `syncWave`, and remove the annotation");
        }
        checks.name("spec.project", project());
        if (namesRelease(source()) && Names.subdomain(name()).isEmpty()) {
            Names.release(name())
                    .ifPresent(rule -> checks.error(
                            ProblemCodes.NAME_INVALID,
                            "metadata.name",
                            Problem.quote(name()) + " cannot be the chart's release name",
                            "give the source a `releaseName`: " + rule));
        }
        if (revisionHistoryLimit().isPresent()) {
            checks.atLeast("spec.revisionHistoryLimit", revisionHistoryLimit().getAsInt(), 0);
        }
        for (String title : new TreeMap<>(info()).keySet()) {
            checks.notEmpty("spec.info", title);
        }
        for (String finalizer : finalizers()) {
            checks.notEmpty("metadata.finalizers", finalizer);
        }
        merged(checks);
        checks.throwIfAny();
    }

    /** Whether the release of a chart gets the Application's name. */
    static boolean namesRelease(ApplicationSource source) {
        List<?> parts = source instanceof MultipleSources several ? several.sources() : List.of(source);
        for (Object part : parts) {
            if (part instanceof ChartSource chart && chart.releaseName().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    final List<Problem> problems(MapTree document, Targets targets) {
        return ArgoCdCheck.application(document, Locations.none(), targets);
    }

    @Override
    final MapTree tree() {
        MapTree.Builder spec = MapTree.builder().put("project", project());
        if (source() instanceof SourcePart one) {
            spec.put("source", one.tree());
        } else {
            source().tree().forEach(spec::put);
        }
        spec.put("destination", destination().tree())
                .putUnlessEmpty("syncPolicy", syncPolicy().tree());
        List<Tree> ignored = new ArrayList<>();
        for (IgnoreDifference difference : ignoreDifferences()) {
            ignored.add(difference.tree());
        }
        spec.putUnlessEmpty("ignoreDifferences", ListTree.of(ignored));
        spec.putUnlessEmpty("info", ArgoChecks.pairs(info()));
        if (revisionHistoryLimit().isPresent()) {
            spec.put("revisionHistoryLimit", revisionHistoryLimit().getAsInt());
        }
        return MapTree.builder()
                .put("apiVersion", API_VERSION)
                .put("kind", "Application")
                .put("metadata", metadata())
                .put("spec", spec.build())
                .build();
    }

    private MapTree metadata() {
        MapTree annotations = ArgoChecks.sorted(annotations());
        if (syncWave().isPresent()) {
            annotations = annotations.with(
                    SyncWave.ANNOTATION, Integer.toString(syncWave().getAsInt()));
        }
        List<String> finalizers = new ArrayList<>(finalizers());
        if (deletion() != DeletionPolicy.ORPHAN) {
            finalizers.add(0, deletion().finalizer());
        }
        return metadata(annotations)
                .putUnlessEmpty("finalizers", ListTree.ofStrings(finalizers))
                .build();
    }
}
