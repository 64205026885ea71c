package com.adorsys.webank.deploy.eks.testing;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FaultProxy} does to the requests that it was asked about, by {@link FaultProxy#when}.
 *
 * <p>Where several rules meet one request, all hold, in the order in which they were made.
 */
public final class ProxyRule {
    private final Predicate<ProxyRequest> when;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Consumer<ProxyRequest> before = request -> {};
    private volatile Consumer<ProxyRequest> after = request -> {};
    private volatile Cut cut = Cut.NO;
    private volatile @Nullable CannedAnswer answer;
    private volatile @Nullable Duration streamEnd;

    ProxyRule(Predicate<ProxyRequest> when) {
        this.when = when;
    }

    enum Cut {
        NO,
        BEFORE,
        AFTER,
        HALF_WAY
    }

    /** An answer of the proxy's own. */
    record CannedAnswer(
            int code,
            String contentType,
            String body,
            @Nullable Duration retryAfter) {}

    /** A request that stands still. */
    public static final class Hold {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold() {}

        /** Waits until a request is held. */
        public void await() {
            try {
                if (!held.await(1, TimeUnit.MINUTES)) {
                    throw new AssertionError("No request came to be held within a minute");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted before a request was held", e);
            }
        }

        /** Whether a request is held, or was. */
        public boolean isHeld() {
            return held.getCount() == 0;
        }

        /** Lets the request go on, and every later one of the same rule. */
        public void release() {
            released.countDown();
        }

        private void hold() {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                // The proxy is closed.
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Holds for so many requests, and then no more. Without it, a rule holds for every request that it meets. */
    public ProxyRule times(int count) {
        left.set(count);
        return this;
    }

    /** Cuts the connection; the server never sees the request. */
    public void cutBefore() {
        cut = Cut.BEFORE;
    }

    /** Cuts the connection when the server has answered; the client sees nothing of the answer. */
    public void cutAfter() {
        cut = Cut.AFTER;
    }

    /** Cuts the connection in the middle of the answer's body. */
    public void cutHalfWay() {
        cut = Cut.HALF_WAY;
    }

    /** Runs something before the request goes to the server. */
    public ProxyRule call(Consumer<ProxyRequest> action) {
        before = before.andThen(action);
        return this;
    }

    /** Runs something when the server has answered, before the client sees it. */
    public ProxyRule callAfter(Consumer<ProxyRequest> action) {
        after = after.andThen(action);
        return this;
    }

    /** Keeps the request from the server until it is released. */
    public Hold hold() {
        Hold hold = new Hold();
        call(request -> hold.hold());
        return hold;
    }

    /** Keeps the server's answer from the client until it is released. */
    public Hold holdAnswer() {
        Hold hold = new Hold();
        callAfter(request -> hold.hold());
        return hold;
    }

    /** Lets the request wait before it goes to the server. */
    public ProxyRule delay(Duration time) {
        return call(request -> sleep(time));
    }

    /** Lets the answer wait before it goes to the client. */
    public ProxyRule delayAnswer(Duration time) {
        return callAfter(request -> sleep(time));
    }

    /** Answers in the server's place, with what it says when it is overloaded (429), going down (503) or cut off (504). */
    public void answer(int code, @Nullable Duration retryAfter) {
        answer = code == 429
                ? new CannedAnswer(code, "text/plain", "Too many requests, please try again later.", retryAfter)
                : new CannedAnswer(code, "application/json", status(code, "", reason(code)), retryAfter);
    }

    /** Answers in the server's place. */
    public void answer(int code, String contentType, String body) {
        answer = new CannedAnswer(code, contentType, body, null);
    }

    /** Ends a watch after a while, as a server does that closes its oldest ones. */
    public void endWatchAfter(Duration time) {
        streamEnd = time;
    }

    /** Answers a watch with the event of a resourceVersion that is too old, and ends it. */
    public void expireWatch() {
        answer = new CannedAnswer(
                200,
                "application/json",
                "{\"type\":\"ERROR\",\"object\":" + status(410, "Expired", "too old resource version: 1 (2)") + "}\n",
                null);
    }

    boolean takes(ProxyRequest request) {
        return when.test(request) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    void before(ProxyRequest request) {
        before.accept(request);
    }

    void after(ProxyRequest request) {
        after.accept(request);
    }

    Cut cut() {
        return cut;
    }

    @Nullable
    CannedAnswer answer() {
        return answer;
    }

    @Nullable
    Duration streamEnd() {
        return streamEnd;
    }

    private static String reason(int code) {
        return code == 503
                ? "apiserver is shutting down"
                : code == 504 ? "Timeout: request did not complete" : "refused";
    }

    private static String status(int code, String reason, String message) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\"%s\","
                        + "\"reason\":\"%s\",\"code\":%d}",
                message,
                reason,
                code);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // The proxy is closed.
            Thread.currentThread().interrupt();
        }
    }
}
