/** The values that every other package speaks in: images, hosts, releases, references, problems. */
@NullMarked
package com.adorsys.webank.deploy.core;

import org.jspecify.annotations.NullMarked;
