package com.adorsys.webank.deploy.eks.internal.connect;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, such that it trusts whom it is told to and nobody else, and that nothing of it is left once it
 * is closed. Makes one client.
 */
final class Transport extends JdkHttpClientFactory {
    /** How the JDK's client ends the text that it is shown as, and what its selector's thread is called. */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

    private static final String SELECTOR = "HttpClient-%s-SelectorManager";

    /** How long a connection may take to open where nobody says. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final @Nullable SSLContext tls;
    private final ExecutorService executor;
    private final OpenCalls requests = new OpenCalls();
    private volatile @Nullable HttpClient client;
    private volatile boolean closed;

    /** @param tls whom to trust, and as whom to appear; null for what fabric8 makes of its configuration */
    Transport(@Nullable SSLContext tls) {
        this.tls = tls;
        AtomicInteger count = new AtomicInteger();
        this.executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "webank-deploy-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return new Builder(HttpClient.newBuilder().executor(executor));
    }

    /**
     * The builder for a configuration. For a context of its own fabric8 would read the JDK's authorities, which takes a while;
     * where the context is replaced anyway it is told that it needs none.
     */
    @Override
    public io.fabric8.kubernetes.client.http.HttpClient.Builder newBuilder(Config config) {
        if (tls == null) {
            return super.newBuilder(config);
        }
        boolean trusting = config.isTrustCerts();
        config.setTrustCerts(true);
        try {
            return super.newBuilder(config);
        } finally {
            config.setTrustCerts(trusting);
        }
    }

    /** Comes last, so it overrides the context that fabric8 makes: that one trusts the JDK's authorities as well. */
    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
        if (tls != null) {
            builder.sslContext(tls);
        }
    }

    /** Where the client's own work is done; has as many threads as are needed. */
    Executor executor() {
        return executor;
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl closing) {
        close();
    }

    void close() {
        HttpClient made;
        synchronized (this) {
            closed = true;
            made = client;
            client = null;
        }
        // JDK 17's client may not tell a thread that waits for it.
        requests.close();
        if (made != null) {
            end(made);
        }
        executor.shutdownNow();
    }

    /** The JDK's client, made when it is needed first. */
    private synchronized HttpClient client(HttpClient.Builder builder) {
        HttpClient made = client;
        if (made == null) {
            if (closed) {
                throw new IllegalStateException("the connection is closed");
            }
            made = builder.build();
            client = made;
        }
        return made;
    }

    /** A builder that notes what it builds, since fabric8 keeps that to itself, and has requests sent by who waits for them. */
    private final class Builder implements HttpClient.Builder {
        private final HttpClient.Builder builder;
        private Duration connectTimeout = CONNECT_TIMEOUT;
        private boolean isProxied;

        Builder(HttpClient.Builder builder) {
            this.builder = builder;
        }

        @Override
        public HttpClient build() {
            SSLContext context = tls;
            ReadingClient made = context == null || isProxied ? null : new ReadingClient(context, connectTimeout);
            return new CallerClient(() -> client(builder), () -> client != null, made, requests);
        }

        @Override
        public HttpClient.Builder connectTimeout(Duration duration) {
            connectTimeout = duration;
            builder.connectTimeout(duration);
            return this;
        }

        @Override
        public HttpClient.Builder proxy(ProxySelector selector) {
            isProxied |= selector != HttpClient.Builder.NO_PROXY;
            builder.proxy(selector);
            return this;
        }

        @Override
        public HttpClient.Builder sslContext(SSLContext context) {
            builder.sslContext(context);
            return this;
        }

        @Override
        public HttpClient.Builder sslParameters(SSLParameters parameters) {
            builder.sslParameters(parameters);
            return this;
        }

        @Override
        public HttpClient.Builder cookieHandler(CookieHandler handler) {
            builder.cookieHandler(handler);
            return this;
        }

        @Override
        public HttpClient.Builder executor(Executor other) {
            builder.executor(other);
            return this;
        }

        @Override
        public HttpClient.Builder followRedirects(HttpClient.Redirect policy) {
            builder.followRedirects(policy);
            return this;
        }

        @Override
        public HttpClient.Builder version(HttpClient.Version version) {
            builder.version(version);
            return this;
        }

        @Override
        public HttpClient.Builder priority(int priority) {
            builder.priority(priority);
            return this;
        }

        @Override
        public HttpClient.Builder authenticator(Authenticator authenticator) {
            builder.authenticator(authenticator);
            return this;
        }
    }

    /**
     * Ends connections and the thread that selects among them. From JDK 21 on there is a method for that. Before it the
     * thread ends by itself some time after the client is garbage, or at once when it is interrupted.
     */
    private static void end(HttpClient made) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(made);
            return;
        } catch (NoSuchMethodException e) {
            // An older JDK.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        Matcher number = NUMBER.matcher(made.toString());
        if (number.find()) {
            String name = SELECTOR.formatted(number.group(1));
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(name)) {
                    thread.interrupt();
                }
            }
        }
    }
}
