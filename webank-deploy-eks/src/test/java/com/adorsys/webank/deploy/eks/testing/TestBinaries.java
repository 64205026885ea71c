package com.adorsys.webank.deploy.eks.testing;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The binaries of the tests' cluster, built from Go modules into a cache outside the checkout; where there is no Go, etcd and
 * kube-apiserver are downloaded.
 *
 * <p>The cache is {@code $XDG_CACHE_HOME/webank-deploy/cluster}, or {@code ~/.cache/webank-deploy/cluster}. A binary is built when a
 * test first asks for it; from then on it is there for every checkout with the same modules. Processes that want the
 * same binary at once wait for the one that builds it. A binary that cannot be had aborts the test that wants it, and fails it
 * where {@code CI} is {@code true}.
 */
final class TestBinaries {
    private static final Duration REPORT = Duration.ofSeconds(15);
    private static final Duration LISTING = Duration.ofMinutes(2);

    /** Builds that failed: the next test must not wait for the same failure again. */
    private static final Map<TestBinary, String> FAILED = new EnumMap<>(TestBinary.class);

    private TestBinaries() {}

    /**
     * The path of a binary, built now if it never was.
     *
     * @throws TestAbortedException if it cannot be had; where {@code CI} is {@code true} an {@link IllegalStateException}
     */
    static synchronized Path get(TestBinary binary) {
        GoModule module = GoModule.of(binary);
        Path file = cache().resolve(module.key()).resolve(binary.fileName());
        if (Files.isExecutable(file)) {
            return file;
        }
        String failure = FAILED.get(binary);
        if (failure == null) {
            try {
                Optional<Path> go = go();
                return go.isPresent() ? build(go.get(), binary, module, file) : download(binary);
            } catch (IOException e) {
                failure = "The tests' cluster needs " + binary.fileName() + ", which cannot be had: " + e.getMessage();
                FAILED.put(binary, failure);
                say(failure);
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(failure);
        }
        throw new TestAbortedException(failure);
    }

    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("webank-deploy").resolve("cluster");
    }

    /** Downloads what cannot be built. */
    private static Path download(TestBinary binary) throws IOException {
        String without = "`go` is not on the PATH, and ";
        String remedy = ". Install Go 1.26 or later.";
        if (!DownloadedBinaries.include(binary)) {
            throw new IOException(without + "it is not among what is downloaded instead" + remedy);
        }
        Files.createDirectories(cache());
        try (FileChannel channel = lockFile()) {
            lock(channel, binary);
            say("There is no `go` on the PATH to build " + binary.fileName()
                    + " for the tests' cluster: looking for it in " + cache() + ", else downloading it");
            return DownloadedBinaries.get(
                    binary,
                    cache().resolve("kube-api-test"),
                    GoModule.of(TestBinary.KUBE_APISERVER).version());
        } catch (IOException e) {
            throw new IOException(without + e.getMessage() + remedy, e);
        }
    }

    private static FileChannel lockFile() throws IOException {
        return FileChannel.open(cache().resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path build(Path go, TestBinary binary, GoModule module, Path file) throws IOException {
        Files.createDirectories(cache());
        try (FileChannel channel = lockFile()) {
            lock(channel, binary);
            if (!Files.isExecutable(file)) {
                removeRemains();
                Path work = Files.createTempDirectory(cache(), "build-");
                try {
                    compile(go, binary, module, work);
                    Files.createDirectories(file.getParent());
                    keepFiles(go, binary, module, work, file.getParent());
                    Files.move(
                            work.resolve(binary.fileName()),
                            file,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    ClusterFolder.delete(work);
                }
            }
        }
        return file;
    }

    /** Locks until the channel is closed. */
    private static void lock(FileChannel channel, TestBinary binary) throws IOException {
        if (channel.tryLock() == null) {
            say("Waiting for another process that builds for the tests' cluster, before " + binary.fileName());
            channel.lock();
        }
    }

    /** What a build left that was killed: nobody else builds while we hold the lock. */
    private static void removeRemains() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            files.filter(file -> file.getFileName().toString().startsWith("build-"))
                    .forEach(ClusterFolder::delete);
        }
    }

    private static void compile(Path go, TestBinary binary, GoModule module, Path work) throws IOException {
        module.writeTo(work);
        Path log = work.resolve("log");
        List<String> command = new ArrayList<>(List.of(go.toString(), "build", "-v", "-mod=readonly", "-trimpath"));
        command.add("-ldflags=" + module.linkerFlags());
        command.addAll(List.of("-o", work.resolve(binary.fileName()).toString(), binary.goPackage()));
        say("Building " + binary.fileName() + " " + module.version() + " for the tests' cluster, once, into " + cache()
                + ". It takes about " + binary.firstBuild() + " on two cores, and what its modules take to download.");
        long start = System.nanoTime();
        // Without cgo no C compiler is asked for.
        try (ClusterProcess build =
                ClusterProcess.start("go build", work, log, Map.of("CGO_ENABLED", "0", "GOWORK", "off"), command)) {
            while (!build.await(REPORT)) {
                say("Building " + binary.fileName() + ": " + seconds(start) + " s, " + packages(log)
                        + " packages so far");
            }
            if (build.exitCode() != 0) {
                throw new IOException(
                        "`go build " + binary.goPackage() + "` failed. Its last lines:\n" + build.tail(15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was built", e);
        }
        say("Built " + binary.fileName() + " in " + seconds(start) + " s");
    }

    /** Copies files of the module whose command was built, so that they are there as long as the binary is. */
    private static void keepFiles(Path go, TestBinary binary, GoModule module, Path work, Path target)
            throws IOException {
        if (binary.keptFolder().isEmpty()) {
            return;
        }
        Path out = work.resolve("module");
        List<String> command =
                List.of(go.toString(), "list", "-mod=readonly", "-m", "-f", "{{.Dir}}", module.required());
        try (ClusterProcess list = ClusterProcess.start("go list", work, out, Map.of("GOWORK", "off"), command)) {
            if (!list.await(LISTING) || list.exitCode() != 0) {
                throw new IOException(
                        "`go list -m " + module.required() + "` failed. Its last lines:\n" + list.tail(15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the files of its module were looked for", e);
        }
        List<String> printed = Files.readAllLines(out);
        Path folder = Path.of(printed.get(printed.size() - 1)).resolve(binary.keptFolder());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Path copy = target.resolve(file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static long packages(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.startsWith("go: ")).count();
        }
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static Optional<Path> go() {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "go"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Who waits for minutes is told why. */
    private static void say(String line) {
        System.err.println(line);
    }
}
