package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which kubeconfig to connect with, and which of its contexts. Immutable; files are read when a client connects.
 *
 * <p>As in kubectl, several files count as one in which the first to say something wins.
 */
public final class Kubeconfig {
    private final List<Path> files;
    /** Empty for the current one. */
    private final String context;

    private Kubeconfig(List<Path> files, String context) {
        this.files = files;
        this.context = context;
    }

    /** A file, with its current context. */
    public static Kubeconfig of(Path file) {
        return new Kubeconfig(List.of(file), "");
    }

    /**
     * The files that kubectl would use, with their current context: those that the environment variable {@code KUBECONFIG}
     * lists, else {@code .kube/config} in the home directory.
     */
    public static Kubeconfig standard() {
        String listed = System.getenv("KUBECONFIG");
        List<Path> files = new ArrayList<>();
        if (listed != null) {
            for (String file : listed.split(File.pathSeparator)) {
                if (!file.isBlank()) {
                    files.add(Path.of(file));
                }
            }
        }
        if (files.isEmpty()) {
            files.add(Path.of(System.getProperty("user.home"), ".kube", "config"));
        }
        return new Kubeconfig(List.copyOf(files), "");
    }

    /**
     * The same files with another context.
     *
     * @throws DeployException.InvalidInput if the name is empty
     */
    public Kubeconfig withContext(String name) {
        if (name.isEmpty()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.CONTEXT_INVALID,
                    Location.of("context"),
                    "the name of the context is empty",
                    "Name a context of the kubeconfig, or leave it out for the current one"));
        }
        return new Kubeconfig(files, name);
    }

    /** The files, at least one; the first to say something wins. */
    public List<Path> files() {
        return files;
    }

    /** The chosen context; empty for the current one. */
    public Optional<String> context() {
        return context.isEmpty() ? Optional.empty() : Optional.of(context);
    }

    String chosenContext() {
        return context;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kubeconfig that && files.equals(that.files) && context.equals(that.context);
    }

    @Override
    public int hashCode() {
        return Objects.hash(files, context);
    }

    /** The files, and the context if one is chosen. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(text.length() == 0 ? "" : File.pathSeparator).append(file);
        }
        return context.isEmpty()
                ? text.toString()
                : text.append(", context ").append(Problem.quote(context)).toString();
    }
}
