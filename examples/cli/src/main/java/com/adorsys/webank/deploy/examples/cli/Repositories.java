package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.gitops.GitCredentials;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.KnownHosts;
import com.adorsys.webank.deploy.gitops.SshKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Optional;

/** Opens the configuration repository that {@link RepositoryArguments} name. */
final class Repositories {
    private static final String TOKEN_VARIABLE = "WEBANK_GIT_TOKEN";
    private static final String SSH_PASSPHRASE_VARIABLE = "WEBANK_SSH_PASSPHRASE";

    private Repositories() {}

    /** Opens the repository that the options name. */
    static GitOpsRepository open(Arguments arguments, Map<String, String> variables, Console console) {
        return GitOpsRepository.open(
                address(arguments.required(RepositoryArguments.REPOSITORY, "URI"), console),
                credentials(arguments, variables, console));
    }

    /** A path is one of the console's working directory. */
    private static String address(String uri, Console console) {
        return uri.contains(":") ? uri : console.file(uri).getPath();
    }

    private static GitCredentials credentials(Arguments arguments, Map<String, String> variables, Console console) {
        if (arguments.has(RepositoryArguments.SSH_KEY) || arguments.has(RepositoryArguments.KNOWN_HOSTS)) {
            return ssh(arguments, variables, console);
        }
        String token = token(arguments, variables, console);
        return token.isEmpty() ? GitCredentials.none() : GitCredentials.token(token);
    }

    /** The token that the options or the environment give; empty if there is none. */
    static String token(Arguments arguments, Map<String, String> variables, Console console) {
        Optional<String> file = Optional.ofNullable(arguments.value(RepositoryArguments.TOKEN_FILE));
        if (file.isPresent()) {
            try {
                return Files.readString(console.file(file.get()).toPath()).strip();
            } catch (IOException | InvalidPathException e) {
                throw new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.GIT_CREDENTIALS,
                        Location.ofFile(file.get()),
                        "the file with the token cannot be read",
                        "check the path and its permissions"));
            }
        }
        return variables.getOrDefault(TOKEN_VARIABLE, "").strip();
    }

    private static GitCredentials ssh(Arguments arguments, Map<String, String> variables, Console console) {
        if (arguments.has(RepositoryArguments.TOKEN_FILE)) {
            arguments.misplaced("a repository is accessed with a token or with a key of ssh", "Give one of the two");
        }
        String key = arguments.required(RepositoryArguments.SSH_KEY, "FILE");
        String hosts = arguments.required(RepositoryArguments.KNOWN_HOSTS, "FILE");
        DeployException.InvalidInput.throwIfErrors(arguments.problems());
        return GitCredentials.ssh(
                SshKey.read(console.file(key).toPath(), variables.getOrDefault(SSH_PASSPHRASE_VARIABLE, "")),
                KnownHosts.read(console.file(hosts).toPath()));
    }
}
