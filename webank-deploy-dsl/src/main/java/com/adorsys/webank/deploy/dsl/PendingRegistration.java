package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import org.immutables.value.Value;

/** The service that handles pending registrations of new customers. Immutable. */
@Value.Immutable
@ManualStages
public abstract non-sealed class PendingRegistration extends Backend
        implements WithPendingRegistration, PlusBackend<PendingRegistration> {
    PendingRegistration() {}

    /**
     * A builder: {@code image}, {@code database}, {@code secrets}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImageStage builder() {
        return image -> database -> secrets -> ImmutablePendingRegistration.generatedBuilder()
                .image(image)
                .database(database)
                .secrets(secrets);
    }

    @Override
    public abstract Image image();

    /** The component's database. */
    public abstract Database database();

    /** The same component with a fixed number of pods. */
    public final PendingRegistration withReplicas(int count) {
        return withScaling(Replicas.of(count));
    }

    @Override
    final Database ownDatabase() {
        return database();
    }

    @Override
    final Traits traits() {
        return Traits.PENDING_REGISTRATION;
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("pendingRegistration");
        check(checks);
        checkSecrets(checks);
        checks.throwIfAny();
    }

    /** The builder's first stage. */
    public interface ImageStage {
        /** The image that the container runs. */
        DatabaseStage image(Image image);
    }

    /** The builder's second stage. */
    public interface DatabaseStage {
        /** The component's database. */
        SecretsStage database(Database database);
    }

    /** The builder's third stage. */
    public interface SecretsStage {
        /**
         * The Secret of which every key becomes an environment variable: the server's key pair, the JWT settings and
         * the account that sends one-time passwords.
         */
        ImmutablePendingRegistration.BuildFinal secrets(SecretRef secrets);
    }

    /** What reading values uses of the generated builder. */
    interface Builder extends ReadComponents.BackendBuilder {}
}
