/**
 * Publishing generated files into Git, and reading and auditing what is there.
 *
 * <p>{@link com.adorsys.webank.deploy.gitops.GitOpsRepository} is the start. This package needs JGit, an optional
 * dependency: add {@code org.eclipse.jgit:org.eclipse.jgit}. Addresses of SSH and signing by SSH also need {@code
 * org.eclipse.jgit:org.eclipse.jgit.ssh.apache} and {@code org.bouncycastle:bcpg-jdk18on}; signing by OpenPGP,
 * and verifying such signatures, needs the latter. Nothing else of the library uses them.
 */
@NullMarked
package com.adorsys.webank.deploy.gitops;

import org.jspecify.annotations.NullMarked;
