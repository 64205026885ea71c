package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of an {@link IamPolicy} that allows actions. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">the grammar of policies</a>
 */
public final class IamStatement {
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9*?]+");

    private final String sid;
    private final MapTree principal;
    private final List<String> actions;
    private final List<String> resources;
    private final MapTree condition;

    private IamStatement(
            String sid, MapTree principal, List<String> actions, List<String> resources, MapTree condition) {
        this.sid = sid;
        this.principal = principal;
        this.actions = List.copyOf(actions);
        this.resources = List.copyOf(resources);
        this.condition = condition;
    }

    /**
     * Allows actions on resources.
     *
     * @param sid its id in the policy: letters and digits
     * @param actions such as {@code secretsmanager:GetSecretValue}; {@code *} and {@code ?} are wildcards in the name after the
     *     service
     * @param resources ARNs, with wildcards in the last part only; or {@code *} for actions that have no resource
     * @throws DeployException.InvalidInput if one of them is not valid, or a list is empty
     */
    public static IamStatement allow(String sid, List<String> actions, List<String> resources) {
        IdentityChecks checks = new IdentityChecks();
        if (!SID.matcher(sid).matches()) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "sid",
                    Problem.quote(sid) + " is not a valid id of a statement",
                    "use letters and digits only");
        }
        notEmpty(checks, "actions", actions);
        for (String action : actions) {
            if (!ACTION.matcher(action).matches()) {
                checks.error(
                        ProblemCodes.TEXT_INVALID,
                        "actions",
                        Problem.quote(action) + " is not an action of IAM",
                        "write the service and the name, as in `secretsmanager:GetSecretValue`");
            }
        }
        notEmpty(checks, "resources", resources);
        for (String resource : resources) {
            if (!resource.equals("*") && Arn.find(resource).isEmpty()) {
                checks.arn("resources", resource, "a resource", "arn:aws:s3:::bucket/*");
            }
        }
        checks.throwIfAny();
        return new IamStatement(sid, MapTree.of(), actions, resources, MapTree.of());
    }

    /** Allows a principal to assume the role that the policy belongs to. */
    static IamStatement trust(String sid, MapTree principal, List<String> actions, MapTree equals) {
        MapTree condition = equals.isEmpty() ? equals : MapTree.of("StringEquals", equals);
        return new IamStatement(sid, principal, actions, List.of(), condition);
    }

    private static void notEmpty(IdentityChecks checks, String field, List<String> items) {
        if (items.isEmpty()) {
            checks.error(ProblemCodes.LIST_EMPTY, field, "the statement has no " + field, "add one");
        }
    }

    String sid() {
        return sid;
    }

    MapTree tree() {
        return MapTree.builder()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .putUnlessEmpty("Principal", principal)
                .put("Action", ListTree.ofStrings(actions))
                .putUnlessEmpty("Resource", ListTree.ofStrings(resources))
                .putUnlessEmpty("Condition", condition)
                .build();
    }
}
