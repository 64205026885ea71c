package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys of SSH may sign commits, as the file of Git's setting {@code gpg.ssh.allowedSignersFile} says. Immutable.
 *
 * <p>A line has the principals, options and a public key: {@code jane@example.com ssh-ed25519 AAAA...}. The options {@code
 * namespaces}, {@code valid-after} and {@code valid-before} are applied; a time without {@code Z} is taken as UTC. The keys of
 * certificate authorities are ignored, since signatures with certificates are not verified.
 *
 * @see <a href="https://man.openbsd.org/ssh-keygen.1#ALLOWED_SIGNERS">The format</a>
 */
public final class AllowedSigners {
    private static final AllowedSigners NONE = new AllowedSigners(List.of(), false);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int DATE_LENGTH = 8;
    private static final int TIME_LENGTH = 14;

    private final List<Signer> signers;
    private final boolean given;

    private AllowedSigners(List<Signer> signers, boolean given) {
        this.signers = List.copyOf(signers);
        this.given = given;
    }

    /**
     * Who may sign with a key.
     *
     * @param principals as the file has them
     * @param key the fingerprint of the public key
     */
    private record Signer(
            String principals,
            String key,
            @Nullable Instant after,
            @Nullable Instant before) {
        boolean isValidAt(Instant time) {
            return (after == null || !time.isBefore(after)) && (before == null || time.isBefore(before));
        }
    }

    /** No signers: whose key it is that a commit is signed with is not known. */
    public static AllowedSigners none() {
        return NONE;
    }

    /**
     * Reads the text of a file.
     *
     * @param file the file's name, for messages
     * @throws InvalidInput with each line that is invalid
     */
    public static AllowedSigners parse(String file, String text) {
        List<Signer> signers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    Signer signer = signer(words(line.strip()));
                    if (signer != null) {
                        signers.add(signer);
                    }
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.add(Problem.error(
                            ProblemCodes.OPTION_INVALID,
                            Location.of(file, number, 1, ""),
                            "this line of the allowed signers is invalid",
                            "write it as in `jane@example.com namespaces=\"git\" ssh-ed25519 AAAA...`"));
                }
            }
        }
        InvalidInput.throwIfErrors(problems);
        return new AllowedSigners(signers, true);
    }

    /** A signer; null for the key of a certificate authority, and for one of another purpose than Git. */
    private static @Nullable Signer signer(List<String> words) {
        int key = words.size() > 1 && isKind(words.get(1)) ? 1 : 2;
        if (words.size() < key + 2 || !isKind(words.get(key))) {
            throw new IllegalArgumentException("no key");
        }
        byte[] blob = Base64.getDecoder().decode(words.get(key + 1));
        if (!SshSignature.isKeyOfKind(blob, words.get(key))) {
            throw new IllegalArgumentException("the key is of another kind");
        }
        Set<String> names = new HashSet<>();
        Instant after = null;
        Instant before = null;
        boolean isForGit = true;
        for (String option : key == 1 ? List.<String>of() : options(words.get(1))) {
            int equals = option.indexOf('=');
            String name =
                    option.substring(0, equals < 0 ? option.length() : equals).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : unquoted(option.substring(equals + 1));
            if (!names.add(name)) {
                throw new IllegalArgumentException("the option is given twice");
            }
            switch (name) {
                case "cert-authority" -> isForGit = false;
                case "namespaces" -> isForGit &= matches(value, SshSignature.NAMESPACE);
                case "valid-after" -> after = time(value);
                case "valid-before" -> before = time(value);
                default -> throw new IllegalArgumentException("unknown option");
            }
        }
        return isForGit ? new Signer(unquoted(words.get(0)), SshPublicKey.fingerprint(blob), after, before) : null;
    }

    private static boolean isKind(String word) {
        return word.indexOf('=') < 0
                && (word.startsWith("ssh-") || word.startsWith("ecdsa-") || word.startsWith("sk-"));
    }

    /** The parts between blanks that are not in quotes. */
    private static List<String> words(String line) {
        return split(line, " \t");
    }

    private static List<String> options(String word) {
        return split(word, ",");
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && separators.indexOf(c) >= 0) {
                if (!part.isEmpty()) {
                    parts.add(part.toString());
                }
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }

    /** Whether a list of patterns with {@code *}, {@code ?} and {@code !} includes a name. */
    private static boolean matches(String patterns, String name) {
        boolean included = false;
        for (String pattern : patterns.split(",", -1)) {
            boolean negated = pattern.startsWith("!");
            if (matches(pattern, negated ? 1 : 0, name, 0)) {
                if (negated) {
                    return false;
                }
                included = true;
            }
        }
        return included;
    }

    private static boolean matches(String pattern, int from, String name, int at) {
        if (from == pattern.length()) {
            return at == name.length();
        }
        if (pattern.charAt(from) == '*') {
            return matches(pattern, from + 1, name, at) || at < name.length() && matches(pattern, from, name, at + 1);
        }
        return at < name.length()
                && (pattern.charAt(from) == '?' || pattern.charAt(from) == name.charAt(at))
                && matches(pattern, from + 1, name, at + 1);
    }

    /** {@code YYYYMMDD}, {@code YYYYMMDDHHMM} or {@code YYYYMMDDHHMMSS}, with or without {@code Z}. */
    private static Instant time(String value) {
        String digits = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        if (digits.length() != DATE_LENGTH && digits.length() != TIME_LENGTH - 2 && digits.length() != TIME_LENGTH) {
            throw new IllegalArgumentException("not a time");
        }
        return LocalDateTime.parse(digits + "0".repeat(TIME_LENGTH - digits.length()), TIME)
                .toInstant(ZoneOffset.UTC);
    }

    /** Whether a file was given, even if it is empty. */
    boolean areGiven() {
        return given;
    }

    /** Whether the key with a fingerprint is listed, at whatever time it may sign. */
    boolean has(String key) {
        return signers.stream().anyMatch(signer -> signer.key().equals(key));
    }

    /** The principals that may sign at a time with the key of a fingerprint, as the file has them. */
    List<String> principals(String key, Instant time) {
        return signers.stream()
                .filter(signer -> signer.key().equals(key) && signer.isValidAt(time))
                .map(signer -> Printable.line(signer.principals()))
                .distinct()
                .toList();
    }

    /** How many keys there are. */
    @Override
    public String toString() {
        return signers.size() + " allowed signers";
    }
}
