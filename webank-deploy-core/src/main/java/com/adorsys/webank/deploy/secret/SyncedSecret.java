package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Secret that the Secrets Store CSI driver makes from the files of a {@link SecretProviderClass}, for environment variables.
 * It exists while a pod has the volume, so each pod that refers to it must mount the volume. Immutable.
 *
 * @see <a href="https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret">Sync as Kubernetes Secret</a>
 */
public final class SyncedSecret {
    private final SecretRef ref;
    /** The names of the files, by the keys of the Secret, sorted. */
    private final Map<String, String> files;

    private SyncedSecret(SecretRef ref, Map<String, String> files) {
        this.ref = ref;
        this.files = files;
    }

    /**
     * A Secret of a name, of type {@code Opaque}, without keys.
     *
     * @throws DeployException.InvalidInput if the name is not an RFC 1123 subdomain
     */
    public static SyncedSecret of(String name) {
        return new SyncedSecret(SecretRef.of(name), Map.of());
    }

    /**
     * A copy with one more key.
     *
     * @param file the name of a file in the volume, as {@link AwsSecretObject#files} has it
     * @throws DeployException.InvalidInput if the key is not a valid key of a Secret, or is there already
     */
    public SyncedSecret plusKey(String key, String file) {
        ref.key(key);
        Map<String, String> more = new TreeMap<>(files);
        if (more.putIfAbsent(key, file) != null) {
            throw invalid(
                    ProblemCodes.DUPLICATE, "the key " + Problem.quote(key) + " is there twice", "Remove one of them");
        }
        return new SyncedSecret(ref, more);
    }

    /** The reference to the Secret. */
    public SecretRef ref() {
        return ref;
    }

    /**
     * The reference to a key of the Secret.
     *
     * @throws DeployException.InvalidInput if it is none of its keys
     */
    public SecretKeyRef key(String key) {
        if (!files.containsKey(key)) {
            throw invalid(
                    ProblemCodes.DANGLING_REFERENCE,
                    "it gets no key " + Problem.quote(key),
                    Names.remedy(key, List.copyOf(files.keySet())));
        }
        return ref.key(key);
    }

    Map<String, String> files() {
        return files;
    }

    MapTree tree() {
        List<Tree> data = new ArrayList<>(files.size());
        for (Map.Entry<String, String> file : files.entrySet()) {
            data.add(MapTree.builder(2)
                    .put("objectName", file.getValue())
                    .put("key", file.getKey())
                    .build());
        }
        return MapTree.builder(3)
                .put("secretName", ref.name())
                .put("type", "Opaque")
                .put("data", ListTree.of(data))
                .build();
    }

    private DeployException.InvalidInput invalid(String code, String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(code, Location.of("secretProviderClass.secrets." + ref.name()), what, remedy));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncedSecret that && ref.equals(that.ref) && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return 31 * ref.hashCode() + files.hashCode();
    }

    /** The name of the Secret. */
    @Override
    public String toString() {
        return ref.name();
    }
}
