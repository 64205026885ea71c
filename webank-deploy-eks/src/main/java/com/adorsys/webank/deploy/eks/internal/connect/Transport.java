package com.adorsys.webank.deploy.eks.internal.connect;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, such that it trusts whom it is told to and nobody else, and that nothing of it is left once it
 * is closed. Makes one client.
 */
final class Transport extends JdkHttpClientFactory {
    /** How the JDK's client ends the text that it is shown as, and what its selector's thread is called. */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

    private static final String SELECTOR = "HttpClient-%s-SelectorManager";

    private final @Nullable SSLContext tls;
    private final ExecutorService executor;
    private volatile @Nullable HttpClient client;

    /**
     * A transport.
     *
     * @param tls whom to trust, and as whom to appear; null for what fabric8 makes of its configuration
     */
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
        return remembering(HttpClient.newBuilder().executor(executor));
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

    /** Ends the client. */
    void close() {
        HttpClient made = client;
        client = null;
        if (made != null) {
            end(made);
        }
        executor.shutdownNow();
    }

    /** A builder that notes what it builds, since fabric8 keeps that to itself, and has requests sent by who waits for them. */
    private HttpClient.Builder remembering(HttpClient.Builder builder) {
        return (HttpClient.Builder) Proxy.newProxyInstance(
                HttpClient.Builder.class.getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(builder, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof HttpClient made) {
                        client = made;
                        return new CallerClient(made);
                    }
                    return result == builder ? proxy : result;
                });
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
