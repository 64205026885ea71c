package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiFailures;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions.Failure;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions.Pace;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WaitingTest {
    private static final ApiResource WIDGETS = new ApiResource("example.com/v1", "Widget", "widgets", true);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Pace FAST = new Pace(
            Duration.ofMillis(40),
            Duration.ofMillis(10),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofSeconds(5));

    private final FakeServer server = new FakeServer();
    private final Tape tape = new Tape();
    private WaitOptions options = WaitOptions.defaults().withPace(FAST).withLabelSelector("applyset/part-of=x");

    /** Writes down what a wait tells, and does something at a line. */
    private static final class Tape implements WaitListener {
        final List<String> lines = new ArrayList<>();
        Consumer<String> then = line -> {};

        @Override
        public void changed(Change change) {
            line(change.id().name() + " " + change.readiness() + " (" + change.done() + "/" + change.total() + ")");
        }

        @Override
        public void notice(String text) {
            line("! " + text);
        }

        private void line(String line) {
            lines.add(line);
            then.accept(line);
        }
    }

    private static Target target(String name) {
        return target(name, LONG);
    }

    private static Target target(String name, Duration timeout) {
        return new Target(ResourceId.of("example.com/v1", "Widget", "ns", name), WIDGETS, "uid-" + name, 2, timeout);
    }

    private static MapTree widget(String name, String ready) {
        return Trees.of("{apiVersion: example.com/v1, kind: Widget, metadata: {name: " + name
                + ", namespace: ns, uid: uid-" + name
                + ", generation: 2}, status: {conditions: [{type: Ready, status: '" + ready + "', message: m}]}}");
    }

    private static MapTree saying(String name, String message) {
        return Trees.of("{apiVersion: example.com/v1, kind: Widget, metadata: {name: " + name
                + ", namespace: ns, uid: uid-"
                + name + ", generation: 2}, status: {conditions: [{type: Ready, status: 'False', message: " + message
                + "}]}}");
    }

    private static MapTree stalled(String name) {
        return Trees.of("{apiVersion: example.com/v1, kind: Widget, metadata: {name: " + name
                + ", namespace: ns, uid: uid-" + name
                + ", generation: 2}, status: {conditions: [{type: Stalled, status: 'True', message: no way}]}}");
    }

    private static MapTree terminating(String name) {
        return Trees.of(
                "{apiVersion: example.com/v1, kind: Widget, metadata: {name: " + name + ", namespace: ns, uid: uid-"
                        + name + ", generation: 3, deletionTimestamp: '2026-03-01T12:00:00Z', finalizers: [a.b/c]}}");
    }

    private WaitResult await(Target... targets) {
        return await(Deadline.in(LONG), targets);
    }

    private WaitResult await(Deadline deadline, Target... targets) {
        try {
            return new Waiting(server, options).await(List.of(targets), deadline, tape);
        } finally {
            assertThat(server.openStreams()).as("open streams").isZero();
        }
    }

    private WaitResult awaitGone(Deadline deadline, Target... targets) {
        try {
            return new Waiting(server, options).awaitGone(List.of(targets), deadline, tape);
        } finally {
            assertThat(server.openStreams()).as("open streams").isZero();
        }
    }

    @Nested
    class The_ordinary_case {
        @Test
        void watches_nothing_if_everything_is_ready() {
            server.put(widget("a", "True"));
            server.put(widget("b", "True"));

            WaitResult result = await(target("a"), target("b"));

            assertThat(result.isDone()).isTrue();
            assertThat(tape.lines).containsExactly("a current: ready (1/2)", "b current: ready (2/2)");
            assertThat(server.requests)
                    .containsExactly(
                            "list /apis/example.com/v1/namespaces/ns/widgets?labelSelector=applyset%2Fpart-of%3Dx");
        }

        @Test
        void hears_of_every_change_by_one_watch() {
            server.put(widget("a", "False"));
            server.put(widget("b", "True"));
            server.onNextWatch(() -> {
                server.put(saying("a", "nearly"));
                server.put(saying("a", "nearly"));
                server.put(widget("stranger", "False"));
                server.put(widget("a", "True"));
            });

            assertThat(await(target("a"), target("b")).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "a in progress: m (0/2)",
                            "b current: ready (1/2)",
                            "a in progress: nearly (1/2)",
                            "a current: ready (2/2)");
            assertThat(server.requests).hasSize(2);
        }

        @Test
        void asks_from_the_version_of_the_list_with_bookmarks() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> server.put(widget("a", "True")));

            await(target("a"));

            assertThat(server.requests)
                    .containsExactly(
                            "list /apis/example.com/v1/namespaces/ns/widgets?labelSelector=applyset%2Fpart-of%3Dx",
                            "watch /apis/example.com/v1/namespaces/ns/widgets?watch=1&allowWatchBookmarks=true"
                                    + "&resourceVersion=101&labelSelector=applyset%2Fpart-of%3Dx");
        }

        @Test
        void does_not_ask_for_kinds_that_are_always_current() {
            ApiResource configMaps = new ApiResource("v1", "ConfigMap", "configmaps", true);
            ResourceId id = ResourceId.of("v1", "ConfigMap", "ns", "a");

            WaitResult result = await(new Target(id, configMaps, "uid", 0, LONG));

            assertThat(result.isDone()).isTrue();
            assertThat(server.requests).isEmpty();
            assertThat(tape.lines).containsExactly("a current (1/1)");
        }

        @Test
        void is_done_with_nothing_to_wait_for() {
            assertThat(await().isDone()).isTrue();
        }

        @Test
        void does_not_take_back_what_is_not_true_any_more() {
            server.put(widget("a", "True"));
            server.put(widget("b", "False"));
            server.onNextWatch(() -> {
                server.put(widget("a", "False"));
                server.put(widget("b", "True"));
                server.put(widget("a", "True"));
            });

            assertThat(await(target("a"), target("b")).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "a current: ready (1/2)",
                            "b in progress: m (1/2)",
                            "a in progress: m (0/2)",
                            "b current: ready (1/2)",
                            "a current: ready (2/2)");
        }
    }

    @Nested
    class The_object_that_was_applied {
        @Test
        void counts_with_its_generation_only() {
            server.put("{metadata: {name: a, uid: uid-a, generation: 1}}");
            server.onNextWatch(() -> server.put(widget("a", "True")));

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "a in progress: the server does not show the applied change yet (0/1)",
                            "a current: ready (1/1)");
        }

        @Test
        void fails_if_somebody_deleted_it() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> server.remove("a"));

            assertThat(await(target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a failed: not found: somebody deleted it");
        }

        @Test
        void fails_if_it_was_never_there() {
            assertThat(await(target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a failed: not found: somebody deleted it");
        }

        @Test
        void fails_if_somebody_made_it_anew() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> {
                server.remove("a");
                server.put("{metadata: {name: a, uid: other, generation: 5}}");
            });

            assertThat(await(target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly(
                            "Widget/ns/a failed: not found: it was deleted, and somebody made another one of this"
                                    + " name");
        }

        @Test
        void fails_if_it_is_being_deleted() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> server.put(terminating("a")));

            assertThat(await(target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a failed: terminating: being deleted, held by `a.b/c`");
        }

        @Test
        void is_still_waited_for_when_it_lost_its_label() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> server.unlabel("a", saying("a", "nearly")));
            tape.then = line -> {
                if (line.equals("a in progress: nearly (0/1)")) {
                    server.others.put("/a", widget("a", "True"));
                }
            };

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(server.count("watch")).isEqualTo(1);
        }

        @Test
        void may_be_any_one_if_its_uid_is_not_known() {
            server.put("{metadata: {name: a, uid: some}}");
            ResourceId id = ResourceId.of("example.com/v1", "Widget", "ns", "a");

            assertThat(await(new Target(id, WIDGETS, "", 0, LONG)).isDone()).isTrue();
        }
    }

    @Nested
    class Failures {
        @Test
        void end_the_wait_after_a_grace() {
            server.put(widget("a", "False"));
            server.put(widget("b", "False"));
            server.put(widget("c", "False"));
            server.onNextWatch(() -> {
                server.put(stalled("a"));
                server.put(widget("b", "True"));
            });

            WaitResult result = await(target("a"), target("b"), target("c"));

            assertThat(result.isDone()).isFalse();
            assertThat(result.entries())
                    .extracting(Object::toString)
                    .containsExactly(
                            "Widget/ns/a failed: failed: no way",
                            "Widget/ns/b is done: current: ready",
                            "Widget/ns/c was not waited for any longer: in progress: m");
            assertThat(result.entries().get(0).live()).contains(stalled("a"));
            assertThat(result.entries().get(1).live()).isEmpty();
        }

        @Test
        void that_pass_do_not_count() {
            server.put(stalled("a"));
            server.onNextWatch(() -> server.put(widget("a", "False")));
            tape.then = line -> {
                if (line.equals("a in progress: m (0/1)")) {
                    new Thread(() -> {
                                try {
                                    Thread.sleep(100);
                                } catch (InterruptedException e) {
                                    return;
                                }
                                server.put(widget("a", "True"));
                            })
                            .start();
                }
            };

            assertThat(await(target("a")).isDone()).isTrue();
        }

        @Test
        void are_collected_where_that_is_asked_for() {
            options = options.withFailure(Failure.IS_COLLECTED);
            server.put(stalled("a"));
            server.put(widget("b", "False"));
            server.onNextWatch(() -> new Thread(() -> {
                        try {
                            Thread.sleep(150);
                        } catch (InterruptedException e) {
                            return;
                        }
                        server.put(widget("b", "True"));
                    })
                    .start());

            assertThat(await(target("a"), target("b")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a failed: failed: no way", "Widget/ns/b is done: current: ready");
        }
    }

    @Nested
    class Deadlines {
        @Test
        void of_an_object_end_its_wait() {
            options = options.withFailure(Failure.IS_COLLECTED);
            server.put(widget("a", "False"));
            server.put(widget("b", "False"));

            assertThat(await(target("a", Duration.ofMillis(30)), target("b", Duration.ofMillis(120)))
                            .entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a timed out: in progress: m", "Widget/ns/b timed out: in progress: m");
        }

        @Test
        void in_all_end_the_wait_for_all() {
            server.put(widget("a", "False"));
            server.put(widget("b", "True"));

            assertThat(await(Deadline.in(Duration.ofMillis(50)), target("a"), target("b"))
                            .entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a timed out: in progress: m", "Widget/ns/b is done: current: ready");
        }

        @Test
        void leave_unknown_what_the_server_does_not_tell() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> {
                server.always.put("list", ApiFailures.lost());
                server.drop(ApiFailures.lost());
            });

            assertThat(await(Deadline.in(Duration.ofMillis(80)), target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly(
                            "Widget/ns/a timed out: unknown: the API server does not answer: the connection was"
                                    + " refused; seen last: in progress: m");
        }

        @Test
        void leave_unknown_what_was_never_seen() {
            server.always.put("list", ApiFailures.answered(500, "x"));

            assertThat(await(Deadline.in(Duration.ofMillis(80)), target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a timed out: unknown: the API server answers with code 500");
        }
    }

    @Nested
    class Streams_that_end {
        @Test
        void by_an_expired_version_begin_again_with_a_list() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> {
                server.onNextWatch(() -> server.put(widget("a", "True")));
                server.emit(FakeServer.error(410));
            });

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(server.count("list")).isEqualTo(2);
            assertThat(server.count("watch")).isEqualTo(2);
        }

        @Test
        void by_a_broken_connection_begin_again_with_a_list() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> {
                server.fail("list", ApiFailures.lost(), ApiFailures.answered(503, "x"));
                server.drop(ApiFailures.lost());
                server.put(widget("a", "True"));
            });

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(server.count("list")).isEqualTo(4);
            assertThat(server.count("watch")).isEqualTo(1);
        }

        @Test
        void by_their_time_begin_again_with_a_list() {
            server.put(widget("a", "False"));
            server.onNextWatch(() -> {
                server.drop(null);
                server.put(widget("a", "True"));
            });

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(server.count("list")).isEqualTo(2);
        }

        @Test
        void again_and_again_are_opened_less_and_less_often() {
            options = options.withPace(new Pace(
                    Duration.ofMillis(40), Duration.ofMillis(10), Duration.ofMillis(20), LONG, Duration.ofSeconds(5)));
            server.put(widget("a", "False"));
            server.always.put("watch", ApiFailures.lost());

            await(Deadline.in(Duration.ofMillis(300)), target("a"));

            assertThat(server.count("watch")).isBetween(3L, 7L);
        }

        @Test
        void in_silence_are_not_trusted() {
            options = options.withPace(new Pace(
                    Duration.ofMillis(40),
                    Duration.ofMillis(10),
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(60)));
            server.put(widget("a", "False"));
            // A stream that says nothing, since it is not the one that is listened to.
            server.onNextWatch(() -> server.onNextWatch(() -> server.put(widget("a", "True"))));

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(server.count("watch")).isEqualTo(2);
        }
    }

    @Nested
    class Refusals {
        @Test
        void of_watches_are_met_by_polling_and_said_once() {
            server.put(widget("a", "False"));
            server.put(widget("b", "False"));
            server.always.put("watch", ApiFailures.answered(403, "no"));
            tape.then = line -> {
                if (line.startsWith("!")) {
                    server.put(widget("a", "True"));
                    server.put(widget("b", "True"));
                }
            };

            assertThat(await(target("a"), target("b")).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "a in progress: m (0/2)",
                            "b in progress: m (0/2)",
                            "! the cluster does not let `widgets.example.com` in namespace `ns` be watched: they are asked for"
                                    + " every 10 ms instead",
                            "a current: ready (1/2)",
                            "b current: ready (2/2)");
            assertThat(server.count("watch")).isEqualTo(3);
        }

        @Test
        void of_lists_are_met_by_asking_for_each() {
            server.put(widget("a", "False"));
            server.always.put("list", ApiFailures.answered(403, "no"));
            tape.then = line -> {
                if (line.startsWith("a in")) {
                    server.put(widget("a", "True"));
                }
            };

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "! the cluster does not let `widgets.example.com` in namespace `ns` be listed: each is asked for"
                                    + " every 10 ms instead",
                            "a in progress: m (0/1)",
                            "a current: ready (1/1)");
            assertThat(server.count("list")).isEqualTo(3);
        }

        @Test
        void of_everything_are_the_outcome() {
            server.put(widget("a", "False"));
            server.always.put("list", ApiFailures.answered(403, "no"));
            server.always.put("get", ApiFailures.answered(403, "no"));

            assertThat(await(target("a")).entries())
                    .extracting(Object::toString)
                    .containsExactly("Widget/ns/a failed: unknown: the cluster does not let `widgets.example.com` in"
                            + " namespace `ns` be read (code 403)");
        }

        @Test
        void of_a_server_that_starts_are_not_believed() {
            server.put(widget("a", "True"));
            server.fail("list", ApiFailures.answered(403, "no"), ApiFailures.answered(403, "no"));

            assertThat(await(target("a")).isDone()).isTrue();
            assertThat(tape.lines).containsExactly("a current: ready (1/1)");
        }
    }

    @Nested
    class Kinds_with_a_say {
        private static final String CLAIM = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a, uid: u},"
                + " spec: {storageClassName: gp3}, status: {phase: Pending}}";
        private static final String CLASS = "/apis/storage.k8s.io/v1/storageclasses/gp3";

        private Target claim() {
            return new Target(
                    ResourceId.of("v1", "PersistentVolumeClaim", "ns", "a"),
                    new ApiResource("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true),
                    "u",
                    0,
                    Duration.ofMillis(50));
        }

        @Test
        void claims_that_wait_for_a_pod_are_not_waited_for() {
            server.put(CLAIM);
            server.others.put(CLASS, Trees.of("{volumeBindingMode: WaitForFirstConsumer}"));

            assertThat(await(claim()).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly("a current: bound as soon as a Pod uses it, so not waited for (1/1)");
        }

        @Test
        void claims_of_other_classes_are() {
            server.put(CLAIM);
            server.others.put(CLASS, Trees.of("{volumeBindingMode: Immediate}"));

            assertThat(await(claim()).entries())
                    .extracting(Object::toString)
                    .containsExactly("PersistentVolumeClaim/ns/a timed out: in progress: not bound to a volume yet");
        }

        @Test
        void claims_whose_class_may_not_be_read_are_not() {
            server.put(CLAIM);
            server.always.put("get", ApiFailures.answered(403, "no"));

            assertThat(await(claim()).isDone()).isTrue();
            assertThat(tape.lines)
                    .containsExactly("a current: not bound; its StorageClass may not be read, so not waited for (1/1)");
        }

        @Test
        void a_class_that_cannot_be_read_just_now_is_read_again() {
            server.put(CLAIM);
            server.others.put(CLASS, Trees.of("{volumeBindingMode: WaitForFirstConsumer}"));
            server.fail("get", ApiFailures.answered(500, "x"));

            assertThat(await(claim()).isDone()).isTrue();
        }
    }

    @Nested
    class Until_they_are_gone {
        @Test
        void objects_are_waited_for() {
            server.put(terminating("a"));
            server.onNextWatch(() -> server.remove("a"));

            assertThat(awaitGone(Deadline.in(LONG), target("a"), target("b")).isDone())
                    .isTrue();
            assertThat(tape.lines)
                    .containsExactly(
                            "a terminating: being deleted, held by `a.b/c` (0/2)",
                            "b not found (1/2)",
                            "a not found (2/2)");
        }

        @Test
        void another_object_of_the_name_does_not_count() {
            server.put(terminating("a"));
            server.onNextWatch(() -> server.put("{metadata: {name: a, uid: other}}"));

            assertThat(awaitGone(Deadline.in(LONG), target("a")).isDone()).isTrue();
        }

        @Test
        void what_holds_them_is_said() {
            server.put(terminating("a"));
            server.put(widget("b", "True"));

            assertThat(awaitGone(Deadline.in(Duration.ofMillis(40)), target("a"), target("b"))
                            .entries())
                    .extracting(Object::toString)
                    .containsExactly(
                            "Widget/ns/a timed out: terminating: being deleted, held by `a.b/c`",
                            "Widget/ns/b timed out: in progress: still there, and nobody deletes it");
        }

        @Test
        void kinds_that_are_always_current_are_waited_for_too() {
            ApiResource configMaps = new ApiResource("v1", "ConfigMap", "configmaps", true);
            ResourceId id = ResourceId.of("v1", "ConfigMap", "ns", "a");
            server.put("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, uid: uid}}");
            server.onNextWatch(() -> server.remove("a"));

            assertThat(awaitGone(Deadline.in(LONG), new Target(id, configMaps, "uid", 0, LONG))
                            .isDone())
                    .isTrue();
        }
    }

    @Test
    void ends_when_its_thread_is_interrupted() {
        server.put(widget("a", "False"));
        server.put(widget("b", "True"));
        Thread waiting = Thread.currentThread();
        server.onNextWatch(waiting::interrupt);

        assertThatThrownBy(() -> await(target("a"), target("b")))
                .isInstanceOf(DeployException.Interrupted.class)
                .hasMessage(
                        "The wait was interrupted: 1 of 2 objects are ready; not yet: Widget/ns/a (in progress: m).");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void ends_when_its_listener_throws() {
        server.put(widget("a", "False"));
        server.onNextWatch(() -> server.put(widget("a", "True")));
        tape.then = line -> {
            if (line.startsWith("a current")) {
                throw new IllegalStateException("enough");
            }
        };

        assertThatThrownBy(() -> await(target("a"))).hasMessage("enough");
    }
}
