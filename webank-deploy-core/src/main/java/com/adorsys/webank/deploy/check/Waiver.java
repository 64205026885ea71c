package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Accepts the problems with a code at one object, for a reason. Immutable.
 *
 * <pre>{@code
 * Waiver.of(ProblemCodes.POD_SECURITY, "Deployment/webank-userapp", "nginx of this image starts as root");
 * }</pre>
 *
 * <p>A waived error or warning is no longer a problem; {@link CheckReport#waived} still shows it, with the reason.
 *
 * <p>A waiver that waives nothing is a warning, {@code WAIVER_UNUSED}. It is not an error, since it hides nothing: if a
 * waiver is misspelt, its problem is still reported; if a problem was corrected, here or in a later version of the checks,
 * that must not stop a deployment.
 */
public final class Waiver {
    private final String code;
    private final ManifestSelector object;
    private final String reason;

    private Waiver(String code, ManifestSelector object, String reason) {
        this.code = code;
        this.object = object;
        this.reason = reason;
    }

    /**
     * A waiver.
     *
     * @param code the code of the problems, such as {@code POD_SECURITY}
     * @param object the object: {@code KIND/NAME}, in whatever namespace it is, or {@code KIND/NAMESPACE/NAME}
     * @param reason why the problems are accepted, for those who read the code and the output
     * @throws DeployException.InvalidInput if the code or the object is invalid, or the reason is blank
     */
    public static Waiver of(String code, String object, String reason) {
        List<Problem> problems = new ArrayList<>();
        if (!isCode(code)) {
            problems.add(Problem.error(
                    ProblemCodes.WAIVER_INVALID,
                    Location.of("waiver.code"),
                    Problem.quote(code) + " is not the code of a problem",
                    "write it as the checks print it, such as `POD_SECURITY`"));
        }
        if (reason.isBlank()) {
            problems.add(Problem.error(
                    ProblemCodes.WAIVER_INVALID,
                    Location.of("waiver.reason"),
                    "the waiver of " + Problem.quote(code) + " for " + Problem.quote(object) + " has no reason",
                    "write why the problem is accepted"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Waiver(code, ManifestSelector.parse(object), reason);
    }

    /** The code of the problems that are waived. */
    public String code() {
        return code;
    }

    /** The object at which they are waived. */
    public ManifestSelector object() {
        return object;
    }

    /** Why the problems are accepted. */
    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waiver that
                && code.equals(that.code)
                && object.equals(that.object)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, object, reason);
    }

    /** {@code POD_SECURITY of Deployment/webank-userapp: nginx of this image starts as root}. */
    @Override
    public String toString() {
        return code + " of " + object + ": " + reason;
    }

    private static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || !(c == '_' || c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
