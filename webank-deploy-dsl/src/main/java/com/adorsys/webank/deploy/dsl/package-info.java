/**
 * The typed model of Webank: its components, their settings, the environments they run in, and the rendering.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.Webank#builder()} starts a description, and {@link
 * com.adorsys.webank.deploy.dsl.Webank#render} renders it. {@link
 * com.adorsys.webank.deploy.dsl.environment.Environments} are written to a Git repository. Values are immutable and
 * thread-safe; a change by a {@code with...} method returns a copy.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl;

import org.jspecify.annotations.NullMarked;
