package com.adorsys.webank.deploy.gitops;

/**
 * With what a host is accessed over SSH.
 *
 * @param key what the host knows the caller by
 * @param hosts what the caller knows the host by
 */
record SshLogin(SshKey key, KnownHosts hosts) {}
