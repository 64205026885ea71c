package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of a private key, and where it is from. */
final class PrivateKeyText {
    private static final String OPEN_PGP = "BEGIN PGP ";
    private static final String OPEN_SSH = "BEGIN OPENSSH ";
    private static final List<String> PUBLIC_STARTS = List.of("ssh-", "ecdsa-", "sk-");
    /** What is shorter may be in other texts by chance. */
    private static final int SHORTEST_SECRET_LINE = 32;

    private final String text;
    private final Location location;

    private PrivateKeyText(String text, Location location) {
        this.text = text;
        this.location = location;
    }

    /** @throws InvalidInput if it is a public key */
    static PrivateKeyText of(String text, Location location) {
        PrivateKeyText key = new PrivateKeyText(text, location);
        if (key.has("PUBLIC KEY") || PUBLIC_STARTS.stream().anyMatch(text.stripLeading()::startsWith)) {
            throw key.invalid("it is a public key", "give the private key that belongs to it");
        }
        return key;
    }

    /** @throws InvalidInput if it is a public key, or cannot be read */
    static PrivateKeyText read(Path file) {
        Location location = Location.ofFile(file.toString());
        try {
            return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), location);
        } catch (IOException e) {
            throw invalid(
                    location, "the file with the private key cannot be read", "check the path and its permissions");
        }
    }

    String text() {
        return text;
    }

    boolean isOpenPgp() {
        return has(OPEN_PGP);
    }

    /** Whether one of the lines that begin or end a block has some words. */
    boolean has(String words) {
        return text.lines().anyMatch(line -> line.startsWith("-----") && line.contains(words));
    }

    /**
     * Whether a text contains the key: one of its lines. The first two lines of keys of OpenSSH and OpenPGP are left out:
     * they are the same for all unencrypted keys of a kind, or are public.
     */
    boolean isIn(String other) {
        return text.lines()
                .filter(line -> !line.startsWith("-----") && line.indexOf(':') < 0)
                .skip(has(OPEN_SSH) || isOpenPgp() ? 2 : 0)
                .map(String::strip)
                .anyMatch(line -> line.length() >= SHORTEST_SECRET_LINE && other.contains(line));
    }

    InvalidInput undecryptable(String passphrase) {
        return passphrase.isEmpty()
                ? invalid("the private key is encrypted, and no passphrase was given", "give its passphrase")
                : invalid("the passphrase does not decrypt the private key", "give the passphrase of this key");
    }

    InvalidInput invalid(String what, String remedy) {
        return invalid(location, what, remedy);
    }

    private static InvalidInput invalid(Location location, String what, String remedy) {
        return new InvalidInput(Problem.error(ProblemCodes.GIT_KEY, location, what, remedy));
    }
}
