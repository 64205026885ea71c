package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.IgnoredField;
import com.adorsys.webank.deploy.eks.ObjectRef;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that decide how a release is applied to a cluster. */
final class DeployArguments {
    /** The limits of a run in time and in requests at once. */
    static final List<Option> LIMITS = List.of(Option.value("--timeout"), Option.value("--concurrency"));

    static final String LIMITS_HELP = """
              --timeout TIME         how long the whole run may take, such as 90s, 5m or 1h30m;
                                     no write is started after it. Default: 5m
              --concurrency N        requests at once, 1 to 64. Default: 16
            """;

    /** The changes that a run makes only if an option allows them. */
    static final List<Option> CONSENTS = List.of(
            Option.values("--force-conflicts"),
            Option.values("--adopt"),
            Option.values("--take-over"),
            Option.values("--ignore-field"),
            Option.values("--replace"),
            Option.values("--delete-data"),
            Option.values("--allow-gap"),
            Option.flag("--no-prune"),
            Option.flag("--skip-hooks"),
            Option.flag("--rerun-jobs"),
            Option.flag("--create-namespace"));

    static final String CONSENTS_HELP = """
              --force-conflicts MANAGER
                                     overwrites fields that this field manager holds with other
                                     values, and removes those that the manifests no longer have;
                                     may be given several times
              --adopt OBJECT         adds an object to the release that belongs to no release or
                                     to another one; may be given several times
              --take-over TOOL       adds the objects that a tool created to the release, and
                                     removes the fields that the tool set and the manifests do not
                                     have, also from objects that belong to the release already.
                                     TOOL is kubectl, helm:RELEASE, argocd:APPLICATION,
                                     flux:KUSTOMIZATION, or the name of a field manager;
                                     helm:RELEASE,remove-records archives and deletes Helm's records
                                     of the release; may be given several times
              --ignore-field FIELD   leaves a field to others once the object exists, as in
                                     Deployment/web:/spec/replicas; may be given several times
              --replace OBJECT       allows an object to be deleted and created again if a field
                                     cannot be changed; may be given several times
              --delete-data OBJECT   allows an object to be deleted although its data is lost; may
                                     be given several times
              --allow-gap SERVICE    allows a Service to have no endpoint until new pods are ready,
                                     since no running pod has its new target port; may be given
                                     several times
              --no-prune             does not delete objects that are no longer in the manifests
              --skip-hooks           leaves hooks of Argo CD and Helm out, which are not run;
                                     without it they are refused
              --rerun-jobs           runs Jobs that have ended again, also if they are unchanged;
                                     without it a Job that completed is not run again, even if it
                                     is gone
              --create-namespace     creates the release's namespace if it does not exist

            OBJECT is KIND/NAMESPACE/NAME, or KIND/NAME for an object without a namespace; SERVICE is
            Service/NAMESPACE/NAME. FIELD is KIND/NAME:POINTER for any namespace, or
            KIND/NAMESPACE/NAME:POINTER, with a JSON pointer and `*` for any part, such as
            Deployment/web:/spec/replicas.
            """;

    /** The options of a run that writes: waiting, and its record in the history. */
    static final List<Option> WRITING = List.of(
            Option.flag("--wait"),
            Option.flag("--wait-for-ingress"),
            Option.flag("--rollback-on-failure"),
            Option.value("--object-timeout"),
            Option.value("--revisions"),
            Option.value("--actor"),
            Option.value("--source-commit"));

    static final String WRITING_HELP = """
              --wait                 waits until every object is ready, before it deletes objects
                                     that are no longer in the manifests
              --wait-for-ingress     waits, and for the address of each Ingress too; that of a
                                     Service of type LoadBalancer is always waited for
              --rollback-on-failure  waits, and if the run fails, applies the last revision whose
                                     run succeeded again; the exit code is that of the failure
              --object-timeout TIME  with --wait: how long one object may take to be ready
              --revisions N          how many revisions are kept, 1 to 1000. Default: 10
              --actor NAME           who runs this, for the history. Default: the user's name in
                                     the cluster
              --source-commit SHA    the commit of the manifests' source, for the history
            """;

    private static final Pattern TIME = Pattern.compile("(?:([0-9]{1,4})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?");

    private DeployArguments() {}

    /** The options of the deployer; the problems are added to the arguments. */
    static DeployOptions options(Arguments arguments) {
        DeployOptions options = consents(arguments, DeployOptions.defaults());
        @Nullable Duration timeout = time(arguments, "--timeout");
        if (timeout != null) {
            options = options.withTimeout(timeout);
        }
        OptionalInt concurrency = whole(arguments, "--concurrency", 1, 64);
        if (concurrency.isPresent()) {
            options = options.withConcurrency(concurrency.getAsInt());
        }
        boolean waits = arguments.has("--wait") || arguments.has(StepArguments.STEPS);
        if (arguments.has("--wait-for-ingress")) {
            waits = true;
            options = options.withIngressAddresses(DeployOptions.IngressAddresses.AWAITED);
        }
        if (arguments.has("--rollback-on-failure")) {
            waits = true;
            options = options.withOnFailure(DeployOptions.OnFailure.ROLL_BACK);
        }
        if (waits) {
            options = options.withWaiting(DeployOptions.Waiting.READY);
        }
        @Nullable Duration objectTimeout = time(arguments, "--object-timeout");
        if (objectTimeout != null) {
            options = options.withObjectTimeout(objectTimeout);
        }
        if (arguments.has("--object-timeout") && !waits) {
            arguments.misplaced("`--object-timeout` has no effect without `--wait`", "Add `--wait`, or leave it out");
        }
        OptionalInt revisions = whole(arguments, "--revisions", 1, 1000);
        if (revisions.isPresent()) {
            options = options.withRevisionsKept(revisions.getAsInt());
        }
        String actor = arguments.value("--actor");
        String commit = arguments.value("--source-commit");
        options = actor == null ? options : options.withActor(actor);
        return commit == null ? options : options.withSourceCommit(commit);
    }

