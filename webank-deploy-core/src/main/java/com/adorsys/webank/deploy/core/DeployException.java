package com.adorsys.webank.deploy.core;

import java.util.List;

/**
 * The one exception that this library throws. Its message says where, what is wrong and what to do. It contains no
 * secret: credentials in URLs are masked in it and in the messages of its causes.
 */
public abstract sealed class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DeployException(String message, Throwable cause) {
        super(UrlCredentials.masked(message), MaskedCause.of(cause));
    }

    private DeployException(String message) {
        super(UrlCredentials.masked(message));
    }

    /** The input is not valid; {@link #problems()} lists everything that is wrong. */
    public static final class InvalidInput extends DeployException {
        private static final long serialVersionUID = 1L;
        private final transient List<Problem> problems;

        /**
         * An exception for problems found in one run.
         *
         * @param problems at least one; warnings among them are kept
         */
        public InvalidInput(List<Problem> problems) {
            super(text(problems));
            this.problems = List.copyOf(problems);
        }

        /** An exception for one problem. */
        public InvalidInput(Problem problem) {
            this(List.of(problem));
        }

        /** Every problem, in the order in which the input shows them. */
        public List<Problem> problems() {
            return problems;
        }

        /** Throws if any of the problems is an error; returns if there are only warnings. */
        public static void throwIfErrors(List<Problem> problems) {
            for (Problem problem : problems) {
                if (problem.isError()) {
                    throw new InvalidInput(problems);
                }
            }
        }

        private static String text(List<Problem> problems) {
            StringBuilder text = new StringBuilder();
            for (Problem problem : problems) {
                text.append(text.length() == 0 ? "" : "\n").append(problem);
            }
            return text.toString();
        }
    }

    /** Something was not changed, since somebody else changed or owns it. */
    public static final class Conflict extends DeployException {
        private static final long serialVersionUID = 1L;

        /** A conflict that the message describes. */
        public Conflict(String message) {
            super(message);
        }
    }

    /** A server understood a request and refused it. */
    public static final class Refused extends DeployException {
        private static final long serialVersionUID = 1L;

        /** A refusal that the message describes. */
        public Refused(String message) {
            super(message);
        }

        /** A refusal that the message describes, with its cause. */
        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A file system, a server or a network cannot be used. */
    public static final class Unavailable extends DeployException {
        private static final long serialVersionUID = 1L;

        /** A failure that the message describes. */
        public Unavailable(String message) {
            super(message);
        }

        /** A failure that the message describes, with its cause. */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Something did not happen within its time limit. */
    public static final class TimedOut extends DeployException {
        private static final long serialVersionUID = 1L;

        /** A timeout; the message says what did not happen, and within which time. */
        public TimedOut(String message) {
            super(message);
        }
    }

    /** The thread was interrupted; its interrupt flag is set again. */
    public static final class Interrupted extends DeployException {
        private static final long serialVersionUID = 1L;

        /** An interruption; the message says what was in progress. Sets the current thread's interrupt flag. */
        public Interrupted(String message) {
            super(message);
            Thread.currentThread().interrupt();
        }
    }
}
