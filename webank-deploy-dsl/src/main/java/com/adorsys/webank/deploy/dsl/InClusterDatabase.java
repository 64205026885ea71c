package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.pod.ContainerSecuritySettings;
import com.adorsys.webank.deploy.dsl.pod.ImageNeeds;
import com.adorsys.webank.deploy.dsl.pod.PlusPod;
import com.adorsys.webank.deploy.dsl.pod.PodSettings;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PostgreSQL database that is part of the release: one pod of the official postgres image, with a StatefulSet, a
 * headless Service and persistent storage. Immutable.
 *
 * <p>Components with equal values share one database. The password is in a Secret that the release does not create.
 * There is a single server, without replication or backups.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class InClusterDatabase
        implements Database, PodSettings, WithInClusterDatabase, PlusPod<InClusterDatabase> {
    /** The name of the server's container. */
    public static final String CONTAINER = "postgres";

    /** The default of {@link #resources}. */
    public static final Resources RESOURCES = Resources.request("250m", "512Mi");

    private static final String DATA_VOLUME = "data";

    InClusterDatabase() {}

    /**
     * A builder: {@code name}, {@code user}, {@code password}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableInClusterDatabase.NameBuildStage builder() {
        return ImmutableInClusterDatabase.builder();
    }

    @Override
    public abstract String name();

    @Override
    public abstract String user();

    @Override
    public abstract SecretKeyRef password();

    /** The suffix of the objects' names: {@code <release>-<alias>}. Default: {@code db}. */
    @Value.Default
    public String alias() {
        return "db";
    }

    /** The image, one of the official postgres images. Default: {@code docker.io/library/postgres:17.6}. */
    @Value.Default
    public Image image() {
        return Image.of("docker.io", "library/postgres", "17.6");
    }

    /** The size of the storage. Default: {@code 10Gi}. It cannot be reduced later. */
    @Value.Default
    public ResourceQuantity storage() {
        return ResourceQuantity.parse("10Gi");
    }

    /** The name of the StorageClass. Default: the cluster's default class. It cannot be changed later. */
    public abstract Optional<String> storageClass();

    /**
     * The server's requests and limits. Default: requests of {@code 250m} and {@code 512Mi}; the hardened posture adds
     * limits.
     */
    @Value.Default
    public Resources resources() {
        return RESOURCES;
    }

    /** The server's arguments, such as {@code -c} and {@code max_connections=200}. */
    public abstract List<String> args();

    abstract Optional<ImageNeeds> givenImageNeeds();

    /**
     * What the image needs to run without root. Default: the user that owns the data in the official images, which is 70 in
     * those of Alpine and 999 in all others, with the folder of its socket.
     */
    public final ImageNeeds imageNeeds() {
        boolean alpine = image().tag().orElse("").contains("alpine");
        return givenImageNeeds()
                .orElse(ImageNeeds.user(alpine ? 70 : 999).withWritablePath("/var/run/postgresql", "16Mi"));
    }

    /** The security context of the server's container. */
    public abstract Optional<ContainerSecuritySettings> securityContext();

    /** A copy with further arguments of the server. */
    public final InClusterDatabase plusArgs(String... arguments) {
        return withArgs(Additions.to(args(), arguments));
    }

    @Override
    public final int port() {
        return 5432;
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("database");
        checkIdentifiers(checks, name(), user(), 63);
        checks.name("alias", alias());
        new PodChecks(this, checks).check(CONTAINER, List.of());
        new ConflictChecks(checks).notStandard("podLabels", podLabels(), false);
        for (PodVolume volume : volumes()) {
            if (volume.name().equals(DATA_VOLUME)) {
                checks.error(
                        ProblemCodes.NAME_RESERVED,
                        "volumes",
                        "`data` is already the name of the server's data volume",
                        "Choose another name");
            }
        }
        checks.throwIfAny();
    }

    /** Checks identifiers: PostgreSQL's, restricted to what a JDBC URL and the image's start script accept unquoted. */
    static void checkIdentifiers(ValueChecks checks, String name, String user, int longest) {
        checkIdentifier(checks, "name", name, longest);
        checkIdentifier(checks, "user", user, longest);
    }

    private static void checkIdentifier(ValueChecks checks, String field, String text, int longest) {
        boolean good = !text.isEmpty() && text.length() <= longest;
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }
        if (!good) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    field,
                    Problem.quote(text) + " is not a valid " + field + " of a database",
                    "Use 1 to " + longest + " letters, digits, _, - and .");
        }
    }
}
