package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.DeployerRights;
import com.adorsys.webank.deploy.identity.AccessEntry;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code rights}: prints the least rights of whoever runs the commands for a release. */
final class RightsCommand extends Command {
    private static final String FOR = "--for";
    private static final String GROUP = "--group";
    private static final String ACCOUNT = "--service-account";
    private static final String DIAGNOSIS = "--diagnosis";
    private static final String APPLICATIONS = "--application-namespace";
    private static final String ROLE = "--role-arn";
    private static final String CLUSTER = "--cluster";
    private static final String OUTPUT = "--output";

    private static final List<String> PURPOSES = List.of("plan", "apply", "wait");
    private static final List<String> OUTPUTS = List.of("yaml", "access-entry", "terraform");

    private static final String HELP = """
            Prints the least rights of whoever plans, applies or waits for a release: Roles of
            Kubernetes and their bindings, or the access entry of EKS for the group.

            Usage: webank-deploy rights --environment NAME --group NAME [OPTION]...
                   webank-deploy rights --release NAME --namespace NAMESPACE --manifests PATH
                       --group NAME [OPTION]...

            """ + ReleaseChoice.HELP_WITH_MANIFESTS + """
              --for COMMAND          plan: plan, status and history; apply: these and apply,
                                     rollback and delete; wait: wait, of an environment.
                                     Default: apply
              --group NAME           the group of Kubernetes that gets the rights
              --service-account NAMESPACE/NAME
                                     in its place: the ServiceAccount that gets the rights
              --diagnosis            also to read Pods, their logs and events, so that a failed
                                     wait of apply says why
              --application-namespace NAMESPACE
                                     for wait: the namespace of the Applications. Default: argocd
              --output FORMAT        yaml: the Roles; access-entry: the input of
                                     aws eks create-access-entry --cli-input-json; terraform: the
                                     access entry as a .tf.json file. Default: yaml
              --role-arn ARN         for an access entry: the IAM role that gets the group
              --cluster NAME         for an access entry: the cluster's name on EKS. Default: that
                                     of the environment
              --verbose              shows the stack trace of a fault of this tool
              --help                 shows this

            The rules name each object. Apply them again, as an administrator, before a set with
            other objects is applied. A dry run requires the verbs of the write, so the rights
            for plan are not read-only.

            Examples
              webank-deploy rights --environment dev --group webank-deployers > rights.yaml
              kubectl apply --server-side --filename rights.yaml
              webank-deploy rights --environment dev --group webank-deployers --output access-entry \\
                  --role-arn arn:aws:iam::111122223333:role/deployer > entry.json
              aws eks create-access-entry --region eu-central-1 --cli-input-json file://entry.json
            """;

    private final Supplier<Environments> environments;

    RightsCommand(Supplier<Environments> environments) {
        this.environments = environments;
    }

    @Override
    String name() {
        return "rights";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    Option[] options() {
        return options(
                ReleaseChoice.WITH_MANIFESTS,
                List.of(
                        Option.value(FOR),
                        Option.value(GROUP),
                        Option.value(ACCOUNT),
                        Option.flag(DIAGNOSIS),
                        Option.value(APPLICATIONS),
                        Option.value(OUTPUT),
                        Option.value(ROLE),
                        Option.value(CLUSTER)));
    }

    @Override
    int run(Arguments arguments, Console console) {
        ReleaseChoice.check(arguments, ReleaseChoice.WITH_MANIFESTS);
        String purpose = oneOf(arguments, FOR, "apply", PURPOSES);
        String output = oneOf(arguments, OUTPUT, "yaml", OUTPUTS);
        if (arguments.has(GROUP) == arguments.has(ACCOUNT)) {
            if (arguments.has(GROUP)) {
                arguments.misplaced(
                        "`--group` and `--service-account` cannot be given together", "Keep the one that is meant");
            } else {
                arguments.missing("`--group NAME` or `--service-account NAMESPACE/NAME`");
            }
        }
        boolean entry = output.equals("access-entry") || output.equals("terraform");
        if (entry && arguments.has(ACCOUNT)) {
            arguments.misplaced(
                    "an access entry has a group, not a ServiceAccount", "Give `--group NAME` in its place");
        }
        if (entry) {
            arguments.required(ROLE, "ARN");
        } else if (output.equals("yaml") && (arguments.has(ROLE) || arguments.has(CLUSTER))) {
            arguments.misplaced(
                    "`--role-arn` and `--cluster` are for an access entry only",
                    "Add `--output access-entry`, or leave them out");
        }
        if (purpose.equals("wait") && !arguments.has("--environment")) {
            arguments.missing("`--environment NAME` for `--for wait`");
        }
        if (arguments.has(DIAGNOSIS) && !purpose.equals("apply")) {
            arguments.misplaced("`--diagnosis` is for `--for apply` only", "Leave it out");
        }
        if (!arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        ReleaseChoice release = ReleaseChoice.of(arguments, environments);
        @Nullable
        String text = entry
                ? accessEntry(arguments, release.environment(), output)
                : YamlWriter.write(bound(arguments, rights(arguments, purpose, release, console)));
        if (text == null || !arguments.problems().isEmpty()) {
            return console.refuse(arguments.problems());
        }
        console.print(text);
        return Cli.DONE;
    }

    private static String oneOf(Arguments arguments, String option, String ifMissing, List<String> known) {
        @Nullable String given = arguments.value(option);
        if (given != null && !known.contains(given)) {
            arguments.unknownValue(option, given, known);
        }
        return given == null ? ifMissing : given;
    }

    private static DeployerRights rights(Arguments arguments, String purpose, ReleaseChoice choice, Console console) {
        @Nullable Environment environment = choice.environment();
        if (purpose.equals("wait") && environment != null) {
            @Nullable String namespace = arguments.value(APPLICATIONS);
            return DeployerRights.toWait(namespace == null ? "argocd" : namespace, environment.applicationName());
        }
        ManifestSet manifests = choice.manifests(console);
        if (purpose.equals("plan")) {
            return DeployerRights.toPlan(choice.release(), manifests);
        }
        DeployerRights rights = DeployerRights.toApply(choice.release(), manifests);
        return arguments.has(DIAGNOSIS) ? rights.plusDiagnosis(choice.release()) : rights;
    }

    private static ManifestSet bound(Arguments arguments, DeployerRights rights) {
        @Nullable String group = arguments.value(GROUP);
        @Nullable String account = arguments.value(ACCOUNT);
        try {
            if (group != null || account == null) {
                return rights.boundToGroup(group == null ? "" : group);
            }
            int slash = account.indexOf('/');
            if (slash >= 0) {
                return rights.boundToServiceAccount(account.substring(0, slash), account.substring(slash + 1));
            }
            arguments.invalidValue(ACCOUNT, account, "Write `NAMESPACE/NAME`");
        } catch (DeployException.InvalidInput invalid) {
            arguments.add(group == null ? ACCOUNT : GROUP, invalid);
        }
        return ManifestSet.empty();
    }

    private static @Nullable String accessEntry(Arguments arguments, @Nullable Environment environment, String output) {
        @Nullable String cluster = arguments.value(CLUSTER);
        if (cluster == null
                && environment != null
                && environment.target().orElse(null) instanceof ClusterTarget.Eks eks) {
            cluster = eks.name();
        }
        if (cluster == null) {
            arguments.required(CLUSTER, "NAME");
            return null;
        }
        AccessEntry entry = AccessEntry.of(cluster, arguments.required(ROLE, "ARN"), arguments.required(GROUP, "NAME"));
        return output.equals("terraform") ? entry.terraform() : entry.cliInput();
    }
}
