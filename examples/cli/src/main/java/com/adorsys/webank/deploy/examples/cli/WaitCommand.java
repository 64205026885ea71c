package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.ArgoSync;
import com.adorsys.webank.deploy.eks.SyncedApplication;
import com.adorsys.webank.deploy.examples.cli.Connector.Connection;
import com.adorsys.webank.deploy.schema.Targets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code wait}: waits until Argo CD has synced an environment to a commit, and it is healthy. */
final class WaitCommand extends Command {
    private static final String REVISION = "--revision";
    private static final String NEWER_THAN = "--newer-than";
    private static final String NAMESPACE = "--application-namespace";
    private static final String TIMEOUT = "--timeout";
    private static final String TOLERANCE = "--tolerance";
    private static final String REFRESH = "--refresh";

    private static final String HELP = """
            Waits until Argo CD has synced an environment to a commit of the configuration
            repository, and the environment is healthy. Exits with 4 if it cannot get there, or
            not in time, and prints why.

            Usage: webank-deploy wait --environment NAME --revision SHA [OPTION]...

              --environment NAME     the environment
              --revision SHA         the full id of the commit
              --newer-than SHA       in its place: any commit that came after this one
              --application-namespace NAMESPACE
                                     the namespace of the Applications. Default: argocd
              --timeout TIME         how long to wait, such as 90s, 5m or 1h30m. Default: 10m
              --tolerance TIME       how long trouble that may pass by itself must last before it
                                     ends the wait, such as a degraded health. Default: 30s
              --refresh              asks Argo CD to look for the commit now; this requires the
                                     verb patch for Applications
            """ + HealthRecorder.HELP + ClusterChoice.HELP + """
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this

            The cluster is the one in which Argo CD runs. The account requires the verbs get, list
            and watch for Applications in their namespace. If it may read Deployments, Pods and
            events as well, the reason is shown for each object that is not ready.

            A record is a Git note on the commit, in refs/notes/webank-deploy/healthy/NAME. The token
            or key must be allowed to push it.

            Example
              webank-deploy wait --environment dev --revision "$(git rev-parse HEAD)"
            """;

    private final Supplier<Environments> environments;
    private final Connector connector;
    private final Map<String, String> variables;
    private final Clock clock;

    WaitCommand(Supplier<Environments> environments, Connector connector, Map<String, String> variables, Clock clock) {
        this.environments = environments;
        this.connector = connector;
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    String name() {
        return "wait";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return options(
                List.of(
                        Option.value("--environment"),
                        Option.value(REVISION),
                        Option.value(NEWER_THAN),
                        Option.value(NAMESPACE),
                        Option.value(TIMEOUT),
                        Option.value(TOLERANCE),
                        Option.flag(REFRESH)),
                HealthRecorder.OPTIONS,
                ClusterChoice.OPTIONS);
    }

    @Override
    int run(Arguments arguments, Console console) {
        String name = arguments.required("--environment", "NAME");
        if (arguments.has(REVISION) && arguments.has(NEWER_THAN)) {
            arguments.misplaced(
                    "`" + REVISION + "` and `" + NEWER_THAN + "` cannot be given together",
                    "Keep the one that is meant");
        } else if (!arguments.has(NEWER_THAN)) {
            arguments.required(REVISION, "SHA");
        }
        HealthRecorder.check(arguments);
        @Nullable ClusterChoice cluster = ClusterChoice.of(arguments, console);
        @Nullable Duration timeout = DeployArguments.time(arguments, TIMEOUT);
        @Nullable Duration tolerance = DeployArguments.time(arguments, TOLERANCE);
        if (cluster == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Environment environment = environments.get().get(name);
        ClusterChoice chosen = cluster.of(environment);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        try (Progress progress = Progress.of(console);
                @Nullable HealthRecorder recorder = HealthRecorder.of(arguments, variables, clock, console)) {
            console.interruptible(progress);
            if (recorder != null) {
                recorder.checkAccess(name);
            }
            try (Connection connection = connector.connect(chosen, environment.release())) {
                chosen.warning(connection.address()).ifPresent(warning -> progress.say(warning.toString()));
                progress.say("wait " + environment.applicationName() + " at " + connection.address());
                ArgoSync sync = connection
                        .argoSync()
                        .withProject(environment.project())
                        .withGenerated(environment.application().manifest(Targets.any()))
                        .withListener(progress);
                sync = timeout == null ? sync : sync.withTimeout(timeout);
                sync = tolerance == null ? sync : sync.withTolerance(tolerance);
                sync = arguments.has(REFRESH) ? sync.withRefresh(ArgoSync.Refresh.REQUESTED) : sync;
                @Nullable String namespace = arguments.value(NAMESPACE);
                sync = namespace == null ? sync : sync.withNamespace(namespace);
                SyncedApplication synced = await(sync, environment.applicationName(), arguments);
                console.print(synced + "\n");
                if (recorder != null) {
                    recorder.record(name, synced, arguments.value(REVISION));
                    console.print("Recorded as healthy in the " + recorder + "\n");
                }
                return Cli.DONE;
            }
        }
    }

    private static SyncedApplication await(ArgoSync sync, String application, Arguments arguments) {
        @Nullable String before = arguments.value(NEWER_THAN);
        return before == null
                ? sync.await(application, arguments.required(REVISION, "SHA"))
                : sync.awaitNewerThan(application, before);
    }
}
