package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Fields of the Applications of an {@link ArgoApplicationSet} that others may change, such as {@code /spec/syncPolicy} while
 * somebody works on one. Immutable.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/">Controlling
 *     Resource Modification</a>
 */
@Value.Immutable
@DeployStyle
public abstract class IgnoreApplicationDifference implements WithIgnoreApplicationDifference {
    IgnoreApplicationDifference() {}

    /**
     * A builder; which fields, and of which Application.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if no field is named.
     */
    public static ImmutableIgnoreApplicationDifference.Builder builder() {
        return ImmutableIgnoreApplicationDifference.builder();
    }

    /** The Application's name. Default: every Application. */
    public abstract Optional<String> name();

    /** The fields by JSON Pointer: {@code /spec/syncPolicy}. */
    public abstract List<String> jsonPointers();

    /** The fields by jq expression. */
    public abstract List<String> jqPathExpressions();

    /** A copy with further fields by JSON pointer. */
    public final IgnoreApplicationDifference plusJsonPointers(String... pointers) {
        return withJsonPointers(Additions.to(jsonPointers(), pointers));
    }

    /** A copy with further fields by jq path expression. */
    public final IgnoreApplicationDifference plusJqPathExpressions(String... expressions) {
        return withJqPathExpressions(Additions.to(jqPathExpressions(), expressions));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.ignoreApplicationDifferences");
        checks.notEmpty("name", name());
        if (jsonPointers().isEmpty() && jqPathExpressions().isEmpty()) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "",
                    "no field is named",
                    "name fields by JSON Pointer or by jq expression");
        }
        checks.fields(jsonPointers(), jqPathExpressions());
        checks.throwIfAny();
    }

    static IgnoreApplicationDifference read(MapTree map) {
        return builder()
                .name(map.string("name"))
                .addAllJsonPointers(ApplicationReader.texts(map, "jsonPointers").orElse(List.of()))
                .addAllJqPathExpressions(
                        ApplicationReader.texts(map, "jqPathExpressions").orElse(List.of()))
                .build();
    }

    final MapTree tree() {
        MapTree.Builder tree = MapTree.builder(4);
        name().ifPresent(name -> tree.put("name", name));
        return tree.putUnlessEmpty("jsonPointers", ListTree.ofStrings(jsonPointers()))
                .putUnlessEmpty("jqPathExpressions", ListTree.ofStrings(jqPathExpressions()))
                .build();
    }
}
