package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final ResourceId CONFIG = ResourceId.of("v1", "ConfigMap", "shop", "config");
    private static final ResourceId WEB = ResourceId.of("apps/v1", "Deployment", "shop", "web");

    private static final List<ProgressEvent> EVENTS = List.of(
            new ProgressEvent.StepStarted(Step.READ, 2),
            new ProgressEvent.StepStarted(Step.VALIDATE, 2),
            new ProgressEvent.StepStarted(Step.APPLY, 2),
            new ProgressEvent.ObjectStarted(CONFIG, Action.CREATE),
            new ProgressEvent.ObjectStarted(WEB, Action.UPDATE),
            new ProgressEvent.ObjectDone(CONFIG, Outcome.CREATED),
            new ProgressEvent.ObjectDone(WEB, Outcome.UPDATED),
            new ProgressEvent.StepStarted(Step.WAIT, 2),
            new ProgressEvent.ObjectReadiness(WEB, Readiness.of(State.IN_PROGRESS, "0 of 2 replicas are available")),
            new ProgressEvent.ObjectReadiness(WEB, Readiness.of(State.IN_PROGRESS, "0 of 2 replicas are available")),
            new ProgressEvent.Warning("the watch ended"),
            new ProgressEvent.ObjectReadiness(WEB, Readiness.of(State.CURRENT, "")));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = Console.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            Path.of("").toAbsolutePath());

    @Test
    void elsewhere_than_on_a_terminal_there_is_a_line_for_each_thing_that_happens() {
        show(false, EVENTS);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                webank-deploy: applying 2 objects
                ConfigMap/shop/config created
                Deployment/shop/web updated
                webank-deploy: waiting for 2 objects
                Deployment/shop/web in progress: 0 of 2 replicas are available
                warning: the watch ended
                Deployment/shop/web ready
                """);
    }

    @Test
    void on_a_terminal_an_object_s_line_changes_in_place_and_what_is_done_stays() {
        show(true, EVENTS.subList(0, 9));
        assertThat(screen())
                .containsExactly(
                        "ConfigMap/shop/config created",
                        "Deployment/shop/web updated",
                        "waiting for 2 objects ...",
                        "  Deployment/shop/web in progress: 0 of 2 replicas are available");
    }

    @Test
    void nothing_that_is_live_is_left_on_a_terminal_at_the_end() {
        try (Progress progress = Progress.of(console, true)) {
            EVENTS.forEach(progress::on);
        }
        assertThat(screen())
                .containsExactly(
                        "ConfigMap/shop/config created",
                        "Deployment/shop/web updated",
                        "warning: the watch ended",
                        "Deployment/shop/web ready");
    }

    @Test
    void more_objects_than_fit_are_counted() {
        List<ProgressEvent> many = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            many.add(new ProgressEvent.ObjectStarted(
                    ResourceId.of("v1", "ConfigMap", "shop", "config-" + i), Action.CREATE));
        }
        show(true, many);
        assertThat(screen()).hasSize(13).last().isEqualTo("  and 3 more");
    }

    @Test
    void a_text_of_the_cluster_cannot_steer_the_terminal() {
        show(true, List.of(new ProgressEvent.Warning("no\u001b[2J\nroom")));
        assertThat(screen()).containsExactly("warning: no\\u001b[2J\\u000aroom");
    }

    private void show(boolean terminal, List<ProgressEvent> events) {
        err.reset();
        Progress progress = Progress.of(console, terminal);
        events.forEach(progress::on);
    }

    /** What a terminal shows after all that was written: it knows the three controls that are used. */
    private List<String> screen() {
        List<String> rows = new ArrayList<>(List.of(""));
        int row = 0;
        String text = err.toString(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                row++;
                if (row == rows.size()) {
                    rows.add("");
                }
            } else if (c == '\u001b') {
                int end = i + 2;
                while (!Character.isLetter(text.charAt(end))) {
                    end++;
                }
                String number = text.substring(i + 2, end);
                if (text.charAt(end) == 'A') {
                    row -= Integer.parseInt(number);
                } else if (text.charAt(end) == 'J') {
                    rows.subList(row, rows.size()).clear();
                    rows.add("");
                } else {
                    assertThat(text.substring(i, end + 1)).isIn("\u001b[?7l", "\u001b[?7h");
                }
                i = end;
            } else if (c != '\r') {
                rows.set(row, rows.get(row) + c);
            }
        }
        rows.remove(rows.size() - 1);
        return rows;
    }
}
