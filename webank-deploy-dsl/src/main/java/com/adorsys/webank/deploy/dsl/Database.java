package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;

/**
 * The PostgreSQL database of a component: {@link ExternalDatabase one that runs elsewhere}, or {@link InClusterDatabase
 * one that is part of the release}.
 */
public sealed interface Database permits ExternalDatabase, InClusterDatabase {
    /** The name of the database on the server. */
    String name();

    /** The user that the component connects as. */
    String user();

    /** The Secret key that holds the user's password. */
    SecretKeyRef password();

    /** The server's port, 1 to 65535. */
    int port();
}
