package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.GitCredentials;
import com.adorsys.webank.deploy.gitops.GitIdentity;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What it costs to publish to a repository on this machine: by this library, warm in its process, and by the git command
 * line, which clones without history, writes the files, commits and pushes. Both take their turns in one run. One generated
 * file and the list of generated files change in a repository of many files; and a first publication has many files itself.
 *
 * <pre>
 * mvn -Pbenchmarks -DskipTests -DskipITs -Dbenchmark=com.adorsys.webank.deploy.examples.benchmarks.PublishCosts \
 *     -Djmh.args="5 10000 100000" -pl examples/benchmarks -am verify
 * </pre>
 */
public final class PublishCosts {
    private static final int FILES_IN_A_FOLDER = 100;
    private static final int FIRST_FILES = 10_000;

    private final Path folder;
    private long memory;
    private long bytes;

    private PublishCosts(Path folder) {
        this.folder = folder;
    }

    /** Something to measure. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Measures, and prints a table.
     *
     * @param args how many rounds, and the sizes in files. Default: 5 rounds of 10,000 and 100,000.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        int[] sizes = args.length < 2
                ? new int[] {10_000, 100_000}
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Path folder = Files.createTempDirectory("publish-costs");
        PublishCosts costs = new PublishCosts(folder);
        try {
            System.out.printf(Locale.ROOT, "%-44s %10s %7s %9s %10s%n", "", "time", "ratio", "memory", "on disk");
            for (int size : sizes) {
                costs.oneFile(size, rounds);
            }
            costs.first(rounds);
        } finally {
            delete(folder);
        }
    }

    private void oneFile(int size, int rounds) throws IOException, InterruptedException {
        Path remote = bare("of-" + size);
        Path work = folder.resolve("files-" + size);
        git(folder, "clone", "--quiet", remote.toString(), work.toString());
        for (int i = 0; i < size; i++) {
            Path file = work.resolve("apps/" + i / FILES_IN_A_FOLDER + "/file-" + i + ".yaml");
            if (i % FILES_IN_A_FOLDER == 0) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text(i));
        }
        generated(0).writeTo(work);
        commit(work);
        delete(work);
        int[] version = {0};
        compare(
                "one file changed of " + String.format(Locale.ROOT, "%,d", size),
                rounds,
                () -> library(remote, generated(++version[0])),
                () -> {
                    Path clone = folder.resolve("clone");
                    git(folder, "clone", "--quiet", "--depth", "1", "file://" + remote, clone.toString());
                    generated(++version[0]).writeTo(clone);
                    commit(clone);
                });
        delete(remote);
    }

    private void first(int rounds) throws IOException, InterruptedException {
        FileTree.Builder builder = FileTree.builder("environments/all");
        for (int i = 0; i < FIRST_FILES; i++) {
            builder.put("environments/all/" + i / FILES_IN_A_FOLDER + "/file-" + i + ".yaml", text(i));
        }
        FileTree tree = builder.build();
        int[] count = {0};
        compare(
                String.format(Locale.ROOT, "a first publication of %,d", FIRST_FILES),
                rounds,
                () -> library(bare("first-" + ++count[0]), tree),
                () -> {
                    Path remote = bare("first-" + ++count[0]);
                    Path clone = folder.resolve("clone");
                    git(folder, "clone", "--quiet", "file://" + remote, clone.toString());
                    tree.writeTo(clone);
                    commit(clone);
                });
    }

    private void library(Path remote, FileTree tree) throws IOException {
        PublishOptions options = PublishOptions.builder()
                .branch("main")
                .message("Deploy")
                .author(GitIdentity.of("Jane Doe", "jane@example.com"))
                .time(OffsetDateTime.parse("2026-11-28T10:00:00Z"))
                .build();
        PeakMemory.resetHeap();
        try (GitOpsRepository repository = GitOpsRepository.open(remote.toString(), GitCredentials.none())) {
            if (!repository.publish(options, head -> GitContent.of(tree)).isPublished()) {
                throw new IllegalStateException("nothing was published");
            }
            bytes = temporaryFolders();
        }
        memory = PeakMemory.ofHeap();
    }

    /** The size of the folders that the library works in. */
    private static long temporaryFolders() throws IOException {
        long size = 0;
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path each : folders.filter(
                            name -> name.getFileName().toString().startsWith("webank-deploy-git"))
                    .toList()) {
                size += size(each);
            }
        }
        return size;
    }

    private void compare(String what, int rounds, Work library, Work git) throws IOException, InterruptedException {
        List<Work> contestants = List.of(library, git);
        List<List<Long>> times = List.of(new ArrayList<>(), new ArrayList<>());
        long[] memories = new long[2];
        long[] sizes = new long[2];
        // The first rounds are for the JVM to compile, and for the system to read the files.
        for (int round = -2; round < rounds; round++) {
            for (int i = 0; i < 2; i++) {
                memory = 0;
                bytes = 0;
                long start = System.nanoTime();
                contestants.get(i).run();
                long time = System.nanoTime() - start;
                Path clone = folder.resolve("clone");
                if (Files.exists(clone)) {
                    bytes = size(clone.resolve(".git/objects"));
                    delete(clone);
                }
                if (round >= 0) {
                    times.get(i).add(time);
                    memories[i] = Math.max(memories[i], memory);
                    sizes[i] = bytes;
                }
            }
        }
        double base = median(times.get(0));
        for (int i = 0; i < 2; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %7.0f ms %7.2f %6d MB %7d KB%n",
                    what + (i == 0 ? ", this library" : ", git"),
                    median(times.get(i)),
                    median(times.get(i)) / base,
                    memories[i] >> 20,
                    sizes[i] >> 10);
        }
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    private static FileTree generated(int version) {
        return FileTree.builder("environments/dev")
                .put("environments/dev/deployment.yaml", text(1_000_000 + version))
                .build();
    }

    /** About 2 KB that compress as manifests do. */
    private static String text(int seed) {
        StringBuilder text = new StringBuilder(2200).append("apiVersion: v1\nkind: ConfigMap\ndata:\n");
        for (int line = 0; line < 40; line++) {
            text.append("  setting-").append(line).append(": \"");
            text.append(Integer.toHexString((seed * 31 + line) * 0x9E3779B9)).append(" a value of this setting\"\n");
        }
        return text.toString();
    }

    private Path bare(String name) throws IOException, InterruptedException {
        Path remote = folder.resolve(name + ".git");
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", remote.toString());
        return remote;
    }

    private void commit(Path clone) throws IOException, InterruptedException {
        git(clone, "add", "--all");
        git(clone, "commit", "--quiet", "-m", "Deploy");
        git(clone, "push", "--quiet", "origin", "HEAD:main");
    }

    private void git(Path in, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=Jane Doe", "-c", "user.email=jane@example.com", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            memory = Math.max(memory, PeakMemory.of(process.pid()));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(log));
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
