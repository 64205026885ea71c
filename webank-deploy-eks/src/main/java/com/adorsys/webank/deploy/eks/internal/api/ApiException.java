package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that was not done: the server said no, or nothing came back.
 *
 * <p>It does not leave the library: who made the request knows what it was for, and says it. {@link #getMessage()} names
 * method, path and code only; {@link #serverMessage()} is the server's own text, which may hold values of the object.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern DENIED = Pattern.compile(
            "admission webhook \"[^\"]*\" denied the request|ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request");
    private static final String NO_ANSWER = " was not answered";

    /**
     * One of the causes that a {@code Status} lists.
     *
     * @param reason such as {@code FieldManagerConflict}
     * @param field such as {@code .spec.replicas}
     * @param message the server's text
     */
    public record Cause(String reason, String field, String message) {}

    /** Whether something may have been written, though nobody said so. */
    enum Outcome {
        NOTHING_WRITTEN,
        UNKNOWN
    }

    /** How the request ended. */
    private enum End {
        ANSWERED,
        LOST,
        TIMED_OUT
    }

    /** What came back; code 0 and the reason as text if nothing did. */
    private record Answer(int code, MapTree status, String text, List<String> warnings) {}

    private final End end;
    private final transient Answer answer;
    private final Outcome outcome;

    private ApiException(String message, End end, Answer answer, Outcome outcome) {
        super(message);
        this.end = end;
        this.answer = answer;
        this.outcome = outcome;
    }

    /** An answer of 400 or more. The body of a {@code Status} is recognised whatever its content type. */
    static ApiException answered(String request, int code, byte[] body, List<String> warnings) {
        MapTree status = MapTree.of();
        String text = "";
        if (body.length > 0 && body[0] == '{') {
            try {
                status = Json.readMap(body);
                text = status.string("message").orElse("");
            } catch (Json.Malformed e) {
                text = "";
            }
        } else {
            text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        }
        // With 504 the server gave up on etcd, which may yet do what it was asked.
        return new ApiException(
                request + " was answered " + code,
                End.ANSWERED,
                new Answer(code, status, text, warnings),
                code == 504 ? Outcome.UNKNOWN : Outcome.NOTHING_WRITTEN);
    }

    static ApiException unanswered(String request, String why, Outcome outcome, @Nullable Throwable cause) {
        return new ApiException(request + NO_ANSWER, End.LOST, nothing(why), outcome).causedBy(cause);
    }

    /** No answer, since the time of the run was over. */
    static ApiException timedOut(String request, Outcome outcome, @Nullable Throwable cause) {
        Answer none = nothing("the time of the run is over");
        return new ApiException(request + NO_ANSWER, End.TIMED_OUT, none, outcome).causedBy(cause);
    }

    private static Answer nothing(String why) {
        return new Answer(0, MapTree.of(), why, List.of());
    }

    private ApiException causedBy(@Nullable Throwable cause) {
        initCause(cause);
        return this;
    }

    /** The same, for a request that was sent before with an outcome. */
    ApiException after(Outcome earlier) {
        return earlier == Outcome.UNKNOWN
                ? new ApiException(String.valueOf(getMessage()), end, answer, earlier).causedBy(getCause())
                : this;
    }

    /** The HTTP status; 0 if there was no answer. */
    public int code() {
        return answer.code();
    }

    /** The machine-readable reason, as {@code NotFound}; empty if there is none. */
    public String reason() {
        return answer.status().string("reason").orElse("");
    }

    /** The server's text, or why there was no answer. It may hold values of the object. */
    public String serverMessage() {
        return answer.text();
    }

    /** The kind that the answer is about, as {@code namespaces}; empty if there is none. */
    public String detailsKind() {
        return Trees.text(answer.status(), "details", "kind");
    }

    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        for (Tree item : Trees.list(answer.status(), "details", "causes")) {
            MapTree cause = Trees.map(item);
            causes.add(
                    new Cause(Trees.text(cause, "reason"), Trees.text(cause, "field"), Trees.text(cause, "message")));
        }
        return List.copyOf(causes);
    }

    /** The {@code Status} that was answered; an empty map if none was. */
    MapTree status() {
        return answer.status();
    }

    /** The texts of the {@code Warning} headers. */
    public List<String> warnings() {
        return answer.warnings();
    }

    /** Whether something may have been written, though nobody said so. */
    public boolean outcomeUnknown() {
        return outcome == Outcome.UNKNOWN;
    }

    /** Whether no answer came because the time of the run was over, from a server that has answered before. */
    public boolean isTimedOut() {
        return end == End.TIMED_OUT;
    }

    public boolean isUnanswered() {
        return end != End.ANSWERED;
    }

    /** 401. */
    public boolean isUnauthorized() {
        return code() == 401;
    }

    /** 403. */
    public boolean isForbidden() {
        return code() == 403;
    }

    /** 404. */
    public boolean isNotFound() {
        return code() == 404;
    }

    /**
     * 404 for the whole kind: the server does not serve it, or not in this version. A missing object or namespace is named
     * in the answer; a kind that is not served cannot be.
     */
    public boolean isKindUnserved() {
        return isNotFound() && detailsKind().isEmpty();
    }

    /** A collection that is not there, or that the caller or nobody may list: its objects can only be read one by one. */
    public boolean isUnlistable() {
        return isNotFound() || isForbidden() || code() == 405;
    }

    /** 409: fields of other managers, a stale version, or a name that is taken. */
    public boolean isConflict() {
        return code() == 409;
    }

    /** 409 because other managers hold fields that were to be applied. */
    public boolean isFieldConflict() {
        return code() == 409
                && causes().stream().anyMatch(cause -> cause.reason().equals("FieldManagerConflict"));
    }

    /** 409 because something of this name is there. */
    public boolean isAlreadyExists() {
        return code() == 409 && reason().equals("AlreadyExists");
    }

    /** Whether etcd was at fault, as while it chooses a leader: that passes. */
    boolean isOfStorage() {
        return code() == 500
                && (answer.text().contains("etcdserver: ") || answer.text().contains("rpc error: code = Unavailable"));
    }

    /** 422, for other reasons than {@link #isDenied}. */
    public boolean isInvalid() {
        return code() == 422 && !isDenied();
    }

    /** Whether an admission webhook or policy denied the request, which may do so with any code. */
    public boolean isDenied() {
        return DENIED.matcher(answer.text()).find();
    }
}
