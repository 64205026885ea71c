package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;

/**
 * Reaches a repository on this machine by {@code git upload-pack} and {@code git receive-pack}, so that its hooks run as
 * in every push.
 *
 * <p>JGit's own transport of this kind starts a shell, and waits for ever for a process that hangs.
 */
final class LocalTransport extends ServiceTransport {
    /** What {@code git rev-parse --local-env-vars} lists: it would lead Git to another repository. */
    private static final List<String> LOCAL_VARIABLES = List.of(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_CONFIG",
            "GIT_CONFIG_PARAMETERS",
            "GIT_CONFIG_COUNT",
            "GIT_OBJECT_DIRECTORY",
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_GRAFT_FILE",
            "GIT_INDEX_FILE",
            "GIT_NO_REPLACE_OBJECTS",
            "GIT_REPLACE_REF_BASE",
            "GIT_PREFIX",
            "GIT_SHALLOW_FILE",
            "GIT_COMMON_DIR",
            "GIT_INTERNAL_SUPER_PREFIX");

    private final Path path;
    private final Deadline deadline;

    LocalTransport(Repository local, URIish uri, Path path, Deadline deadline) {
        super(local, uri);
        this.path = path;
        this.deadline = deadline;
    }

    @Override
    Service start(String command) throws TransportException {
        ProcessBuilder builder = new ProcessBuilder("git", command, path.toString());
        builder.environment().keySet().removeAll(LOCAL_VARIABLES);
        builder.environment().put("GIT_PROTOCOL", "version=2");
        try {
            Process process = builder.start();
            return new Service(process, deadline, () -> end(process));
        } catch (IOException e) {
            throw new TransportException(uri, "git cannot be started; local repositories need it on the PATH", e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
