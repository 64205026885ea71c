package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That an environment was seen healthy, and with which images.
 *
 * <p>An image is the text that its pod has. If it names a tag, the tag may have been moved since then; a digest cannot be.
 *
 * @param application the Application that Argo CD had synced
 * @param revision the commit that it had synced
 * @param images the images that ran; sorted
 * @param time when it was seen, in whole seconds
 */
public record HealthRecord(String application, String revision, List<String> images, Instant time) {
    private static final String APPLICATION = "Application: ";
    private static final String REVISION = "Revision: ";
    private static final String TIME = "Time: ";
    private static final String IMAGE = "Image: ";
    private static final int ID_LENGTH = 40;

    /**
     * Sorts the images.
     *
     * @throws InvalidInput if the revision is not a full commit id, or a text is empty or has more than one line
     */
    public HealthRecord {
        images = images.stream().distinct().sorted().toList();
        time = time.truncatedTo(ChronoUnit.SECONDS);
        List<Problem> problems = new ArrayList<>();
        if (!isId(revision)) {
            problems.add(problem("revision", Problem.quote(revision) + " is not a full commit id"));
        }
        if (!isLine(application)) {
            problems.add(problem("application", Problem.quote(application) + " is not the name of an Application"));
        }
        for (String image : images) {
            if (!isLine(image)) {
                problems.add(problem("images", Problem.quoteImage(image) + " is not an image"));
            }
        }
        InvalidInput.throwIfErrors(problems);
    }

    private static Problem problem(String path, String what) {
        return Problem.error(
                ProblemCodes.OPTION_INVALID,
                Location.of("record." + path),
                what,
                "take it from the Application's status");
    }

    private static boolean isId(String text) {
        return text.length() == ID_LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.strip().equals(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /** The text of the note. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(APPLICATION).append(application).append('\n');
        text.append(REVISION).append(revision).append('\n');
        text.append(TIME).append(time).append('\n');
        images.forEach(image -> text.append(IMAGE).append(image).append('\n'));
        return text.toString();
    }

    /**
     * Reads the text of a note; empty if it is not a record.
     *
     * @param commit the commit that it is a note of
     */
    static Optional<HealthRecord> parse(String commit, String text) {
        String application = "";
        String time = "";
        List<String> images = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(APPLICATION)) {
                application = line.substring(APPLICATION.length());
            } else if (line.startsWith(TIME)) {
                time = line.substring(TIME.length());
            } else if (line.startsWith(IMAGE)) {
                images.add(line.substring(IMAGE.length()));
            }
        }
        try {
            return Optional.of(new HealthRecord(application, commit, images, Instant.parse(time)));
        } catch (DateTimeException | InvalidInput e) {
            return Optional.empty();
        }
    }

    /** {@code argocd/webank-dev was healthy at 1a2b3c...}. */
    @Override
    public String toString() {
        return application + " was healthy at " + revision;
    }
}
