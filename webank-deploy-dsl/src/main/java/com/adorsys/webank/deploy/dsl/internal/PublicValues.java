package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretNames;
import com.adorsys.webank.deploy.core.SecretRule;
import com.adorsys.webank.deploy.core.SecretTexts;
import com.adorsys.webank.deploy.core.SecretValues;
import com.adorsys.webank.deploy.dsl.PublicSource;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Optional;

/** Finds secrets in the ConfigMaps of a set from which the user app takes variables that every visitor can read. */
public final class PublicValues implements Check {
    private final UserApp userApp;

    /** The check for a user app. */
    public PublicValues(UserApp userApp) {
        this.userApp = userApp;
    }

    @Override
    public String name() {
        return "publicValues";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (PublicSource source : userApp.publicSources()) {
            if (source.all().isPresent()) {
                MapTree ref = Trees.map(source.all().get().tree(), "configMapRef");
                check(manifests, Trees.text(ref, "name"), "", "", into);
            } else if (source.variable().isPresent()) {
                MapTree variable = source.variable().get().tree();
                MapTree ref = Trees.map(variable, "valueFrom", "configMapKeyRef");
                check(manifests, Trees.text(ref, "name"), Trees.text(ref, "key"), Trees.text(variable, "name"), into);
            }
        }
    }

    /**
     * Checks the data of a ConfigMap.
     *
     * @param onlyKey the key that is read; empty for all keys
     * @param variable the name of the variable; empty for that of the key
     */
    private static void check(
            ManifestSet manifests, String configMap, String onlyKey, String variable, List<Problem> into) {
        for (Manifest manifest : manifests.all("ConfigMap")) {
            if (!manifest.name().equals(configMap)) {
                continue;
            }
            MapTree data = Trees.map(manifest.tree(), "data");
            for (String key : data.keys()) {
                String name = variable.isEmpty() ? key : variable;
                Optional<String> secret = secret(name, Trees.text(data, key));
                if (secret.isPresent() && (onlyKey.isEmpty() || onlyKey.equals(key))) {
                    into.add(Problem.error(
                            ProblemCodes.PUBLIC_SECRET,
                            manifests.place(manifest, TreePath.child("data", key)),
                            "every visitor of the user app can read " + Problem.quote(name) + ", and its value is "
                                    + secret.get(),
                            "Remove it. If it is public by design, waive `PUBLIC_SECRET` with a reason"));
                }
            }
        }
    }

    /** What the value of a variable is that must not be public; empty if it may be. */
    public static Optional<String> secret(String name, String value) {
        SecretRule rule = SecretTexts.find(value);
        if (rule != null && rule != SecretRule.GOOGLE_API_KEY) {
            return Optional.of(rule.toString());
        }
        // Browsers use keys of Google, which are restricted to a site.
        return rule == null && SecretNames.isLikely(name) && SecretValues.canBeSecret(value)
                ? Optional.of("likely a secret, by the name")
                : Optional.empty();
    }
}
