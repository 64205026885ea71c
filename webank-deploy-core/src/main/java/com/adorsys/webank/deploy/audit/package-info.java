/**
 * What changes between two states of a configuration repository, object by object, and which checks begin or cease to
 * find a problem. An audit says so of each commit of a branch, with its author and signature.
 *
 * <p>{@link com.adorsys.webank.deploy.audit.ConfigurationDiff} and {@link com.adorsys.webank.deploy.audit.Audit} are the
 * results, as text, JSON, Markdown and HTML. Audits are made by {@link com.adorsys.webank.deploy.audit.AuditBuilder}; for a
 * repository of Git, {@code GitOpsRepository.audit} does it.
 */
@NullMarked
package com.adorsys.webank.deploy.audit;

import org.jspecify.annotations.NullMarked;
