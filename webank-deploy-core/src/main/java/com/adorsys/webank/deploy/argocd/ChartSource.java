package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A chart of a Helm repository or an OCI registry. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ChartSource implements ApplicationSource, WithChartSource {
    private static final String OCI = "oci://";

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

    /** Values files inside the chart; a later file overrides an earlier one. */
    public abstract List<String> valueFiles();

    /**
     * Values that override those of the files, written as {@code valuesObject}. They go to Git, so they must not contain a
     * secret; a URL with a password is rejected.
     */
    public abstract Optional<MapTree> values();

    /** A copy with further values files. */
    public final ChartSource plusValueFiles(String... files) {
        return withValueFiles(Additions.to(valueFiles(), files));
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
        for (String path : SecretData.passwordsInUrls(values().orElse(MapTree.of()))) {
            checks.error(
                    ProblemCodes.SECRET_VALUE,
                    TreePath.join("helm.valuesObject", path),
                    "a URL here contains a password, which would go to Git",
                    "keep the URL or its password in a Secret, and refer to that");
        }
        checks.throwIfAny();
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
        values().ifPresent(values -> helm.put("valuesObject", values));
        return MapTree.builder(4)
                .put("repoURL", written(repoUrl()))
                .put("chart", chart())
                .put("targetRevision", version())
                .putUnlessEmpty("helm", helm.build())
                .build();
    }

    /** An address as Argo CD expects it: that of a registry without the scheme, as its guide on Helm says. */
    static String written(String url) {
        return url.startsWith(OCI) ? url.substring(OCI.length()) : url;
    }
}
