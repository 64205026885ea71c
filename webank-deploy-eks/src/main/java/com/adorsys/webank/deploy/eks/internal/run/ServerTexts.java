package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the API server says, as it may be shown: on one line, not endless, and without the values of what holds secrets. */
public final class ServerTexts {
    private static final String IMMUTABLE = "field is immutable";

    private ServerTexts() {}

    /** The server's text about an object. Its values are left out where the kind holds secrets, or dumps its pods. */
    static String about(ResourceId id, ApiException e) {
        if (!isDumped(id)) {
            return RefusalTexts.of(e);
        }
        String fields = RefusalTexts.fieldsWithoutValues(e);
        // A refusal for want of a right, a quota or a policy names no value; it comes without fields.
        return fields.isEmpty()
                ? RefusalTexts.withoutValues(e).orElse("its text is not shown, since it may hold values")
                : fields;
    }

    private static boolean isDumped(ResourceId id) {
        return id.kind().equals("Secret") && id.group().isEmpty() || id.kind().equals("Job");
    }

    /** Why the server refuses fields, without their values; empty if it does not say. */
    static String reasons(ResourceId id, ApiException e) {
        Set<String> reasons = new LinkedHashSet<>();
        for (ApiException.Cause cause : e.causes()) {
            String reason = reason(cause.message());
            // What looks like a reason may be the end of a value.
            if (!reason.isEmpty() && (!isDumped(id) || reason.startsWith(IMMUTABLE))) {
                reasons.add(OneLine.clause(reason));
            }
        }
        return String.join("; ", reasons);
    }

    /** Of {@code Invalid value: VALUE: REASON} and {@code Forbidden: REASON} the reason, without what follows on further lines. */
    private static String reason(String message) {
        if (message.startsWith("Forbidden: ")) {
            return message.substring("Forbidden: ".length()).lines().findFirst().orElse("");
        }
        int from = message.indexOf(": ");
        int last = message.lastIndexOf(": ");
        return from < last ? message.substring(last + 2) : "";
    }

    /**
     * The exception that leaves the library for a request that failed.
     *
     * @param what was to be done, as the beginning of a sentence: {@code Reading the inventory of webank/webank}
     */
    public static DeployException failure(String what, ApiException e) {
        String text = OneLine.clause(RefusalTexts.of(e));
        if (e.isTimedOut()) {
            String unknown =
                    e.outcomeUnknown() ? " It is not known whether the server did it; the next run finds out." : "";
            DeployException late = new DeployException.TimedOut(
                    what + " timed out: " + text + "." + unknown + " Give the run more time (`--timeout`).");
            late.initCause(e);
            return late;
        }
        if (e.isUnanswered() || e.outcomeUnknown()) {
            String unknown =
                    e.outcomeUnknown() ? " It is not known whether the server did it; the next run finds out." : "";
            return new DeployException.Unavailable(
                    what + " got no answer: " + text + "." + unknown + " Run it again when the cluster answers.", e);
        }
        return switch (e.code()) {
            case 401 ->
                new DeployException.Refused(
                        what + " was refused: the cluster does not accept the credentials. Check who you are to it.",
                        e);
            case 403 ->
                new DeployException.Refused(
                        what + " was refused: " + text + ". Have the permission given, and run it again.", e);
            case 409 ->
                new DeployException.Conflict(
                        what + " met a change by another: " + text + ". Plan again, and see what changed.");
            case 429 ->
                new DeployException.Unavailable(
                        what + " was turned away until the run's time was over: the cluster is overloaded (429). Run it"
                                + " again later, or give it more time.",
                        e);
            case 500, 502, 503 ->
                new DeployException.Unavailable(
                        what + " failed in the cluster (" + e.code() + "): " + text + ". Run it again later.", e);
            default -> new DeployException.Refused(what + " was refused (" + e.code() + "): " + text + ".", e);
        };
    }
}
