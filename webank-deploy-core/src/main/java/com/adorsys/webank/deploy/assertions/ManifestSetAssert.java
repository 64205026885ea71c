package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.References;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a set of manifests; created by {@link DeployAssertions#assertThat(ManifestSet)}. */
public final class ManifestSetAssert extends AbstractAssert<ManifestSetAssert, ManifestSet> {
    ManifestSetAssert(ManifestSet actual) {
        super(actual, ManifestSetAssert.class);
    }

    // One object of the set.

    /** Assertions on the Deployment with a name. Fails if there is none. */
    public ManifestAssert deployment(String name) {
        return object("Deployment", name);
    }

    /** Assertions on the StatefulSet with a name. Fails if there is none. */
    public ManifestAssert statefulSet(String name) {
        return object("StatefulSet", name);
    }

    /** Assertions on the Service with a name. Fails if there is none. */
    public ManifestAssert service(String name) {
        return object("Service", name);
    }

    /** Assertions on the Ingress with a name. Fails if there is none. */
    public ManifestAssert ingress(String name) {
        return object("Ingress", name);
    }

    /** Assertions on the Secret with a name. Fails if there is none. */
    public ManifestAssert secret(String name) {
        return object("Secret", name);
    }

    /** Assertions on the ConfigMap with a name. Fails if there is none. */
    public ManifestAssert configMap(String name) {
        return object("ConfigMap", name);
    }

    /** Assertions on the ServiceAccount with a name. Fails if there is none. */
    public ManifestAssert serviceAccount(String name) {
        return object("ServiceAccount", name);
    }

    /** Assertions on the HorizontalPodAutoscaler with a name. Fails if there is none. */
    public ManifestAssert horizontalPodAutoscaler(String name) {
        return object("HorizontalPodAutoscaler", name);
    }

    /**
     * Assertions on the object with a kind and a name. Fails if there is none.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput if there are several, in different namespaces
     *     or API groups; use {@link #object(ResourceId)} then
     */
    public ManifestAssert object(String kind, String name) {
        isNotNull();
        Optional<Manifest> found = actual.find(kind, name);
        if (found.isEmpty()) {
            throw failure(missing(kind, name));
        }
        return new ManifestAssert(found.get(), actual).as(descriptionText());
    }

    /** Assertions on the object with an id. Fails if there is none. */
    public ManifestAssert object(ResourceId id) {
        isNotNull();
        Optional<Manifest> found = actual.find(id);
        if (found.isEmpty()) {
            throw failure("There is no `" + id + "`; " + Texts.among("the set has ", ids(), "the set is empty"));
        }
        return new ManifestAssert(found.get(), actual).as(descriptionText());
    }

    /** Fails unless there is an object with a kind and a name. */
    public ManifestSetAssert contains(String kind, String name) {
        isNotNull();
        if (actual.find(kind, name).isEmpty()) {
            throw failure(missing(kind, name));
        }
        return this;
    }

    /** Fails if there is an object with a kind and a name. */
    public ManifestSetAssert doesNotContain(String kind, String name) {
        isNotNull();
        Optional<Manifest> found = actual.find(kind, name);
        if (found.isPresent()) {
            throw failure("There is `" + found.get() + "`, which should not be there");
        }
        return this;
    }

    /** Fails unless the set has this number of objects. */
    public ManifestSetAssert hasSize(int expected) {
        isNotNull();
        if (actual.size() != expected) {
            throw failure("There are " + actual.size() + " objects, not " + expected + "; "
                    + Texts.among("they are ", ids(), "the set is empty"));
        }
        return this;
    }

    // The set as a whole.

    /** Fails unless an object refers to a Secret of this name that is not in the set, and so must be in the cluster. */
    public ManifestSetAssert requiresSecret(String name) {
        isNotNull();
        require("Secret", name, null);
        return this;
    }

    /** Fails unless an object refers to this key of a Secret that is not in the set. */
    public ManifestSetAssert requiresSecret(String name, String key) {
        isNotNull();
        require("Secret", name, key);
        return this;
    }

    /** Fails unless an object refers to this key of a Secret that is not in the set. */
    public ManifestSetAssert requiresSecret(SecretKeyRef secret) {
        return requiresSecret(secret.secret(), secret.key());
    }

    /**
     * Fails unless an object refers to a ConfigMap of this name that is not in the set, and so must be in the cluster.
     */
    public ManifestSetAssert requiresConfigMap(String name) {
        isNotNull();
        require("ConfigMap", name, null);
        return this;
    }

    /** Fails unless an object refers to this key of a ConfigMap that is not in the set. */
    public ManifestSetAssert requiresConfigMap(String name, String key) {
        isNotNull();
        require("ConfigMap", name, key);
        return this;
    }

    /** Fails if an object contains a value of a Secret, which must not be in Git. */
    public ManifestSetAssert hasNoSecretData() {
        isNotNull();
        List<SecretData.Place> places = SecretData.in(actual).places();
        if (!places.isEmpty()) {
            List<String> lines = new ArrayList<>();
            for (SecretData.Place place : places) {
                lines.add(place.toString());
            }
            throw failure("There are secret values in the manifests:" + Texts.lines(lines));
        }
        return this;
    }

    /** Fails if an object refers to another object, container, volume or port of the set that does not exist. */
    public ManifestSetAssert hasNoDanglingReferences() {
        isNotNull();
        List<String> lines = new ArrayList<>();
        for (Problem problem : Checks.of(Checks.references()).check(actual)) {
            if (problem.code().equals(ProblemCodes.DANGLING_REFERENCE)
                    || problem.code().equals(ProblemCodes.SELECTOR_MISMATCH)) {
                lines.add(problem.location().path() + ": " + problem.what() + ". " + problem.remedy());
            }
        }
        if (!lines.isEmpty()) {
            throw failure("There are dangling references:" + Texts.lines(lines));
        }
        return this;
    }

    /** Fails if one of the checks of this library finds an error; warnings are allowed. */
    public ManifestSetAssert hasNoErrors() {
        return hasNoErrors(Checks.all());
    }

    /** Fails if one of these checks finds an error; warnings are allowed. */
    public ManifestSetAssert hasNoErrors(Checks checks) {
        isNotNull();
        List<String> lines = new ArrayList<>();
        for (Problem problem : checks.check(actual)) {
            if (problem.isError()) {
                lines.add(problem.toString());
            }
        }
        if (!lines.isEmpty()) {
            throw failure("There are errors in the manifests:" + Texts.lines(lines));
        }
        return this;
    }

    // Comparison with other sets and with texts.

    /** Assertions on the changes from another set to this one. Fails if there are none. */
    public ManifestDiffAssert differsFrom(ManifestSet other) {
        isNotNull();
        ManifestDiff diff = ManifestDiff.between(other, actual);
        if (diff.isEmpty()) {
            throw failure("The manifests do not differ from the others");
        }
        return new ManifestDiffAssert(diff).as(descriptionText());
    }

    /** Fails unless the worst change from another set to this one is of this class; NONE if nothing changes. */
    public ManifestSetAssert differsFrom(ManifestSet other, ChangeClass expected) {
        isNotNull();
        new ManifestDiffAssert(ManifestDiff.between(other, actual))
                .as(descriptionText())
                .by(expected);
        return this;
    }

    /** Fails unless the sets are equal, and shows the differences. */
    @Override
    public ManifestSetAssert isEqualTo(@Nullable Object expected) {
        if (actual == null || !(expected instanceof ManifestSet other)) {
            return super.isEqualTo(expected);
        }
        if (!actual.equals(other)) {
            throw failure("The manifests differ from the expected ones; changes from expected to actual:"
                    + Texts.indented(ManifestDiff.between(other, actual).text()));
        }
        return this;
    }

    /**
     * Fails unless the canonical YAML text of the set is that of a file in {@code src/test/resources/goldens} of the
     * caller's module.
     *
     * <p>In the text the values of Secrets are replaced, since goldens are committed. The file is written only with
     * {@code -Dgoldens.update=true}.
     *
     * @param name the file's name, such as {@code webank-dev.yaml}; it may have folders
     */
    public ManifestSetAssert matchesGolden(String name) {
        isNotNull();
        String difference = Goldens.ofCaller().compare(name, goldenText());
        if (!difference.isEmpty()) {
            throw failure(difference);
        }
        return this;
    }

    /** {@link #matchesGolden(String)} with other goldens than those of the caller. */
    public ManifestSetAssert matchesGolden(Goldens goldens, String name) {
        isNotNull();
        String difference = goldens.compare(name, goldenText());
        if (!difference.isEmpty()) {
            throw failure(difference);
        }
        return this;
    }

    private String goldenText() {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : actual) {
            YamlWriter.writeTo(text, SecretData.masked(manifest).tree());
        }
        return text.toString();
    }

    private void require(String kind, String name, @Nullable String key) {
        String difference = Texts.missingReference(References.in(actual), kind, name, key);
        if (!difference.isEmpty()) {
            throw failure(difference);
        }
    }

    private String missing(String kind, String name) {
        List<String> names = new ArrayList<>();
        for (Manifest manifest : actual.all(kind)) {
            names.add(manifest.name());
        }
        String what = "There is no " + kind + " `" + name + "`; ";
        if (names.isEmpty()) {
            return what + Texts.among("the set has ", ids(), "the set is empty");
        }
        Optional<String> near = Names.nearest(name, names);
        return what
                + (near.isPresent() ? "did you mean `" + near.get() + "`? " : "")
                + Texts.among("objects of this kind: ", names, "");
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Manifest manifest : actual) {
            ids.add(manifest.toString());
        }
        return ids;
    }

    private AssertionError failure(String text) {
        return super.failure("%s", UrlCredentials.masked(text));
    }
}
