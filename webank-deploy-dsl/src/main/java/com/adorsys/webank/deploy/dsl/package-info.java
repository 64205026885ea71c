/**
 * Webank in types: the components, what they need, the environments they run in, and how all of it is rendered.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.Webank#builder()} is where a description begins, and {@link
 * com.adorsys.webank.deploy.dsl.Webank#render} where it ends. {@link com.adorsys.webank.deploy.dsl.environment.Environments} are
 * written to a Git repository. Values are immutable and thread-safe; a change by a {@code with...} method returns a copy.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl;

import org.jspecify.annotations.NullMarked;
