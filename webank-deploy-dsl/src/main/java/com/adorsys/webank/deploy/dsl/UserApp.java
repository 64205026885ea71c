package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.internal.PublicValues;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The web front end. Immutable.
 *
 * <p>Its start script writes environment variables to JavaScript that every visitor downloads. So they have literal
 * values and cannot refer to a Secret.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class UserApp extends Component implements WithUserApp, PlusComponent<UserApp> {
    UserApp() {}

    /**
     * A builder: {@code image}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableUserApp.ImageBuildStage builder() {
        return ImmutableUserApp.builder();
    }

    @Override
    public abstract Image image();

    /**
     * Environment variables that every visitor can read, such as {@code VITE_WEBANK_OBS_URL}. A value that looks like a secret is
     * an error.
     */
    public abstract Map<String, String> publicEnv();

    /**
     * A copy with one more environment variable that every visitor can read.
     *
     * @throws DeployException.InvalidInput if the key is set to another value already
     */
    public final UserApp plusPublicEnv(String key, String value) {
        return plusPublicEnv(Map.of(key, value));
    }

    /**
     * A copy with more environment variables that every visitor can read.
     *
     * @throws DeployException.InvalidInput if a key is set to another value already
     */
    public final UserApp plusPublicEnv(Map<String, String> added) {
        return withPublicEnv(Additions.to("publicEnv", publicEnv(), added));
    }

    /**
     * Sources of further variables that every visitor can read: ConfigMaps and fields of the pod. Secrets are not
     * possible here.
     */
    public abstract List<PublicSource> publicSources();

    /** A copy with further sources of variables that every visitor can read. */
    public final UserApp plusPublicSources(PublicSource... added) {
        return withPublicSources(Additions.to(publicSources(), added));
    }

    /** The same component with a fixed number of pods. */
    public final UserApp withReplicas(int count) {
        return withScaling(Replicas.of(count));
    }

    @Override
    final ListTree variables(ListTree database) {
        ListTree raw = chartOnly().extras().env().orElse(null);
        if (raw != null && publicEnv().isEmpty() && publicSources().isEmpty()) {
            return raw;
        }
        List<Tree> all = new ArrayList<>(publicEnv().size());
        for (Map.Entry<String, String> variable : publicEnv().entrySet()) {
            all.add(MapTree.builder(2)
                    .put("name", variable.getKey())
                    .put("value", variable.getValue())
                    .build());
        }
        for (PublicSource source : publicSources()) {
            if (source.variable().isPresent()) {
                all.add(source.variable().get().tree());
            }
        }
        return ListTree.of(all);
    }

    @Override
    final ListTree sources() {
        List<Tree> all = new ArrayList<>(
                chartOnly().extras().envFrom().orElse(ListTree.of()).items());
        for (PublicSource source : publicSources()) {
            if (source.all().isPresent()) {
                all.add(source.all().get().tree());
            }
        }
        return ListTree.of(all);
    }

    @Override
    final Traits traits() {
        return Traits.USER_APP;
    }

    private void checkPublic(ValueChecks checks) {
        for (Map.Entry<String, String> variable : publicEnv().entrySet()) {
            Optional<String> secret = PublicValues.secret(variable.getKey(), variable.getValue());
            if (secret.isPresent()) {
                checks.error(
                        ProblemCodes.PUBLIC_SECRET,
                        "publicEnv." + variable.getKey(),
                        "every visitor can read the variable, and its value is " + secret.get(),
                        "Remove it. If it is public by design, take it from a ConfigMap with `publicSources`, and waive"
                                + " `PUBLIC_SECRET` with a reason");
            }
        }
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("userApp");
        check(checks);
        if (!chartOnly().fromValues()) {
            checkPublic(checks);
        }
        checks.throwIfAny();
    }

    /** What reading values uses of the generated builder. */
    interface Builder extends ReadComponents.UserAppBuilder {}
}
