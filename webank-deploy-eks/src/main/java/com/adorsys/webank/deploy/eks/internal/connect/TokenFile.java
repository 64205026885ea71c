package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token in a file that somebody else renews; read again each minute, as kubectl does. */
record TokenFile(Path file, Clock clock) implements TokenSource {
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    @Override
    public BearerToken make() {
        try {
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                Instant again = clock.instant().plus(READ_AGAIN);
                return new BearerToken(text, again, again);
            }
        } catch (IOException e) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TOKEN_UNREADABLE,
                    Location.ofFile(file.toString()),
                    "the file of the kubeconfig's token cannot be read",
                    "Check the path and its permissions"));
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.TOKEN_EMPTY,
                Location.ofFile(file.toString()),
                "the file holds no token",
                "Write one into it"));
    }
}
