package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What an image needs in order to run under the restricted Pod Security Standard: the user that it runs as, and the folders
 * that it writes to, since the rest of its file system is read-only. Immutable.
 *
 * <pre>{@code
 * ImageNeeds.user(10001).withWritablePath("/app/logs", "64Mi")
 * }</pre>
 *
 * <p>The hardened posture mounts an empty folder at each of the paths, {@code /tmp} among them.
 */
@Value.Immutable
@DeployStyle
public abstract class ImageNeeds implements WithImageNeeds {
    /** The maximum size of all {@link #writablePaths} together, in MiB, rounded up. */
    @Value.Lazy
    public long writableMebibytes() {
        BigDecimal sum = BigDecimal.ZERO;
        for (ResourceQuantity size : writablePaths().values()) {
            sum = sum.add(size.amount());
        }
        return sum.divide(MEBIBYTE, 0, RoundingMode.UP).longValue();
    }

    /** Whether the container can write to its own file system, besides the {@link #writablePaths}. */
    public enum RootFilesystem {
        /** It cannot. */
        READ_ONLY,
        /** It can; what it writes is lost when it is restarted. */
        WRITABLE
    }

    private static final ResourceQuantity SIZE = ResourceQuantity.parse("256Mi");
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);
    private static final long LARGEST_ID = Integer.MAX_VALUE;

    ImageNeeds() {}

    /**
     * An image that runs as a user, and writes to {@code /tmp} only.
     *
     * @param id the number of the user, 1 to 2147483647; an image whose files everybody can read runs as any number, and one
     *     above 10000 is that of no user of a node
     * @throws DeployException.InvalidInput if it is out of this range
     */
    public static ImageNeeds user(long id) {
        return ImmutableImageNeeds.builder()
                .user(id)
                .putWritablePaths("/tmp", SIZE)
                .build();
    }

    /** The number of the user that the container runs as. */
    public abstract long user();

    abstract OptionalLong givenGroup();

    /** The number of the group that the container runs as and that owns its volumes. Default: the user's number. */
    public final long group() {
        return givenGroup().orElse(user());
    }

    /** The folders that the container writes to, and the maximum size of each. */
    public abstract Map<String, ResourceQuantity> writablePaths();

    /** Whether the container can write to its own file system. Default: it cannot. */
    @Value.Default
    public RootFilesystem rootFilesystem() {
        return RootFilesystem.READ_ONLY;
    }

    /**
     * A copy with a folder that the container writes to, of at most 256Mi.
     *
     * @throws DeployException.InvalidInput if it is not an absolute path
     */
    public final ImageNeeds withWritablePath(String path) {
        return withWritablePath(path, SIZE);
    }

    /**
     * A copy with a folder that the container writes to.
     *
     * @param size its maximum size, such as {@code 64Mi}
     * @throws DeployException.InvalidInput if it is not an absolute path, or the size is not a Kubernetes quantity
     */
    public final ImageNeeds withWritablePath(String path, String size) {
        return withWritablePath(path, ResourceQuantity.parse(size));
    }

    private ImageNeeds withWritablePath(String path, ResourceQuantity size) {
        Map<String, ResourceQuantity> all = new LinkedHashMap<>(writablePaths());
        all.put(path, size);
        return withWritablePaths(all);
    }

    /**
     * A copy with more folders that the container writes to.
     *
     * @throws DeployException.InvalidInput if one is not an absolute path, or there with another size
     */
    public final ImageNeeds plusWritablePaths(Map<String, ResourceQuantity> added) {
        return withWritablePaths(Additions.to("writablePaths", writablePaths(), added));
    }

    /** A copy whose container can write to its own file system. */
    public final ImageNeeds withWritableRoot() {
        return withRootFilesystem(RootFilesystem.WRITABLE);
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("imageNeeds");
        checks.range("user", user(), 1, LARGEST_ID);
        checks.range("group", group(), 1, LARGEST_ID);
        for (String path : writablePaths().keySet()) {
            if (!path.startsWith("/") || path.equals("/") || path.endsWith("/") || path.contains(":")) {
                checks.error(
                        ProblemCodes.PATH_INVALID,
                        "writablePaths",
                        Problem.quote(path) + " is not a valid path of a folder in a container",
                        "Write an absolute path, such as `/var/cache`, without a slash at its end");
            }
        }
        checks.throwIfAny();
    }
}
