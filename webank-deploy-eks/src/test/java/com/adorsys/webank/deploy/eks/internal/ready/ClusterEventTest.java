package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterEventTest {
    private final List<ClusterEvent> events = new ArrayList<>();

    private void event(String type, String name, String second, String reason, String message) {
        events.add(ClusterEvent.of(new LiveObject(Trees.of("{type: " + type + ", reason: " + reason + ", message: '"
                + message
                + "', lastTimestamp: '2026-03-01T12:00:" + second + "Z', involvedObject: {kind: Pod, name: " + name
                + "}}"))));
    }

    @Test
    void the_newest_comes_first_and_the_same_once() {
        event("Warning", "a", "01", "Failed", "no a");
        event("Warning", "b", "03", "Failed", "no b");
        event("Warning", "a", "02", "Unhealthy", "probe");
        event("Warning", "a", "04", "Unhealthy", "probe");

        assertThat(ClusterEvent.newest(events, List.of()))
                .containsExactly(
                        "2026-03-01T12:00:04Z Pod/a: Unhealthy: probe (2 times)",
                        "2026-03-01T12:00:03Z Pod/b and 1 more: Failed: no b (2 times)");
    }

    @Test
    void others_are_shown_only_if_there_is_no_warning() {
        event("Normal", "a", "01", "Pulled", "image there");
        assertThat(ClusterEvent.newest(events, List.of()))
                .containsExactly("2026-03-01T12:00:01Z Pod/a: Pulled: image there");

        event("Warning", "a", "02", "Failed", "no");
        assertThat(ClusterEvent.newest(events, List.of())).containsExactly("2026-03-01T12:00:02Z Pod/a: Failed: no");
    }

    @Test
    void what_a_cause_says_is_not_said_again() {
        event("Warning", "a", "01", "Failed", "Error: secret \"x\" not found");
        event("Warning", "a", "02", "BackOff", "Back-off restarting failed container");
        event("Warning", "a", "03", "Failed", "Error: ErrImagePull");
        event("Warning", "a", "04", "Other", "more");

        assertThat(ClusterEvent.newest(events, List.of("cannot start: secret \"x\" not found")))
                .containsExactly("2026-03-01T12:00:04Z Pod/a: Other: more");
        assertThat(ClusterEvent.newest(events, List.of())).hasSize(4);
    }

    @Test
    void there_are_ten_at_most() {
        for (int i = 10; i < 40; i++) {
            event("Warning", "a", String.valueOf(i), "Failed", "reason " + i);
        }

        assertThat(ClusterEvent.newest(events, List.of()))
                .hasSize(10)
                .first()
                .isEqualTo("2026-03-01T12:00:39Z Pod/a: Failed:" + " reason 39");
    }

    @Test
    void time_and_count_may_be_in_several_places() {
        ClusterEvent series = ClusterEvent.of(new LiveObject(
                Trees.of("{series: {count: 7, lastObservedTime: '2026-03-01T12:00:05.123456Z'}, eventTime:"
                        + " '2026-03-01T12:00:01.000000Z', involvedObject: {fieldPath: 'spec.containers{main}'}}")));
        ClusterEvent old =
                ClusterEvent.of(new LiveObject(Trees.of("{count: 3, firstTimestamp: '2026-03-01T12:00:01Z'}")));

        assertThat(series.time()).isEqualTo("2026-03-01T12:00:05Z");
        assertThat(series.count()).isEqualTo(7);
        assertThat(series.isAbout("main")).isTrue();
        assertThat(series.isAbout("side")).isFalse();
        assertThat(old.time()).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(old.count()).isEqualTo(3);
        assertThat(old.isAbout("main")).isTrue();
    }
}
