package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A role of an {@link ArgoProject}: what it may do, and which groups of people have it. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class ProjectRole implements WithProjectRole {
    ProjectRole() {}

    /**
     * A builder: {@code name}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if a name is outside its grammar.
     */
    public static ImmutableProjectRole.NameBuildStage builder() {
        return ImmutableProjectRole.builder();
    }

    /** The name: letters, digits, {@code -} and {@code _}. */
    public abstract String name();

    /** What the role is for. */
    public abstract Optional<String> description();

    /** What the role may do. */
    public abstract List<ProjectPolicy> policies();

    /** The groups of the identity provider that have the role. */
    public abstract List<String> groups();

    /** A copy with further policies. */
    public final ProjectRole plusPolicies(ProjectPolicy... added) {
        return withPolicies(Additions.to(policies(), added));
    }

    /** A copy with further groups. */
    public final ProjectRole plusGroups(String... names) {
        return withGroups(Additions.to(groups(), names));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.roles");
        if (!isRoleName(name())) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "name",
                    name().isEmpty()
                            ? "the name of the role is empty"
                            : Problem.quote(name()) + " is not the name of a role",
                    "use letters, digits, `-` and `_`, first and last a letter or digit");
        }
        for (String group : groups()) {
            boolean good = !group.isBlank();
            for (int i = 0; i < group.length(); i++) {
                good &= group.charAt(i) >= ' ' && group.charAt(i) != '"' && group.charAt(i) != ',';
            }
            if (!good) {
                checks.error(
                        ProblemCodes.NAME_INVALID,
                        "groups",
                        Problem.quote(group) + " is not the name of a group",
                        "leave out quotes, commas and line ends");
            }
        }
        checks.throwIfAny();
    }

    private static boolean isRoleName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = (c == '-' || c == '_') && i > 0 && i < text.length() - 1;
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || inside)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    final MapTree tree(String project) {
        MapTree.Builder tree = MapTree.builder(4).put("name", name());
        description().ifPresent(text -> tree.put("description", text));
        List<String> lines = new ArrayList<>();
        for (ProjectPolicy policy : policies()) {
            lines.add(policy.text(project, name()));
        }
        return tree.putUnlessEmpty("policies", ListTree.ofStrings(lines))
                .putUnlessEmpty("groups", ListTree.ofStrings(groups()))
                .build();
    }
}
