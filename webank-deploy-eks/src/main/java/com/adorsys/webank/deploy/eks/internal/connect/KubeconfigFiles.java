package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kubeconfig files, read together as kubectl does: the first to say something wins. */
final class KubeconfigFiles {
    private final List<KubeconfigPart> files;

    private KubeconfigFiles(List<KubeconfigPart> files) {
        this.files = files;
    }

    /**
     * Reads the files that are there.
     *
     * @throws DeployException.InvalidInput if none is there, or one cannot be read
     */
    static KubeconfigFiles read(List<Path> paths) {
        List<KubeconfigPart> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            // kubectl passes over files of KUBECONFIG that are not there, too.
            if (Files.exists(path)) {
                read(path, files, problems);
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        if (files.isEmpty()) {
            String others = paths.stream()
                    .skip(1)
                    .map(path -> Problem.quote(path.toString()))
                    .collect(Collectors.joining(", "));
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.KUBECONFIG_MISSING,
                    Location.ofFile(paths.get(0).toString()),
                    others.isEmpty()
                            ? "the kubeconfig does not exist"
                            : "the kubeconfig does not exist, and neither does " + others,
                    "Name another, or let `aws eks update-kubeconfig` write it"));
        }
        return new KubeconfigFiles(files);
    }

    private static void read(Path path, List<KubeconfigPart> files, List<Problem> problems) {
        try {
            YamlDocument document = YamlReader.read(path);
            if (document.tree() instanceof MapTree tree) {
                files.add(new KubeconfigPart(tree, path, document.locations(), ""));
            } else {
                problems.add(Problem.error(
                        ProblemCodes.KUBECONFIG_INVALID,
                        document.locations().of(""),
                        "a kubeconfig is a map; this is " + document.tree().describe(),
                        "Name a kubeconfig"));
            }
        } catch (DeployException.InvalidInput e) {
            problems.addAll(e.problems());
        }
    }

    /**
     * A context with its cluster and its user.
     *
     * @param chosen empty for the current one
     * @throws DeployException.InvalidInput if any of them is missing
     */
    KubeconfigContext context(String chosen) {
        KubeconfigPart first = files.get(0);
        String name = chosen.isEmpty() ? current() : chosen;
        KubeconfigPart context = entry("contexts", "context", name)
                .orElseThrow(() -> missing(
                        "contexts", "context", name, first.at(chosen.isEmpty() ? "current-context" : "contexts")));
        List<Problem> problems = new ArrayList<>();
        String clusterName = context.required("cluster", problems);
        String userName = context.text("user", problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        KubeconfigPart cluster = entry("clusters", "cluster", clusterName)
                .orElseThrow(() -> missing("clusters", "cluster", clusterName, context.at("cluster")));
        KubeconfigPart user = userName.isEmpty()
                ? new KubeconfigPart(MapTree.of(), context.file(), context.locations(), context.path())
                : entry("users", "user", userName)
                        .orElseThrow(() -> missing("users", "user", userName, context.at("user")));
        return new KubeconfigContext(name, clusterName, userName, cluster, user);
    }

    private String current() {
        List<Problem> problems = new ArrayList<>();
        for (KubeconfigPart file : files) {
            String name = file.text("current-context", problems);
            DeployException.InvalidInput.throwIfErrors(problems);
            if (!name.isEmpty()) {
                return name;
            }
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.CONTEXT_MISSING,
                files.get(0).at("current-context"),
                "no context is chosen, and there is no `current-context`",
                oneOf("contexts", "")));
    }

    /** The value of an entry of one of the lists, by the entry's name. */
    private Optional<KubeconfigPart> entry(String list, String key, String name) {
        for (KubeconfigPart file : files) {
            for (KubeconfigPart entry : file.entries(list)) {
                if (entry.tree().string("name").orElse("").equals(name)) {
                    return Optional.of(entry.child(key));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (KubeconfigPart file : files) {
            for (KubeconfigPart entry : file.entries(list)) {
                entry.tree()
                        .string("name")
                        .filter(name -> !names.contains(name))
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    private DeployException.InvalidInput missing(String list, String kind, String name, Location place) {
        return new DeployException.InvalidInput(Problem.error(
                kind.toUpperCase(Locale.ROOT) + "_MISSING",
                place,
                "there is no " + kind + " " + Problem.quote(name),
                oneOf(list, name)));
    }

    /** What there is instead. */
    private String oneOf(String list, String wanted) {
        List<String> names = names(list);
        if (names.isEmpty()) {
            return "Add one: the list `" + list + "` is empty";
        }
        @Nullable String near = Names.nearest(wanted, names).orElse(null);
        return (near == null ? "" : "Did you mean " + Problem.quote(near) + "? ")
                + "Use one of "
                + names.stream().map(Problem::quote).collect(Collectors.joining(", "));
    }
}
