package com.adorsys.webank.deploy.eks;

import java.util.Objects;

/**
 * How far a live object is on its way to what its manifest says, and what keeps it from there. Immutable.
 *
 * <p>The states are those of <a href="https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus">kstatus</a>.
 */
public final class Readiness {
    /** Where an object is on its way. */
    public enum State {
        /** The cluster is as the object says; nothing more is to be waited for. */
        CURRENT("current"),
        /** The cluster is still working on it. */
        IN_PROGRESS("in progress"),
        /** The cluster gave up, or cannot get there without a change by somebody. */
        FAILED("failed"),
        /** The object is being deleted. */
        TERMINATING("terminating"),
        /** There is no such object, or another one under its name. */
        NOT_FOUND("not found"),
        /** Nothing is known: the cluster did not answer, or may not be asked. */
        UNKNOWN("unknown");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** The name as messages show it: {@code in progress}. */
        public String text() {
            return text;
        }
    }

    private final State state;
    private final String message;

    private Readiness(State state, String message) {
        this.state = Objects.requireNonNull(state, "state");
        this.message = Objects.requireNonNull(message, "message");
    }

    /**
     * A state and what there is to say about it.
     *
     * @param message a clause without a full stop, as in {@code 1 of 3 replicas are available}; empty where the state says
     *     it all
     */
    public static Readiness of(State state, String message) {
        return new Readiness(state, message);
    }

    /** Where the object is. */
    public State state() {
        return state;
    }

    /** What there is to say about it, in one clause; may be empty. */
    public String message() {
        return message;
    }

    /** Whether the state is {@link State#CURRENT}. */
    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readiness that && state == that.state && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return 31 * state.ordinal() + message.hashCode();
    }

    /** {@code in progress: 1 of 3 replicas are available}. */
    @Override
    public String toString() {
        return message.isEmpty() ? state.text() : state.text() + ": " + message;
    }
}
