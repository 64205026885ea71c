/** The values that all other packages use: images, hosts, releases, references, problems. */
@NullMarked
package com.adorsys.webank.deploy.core;

import org.jspecify.annotations.NullMarked;
