package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.Interrupted;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to the REST API. Redirects are not followed. A request is sent again if a rate limit ends soon, or if the
 * server or the connection failed and sending it twice does no harm. Every other failure is a {@link DeployException}.
 */
final class RestClient {
    private static final int ATTEMPTS = 3;
    /** The longest answers compare commits, with their files. */
    private static final int MOST_BYTES = 32 << 20;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Headers that are set here or by the client of the JDK, which does not decompress answers. */
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "connection", "authorization", "accept-encoding");

    private final HttpClient client;
    private final RestFailure failure;
    private final Duration timeout;
    private final Time time;
    private Duration patience;

    RestClient(GitHubOptions options, RestFailure failure, Time time) {
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(options.timeout())
                .build();
        this.failure = failure;
        this.timeout = options.timeout();
        this.patience = options.patience();
        this.time = time;
    }

    /**
     * Sends a request until it succeeds.
     *
     * @param authorization the credentials; if they are not accepted, others are tried once
     * @throws DeployException if it fails
     */
    RestAnswer send(RestRequest request, Authorization authorization) {
        for (int attempt = 1; ; attempt++) {
            String sent = authorization.header();
            RestAnswer answer;
            try {
                answer = once(request, sent);
            } catch (IOException e) {
                if (!request.action().isIdempotent() || attempt == ATTEMPTS || !pause(PAUSE.multipliedBy(attempt))) {
                    throw failure.noAnswer(e, timeout);
                }
                continue;
            }
            if (answer.isSuccess()) {
                return answer;
            }
            boolean isRenewed =
                    answer.status() == HttpURLConnection.HTTP_UNAUTHORIZED && attempt == 1 && authorization.renew();
            if (!isRenewed && !isWorthAnotherAttempt(request, answer, attempt)) {
                throw failure.of(request.action(), answer, sent, time.now());
            }
        }
    }

    private boolean isWorthAnotherAttempt(RestRequest request, RestAnswer answer, int attempt) {
        Optional<Duration> wait = answer.rateLimitWait(time.now());
        if (wait.isPresent()) {
            // Nothing was done, so that it can be sent again whatever it is.
            return pause(wait.get());
        }
        return answer.isServerFault()
                && request.action().isIdempotent()
                && attempt < ATTEMPTS
                && pause(PAUSE.multipliedBy(attempt));
    }

    /** Waits, unless that is longer than what is left of the patience. */
    private boolean pause(Duration duration) {
        if (duration.compareTo(patience) > 0) {
            return false;
        }
        patience = patience.minus(duration);
        try {
            time.pause(duration);
            return true;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private RestAnswer once(RestRequest request, String authorization) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(timeout)
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        builder.header("Authorization", authorization);
        CompletableFuture<HttpResponse<byte[]>> sending =
                client.sendAsync(builder.build(), info -> new LimitedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sending.get(timeout.toMillis() + 1, TimeUnit.MILLISECONDS);
            return new RestAnswer(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            sending.cancel(true);
            throw interrupted();
        } catch (TimeoutException e) {
            sending.cancel(true);
            throw new HttpTimeoutException("the answer takes too long");
        } catch (ExecutionException e) {
            if (LimitedBody.isExceeded(e)) {
                throw failure.unreadable(request.action());
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()));
        }
    }

    private static Interrupted interrupted() {
        return new Interrupted("the request to GitHub was interrupted");
    }
}
