package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that was not done: the server said no, or nothing came back.
 *
 * <p>It does not leave the library: who made the request knows what it was for, and says it. {@link #getMessage()} names
 * method, path and code only; {@link #serverMessage()} is the server's own text, which may hold values of the object.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One of the causes that a {@code Status} lists.
     *
     * @param reason such as {@code FieldManagerConflict}
     * @param field such as {@code .spec.replicas}
     * @param message the server's text
     */
    public record Cause(String reason, String field, String message) {}

    private final int code;
    private final transient MapTree status;
    private final String text;
    private final boolean outcomeUnknown;
    private final transient List<String> warnings;
    private boolean timedOut;

    private ApiException(
            String message,
            int code,
            MapTree status,
            String text,
            boolean outcomeUnknown,
            List<String> warnings,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.status = status;
        this.text = text;
        this.outcomeUnknown = outcomeUnknown;
        this.warnings = warnings;
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
            text = new String(body, 0, Math.min(body.length, 2000), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
        // The server gave up on etcd, which may yet do what it was asked.
        boolean unknown = code == 504;
        return new ApiException(request + " was answered " + code, code, status, text, unknown, warnings, null);
    }

    /** No answer. */
    static ApiException unanswered(String request, String why, boolean outcomeUnknown, @Nullable Throwable cause) {
        return new ApiException(request + " was not answered", 0, MapTree.of(), why, outcomeUnknown, List.of(), cause);
    }

    /** No answer, since the time of the run was over. */
    static ApiException timedOut(String request, boolean outcomeUnknown, @Nullable Throwable cause) {
        ApiException e = unanswered(request, "the time of the run is over", outcomeUnknown, cause);
        e.timedOut = true;
        return e;
    }

    /** The same, for a write that was sent once before without an answer. */
    ApiException withUnknownOutcome() {
        ApiException e = new ApiException(String.valueOf(getMessage()), code, status, text, true, warnings, getCause());
        e.timedOut = timedOut;
        return e;
    }

    /** The HTTP status; 0 if there was no answer. */
    public int code() {
        return code;
    }

    /** The machine-readable reason, as {@code NotFound}; empty if there is none. */
    public String reason() {
        return status.string("reason").orElse("");
    }

    /** The server's text, or why there was no answer. It may hold values of the object. */
    public String serverMessage() {
        return text;
    }

    /** The kind that the answer is about, as {@code namespaces}; empty if there is none. */
    public String detailsKind() {
        return Trees.text(status, "details", "kind");
    }

    /** What the server lists as causes. */
    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        for (Tree item : Trees.list(status, "details", "causes")) {
            MapTree cause = Trees.map(item);
            causes.add(
                    new Cause(Trees.text(cause, "reason"), Trees.text(cause, "field"), Trees.text(cause, "message")));
        }
        return List.copyOf(causes);
    }

    /** The {@code Status} that was answered; an empty map if none was. */
    MapTree status() {
        return status;
    }

    /** The texts of the {@code Warning} headers. */
    public List<String> warnings() {
        return warnings;
    }

    /** Whether something may have been written, though nobody said so. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Whether no answer came because the time of the run was over, from a server that has answered before. */
    public boolean isTimedOut() {
        return timedOut;
    }

    /** Whether no answer came at all. */
    public boolean isUnanswered() {
        return code == 0;
    }

    /** 401. */
    public boolean isUnauthorized() {
        return code == 401;
    }

    /** 403. */
    public boolean isForbidden() {
        return code == 403;
    }

    /** 404. */
    public boolean isNotFound() {
        return code == 404;
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
        return isNotFound() || isForbidden() || code == 405;
    }

    /** 409: fields of other managers, a stale version, or a name that is taken. */
    public boolean isConflict() {
        return code == 409;
    }

    /** 409 because other managers hold fields that were to be applied. */
    public boolean isFieldConflict() {
        return code == 409 && causes().stream().anyMatch(cause -> cause.reason().equals("FieldManagerConflict"));
    }

    /** 409 because something of this name is there. */
    public boolean isAlreadyExists() {
        return code == 409 && reason().equals("AlreadyExists");
    }

    /** Whether etcd was at fault, as while it chooses a leader: that passes. */
    boolean isOfStorage() {
        return code == 500 && (text.contains("etcdserver: ") || text.contains("rpc error: code = Unavailable"));
    }

    /** 422. */
    public boolean isInvalid() {
        return code == 422;
    }
}
