package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.SshPublicKey;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are trusted over SSH, with their keys. Immutable.
 *
 * <p>The form is that of OpenSSH's file {@code known_hosts}, with patterns, ports and hashed names. A key that a line marks
 * as {@code @revoked} is refused for every host. Lines with {@code @cert-authority} are ignored.
 */
public final class KnownHosts {
    private static final String REVOKED = "revoked";

    private final List<KnownHostEntry> entries;

    private KnownHosts(List<KnownHostEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads the text of a {@code known_hosts} file.
     *
     * @throws InvalidInput if it has no host, or a line of another form
     */
    public static KnownHosts of(String text) {
        return parse(text, "knownHosts");
    }

    /**
     * Reads a {@code known_hosts} file.
     *
     * @throws InvalidInput as {@link #of} does, and if the file cannot be read
     */
    public static KnownHosts read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw invalid(
                    Location.ofFile(file.toString()),
                    "the file of known hosts cannot be read",
                    "check the path and its permissions");
        }
    }

    /**
     * Reads the file of the user who runs this, {@code ~/.ssh/known_hosts}.
     *
     * @throws InvalidInput as {@link #read} does
     */
    public static KnownHosts ofUser() {
        return read(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"));
    }

    private static KnownHosts parse(String text, String place) {
        List<KnownHostEntry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            KnownHostEntry entry = entry(line);
            if (entry == null) {
                problems.add(Problem.error(
                        ProblemCodes.GIT_CREDENTIALS,
                        Location.of(place, i + 1, 1, ""),
                        "this is not a line of a known_hosts file",
                        "write it as in `example.com ssh-ed25519 AAAA...`, or remove it"));
            } else {
                entries.add(entry);
            }
        }
        InvalidInput.throwIfErrors(problems);
        if (entries.isEmpty()) {
            throw invalid(
                    Location.ofFile(place),
                    "there is no known host",
                    "add the line of the host, which `ssh-keyscan` prints; compare its key with what the host's operator"
                            + " publishes");
        }
        return new KnownHosts(entries);
    }

    private static @Nullable KnownHostEntry entry(String line) {
        try {
            KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
            return entry == null
                            || entry.getKeyEntry() == null
                            || entry.getKeyEntry().getKeyData() == null
                    ? null
                    : entry;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static InvalidInput invalid(Location location, String what, String remedy) {
        return new InvalidInput(Problem.error(ProblemCodes.GIT_CREDENTIALS, location, what, remedy));
    }

    /** What is known of the key of a host. */
    enum Verdict {
        KNOWN,
        /** No key of the host is known. */
        UNKNOWN,
        /** Other keys of the host are known. */
        CHANGED,
        REVOKED
    }

    Verdict verdict(String host, int port, PublicKey key) {
        byte[] blob = SshBlobs.of(key);
        for (KnownHostEntry entry : entries) {
            if (REVOKED.equals(entry.getMarker()) && isOf(entry, blob)) {
                return Verdict.REVOKED;
            }
        }
        List<KnownHostEntry> ofHost = entries(host, port);
        if (ofHost.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return ofHost.stream().anyMatch(entry -> isOf(entry, blob)) ? Verdict.KNOWN : Verdict.CHANGED;
    }

    private static boolean isOf(KnownHostEntry entry, byte[] blob) {
        return Arrays.equals(entry.getKeyEntry().getKeyData(), blob);
    }

    /** The fingerprints of the known keys of a host, in backticks. */
    List<String> fingerprints(String host, int port) {
        return entries(host, port).stream()
                .map(entry -> Problem.quote(
                        SshPublicKey.fingerprint(entry.getKeyEntry().getKeyData())))
                .toList();
    }

    /** The known keys of a host that this machine can use. */
    List<PublicKey> keys(String host, int port) {
        List<PublicKey> keys = new ArrayList<>();
        for (KnownHostEntry entry : entries(host, port)) {
            try {
                PublicKey key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
                if (key != null) {
                    keys.add(key);
                }
            } catch (IOException | GeneralSecurityException e) {
                // Its bytes are compared all the same.
            }
        }
        return keys;
    }

    private List<KnownHostEntry> entries(String host, int port) {
        return entries.stream()
                .filter(entry -> entry.getMarker() == null || entry.getMarker().isEmpty())
                .filter(entry -> entry.isHostMatch(host, port))
                .toList();
    }

    /** How many lines there are. */
    @Override
    public String toString() {
        return entries.size() + " known hosts";
    }
}
