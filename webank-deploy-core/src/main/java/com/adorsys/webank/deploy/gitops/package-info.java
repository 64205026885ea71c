/**
 * Publishing generated files into Git.
 *
 * <p>{@link com.adorsys.webank.deploy.gitops.GitOpsRepository} is the start. This package needs JGit, an optional
 * dependency: add {@code org.eclipse.jgit:org.eclipse.jgit}. Nothing else of the library uses it.
 */
@NullMarked
package com.adorsys.webank.deploy.gitops;

import org.jspecify.annotations.NullMarked;
