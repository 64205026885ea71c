package com.adorsys.webank.deploy.gitops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.BasePackPushConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * Reaches a repository on this machine by {@code git upload-pack} and {@code git receive-pack}, so that its hooks run as
 * in every push.
 *
 * <p>JGit's own transport of this kind starts a shell, and waits for ever for a process that hangs.
 */
final class LocalTransport extends Transport implements PackTransport {
    /** What {@code git rev-parse --local-env-vars} lists: it would lead Git to another repository. */
    private static final List<String> LOCAL_VARIABLES = List.of(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_CONFIG",
            "GIT_CONFIG_PARAMETERS",
            "GIT_CONFIG_COUNT",
            "GIT_OBJECT_DIRECTORY",
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_GRAFT_FILE",
            "GIT_INDEX_FILE",
            "GIT_NO_REPLACE_OBJECTS",
            "GIT_REPLACE_REF_BASE",
            "GIT_PREFIX",
            "GIT_SHALLOW_FILE",
            "GIT_COMMON_DIR",
            "GIT_INTERNAL_SUPER_PREFIX");

    private final Path path;
    private final Deadline deadline;

    LocalTransport(Repository local, URIish uri, Path path, Deadline deadline) {
        super(local, uri);
        this.path = path;
        this.deadline = deadline;
    }

    @Override
    public FetchConnection openFetch() throws TransportException {
        return openFetch(List.of());
    }

    @Override
    public FetchConnection openFetch(Collection<RefSpec> specs, String... patterns) throws TransportException {
        return new Fetch(new Service("upload-pack"), specs, patterns);
    }

    @Override
    public PushConnection openPush() throws TransportException {
        return new Push(new Service("receive-pack"));
    }

    @Override
    public void close() {
        // Each connection ends its own process.
    }

    /** A process of Git, which is ended when the deadline has passed. */
    private final class Service {
        private final Process process;
        private final StringBuilder errors = new StringBuilder();
        private final Thread errorReader;

        Service(String command) throws TransportException {
            ProcessBuilder builder = new ProcessBuilder("git", command, path.toString());
            builder.environment().keySet().removeAll(LOCAL_VARIABLES);
            builder.environment().put("GIT_PROTOCOL", "version=2");
            try {
                process = builder.start();
            } catch (IOException e) {
                throw new TransportException(uri, "git cannot be started; local repositories need it on the PATH", e);
            }
            errorReader = daemon("errors", this::readErrors);
            daemon("deadline", this::watch);
        }

        private Thread daemon(String name, Runnable work) {
            Thread thread = new Thread(work, "webank-deploy git " + name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private void readErrors() {
            byte[] buffer = new byte[4096];
            try (InputStream in = process.getErrorStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    synchronized (errors) {
                        if (errors.length() < 1 << 16) {
                            errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                        }
                    }
                }
            } catch (IOException e) {
                // The process has been ended.
            }
        }

        private void watch() {
            try {
                if (!process.waitFor(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                    deadline.miss();
                    end();
                }
            } catch (InterruptedException e) {
                end();
            }
        }

        private void end() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        /** What the process writes. Before it is waited for, everything is sent: JGit leaves the end of a pack unsent. */
        InputStream in() {
            OutputStream out = out();
            return new FilterInputStream(process.getInputStream()) {
                @Override
                public int read() throws IOException {
                    send(out);
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    send(out);
                    return super.read(bytes, offset, length);
                }
            };
        }

        private void send(OutputStream out) {
            try {
                out.flush();
            } catch (IOException e) {
                // The process no longer reads; what it said before it ended is still to be read.
            }
        }

        /** What the process reads; buffered. */
        OutputStream out() {
            return process.getOutputStream();
        }

        String errors() {
            try {
                errorReader.join(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (errors) {
                return errors.toString();
            }
        }

        void close() {
            try {
                if (!process.waitFor(Math.min(deadline.millisLeft(), 5000), TimeUnit.MILLISECONDS)) {
                    end();
                }
            } catch (InterruptedException e) {
                end();
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Fetch extends BasePackFetchConnection {
        private final Service service;

        Fetch(Service service, Collection<RefSpec> specs, String... patterns) throws TransportException {
            super(LocalTransport.this);
            this.service = service;
            init(service.in(), service.out());
            try {
                if (!readAdvertisedRefs()) {
                    lsRefs(specs, patterns);
                }
            } catch (TransportException e) {
                close();
                throw new ServiceFailure(uri, service.errors(), e);
            }
        }

        @Override
        public String getMessages() {
            return super.getMessages() + service.errors();
        }

        @Override
        public void close() {
            super.close();
            service.close();
        }
    }

    private final class Push extends BasePackPushConnection {
        private final Service service;

        Push(Service service) throws TransportException {
            super(LocalTransport.this);
            this.service = service;
            init(service.in(), service.out());
            try {
                readAdvertisedRefs();
            } catch (TransportException e) {
                close();
                throw new ServiceFailure(uri, service.errors(), e);
            }
        }

        @Override
        public String getMessages() {
            return super.getMessages() + service.errors();
        }

        @Override
        public void close() {
            super.close();
            service.close();
        }
    }

    /** Git ended before it listed its branches; the text is what it said. */
    static final class ServiceFailure extends TransportException {
        private static final long serialVersionUID = 1L;
        private final String text;

        ServiceFailure(URIish uri, String text, TransportException cause) {
            super(uri, "git ended with an error", cause);
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
