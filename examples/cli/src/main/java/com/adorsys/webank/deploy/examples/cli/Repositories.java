package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.gitops.GitCredentials;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Optional;

/** Opens the configuration repository that {@link RepositoryArguments} name. */
final class Repositories {
    private static final String TOKEN_VARIABLE = "WEBANK_GIT_TOKEN";

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
        Optional<String> file = Optional.ofNullable(arguments.value("--token-file"));
        if (file.isPresent()) {
            try {
                return GitCredentials.token(
                        Files.readString(console.file(file.get()).toPath()).strip());
            } catch (IOException | InvalidPathException e) {
                throw new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.GIT_CREDENTIALS,
                        Location.ofFile(file.get()),
                        "the file with the token cannot be read",
                        "check the path and its permissions"));
            }
        }
        String token = variables.getOrDefault(TOKEN_VARIABLE, "").strip();
        return token.isEmpty() ? GitCredentials.none() : GitCredentials.token(token);
    }
}
