package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.documents.DocumentChart;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/** Reads the bytes of a file that a user names. */
final class Input {
    /** The path that means standard input. */
    static final String STANDARD = "-";

    /** One byte more than the YAML reader accepts, so that the reader reports a file that is too large. */
    private static final int MOST = 16 * 1024 * 1024 + 1;

    private Input() {}

    /** The name of a file in problems. */
    static String name(String path) {
        return path.equals(STANDARD) ? "<stdin>" : path;
    }

    /** The chart in whose folder a file is. */
    static Optional<DocumentChart> chartBeside(Console console, String path) {
        return path.equals(STANDARD)
                ? Optional.empty()
                : DocumentChart.beside(console.file(path).toPath());
    }

    /**
     * The content of a file, or of standard input; no more than a reader can use.
     *
     * @throws DeployException.InvalidInput if it cannot be read
     */
    static byte[] read(Console console, String path) {
        if (path.equals(STANDARD)) {
            try {
                return read(console.in(), 1 << 16);
            } catch (IOException e) {
                throw refused(ProblemCodes.FILE_UNREADABLE, path, "standard input cannot be read", "Name a file");
            }
        }
        // java.io.File, since a file system of java.nio costs milliseconds at the start.
        File file = console.file(path);
        if (file.isDirectory()) {
            throw refused(ProblemCodes.FILE_IS_DIRECTORY, path, "this is a directory", "Name a file in it");
        }
        try (InputStream in = new FileInputStream(file)) {
            return read(in, file.length());
        } catch (IOException e) {
            if (file.exists()) {
                throw refused(ProblemCodes.FILE_UNREADABLE, path, "the file cannot be read", "Check its permissions");
            }
            boolean isLink = Files.isSymbolicLink(file.toPath());
            throw refused(
                    ProblemCodes.FILE_MISSING,
                    path,
                    isLink ? "this is a link to a file that is not there" : "there is no such file",
                    isLink ? "Remove it, or link to another file" : "Check the path");
        }
    }

    /**
     * Reads to the end, or as much as a reader can use. Not by {@code readNBytes}, which in JDK 17 asks a file where it is,
     * and a pipe has no answer.
     */
    private static byte[] read(InputStream in, long expected) throws IOException {
        // One byte more, to find the end without growing.
        byte[] bytes = new byte[(int) Math.min(MOST, expected + 1)];
        int length = 0;
        while (true) {
            int count = in.read(bytes, length, bytes.length - length);
            if (count < 0) {
                return Arrays.copyOf(bytes, length);
            }
            length += count;
            if (length == MOST) {
                return bytes;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(1 << 13, 2 * length)));
            }
        }
    }

    private static DeployException.InvalidInput refused(String code, String path, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(name(path)), what, remedy));
    }
}
