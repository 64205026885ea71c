package com.adorsys.webank.deploy.gitops;

import org.eclipse.jgit.errors.TransportException;

/** The host of a repository was not trusted, or did not accept the key. The message is for the user. */
final class SshFailure extends TransportException {
    private static final long serialVersionUID = 1L;

    SshFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