    private static DeployOptions consents(Arguments arguments, DeployOptions defaults) {
        List<TakeOver> tools = new ArrayList<>();
        for (String text : given(arguments, "--take-over")) {
            @Nullable TakeOver tool = takeOver(arguments, text);
            if (tool != null) {
                tools.add(tool);
            }
        }
        DeployOptions options = defaults.withForcedManagers(given(arguments, "--force-conflicts"))
                .withAdopted(objects(arguments, "--adopt"))
                .withIgnoredFields(ignored(arguments))
                .withReplaced(objects(arguments, "--replace"))
                .withDataDeleted(objects(arguments, "--delete-data"))
                .withGapsAllowed(objects(arguments, "--allow-gap"))
                .withTakenOver(tools);
        if (arguments.has("--no-prune")) {
            options = options.withPruning(DeployOptions.Pruning.KEEP);
        }
        if (arguments.has("--skip-hooks")) {
            options = options.withHooks(DeployOptions.Hooks.SKIP);
        }
        if (arguments.has("--rerun-jobs")) {
            options = options.withEndedJobs(DeployOptions.EndedJobs.RERUN);
        }
        return arguments.has("--create-namespace")
                ? options.withOwnNamespace(DeployOptions.OwnNamespace.CREATE)
                : options;
    }

    /** The values of an option without the missing ones, which are reported already. */
    private static List<String> given(Arguments arguments, String name) {
        List<String> given = new ArrayList<>(arguments.values(name));
        given.removeIf(String::isEmpty);
        return given;
    }

    private static List<ObjectRef> objects(Arguments arguments, String name) {
        List<ObjectRef> objects = new ArrayList<>();
        for (String text : given(arguments, name)) {
            try {
                objects.add(ObjectRef.parse(text));
            } catch (DeployException.InvalidInput e) {
                arguments.add(name, e);
            }
        }
        return objects;
    }

    private static List<IgnoredField> ignored(Arguments arguments) {
        List<IgnoredField> fields = new ArrayList<>();
        for (String text : given(arguments, "--ignore-field")) {
            try {
                fields.add(IgnoredField.parse(text));
            } catch (DeployException.InvalidInput e) {
                arguments.add("--ignore-field", e);
            }
        }
        return fields;
    }

    private static @Nullable TakeOver takeOver(Arguments arguments, String tool) {
        if (tool.equals("kubectl")) {
            return TakeOver.kubectl();
        }
        try {
            if (tool.indexOf(':') < 0) {
                return TakeOver.manager(tool);
            }
            String name = tool.substring(tool.indexOf(':') + 1);
            if (tool.startsWith("argocd:")) {
                return TakeOver.argoCd(name);
            }
            if (tool.startsWith("flux:")) {
                return TakeOver.flux(name);
            }
            String[] parts = name.split(",", -1);
            if (!tool.startsWith("helm:")) {
                arguments.invalidValue(
                        "--take-over",
                        tool,
                        "Write `kubectl`, `helm:RELEASE`, `argocd:APPLICATION`, `flux:KUSTOMIZATION` or the name of a"
                                + " field manager");
                return null;
            }
            if (parts.length > 2 || parts.length == 2 && !parts[1].equals("remove-records")) {
                arguments.invalidValue("--take-over", tool, "After the release only `,remove-records` may follow");
                return null;
            }
            TakeOver helm = TakeOver.helm(parts[0]);
            return parts.length == 2 ? helm.removingRecords() : helm;
        } catch (DeployException.InvalidInput e) {
            arguments.add("--take-over", e);
            return null;
        }
    }

    /** A time; null if none is given, or if it is invalid, which is added as a problem. */
    static @Nullable Duration time(Arguments arguments, String name) {
        String text = arguments.value(name);
        if (text == null) {
            return null;
        }
        Matcher matcher = TIME.matcher(text);
        Duration time = Duration.ZERO;
        if (matcher.matches()) {
            time = Duration.ofHours(number(matcher.group(1)))
                    .plusMinutes(number(matcher.group(2)))
                    .plusSeconds(number(matcher.group(3)));
        }
        if (time.isZero()) {
            boolean unitMissing = text.matches("[0-9]{1,6}") && number(text) > 0;
            arguments.invalidValue(
                    name,
                    text,
                    unitMissing
                            ? "Add the unit: `" + text + "s` or `" + text + "m`"
                            : "Write a time such as `90s`, `5m` or `1h30m`");
            return null;
        }
        return time;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** A whole number; empty if none is given, or if it is invalid, which is added as a problem. */
    static OptionalInt whole(Arguments arguments, String name, int least, int most) {
        String text = arguments.value(name);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        arguments.invalidValue(
                name,
                text,
                most == Integer.MAX_VALUE
                        ? "Write a whole number of " + least + " or more"
                        : "Write a whole number from " + least + " to " + most);
        return OptionalInt.empty();
    }
}
