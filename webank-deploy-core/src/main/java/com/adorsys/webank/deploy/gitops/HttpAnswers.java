package com.adorsys.webank.deploy.gitops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/** Makes HTTP connections that keep the status of the last answer, and that end at a deadline. */
final class HttpAnswers implements HttpConnectionFactory {
    private final Deadline deadline;
    private int status;
    private Optional<String> location = Optional.empty();

    HttpAnswers(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The status of the last answer; 0 without one. */
    int status() {
        return status;
    }

    /** Where the last answer redirects to. */
    Optional<String> location() {
        return status >= 300 && status < 400 ? location : Optional.empty();
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Recorded(url, null);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Recorded(url, proxy);
    }

    private final class Recorded extends JDKHttpConnection {
        Recorded(URL url, @Nullable Proxy proxy) throws IOException {
            super(url, proxy == null ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public int getResponseCode() throws IOException {
            status = super.getResponseCode();
            location = Optional.ofNullable(getHeaderField("Location"));
            return status;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    check();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    check();
                    return super.read(bytes, offset, length);
                }
            };
        }

        /** A server that sends a little now and then never lets a read time out. */
        private void check() throws SocketTimeoutException {
            if (deadline.isOver()) {
                deadline.miss();
                throw new SocketTimeoutException("the time is over");
            }
        }
    }
}
