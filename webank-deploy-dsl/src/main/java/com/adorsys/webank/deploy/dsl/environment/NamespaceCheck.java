package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.NamespaceSettings.Owner;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The Namespaces among the manifests of an environment are never deleted, and only one side makes its own. */
final class NamespaceCheck implements Check {
    private final String own;
    private final Owner owner;

    NamespaceCheck(Environment environment) {
        this.own = environment.destination().namespace();
        this.owner = environment.namespace().owner();
    }

    @Override
    public String name() {
        return "namespaces";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests.all("Namespace")) {
            if (!manifest.id().group().isEmpty()) {
                continue;
            }
            if (manifest.name().equals(own) && owner == Owner.ARGO_CD) {
                into.add(Problem.error(
                        ProblemCodes.SETTING_CONFLICT,
                        manifests.place(manifest, ""),
                        "Argo CD makes this namespace, and ignores its labels and annotations where there is a manifest",
                        "Remove the manifest and use the setting `namespace`, with `Owner.GIT` for a manifest; or set"
                                + " `Owner.OTHERS`"));
            }
            if (!isKept(manifest)) {
                String options = String.join(",", EnvironmentNamespace.KEPT);
                into.add(Problem.warning(
                        ProblemCodes.NAMESPACE_PRUNABLE,
                        manifests.place(manifest, "metadata.annotations"),
                        "Argo CD deletes the namespace when its manifest or its Application is removed, and with it every"
                                + " Secret in it, also those that others made",
                        "Annotate it with `" + EnvironmentNamespace.SYNC_OPTIONS + ": " + options + "`"));
            }
        }
    }

    private static boolean isKept(Manifest manifest) {
        List<String> options = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(
                manifest.annotation(EnvironmentNamespace.SYNC_OPTIONS).orElse(""), ",");
        while (tokens.hasMoreTokens()) {
            options.add(tokens.nextToken().strip());
        }
        return options.containsAll(EnvironmentNamespace.KEPT);
    }
}
