package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What {@code Chart.yaml} says of a chart of Helm 3 and 4 ({@code apiVersion: v2}). Immutable.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#the-chartyaml-file">The Chart.yaml file</a>
 */
@Value.Immutable
@DeployStyle
public abstract class ChartMetadata implements PlusAnnotations<ChartMetadata>, WithChartMetadata {
    /** The file's name in a chart. */
    static final String FILE = "Chart.yaml";

    /** What a chart is for. */
    public enum Type {
        /** It can be installed. */
        APPLICATION("application"),
        /** It has templates for other charts, and cannot be installed. */
        LIBRARY("library");

        private final String text;

        Type(String text) {
            this.text = text;
        }
    }

    /** Whether a chart should still be used. */
    public enum Status {
        /** It is in use. */
        MAINTAINED,
        /** Helm warns those who install it. */
        DEPRECATED
    }

    ChartMetadata() {}

    /**
     * A builder: {@code name}, {@code version}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is not valid.
     */
    public static ImmutableChartMetadata.NameBuildStage builder() {
        return ImmutableChartMetadata.builder();
    }

    /**
     * Reads the text of a {@code Chart.yaml}.
     *
     * @throws DeployException.InvalidInput with everything that is wrong in it, and where; also if it is of Helm 2 ({@code
     *     apiVersion: v1}), or has a key that Helm does not know
     */
    public static ChartMetadata parse(String text) {
        return ChartShape.read(YamlReader.read(FILE, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The name: at most 250 letters, digits, {@code -}, {@code _} and {@code .}. Registries take lower case only. */
    public abstract String name();

    /** The version of the chart. */
    public abstract SemVer version();

    /** What the chart installs, in one sentence. Default: none. */
    public abstract Optional<String> description();

    /** What the chart is for. Default: {@link Type#APPLICATION}. */
    @Value.Default
    public Type type() {
        return Type.APPLICATION;
    }

    /** The version of what the chart installs; not necessarily a semantic version. Default: none. */
    public abstract Optional<String> appVersion();

    /** The versions of Kubernetes that the chart supports. Default: all. */
    public abstract Optional<VersionConstraint> kubeVersion();

    /** The address of the project's page. Default: none. */
    public abstract Optional<String> home();

    /** The addresses of the source code. */
    public abstract List<String> sources();

    /** Words to search for. */
    public abstract List<String> keywords();

    /** Who maintains the chart. */
    public abstract List<ChartMaintainer> maintainers();

    /** The address of an image. Default: none. */
    public abstract Optional<String> icon();

    /** Whether the chart should still be used. Default: {@link Status#MAINTAINED}. */
    @Value.Default
    public Status status() {
        return Status.MAINTAINED;
    }

    /** Notes for other tools, by any keys. */
    @Override
    public abstract Map<String, String> annotations();

    /** The charts that are installed with this one. */
    public abstract List<ChartDependency> dependencies();

    /** A copy with further addresses of the source code. */
    public final ChartMetadata plusSources(String... added) {
        return withSources(Additions.to(sources(), added));
    }

    /** A copy with further words to search for. */
    public final ChartMetadata plusKeywords(String... added) {
        return withKeywords(Additions.to(keywords(), added));
    }

    /** A copy with further maintainers. */
    public final ChartMetadata plusMaintainers(ChartMaintainer... added) {
        return withMaintainers(Additions.to(maintainers(), added));
    }

    /** A copy with further dependencies. */
    public final ChartMetadata plusDependencies(ChartDependency... added) {
        return withDependencies(Additions.to(dependencies(), added));
    }

    /** {@code name-version}, the name of the archive without its extension. */
    final String fullName() {
        return name() + "-" + version();
    }

    @Value.Check
    void check() {
        ChartChecks checks = new ChartChecks("");
        checks.chartName("name", name());
        description().ifPresent(text -> checks.line("description", text));
        appVersion().ifPresent(text -> checks.line("appVersion", text));
        home().ifPresent(url -> checks.page("home", url));
        for (int i = 0; i < sources().size(); i++) {
            checks.page("sources[" + i + "]", sources().get(i));
        }
        for (int i = 0; i < keywords().size(); i++) {
            checks.line("keywords[" + i + "]", keywords().get(i));
        }
        icon().ifPresent(url -> checks.page("icon", url));
        Set<String> names = new HashSet<>();
        for (ChartDependency dependency : dependencies()) {
            String name = dependency.valuesName();
            if (!names.add(name)) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "dependencies",
                        "two dependencies have the name or alias " + Problem.quote(name),
                        "give one of them another `alias`");
            }
        }
        checks.throwIfAny();
    }

    /** The content of {@code Chart.yaml}. */
    public final MapTree tree() {
        MapTree.Builder tree =
                MapTree.builder(16).put("apiVersion", ChartShape.API_VERSION).put("name", name());
        description().ifPresent(text -> tree.put("description", text));
        tree.put("type", type().text).put("version", version().toString());
        appVersion().ifPresent(text -> tree.put("appVersion", text));
        kubeVersion().ifPresent(constraint -> tree.put("kubeVersion", constraint.toString()));
        home().ifPresent(url -> tree.put("home", url));
        tree.putUnlessEmpty("sources", ListTree.ofStrings(sources()));
        tree.putUnlessEmpty("keywords", ListTree.ofStrings(keywords()));
        List<Tree> people = new ArrayList<>();
        for (ChartMaintainer maintainer : maintainers()) {
            people.add(maintainer.tree());
        }
        tree.putUnlessEmpty("maintainers", ListTree.of(people));
        icon().ifPresent(url -> tree.put("icon", url));
        if (status() == Status.DEPRECATED) {
            tree.put("deprecated", true);
        }
        tree.putUnlessEmpty("annotations", MapTree.ofStrings(new TreeMap<>(annotations())));
        List<Tree> charts = new ArrayList<>();
        for (ChartDependency dependency : dependencies()) {
            charts.add(dependency.tree());
        }
        return tree.putUnlessEmpty("dependencies", ListTree.of(charts)).build();
    }

    /** The text of {@code Chart.yaml}. */
    public final String yaml() {
        return ChartTexts.yaml(tree());
    }
}
