package com.adorsys.webank.deploy.examples.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plays the flow, and compares what it prints with the guide that tells it. */
class FlowIT {
    private static final Path GUIDE = Path.of("../../Docs/guides/communication-flow.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```text flow\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void the_flow_goes_as_the_guide_tells_it() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Flow.play(new Narrator(new PrintStream(out, false, UTF_8)));
        } catch (RuntimeException e) {
            throw new AssertionError("The flow ended early:\n" + out.toString(UTF_8), e);
        }

        String printed = comparable(out.toString(UTF_8));
        List<String> told = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(Files.readString(GUIDE)); block.find(); ) {
            told.add(comparable(block.group(1)));
        }
        assertThat(told).hasSize(11);
        for (String part : told) {
            assertThat(printed).containsPattern(pattern(part));
        }
    }

    /** Without what differs from run to run: times, commits, ports, names of pods, and how often a wait has looked. */
    private static String comparable(String text) {
        return text.replaceAll("(?m)^.* in progress: .*\n", "")
                .replaceAll("(?m)^\\[ *[0-9.]+ s\\]", "[time]")
                .replaceAll(" +[0-9]+\\.[0-9] s( |$)", " time$1")
                .replaceAll("\\b[0-9a-f]{40}\\b", "COMMIT")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
                .replaceAll("webank-obs-[0-9a-z]+(-[0-9a-z]{5})?\\b", "webank-obs-ID");
    }

    /** The text itself; a line {@code ...} stands for any lines. */
    private static Pattern pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            pattern.append(line.strip().equals("...") ? "(?s:.*?\n)?" : Pattern.quote(line));
        }
        return Pattern.compile(pattern.toString());
    }
}
