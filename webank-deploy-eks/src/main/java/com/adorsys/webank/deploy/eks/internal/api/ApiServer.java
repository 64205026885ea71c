package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.ApiException.Outcome;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One API server. Thread-safe; calls block.
 *
 * <p>What is safe to send again is sent again until the deadline: after a lost connection, a 429, 502, 503 or 504, as late
 * as {@code Retry-After} says. Reads, applies and deletes are safe; {@link #create} and {@link #replace} are not, and end
 * with {@link ApiException#outcomeUnknown()} when their answer is lost.
 *
 * <p>A server that has never answered is given up at once if its name is not found in DNS or nothing listens at its
 * address, and after 15 seconds if it cannot be connected to for another reason, before any deadline. After its first answer
 * both are waited for, as any lost connection.
 *
 * <p>Soon after a lost connection a 403 or 404 is not believed before {@code /readyz} says that the server is up: one that
 * is starting has not loaded its roles yet.
 *
 * <p>When the thread is interrupted, a read ends at once and a write ends with its answer; nothing further is begun, and
 * {@link DeployException.Interrupted} is thrown.
 */
public final class ApiServer implements ApiReader {
    /** How many requests are under way at most where nobody says. */
    public static final int CONCURRENCY = 16;

    static final String JSON = "application/json";
    private static final String METADATA = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final String VERSIONS =
            "application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1," + METADATA;
    private static final String APPLY = "application/apply-patch+yaml";
    private static final int PAGE = 500;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(65);
    private static final Duration SUSPICION = Duration.ofSeconds(5);

    /**
     * A server that never answered is more likely unreachable from here than just being restarted; and a first read that
     * it leaves open is more likely lost than slow, as JDK 17's client may lose one of two when an HTTP/2 connection ends.
     */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(15);

    /** A server that ends sends a connection away once; one that does so each time does not want the caller. */
    private static final int MOST_TURNED_AWAY = 5;

    private final Shared shared;
    private final Deadline deadline;
    private final Fence fence;

    private ApiServer(Shared shared, Deadline deadline, Fence fence) {
        this.shared = shared;
        this.deadline = deadline;
        this.fence = fence;
    }

    /** What every view of a server has in common. */
    private static final class Shared {
        final HttpClient http;
        final String base;
        final Limiter limiter;
        final ObjectMemory memory;
        final LongAdder requests = new LongAdder();
        final LongAdder writes = new LongAdder();
        volatile long lostAtNanos;
        volatile boolean lost;
        volatile boolean answered;

        Shared(HttpClient http, String base, Limiter limiter, ObjectMemory memory) {
            this.http = http;
            this.base = base;
            this.limiter = limiter;
            this.memory = memory;
        }
    }

    /**
     * The server of an HTTP client, without a deadline. The client stays the caller's.
     *
     * @param config what the client was made for
     * @param concurrency how many requests are under way at most
     * @param memory what was seen of its objects before, and will be
     */
    public static ApiServer of(HttpClient client, Config config, int concurrency, ObjectMemory memory) {
        // fabric8 would send everything again, writes included; who owns the request owns its repetition.
        HttpClient http = client.newBuilder().tag(sentOnce(client, config)).build();
        return new ApiServer(
                new Shared(http, url(config), new Limiter(concurrency), memory), Deadline.none(), Fence.OPEN);
    }

    /** The address of a configuration's server, without a slash at its end. */
    public static String url(Config config) {
        String url = config.getMasterUrl();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** How a client calls, in whose name included, but without its repetitions. */
    private static RequestConfig sentOnce(HttpClient client, Config config) {
        @Nullable
        RequestConfig own = client instanceof Interceptor.RequestTags tags ? tags.getTag(RequestConfig.class) : null;
        return new RequestConfigBuilder(own == null ? config.getRequestConfig() : own)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    /** The same server for requests that must be over in time. */
    @Override
    public ApiServer within(Deadline end) {
        return new ApiServer(shared, end.or(deadline), fence);
    }

    /** The same server with a deadline of its own, even a later one: for what comes after a run's end, or beside it. */
    public ApiServer until(Deadline end) {
        return new ApiServer(shared, end, fence);
    }

    /** The same server for writes that somebody else must allow. */
    public ApiServer behind(Fence guard) {
        return new ApiServer(shared, deadline, guard);
    }

    public ObjectMemory memory() {
        return shared.memory;
    }

    /** Until when requests are repeated. */
    public Deadline deadline() {
        return deadline;
    }

    /** How many requests have been sent, repeated ones included. */
    public long requests() {
        return shared.requests.sum();
    }

    /** How many of them could change something. */
    public long writes() {
        return shared.writes.sum();
    }

    /** Reads an object or whatever else is at a path. */
    public ApiAnswer get(String pathAndQuery) {
        return exchange(Call.read(pathAndQuery));
    }

    /** Reads an object; empty if it is not there. */
    @Override
    public Optional<MapTree> find(String pathAndQuery) {
        try {
            return Optional.of(get(pathAndQuery).body());
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Reads an object; empty if it is not there, or may not be read. */
    public Optional<MapTree> findIfAllowed(String pathAndQuery) {
        return ApiReader.ifAllowed(Optional.empty(), () -> find(pathAndQuery));
    }

    /** Reads a text, such as a container's log. */
    @Override
    public String text(String pathAndQuery) {
        return new String(send(Call.read(pathAndQuery)).body(), StandardCharsets.UTF_8);
    }

    /** Creates an object (POST). Not repeated when the answer is lost. */
    public ApiAnswer create(String path, Tree body) {
        return exchange(new Call("POST", path, JSON, Json.write(body), Call.Effect.ONCE));
    }

    /** Creates an object as a dry run: nothing is stored, so it may be repeated. */
    public ApiAnswer dryRunCreate(String path, Tree body) {
        String query = (path.indexOf('?') < 0 ? "?" : "&") + "dryRun=All";
        return exchange(new Call("POST", path + query, JSON, Json.write(body), Call.Effect.NONE));
    }

    /** Asks by an object that the server keeps nothing of, such as an access review. */
    public ApiAnswer ask(String path, Tree body) {
        return exchange(new Call("POST", path, JSON, Json.write(body), Call.Effect.NONE));
    }

    /** Replaces an object (PUT). Not repeated when the answer is lost. */
    public ApiAnswer replace(String path, Tree body) {
        return exchange(new Call("PUT", path, JSON, Json.write(body), Call.Effect.ONCE));
    }

    /** Applies an object on the server's side. */
    public ApiAnswer apply(String path, Tree body, ApplyMode mode) {
        Call.Effect effect = mode.dryRun() ? Call.Effect.NONE : Call.Effect.REPEATABLE;
        return exchange(new Call("PATCH", path + mode.query(), APPLY, Json.write(body), effect));
    }

    /** Applies an object as a dry run, only to find out whether it would work: the object in the answer is not read. */
    public ApiAnswer tryApply(String path, Tree body, ApplyMode mode) {
        String query = mode.asDryRun().query();
        HttpResponse<byte[]> response =
                send(new Call("PATCH", path + query, APPLY, Json.write(body), Call.Effect.NONE));
        return answer(response, MapTree.of());
    }

    /**
     * Patches an object. Repeated when the answer is lost: the patch must be one that does nothing, or is refused, the
     * second time.
     */
    public ApiAnswer patch(String pathAndQuery, String contentType, Tree body) {
        return exchange(new Call("PATCH", pathAndQuery, contentType, Json.write(body), Call.Effect.REPEATABLE));
    }

    /** Patches an object as a dry run: the answer is the object as it would be. */
    public ApiAnswer dryRunPatch(String path, String contentType, Tree body) {
        return exchange(new Call("PATCH", path + "?dryRun=All", contentType, Json.write(body), Call.Effect.NONE));
    }

    /**
     * Deletes an object, in the background what it owns. What is not there is an answer with code 404.
     *
     * @param uid of the object that is meant; another one of its name is a conflict
     * @param version that is meant; another one is a conflict. Empty for any
     */
    public ApiAnswer delete(String path, String uid, String version) {
        MapTree meant = MapTree.of("uid", uid);
        Tree options = MapTree.builder()
                .put("preconditions", version.isEmpty() ? meant : meant.with("resourceVersion", version))
                .put("propagationPolicy", "Background")
                .build();
        try {
            return exchange(new Call("DELETE", path, JSON, Json.write(options), Call.Effect.REPEATABLE));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return new ApiAnswer(404, MapTree.of(), e.warnings(), "");
            }
            throw e;
        }
    }

    /**
     * Reads all objects of a collection, 500 at a time, each with {@code apiVersion} and {@code kind}.
     *
     * <p>Where the collection changes so much that a later page has expired, the rest is read as it is by then: an object
     * may be missed or come twice, and who counts on that must read it by its name.
     *
     * @return the resource version of the list, to watch from
     */
    @Override
    public String list(String pathAndQuery, Consumer<MapTree> item) {
        return list(pathAndQuery, JSON, item);
    }

    /** As {@link #list}, of each object the metadata only. */
    public String listMetadata(String pathAndQuery, Consumer<MapTree> item) {
        return list(pathAndQuery, METADATA, item);
    }

    /**
     * The resource versions of all objects of a collection by their uids, those aside that are being deleted.
     *
     * @return empty if the server does not say them in protobuf, or the collection changes too much
     */
    public Optional<Map<String, String>> versions(String pathAndQuery) {
        String first = pathAndQuery + (pathAndQuery.indexOf('?') < 0 ? "?" : "&") + "limit=" + PAGE;
        Map<String, String> versions = new HashMap<>();
        String next = "";
        do {
            String path = next.isEmpty() ? first : first + "&continue=" + encoded(next);
            try {
                next = VersionsPage.read(send(Call.read(path, VERSIONS)).body(), versions);
            } catch (VersionsPage.Unreadable e) {
                return Optional.empty();
            } catch (ApiException e) {
                if (e.code() != 406 && e.code() != 410) {
                    throw e;
                }
                return Optional.empty();
            }
        } while (!next.isEmpty());
        return Optional.of(versions);
    }

    private String list(String pathAndQuery, String accept, Consumer<MapTree> item) {
        String first = pathAndQuery + (pathAndQuery.indexOf('?') < 0 ? "?" : "&") + "limit=" + PAGE;
        String next = first;
        String version = "";
        while (true) {
            ListPage page;
            try {
                page = ListPage.read(send(Call.read(next, accept)).body(), item);
            } catch (ApiException e) {
                String rest = e.status()
                        .map("metadata")
                        .flatMap(m -> m.string("continue"))
                        .orElse("");
                if (e.code() != 410 || rest.isEmpty()) {
                    throw e;
                }
                next = first + "&continue=" + encoded(rest);
                continue;
            }
            version = page.resourceVersion();
            if (page.next().isEmpty()) {
                return version;
            }
            next = first + "&continue=" + encoded(page.next());
        }
    }

    /**
     * Watches a collection by one stream.
     *
     * @param pathAndQuery with {@code watch=1} and a resource version
     * @param event called with {@code type} and {@code object} of each event, by a thread of the HTTP client; must not block
     */
    @Override
    public Watch watch(String pathAndQuery, Consumer<MapTree> event) {
        HttpRequest request = shared.http
                .newHttpRequestBuilder()
                .uri(shared.base + pathAndQuery)
                .header("Accept", JSON)
                .forStreaming()
                .build();
        shared.requests.increment();
        return Watch.open(shared.http, request, "GET " + pathAndQuery, event);
    }

    /** Waits until the server says that it is ready, or the deadline is over; returns whether it said so. */
    public boolean awaitReady() {
        for (int round = 0; !deadline.isOver(); round++) {
            try {
                HttpResponse<byte[]> response = once(Call.read("/readyz"), Duration.ofSeconds(10));
                // Where /readyz may not be read, it was at least answered by a server that knows its roles.
                if (response.code() == 200 || response.code() == 401 || response.code() == 403 && round >= 10) {
                    return true;
                }
            } catch (Lost e) {
                markLost();
            }
            pause(Duration.ofMillis(Math.min(1000, 50L << Math.min(round, 5))));
        }
        return false;
    }

    /** A path segment or query value as it stands in a URL. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name as a path segment: names of RBAC objects may hold colons, which stay. */
    static String segment(String name) {
        return encoded(name).replace("%3A", ":");
    }

    private ApiAnswer exchange(Call call) {
        HttpResponse<byte[]> response = send(call);
        byte[] body = response.body();
        MapTree tree = MapTree.of();
        if (body.length > 0 && body[0] == '{') {
            try {
                tree = Json.readMap(body);
            } catch (Json.Malformed e) {
                throw ApiException.unanswered(
                        call.name(), "the answer is not readable: " + e.getMessage(), Outcome.UNKNOWN, e);
            }
        }
        return answer(response, tree);
    }

    private static ApiAnswer answer(HttpResponse<byte[]> response, MapTree body) {
        String date = response.header("Date");
        return new ApiAnswer(
                response.code(), body, WarningHeaders.texts(response.headers("Warning")), date == null ? "" : date);
    }

    /** The answer below 400 to a request, sent as often as it is sensible. */
    private HttpResponse<byte[]> send(Call call) {
        Outcome outcome = Outcome.NOTHING_WRITTEN;
        boolean distrusted = false;
        Deadline firstAnswer = Deadline.in(FIRST_ANSWER);
        int turnedAway = 0;
        boolean leftOpen = false;
        for (int round = 0; ; round++) {
            if (Thread.interrupted()) {
                throw new DeployException.Interrupted(call.name() + " was not sent: the thread was interrupted");
            }
            if (call.isWrite()) {
                fence.check();
                if (deadline.isOver()) {
                    throw ApiException.timedOut(call.name(), outcome, null);
                }
            }
            Duration wait;
            ApiException failure;
            try {
                boolean isFirst = !shared.answered && !leftOpen && !call.isWrite();
                HttpResponse<byte[]> response = limited(call, isFirst ? FIRST_ANSWER : LONGEST_ANSWER);
                shared.answered = true;
                int code = response.code();
                if (code < 400) {
                    return response;
                }
                failure = ApiException.answered(
                        call.name(), code, response.body(), WarningHeaders.texts(response.headers("Warning")));
                if ((code == 403 || code == 404) && !distrusted && isSuspicious()) {
                    distrusted = true;
                    awaitReady();
                    continue;
                }
                wait = RetryAfter.of(response, round);
                if (!call.isRepeatableAfter(failure)) {
                    throw code >= 500 ? failure.after(outcome) : failure;
                }
                if (code != 429) {
                    markLost();
                }
                // The server gave up waiting for etcd; the write may have happened all the same.
                if (call.isWrite() && (code == 504 || failure.isOfStorage())) {
                    outcome = Outcome.UNKNOWN;
                }
            } catch (Lost e) {
                markLost();
                if (call.isWrite() && !e.isUnsent()) {
                    outcome = Outcome.UNKNOWN;
                }
                failure = ApiException.unanswered(call.name(), e.fault().text(), outcome, e.getCause());
                turnedAway = e.isTurnedAway() ? turnedAway + 1 : 0;
                leftOpen |= !e.isTurnedAway();
                wait = RetryAfter.backoff(round);
                // The client's clock counts whole milliseconds: it may give an answer up just before the deadline.
                if (shared.answered && e.isTimeout() && deadline.left().compareTo(wait) <= 0) {
                    throw ApiException.timedOut(call.name(), outcome, e.getCause());
                }
                if (!shared.answered && e.isNobodyThere()) {
                    throw failure;
                }
                boolean once = outcome == Outcome.UNKNOWN && !call.isRepeatable();
                if (e.isFinal() || turnedAway >= MOST_TURNED_AWAY || once) {
                    throw failure;
                }
                if (!shared.answered && e.isUnsent() && firstAnswer.left().compareTo(wait) <= 0) {
                    throw failure;
                }
            }
            if (deadline.left().compareTo(wait) <= 0) {
                throw failure.after(outcome);
            }
            pause(wait);
        }
    }

    private HttpResponse<byte[]> limited(Call call, Duration longest) throws Lost {
        long began = System.nanoTime();
        shared.limiter.enter();
        try {
            Duration left = deadline.left();
            Duration patience = left.compareTo(longest) < 0 ? left : longest;
            HttpResponse<byte[]> response = once(call, patience.toMillis() < 1 ? Duration.ofMillis(1) : patience);
            if (response.code() == 429) {
                shared.limiter.overloaded(began);
            } else {
                shared.limiter.succeeded();
            }
            return response;
        } finally {
            shared.limiter.leave();
        }
    }

    private HttpResponse<byte[]> once(Call call, Duration patience) throws Lost {
        HttpRequest.Builder builder = shared.http
                .newHttpRequestBuilder()
                .uri(shared.base + call.path())
                .header("Accept", call.accept())
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (call.body() != null && call.contentType() != null) {
            builder.method(call.method(), call.contentType(), call.body());
        }
        shared.requests.increment();
        if (call.isWrite()) {
            shared.writes.increment();
        }
        CompletableFuture<HttpResponse<byte[]>> future;
        try {
            future = shared.http.sendAsync(builder.build(), byte[].class);
        } catch (IllegalStateException e) {
            // The client was closed.
            throw new DeployException.Interrupted(call.name() + " was not sent: the connection is closed");
        }
        return await(future, call, Deadline.in(patience.plusSeconds(1)));
    }

    /** Waits for the answer of a request that is under way. Of a write to its end: an interrupt is kept for later. */
    private static <T> T await(CompletableFuture<T> future, Call call, Deadline end) throws Lost {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(Math.max(1, end.left().toMillis()), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    if (!call.isWrite()) {
                        future.cancel(true);
                        throw new DeployException.Interrupted(
                                call.name() + " was given up: the thread was interrupted");
                    }
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw lost(e);
                } catch (TimeoutException e) {
                    future.cancel(true);
                    throw new Lost(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** No answer, unless it is that there is no token for the request, which has its own text. */
    private static Lost lost(ExecutionException failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof DeployException told) {
                throw told;
            }
        }
        return new Lost(failure.getCause() == null ? failure : failure.getCause());
    }

    private void markLost() {
        shared.lostAtNanos = System.nanoTime();
        shared.lost = true;
    }

    private boolean isSuspicious() {
        return shared.lost && System.nanoTime() - shared.lostAtNanos < SUSPICION.toNanos();
    }

    private static void pause(Duration duration) {
        Deadline.pause(duration, "waiting for the API server was interrupted");
    }
}
