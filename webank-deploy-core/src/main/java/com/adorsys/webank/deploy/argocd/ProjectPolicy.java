package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;

/**
 * An action that a role of a project may, or may not, do to the project's Applications. Immutable.
 *
 * <p>It belongs to the {@link ProjectRole} and the {@link ArgoProject} that hold it, and cannot name others.
 */
public final class ProjectPolicy {
    /** What can be done to an Application. */
    public enum Action {
        /** To see it. */
        GET("get"),
        /** To create it. */
        CREATE("create"),
        /** To change it. */
        UPDATE("update"),
        /** To delete it. */
        DELETE("delete"),
        /** To apply it. */
        SYNC("sync"),
        /** To apply other manifests than its source has. */
        OVERRIDE("override"),
        /** To run an action on its objects, such as a restart. */
        RUN_ACTION("action/*"),
        /** Everything. */
        ALL("*");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** The action as Argo CD writes it. */
        public String text() {
            return text;
        }
    }

    private final Action action;
    private final String applications;
    private final String effect;

    private ProjectPolicy(Action action, String applications, String effect) {
        this.action = action;
        this.applications = applications;
        this.effect = effect;
        if (!isGlob(applications)) {
            ArgoChecks checks = new ArgoChecks("spec.roles.policies");
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "",
                    applications.isEmpty()
                            ? "the name of the Applications is empty"
                            : Problem.quote(applications) + " is not the name of an Application",
                    "write an Application's name, or `*` for every one of the project");
            checks.throwIfAny();
        }
    }

    /**
     * The role may do it.
     *
     * @param applications an Application's name, in which {@code *} stands for any characters
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public static ProjectPolicy allow(Action action, String applications) {
        return new ProjectPolicy(action, applications, "allow");
    }

    /** The role may not do it, even if another policy allows it; parameters as in {@link #allow}. */
    public static ProjectPolicy deny(Action action, String applications) {
        return new ProjectPolicy(action, applications, "deny");
    }

    private static boolean isGlob(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '*')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * The policy of a line, as {@link #text} writes it.
     *
     * @throws DeployException.InvalidInput if the line is another one
     */
    static ProjectPolicy read(String line, String project, String role) {
        String[] parts = line.split(", ", -1);
        if (parts.length == 6 && parts[4].startsWith(project + "/")) {
            for (Action action : Action.values()) {
                String applications = parts[4].substring(project.length() + 1);
                if (action.text.equals(parts[3]) && isGlob(applications)) {
                    ProjectPolicy policy = new ProjectPolicy(action, applications, parts[5]);
                    if (policy.text(project, role).equals(line)) {
                        return policy;
                    }
                }
            }
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.TEXT_INVALID,
                Location.of("spec.roles.policies"),
                Problem.quote(line) + " is not a policy of this library",
                "write it in `rest`"));
    }

    /** The line of the policy: {@code p, proj:PROJECT:ROLE, applications, sync, PROJECT/dev, allow}. */
    String text(String project, String role) {
        return "p, proj:" + project + ":" + role + ", applications, " + action.text + ", " + project + "/"
                + applications + ", " + effect;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectPolicy that
                && action == that.action
                && applications.equals(that.applications)
                && effect.equals(that.effect);
    }

    @Override
    public int hashCode() {
        return (action.text.hashCode() * 31 + applications.hashCode()) * 31 + effect.hashCode();
    }

    /** The effect, the action and the Applications: {@code allow sync dev}. */
    @Override
    public String toString() {
        return effect + " " + action.text + " " + applications;
    }
}
