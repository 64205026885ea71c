/** Webank's environments, as a team would write them in a repository of its own. */
@NullMarked
package com.adorsys.webank.deploy.examples.environments;

import org.jspecify.annotations.NullMarked;
