package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.argocd.Bootstrap;
import com.adorsys.webank.deploy.argocd.CommitStatuses;
import com.adorsys.webank.deploy.argocd.RepositoryCredentials;
import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code bootstrap}: writes what a cluster with Argo CD needs once. */
final class BootstrapCommand extends Command {
    private static final String CLUSTER = "--cluster";
    private static final String STORE = "--secret-store";
    private static final String PREFIX = "--secret-prefix";
    private static final String CREDENTIALS = "--credentials";
    private static final String STATUSES = "--commit-statuses";
    private static final String OUT = "--out";

    private static final String HELP = """
            Writes what a cluster with Argo CD and External Secrets needs once, before Argo CD can
            deploy its environments: the root Application and its project, and the Secrets of the
            repository, of other clusters and of GitHub's webhook, as ExternalSecrets.

            Usage: webank-deploy bootstrap --secret-store NAME --credentials KIND [OPTION]...

              --secret-store NAME the SecretStore in the namespace argocd that has the values, or
                                  ClusterSecretStore/NAME
              --credentials KIND  with what Argo CD reads the repository: token, ssh-key,
                                  github-app, or none for a public one
              --cluster NAME      the cluster, as the environments name it. Default: that of all
                                  environments, if it is the same
              --secret-prefix TEXT
                                  how the keys in the store begin. Default: CLUSTER/argocd
              --commit-statuses URL
                                  also configures Argo CD Notifications to set the status of each
                                  commit on GitHub, with a link to Argo CD at this address
              --out FILE          the file to write to. Default: standard output
              --verbose           shows the stack trace of a fault of this tool
              --help              shows this

            No value of a Secret is written. These keys of the store must exist, with these
            properties:
              PREFIX/repository     token: password; ssh-key: sshPrivateKey; github-app:
                                    githubAppID, githubAppInstallationID, githubAppPrivateKey
              PREFIX/webhook        secret
              PREFIX/clusters/NAME  config; for a cluster that is named without its address:
                                    server too
              PREFIX/notifications  with --commit-statuses, those of github-app

            Example
              webank-deploy bootstrap --cluster webank-dev --secret-store aws \\
                  --credentials github-app --out bootstrap.yaml
              kubectl apply --server-side --filename bootstrap.yaml
            """;

    private static final Option[] OPTIONS = {
        Option.value(STORE),
        Option.value(CREDENTIALS),
        Option.value(CLUSTER),
        Option.value(PREFIX),
        Option.value(STATUSES),
        Option.value(OUT)
    };

    private final Supplier<Environments> environments;

    BootstrapCommand(Supplier<Environments> environments) {
        this.environments = environments;
    }

    @Override
    String name() {
        return "bootstrap";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return OPTIONS;
    }

    @Override
    int run(Arguments arguments, Console console) {
        @Nullable SecretStoreRef store = store(arguments);
        @Nullable RepositoryCredentials credentials = credentials(arguments);
        @Nullable CommitStatuses statuses = statuses(arguments);
        if (store == null || credentials == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Environments all = environments.get();
        String cluster = cluster(all, arguments);
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        Bootstrap bootstrap =
                all.bootstrap(cluster, credentials, store).withCommitStatuses(Optional.ofNullable(statuses));
        @Nullable String prefix = arguments.value(PREFIX);
        bootstrap = prefix == null ? bootstrap : bootstrap.withSecretPrefix(prefix);
        CheckReport report = Checks.all().check(bootstrap.manifests(), List.of());
        InvalidInput.throwIfErrors(report.errors());
        String text = YamlWriter.write(report.manifests());
        @Nullable String out = arguments.value(OUT);
        if (out == null) {
            console.print(text);
        } else if (!write(text, out, console)) {
            return Cli.INVALID;
        }
        CheckSummary.show(Map.of(cluster, report), console);
        return Cli.DONE;
    }

    private static @Nullable SecretStoreRef store(Arguments arguments) {
        String text = arguments.required(STORE, "NAME");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return SecretStoreRef.parse(text);
        } catch (InvalidInput invalid) {
            arguments.add(STORE, invalid);
            return null;
        }
    }

    private static @Nullable RepositoryCredentials credentials(Arguments arguments) {
        String text = arguments.required(CREDENTIALS, "KIND");
        List<String> known = new ArrayList<>();
        for (RepositoryCredentials kind : RepositoryCredentials.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return kind;
            }
            known.add(name);
        }
        if (!text.isEmpty()) {
            arguments.unknownValue(CREDENTIALS, text, known);
        }
        return null;
    }

    private static @Nullable CommitStatuses statuses(Arguments arguments) {
        @Nullable String url = arguments.value(STATUSES);
        try {
            return url == null ? null : CommitStatuses.of(url);
        } catch (InvalidInput invalid) {
            arguments.add(STATUSES, invalid);
            return null;
        }
    }

    private static String cluster(Environments all, Arguments arguments) {
        @Nullable String given = arguments.value(CLUSTER);
        if (given != null) {
            return given;
        }
        TreeSet<String> clusters = new TreeSet<>();
        for (Environment environment : all) {
            clusters.add(environment.cluster());
        }
        if (clusters.size() != 1) {
            arguments.missing("`" + CLUSTER + " NAME`, one of " + String.join(", ", clusters));
            return "";
        }
        return clusters.first();
    }

    private static boolean write(String text, String out, Console console) {
        try {
            Files.writeString(console.file(out).toPath(), text);
            console.print(
                    "Written to " + console.file(out).getAbsoluteFile().toPath().normalize() + "\n");
            return true;
        } catch (IOException | InvalidPathException e) {
            console.refuse(List.of(Problem.error(
                    ProblemCodes.OUTPUT_NOT_WRITABLE,
                    Location.ofFile(out),
                    "the file cannot be written",
                    "Check the path and its permissions")));
            return false;
        }
    }
}
