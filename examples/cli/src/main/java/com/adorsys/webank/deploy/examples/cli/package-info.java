/** A command-line tool that embeds the library: {@link com.adorsys.webank.deploy.examples.cli.Cli} for a team's own main. */
@NullMarked
package com.adorsys.webank.deploy.examples.cli;

import org.jspecify.annotations.NullMarked;
