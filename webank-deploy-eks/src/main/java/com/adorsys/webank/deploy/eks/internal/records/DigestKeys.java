package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Base64;
import java.util.Optional;

/**
 * A release's digest key on the API server, in the Secret {@code webank-deploy.RELEASE.key}. Thread-safe.
 *
 * <p>If it is lost no digest fits any more, and the next run applies every object once with a new one.
 */
public final class DigestKeys {
    private static final String TYPE = RecordNames.DOMAIN + "digest-key";
    private static final String KEY = "key";

    private final RecordSecrets secrets;
    private final String name;

    /** The key of a release. */
    public DigestKeys(ApiServer api, Release release) {
        this.secrets = new RecordSecrets(api, release);
        this.name = RecordNames.name(release) + ".key";
    }

    /**
     * The key; empty if the release has none yet.
     *
     * @throws DeployException.Refused if what is there is no key
     */
    public Optional<DigestKey> read() {
        return secrets.find(name).map(this::key);
    }

    /**
     * Keeps a key for the release, if it has none yet.
     *
     * @return the release's key: the given one, or the one that was there before
     * @throws DeployException.Refused if what is there is no key
     */
    public DigestKey keep(DigestKey key) {
        String encoded = Base64.getEncoder().encodeToString(key.bytes());
        return key(secrets.put(secrets.secret(name, TYPE, MapTree.of(), MapTree.of(), MapTree.of(KEY, encoded))));
    }

    /** Deletes the key: for a release that is deleted. */
    public void delete() {
        secrets.find(name)
                .filter(found -> secrets.isOurs(found, TYPE))
                .flatMap(found -> found.map("metadata"))
                .ifPresent(secrets::delete);
    }

    private DigestKey key(MapTree found) {
        try {
            if (!secrets.isOurs(found, TYPE)) {
                throw new Damaged("its type or its labels are not those of a key");
            }
            return DigestKey.of(RecordSecrets.bytes(found, KEY));
        } catch (Damaged e) {
            throw new DeployException.Refused(
                    "The digest key of " + secrets.names().describe() + ", " + secrets.describe(name) + ", is damaged: "
                            + e.getMessage() + ". Delete it: the next run makes another and applies every object once.",
                    e);
        }
    }
}
