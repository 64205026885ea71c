package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.WaitRun.Signal;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The objects of one kind in one namespace: listed, then watched; polled where that is refused. Belongs to one thread. */
final class Watched {
    /** How the cluster is asked. Each is tried until the cluster refuses it. */
    private enum Way {
        WATCH,
        LIST,
        GET
    }

    /** A refusal counts when it was heard so often: a server that is starting refuses what it will allow. */
    private static final int BELIEVED = 3;

    private static final long NEVER = Duration.ofDays(365).toNanos();
    /** A stream that held so long was a good one. */
    private static final Duration GOOD = Duration.ofSeconds(5);

    private final WaitRun run;
    private final ApiResource resource;
    private final String namespace;
    private final Map<String, Awaited> awaited;

    private Way way = Way.WATCH;
    private String version = "";
    private String trouble = "";
    private ApiReader.@Nullable Stream stream;
    private int streams;
    private boolean listed;
    private long dueNanos = System.nanoTime();
    private long heardNanos;
    private long openedNanos;
    private int failures;
    private int refusals;
    private int watchRefusals;

    Watched(WaitRun run, ApiResource resource, String namespace, Map<String, Awaited> awaited) {
        this.run = run;
        this.resource = resource;
        this.namespace = namespace;
        this.awaited = awaited;
    }

    boolean has(Awaited one) {
        return awaited.get(one.target.id().name()) == one;
    }

    /** Why nothing is known just now; empty if it is. */
    String trouble() {
        return trouble;
    }

