/**
 * AssertJ assertions on manifests and generated files, for users' unit tests. {@link
 * com.adorsys.webank.deploy.assertions.DeployAssertions} is the entry point.
 *
 * <p>Needs AssertJ on the class path, which is not a dependency of this library.
 */
@NullMarked
package com.adorsys.webank.deploy.assertions;

import org.jspecify.annotations.NullMarked;
