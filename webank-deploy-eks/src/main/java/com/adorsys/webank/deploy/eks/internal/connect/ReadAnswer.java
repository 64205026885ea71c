package com.adorsys.webank.deploy.eks.internal.connect;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a {@link ReadingClient} as one of {@link HttpClient}.
 *
 * @param info its status and headers
 * @param body what the request's handler made of it
 */
record ReadAnswer<T>(
        HttpRequest request, Info info, @Nullable T body) implements HttpResponse<T> {
    /** What a handler is told before the body. */
    record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Override
    public int statusCode() {
        return info.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return info.headers();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return info.version();
    }
}
