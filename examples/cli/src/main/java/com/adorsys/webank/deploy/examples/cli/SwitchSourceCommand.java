package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.KnownFix;
import com.adorsys.webank.deploy.eks.LiveChart;
import com.adorsys.webank.deploy.eks.SourceSwitch;
import com.adorsys.webank.deploy.eks.SwitchReport;
import com.adorsys.webank.deploy.examples.cli.Connector.Connection;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code switch-source}: the steps by which an Application of Argo CD leaves its chart, each checked. */
final class SwitchSourceCommand extends Command {
    private static final String NAMESPACE = "--application-namespace";

    /** Where the chart posture does not render what the charts do, although the API server accepts that. */
    private static final KnownFix[] FIXES = {
        new KnownFix(
                "the charts drop a replicaCount of 0",
                (id, difference) -> difference.path().equals("spec.replicas") && is(difference, ScalarTree.of(0))),
        new KnownFix(
                "the charts drop allocateLoadBalancerNodePorts: false",
                (id, difference) -> difference.path().equals("spec.allocateLoadBalancerNodePorts")
                        && is(difference, ScalarTree.of(false))),
        new KnownFix(
                "the Ingress of the charts names a Service that fullnameOverride renames",
                (id, difference) ->
                        id.kind().equals("Ingress") && difference.path().endsWith(".backend.service.name"))
    };

    private static final String HELP = """
            Lists the steps by which the Application of an environment gets the generated folder as
            its source in place of a Helm chart, under the same name, and checks each step: nothing
            is pruned, no pod is replaced, and Argo CD will find no difference but known fixes of
            the charts. It changes nothing. Run it again after each step.

            Usage: webank-deploy switch-source --environment NAME [OPTION]...

              --environment NAME     the environment
              --images DIR           the configuration repository, whose lock file images/NAME.yaml
                                     says the images of the environment. Default: those of the model
              --application-namespace NAMESPACE
                                     the namespace of Argo CD and of the Application. Default: argocd
            """ + ClusterChoice.HELP + """
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this

            Exits with 3 if a check fails, and with 4 if the checks cannot be made, such as for a
            chart whose version is not known. The cluster is the one in which Argo CD runs, and the
            account requires the verbs get, create and patch for the objects, for dry runs.

            Example
              webank-deploy switch-source --environment dev
            """;

    private final Supplier<Environments> environments;
    private final Connector connector;

    SwitchSourceCommand(Supplier<Environments> environments, Connector connector) {
        this.environments = environments;
        this.connector = connector;
    }

    @Override
    String name() {
        return "switch-source";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return options(
                List.of(Option.value("--environment"), Option.value("--images"), Option.value(NAMESPACE)),
                ClusterChoice.OPTIONS);
    }

    @Override
    int run(Arguments arguments, Console console) {
        String name = arguments.required("--environment", "NAME");
        @Nullable ClusterChoice cluster = ClusterChoice.of(arguments, console);
        if (cluster == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Environment environment = environments.get().get(name);
        ClusterChoice chosen = cluster.of(environment);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        ManifestSet manifests = ReleaseChoice.of(arguments, environments).manifests(console);
        try (Progress progress = Progress.of(console)) {
            console.interruptible(progress);
            try (Connection connection = connector.connect(chosen, environment.release())) {
                chosen.warning(connection.address()).ifPresent(warning -> progress.say(warning.toString()));
                progress.say("switch-source " + environment.applicationName() + " at " + connection.address());
                SourceSwitch check = connection.sourceSwitch().plusKnownFixes(FIXES);
                @Nullable String namespace = arguments.value(NAMESPACE);
                check = namespace == null ? check : check.withNamespace(namespace);
                SwitchReport report = check.check(environment.application().manifest(), manifests);
                console.print(report.text() + posture(report.charts(), manifests));
                return report.isSafe() ? Cli.DONE : Cli.DIFFERENT;
            }
        }
    }

    /** The posture that renders the charts that run, in Java; empty if the manifests have their versions. */
    private static String posture(List<LiveChart> charts, ManifestSet manifests) {
        Set<Optional<String>> rendered = new HashSet<>();
        manifests.forEach(manifest -> rendered.add(manifest.label("helm.sh/chart")));
        boolean same = true;
        StringBuilder versions = new StringBuilder();
        for (LiveChart live : charts) {
            for (Chart chart : Chart.values()) {
                if (live.name().equals(chart.alias()) || live.name().equals(chart.chartName())) {
                    same &= rendered.contains(Optional.of(live.name() + "-" + live.version()));
                    versions.append("\n    .with(Chart.")
                            .append(chart.name())
                            .append(", \"")
                            .append(live.version())
                            .append("\", \"")
                            .append(live.appVersion())
                            .append("\")");
                }
            }
        }
        return same
                ? ""
                : "The posture that renders the charts that run:\nPosture.chart(ChartVersions.defaults()" + versions
                        + ")\n";
    }

    private static boolean is(Difference difference, Tree after) {
        return difference.after().equals(Optional.of(after));
    }
}