    void close() {
        streams++;
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    /** How long until there is something to do here without a signal. */
    Duration toDue(long now) {
        if (stream != null) {
            return Duration.ofNanos(
                    Math.max(0, heardNanos + nanos(run.options().pace().silence()) - now));
        }
        return Duration.ofNanos(listed ? 0 : Math.max(0, dueNanos - now));
    }

    void lookIfDue(long now) {
        if (stream != null && toDue(now).isZero()) {
            // Neither an event nor a bookmark: the connection may be dead without anybody having said so.
            close();
            dueNanos = now;
        }
        if (stream != null || listed || dueNanos - now > 0) {
            return;
        }
        if (awaited.values().stream().allMatch(Awaited::isFinal)) {
            dueNanos = now + NEVER;
            return;
        }
        try {
            if (way == Way.GET) {
                for (Awaited one : awaited.values()) {
                    get(one);
                }
            } else {
                list();
            }
            trouble = "";
            refusals = 0;
            if (way == Way.WATCH) {
                // A watch that fails after each list counts its failures on.
                listed = true;
            } else {
                failures = 0;
            }
            dueNanos = System.nanoTime() + nanos(run.options().pace().poll());
        } catch (ApiException | Json.Malformed e) {
            failed(e);
        }
    }

    void openIfListed() {
        if (!listed) {
            return;
        }
        listed = false;
        int mine = ++streams;
        openedNanos = System.nanoTime();
        heardNanos = openedNanos;
        String path = query("watch=1&allowWatchBookmarks=true&resourceVersion=" + ApiServer.encoded(version));
        ApiReader.Stream opened = run.source().watch(path, event -> run.signal(new Signal(this, mine, event, null)));
        stream = opened;
        var unused =
                opened.done().whenComplete((nothing, failure) -> run.signal(new Signal(this, mine, null, failure)));
    }

    void take(Signal signal) {
        if (signal.stream() != streams) {
            return;
        }
        heardNanos = System.nanoTime();
        try {
            MapTree event = signal.event();
            if (event == null) {
                ended(signal.failure());
            } else {
                take(event);
            }
        } catch (ApiException | Json.Malformed e) {
            // What an event made us read could not be read: begin again with a list.
            close();
            failed(e);
        }
    }

    private void take(MapTree event) {
        String type = event.string("type").orElse("");
        LiveObject object = new LiveObject(event).map("object");
        if (type.equals("ERROR")) {
            close();
            long code = object.count("code");
            // An expired version is no trouble: a list makes a new one.
            again(code == 410 ? "" : "the watch was ended with code " + code);
            return;
        }
        failures = 0;
        Awaited one = awaited.get(object.name());
        if (one == null || type.equals("BOOKMARK")) {
            return;
        }
        if (type.equals("DELETED")) {
            gone(one, object);
        } else {
            run.observe(one, object.tree());
        }
    }

    private void gone(Awaited one, LiveObject object) {
        String uid = one.target.uid();
        if (!uid.isEmpty() && !uid.equals(object.uid())) {
            return;
        }
        if (run.goal() == Awaited.Goal.GONE) {
            run.miss(one);
        } else {
            getLost(one);
        }
    }

    private void ended(@Nullable Throwable failure) {
        close();
        if (failure instanceof ApiException e && isRefusal(e)) {
            if (++watchRefusals >= BELIEVED) {
                way = Way.LIST;
                run.notice("the cluster does not let " + what() + " be watched: they are asked for every "
                        + text(run.options().pace().poll()) + " instead");
            }
        }
        again(failure == null ? "" : reason(failure));
    }

    /** Lists again: at once after a good stream, later after each bad one. */
    private void again(String why) {
        trouble = why;
        if (System.nanoTime() - openedNanos >= nanos(GOOD)) {
            failures = 0;
        }
        dueNanos = System.nanoTime() + (failures == 0 ? 0 : backoff());
        failures++;
    }

    private void failed(RuntimeException e) {
        trouble = reason(e);
        if (e instanceof ApiException refusal && isRefusal(refusal) && ++refusals >= BELIEVED) {
            refusals = 0;
            if (way != Way.GET) {
                way = Way.GET;
                run.notice("the cluster does not let " + what() + " be listed: each is asked for every "
                        + text(run.options().pace().poll()) + " instead");
                dueNanos = System.nanoTime();
                return;
            }
            for (Awaited one : awaited.values()) {
                if (!one.isFinal()) {
                    run.refuse(one, "the cluster does not let " + what() + " be read (code " + refusal.code() + ")");
                }
            }
        }
        dueNanos = System.nanoTime() + backoff();
        failures++;
    }

    private void list() {
        Set<String> seen = new HashSet<>();
        version = run.source().list(query(""), item -> {
            String name = new LiveObject(item).name();
            Awaited one = awaited.get(name);
            if (one != null && seen.add(name)) {
                run.observe(one, item);
            }
        });
        for (Awaited one : awaited.values()) {
            if (seen.contains(one.target.id().name()) || one.isFinal()) {
                continue;
            }
            if (run.goal() == Awaited.Goal.GONE) {
                run.miss(one);
            } else {
                getLost(one);
            }
        }
    }

    /** An object that lost its label leaves lists and streams as if it was deleted: from then on it is asked for by name. */
    private void getLost(Awaited one) {
        if (get(one) && one.readiness().state() != Readiness.State.NOT_FOUND) {
            way = Way.GET;
            close();
            listed = false;
            dueNanos = System.nanoTime() + nanos(run.options().pace().poll());
        }
    }

    private boolean get(Awaited one) {
        Optional<MapTree> found =
                run.source().find(resource.path(namespace, one.target.id().name()));
        if (found.isPresent()) {
            run.observe(one, found.get());
        } else {
            run.miss(one);
        }
        return found.isPresent();
    }

    private String query(String more) {
        List<String> parts = new ArrayList<>();
        if (!more.isEmpty()) {
            parts.add(more);
        }
        if (!run.options().labelSelector().isEmpty()) {
            parts.add("labelSelector=" + ApiServer.encoded(run.options().labelSelector()));
        }
        if (!run.options().fieldSelector().isEmpty()) {
            parts.add("fieldSelector=" + ApiServer.encoded(run.options().fieldSelector()));
        }
        return resource.path(namespace) + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** Twice as long each time, give or take a quarter, so that many waits do not come back together. */
    private long backoff() {
        long first = nanos(run.options().pace().firstBackoff());
        long longest = nanos(run.options().pace().longestBackoff());
        long base = Math.min(longest, first << Math.min(failures, 20));
        return base - base / 4 + ThreadLocalRandom.current().nextLong(base / 2 + 1);
    }

    private String what() {
        String group = resource.group();
        String name = group.isEmpty() ? resource.plural() : resource.plural() + "." + group;
        return Problem.quote(name) + (namespace.isEmpty() ? "" : " in namespace " + Problem.quote(namespace));
    }

    private static boolean isRefusal(ApiException e) {
        return e.code() == 401 || e.code() == 403 || e.code() == 404 || e.code() == 405;
    }

    private static String reason(Throwable failure) {
        if (failure instanceof ApiException e) {
            return e.isUnanswered()
                    ? "the API server does not answer: " + e.serverMessage()
                    : "the API server answers with code " + e.code();
        }
        return "the API server's answer is not readable";
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(NEVER)) > 0 ? NEVER : duration.toNanos();
    }
}
