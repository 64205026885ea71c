package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Quantity;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PostgreSQL database that is part of the release: one pod of the official postgres image, with a StatefulSet, a
 * headless Service and storage that outlives the pod. Immutable.
 *
 * <p>Components that are given equal values share it. The password is in a Secret that the release does not make. There
 * is one server: no replication, no backup.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class InClusterDatabase implements Database, WithInClusterDatabase {
    InClusterDatabase() {}

    /** A builder: {@code name}, {@code user}, {@code password}, then what is optional. */
    public static ImmutableInClusterDatabase.NameBuildStage builder() {
        return ImmutableInClusterDatabase.builder();
    }

    @Override
    public abstract String name();

    @Override
    public abstract String user();

    @Override
    public abstract SecretKeyRef password();

    /** Follows the release's name in the names of the objects: {@code <release>-<alias>}; {@code db} unless said. */
    @Value.Default
    public String alias() {
        return "db";
    }

    /** An image of the official postgres series; {@code docker.io/library/postgres:17.6} unless said. */
    @Value.Default
    public Image image() {
        return Image.of("docker.io", "library/postgres", "17.6");
    }

    /** How much storage is claimed; {@code 10Gi} unless said. It cannot be made smaller later. */
    @Value.Default
    public Quantity storage() {
        return Quantity.parse("10Gi");
    }

    /** The storage class by name; the cluster's default class unless said. It cannot be changed later. */
    public abstract Optional<String> storageClass();

    /** What the pod requests and may use; {@code 250m} and {@code 512Mi} requested unless said. */
    @Value.Default
    public Resources resources() {
        return Resources.request("250m", "512Mi");
    }

    @Override
    public final int port() {
        return 5432;
    }

    @Value.Check
    void check() {
        ModelChecks checks = new ModelChecks("database");
        checkIdentifiers(checks, name(), user(), 63);
        checks.name("alias", alias());
        checks.throwIfAny();
    }

    /** PostgreSQL's identifiers, as far as a JDBC URL and the image's start script carry them unquoted. */
    static void checkIdentifiers(ModelChecks checks, String name, String user, int longest) {
        checkIdentifier(checks, "name", name, longest);
        checkIdentifier(checks, "user", user, longest);
    }

    private static void checkIdentifier(ModelChecks checks, String field, String text, int longest) {
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
                    "NAME_INVALID",
                    field,
                    Problem.quote(text) + " is not a valid " + field + " of a database",
                    "Use 1 to " + longest + " letters, digits, _, - and .");
        }
    }
}
