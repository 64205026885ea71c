package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.internal.api.ApiFailures;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One collection of an API server in memory: it lists, gets and streams, and fails as it is told to. */
final class FakeServer implements ApiReader {
    private record Happening(long version, MapTree event) {}

    private final class FakeStream implements Stream {
        final Consumer<MapTree> event;
        final CompletableFuture<Void> done = new CompletableFuture<>();

        FakeStream(Consumer<MapTree> event) {
            this.event = event;
        }

        @Override
        public CompletableFuture<Void> done() {
            return done;
        }

        @Override
        public void close() {
            synchronized (FakeServer.this) {
                streams.remove(this);
            }
            done.complete(null);
        }
    }

    final List<String> requests = new ArrayList<>();
    /** What lists, watches and gets answer before they work; the last one of {@code always} goes on. */
    final Map<String, Deque<RuntimeException>> failures = new LinkedHashMap<>();

    final Map<String, RuntimeException> always = new LinkedHashMap<>();
    final Map<String, String> texts = new LinkedHashMap<>();
    /** Objects at paths of their own, outside of the collection. */
    final Map<String, MapTree> others = new LinkedHashMap<>();
    /** Lists outside of the collection, by the path without the query. */
    final Map<String, List<MapTree>> lists = new LinkedHashMap<>();

    private final Map<String, MapTree> objects = new LinkedHashMap<>();
    private final List<FakeStream> streams = new ArrayList<>();
    private final List<Happening> log = new ArrayList<>();
    private @Nullable Runnable onWatch;
    private long version = 100;

    synchronized void put(String yaml) {
        put(Trees.of(yaml));
    }

    synchronized void put(MapTree object) {
        boolean there = objects.put(new LiveObject(object).name(), object) != null;
        happen(there ? "MODIFIED" : "ADDED", object);
    }

    synchronized void remove(String name) {
        MapTree gone = objects.remove(name);
        if (gone != null) {
            happen("DELETED", gone);
        }
    }

    /** The object leaves lists and streams, but can be got, as if it had lost its label. */
    synchronized void unlabel(String name, MapTree then) {
        MapTree was = objects.remove(name);
        others.put("/" + name, then);
        if (was != null) {
            happen("DELETED", was);
        }
    }

    synchronized void emit(MapTree event) {
        for (FakeStream stream : List.copyOf(streams)) {
            stream.event.accept(event);
        }
    }

    /** Ends every stream. */
    void drop(@Nullable RuntimeException failure) {
        List<FakeStream> open;
        synchronized (this) {
            open = List.copyOf(streams);
            streams.clear();
        }
        for (FakeStream stream : open) {
            if (failure == null) {
                stream.done.complete(null);
            } else {
                stream.done.completeExceptionally(failure);
            }
        }
    }

    synchronized int openStreams() {
        return streams.size();
    }

    /** Runs once, when the next stream has been opened. */
    synchronized void onNextWatch(Runnable action) {
        onWatch = action;
    }

    void fail(String verb, RuntimeException... some) {
        failures.computeIfAbsent(verb, any -> new ArrayDeque<>()).addAll(List.of(some));
    }

    long count(String verb) {
        return requests.stream()
                .filter(request -> request.startsWith(verb + " "))
                .count();
    }

    private void happen(String type, MapTree object) {
        Happening happening = new Happening(++version, MapTree.of("type", type).with("object", object));
        log.add(happening);
        emit(happening.event());
    }

    private void answer(String verb, String path) {
        requests.add(verb + " " + path);
        Deque<RuntimeException> some = failures.get(verb);
        if (some != null && !some.isEmpty()) {
            throw some.remove();
        }
        if (always.containsKey(verb)) {
            throw always.get(verb);
        }
    }

    @Override
    public synchronized Optional<MapTree> find(String path) {
        answer("get", path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        MapTree other = others.get(path);
        return Optional.ofNullable(other != null ? other : objects.getOrDefault(name, others.get("/" + name)));
    }

    @Override
    public synchronized String list(String pathAndQuery, Consumer<MapTree> item) {
        answer("list", pathAndQuery);
        String path = pathAndQuery.replaceFirst("\\?.*", "");
        List.copyOf(lists.containsKey(path) ? lists.get(path) : objects.values())
                .forEach(item);
        return Long.toString(version);
    }

    @Override
    public Stream watch(String pathAndQuery, Consumer<MapTree> event) {
        FakeStream stream = new FakeStream(event);
        Runnable then;
        synchronized (this) {
            try {
                answer("watch", pathAndQuery);
            } catch (RuntimeException e) {
                stream.done.completeExceptionally(e);
                return stream;
            }
            long from = Long.parseLong(pathAndQuery.replaceFirst(".*resourceVersion=(\\d+).*", "$1"));
            for (Happening happening : log) {
                if (happening.version() > from) {
                    event.accept(happening.event());
                }
            }
            streams.add(stream);
            then = onWatch;
            onWatch = null;
        }
        if (then != null) {
            then.run();
        }
        return stream;
    }

    @Override
    public synchronized String text(String pathAndQuery) {
        answer("log", pathAndQuery);
        String text = texts.get(pathAndQuery.replaceFirst("\\?.*", ""));
        if (text == null) {
            throw ApiFailures.answered(404, "no such log");
        }
        return text;
    }

    @Override
    public ApiReader within(Deadline deadline) {
        return this;
    }

    static MapTree error(int code) {
        return MapTree.of("type", "ERROR")
                .with("object", MapTree.of("kind", "Status").with("code", ScalarTree.of(code)));
    }
}
