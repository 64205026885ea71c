package com.adorsys.webank.deploy.examples.flow;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what happens when it happens, with the seconds since the start, and a summary at the end. */
final class Narrator {
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final List<Part> parts = new ArrayList<>();

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** A part of the story that has ended. */
    private record Part(String title, Duration time, String outcome) {}

    /** What happens in a part; returns what came of it, in a few words. */
    interface Events {
        String happen();
    }

    /** Plays a part. */
    void part(String title, Events events) {
        long begin = System.nanoTime();
        print("\n" + (parts.size() + 1) + ". " + title + "\n");
        String outcome = events.happen();
        say(outcome);
        parts.add(new Part(title, Duration.ofNanos(System.nanoTime() - begin), outcome));
    }

    /** Prints a line with the time. */
    void say(String line) {
        print(String.format(Locale.ROOT, "[%5.1f s] %s%n", seconds(Duration.ofNanos(System.nanoTime() - start)), line));
    }

    /** Prints what somebody types. */
    void command(String who, String line) {
        say(who + " $ " + line);
    }

    /** A stream whose lines are printed as the output of a command. */
    OutputStream output() {
        return new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                if (b == '\n') {
                    print(line.size() == 0 ? "\n" : "          " + line.toString(StandardCharsets.UTF_8) + "\n");
                    line.reset();
                } else {
                    line.write(b);
                }
            }
        };
    }

    /** Prints how long each part took, and what came of it. */
    void summary() {
        print("\n");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            print(String.format(
                    Locale.ROOT, "%d. %-58s %5.1f s  %s%n", i + 1, part.title(), seconds(part.time()), part.outcome()));
        }
        print(String.format(
                Locale.ROOT, "   %-58s %5.1f s%n", "all", seconds(Duration.ofNanos(System.nanoTime() - start))));
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
