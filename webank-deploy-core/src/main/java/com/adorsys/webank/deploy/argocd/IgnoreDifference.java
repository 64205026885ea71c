package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Fields that may differ between the source and the cluster. Immutable.
 *
 * <p>They are left out of the comparison only; with {@link SyncOption#RESPECT_IGNORE_DIFFERENCES} a sync does not change
 * them either.
 */
@Value.Immutable
@DeployStyle
public abstract class IgnoreDifference implements WithIgnoreDifference {
    IgnoreDifference() {}

    /**
     * A builder: {@code kind}, then which objects and which fields.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if no field is named.
     */
    public static ImmutableIgnoreDifference.KindBuildStage builder() {
        return ImmutableIgnoreDifference.builder();
    }

    /** The replicas of Deployments, which an autoscaler sets. */
    public static IgnoreDifference replicasOfDeployments() {
        return builder()
                .kind("Deployment")
                .group("apps")
                .addJsonPointers("/spec/replicas")
                .build();
    }

    /** The kind of the objects. */
    public abstract String kind();

    /** The API group of the objects. Default: empty, the core group. */
    @Value.Default
    public String group() {
        return "";
    }

    /** The object's name. Default: every object. */
    public abstract Optional<String> name();

    /** The object's namespace. Default: every namespace. */
    public abstract Optional<String> namespace();

    /** The fields by JSON Pointer: {@code /spec/replicas}. */
    public abstract List<String> jsonPointers();

    /** The fields by jq expression. */
    public abstract List<String> jqPathExpressions();

    /** The fields by their field manager. */
    public abstract List<String> fieldManagers();

    /** A copy with further fields by JSON pointer. */
    public final IgnoreDifference plusJsonPointers(String... pointers) {
        return withJsonPointers(Additions.to(jsonPointers(), pointers));
    }

    /** A copy with further fields by jq path expression. */
    public final IgnoreDifference plusJqPathExpressions(String... expressions) {
        return withJqPathExpressions(Additions.to(jqPathExpressions(), expressions));
    }

    /** A copy with further field managers whose fields may differ. */
    public final IgnoreDifference plusFieldManagers(String... managers) {
        return withFieldManagers(Additions.to(fieldManagers(), managers));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.ignoreDifferences");
        checks.notEmpty("kind", kind());
        checks.notEmpty("name", name());
        checks.notEmpty("namespace", namespace());
        if (jsonPointers().isEmpty()
                && jqPathExpressions().isEmpty()
                && fieldManagers().isEmpty()) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "",
                    "no field of the kind " + Problem.quote(kind()) + " is named",
                    "name fields by JSON Pointer, by jq expression, or by field manager");
        }
        checks.fields(jsonPointers(), jqPathExpressions());
        for (String manager : fieldManagers()) {
            checks.notEmpty("managedFieldsManagers", manager);
        }
        checks.throwIfAny();
    }

    final MapTree tree() {
        MapTree.Builder tree = MapTree.builder(8);
        if (!group().isEmpty()) {
            tree.put("group", group());
        }
        tree.put("kind", kind());
        name().ifPresent(name -> tree.put("name", name));
        namespace().ifPresent(namespace -> tree.put("namespace", namespace));
        return tree.putUnlessEmpty("jsonPointers", ListTree.ofStrings(jsonPointers()))
                .putUnlessEmpty("jqPathExpressions", ListTree.ofStrings(jqPathExpressions()))
                .putUnlessEmpty("managedFieldsManagers", ListTree.ofStrings(fieldManagers()))
                .build();
    }
}
