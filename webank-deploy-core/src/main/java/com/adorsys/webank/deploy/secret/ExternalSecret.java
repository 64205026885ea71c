package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * An ExternalSecret ({@code external-secrets.io/v1}): a Secret whose values the External Secrets operator reads from a store.
 * Immutable.
 *
 * <pre>{@code
 * ExternalSecret obs = ExternalSecret.builder()
 *         .name("webank-obs-secret")
 *         .store(SecretStoreRef.cluster("aws"))
 *         .addDataFrom(RemoteKey.of("webank-dev/obs"))
 *         .build();
 * OnlineBanking.builder()....secrets(obs.ref())
 * }</pre>
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ExternalSecret implements SecretSource, WithExternalSecret {
    /** Who creates the Secret, and what happens to it. */
    public enum CreationPolicy {
        /** The operator creates it. It is deleted with the ExternalSecret. */
        OWNER("Owner"),
        /** The operator creates it. It stays when the ExternalSecret is deleted. */
        ORPHAN("Orphan"),
        /** The Secret exists, and keeps its other keys. */
        MERGE("Merge");

        private final String text;

        CreationPolicy(String text) {
            this.text = text;
        }
    }

    ExternalSecret() {}

    /**
     * A builder: {@code name}, {@code store}, then what is optional, of which {@code data} or {@code dataFrom} is required.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableExternalSecret.NameBuildStage builder() {
        return ImmutableExternalSecret.builder();
    }

    @Override
    public abstract String name();

    /** The store that has the values. */
    public abstract SecretStoreRef store();

    /** The keys of the Secret, each with the place of its value in the store. */
    public abstract Map<String, RemoteKey> data();

    /** Secrets of the store that are JSON objects. Each of their properties becomes a key of the Secret. */
    public abstract List<RemoteKey> dataFrom();

    /**
     * How often the operator reads the store, in whole seconds; zero for once. Default of External Secrets: every hour.
     */
    public abstract Optional<Duration> refreshInterval();

    abstract Optional<String> givenTargetName();

    /** The name of the Secret. Default: that of the ExternalSecret. */
    public final String targetName() {
        return givenTargetName().orElse(name());
    }

    /** Who creates the Secret. Default: the operator, and it deletes the Secret with the ExternalSecret. */
    @Value.Default
    public CreationPolicy creationPolicy() {
        return CreationPolicy.OWNER;
    }

    /**
     * The {@code template} of the Secret as in the API of External Secrets: its type, labels, and data made from the values. It
     * is written to Git as it is, so it must not contain a value. Default: none.
     */
    @Value.Default
    public MapTree template() {
        return MapTree.of();
    }

    /**
     * A copy with one more key of the Secret.
     *
     * @throws DeployException.InvalidInput if the key has another place already
     */
    public final ExternalSecret plusData(String key, RemoteKey place) {
        return withData(Additions.to("data", data(), Map.of(key, place)));
    }

    /** A copy with further secrets of the store whose properties become keys of the Secret. */
    public final ExternalSecret plusDataFrom(RemoteKey... added) {
        return withDataFrom(Additions.to(dataFrom(), added));
    }

    /** The reference to the Secret. */
    public final SecretRef ref() {
        return SecretRef.of(targetName());
    }

    /**
     * The reference to a key of the Secret.
     *
     * @throws DeployException.InvalidInput if the Secret has only the keys of {@link #data}, and this is none of them
     */
    public final SecretKeyRef key(String key) {
        boolean isKnown = dataFrom().isEmpty() && template().isEmpty() && creationPolicy() != CreationPolicy.MERGE;
        if (isKnown && !data().containsKey(key)) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    Location.of("externalSecret." + name()),
                    "the Secret " + Problem.quote(targetName()) + " gets no key " + Problem.quote(key),
                    Names.remedy(key, List.copyOf(new TreeMap<>(data()).keySet()))));
        }
        return ref().key(key);
    }

    @Override
    public final String apiVersion() {
        return "external-secrets.io/v1";
    }

    @Override
    public final String kind() {
        return "ExternalSecret";
    }

    @Override
    public final List<String> createdSecrets() {
        return creationPolicy() == CreationPolicy.MERGE ? List.of() : List.of(targetName());
    }

    @Override
    public final MapTree spec() {
        MapTree.Builder spec = MapTree.builder(5).put("secretStoreRef", store().tree());
        if (refreshInterval().isPresent()) {
            spec.put("refreshInterval", text(refreshInterval().get()));
        }
        spec.put(
                "target",
                MapTree.builder(3)
                        .put("name", targetName())
                        .put("creationPolicy", creationPolicy().text)
                        .putUnlessEmpty("template", template())
                        .build());
        List<Tree> data = new ArrayList<>(data().size());
        for (Map.Entry<String, RemoteKey> entry : new TreeMap<>(data()).entrySet()) {
            data.add(MapTree.builder(2)
                    .put("secretKey", entry.getKey())
                    .put("remoteRef", entry.getValue().tree())
                    .build());
        }
        List<Tree> dataFrom = new ArrayList<>(dataFrom().size());
        for (RemoteKey remote : dataFrom()) {
            dataFrom.add(MapTree.of("extract", remote.tree()));
        }
        return spec.putUnlessEmpty("data", ListTree.of(data))
                .putUnlessEmpty("dataFrom", ListTree.of(dataFrom))
                .build();
    }

    /** A duration as Go writes it, so that the operator does not write it otherwise: {@code 1h0m0s}. */
    private static String text(Duration time) {
        long hours = time.toHours();
        long minutes = time.toMinutesPart();
        return (hours > 0 ? hours + "h" : "")
                + (hours > 0 || minutes > 0 ? minutes + "m" : "")
                + time.toSecondsPart() + "s";
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("externalSecret." + name());
        checks.subdomain("name", Optional.of(name()));
        checks.subdomain("targetName", givenTargetName());
        checks.seconds("refreshInterval", refreshInterval(), 0);
        for (String key : data().keySet()) {
            checks.dataKey("data", key);
        }
        if (data().isEmpty() && dataFrom().isEmpty()) {
            checks.error(
                    ProblemCodes.LIST_EMPTY,
                    "",
                    "it reads nothing from the store",
                    "Add keys with `putData`, or a secret of the store with `addDataFrom`");
        }
        checks.throwIfAny();
    }
}
