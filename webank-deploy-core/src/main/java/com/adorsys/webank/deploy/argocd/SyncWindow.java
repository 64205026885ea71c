package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.CronSchedule;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A time in which Applications of an {@link ArgoProject} may, or may not, be synced. Immutable.
 *
 * <p>It is for every Application that one of the lists names; {@code *} stands for any characters.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/">Sync Windows</a>
 */
@Value.Immutable
@DeployStyle
public abstract class SyncWindow implements WithSyncWindow {
    /** What may be done while the window is open. */
    public enum Kind {
        /** Syncs run in such windows only. */
        ALLOW,
        /** Syncs do not run. This overrides windows that allow them. */
        DENY
    }

    /** What makes a window another one than by default. */
    public enum Option {
        /** Syncs that a person starts run at any time. */
        MANUAL_SYNC("manualSync"),
        /** An Application must be named by each list that is not empty. */
        AND_OPERATOR("andOperator");

        private final String key;

        Option(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    SyncWindow() {}

    /**
     * A builder: {@code kind}, {@code schedule}, {@code duration}, then what is optional; at least one of {@code applications},
     * {@code namespaces} and {@code clusters}.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with everything that is outside its grammar.
     */
    public static ImmutableSyncWindow.KindBuildStage builder() {
        return ImmutableSyncWindow.builder();
    }

    /** Whether the window allows or denies syncs. */
    public abstract Kind kind();

    /** When the window opens, in the five fields of cron: {@code 0 22 * * 1-5}. */
    public abstract String schedule();

    /** How long it is open, in whole seconds. */
    public abstract Duration duration();

    /** The time zone of the schedule: {@code Europe/Berlin}. Default: UTC. */
    public abstract Optional<String> timeZone();

    /** Names of Applications. */
    public abstract List<String> applications();

    /** Namespaces that Applications go to. */
    public abstract List<String> namespaces();

    /** Names or addresses of clusters that Applications go to. */
    public abstract List<String> clusters();

    /** Exceptions. Default: none. */
    public abstract Set<Option> options();

    /** A copy with further Applications. */
    public final SyncWindow plusApplications(String... names) {
        return withApplications(Additions.to(applications(), names));
    }

    /** A copy with further namespaces. */
    public final SyncWindow plusNamespaces(String... names) {
        return withNamespaces(Additions.to(namespaces(), names));
    }

    /** A copy with further clusters. */
    public final SyncWindow plusClusters(String... names) {
        return withClusters(Additions.to(clusters(), names));
    }

    /** A copy with further exceptions. */
    public final SyncWindow plusOptions(Option... added) {
        return withOptions(Additions.to(options(), added));
    }

    @Value.Check
    void check() {
        ArgoChecks checks = new ArgoChecks("spec.syncWindows");
        Optional<String> rule = CronSchedule.fields(schedule());
        if (rule.isPresent()) {
            checks.error(
                    ProblemCodes.TEXT_INVALID,
                    "schedule",
                    Problem.quote(schedule()) + " is not a schedule",
                    rule.get());
        }
        checks.wholeSeconds("duration", duration());
        checks.notEmpty("timeZone", timeZone());
        if (applications().isEmpty() && namespaces().isEmpty() && clusters().isEmpty()) {
            checks.error(
                    ProblemCodes.MISSING_KEY,
                    "",
                    "the window applies to no Application, namespace or cluster",
                    "name one of them, or `*` for all Applications");
        }
        checks.throwIfAny();
    }

    final MapTree tree() {
        MapTree.Builder tree = MapTree.builder()
                .put("kind", kind().name().toLowerCase(Locale.ROOT))
                .put("schedule", schedule())
                .put("duration", Retry.text(duration()));
        timeZone().ifPresent(zone -> tree.put("timeZone", zone));
        tree.putUnlessEmpty("applications", ListTree.ofStrings(applications()))
                .putUnlessEmpty("namespaces", ListTree.ofStrings(namespaces()))
                .putUnlessEmpty("clusters", ListTree.ofStrings(clusters()));
        for (Option option : options()) {
            tree.put(option.key(), true);
        }
        return tree.build();
    }
}
