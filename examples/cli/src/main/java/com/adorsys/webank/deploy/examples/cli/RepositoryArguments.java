package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.util.List;

/** The options that name a configuration repository and the credentials for it; {@link Repositories} opens it. */
final class RepositoryArguments {
    static final String REPOSITORY = "--repository";

    static final List<Option> OPTIONS = List.of(Option.value(REPOSITORY), Option.value("--token-file"));

    static final String HELP = """
              --token-file FILE   a file with the token for the repository. Default: the
                                  environment variable WEBANK_GIT_TOKEN
            """;

    private RepositoryArguments() {}
}
