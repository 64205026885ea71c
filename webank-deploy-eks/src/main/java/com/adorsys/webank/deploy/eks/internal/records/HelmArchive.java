package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts Helm's records of a release away, so that Helm no longer knows of it. Thread-safe.
 *
 * <p>While Helm has one record of a release, {@code helm uninstall} deletes every object that the record lists, whoever applies
 * them by now. The copies keep data and labels, the labels in an annotation, so that somebody can make the records
 * again by hand.
 */
public final class HelmArchive {
    static final String TYPE = RecordNames.DOMAIN + "helm-archive";
    static final String HELM_TYPE = "helm.sh/release.v1";
    static final String LABELS = RecordNames.DOMAIN + "helm-labels";

    private final ApiServer api;
    private final RecordSecrets secrets;

    public HelmArchive(ApiServer api, Release release) {
        this.api = api;
        this.secrets = new RecordSecrets(api, release);
    }

    /**
     * One of Helm's records: a Secret.
     *
     * @param name the Secret's name
     * @param version Helm's revision; 0 if that is not readable
     * @param status Helm's status, as {@code deployed}
     */
    public record HelmRecord(String name, long version, String status) {}

    /**
     * Helm's records of one of its releases, in the namespace of ours, the oldest first.
     *
     * @param helmRelease the name that Helm knows
     * @throws DeployException.InvalidInput if it can be no name of a release
     */
    public List<HelmRecord> find(String helmRelease) {
        List<HelmRecord> records = new ArrayList<>();
        for (MapTree metadata : originals(helmRelease)) {
            records.add(record(metadata));
        }
        return records;
    }

    /**
     * The objects that the newest of Helm's records lists, and the one that it calls deployed, if that is another. A record
     * that cannot be read lists none.
     *
     * @return their ids, without a namespace where the record names none
     */
    public List<ResourceId> objects(String helmRelease) {
        List<HelmRecord> records = find(helmRelease);
        Set<ResourceId> objects = new LinkedHashSet<>();
        for (int i = records.size() - 1; i >= 0; i--) {
            if (i == records.size() - 1 || records.get(i).status().equals("deployed")) {
                secrets.find(records.get(i).name()).ifPresent(secret -> objects.addAll(listed(secret)));
            }
        }
        return List.copyOf(objects);
    }

    private static List<ResourceId> listed(MapTree secret) {
        try {
            return HelmManifest.objects(secret);
        } catch (Damaged e) {
            return List.of();
        }
    }

    /**
     * Copies all of Helm's records of one of its releases, and deletes them then. Safe to repeat after it stopped anywhere.
     *
     * @throws DeployException.Conflict if Helm changed one meanwhile, or another content has a copy's name
     */
    public void archive(String helmRelease) {
        List<MapTree> originals = new ArrayList<>();
        for (MapTree metadata : originals(helmRelease)) {
            Optional<MapTree> original = secrets.find(metadata.string("name").orElse(""));
            if (original.isPresent()) {
                copy(original.get());
                originals.add(Trees.map(original.get(), "metadata"));
            }
        }
        // Only when all of them are safe; the newest last, so that Helm shows the release as it is until the end.
        originals.forEach(this::delete);
    }

    /** Whether there is a copy of a record of one of Helm's releases. */
    public boolean has(String helmRelease) {
        String begin = secrets.names().name() + ".helm.sh.helm.release.v1." + helmRelease + ".v";
        return secrets.list(TYPE).stream()
                .anyMatch(metadata -> metadata.string("name").orElse("").startsWith(begin));
    }

    /** How many copies there are, and the command that removes them; empty if there is none. */
    public Optional<String> remains() {
        int count = secrets.list(TYPE).size();
        RecordNames names = secrets.names();
        return count == 0
                ? Optional.empty()
                : Optional.of("Helm's records are kept in " + count + (count == 1 ? " Secret" : " Secrets")
                        + "; `kubectl delete secrets --namespace " + names.namespace() + " --field-selector type="
                        + TYPE
                        + " --selector " + RecordNames.RELEASE + "=" + names.release() + "` removes them");
    }

    private void copy(MapTree original) {
        MapTree metadata = Trees.map(original, "metadata");
        String name =
                secrets.names().name() + ".helm." + metadata.string("name").orElse("");
        String labels = Json.write(Trees.map(metadata, "labels"));
        MapTree data = Trees.map(original, "data");
        MapTree there = secrets.put(secrets.secret(name, TYPE, MapTree.of(), MapTree.of(LABELS, labels), data));
        if (!secrets.isOurs(there, TYPE) || !Trees.map(there, "data").equals(data)) {
            throw new DeployException.Conflict(secrets.describe(name) + " is there with another content than Helm's "
                    + secrets.describe(metadata.string("name").orElse(""))
                    + ", and nothing of Helm's was deleted. Delete it if nobody needs it, then try again.");
        }
    }

    private void delete(MapTree metadata) {
        String name = metadata.string("name").orElse("");
        try {
            api.delete(
                    secrets.names().secrets() + "/" + name,
                    metadata.string("uid").orElse(""),
                    metadata.string("resourceVersion").orElse(""));
        } catch (ApiException e) {
            if (!e.isConflict()) {
                throw e;
            }
            throw new DeployException.Conflict(
                    "Helm's " + secrets.describe(name)
                            + " was changed while it was archived. Wait until nobody uses Helm on the release, then try again.");
        }
    }

    private List<MapTree> originals(String helmRelease) {
        Optional<String> bad = Names.release(helmRelease);
        if (bad.isPresent()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.NAME_INVALID,
                    com.adorsys.webank.deploy.core.Location.of("helmRelease"),
                    "the name " + Problem.quote(helmRelease) + " of a Helm release is not allowed: " + bad.get(),
                    "name the release as `helm list` does"));
        }
        String selectors = "?labelSelector=" + ApiServer.encoded("owner=helm,name=" + helmRelease) + "&fieldSelector="
                + ApiServer.encoded("type=" + HELM_TYPE);
        List<MapTree> originals = secrets.listAt(secrets.names().secrets() + selectors);
        originals.sort(Comparator.comparingLong(metadata -> record(metadata).version()));
        return originals;
    }

    private static HelmRecord record(MapTree metadata) {
        String version = Trees.text(metadata, "labels", "version");
        return new HelmRecord(
                metadata.string("name").orElse(""),
                version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0,
                Trees.text(metadata, "labels", "status"));
    }
}
