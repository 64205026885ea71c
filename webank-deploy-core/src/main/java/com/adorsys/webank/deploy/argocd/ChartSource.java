package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A chart of a Helm repository or an OCI registry. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ChartSource implements ApplicationSource, SourcePart, WithChartSource {
    private static final String OCI = "oci://";

    /** What Helm does not do by default. */
    public enum Option {
        /** The definitions of the chart's folder {@code crds} are not installed. */
        SKIP_CRDS("skipCrds"),
        /** The chart's tests are left out; since Argo CD 2.14. */
        SKIP_TESTS("skipTests"),
        /** Values are not checked by the chart's schema; since Argo CD 2.14. */
        SKIP_SCHEMA_VALIDATION("skipSchemaValidation"),
        /** Values files that do not exist are ignored. */
        IGNORE_MISSING_VALUE_FILES("ignoreMissingValueFiles"),
        /** The repository's credentials are sent to every host that the chart is read from. */
        PASS_CREDENTIALS("passCredentials");

        private final String key;

        Option(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    ChartSource() {}

    /**
     * A builder: {@code repoUrl}, {@code chart}, {@code version}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if an address or name is outside its grammar.
     */
    public static ImmutableChartSource.RepoUrlBuildStage builder() {
        return ImmutableChartSource.builder();
    }

    /** The address of the repository: {@code https://host/path}, or {@code oci://host/path} for a registry. */
    @Override
    public abstract String repoUrl();

    /** The chart's name. */
    public abstract String chart();

    /** The chart's version, or a range of versions. */
    public abstract String version();

    /** The release's name. Default: the Application's. */
    public abstract Optional<String> releaseName();

    /**
     * Values files inside the chart, or of a {@link RefSource}: {@code $values/dev.yaml}. A later file overrides an earlier
     * one.
     */
    public abstract List<String> valueFiles();

    /**
     * Values that override those of the files, written as {@link #written(MapTree)} says. They go to Git, so they must not contain
     * a secret; a URL with a password is rejected.
     */
    public abstract Optional<MapTree> values();

    /** Single values by their paths, such as {@code image.tag}, which override all others. They must not contain a secret either. */
    public abstract Map<String, String> parameters();

    /** What Helm does not do by default. Default: nothing. */
    public abstract Set<Option> options();

    /** A copy with further values files. */
    public final ChartSource plusValueFiles(String... files) {
        return withValueFiles(Additions.to(valueFiles(), files));
    }

    /**
     * A copy with one more parameter.
     *
     * @throws DeployException.InvalidInput if the parameter is set to another value already
     */
    public final ChartSource plusParameters(String path, String value) {
        return plusParameters(Map.of(path, value));
    }

    /**
     * A copy with more parameters.
     *
     * @throws DeployException.InvalidInput if a parameter is set to another value already
     */
    public final ChartSource plusParameters(Map<String, String> added) {
        return withParameters(Additions.to("parameters", parameters(), added));
    }

    /** A copy with further options. */
    public final ChartSource plusOptions(Option... added) {
        return withOptions(Additions.to(options(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.source");
        checks.repository("repoURL", repoUrl(), ArgoChecks.Repository.HELM);
        if (!isChartName(chart())) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "chart",
                    chart().isEmpty()
                            ? "the chart's name is empty"
                            : Problem.quote(chart()) + " is not the name of a chart",
                    "a chart's name has letters, digits, `-`, `_`, `.`, and `/` between the parts of a registry's path");
        }
        checks.notEmpty("targetRevision", version());
        releaseName()
                .ifPresent(name -> Names.release(name)
                        .ifPresent(rule -> checks.error(
                                ProblemCodes.NAME_INVALID,
                                "helm.releaseName",
                                Problem.quote(name) + " is not valid",
                                rule)));
        for (String file : valueFiles()) {
            checks.notEmpty("helm.valueFiles", file);
        }
        checkSecrets(checks, "helm.valuesObject", values().orElse(MapTree.of()));
        for (String path : parameters().keySet()) {
            checks.notEmpty("helm.parameters", path);
        }
        checkSecrets(checks, "helm.parameters", ArgoChecks.sorted(parameters()));
        checks.throwIfAny();
    }

    private static void checkSecrets(ArgoChecks checks, String field, MapTree values) {
        for (PlainSecret secret : SecretData.inPlainSight(values)) {
            checks.error(
                    ProblemCodes.SECRET_VALUE,
                    Location.join(field, secret.path()),
                    secret.what() + ", which would go to Git",
                    PlainSecret.REMEDY);
        }
    }

    private static boolean isChartName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_./".indexOf(c) >= 0)) {
                return false;
            }
        }
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.endsWith("/")
                && !name.contains("//")
                && !name.contains("..");
    }

    @Override
    public final MapTree tree() {
        MapTree.Builder helm = MapTree.builder(4);
        releaseName().ifPresent(name -> helm.put("releaseName", name));
        helm.putUnlessEmpty("valueFiles", ListTree.ofStrings(valueFiles()));
        values().ifPresent(values -> helm.putAll(written(values)));
        helm.putUnlessEmpty("parameters", ArgoChecks.pairs(parameters()));
        for (Option option : options()) {
            helm.put(option.key(), true);
        }
        return MapTree.builder(4)
                .put("repoURL", written(repoUrl()))
                .put("chart", chart())
                .put("targetRevision", version())
                .putUnlessEmpty("helm", helm.build())
                .build();
    }

    /**
     * The key of a source's {@code helm} that holds values: {@code valuesObject}, or the text {@code values} where a map has a null. A
     * null removes a default of the chart, and the API server drops those of {@code valuesObject}.
     */
    public static MapTree written(MapTree values) {
        return hasNull(values)
                ? MapTree.of("values", YamlWriter.writeValues(values))
                : MapTree.of("valuesObject", values);
    }

    private static boolean hasNull(Tree tree) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (Trees.isNull(map.valueAt(i)) || hasNull(map.valueAt(i))) {
                    return true;
                }
            }
        } else if (tree instanceof ListTree list) {
            for (Tree item : list) {
                if (hasNull(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An address as Argo CD expects it: that of a registry without the scheme, as its guide on Helm says. */
    static String written(String url) {
        return url.startsWith(OCI) ? url.substring(OCI.length()) : url;
    }
}
