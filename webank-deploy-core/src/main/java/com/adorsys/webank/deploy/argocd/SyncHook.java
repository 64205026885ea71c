package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * When Argo CD runs an object that is not a part of the Application, but a step of its sync, such as a Job that prepares a
 * database. Immutable.
 *
 * <p>It is deleted before the next run, if no {@link #withDeletePolicies policy} says when. Objects that the sync makes, such
 * as Secrets, do not exist yet when the hooks of the first {@link Phase#PRE_SYNC} run.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Sync Phases and Waves</a>
 */
public final class SyncHook {
    /** When a hook runs. */
    public enum Phase {
        /** Before the objects are applied. */
        PRE_SYNC("PreSync"),
        /** With the objects. */
        SYNC("Sync"),
        /** After all objects are healthy. */
        POST_SYNC("PostSync"),
        /** After a sync has failed. */
        SYNC_FAIL("SyncFail"),
        /** Before the objects of a deleted Application are deleted; since Argo CD 3.3. */
        PRE_DELETE("PreDelete"),
        /** After the objects of a deleted Application are deleted. */
        POST_DELETE("PostDelete"),
        /** Never; the object is not applied. */
        SKIP("Skip");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** When a hook is deleted. */
    public enum DeletePolicy {
        /** After the sync has succeeded. */
        HOOK_SUCCEEDED("HookSucceeded"),
        /** After the hook has failed. */
        HOOK_FAILED("HookFailed"),
        /** Before the next run. */
        BEFORE_HOOK_CREATION("BeforeHookCreation");

        private final String text;

        DeletePolicy(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final List<Phase> phases;
    private final List<DeletePolicy> policies;

    private SyncHook(List<Phase> phases, List<DeletePolicy> policies) {
        this.phases = List.copyOf(phases);
        this.policies = List.copyOf(policies);
    }

    /** A hook that runs in each of these phases. */
    public static SyncHook of(Phase phase, Phase... more) {
        List<Phase> phases = new ArrayList<>(List.of(phase));
        Collections.addAll(phases, more);
        return new SyncHook(phases, List.of());
    }

    /** A copy that is deleted by these policies. */
    public SyncHook withDeletePolicies(DeletePolicy... deletePolicies) {
        return new SyncHook(phases, Arrays.asList(deletePolicies));
    }

    /** The object as this hook. */
    public Manifest on(Manifest object) {
        Manifest hook = SyncWave.annotated(object, "argocd.argoproj.io/hook", joined(phases));
        return policies.isEmpty()
                ? hook
                : SyncWave.annotated(hook, "argocd.argoproj.io/hook-delete-policy", joined(policies));
    }

    private static String joined(List<?> items) {
        StringJoiner joined = new StringJoiner(",");
        for (Object item : items) {
            joined.add(item.toString());
        }
        return joined.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncHook that && phases.equals(that.phases) && policies.equals(that.policies);
    }

    @Override
    public int hashCode() {
        return phases.toString().hashCode() * 31 + policies.toString().hashCode();
    }

    @Override
    public String toString() {
        return "hook " + phases;
    }
}
