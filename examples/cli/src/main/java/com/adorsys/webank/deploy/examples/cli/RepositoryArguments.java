package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.util.List;

/** The options that name a configuration repository and the credentials for it; {@link Repositories} opens it. */
final class RepositoryArguments {
    static final String REPOSITORY = "--repository";

    static final String TOKEN_FILE = "--token-file";
    static final String SSH_KEY = "--ssh-key";
    static final String KNOWN_HOSTS = "--known-hosts";

    static final List<Option> OPTIONS = List.of(
            Option.value(REPOSITORY), Option.value(TOKEN_FILE), Option.value(SSH_KEY), Option.value(KNOWN_HOSTS));

    static final String HELP = """
              --token-file FILE   a file with the token for the repository. Default: the
                                  environment variable WEBANK_GIT_TOKEN
              --ssh-key FILE      the private key for a repository over ssh; if it has a passphrase,
                                  that is read from the environment variable WEBANK_SSH_PASSPHRASE
              --known-hosts FILE  the hosts that are trusted over ssh, such as ~/.ssh/known_hosts;
                                  required with --ssh-key
            """;

    private RepositoryArguments() {}
}
