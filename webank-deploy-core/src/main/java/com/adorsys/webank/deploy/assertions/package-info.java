/**
 * AssertJ assertions on what will be deployed, for users' unit tests; {@link
 * com.adorsys.webank.deploy.assertions.DeployAssertions} is the way in.
 *
 * <p>Needs AssertJ on the class path, which this library does not bring.
 */
@NullMarked
package com.adorsys.webank.deploy.assertions;

import org.jspecify.annotations.NullMarked;
