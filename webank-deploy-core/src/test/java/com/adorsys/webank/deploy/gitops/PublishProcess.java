package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that publishes {@link #TREE} to a repository. */
final class PublishProcess {
    static final FileTree TREE =
            FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();

    private PublishProcess() {}

    /** Takes the address of a repository, and a step at which it stops and waits to be killed. */
    public static void main(String[] args) {
        PublishOptions options = Git.options().withListener((step, attempt) -> {
            if (args.length > 1 && step.name().equals(args[1])) {
                System.out.println(step);
                sleep();
            }
        });
        try (GitOpsRepository repository = GitOpsRepository.open(args[0], credentials())) {
            System.out.println(repository
                    .publish(options, head -> GitContent.of(TREE))
                    .commit()
                    .orElse("none"));
        }
    }

    /** The key and the known hosts that two system properties name, if they are set. */
    private static GitCredentials credentials() {
        String key = System.getProperty("ssh.key");
        return key == null
                ? GitCredentials.none()
                : GitCredentials.ssh(
                        SshKey.read(Path.of(key)), KnownHosts.read(Path.of(System.getProperty("ssh.hosts"))));
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it; nothing is taken from this process's environment but the {@code PATH}. */
    static Process start(
            List<String> options, List<Path> classpath, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        classpath.stream().map(Path::toString).toList()),
                PublishProcess.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The class path of this process. */
    static List<Path> classpath() {
        List<Path> paths = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            paths.add(Path.of(path));
        }
        return paths;
    }
}
