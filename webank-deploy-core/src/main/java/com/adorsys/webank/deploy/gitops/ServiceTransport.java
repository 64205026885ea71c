package com.adorsys.webank.deploy.gitops;

import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
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
 * Reaches a repository by {@code git upload-pack} and {@code git receive-pack}, each a process on this machine or on
 * another.
 */
abstract class ServiceTransport extends Transport implements PackTransport {
    ServiceTransport(Repository local, URIish uri) {
        super(local, uri);
    }

    /** Starts {@code upload-pack} or {@code receive-pack}. */
    abstract Service start(String command) throws TransportException;

    @Override
    public FetchConnection openFetch() throws TransportException {
        return openFetch(List.of());
    }

    @Override
    public FetchConnection openFetch(Collection<RefSpec> specs, String... patterns) throws TransportException {
        return new Fetch(start("upload-pack"), specs, patterns);
    }

    @Override
    public PushConnection openPush() throws TransportException {
        return new Push(start("receive-pack"));
    }

    @Override
    public void close() {
        // Each connection ends its own process.
    }

    private final class Fetch extends BasePackFetchConnection {
        private final Service service;

        Fetch(Service service, Collection<RefSpec> specs, String... patterns) throws TransportException {
            super(ServiceTransport.this);
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
            super(ServiceTransport.this);
            this.service = service;
            init(service.in(), service.out());
            try {
                readAdvertisedRefs();
            } catch (TransportException e) {
                close();
                throw new ServiceFailure(uri, service.errors(), e);
            }
        }

        /** The repository was read before, so it is there. JGit would connect once more to see that. */
        @Override
        protected TransportException noRepository(Throwable cause) {
            return new NoRemoteRepositoryException(uri, "receive-pack ended", cause);
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
