package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes: a working directory, an input and two outputs. Used once, by one thread.
 *
 * <p>Both outputs are collected, and written at the end, in UTF-8 and in one piece each, so a command that fails never
 * writes half of its output.
 */
public final class Console {
    private static final int PIECE = 1 << 16;
    private static final int MANY = 1000;

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    /** Null for the process's own. */
    private final @Nullable File directory;

    private final StringBuilder output = new StringBuilder(8192);
    private final StringBuilder messages = new StringBuilder();
    private @Nullable Signals signals;

    private Console(InputStream in, OutputStream out, OutputStream err, @Nullable File directory) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.directory = directory;
    }

    /** The streams and the working directory of this process. */
    static Console ofProcess() {
        // Not System.out, which hides why a write failed.
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                null);
    }

    /**
     * Streams and a directory of the caller's choice; the streams are not closed.
     *
     * @param in what {@code -} reads
     * @param out where results go
     * @param err where problems go
     * @param directory what relative paths are relative to
     */
    public static Console of(InputStream in, OutputStream out, OutputStream err, Path directory) {
        return new Console(in, out, err, directory.toFile());
    }

    /** Standard input. */
    InputStream in() {
        return in;
    }

    /** The file at a path that a user gives. */
    File file(String path) {
        return directory == null || new File(path).isAbsolute() ? new File(path) : new File(directory, path);
    }

    /** Adds to the results. */
    void print(String text) {
        output.append(text);
    }

    /** Whether messages go to a terminal that can move its cursor. */
    boolean isTerminal() {
        return directory == null && Terminal.isStandardError();
    }

    /** Shows a text at once, before all messages. A failure to write is ignored. */
    void showNow(String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            write(err, text);
        } catch (IOException e) {
            // The reader closed it, and does not want it.
        }
    }

    /** Lets a signal interrupt the current thread; the process ends after its output is written. */
    void interruptible(Progress progress) {
        if (directory == null && signals == null) {
            signals = Signals.interrupting(
                    Thread.currentThread(),
                    () -> progress.say("interrupted: running requests are finished, and no others started"));
        }
    }

    /** Adds a line to the messages that is not a problem. */
    void note(String line) {
        appendLine(line);
    }

    /** Adds a line for each problem. */
    void report(List<Problem> problems) {
        for (Problem problem : problems) {
            boolean placed = problem.location().file().isPresent();
            appendLine(placed ? problem.toString() : "webank-deploy: " + problem);
        }
    }

    /** Adds a line for each problem, drops the results, and returns the exit code for that. */
    int refuse(List<Problem> problems) {
        report(problems);
        output.setLength(0);
        return Cli.INVALID;
    }

    /**
     * Adds a line for each of many problems of a command that has done its work, and writes lines before all are added: the text of
     * all may not fit into memory.
     */
    void reportMany(List<Problem> problems) {
        for (int i = 0; i < problems.size(); i += MANY) {
            report(problems.subList(i, Math.min(problems.size(), i + MANY)));
            if (i + MANY < problems.size()) {
                showNow(messages.toString());
                messages.setLength(0);
            }
        }
    }

    /** Adds an exception with its stack trace. */
    void trace(Throwable e) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        e.printStackTrace(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        messages.append(
                UrlCredentials.masked(bytes.toString(StandardCharsets.UTF_8)).replace("\r\n", "\n"));
    }

    /** Writes what was collected; returns the exit code, which is another one if the output cannot be written. */
    int finish(int code) {
        int result = writeAll(code);
        if (signals != null) {
            signals.end(result);
        }
        return result;
    }

    private int writeAll(int code) {
        int result = code;
        if (output.length() > 0) {
            try {
                write(out, output);
            } catch (IOException e) {
                // A reader such as `head` closes the pipe when it has read enough.
                if (!isClosedPipe(e)) {
                    report(List.of(Problem.error(
                            ProblemCodes.OUTPUT_NOT_WRITABLE,
                            Location.ofFile("webank-deploy"),
                            "standard output cannot be written: " + e.getMessage(),
                            "Send it elsewhere, or make room")));
                    result = Cli.INVALID;
                }
            }
        }
        if (messages.length() > 0) {
            try {
                write(err, messages);
            } catch (IOException e) {
                return result;
            }
        }
        return result;
    }

    private static void write(OutputStream stream, CharSequence text) throws IOException {
        // In pieces, since a copy of a long text may not fit into memory.
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i += PIECE) {
            writer.append(text, i, Math.min(text.length(), i + PIECE));
        }
        writer.flush();
    }

    private static boolean isClosedPipe(IOException e) {
        String message = e.getMessage();
        return message != null && message.contains("roken pipe");
    }

    private void appendLine(String line) {
        messages.append(shown(line)).append('\n');
    }

    /** Escapes line ends and control characters, which the name of a file may contain. */
    static String shown(String line) {
        StringBuilder shown = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029) {
                String hex = Integer.toHexString(c | 0x10000);
                shown.append("\\u").append(hex, 1, 5);
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
