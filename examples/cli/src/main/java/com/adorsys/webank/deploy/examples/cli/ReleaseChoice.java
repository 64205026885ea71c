package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.ImageLock;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The release that the options name, directly or by an environment, and its desired manifests. */
final class ReleaseChoice {
    static final List<Option> OPTIONS =
            List.of(Option.value("--release"), Option.value("--namespace"), Option.value("--environment"));

    static final List<Option> WITH_MANIFESTS = List.of(
            Option.value("--release"),
            Option.value("--namespace"),
            Option.values("--manifests"),
            Option.value("--environment"),
            Option.value("--images"),
            VersionArguments.OPTIONS.get(0),
            VersionArguments.OPTIONS.get(1));

    static final String HELP = """
              --release NAME         the release's name
              --namespace NAMESPACE  the release's namespace, in which its records are kept
              --environment NAME     in place of the two: an environment, with its release and
                                     namespace
            """;

    static final String HELP_WITH_MANIFESTS = """
              --release NAME         the release's name
              --namespace NAMESPACE  the release's namespace, in which its records are kept; also
                                     the namespace of every manifest that names none
              --manifests PATH       the manifests: a file, a folder with every *.yaml, *.yml and
                                     *.json below it, or - for standard input; may be given
                                     several times
              --environment NAME     in place of the three: an environment
              --images DIR           the configuration repository, whose lock file images/NAME.yaml
                                     says the images of the environment. Default: those of the model
              --kubernetes-version VERSION
                                     the version of Kubernetes that manifests are checked for, such
                                     as 1.35. What it does not know is an error in an environment,
                                     and a warning in files, since the cluster decides. Default:
                                     that of the environment, or else any
              --argocd-version VERSION
                                     the version of Argo CD that Applications among them are
                                     checked for, such as 3.2; as above
            """;

    private final Release release;
    private final @Nullable Environment environment;
    private final List<String> paths;
    private final Targets targets;
    private final @Nullable String images;
    private final @Nullable String upTo;
    private final boolean steps;

    private ReleaseChoice(
            Release release,
            @Nullable Environment environment,
            List<String> paths,
            Targets targets,
            @Nullable String images,
            @Nullable String upTo,
            boolean steps) {
        this.release = release;
        this.environment = environment;
        this.paths = paths;
        this.targets = targets;
        this.images = images;
        this.upTo = upTo;
        this.steps = steps;
    }

    /** Adds problems for options that are missing or conflict. */
    static void check(Arguments arguments, List<Option> options) {
        boolean manifests = options.equals(WITH_MANIFESTS);
        boolean environment = arguments.has("--environment");
        if (!environment) {
            arguments.required("--release", "NAME");
            arguments.required("--namespace", "NAMESPACE");
        }
        if (manifests && environment && arguments.has("--manifests")) {
            arguments.misplaced(
                    "`--manifests` and `--environment` cannot be given together", "Keep the one that is meant");
        } else if (manifests && !environment && !arguments.has("--manifests")) {
            arguments.missing("`--manifests PATH` or `--environment NAME`");
        }
        if (manifests && !environment && arguments.has("--images")) {
            arguments.misplaced("`--images` is for `--environment` only", "Leave it out");
        }
        VersionArguments.targets(arguments);
    }

    /**
     * The release of the options, after they are {@link #check checked}.
     *
     * @throws DeployException.InvalidInput if there is no such environment, if its release is not the one that the options
     *     name, or if a name is invalid
     */
    static ReleaseChoice of(Arguments arguments, Supplier<Environments> environments) {
        Targets targets = VersionArguments.targets(arguments);
        String name = arguments.value("--environment");
        if (name == null) {
            Release release = release(arguments.required("--release", ""), arguments.required("--namespace", ""));
            return new ReleaseChoice(release, null, arguments.values("--manifests"), targets, null, null, false);
        }
        Environment environment =
                VersionArguments.apply(targets, environments.get().get(name));
        Release release = environment.release();
        List<Problem> problems = new ArrayList<>();
        demandSame("--release", arguments.value("--release"), release.name(), name, problems);
        demandSame("--namespace", arguments.value("--namespace"), release.namespace(), name, problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        return new ReleaseChoice(
                release,
                environment,
                List.of(),
                targets,
                arguments.value("--images"),
                arguments.value(StepArguments.UP_TO),
                arguments.has(StepArguments.STEPS));
    }

    private static Release release(String name, String namespace) {
        try {
            return Release.of(name, namespace);
        } catch (DeployException.InvalidInput e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                String option = problem.location().path().equals("release.namespace") ? "--namespace" : "--release";
                problems.add(problem.at(Location.ofFile("webank-deploy").withPath(option)));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    private static void demandSame(
            String option, @Nullable String given, String own, String environment, List<Problem> problems) {
        if (given != null && !given.equals(own)) {
            problems.add(Problem.error(
                    ProblemCodes.RELEASE_MISMATCH,
                    Location.ofFile("webank-deploy").withPath(option),
                    Problem.quote(given) + " does not match the environment `" + environment + "`, which has `" + own
                            + "`",
                    "Leave `" + option + "` out, or name the environment that is meant"));
        }
    }

    /** The release. */
    Release release() {
        return release;
    }

    /** The environment whose release it is; null if the options name none. */
    @Nullable
    Environment environment() {
        return environment;
    }

    /**
     * The desired manifests of the release. Problems that the checks find in them go to the console.
     *
     * @throws DeployException.InvalidInput if files contain anything but manifests, or if the environment cannot be rendered
     *     or has errors that it does not waive
     */
    ManifestSet manifests(Console console) {
        if (environment == null) {
            ManifestSet manifests = ManifestFiles.read(console, paths);
            CheckSummary.showErrors(manifests, targets, console);
            return manifests;
        }
        Environment desired = withImages(environment, console);
        CheckReport report = (upTo == null ? desired : desired.upTo(upTo)).checkReport();
        report.throwIfErrors();
        CheckSummary.show(Map.of(environment.name(), report), console);
        return report.manifests();
    }

    /** The environment, with the images of the options, if its steps are to be taken one after the other; else null. */
    @Nullable
    Environment stepped(Console console) {
        return environment == null || !steps ? null : withImages(environment, console);
    }

    private Environment withImages(Environment chosen, Console console) {
        if (images == null) {
            return chosen;
        }
        File folder = console.file(images);
        if (!folder.isDirectory()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.FILE_MISSING,
                    Location.ofFile(images),
                    "there is no such folder",
                    "name the folder of the configuration repository, which has `" + ImageLock.FOLDER + "` in it"));
        }
        return Environments.of(chosen)
                .withImages(FileTree.folder(folder.toPath()))
                .get(chosen.name());
    }
}
