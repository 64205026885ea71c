package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A SecretProviderClass ({@code secrets-store.csi.x-k8s.io/v1}) of the provider {@code aws}: which secrets the Secrets Store CSI
 * driver reads when a pod starts, and shows to the pod as files. Immutable.
 *
 * <p>The driver reads with the rights of the pod's ServiceAccount.
 *
 * @see <a href="https://secrets-store-csi-driver.sigs.k8s.io/concepts.html#secretproviderclass">SecretProviderClass</a>
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class SecretProviderClass implements SecretSource, WithSecretProviderClass {
    /** How the ServiceAccount of the pod gets its role. */
    public enum Identity {
        /** By the annotation of the ServiceAccount. */
        IRSA,
        /** By an association of EKS Pod Identity. */
        POD_IDENTITY
    }

    SecretProviderClass() {}

    /**
     * A builder: {@code name}, then what is optional, of which {@code objects} are required.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableSecretProviderClass.NameBuildStage builder() {
        return ImmutableSecretProviderClass.builder();
    }

    @Override
    public abstract String name();

    /** The secrets and parameters that become files. */
    public abstract List<AwsSecretObject> objects();

    /** The Secrets that the driver makes from the files. Default: none. */
    public abstract List<SyncedSecret> secrets();

    /** The region of the secrets. Default: that of the node. */
    public abstract Optional<String> region();

    /** How the pod's ServiceAccount gets its role. Default: IRSA, as it is for the provider. */
    @Value.Default
    public Identity identity() {
        return Identity.IRSA;
    }

    /** A copy with further secrets and parameters. */
    public final SecretProviderClass plusObjects(AwsSecretObject... added) {
        return withObjects(Additions.to(objects(), added));
    }

    /** A copy with further Secrets that the driver makes from the files. */
    public final SecretProviderClass plusSecrets(SyncedSecret... added) {
        return withSecrets(Additions.to(secrets(), added));
    }

    @Override
    public final String apiVersion() {
        return "secrets-store.csi.x-k8s.io/v1";
    }

    @Override
    public final String kind() {
        return "SecretProviderClass";
    }

    @Override
    public final List<String> createdSecrets() {
        List<String> names = new ArrayList<>(secrets().size());
        for (SyncedSecret secret : secrets()) {
            names.add(secret.ref().name());
        }
        return names;
    }

    @Override
    public final MapTree spec() {
        List<Tree> objects = new ArrayList<>(objects().size());
        for (AwsSecretObject object : objects()) {
            objects.add(object.tree());
        }
        MapTree.Builder parameters = MapTree.builder(3);
        if (region().isPresent()) {
            parameters.put("region", region().get());
        }
        if (identity() == Identity.POD_IDENTITY) {
            parameters.put("usePodIdentity", "true");
        }
        // The provider reads a text, not a list.
        parameters.put("objects", YamlWriter.write(ListTree.of(objects)).substring("---\n".length()));
        List<Tree> secrets = new ArrayList<>(secrets().size());
        for (SyncedSecret secret : secrets()) {
            secrets.add(secret.tree());
        }
        return MapTree.builder(3)
                .put("provider", "aws")
                .put("parameters", parameters.build())
                .putUnlessEmpty("secretObjects", ListTree.of(secrets))
                .build();
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("secretProviderClass." + name());
        checks.subdomain("name", Optional.of(name()));
        if (objects().isEmpty()) {
            checks.error(ProblemCodes.LIST_EMPTY, "objects", "it reads no secret", "Add one with `addObjects`");
        }
        Optional<Problem> badRegion = region().isPresent() ? AwsNames.region(region().get()) : Optional.empty();
        if (badRegion.isPresent()) {
            Problem problem = badRegion.get();
            checks.error(problem.code(), "region", problem.what(), problem.remedy());
        }
        List<String> files = new ArrayList<>();
        for (AwsSecretObject object : objects()) {
            files.addAll(object.files());
        }
        checks.distinct("objects", files);
        checks.distinct("secrets", createdSecrets());
        for (SyncedSecret secret : secrets()) {
            checkFiles(secret, files, checks);
        }
        checks.throwIfAny();
    }

    private static void checkFiles(SyncedSecret secret, List<String> files, ValueChecks checks) {
        if (secret.files().isEmpty()) {
            checks.error(
                    ProblemCodes.LIST_EMPTY, "secrets." + secret, "the Secret has no keys", "Add one with `plusKey`");
        }
        for (Map.Entry<String, String> key : secret.files().entrySet()) {
            if (!files.contains(key.getValue())) {
                checks.error(
                        ProblemCodes.DANGLING_REFERENCE,
                        "secrets." + secret + "." + key.getKey(),
                        "there is no file " + Problem.quote(key.getValue()),
                        "Use one of " + String.join(", ", files));
            }
        }
    }
}
